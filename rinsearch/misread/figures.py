"""Letters inside numbers: "O32-OO05/2017-3", "l5. lO. 2Ol7", "2l ZA"; never the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.normalise import Edit
from rinsearch.normalise.figures import FIGURES
from rinsearch.taxonomy.phrases import phrase

FEWEST = 3  # figures of a case number: "I/1" is a road
_SUSPECT = re.compile(r"\d[OlI]|[OlI]\d|\bll\b|\b[lO][OlI]\b|\b2o[\doOlI]{2}\b")  # in every one of them
# The unit behind a number of a case is written with a letter: "032-14/2017-O801".
_CASE = re.compile(r"(?<![\w@.,/-])[\dOlI]{1,8}(?:[-/](?!O\d{3,4}(?!\w))[\dOlI]{1,8}){1,4}(?![\w@/])")
# "d. o. o. 2017" is a company and a year; "12. II. 2017" has its month in Roman numerals.
_DATE = re.compile(r"(?<![\w.,/-])(?![ol]\. ?o\.)[\dOolI]{1,2}\. ?(?!I{1,2}\.)[\dOolI]{1,2}\. ?[12lI][\dOolI]{3}(?!\w)")
_YEAR = re.compile(r"(?<![\w@.,/])(?=[OolI]{0,3}\d)(?:2[0Oo]|[1lI]9)[\dOolI]{2}(?!\w|[.,/]\d)")


def has_letters(word: str) -> bool:
    """Whether something between two spaces looks like a number with letters."""
    return _SUSPECT.search(word) is not None


def letters_in_numbers(text: str) -> Iterator[Edit]:
    """Letters that a scan put into numbers of cases, dates, years, counts of votes and sessions.

    >>> [edit.replacement for edit in letters_in_numbers("O32-OO05/2017-3, l5. lO. 2Ol7, 2l ZA, ll jih; 5l, 2/17-O801")]
    ['032-0005/2017-3', '15. 10. 2017', '21', '11']
    >>> [edit.replacement for edit in letters_in_numbers("l2. oktobra 2Ol7, za obdobje 2017-2o2O; l. 2017, 2O liov")]
    ['12', '2017', '2020']
    >>> list(letters_in_numbers("Dom d. o. o. 2017, Zavod d. o.o. 2017, 12. II. 2017, 1. I. 2018"))
    []
    """
    found = {
        match.span(): match[0]
        for pattern in (_CASE, _DATE, _YEAR, phrase("misread-count"), phrase("misread-day"))
        for match in pattern.finditer(text)
    }
    last = 0
    for (start, end), printed in sorted(found.items()):
        number = printed.translate(FIGURES)
        if start >= last and number != printed and _is_sure(printed):
            yield Edit(start, end, number, "letter-in-number")
            last = end


def _is_sure(printed: str) -> bool:
    """Whether what looks like a number is one: of a short one and of a year its place tells, of others the figures."""
    return len(printed) < FEWEST or sum(map(str.isdigit, printed)) >= FEWEST or _YEAR.fullmatch(printed) is not None
