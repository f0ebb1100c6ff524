"""Deadlines: the last day that is meant by words such as "do konca leta 2019" or "junij 2018"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from rinsearch.taxonomy import months
from rinsearch.taxonomy.phrases import phrase

_MONTH = re.compile(r"\b([a-zčšž]{3,12})\.? (20\d\d)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)(?:[/-](\d\d)\b(?!\d))?")
SCHOOL_YEAR_ENDS = (8, 31)  # month and day: the Slovene school year runs to the end of August


def last_day(deadline: str, dates: Iterable[date] = ()) -> date | None:
    """The last day that a deadline allows; ``None`` where it has no end ("od leta 2018 naprej") or names no time.

    ``dates`` are the full dates that it holds.

    >>> last_day("do konca leta 2019"), last_day("junij 2018"), last_day("šolsko leto 2017/18")
    (datetime.date(2019, 12, 31), datetime.date(2018, 6, 30), datetime.date(2018, 8, 31))
    >>> last_day("od septembra 2017"), last_day("šolsko leto 2017/18 in naprej"), last_day("stalna naloga")
    (None, None, None)
    """
    if phrase("open-deadline").search(deadline):
        return None
    ends = [*dates, *_days(deadline), *_month_ends(deadline)] or list(_year_ends(deadline))
    return max(ends) if ends else None


def _days(deadline: str) -> Iterable[date]:
    for day, month, year in _DAY.findall(deadline):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:  # the 31st of June
            continue


def _month_ends(deadline: str) -> Iterable[date]:
    for word, year in _MONTH.findall(deadline):
        month = months().get(word.lower())
        if month:
            yield date(int(year), month, monthrange(int(year), month)[1])


def _year_ends(deadline: str) -> Iterable[date]:
    school = phrase("school-year").search(deadline)
    for match in _YEAR.finditer(deadline):
        year = int(match[1][:2] + match[2]) if match[2] else int(match[1])
        yield date(year, *SCHOOL_YEAR_ENDS) if school else date(year, 12, 31)
