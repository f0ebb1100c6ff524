"""Who acts in a sentence of news, a report or a letter that names nobody: the council of the sentences before it.

"Svetniki so se sestali na 20. seji. Potrdili so zapisnik. Soglasno so se seznanili z načrtom." goes on of the same
people, as long as nobody else is spoken of in between.
"""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences_before
from rinsearch.compose.paper import opens_with, tags_of
from rinsearch.compose.subjects.bodies import NamedBody, municipality_of, nearest_body
from rinsearch.compose.subjects.clause_kinds import is_main
from rinsearch.compose.subjects.led import body_of_session, led_by
from rinsearch.compose.subjects.own_letters import at_own_session
from rinsearch.compose.subjects.places import named_in, situated
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.objects import NOTING_DONE, RESOLUTION_ADOPTED
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.records import DocumentKind, Municipality, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

# What was done: "je bil vzet na znanje", "seznanitev je bila opravljena", "sprejet je bil sklep o seznanitvi".
PASSIVE = frozenset({"decision.na-znanje", "decision.sprejeti", "decision.potrditi", NOTING_DONE, RESOLUTION_ADOPTED})
TELLING = (
    DocumentKind.NEWS,
    DocumentKind.REPORT,
    DocumentKind.MEMO,
    DocumentKind.LETTER,
    DocumentKind.OTHER,
)
REACH = 6  # sentences back to the one that names the council
LONGEST_TITLE = 60  # characters
PASSAGES = 4  # paragraphs back


def carried_on(context: Context, verb: Verb, subject: Subject) -> Subject:
    """Who acts, where a verb names nobody: whose session it was, or the council of the sentences before."""
    reports = context.paper.kind not in DECIDING or phrase("reports-that").search(verb.governor)
    if subject.kind == "none" and reports and (held := _at_session(verb, subject)):
        return held
    if subject.kind == "none" and not subject.municipalities and at_own_session(context.paper, verb, PASSIVE):
        return Subject("council", "", ())
    if subject.kind == "none" and (led := led_by(context, verb)):
        return Subject("council", "", municipality_of(*led))
    if context.paper.kind not in TELLING or subject.kind != "none" or subject.municipalities:
        return subject
    several = bool(phrase("they-did").search(verb.words))
    if not is_main(verb) or not (several or phrase("it-did").search(verb.words)):
        return subject
    for number, (passage, part) in enumerate(_before(context, verb)):
        elsewhere = passage.id != verb.passage.id and bool(situated(passage, part))
        if body := _council_in(passage, part, several=several):
            return subject if elsewhere else Subject("council", "", municipality_of(passage, part, body))
        if elsewhere or number >= REACH or _is_of_others(passage, part, several=several):
            return subject
    return subject


def _council_in(passage: Passage, part: Slice, *, several: bool) -> NamedBody | None:
    """The council of which a sentence tells, or whose session; "je vzel" goes on of "svet", and of no councillors."""
    found = nearest_body(passage.text, part, part.end)
    if found is None:
        return body_of_session(passage, part) if several else None
    agrees = several or phrase("council-in-singular").fullmatch(passage.text, found.start, found.end)
    return found if found.kind == "council" and agrees else None


def _is_of_others(passage: Passage, part: Slice, *, several: bool) -> bool:
    """Whether a sentence tells of somebody else, who may act in the next one; one who only spoke is not "they"."""
    words = passage.text[part.start : part.end]
    if several and phrase("somebody-spoke").search(words):
        return False
    return nearest_body(passage.text, part, part.end) is not None or bool(phrase("somebody-else").search(words))


def _at_session(verb: Verb, subject: Subject) -> Subject | None:
    """The council at whose session something was done: "Načrt je bil na seji občinskega sveta vzet na znanje"."""
    told = verb.tag.evidence.rule in PASSIVE and verb.is_past
    body = body_of_session(verb.passage, verb.clause) if told else None
    if body is None:
        return None
    places = subject.municipalities or municipality_of(verb.passage, verb.sentence, body)
    return Subject("council", verb.passage.text[body.start : body.end], places)


def of_title(context: Context, verb: Verb, subject: Subject) -> tuple[Municipality, ...]:
    """The municipality of the short line above, in news of several: "RAZKRIŽJE (seja 19. oktobra)".

    Who is not named in the sentence is the council only where the line speaks of a session.
    """
    if context.paper.kind not in (DocumentKind.NEWS, DocumentKind.REPORT, DocumentKind.OTHER):
        return ()
    here = context.position(verb.passage)
    for passage in reversed(context.paper.passages[max(0, here - PASSAGES) : here]):
        found = named_in(passage, 0, len(passage.text))
        if len(found) == 1 and _is_title(passage):
            return found if subject.kind == "council" or phrase("of-session").search(passage.text) else ()
    return ()


def of_dateline(context: Context, verb: Verb, subject: Subject) -> tuple[Municipality, ...]:
    """The place with which a piece of news begins: "BISTRICA OB SOTLI – …", and below it "Svetniki so se seznanili"."""
    if context.paper.kind is not DocumentKind.NEWS or subject.kind != "council":
        return ()
    here = context.position(verb.passage)
    for passage in reversed(context.paper.passages[max(0, here - PASSAGES) : here + 1]):
        until = verb.sentence.start if passage.id == verb.passage.id else len(passage.text)
        dated = phrase("place-of-news").match(passage.text)
        if dated:
            return named_in(passage, 0, dated.end())
        if any(situated(passage, part) for part in sentences_before(passage.text, until)):
            return ()  # somewhere else
    return ()


def _is_title(passage: Passage) -> bool:
    """Whether a line only names a municipality, and perhaps a session."""
    start = tags_of(passage, "municipality")[0].evidence.start
    named = opens_with(passage.text, 0, start) or phrase("council-of-entry").fullmatch(passage.text, 0, start)
    told = tags_of(passage, "decision") or passage.text.rstrip().endswith((".", "!", "?", ";"))
    return bool(named) and not told and len(passage.text) <= LONGEST_TITLE and passage.kind is not PassageKind.ROW


def _before(context: Context, verb: Verb) -> Iterator[tuple[Passage, Slice]]:
    """The sentences before a verb's, the nearest first, up to a heading."""
    here = context.position(verb.passage)
    for passage in reversed(context.paper.passages[max(0, here - PASSAGES) : here + 1]):
        if passage.kind is not PassageKind.PARAGRAPH:
            return
        own = passage.id == verb.passage.id
        parts = sentences_before(passage.text, verb.sentence.start if own else len(passage.text))
        yield from ((passage, part) for part in reversed(parts))
