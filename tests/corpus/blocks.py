"""What a source's body consists of: text runs and blocks; imports nothing of ours."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; ``"\\n"`` in it is a hard line break."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: Runs
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Item:
    marker: str  # "-" or the number as written: "3."
    runs: Runs


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; one that is covered by its neighbour's span is not drawn."""

    runs: Runs
    rows: int = 1
    columns: int = 1
    covered: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents goes (only typst makes one)."""


Block = Heading | Paragraph | Items | Table | PageBreak | Contents


@dataclass(frozen=True, slots=True)
class Body:
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    raw: str = ""


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def weights(table: Table) -> list[float]:
    """Relative column widths: a column needs room for its longest word and some for its usual amount of text."""
    return [_weight([plain(row[column].runs) for row in drawn(table)]) for column in range(len(table.head))]


def drawn(table: Table) -> list[Row]:
    return [table.head, *table.rows]


def _weight(texts: list[str]) -> float:
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    usual = sum(len(text) for text in texts) / len(texts)
    return float(max(longest + 2, min(2.2 * usual**0.6, 36)))
