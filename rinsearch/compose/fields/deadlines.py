"""Deadlines: the last day that is meant by words such as "do konca leta 2019", "junij 2018" or "1. polovica 2018"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from rinsearch.sifted import Pattern
from rinsearch.taxonomy import months
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.words import order_of

_DAY = re.compile(r"\b(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>20\d\d)\b")
_SLASHED = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})(?:\s?/\s?|-)(?P<month>\d{1,2})(?:\s?[/.]\s?|-)(?P<year>20\d\d)\b")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_NUMBERED = re.compile(r"(?<![\w./])(?P<month>\d{1,2}|[IVX]{1,4})(?:\. ?|/)(?P<year>20\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)(?:[/-](\d\d)\b(?!\d))?")
_YEARS = re.compile(r"20\d\d")
SCHOOL_YEAR_ENDS = (8, 31)  # month and day: the Slovene school year runs to the end of August
MONTHS = 12
PARTS: Mapping[str, int] = {"half": 2, "quarter": 4, "third": 3}  # how many of them a year has
SEASONS: Mapping[str, int] = {"spring": 5, "summer": 8, "autumn": 11, "winter": MONTHS, "middle": 6}  # month of the end
WINTER_ENDS = 2  # the month, where the winter is that of two years


def last_day(deadline: str, dates: Iterable[date] = ()) -> date | None:
    """The last day that a deadline allows; ``None`` where it has no end ("od leta 2018 naprej") or names no time.

    ``dates`` are the full dates that it holds. Spring, summer and autumn end with May, August and November; winter with
    December, and with February where two years are named ("zima 2018/19").

    >>> last_day("do konca leta 2019"), last_day("junij 2018"), last_day("šolsko leto 2017/18")
    (datetime.date(2019, 12, 31), datetime.date(2018, 6, 30), datetime.date(2018, 8, 31))
    >>> last_day("15. avgust 2018"), last_day("30/6-2018")
    (datetime.date(2018, 8, 15), datetime.date(2018, 6, 30))
    >>> last_day("1. polovica 2018"), last_day("III. četrtletje 2018"), last_day("od jeseni 2017 do pomladi 2018")
    (datetime.date(2018, 6, 30), datetime.date(2018, 9, 30), datetime.date(2018, 5, 31))
    >>> last_day("od septembra 2017"), last_day("šolsko leto 2017/18 in naprej"), last_day("stalna naloga")
    (None, None, None)
    """
    if phrase("open-deadline").search(deadline):
        return None
    near, rest = _near_ends(deadline)
    near = [*dates, *near]
    years = [date(int(year), MONTHS, 31) for year in phrase("closing-year").findall(rest)] if near else _year_ends(rest)
    return max((*near, *years), default=None)


def _near_ends(deadline: str) -> tuple[list[date], str]:
    """The ends that are named more nearly than by a year, and the deadline without their words."""
    ends: list[date] = []
    for pattern, end_of in _forms():
        for match in pattern.finditer(deadline):
            end = end_of(match)
            if end:
                ends.append(end)
                deadline = deadline[: match.start()] + " " * len(match.group()) + deadline[match.end() :]
    return ends, deadline


def _forms() -> tuple[tuple[Pattern, Callable[[re.Match[str]], date | None]], ...]:
    """The forms of times, the nearest first: of one that is found nothing is left for the next."""
    parts = phrase("part-of-a-year"), phrase("year-and-its-part")
    days = ((pattern, _day) for pattern in (_DAY, _ISO, _SLASHED, phrase("day-of-a-month")))
    return *days, *((part, _part) for part in parts), (phrase("month-of-a-year"), _month), (_NUMBERED, _month)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), _month_number(match["month"]), int(match["day"]))
    except ValueError:  # the 31st of June, or "1. polovica"
        return None


def _month(match: re.Match[str]) -> date | None:
    month = _month_number(match["month"])
    return _month_end(int(match["year"]), month) if 1 <= month <= MONTHS else None


def _month_number(word: str) -> int:
    """The number of a month in figures or as a word; 0 where it is none."""
    return int(word) if word.isdigit() else months().get(word.lower(), 0)


def _part(match: re.Match[str]) -> date | None:
    """The end of a half, a quarter or a season, in the last of the years that are named with it."""
    year = max(map(int, _YEARS.findall(match["years"])))
    for season, month in SEASONS.items():
        if match[season]:
            later = match["later"] if season == "winter" else None
            return _month_end(int(f"{year // 100}{later}"), WINTER_ENDS) if later else _month_end(year, month)
    many = next((many for name, many in PARTS.items() if match[name]), PARTS["quarter"])
    number = order_of(match["order"] or match["short"], many)
    return _month_end(year, number * MONTHS // many) if 1 <= number <= many else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _year_ends(deadline: str) -> Iterator[date]:
    school = phrase("school-year").search(deadline)
    for match in _YEAR.finditer(deadline):
        year = int(match[1][:2] + match[2]) if match[2] else int(match[1])
        yield date(year, *SCHOOL_YEAR_ENDS) if school else date(year, MONTHS, 31)
