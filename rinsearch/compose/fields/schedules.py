"""Columns of years, quarters or months in which marks say when a measure runs: "x" below "2018" and "2019"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from rinsearch.compose.fields.columns import ONE_ABOVE_THE_OTHER
from rinsearch.compose.fields.drafts import Span
from rinsearch.records import Column, Passage
from rinsearch.taxonomy import months
from rinsearch.taxonomy.phrases import phrase

LEAST_TIMES = 2  # columns


def marked_times(row: Passage) -> tuple[str, Span] | None:
    """The times whose columns a row marks, as words and with the place of the marks: "2015–2016"; ``None`` for none."""
    times = times_of_columns(tuple(column.heading for column in row.columns))
    marked = [at for at in times if phrase("time-mark").fullmatch(_cell(row, row.columns[at]))]
    filled = [at for at in times if _cell(row, row.columns[at])]
    if not marked or len(marked) < len(filled):
        return None
    order = list(times)
    runs = _runs([order.index(at) for at in marked])
    words = ", ".join(_range(times[order[run[0]]], times[order[run[-1]]]) for run in runs)
    return words, (row.columns[marked[0]].start, row.columns[marked[-1]].end)


def times_of_columns(headings: Sequence[str]) -> dict[int, str]:
    """The times of neighbouring columns that count up, by their numbers; none where fewer than two do."""
    found = {at: time for at, heading in enumerate(headings) if (time := _time(heading))}
    together = all(second - first == 1 for first, second in pairwise(found))
    return found if len(found) >= LEAST_TIMES and together else {}


def _cell(row: Passage, column: Column) -> str:
    return row.text[column.start : column.end].strip()


def _time(heading: str) -> str | None:
    """ "2018", "leto 2018", "2018 / Q1", "I. kv. 2018", "Leto izvedbe / 2018"."""
    parts = [part.strip() for part in heading.split(ONE_ABOVE_THE_OTHER)]
    last = parts[-1]
    year = phrase("year-heading").fullmatch(last)
    if year:
        return year["year"]
    above = next(
        (match["year"] for part in reversed(parts[:-1]) if (match := phrase("year-heading").search(part))), None
    )
    part = phrase("part-of-year-heading").fullmatch(last)
    told = (part["year"] or part["after"] or above) if part else None
    if part is None or told is None:
        return None
    named = phrase("part-of-year").fullmatch(part["part"]) or part["part"].rstrip(".").lower() in months()
    return f"{part['part']} {told}" if named else None


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places that follow each other, together."""
    return [[at for _, at in group] for _, group in groupby(enumerate(places), key=lambda each: each[1] - each[0])]


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
