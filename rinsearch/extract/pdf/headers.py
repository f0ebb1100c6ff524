"""Header rows of tables without standing rules: what stands side by side under known names of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub

from rinsearch.extract.pdf.lines import Piece
from rinsearch.taxonomy import column_field

APART = 0.6  # of the size: words of a heading stand closer, also in bold print
PARTED = 0.5  # of the size: a gap that may divide headings
TALLEST = 4  # lines of a header
HALF = 0.85  # times the size
STEP = 1.75  # times the size: lines of a header stand closer
LONGEST = 60  # characters of a heading
MOST = 14  # columns; a justified line of prose falls into more parts

Row = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row that stand together; edges in points."""

    text: str
    left: float
    right: float
    piece: Piece
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its parts from the top down, and from where to where it reaches, in points."""

    parts: tuple[Part, ...]
    left: float
    right: float

    @property
    def text(self) -> str:
        """The whole heading in one line."""
        return " ".join(part.text for part in self.parts)

    @property
    def field(self) -> str | None:
        """The field that the column holds."""
        return column_field(self.text)


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table, from the left, and how many printed rows they take."""

    heads: tuple[Head, ...]
    height: int

    @property
    def known(self) -> int:
        """How many headings name different fields."""
        return len({head.field for head in self.heads} - {None})


def header_at(rows: Sequence[Row], at: int) -> Header | None:
    """The header of a table that begins with this row, or ``None``."""
    first = _parts(rows[at])
    fewest = 1 if _is_half(rows, at) else 2
    if not fewest <= len(first) <= MOST or not _are_short(first):
        return None
    lines = [first]
    for above, below in pairwise(rows[at : at + TALLEST]):
        if _top(below) - _top(above) > STEP * above[0].size:
            break
        lines.append(_parts(below))
    found = [Header(tuple(_heads(lines[:height])), height) for height in range(1, len(lines) + 1)]
    best = max(found, key=lambda header: (_fields(header), -header.height))
    return _grown(best, found, rows[at : at + TALLEST]) if _is_header(best) else None


def is_header(rows: Sequence[Row], at: int) -> bool:
    """Whether a table begins with this row."""
    return may_begin(rows, at) and header_at(rows, at) is not None


def may_begin(rows: Sequence[Row], at: int) -> bool:
    """Whether a look is worth while: nearly all lines of prose have no gap wider than a space."""
    if not rows[at][0].text[:1].isupper():
        return False
    return is_parted(rows[at]) or (_is_half(rows, at) and is_parted(rows[at + 1]))


def _is_half(rows: Sequence[Row], at: int) -> bool:
    """Whether the next row stands half a line below, as where headings are set at their middle."""
    return at + 1 < len(rows) and _top(rows[at + 1]) - _top(rows[at]) < HALF * rows[at][0].size


def is_parted(row: Row) -> bool:
    """Whether a row has a gap that is wider than a space."""
    if len(row) > 1:
        return True
    lefts, rights = row[0].edges
    return len(lefts) > 1 and max(map(sub, lefts[1:], rights[:-1])) > PARTED * row[0].size


def _fields(header: Header) -> int:
    return sum(head.field is not None for head in header.heads)


def _is_header(header: Header) -> bool:
    """Whether most headings are known and differ: of two columns both, of more at least two and nearly half."""
    wide = len(header.heads)
    if wide < 2 or any(head.text.rstrip().endswith((":", ",", ";")) for head in header.heads):
        return False
    if any(head.field and not head.text[0].isupper() for head in header.heads):
        return False
    return header.known >= 2 and header.known * 5 >= wide * 2


def _are_short(parts: Sequence[Part]) -> bool:
    """Whether the parts can be headings: short, and none of them a figure or the middle of a sentence."""
    short = all(len(part.text) <= LONGEST and part.text[:1].isalpha() for part in parts)
    return short and parts[0].text[0].isupper()


def _grown(header: Header, found: Sequence[Header], rows: Sequence[Row]) -> Header:
    """With the lines below that go on with headings nobody knows: in bold as those above, or in small letters."""
    bold = all(piece.bold for row in rows[: header.height] for piece in row)
    for taller in found[header.height :]:
        row = rows[taller.height - 1]
        alike = bold and all(piece.bold for piece in row)
        small = all(part.text[:1].islower() for part in _parts(row))
        if len(taller.heads) != len(header.heads) or not (alike or small):
            break
        header = taller
    return header


def _top(row: Row) -> float:
    return row[0].box.top if len(row) == 1 else min(piece.box.top for piece in row)


def _parts(row: Row) -> list[Part]:
    """The words of a row, divided at gaps that are no spaces."""
    parts: list[Part] = []
    for piece in row:
        words, (lefts, rights) = piece.text.split(), piece.edges
        if len(words) != len(lefts):
            return []
        for start, end in _together(piece):
            text = " ".join(words[start:end])
            parts.append(Part(text, lefts[start], rights[end - 1], piece, (start, end)))
    return parts


def _together(piece: Piece) -> Iterator[tuple[int, int]]:
    lefts, rights = piece.edges
    cuts = [at for at in range(1, len(lefts)) if lefts[at] - rights[at - 1] > APART * piece.size]
    return pairwise([0, *cuts, len(lefts)])


def _heads(lines: Sequence[Sequence[Part]]) -> list[Head]:
    """The parts of several lines put together where they stand one above the other."""
    groups: list[list[tuple[int, Part]]] = []
    reach = float("-inf")
    for number, part in sorted(((n, p) for n, line in enumerate(lines) for p in line), key=lambda each: each[1].left):
        if part.left >= reach:
            groups.append([])
            reach = part.right
        groups[-1].append((number, part))
        reach = max(reach, part.right)
    return [head for group in groups for head in _columns(group)]


def _columns(group: Sequence[tuple[int, Part]]) -> Iterator[Head]:
    """One heading; or several under one that is merged over them."""
    by_line: dict[int, list[Part]] = {}
    for number, part in group:
        by_line.setdefault(number, []).append(part)
    widest = max(by_line.values(), key=len)
    for column in widest:
        over = [p for n in sorted(by_line) for p in by_line[n] if p.left < column.right and column.left < p.right]
        if len(widest) == 1:
            over = [part for n in sorted(by_line) for part in by_line[n]]
        left, right = min(part.left for part in over), max(part.right for part in over)
        if len(widest) > 1:
            left, right = column.left, column.right
        yield Head(tuple(over), left, right)
