"""How rightly a file was read: its words, their order, the rows of its tables, its characters.

- *Words*: precision, recall and F1 of words as they stand between white space, each as often as it occurs.
- *Reading order*: the share of the pairs of neighbours in the truth that are neighbours in what was read. This is
  ROUGE-2 recall (C.-Y. Lin, *ROUGE: a package for automatic evaluation of summaries*, 2004) with one reference.
- *Rows*: the share of the rows of true tables that were read with exactly the right cells.
- *Characters*: Levenshtein's distance by the length of the truth, the usual character error rate of OCR.

White space counts as one blank. Hyphens, dashes and bullets are left out on both sides, for a reader cannot tell every
hyphen at a line's end from one of the word. Headers and footers as the reader knows them do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from rinsearch.evaluate.distance import distance
from rinsearch.evaluate.truth import TrueTable, Truth
from rinsearch.records import Block, BlockKind, Document, Line, Table

RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)
LEFT_OUT = re.compile(r"[-\u00ad\u2010-\u2015•▪●◦·]")
DIVIDED = re.compile(r"\S[-\u00ad\u2010\u2011\u2013]$")  # at a line's end, also "Mokronog-" and "2017–"
LONGEST_COMPARED = 100_000  # characters: the distance takes 3 s for so many, and four times as long for twice as many

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What figures are made of; counts of several files add up."""

    words_right: int = 0
    words_read: int = 0
    words: int = 0
    pairs_right: int = 0
    pairs: int = 0
    ruled_right: int = 0
    ruled: int = 0
    open_right: int = 0
    open: int = 0
    rows_read: int = 0
    edits: int = 0
    characters: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


def compare(truth: Truth, document: Document) -> Counts:
    """What was read of a file beside what it says."""
    true, read = _words(truth.texts()), _words(_texts(document))
    ruled, ruled_right, rest = _rows_right(truth, True, Counter(_rows(document)))
    unruled, unruled_right, _ = _rows_right(truth, False, rest)
    short = max(len(" ".join(true)), len(" ".join(read))) <= LONGEST_COMPARED
    return Counts(
        words_right=_common(true, read),
        words_read=len(read),
        words=len(true),
        pairs_right=_common(pairwise(true), pairwise(read)),
        pairs=max(len(true) - 1, 0),
        ruled_right=ruled_right,
        ruled=ruled,
        open_right=unruled_right,
        open=unruled,
        rows_read=len(list(_rows(document))),
        edits=distance(" ".join(true), " ".join(read)) if short else 0,
        characters=len(" ".join(true)) if short else 0,
    )


def _common(some: Iterable[object], others: Iterable[object]) -> int:
    return (Counter(some) & Counter(others)).total()


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _plain(text).split()]


def _plain(text: str) -> str:
    """A text as it is compared.

    >>> _plain("• socialno-varstvene  storitve,\\n2017–2020")
    'socialnovarstvene storitve, 20172020'
    """
    return " ".join(LEFT_OUT.sub("", unicodedata.normalize("NFC", text)).split())


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        if isinstance(part, Table):
            yield from (_joined(cell.lines) for row in part.rows for cell in row)
        elif isinstance(part, Block) and part.kind not in RUNNING:
            yield _joined(part.lines)


def _joined(lines: Sequence[Line]) -> str:
    """Lines as one text; a word that was divided at a line's end is whole again."""
    text = ""
    for line in lines:
        text = text + line.text.strip() if DIVIDED.search(text) else f"{text} {line.text.strip()}"
    return text


def _rows(document: Document) -> Iterator[Row]:
    for part in document.parts:
        if isinstance(part, Table):
            yield from (tuple(_plain(_joined(cell.lines)) for cell in row) for row in part.rows)


def _rows_right(truth: Truth, ruled: bool, read: Counter[Row]) -> tuple[int, int, Counter[Row]]:
    """How many rows of such tables there are, how many were read, and the rows that were read besides."""
    tables = (part for part in truth.parts if isinstance(part, TrueTable) and part.ruled == ruled)
    true = Counter(tuple(map(_plain, row)) for table in tables for row in table.rows)
    return true.total(), (true & read).total(), read - true
