"""Wordings of decisions: the verb, with the status that the words alone say.

Whose decision it is, about what, and whether it is only proposed, is settled by the compose room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.clauses import Slice, clauses, sentences
from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy.wordings import wordings

if TYPE_CHECKING:
    from spacy.tokens import Doc


def decisions(doc: Doc) -> Iterator[Find]:
    """Find the wordings of decisions, clause by clause; at one place the first wording of the list wins."""
    text = text_of(doc)
    for sentence in sentences(text):
        around = text[sentence.start : sentence.end].lower()
        whole = frozenset(each.name for each in wordings() if each.in_sentence and each.fits(around))
        for clause in clauses(text, sentence.start, sentence.end):
            yield from _in_clause(text, clause, whole)


def _in_clause(text: str, clause: Slice, whole: frozenset[str]) -> Iterator[Find]:
    """Wordings in a clause; ``whole`` are those whose further words stand in the sentence."""
    lower = clause.words(text).lower()
    taken: list[tuple[int, int]] = []
    for wording in wordings():
        if not (wording.name in whole if wording.in_sentence else wording.fits(lower)):
            continue
        for match in wording.pattern.finditer(lower):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            start, end = match.span(match.lastgroup or 0)  # of a noun without the number before it
            yield Find("decision", wording.status, clause.start + start, clause.start + end, f"decision.{wording.name}")
