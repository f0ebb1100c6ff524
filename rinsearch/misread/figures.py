"""Letters inside numbers: "O32-OO05/2017-3", "l5. lO. 2Ol7", "2l ZA"; never the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.normalise import Edit
from rinsearch.normalise.figures import FIGURES
from rinsearch.taxonomy.phrases import phrase

FEWEST = 3  # figures of a case number: "I/1" is a road
_SUSPECT = re.compile(r"\d[OlI]|[OlI]\d|\bll\b|\b[lO][OlI]\b")  # in every one of them
# The unit behind a number of a case is written with a letter: "032-14/2017-O801".
_CASE = re.compile(r"(?<![\w@.,/-])[\dOlI]{1,8}(?:[-/](?!O\d{3,4}(?!\w))[\dOlI]{1,8}){1,4}(?![\w@/])")
_DATE = re.compile(r"(?<![\w.,/-])[\dOlI]{1,2}\. ?[\dOlI]{1,2}\. ?[12l][\dOlI]{3}(?!\w)")


def has_letters(word: str) -> bool:
    """Whether something between two spaces looks like a number with letters."""
    return _SUSPECT.search(word) is not None


def letters_in_numbers(text: str) -> Iterator[Edit]:
    """Letters that a scan put into numbers of cases, dates, counts of votes and sessions.

    >>> [edit.replacement for edit in letters_in_numbers("O32-OO05/2017-3, l5. lO. 2Ol7, 2l ZA, ll jih; 5l, 2/17-O801")]
    ['032-0005/2017-3', '15. 10. 2017', '21', '11']
    """
    found = {
        match.span(): match[0]
        for pattern in (_CASE, _DATE, phrase("misread-count"))
        for match in pattern.finditer(text)
    }
    last = 0
    for (start, end), printed in sorted(found.items()):
        number = printed.translate(FIGURES)
        if start >= last and number != printed and (end - start < FEWEST or sum(map(str.isdigit, printed)) >= FEWEST):
            yield Edit(start, end, number, "letter-in-number")
            last = end
