"""Whether what is told says when it was, by its day, its session or its month."""

from __future__ import annotations

from rinsearch.compose.paper import Paper
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import DocumentKind
from rinsearch.taxonomy.phrases import phrase


def is_dated(verb: Verb) -> bool:
    """Whether the sentence says when it was: a date, a session, "že"."""
    return bool(verb.beside("date") or verb.beside("session") or phrase("already").search(verb.statement))


def is_told_without_day(paper: Paper, verb: Verb) -> bool:
    """Whether a memo says of an earlier plan that "aprila 2014" the council took note of it."""
    told = paper.kind is DocumentKind.MEMO and verb.is_past
    return told and bool(phrase("time-without-day").search(verb.words))
