"""Hollow bullets of a word processor: in the text that it saves each is the letter "o"."""

from __future__ import annotations

import re

HOLLOW = "○"
LEAST = 2
LEAST_ALONE = 3  # lines that begin with "o" and one blank: the word "o" begins lines, too
ENDS = frozenset({"", ":", ";", ",", "."})  # of what stands before an item

_WIDE = re.compile(r"\s{0,12}o(?:\t| {2,})(?=\S)")
_ALONE = re.compile(r"\s{0,12}o (?=\S)")


def with_bullets(lines: list[str]) -> list[str]:
    """The lines with the sign in place of the letter, each as long as before.

    >>> with_bullets(["Ukrepi:", "o  klop,", "o  vrt.", "Vse je", "o delu."])
    ['Ukrepi:', '○  klop,', '○  vrt.', 'Vse je', 'o delu.']
    """
    marked = [bool(_WIDE.match(line)) for line in lines]
    alone = [bool(_ALONE.match(line)) for line in lines]
    ends = [before.rstrip()[-1:] in ENDS for before in ["", *lines]]
    if sum(alone) >= LEAST_ALONE and all(end for end, each in zip(ends, alone, strict=False) if each):
        marked = [mark or each for mark, each in zip(marked, alone, strict=True)]
    if sum(marked) < LEAST:
        return lines
    return [line.replace("o", HOLLOW, 1) if mark else line for line, mark in zip(lines, marked, strict=True)]
