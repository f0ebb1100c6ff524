"""Plain text: paragraphs out of wrapped lines, tables of bars and blanks, pages at form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from rinsearch.errors import LimitExceeded
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.encoding import decode
from rinsearch.extract.furniture import PageLine, furniture
from rinsearch.extract.gather import Gatherer
from rinsearch.extract.shapes import Shape
from rinsearch.extract.text_bars import head_of
from rinsearch.extract.text_bullets import with_bullets
from rinsearch.extract.text_cells import Cells, Found
from rinsearch.extract.text_columns import one_below_the_other
from rinsearch.extract.text_frames import is_edge, unframed, with_bars
from rinsearch.extract.text_running import running_lines
from rinsearch.extract.text_tables import joined_tables, tables_in
from rinsearch.records import Block, Line, Origin, Table

UNWRAPPED = 160  # characters: files with longer lines hold one paragraph a line
NEARLY_FULL = 0.85  # of the width: text copied from a page with proportional letters is ragged by a tenth

SHORTEST = 20  # characters of a line that may tell the width
LEAST_RUNNING = 15  # lines of running text that tell the width of a paper with tables

WRAPPED = "\u2028"  # after a line that surely goes on

CAPITAL = 0.25  # of a letter: so much wider is a capital one in proportional print

_COLUMNS = re.compile(r"\||\S {3,}\S|\t")
_BOLD = re.compile(r"\*\*([^*]*)\*\*")


@dataclass(frozen=True, slots=True)
class _Print:
    """How a text is printed: where its lines were wrapped, and the lines that stand on its pages again and again."""

    width: int | None
    running: frozenset[str]


def read_text(data: bytes, options: ReadOptions) -> Contents:
    """Read a plain text file; form feeds divide its pages."""
    pages = _unmarked(decode(data)).rstrip("\f\n ").split("\f")
    if len(pages) > options.pages:
        raise LimitExceeded(f"The text has {len(pages)} pages, more than {options.pages}.")
    lines = [_lines(page, number) for number, page in enumerate(pages, 1)]
    texts = [line.text for page in lines for line in page]
    printed = _Print(_width(texts), running_lines(texts))
    marked = furniture([dict(enumerate(_places(page))) for page in lines])
    gatherer = Gatherer(Origin.TEXT_LAYER)
    parts: list[Block | Table] = []
    kept = [[_blank(each) if at in marked[n] else each for at, each in enumerate(page)] for n, page in enumerate(lines)]
    head: Cells = []
    for number, (page, text) in enumerate(zip(lines, joined_tables(kept), strict=True)):
        found = list(tables_in(text, head))
        head = (head_of(found[-1].table) if found else []) or head
        parts += _parts(text, found, gatherer, printed)
        parts += [Block(kind, (page[at],), Origin.TEXT_LAYER) for at, kind in marked[number].items()]
    return Contents(len(pages), tuple(parts))


def _parts(lines: list[Line], tables: list[Found], gatherer: Gatherer, printed: _Print) -> Iterator[Block | Table]:
    """The tables of a page, and the blocks of the lines between them."""
    before = 0
    for found in tables:
        yield from gatherer.blocks(_shapes(lines[before : found.start], printed))
        yield found.table
        yield from gatherer.blocks(_shapes(list(found.left), printed))
        before = found.end
    yield from gatherer.blocks(_shapes(lines[before:], printed))


def _unmarked(text: str) -> str:
    """Take the marks of bold print out of a text that was once Markdown; they come in pairs.

    What is bold together belongs together: a line break inside is marked as one that a wrapped line has.

    >>> _unmarked("**ZADEVA: načrt\\nSEZNANITEV OBČIN** in **občinam**")
    'ZADEVA: načrt\\u2028\\nSEZNANITEV OBČIN in občinam'
    """
    if text.count("**") % 2:
        return text
    return _BOLD.sub(lambda match: re.sub(r"(?<=\S)\n(?=\S)", f"{WRAPPED}\n", match[1]), text)


def _without_empty_cells(text: str) -> str:
    """A line of a table without the separators of its empty last cells: a title above it is a title."""
    return text.rstrip("; ") if text.endswith(";;") else text


def _lines(page: str, number: int) -> list[Line]:
    lines = one_below_the_other(with_bars(with_bullets(page.split("\n"))))
    return [Line(_without_empty_cells(text.rstrip(" \t\r")), number) for text in lines]


def _places(page: list[Line]) -> list[PageLine]:
    """The lines with their ranks; blank ones do not count."""
    total = sum(1 for line in page if line.text.strip())
    places, rank = [], 0
    for line in page:
        places.append(PageLine.of(line, rank, total))
        rank += bool(line.text.strip())
    return places


def _blank(line: Line) -> Line:
    return Line("", line.page)


def _width(lines: list[str]) -> int | None:
    """Where the lines were wrapped, in characters; ``None`` where each paragraph is one line. Tables are wider."""
    running = [len(text) for text in lines if len(text) > SHORTEST and not _COLUMNS.search(text)]
    known = sorted(running if len(running) >= LEAST_RUNNING else [len(text) for text in lines if len(text) > SHORTEST])
    if not known or (known[-1] > UNWRAPPED and sum(1 for each in known if each > UNWRAPPED) >= 0.02 * len(known)):
        return None
    return known[int(0.97 * (len(known) - 1))]


def _shapes(lines: list[Line], printed: _Print) -> Iterator[Shape]:
    """The lines with text; a blank line stands before those that are ``apart``, an edge, or the number of a page."""
    apart = False
    lines = [replace(line, text=unframed(line.text)) if "|" in line.text else line for line in lines]
    for line, following in zip_longest(lines, lines[1:]):
        if not line.text.strip() or is_edge(line.text):
            apart = True
            continue
        bare = line.text.lstrip()
        full = line.text.endswith(WRAPPED) or _is_full(line.text, following, printed.width)
        runs = bare in printed.running
        text = line.text.removesuffix(WRAPPED)
        yield Shape(replace(line, text=text), full, apart or runs, indent=len(line.text) - len(bare))
        apart = runs


def _is_full(text: str, following: Line | None, width: int | None) -> bool:
    """Whether the next word would not have fitted in."""
    if width is None or following is None or not following.text.strip():
        return False
    return _measure(text.rstrip()) + 1 + _measure(following.text.split()[0]) >= NEARLY_FULL * width


def _measure(text: str) -> float:
    """The length in letters of usual width."""
    return len(text) + CAPITAL * sum(map(str.isupper, text))
