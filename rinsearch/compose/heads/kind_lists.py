"""Papers that are lists: of measures, and of municipalities with what became of a plan in each."""

from __future__ import annotations

from collections.abc import Iterable

from rinsearch.compose.fields.columns import MEASURE, STATE, columns_of
from rinsearch.compose.fields.labels import LINED, labels_in
from rinsearch.compose.paper import TextLine, lines, opens_with, tags_between
from rinsearch.records import Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

MEASURES = 3  # a letter or a memo names one or two
SHARE = 5  # of so many passages one at least is a measure
OUTCOMES = 2  # one may be told in a plan, of the plan before it
COUNCILS = 3  # municipalities with what became of the plan there; a letter tells of one or two
ENDS = " \n,;."  # behind an item
WHO_AND_WHEN = frozenset({"provider", "deadline"})


def list_of_measures(passages: Iterable[Passage]) -> TextLine | None:
    """The first of the measures that fill a paper, each with who and until when."""
    every = tuple(passages)
    found = [passage for passage in every if _is_measure(passage)]
    filled = len(found) >= MEASURES and SHARE * len(found) >= len(every)
    return TextLine(found[0], 0, len(found[0].text)) if filled else None


def list_of_outcomes(passages: tuple[Passage, ...]) -> TextLine | None:
    """The first place that says of a measure, a goal or a task what came of it, where several do: a plan knows none."""
    told = [(passage, count) for passage in passages if (count := _outcomes(passage))]
    return TextLine(told[0][0], 0, len(told[0][0].text)) if sum(count for _, count in told) >= OUTCOMES else None


def _outcomes(passage: Passage) -> int:
    """How often a passage says what came of something: in a column for that, or in its words."""
    if passage.columns:
        return {MEASURE, STATE} <= columns_of(tuple(column.heading for column in passage.columns)).known
    return sum(bool(phrase("outcome-of-measure").search(line.text)) for line in lines((passage,)))


def list_of_councils(passages: tuple[Passage, ...]) -> TextLine | None:
    """The first line of a list of municipalities, each with what its council did."""
    told = [(line, name.value) for line in lines(passages) if (name := _opening(line)) and _tells_result(line)]
    return told[0][0] if len({value for _, value in told}) >= COUNCILS else None


def _is_measure(passage: Passage) -> bool:
    if passage.columns:
        known = columns_of(tuple(column.heading for column in passage.columns)).known
        return MEASURE in known and bool(known & WHO_AND_WHEN)
    if passage.kind == PassageKind.HEADING:
        return False
    if passage.text.rstrip(ENDS)[-1:] in (")", "]") and phrase("measure-in-brackets").search(passage.text):
        return True
    return ":" in passage.text and len({label.field for label in labels_in(passage)} & LINED) >= len(WHO_AND_WHEN)


def _opening(line: TextLine) -> Tag | None:
    """The municipality with which a line begins."""
    named = tags_between(line.passage, "municipality", line.start, line.end)[:1]
    return next((tag for tag in named if opens_with(line.passage.text, line.start, tag.evidence.start)), None)


def _tells_result(line: TextLine) -> bool:
    """Whether a verb of a decision, a vote or a date stands behind a name, in a table in its row."""
    end = len(line.passage.text) if line.passage.kind == PassageKind.ROW else line.end
    return any(tags_between(line.passage, label, line.start, end) for label in ("decision", "date", "vote"))
