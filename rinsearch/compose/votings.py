"""Which votes of a paper are a resolution's: in its sentence, behind it, before it, in a table, or the only one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rinsearch.clauses import Slice, enclosing, sentences
from rinsearch.compose.acts import Act
from rinsearch.compose.paper import lines, tags_between, tags_of
from rinsearch.compose.topics import item_number
from rinsearch.compose.verbs import PROCEDURE, Context
from rinsearch.compose.vote_places import Place, lead_of_list, same_item
from rinsearch.compose.votes import about_others, is_counted, is_other_vote, is_repeated, join_votes, parse_vote
from rinsearch.records import DocumentKind, EventStatus, Passage, Tag
from rinsearch.taxonomy.phrases import phrase

LOOK_BACK = 4  # passages between a vote that is told first and the resolution
JOINT_REACH = 12  # passages between a resolution and the vote on several together
LEAD_REACH = 120  # characters from a vote to the colon behind it
OTHER_SENTENCE = re.compile(r"[.!?;] ")
# A line of a list of votes, and the title of the resolution that it means.
NUMBERED_VOTE = re.compile(
    r"\W*(?:(?:k )?(?:sklep\w{0,2}|točk\w|tč|ad)\.? (?:št\. ?)?(?P<named>\d{1,3}(?:[/-]\d{1,4})?)"
    r"|(?P<bare>\d{1,3}[/-]\d{1,4}))\b",
    re.IGNORECASE,
)
RESOLUTION_NUMBER = re.compile(
    r"\bsklep\w{0,2} (?:pod )?(?:zap\w*\.? )?(?:št\. ?)?(\d{1,3}(?:[/-]\d{1,4})?)\W*$", re.IGNORECASE
)
NEXT_TO = 25  # characters from the number to the counts
ENUMERATED = re.compile(r"\W{0,3}(\w{1,4})[.)]\s")  # "c) Seznanitev z načrtom …", however long the item is


def votes_of(context: Context, act: Act, places: list[Place]) -> tuple[Tag, ...]:
    """The nearest vote that is about the resolution; one that was taken again counts instead of the first."""
    behind = [found for place in places[1:] if (found := _votes_in(place, act))]
    again = next((found for found in behind if is_repeated(statement_of(found[-1], places))), ())
    return (
        again
        or _own_votes(places[0], act)
        or _votes_leading(act)
        or _votes_announcing(context, act)
        or (_votes_before(context, act) if _is_announced(context, act) else ())
        or _votes_listed(context, _number_above(context, act))
        or next(iter(behind), ())
        or _votes_joint(context, act)
        or _votes_before(context, act)
        or _votes_of_row(context, act)
        or _only_vote(context, act)
    )


def _is_announced(context: Context, act: Act) -> bool:
    """Whether "Sprejet je naslednji sklep:" stands right before a resolution, in a paper that so tells votes first."""
    announces = phrase("announces-resolution")
    passage = act.verb.passage
    start = act.verb.sentence.start
    here = context.position(passage)
    before = passage.text[:start] if start else (context.paper.passages[here - 1].text if here else "")
    if not (announces.search(before) or announces.search(passage.text[start : act.verb.clause.start])):
        return False
    return _votes_come_first(context)


def _votes_come_first(context: Context) -> bool:
    """Whether the first resolution that a paper announces has its vote before it."""
    passages = context.paper.passages
    for number, passage in enumerate(passages):
        if not phrase("resolution-announced").search(passage.text):
            continue
        near = (*passages[max(0, number - 2) : number],)
        return any(tags_of(each, "vote") and not tags_of(each, "decision") for each in near) or bool(
            tags_of(passage, "vote")
        )
    return False


def _only_vote(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote of a paper that holds one resolution, wherever it stands: below the reasons, at the foot."""
    if context.paper.kind != DocumentKind.DECISION or act.status in (EventStatus.SCHEDULED, EventStatus.REQUESTED):
        return ()
    passages = context.paper.passages
    votes = [(each, tag) for each in passages for tag in tags_of(each, "vote")]
    single = sum(bool(phrase("resolution-alone").fullmatch(each.text)) for each in passages) == 1
    if len(votes) != 1 or not single:
        return ()
    passage, tag = votes[0]
    sentence = enclosing(sentences(passage.text), tag.evidence.start)
    return () if is_other_vote(passage.text[sentence.start : sentence.end]) else (tag,)


def _own_votes(place: Place, act: Act) -> tuple[Tag, ...]:
    """The votes of the act's own sentence: of several the first behind its clause's beginning, else the last before."""
    if is_other_vote(act.verb.statement) and act.mention is None:  # "Amandma je sprejet: 9 za" is that one's own vote
        votes = tags_between(place.passage, "vote", place.start, place.end)
    else:
        votes = _votes_in(place, act)
    counted = [tag for tag in votes if is_counted(tag) and parse_vote(tag.value).for_ is not None]
    if len(counted) < 2:
        return votes
    behind = [tag for tag in counted if tag.evidence.start >= act.verb.clause.start]
    return (behind[0],) if behind else (counted[-1],)


def statement_of(vote: Tag, places: list[Place]) -> str:
    """The sentence in which a vote stands."""
    text = next(each.passage.text for each in places if each.passage.id == vote.evidence.passage)
    sentence = enclosing(sentences(text), vote.evidence.start)
    return text[sentence.start : sentence.end]


def _votes_in(place: Place, act: Act) -> tuple[Tag, ...]:
    """The votes of a place that are about the resolution; to put a point off is itself a matter of procedure."""
    votes = tags_between(place.passage, "vote", place.start, place.end)
    if not votes or act.status in PROCEDURE:
        return votes
    parts = [part for part in sentences(place.passage.text) if part.start < place.end and part.end > place.start]
    words = [place.passage.text[part.start : part.end] for part in parts]
    others = about_others(words)
    kept = [(tag, _index(parts, tag.evidence.start)) for tag in votes]
    kept = [(tag, number) for tag, number in kept if not others[number]]
    return tuple(tag for tag, number in kept if is_repeated(words[number])) or tuple(tag for tag, _ in kept)


def _index(parts: Sequence[Slice], position: int) -> int:
    return next((number for number, part in enumerate(parts) if position < part.end), len(parts) - 1)


def _votes_leading(act: Act) -> tuple[Tag, ...]:
    """The vote right before the resolution's colon: "Glasovalo je 15 za, proti 4: Svet se seznani z načrtom."."""
    passage, start = act.verb.passage, act.verb.sentence.start
    if not passage.text[:start].rstrip(' \n»"').endswith(":"):
        return ()
    before = tags_between(passage, "vote", max(0, start - LEAD_REACH), start)[-1:]
    apart = passage.text[before[0].evidence.end : start] if before else ""
    return before if before and not OTHER_SENTENCE.search(apart) else ()


def _votes_announcing(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in the lead-in of the resolution: "ZA je glasovalo 12 članov. Sprejet je naslednji sklep:"."""
    passage = act.verb.passage
    here = context.position(passage)
    if passage.id not in context.leads or here == 0:
        return ()
    before = context.paper.passages[here - 1]
    votes = tags_of(before, "vote") if same_item(context, before, passage) else ()
    vote = join_votes(votes)
    return votes if vote and vote.for_ is not None else ()


def _votes_joint(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote on all resolutions together, below the last of them: "Sklepi so bili sprejeti v paketu: 21 ZA"."""
    here = context.position(act.verb.passage)
    for passage in context.paper.passages[here + 1 : here + 1 + JOINT_REACH]:
        if votes := tags_of(passage, "vote"):
            return votes if phrase("vote-joint").search(passage.text) else ()
    return ()


def _votes_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote that is told before the resolution: in the same passage, or above it in the same item."""
    passage = act.verb.passage
    same = _votes_in(Place(passage, 0, act.verb.sentence.start), act)
    if same:
        return same[-1:]
    anchor = lead_of_list(context, passage) or passage
    here = context.position(anchor)
    found: tuple[Tag, ...] = ()
    for each in reversed(context.paper.passages[max(0, here - LOOK_BACK) : here]):
        announces = phrase("announces-resolution").search(each.text)
        if not same_item(context, each, anchor) or (_decides_else(each, act) and not announces):
            break
        votes = _votes_in(Place(each, 0, len(each.text)), act)[-1:]
        found = found or votes
        if votes and is_counted(votes[0]):
            return votes  # above "je soglasno sklenil:" there may be the count
        if not tags_of(each, "vote") and not phrase("resolution-begun").search(each.text):
            break
    return found


def _decides_else(passage: Passage, act: Act) -> bool:
    """Whether a passage holds another verb of deciding than the motion that the act carries out."""
    motion = act.verb.says.value if act.status in PROCEDURE else None
    return any(tag.value != motion for tag in tags_of(passage, "decision"))


def _votes_of_row(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in a table or list at the end of the paper, in the line with the number of the act's item."""
    opens = ENUMERATED.match(act.verb.passage.text)
    number = opens[1].lower() if opens else context.topics[act.verb.passage.id].number
    rows = (each for each in context.paper.passages if number and item_number(each) == number)
    found = (tag for each in rows for tag in tags_of(each, "vote") if tag.evidence.rule == "vote.row")
    return tuple(found)[:1] or _votes_listed(context, opens[1] if opens else None)


def _votes_listed(context: Context, number: str | None) -> tuple[Tag, ...]:
    """The vote behind the number of the resolution, if one only: "sklep 1: 19 ZA, 2 PROTI", "sklep št. 1   11   1"."""
    found = []
    for line in lines(context.paper.passages) if number else ():
        match = NUMBERED_VOTE.match(line.text)
        votes = (
            tags_between(line.passage, "vote", line.start, line.end)
            if match and match[match.lastgroup or 0] == number
            else ()
        )
        if match and votes and votes[0].evidence.start - line.start - match.end() < NEXT_TO:
            found.append(votes[0])
    return tuple(found) if len(found) == 1 else ()


def _number_above(context: Context, act: Act) -> str | None:
    """The number in the words that lead to a resolution: "Predlagani sklep št. 1:"."""
    passage, here = act.verb.passage, context.position(act.verb.passage)
    before = passage.text[: act.verb.sentence.start] or (context.paper.passages[here - 1].text if here else "")
    match = RESOLUTION_NUMBER.search(before)
    return match[1] if match else None
