"""Whether what a paper words as a resolution was decided at all: without a quorum, or without a vote, it was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.ballots import Ballot
from rinsearch.compose.decisions.voided import voided_items
from rinsearch.compose.paper import Paper, tags_between
from rinsearch.compose.subjects.clause_kinds import is_main
from rinsearch.compose.verbs.verbs import DECIDING, Context
from rinsearch.records import DocumentKind, EventStatus, Passage, SessionKind
from rinsearch.taxonomy.phrases import phrase

TOP = 4  # passages in which a paper may call itself a proposal
LETTERHEAD = 8  # passages in which minutes say who was there
OPENING = 3  # characters: "V Pivki"
MOVER = 5  # letters of "svetnik", which is "svetnica" or "svetnice" elsewhere
REACH = 6  # passages of the item behind a resolution in which it may be told that it came to nothing


@dataclass(frozen=True, slots=True)
class Validity:
    """What of a paper's resolutions stands: what its session says of all of them is looked for once."""

    context: Context
    lacks_quorum: bool
    is_undecided: bool  # all that it words as resolved
    voided: frozenset[str]  # numbers of items whose resolutions the paper undoes elsewhere
    appended: int | None = None  # where a proposal for another session begins, behind the end of this one

    def is_proposal(self, act: Act, ballot: Ballot) -> bool:
        """Whether a resolution came to nothing, so that its words are a proposal still."""
        if _is_blank(act) or self._is_appended(act) or self._is_undone(act):
            return True
        counts = ballot.is_won and not self.lacks_quorum
        void = not ballot.is_lost and (_is_void(self.context, act) or _is_taken_off(self.context, act, ballot))
        return void or (not counts and (self.is_undecided or _came_to_nothing(self.context, act)))

    def _is_undone(self, act: Act) -> bool:
        """Whether another place of the paper undoes what its item resolved."""
        return self.context.topics[act.verb.passage.id].number in self.voided and not act.reported

    def _is_appended(self, act: Act) -> bool:
        """Whether a resolution stands among the papers that are appended to minutes."""
        return self.appended is not None and self.context.position(act.verb.passage) >= self.appended


def _is_blank(act: Act) -> bool:
    """Whether the text of a resolution has a blank for its day: "se je na seji dne ____ seznanil"."""
    return not act.reported and bool(phrase("blank-in-statement").search(act.verb.statement))


def _appended(context: Context) -> int | None:
    """The place from which on minutes that are at an end hold proposals: "Priloga 1: predlog sklepa za 12. sejo".

    Minutes may say in their head, too, who wrote them; behind an end no item begins.
    """
    ended = False
    for place, passage in enumerate(context.paper.passages):
        if ended and phrase("appended-proposal").search(passage.text):
            return place
        begins = context.topics[passage.id].heading is passage
        ended = (ended and not begins) or bool(phrase("session-ended").search(passage.text))
    return None


def validity_of(context: Context) -> Validity:
    """The validity of what a paper resolves: whether its session was held, with enough members."""
    paper = context.paper
    lacking = _had_no_quorum(paper)
    undecided = lacking or _is_made_ready(paper) or _was_not_held(paper)
    return Validity(
        context, lacking, undecided, voided_items(context), _appended(context) if paper.kind in DECIDING else None
    )


def _came_to_nothing(context: Context, act: Act) -> bool:
    """Whether too few took part in the item, or it ended without a vote on the resolution.

    What is told as done ("Svet se je seznanil.") was done before the councillors left.
    """
    if act.verb.is_past or act.verb.was_resolved:
        return False
    ends = (phrase("quorum-lost"), phrase("not-voted"), phrase("item-broken-off"))
    return any(each.search(words) for words, _ in _behind(context, act) for each in ends)


def _is_void(context: Context, act: Act) -> bool:
    """Whether a resolution does not stand though it was voted on, or another text was voted on in its place."""
    behind = list(_behind(context, act))
    # "Leta 2014 se je svet seznanil z načrtom." was not the text that another one took the place of.
    laid = act.status == EventStatus.PROPOSED or not act.verb.is_past
    return (
        _passed_another(context, act, behind)
        or _passed_movers(context, act, behind)
        or any(
            _is_made_void(words) or (another and laid and phrase("first-text-not-voted").search(words))
            for words, another in behind
        )
    )


def _is_made_void(words: str) -> bool:
    """Whether a sentence undoes a resolution: not "Če bi se izkazalo, da je napačen, ga bo svet razveljavil"."""
    return bool(phrase("made-void").search(words)) and not phrase("if-sentence").match(words)


def _is_taken_off(context: Context, act: Act, ballot: Ballot) -> bool:
    """Whether what is told as done without a vote stands in an item that the council then voted to take off."""
    told = not is_main(act.verb) or act.verb.beside("date") or phrase("already").search(act.verb.statement)
    if ballot.vote or act.reported or told:
        return False  # "… se je s tem tedaj seznanil. Točka se umakne."
    behind = [words for words, _ in _behind(context, act)]
    near = len(behind) if context.topics[act.verb.passage.id].number else 1  # without items only what is right behind
    ends = (at for at, words in enumerate(behind[:near]) if phrase("item-taken-off").search(words))
    return any(phrase("vote-counted").search(words) for at in ends for words in behind[at : at + 2])


def _number_of(context: Context, act: Act) -> str | None:
    """The number under which a resolution is put, among others: "Predlagani sklep 4.1:"."""
    lead = act.verb.sentence.lead or context.above(act.verb.passage)
    found = list(phrase("numbered-proposal").finditer(lead)) if context.paper.kind in DECIDING else []
    ends = found and not any(map(str.isalnum, lead[found[-1].end() :]))
    return found[-1].group(1) if ends else None


def _passed_another(context: Context, act: Act, behind: Sequence[tuple[str, bool]]) -> bool:
    """Whether another of the numbered proposals was adopted, and not this one.

    A resolution that was adopted may have a number of its own: "Predlog sklepa 5.1: …", "Sprejet je bil sklep št. 121".
    """
    number = _number_of(context, act)
    if number is None:
        return False
    matches = (each for words, _ in behind for each in phrase("numbered-resolution-passed").finditer(words))
    passed = {next(filter(None, each.groups())) for each in matches}
    texts = (each.text for each in context.paper.passages) if passed and number not in passed else ()
    return any(each.group(1) in passed for text in texts for each in phrase("numbered-proposal").finditer(text))


def _passed_movers(context: Context, act: Act, behind: Sequence[tuple[str, bool]]) -> bool:
    """Whether what somebody else had proposed was adopted in place of this: "Obveljal je predlog podžupana"."""
    verb = act.verb
    own = verb.passage.text[verb.sentence.start : verb.start]
    lead = f"{verb.sentence.lead or context.above(verb.passage)} {own}".lower()
    if not phrase("somebody-proposes").search(lead):
        return False
    movers = (
        found["mover"].lower() for words, _ in behind for found in phrase("movers-proposal-passed").finditer(words)
    )
    return any(mover[:MOVER] not in lead for mover in movers)


def _was_not_held(paper: Paper) -> bool:
    """Whether the session at hand ended before it began, for too few had come, or was none though they talked."""
    top = [passage.text for passage in paper.passages[:LETTERHEAD]]
    if any(phrase("session-not-held").search(words) for words in top):
        return True
    lacking = any(phrase("no-quorum-found").search(words) for words in top)
    return lacking and not any(phrase("quorum-found").search(passage.text) for passage in paper.passages)


def _is_made_ready(paper: Paper) -> bool:
    """Whether a paper was made ready before the session: "__. redna seja", "Za: __", "PREDLOG" above a resolution."""
    top = paper.passages[:TOP] if paper.kind is DocumentKind.DECISION else ()
    if any(phrase("title-of-proposal").fullmatch(passage.text) for passage in top):
        return True
    return any("__" in passage.text and phrase("left-to-fill-in").search(passage.text) for passage in paper.passages)


def _had_no_quorum(paper: Paper) -> bool:
    """Whether a session by correspondence had too few votes, so that its resolutions stay proposals."""
    by_mail = paper.session is not None and paper.session.kind is SessionKind.DOPISNA
    return by_mail and any(phrase("ballot-without-quorum").search(passage.text) for passage in paper.passages)


def _is_of_another(passage: Passage, part: Slice, act: Act) -> bool:
    """Whether a sentence opens with another municipality: "Občina Pivka je potrdila, mi odločamo prihodnjič"."""
    places = tags_between(passage, "municipality", part.start, part.end)[:1]
    own = {each.code for each in act.municipalities}
    return any(tag.value not in own and tag.evidence.start <= part.start + OPENING for tag in places)


def _behind(context: Context, act: Act) -> Iterator[tuple[str, bool]]:
    """The sentences of the item behind the one with the resolution; whether another resolution stands between."""
    topic, here = context.topics[act.verb.passage.id], context.position(act.verb.passage)
    another = False
    for passage in context.paper.passages[here : here + 1 + REACH]:
        if context.topics[passage.id].heading is not topic.heading:
            return
        own = passage.id == act.verb.passage.id
        for part in sentences(passage.text):
            if (not own or part.start >= act.verb.sentence.end) and not _is_of_another(passage, part, act):
                yield passage.text[part.start : part.end], another
                another = another or bool(tags_between(passage, "decision", part.start, part.end))
