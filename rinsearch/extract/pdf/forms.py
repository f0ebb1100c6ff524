"""Whether two columns are of blocks set alike: the same labels on both sides, or titles in bold print above text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rinsearch.extract.pdf.lines import WIDE, Piece
from rinsearch.taxonomy import column_fields

FEWEST_SHARED = 2  # labelled lines in each column that have their like in the other one
FEWEST_TITLES = 2  # lines in bold print with plain ones below, in each column
WHOLE_LINES = 0.8  # of a column's lines have no wide gap inside; those of tables without rules have

_LABEL = re.compile(r"\W{0,3}(?P<words>[^\W\d_][^:]{0,44}):\s+\S")


def are_forms(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether both columns hold blocks of one form, as cards below one another do.

    What stands beside its value, or beside another label of the same card, has no like on the other side.
    """
    if not (are_whole(left) and are_whole(right)):
        return False
    shared = _labels(left) & _labels(right)
    return shared.total() >= FEWEST_SHARED or min(_titles(left), _titles(right)) >= FEWEST_TITLES


def are_whole(lines: Sequence[Piece]) -> bool:
    """Whether lines are no rows of cells: nearly none of them has a wide gap inside."""
    return sum(WIDE not in line.text for line in lines) >= WHOLE_LINES * len(lines)


def _labels(lines: Sequence[Piece]) -> Counter[str]:
    """The labels with which lines begin, "Nosilec: CSD Kranj"; of those that are known, the field."""
    found = (match["words"] for line in lines if (match := _LABEL.match(line.text)))
    return Counter(fields[0] if (fields := column_fields(words)) else words.casefold() for words in found)


def _titles(lines: Sequence[Piece]) -> int:
    return sum(_are_title_and_text(*two) for two in pairwise(lines))


def _are_title_and_text(line: Piece, below: Piece) -> bool:
    return line.bold and not below.bold
