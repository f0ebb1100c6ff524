"""Who acts in a sentence of a piece of news that names nobody: the council of the sentences before it.

"Svetniki so se sestali na 20. seji. Potrdili so zapisnik. Soglasno so se seznanili z načrtom." goes on of the same
people, as long as nobody else is spoken of in between.
"""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences_before
from rinsearch.compose.paper import opens_with, tags_of
from rinsearch.compose.subjects.bodies import NamedBody, municipality_of, nearest_body
from rinsearch.compose.subjects.clause_kinds import is_main
from rinsearch.compose.subjects.places import named_in, situated
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.objects import NOTING_DONE, RESOLUTION_ADOPTED
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.records import DocumentKind, Municipality, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

# What was done: "je bil vzet na znanje", "seznanitev je bila opravljena", "sprejet je bil sklep o seznanitvi".
PASSIVE = frozenset({"decision.na-znanje", "decision.sprejeti", "decision.potrditi", NOTING_DONE, RESOLUTION_ADOPTED})
REACH = 6  # sentences back to the one that names the council
LONGEST_TITLE = 60  # characters
PASSAGES = 4  # paragraphs back


def carried_on(context: Context, verb: Verb, subject: Subject) -> Subject:
    """Who acts, where a verb names nobody: whose session it was, or in news the council of the sentences before."""
    if subject.kind == "none" and context.paper.kind not in DECIDING and (held := _at_session(verb, subject)):
        return held
    if context.paper.kind is not DocumentKind.NEWS or subject.kind != "none" or subject.municipalities:
        return subject
    if not (is_main(verb) and phrase("they-did").search(verb.words)):
        return subject
    for number, (passage, part) in enumerate(_before(context, verb)):
        words = passage.text[part.start : part.end]
        found = nearest_body(passage.text, part, part.end)
        elsewhere = passage.id != verb.passage.id and situated(passage, part)
        if found is not None and found.kind == "council" and not elsewhere:
            return Subject("council", "", municipality_of(passage, part, found))
        if found is not None or elsewhere or number >= REACH or phrase("somebody-else").search(words):
            return subject
    return subject


def _at_session(verb: Verb, subject: Subject) -> Subject | None:
    """The council at whose session something was done: "Načrt je bil na seji občinskega sveta vzet na znanje"."""
    clause, told = verb.clause, verb.tag.evidence.rule in PASSIVE and verb.is_past
    found = phrase("at-session-of-council").search(verb.passage.text, clause.start, clause.end) if told else None
    if found is None:
        return None
    body = NamedBody("council", *found.span("body" if found["body"] else "held"))
    places = subject.municipalities or municipality_of(verb.passage, verb.sentence, body)
    return Subject("council", verb.passage.text[body.start : body.end], places)


def of_title(context: Context, verb: Verb, subject: Subject) -> tuple[Municipality, ...]:
    """The municipality of the short line above, in news of several: "RAZKRIŽJE (seja 19. oktobra)".

    Who is not named in the sentence is the council only where the line speaks of a session.
    """
    if context.paper.kind not in (DocumentKind.NEWS, DocumentKind.REPORT):
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
