"""Tables of contents: runs of lines that end in leaders, or a gap, and the number of a page.

What they say stands again where it belongs; taken for text, each heading would be there twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rinsearch.extract.shapes import ends_sentence
from rinsearch.records import Block, BlockKind, Table

FEWEST = 3  # entries; two lines with dots may be places to fill in
WRAPPED = 2  # lines before the one with the number: a long heading takes three lines at most
FALLS = 0.1  # of the steps may lead back, where a number was misread; sums of money fall in half of them
DOTS = 3  # before a number are a leader; fewer remain where a heading nearly fills the line
BLANKS = 3  # in a row are a gap

TEXT = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})

_TITLE = re.compile(r"\s*(?:kazalo(?: [^\W\d_]{2,12}){0,3}|vsebina)\s*:?\s*$", re.IGNORECASE)
_LEADER = " \t\u00a0.…·_"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class _Entry:
    """The page that an entry names; ``dotted``: by a leader, not by a gap or a single dot alone."""

    page: int
    dotted: bool


def with_contents(parts: Iterable[Block | Table]) -> Iterator[Block | Table]:
    """The parts with their tables of contents as blocks of their own, over pages and whatever the lines were."""
    known = list(parts)
    for is_table, run in groupby(known, lambda part: isinstance(part, Table)):
        if is_table:
            yield from run
        else:
            yield from _marked([part for part in run if isinstance(part, Block)])


def _marked(blocks: Sequence[Block]) -> Iterator[Block]:
    lines = [line for block in blocks if block.kind in TEXT for line in block.lines]
    entries = {id(lines[at]) for start, end in _runs([line.text for line in lines]) for at in range(start, end)}
    for is_contents, run in groupby(_divided(blocks, entries), lambda part: part.kind is BlockKind.CONTENTS):
        if is_contents:
            whole = list(run)
            yield replace(whole[0], lines=tuple(line for block in whole for line in block.lines))
        else:
            yield from run


def _divided(blocks: Iterable[Block], entries: set[int]) -> Iterator[Block]:
    """The blocks, cut where entries begin and end."""
    for block in blocks:
        for found, lines in groupby(block.lines, lambda line: id(line) in entries):
            part = replace(block, lines=tuple(lines))
            yield replace(part, kind=BlockKind.CONTENTS, level=None) if found else part


def _runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where lines are contents: behind the title, or from the first line with a leader on."""
    known = [_entry(text) for text in texts]
    at = 0
    while at < len(texts):
        entry = known[at]
        titled = bool(_TITLE.match(texts[at]))
        if not titled and (entry is None or not entry.dotted):
            at += 1
            continue
        start = at + titled
        at = max(_end(texts, known, start), at + 1)
        if _is_contents([each for each in known[start:at] if each], titled):
            yield start, at


def _end(texts: Sequence[str], known: Sequence[_Entry | None], start: int) -> int:
    """Behind the last entry of a run; headings of several lines have the number on the last one."""
    end = start
    for at in range(start, len(texts)):
        if known[at]:
            end = at + 1
        elif at - end >= WRAPPED or ends_sentence(texts[at]) or _TITLE.match(texts[at]):
            break
    return end


def _is_contents(entries: Sequence[_Entry], titled: bool) -> bool:
    """Whether there are enough entries, with pages that follow one another. Votes and sums stand behind gaps too."""
    if sum(titled or entry.dotted for entry in entries) < FEWEST:
        return False
    falls = sum(second.page < first.page for first, second in pairwise(entries))
    return falls <= FALLS * len(entries)


def _entry(text: str) -> _Entry | None:
    """What a line of a table of contents says.

    >>> _entry("1.1 Uvod . . . . . 5"), _entry("SKLEPI ZA OBDOBJE 2017–2020 .1"), _entry("Pot v letu 2017")
    (_Entry(page=5, dotted=True), _Entry(page=1, dotted=False), None)
    """
    text = text.rstrip()
    words = text.rstrip(_DIGITS)
    digits = text[len(words) :]
    heading = words.rstrip(_LEADER)
    gap = words[len(heading) :]
    if not 1 <= len(digits) <= 3 or not heading or not any(map(str.isalpha, heading)):
        return None
    if gap.count(".") >= DOTS or gap.count("_") >= DOTS or "…" in gap or "··" in gap:
        return _Entry(int(digits), True)
    open_gap = len(gap) >= BLANKS or "\t" in gap or (gap[:1].isspace() and "." in gap)
    return _Entry(int(digits), False) if open_gap else None


__all__ = ["with_contents"]
