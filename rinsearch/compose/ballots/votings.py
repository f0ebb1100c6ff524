"""Which votes of a paper are a resolution's: in its sentence, behind it, before it, in a table, or the only one."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.clauses import Slice, enclosing, sentences, sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.foot_votes import only_vote
from rinsearch.compose.ballots.shared_votes import LONGEST_LEAD, votes_joint, votes_of_all, votes_shared
from rinsearch.compose.ballots.vote_lists import number_above, votes_listed, votes_of_points, votes_of_row
from rinsearch.compose.ballots.vote_places import Place, lead_of_list, same_item, votes_in
from rinsearch.compose.ballots.vote_tallies import is_tally, votes_tallied
from rinsearch.compose.ballots.votes_told_first import votes_first
from rinsearch.compose.paper import tags_between, tags_of
from rinsearch.compose.verbs.verbs import PROCEDURE, Context
from rinsearch.compose.votes import (
    carried,
    is_counted,
    is_other_vote,
    is_repeated,
    join_votes,
    outcome_in,
    parse_vote,
    tells_only_votes,
)
from rinsearch.records import Passage, PassageKind, Tag, VoteForm
from rinsearch.taxonomy.phrases import phrase

LONGEST_ANNOUNCEMENT = 80  # characters right before a resolution: "Sprejet je bil naslednji ugotovitveni sklep:"
ROW = "vote.row"
LOOK_BACK = 4  # passages between a vote that is told first and the resolution


def votes_of(context: Context, act: Act, places: list[Place]) -> tuple[Tag, ...]:
    """The nearest vote that is about the resolution; one that was taken again counts instead of the first."""
    tallied = votes_tallied(context, act)
    if tallied is not None:
        return tallied
    own = (place for place in places[1:] if not is_tally(place.passage))
    behind = sorted((found for place in own if (found := votes_in(place, act))), key=_is_roll)
    found = (
        _votes_again(places, act)
        or _row_behind(act)
        or _own_votes(places[0], act)
        or votes_first(context, act)
        or (_votes_before(context, act) if _is_announced(context, act) else ())
        or votes_listed(context, number_above(context, act))
        or votes_of_points(context, act)
        or next(iter(behind), ())
        or votes_joint(context, act)
        or _votes_before(context, act)
        or votes_of_row(context, act)
        or votes_shared(context, act)
        or only_vote(context, act)
        or votes_of_all(context, act)
    )
    return _counted_below(behind) if _is_uncounted(found) and _counted_below(behind) else found


def _is_roll(votes: tuple[Tag, ...]) -> bool:
    """Whether a vote was summed from names; a sum that the paper gives itself is the better one."""
    return votes[0].evidence.rule == "vote.roll"


def _is_uncounted(votes: tuple[Tag, ...]) -> bool:
    vote = join_votes(votes)
    return vote is not None and vote.form is VoteForm.UNANIMOUS


def _counted_below(behind: Sequence[tuple[Tag, ...]]) -> tuple[Tag, ...]:
    """The counts below "Soglasno sprejet sklep: …", if nobody was against it."""
    votes = next(iter(behind), ())
    vote = join_votes(votes)
    return votes if vote and vote.for_ is not None and not vote.against else ()


def _votes_again(places: list[Place], act: Act) -> tuple[Tag, ...]:
    """The vote that was taken again, as its own words say or those between it and the first one."""
    announced = False
    for place in places[1:]:
        found = votes_in(place, act)
        if found and (announced or is_repeated(statement_of(found[-1], places))):
            return found
        announced = announced or is_repeated(place.words)
    return ()


def _is_announced(context: Context, act: Act) -> bool:
    """Whether "Sprejet je naslednji sklep:" stands right before a resolution, in a paper that so tells votes first."""
    announces = phrase("announces-resolution")
    opening = act.verb.passage.text[act.verb.sentence.start : act.verb.clause.start]
    if not (announces.search(_words_before(context, act)) or announces.search(opening)):
        return False
    return _votes_come_first(context)


def _words_before(context: Context, act: Act) -> str:
    """What stands before the sentence in its passage, or in the passage above."""
    passage, start = act.verb.passage, act.verb.sentence.start
    here = context.position(passage)
    return passage.text[:start] if start else (context.paper.passages[here - 1].text if here else "")


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


def _row_behind(act: Act) -> tuple[Tag, ...]:
    """The figures right behind a resolution in a printed table: "Cesta  15  3  0  Svet se seznani.  18  0  0"."""
    passage, sentence = act.verb.passage, act.verb.sentence
    rows = [tag for tag in tags_of(passage, "vote") if tag.evidence.rule == ROW]
    behind = [tag for tag in rows if tag.evidence.start >= act.verb.start]
    if len(rows) == len(behind) or not behind:
        return ()
    apart = passage.text[sentence.end : behind[0].evidence.start]
    return () if any(map(str.isalpha, apart)) else (behind[0],)


def _own_votes(place: Place, act: Act) -> tuple[Tag, ...]:
    """The votes of the act's own sentence: of several the first behind its clause's beginning, else the last before."""
    if is_other_vote(act.verb.statement) and act.mention is None:  # "Amandma je sprejet: 9 za" is that one's own vote
        votes = tags_between(place.passage, "vote", place.start, place.end)
    else:
        votes = votes_in(place, act)
    counted = [tag for tag in votes if is_counted(tag) and parse_vote(tag.value).for_ is not None]
    if len(counted) < 2:
        return votes
    behind = [tag for tag in counted if tag.evidence.start >= act.verb.clause.start]
    return (behind[0],) if behind else (counted[-1],)


def statement_of(vote: Tag, places: list[Place]) -> str:
    """The sentence in which a vote stands, with the words that lead to it."""
    text = next(each.passage.text for each in places if each.passage.id == vote.evidence.passage)
    sentence = enclosing(sentences(text), vote.evidence.start)
    return f"{sentence.lead} {text[sentence.start : sentence.end]}"


def _votes_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote that is told before the resolution; one that was lost is not that of what is announced as adopted."""
    votes = _told_before(context, act)
    vote = join_votes(votes)
    return () if vote and carried(vote) is False and _is_adopted(context, act) else votes


def _is_adopted(context: Context, act: Act) -> bool:
    """Whether the words that lead to a resolution say that it was adopted: "Sprejet je naslednji sklep:"."""
    return phrase("resolution-announced").search(_words_before(context, act)[-LONGEST_ANNOUNCEMENT:]) is not None


def _told_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote in the same passage before the resolution, or above it in the same item."""
    passage = act.verb.passage
    same = votes_in(Place(passage, 0, act.verb.sentence.start), act)
    if same and _is_of_sentence(passage, same[-1]):
        return ()
    if same:
        return _last(passage, same)
    anchor = lead_of_list(context, passage) or passage
    here = context.position(anchor)
    found: tuple[Tag, ...] = ()
    for each in reversed(context.paper.passages[max(0, here - LOOK_BACK) : here]):
        leads = phrase("announces-resolution").search(each.text) or phrase("resolution-alone").fullmatch(each.text)
        announces = leads or _is_result_alone(context, each)
        if not (leads or same_item(context, each, anchor)) or (_decides_else(each, act) and not announces):
            break
        votes = _last(each, votes_in(Place(each, 0, len(each.text)), act))
        if votes and _is_of_sentence(each, votes[-1]):
            break
        found = found or votes
        if votes and is_counted(votes[0]):  # above "je soglasno sklenil:" there may be the count
            return () if _is_anothers(context, each) else votes
        if not tags_of(each, "vote") and not announces and not phrase("resolution-begun").search(each.text):
            break
    return found


def _is_of_sentence(passage: Passage, vote: Tag) -> bool:
    """Whether a vote is that of what its own sentence decides: "Z 10 glovi so potrdili dnevni red. Nato so se …"."""
    sentence = enclosing(sentences(passage.text), vote.evidence.start)
    if tells_only_votes(sentence.words(passage.text)):  # "Sprejet je bil dnevni red. Za je glasovalo 12 članov."
        before = sentences_before(passage.text, sentence.start)[-1:]
        return bool(before) and _is_decided_there(passage, before[0])
    return _is_decided_there(passage, sentence)


def _is_decided_there(passage: Passage, sentence: Slice) -> bool:
    words = passage.text[sentence.start : sentence.end]
    leads = words.endswith(":") or phrase("result-voted").search(words) or phrase("announces-resolution").search(words)
    decides = tags_between(passage, "decision", sentence.start, sentence.end)
    other = phrase("business").search(words) or phrase("agenda-adopted").search(words)
    return bool(decides and other) and not leads


def _last(passage: Passage, votes: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The last vote of a passage: of those in its sentence the one that is counted."""
    if not votes:
        return ()
    sentence = enclosing(sentences(passage.text), votes[-1].evidence.start)
    beside = [tag for tag in votes if tag.evidence.start >= sentence.start and parse_vote(tag.value).for_ is not None]
    return (beside[-1],) if beside else votes[-1:]


def _is_result_alone(context: Context, passage: Passage) -> bool:
    """Whether "Svet je z 12 glasovi za sprejel sklep." has nothing above it of which it could be the result."""
    voted = outcome_in(passage.text) == "accepted" or phrase("result-voted").search(passage.text)
    if not voted or not tags_of(passage, "vote"):
        return False
    here = context.position(passage)
    above = context.paper.passages[here - 1] if here else passage
    return not tags_of(above, "decision") or not same_item(context, above, passage) or above.kind is PassageKind.HEADING


def _is_anothers(context: Context, voted: Passage) -> bool:
    """Whether the counts in a passage are those of the resolution right above: "SKLEP:", one, "ZA: 9", another."""
    here = context.position(voted)
    above = context.paper.passages[here - 1] if here else voted
    resolved = [tag for tag in tags_of(above, "decision") if phrase("sentence-ended").search(above.text)]
    leads = (*above.section[-1:], above.text.partition(":")[0])  # "SKLEP:" in the line above, "Sklep 4:" in its own
    headed = any(len(each) < LONGEST_LEAD and phrase("resolution-begun").search(each) for each in leads)
    return bool(resolved) and headed and not tags_of(above, "vote") and not _votes_come_first(context)


def _decides_else(passage: Passage, act: Act) -> bool:
    """Whether a passage holds another verb of deciding than the motion that the act carries out."""
    motion = act.verb.says.value if act.status in PROCEDURE else None
    return any(tag.value != motion for tag in tags_of(passage, "decision"))
