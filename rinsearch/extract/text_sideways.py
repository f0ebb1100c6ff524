"""Tables of blanks that lie on their side: a known label begins each line, and behind it stand several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rinsearch.extract.text_cells import LEAST_ROWS, MOST_LINES, RULE, Cells, Found, merged, table
from rinsearch.records import Line
from rinsearch.taxonomy import column_field

LEAST_THINGS = 2  # beside the label; one is the value of a form
SHARE_OF_LABELS = 0.6  # are names of known fields
SHARE_OF_STARTS = 0.75  # of what stands beside labels begins where a thing of the first line does
MOST_ABOVE = 2  # lines above the first label, with the names of the things
NEAR = 1  # characters
_CHUNK = re.compile(r"\S+(?:[ \u00a0]\S+)*")

Span = tuple[int, int]


def sideways(lines: Sequence[Line], start: int) -> Found | None:
    """Lines such as "Nosilec      DU Sežana      Karitas", below one that names the things: "     Ukrep 1    Ukrep 2".

    A line without a label goes on with the cells of the one above it.
    """
    first = next((at for at in range(start, min(len(lines), start + MOST_ABOVE + 1)) if _things(lines[at].text)), None)
    things = () if first is None else _things(lines[first].text)
    if first is None or not _is_head(lines[start:first], things):
        return None
    end, rows = first, list[Cells]()
    while end < min(len(lines), start + MOST_LINES) and lines[end].text.strip() and not RULE.match(lines[end].text):
        chunks = _chunks(lines[end].text)
        if not _fits(chunks, things):
            break
        cells = _cut(lines[end], chunks, things)
        rows = [*rows, cells] if cells[0] or not rows else [*rows[:-1], merged([rows[-1], cells])]
        end += 1
    known = len({field for row in rows if (field := column_field(row[0][0].text))})  # each label stands there once
    if len(rows) < LEAST_ROWS or known < SHARE_OF_LABELS * len(rows) or not all(row[1] and row[2] for row in rows):
        return None
    names = [merged([_cut(line, _chunks(line.text), things) for line in lines[start:first]])] if first > start else []
    return Found(start, end, table([*names, *rows], 0))


def _things(text: str) -> tuple[int, ...]:
    """Where the things beside a known label begin; nothing where a line has no label or one thing alone."""
    if "  " not in text or text[:1].isspace():  # as most lines
        return ()
    chunks = _chunks(text)
    if len(chunks) <= LEAST_THINGS or column_field(text[slice(*chunks[0])]) is None:
        return ()
    headings = any(column_field(text[slice(*span)]) for span in chunks[1:])
    return () if headings else tuple(start for start, _ in chunks[1:])


def _chunks(text: str) -> list[Span]:
    """Runs of words that are divided by two blanks or more."""
    return [match.span() for match in _CHUNK.finditer(text)]


def _is_head(lines: Sequence[Line], things: Sequence[int]) -> bool:
    """Whether lines above the first label are none, or name the things: each has its own words above it."""
    chunks = [_chunks(line.text) for line in lines]
    inside = all(spans and spans[0][0] > 0 and _fits(spans, things) for spans in chunks)
    return not lines or (inside and len(chunks[0]) == len(things))


def _fits(chunks: Sequence[Span], things: Sequence[int]) -> bool:
    """Whether what stands beside the label begins where the things do."""
    beside = [start for start, _ in chunks if start > 0]
    near = sum(any(abs(start - thing) <= NEAR for thing in things) for start in beside)
    return bool(beside) and near >= SHARE_OF_STARTS * len(beside)


def _cut(line: Line, chunks: Sequence[Span], things: Sequence[int]) -> Cells:
    """The cells of a line: a chunk belongs to the thing whose beginning it stands behind."""
    cells: Cells = [[] for _ in range(len(things) + 1)]
    reaches = [(0, things[0]), *pairwise([*things, 1 << 30])]
    for start, end in chunks:
        at = next(number for number, (first, stop) in enumerate(reaches) if first - (number > 0) <= start < stop - NEAR)
        cells[at].append(replace(line, text=line.text[start:end]))
    return cells
