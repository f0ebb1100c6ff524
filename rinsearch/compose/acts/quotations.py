"""Resolutions that a letter quotes: "Občinski svet je sprejel naslednji sklep:", and below it the words themselves."""

from __future__ import annotations

from rinsearch.clauses import sentences
from rinsearch.compose.paper import Paper
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.verbs import Context, Verb, verbs_of
from rinsearch.records import DocumentKind, EventStatus, Passage
from rinsearch.taxonomy.phrases import phrase

QUOTES = ' \n"»„“('


def is_quoted(context: Context, verb: Verb) -> bool:
    """Whether a letter says right before these words that its council adopted them, or that they are its resolution."""
    here = context.position(verb.passage)
    if context.paper.kind != DocumentKind.LETTER or here == 0:
        return False
    before = verb.passage.text[: verb.sentence.start].rstrip(QUOTES)
    if before.endswith(":") and _tells_of_resolving(context, verb.passage, verb.sentence.start):
        return True
    if verb.sentence.lead:
        return _sends_resolution(verb.sentence.lead)
    above = context.paper.passages[here - 1]
    if verb.passage.text[: verb.sentence.start].strip(' "»„“(') or not above.text.rstrip().endswith(":"):
        return False
    return _tells_of_resolving(context, above, len(above.text)) or _sends_resolution(above.text)


def _sends_resolution(lead: str) -> bool:
    """Whether a lead-in gives the resolution of a session: "Sporočamo sklep 21. seje:", and none yet to be adopted."""
    last = lead[sentences(lead)[-1].start :]
    return bool(phrase("resolution-sent-as").search(last)) and not phrase("resolution-to-come").search(last)


def _tells_of_resolving(context: Context, passage: Passage, until: int) -> bool:
    """Whether the last verb of a passage before a place says that the paper's own council adopted something."""
    told = [verb for verbs in verbs_of(passage) for verb in verbs if verb.start < until]
    last = told[-1] if told else None
    if last is None or last.says != EventStatus.ADOPTED or last.is_finite or marks_of(context, last):
        return False
    announces = phrase("announces-resolution").search(last.statement) and phrase("past").search(last.statement)
    return bool(announces) and _is_own(context.paper, last)


def _is_own(paper: Paper, verb: Verb) -> bool:
    subject = subject_of(verb)
    return subject.kind == "council" and all(each == paper.issuer for each in subject.municipalities)
