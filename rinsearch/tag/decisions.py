"""Wordings of decisions: the verb, with the status that the words alone say.

Whose decision it is, about what, and whether it is only proposed, is settled by the compose room.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.clauses import Slice, clauses, sentences
from rinsearch.sieve import Sieve
from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy.wordings import Wording, wordings

if TYPE_CHECKING:
    from spacy.tokens import Doc


def decisions(doc: Doc) -> Iterator[Find]:
    """Find the wordings of decisions, clause by clause; at one place the first wording of the list wins."""
    text = text_of(doc)
    known = _sieve().kept(text)
    parts = sentences(text) if known else ()  # every other passage has no wording: its sentences need not be looked for
    for sentence in parts:
        around = text[sentence.start : sentence.end].lower()
        wordings = known if len(parts) == 1 else _sieve().kept(around)
        for clause in clauses(text, sentence.start, sentence.end) if wordings else ():
            yield from _in_clause(text, clause, around)


@cache
def _sieve() -> Sieve[Wording]:
    """Most clauses hold the verbs of few wordings or of none."""
    return Sieve((wording, wording.pattern) for wording in wordings())


def _in_clause(text: str, clause: Slice, around: str) -> Iterator[Find]:
    """Wordings in a clause; the further words of some stand anywhere in the sentence ``around``."""
    lower = clause.words(text).lower()
    taken: list[tuple[int, int]] = []
    for wording in _sieve().kept(lower):
        if not wording.fits(around if wording.in_sentence else lower):
            continue
        for match in wording.pattern.finditer(lower):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            start, end = match.span(match.lastgroup or 0)  # of a noun without the number before it
            yield Find("decision", wording.status, clause.start + start, clause.start + end, f"decision.{wording.name}")
