"""Markdown: headings, lists, pipe tables; the marks themselves are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.encoding import decode
from rinsearch.extract.shapes import heading_level, is_bullet, item_number
from rinsearch.extract.text_bars import barred
from rinsearch.extract.text_rests import with_whole_cells
from rinsearch.records import Block, BlockKind, Cell, Line, Origin, Table

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)*\s*:?-{3,}:?\s*\|?\s*$")
_THEMATIC = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_(?=\S))([^*_\n]{1,400}?)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_PIPE = re.compile(r"(?<!\\)\|")
LEAST_ROWS = 3  # of a table without a rule


def read_markdown(data: bytes, options: ReadOptions) -> Contents:
    """Read a Markdown file; form feeds divide its pages."""
    text = decode(data).rstrip("\f\n ")
    pages = text.split("\f")
    parts: list[Block | Table] = []
    for number, page in enumerate(pages, 1):
        parts += _parts([Line(text, number) for text in page.split("\n")])
    marked = any(_HEADING.match(line) for line in text.split("\n"))
    return Contents(len(pages), tuple(parts) if marked else tuple(map(_by_words, parts)))


def _by_words(part: Block | Table) -> Block | Table:
    """A heading that shows in its words: a text with a table of bars in it need not mark its headings."""
    if isinstance(part, Table) or part.kind is not BlockKind.PARAGRAPH or len(part.lines) > 1:
        return part
    level = heading_level(part.lines[0].text)
    return part if level is None else replace(part, kind=BlockKind.HEADING, level=level)


def _parts(lines: Sequence[Line]) -> Iterator[Block | Table]:
    run: list[Line] = []
    at = 0
    while at < len(lines):
        rows = _table_length(lines, at)
        if rows:
            yield from _blocks(run)
            run = []
            yield _drawn(lines[at : at + rows]) or _table(lines[at : at + rows])
        else:
            run.append(lines[at])
        at += rows or 1
    yield from _blocks(run)


def _table_length(lines: Sequence[Line], at: int) -> int:
    """How many lines a table has that begins here: a row, a rule under it, more rows; or rows alone between bars."""
    if "|" not in lines[at].text or at + 1 >= len(lines):
        return 0
    if not _is_rule(lines[at + 1]):
        return 0 if _is_rule(lines[at]) else _barred_length(lines, at)
    end = at + 2
    while end < len(lines) and "|" in lines[end].text and lines[end].text.strip():
        end += 1
    return end - at


def _is_rule(line: Line) -> bool:
    return "|" in line.text and bool(_RULE.match(line.text))


def _barred_length(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on stand between bars, as many in each: a table that was drawn without a rule."""
    width = _bars(lines[at])
    end = at
    while width and end < len(lines) and _bars(lines[end]) == width:
        end += 1
    return end - at if end - at >= LEAST_ROWS else 0


def _drawn(lines: Sequence[Line]) -> Table | None:
    """A table that is drawn as in plain text, with rules between its rows of several lines; else none."""
    found = barred(lines, 0) if sum(map(_is_rule, lines)) > 1 else None
    return replace(found.table, origin=Origin.MARKUP) if found and found.end == len(lines) else None


def _bars(line: Line) -> int:
    """How many bars a line has, if it begins and ends with one."""
    text = line.text.strip()
    inside = len(text) > 1 and text.startswith("|") and text.endswith("|")
    return len(_PIPE.findall(text)) if inside else 0


def _table(lines: Sequence[Line]) -> Table:
    rows = [_row(line) for line in (lines[0], *lines[1 + _is_rule(lines[1]) :])]
    width = len(rows[0])
    padded = [[*row, *[Cell(())] * width][:width] for row in rows]
    if not any(cell.lines for cell in rows[0]):
        return Table(tuple(map(tuple, padded[1:])), Origin.MARKUP, 0)
    whole = with_whole_cells([[list(cell.lines) for cell in row] for row in padded])  # many draw rows of several lines
    return Table(tuple(tuple(Cell(tuple(lines)) for lines in row) for row in whole), Origin.MARKUP, 1)


def _row(line: Line) -> tuple[Cell, ...]:
    text = line.text.strip().removeprefix("|").removesuffix("|")
    return tuple(_cell(part.replace("\\|", "|"), line.page) for part in _PIPE.split(text))


def _cell(text: str, page: int | None) -> Cell:
    lines = (_bare(part).strip() for part in _BREAK.split(text))
    return Cell(tuple(Line(line, page) for line in lines if line))


def _bare(text: str) -> str:
    """The text without marks of emphasis and addresses of links.

    >>> _bare("**Občina Semič** in [načrt](https://x.example), 3 * 4 * 5")
    'Občina Semič in načrt, 3 * 4 * 5'
    """
    text = _LINK.sub(r"\1", text)
    for _ in range(2):
        text = _EMPHASIS.sub(lambda match: match[2] if match[2] == match[2].strip() else match[0], text)
    return text


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    draft: list[Line] = []
    kind = BlockKind.PARAGRAPH
    for line in lines:
        heading = _HEADING.match(line.text)
        fresh = heading or not line.text.strip() or _is_item(line.text) or _is_hard_break(draft)
        if fresh and draft:
            yield Block(kind, tuple(draft), Origin.MARKUP)
            draft = []
        if heading:
            yield Block(BlockKind.HEADING, (Line(_bare(heading[2]), line.page),), Origin.MARKUP, len(heading[1]))
        elif line.text.strip() and not _THEMATIC.match(line.text):
            if not draft:
                kind = BlockKind.ITEM if _is_item(line.text) else BlockKind.PARAGRAPH
            draft.append(Line(_bare(line.text.removeprefix("> ").removesuffix("\\")).rstrip("\r"), line.page))
    if draft:
        yield Block(kind, tuple(draft), Origin.MARKUP)


def _is_item(text: str) -> bool:
    return item_number(text) is not None or (is_bullet(text) and not _THEMATIC.match(text))


def _is_hard_break(draft: Sequence[Line]) -> bool:
    """Two blanks at the end of a line divide lines that shall stay apart."""
    return bool(draft) and draft[-1].text.endswith("  ")
