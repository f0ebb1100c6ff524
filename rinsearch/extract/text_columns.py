"""Cards printed side by side in plain text: the same labels stand beside each other, between blanks or bars.

The lines of each card are put one below the other, the left card first, as they would be read on paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from rinsearch.extract.text_cells import RULE

LEAST_LABELLED = 2  # lines in which the same label stands on all cards
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:|]{1,30}):(?=\s|$)")
_CHUNK = re.compile(r"\S+(?:[ \u00a0]\S+)*")

Cut = Callable[[str], list[str]]


def one_below_the_other(lines: list[str]) -> list[str]:
    """The lines with cards that stood side by side one below the other.

    >>> one_below_the_other(["UKREP 1    UKREP 2", "Ime: Vrt   Ime: Dom", "Kdo: CSD   Kdo: ZD"])
    ['UKREP 1', 'Ime: Vrt', 'Kdo: CSD', '', 'UKREP 2', 'Ime: Dom', 'Kdo: ZD', '']
    """
    if not any(len(_labels(_parts(line))) > 1 for line in lines):
        return lines
    found: list[str] = []
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        block = list(group)
        found += block if blank else _unfolded(block)
    return found


def _parts(line: str) -> list[str]:
    """What bars divide, or two blanks and more."""
    return line.strip().strip("|").split("|") if "|" in line else _CHUNK.findall(line)


def _labels(parts: Sequence[str]) -> set[str]:
    """The label with which every part begins, twice; nothing where they differ.

    >>> sorted(_labels(["Kdo: CSD", "Kdo: ZD"])), _labels(["Kdo: CSD", "Kdaj: 2018"])
    (['', 'kdo'], set())
    """
    found = [match["label"].casefold() if (match := _LABEL.match(part.strip())) else "" for part in parts]
    alike = len(found) > 1 and len(set(found)) == 1 and bool(found[0])
    return {"", found[0]} if alike else set()


def _unfolded(block: list[str]) -> list[str]:
    """The lines of a block without blank lines; itself where no cards stand side by side."""
    labelled = [line for line in block if _labels(_parts(line))]
    if len(labelled) < LEAST_LABELLED:
        return block
    if all("|" in line for line in labelled):
        width = len(_parts(labelled[0]))
        return _below(block, width, _by_bars) if all(len(_parts(line)) == width for line in labelled) else block
    starts = [match.start() for match in _CHUNK.finditer(labelled[0])]
    cut = _at(starts)
    return _below(block, len(starts), cut) if all(_labels(cut(line)) for line in labelled) else block


def _by_bars(line: str) -> list[str]:
    return [part.strip() for part in _parts(line)]


def _at(starts: Sequence[int]) -> Cut:
    """Cuts lines where the cards begin; a line that runs over a beginning is one part."""
    reaches = [*pairwise([0, *starts[1:]]), (starts[-1], None)]

    def cut(line: str) -> list[str]:
        runs_over = any(line[start - 1 : start].strip() for start in starts[1:])
        return [line.rstrip()] if runs_over else [line[begin:end].rstrip() for begin, end in reaches]

    return cut


def _below(block: Sequence[str], width: int, cut: Cut) -> list[str]:
    """The cards of each row one below the other; a rule, and a line over the whole width, divide rows."""
    found: list[str] = []
    for cards, group in groupby(block, key=lambda line: not RULE.match(line) and len(cut(line)) == width):
        lines = list(group)
        if not cards:
            found += [line for line in lines if not RULE.match(line)]
            continue
        rows = [cut(line) for line in lines]
        for at in range(width):
            found += [*(row[at] for row in rows if row[at].strip()), ""]
    return found
