"""The status that a verb shows in a paper: decided, proposed, put off, told of others, or nothing.

The judges are asked in their order; the first that has an answer settles it (``None`` is one: nothing is shown).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rinsearch.compose.acts.readings import ADVISED, Reading
from rinsearch.compose.acts.revoked import is_revoked
from rinsearch.compose.acts.to_come import by_time
from rinsearch.compose.acts.what_was_said import is_said_by_member
from rinsearch.compose.acts.when_told import is_dated, is_told_without_day
from rinsearch.compose.paper import Paper
from rinsearch.compose.subjects.hearsay import is_movers
from rinsearch.compose.subjects.own_letters import is_own_letter, is_writers_word
from rinsearch.compose.subjects.owners import was_after, was_before
from rinsearch.compose.verbs.objects import NOTING_DONE, is_enclosed
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Verb
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.taxonomy.phrases import phrase

CONFIRMING = "decision.potrditi"
NOTED = "decision.na-znanje"
ON_AGENDA = "decision.na-dnevnem-redu"
OPENING = ("»", "„", "“", '"')
TITLES = 3  # passages in which a list may say that it is one of sessions to come
LONGEST_TITLE = 160  # characters
NOTHING = frozenset({"conditional", "not-yet", "requested", "unresolved", "hearsay"})


def status_of(paper: Paper, reading: Reading) -> EventStatus | None:
    """What the verb shows in a paper of this kind, or nothing."""
    return next((status for judge in JUDGES for status in judge(paper, reading)), None)


def _by_proposal(paper: Paper, reading: Reading) -> Iterator[EventStatus | None]:
    """A clause behind "Predlog, da": open, or with what the sentence says became of it."""
    if reading.verb.is_refused and (paper.kind in DECIDING or phrase("past").search(reading.verb.governor)):
        yield EventStatus.REJECTED
    if reading.verb.is_proposal and reading.verb.says in SUBSTANCE:
        yield EventStatus.PROPOSED


def _by_mood(paper: Paper, reading: Reading) -> Iterator[EventStatus | None]:
    """What is only asked, possible, imposed on somebody or explained decides nothing."""
    says, marks = reading.verb.says, reading.marks
    if says == EventStatus.REQUESTED or marks & NOTHING:
        yield None
    if reading.verb.tag.evidence.rule == CONFIRMING and phrase("certifies").search(reading.verb.statement):
        yield None  # "Da je izpis enak izvirniku, potrjuje:"
    if says in SUBSTANCE and is_revoked(reading.verb):
        yield None
    if _is_received(paper, reading) or _is_writers(paper, reading):
        yield None
    if "told" in marks and reading.verb.is_finite and not (marks & ADVISED or is_movers(paper, reading.verb)):
        yield None  # "V uvodu pove, da se svet z načrtom samo seznani": how it is done, not that it was
    if paper.kind in DECIDING and (_is_read_elsewhere(reading.verb) or is_said_by_member(reading.verb)):
        yield None
    if phrase("explains-word").search(reading.verb.governor):
        yield None  # the legend of a list: "Izid »seznanjen« pomeni, da je svet sprejel sklep."
    if "imposed" in marks:
        yield says if says == EventStatus.SCHEDULED else None


def _by_advice(paper: Paper, reading: Reading) -> Iterator[EventStatus | None]:
    """What was not done, or proposed."""
    says, marks = reading.verb.says, reading.marks
    if "negated" in marks and says in (EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED, EventStatus.SCHEDULED):
        yield None
    if says == EventStatus.WITHDRAWN and phrase("not-withdrawn").search(reading.verb.words):
        yield None
    if says in SUBSTANCE and phrase("somebody-agrees").search(reading.verb.governor):
        # "Župan soglaša s tem, da se svet seznani"; that the council knows it is but his opinion
        yield EventStatus.PROPOSED if reading.verb.is_finite else None
    if "recommended" in marks and says == EventStatus.REJECTED:
        # "Odbor je predlagal, da se dokument zavrne" is no acknowledgement; a member's motion may be carried.
        own = paper.kind in DECIDING and not reading.reported and reading.subject.kind in ("council", "none")
        yield EventStatus.PROPOSED if own else None
    if marks & ADVISED and says in PROCEDURE and paper.kind in DECIDING and not reading.reported:
        yield says  # a motion; it counts only where it was carried
    if marks & ADVISED and not _tells_of_another(paper, reading):
        yield EventStatus.PROPOSED if says in SUBSTANCE else None


def _by_paper(paper: Paper, reading: Reading) -> Iterator[EventStatus | None]:
    """What the words say, in minutes; elsewhere only what is told of the past."""
    if reading.subject.kind == "other" or paper.kind in DECIDING or reading.earlier or reading.quoted:
        yield reading.verb.says
    yield _outside_of_minutes(paper, reading)


JUDGES: tuple[Callable[[Paper, Reading], Iterator[EventStatus | None]], ...] = (
    _by_proposal,
    _by_mood,
    by_time,
    _by_advice,
    _by_paper,
)


def _is_read_elsewhere(verb: Verb) -> bool:
    """Whether somebody reads from a paper: "V zapisniku 23. seje piše, da …", "V njem je na 4. strani: »…«"."""
    if phrase("stands-written").search(verb.governor):
        return True
    quoted = verb.statement.lstrip().startswith(OPENING)
    return quoted and bool(phrase("stands-written-in").search(verb.sentence.lead))


def _is_received(paper: Paper, reading: Reading) -> bool:
    """Whether it is told that the plan only came: "Člani sveta so načrt prejeli v vednost", by post, at no session."""
    certified = paper.kind is DocumentKind.DECISION and paper.session is None
    verb, told = reading.verb, reading.reported or paper.kind not in DECIDING or certified
    received = verb.tag.evidence.rule == NOTED and phrase("received").match(verb.tag.evidence.quote)
    return bool(received) and told and not (reading.quoted or phrase("of-session").search(verb.words))


def _is_writers(paper: Paper, reading: Reading) -> bool:
    """Whether those who write a certificate took note, and no council: "Z načrtom smo seznanjeni"."""
    verb = reading.verb
    ours = reading.subject.kind == "none" and verb.says == EventStatus.ACKNOWLEDGED and "smo" in verb.statement.split()
    return ours and paper.kind is DocumentKind.DECISION and paper.session is None and not verb.beside("session")


def _tells_of_another(paper: Paper, reading: Reading) -> bool:
    """Below "Predlogi sklepov:", too, it may be told what another council did: "V Kobaridu je bila točka umaknjena".

    Where each of several councils has its own text proposed, these are in the past tense, too: only what has a day
    behind the paper's own, or says "že", is told to have been resolved.
    """
    verb = reading.verb
    told = reading.reported and reading.subject.municipalities and "recommended" not in reading.marks
    worded = verb.statement.lstrip().startswith(OPENING)  # "»Svet Občine Litija potrjuje, da je seznanjen«"
    past = verb.says not in SUBSTANCE or was_before(paper, verb)
    there = reading.subject.kind != "council" and phrase("day-without-year").search(verb.words)  # "v Izoli 4. 9."
    return bool(told and verb.is_past and not worded and (past or there))


def _outside_of_minutes(paper: Paper, reading: Reading) -> EventStatus | None:
    """In a memo or a letter only a report of the past decides; the present tense there is still a proposal."""
    says = reading.verb.says
    past = reading.verb.is_past or reading.verb.was_resolved or _is_certified(reading.verb)
    past = past or (is_enclosed(reading.verb) and is_dated(reading.verb))
    if reading.reported:
        all_of_them = paper.kind is DocumentKind.PLAN and reading.subject.kind == "councils" and reading.verb.is_finite
        # "občinski sveti se seznanijo", "Sežana: svet se seznani 12. decembra": what is to be done
        listed = reading.verb.is_entry and not (all_of_them or _is_to_be(paper, reading.verb))
        worded = phrase("resolution-in-words").match(reading.verb.statement)  # "Besedilo sklepa: »se seznani«."
        worded = worded or phrase("resolution-lead").search(reading.verb.sentence.lead)
        listed = listed or reading.verb.tag.evidence.rule == ON_AGENDA  # "Na dnevnem redu ga ima laški občinski svet"
        return says if past or listed or worded or _is_stand(reading) else None
    if says in PROCEDURE and phrase("performative").search(reading.verb.tag.evidence.quote):
        return says
    if paper.kind in (DocumentKind.MEMO, DocumentKind.AGENDA):
        return _in_memo(paper, reading, past)
    if says == EventStatus.SCHEDULED:  # "na dnevnem redu 25. seje je bil načrt": what became of it, it is not
        been = paper.kind is DocumentKind.LETTER and phrase("was-on-agenda").search(reading.verb.statement)
        return None if been else says
    if paper.kind is DocumentKind.LETTER and past and says in SUBSTANCE and was_after(paper, reading.verb):
        return EventStatus.SCHEDULED  # written before the session of which it tells
    passive = reading.subject.kind in ("none", "mayor") and says in PROCEDURE
    passive = passive and (is_dated(reading.verb) or _is_writers_item(paper, reading.verb))
    by_council = reading.subject.is_council or (
        reading.subject.kind == "municipality" and phrase("by-its-council").search(reading.verb.statement)
    )
    stand = is_own_letter(paper) and _is_stand(reading)
    return says if (past and (by_council or passive)) or stand else None


def _is_writers_item(paper: Paper, verb: Verb) -> bool:
    """Whether a letter says of an item of its own council: "Točka je bila preložena na naslednjo sejo".

    So do the news of one session of the item that they have just told of: "Župan je to točko umaknil".
    """
    if paper.kind is DocumentKind.NEWS:
        alone = paper.session is not None and not verb.beside("municipality")
        return alone and bool(phrase("item-just-told").search(verb.words))
    return is_own_letter(paper) and is_writers_word(verb) and bool(phrase("item-or-plan").search(verb.words))


def _is_stand(reading: Reading) -> bool:
    """Whether it is told how a council stands: "Občinski svet z načrtom ne soglaša".

    Of taking note nobody writes so: "Občinski svet se seznanja z načrtom" is the text of a resolution.
    """
    stands = reading.subject.kind == "council" and phrase("stand-taken").fullmatch(reading.verb.tag.evidence.quote)
    decided = reading.verb.says in (EventStatus.ADOPTED, EventStatus.REJECTED)
    return bool(stands) and decided and is_writers_word(reading.verb)


def _is_certified(verb: Verb) -> bool:
    """Whether the writer confirms what was done: "Potrjujemo seznanitev občinskega sveta, opravljeno na 27. seji"."""
    done = verb.tag.evidence.rule == NOTING_DONE and not verb.is_finite and not verb.is_noun
    return done and is_dated(verb) and bool(phrase("writer-confirms").search(verb.statement))


def _is_to_be(paper: Paper, verb: Verb) -> bool:
    """Whether the present tense tells of a day that a list gives: "Sežana: svet se seznani 12. decembra"."""
    if verb.says not in SUBSTANCE or not verb.is_finite or verb.is_noun:
        return False
    titles = (paper.title or "", *verb.passage.section[-1:], *(each.text for each in paper.passages[:TITLES]))
    scheduled = any(len(each) <= LONGEST_TITLE and phrase("schedule-of-sessions").search(each) for each in titles)
    return scheduled or bool(phrase("day-of-month").search(verb.words))


def _in_memo(paper: Paper, reading: Reading, past: bool) -> EventStatus | None:
    verb = reading.verb
    headed = phrase("resolution").search(" ".join(verb.passage.section[-1:]))
    # "v Domžalah je vse že sprejeto": by whom? Only a council that is named in the same clause counts.
    told = verb.says not in SUBSTANCE or (
        reading.subject.is_council and reading.subject.words in f"{verb.governor}{verb.words}"
    )
    # A vote told with it was taken: "Po razpravi so sprejeli predlagani sklep (19 za)".
    known = is_dated(verb) or is_told_without_day(paper, verb) or verb.beside("vote")
    if past and told and known and not headed:
        return verb.says
    proposes = not past or phrase("resolution").search(verb.under)
    return EventStatus.PROPOSED if proposes and verb.says in SUBSTANCE else None
