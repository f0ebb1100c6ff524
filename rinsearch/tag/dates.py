"""Dates: "12. 10. 2017", "12. oktobra 2017", "12.IX.2017", "26/10-2017", "dne 5. 10. 17", "petega oktobra 2017"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.sifted import Pattern
from rinsearch.tag.finds import Find
from rinsearch.tag.ordinals import ordinals
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import fold, months
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

DAY = r"(?<![\d./,-])(?P<day>\d{1,2})\. ?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/]|-\d|[.,]\d)"  # "12. 10. 2017-3" would be a number, not a date
NUMERIC = re.compile(rf"{DAY}(?P<month>\d{{1,2}})\. ?{YEAR}")
# One full stop that a scan lost or took for a comma: "12. 10, 2017", "12 10. 2017".
WORN = re.compile(
    rf"(?<![\d./,-])(?P<day>\d{{1,2}})(?:\. ?(?P<month>\d{{1,2}})(?:, ?| )|(?:, ?| )(?P<worn>\d{{1,2}})\. ?){YEAR}"
)
SLASHED = re.compile(rf"(?<![\d./,-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{YEAR}")
ISO = re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])")
# As Hungarians write it, and those who sort by it: "2017. 10. 24.".
YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)\. ?(?P<month>\d{1,2})\. ?(?P<day>\d{1,2})(?:\.(?! ?\d)|(?![\d./-]))"
)
# The head of an electronic letter: "Fri, 24 Nov 2017 10:58".
MAIL = re.compile(rf"(?<=[A-Za-z]{{3}}, )(?P<day>\d{{1,2}}) (?P<month>[A-Z][a-z]{{2}}) {YEAR}(?= \d\d:)")
# The same where the program speaks as Americans do: "Monday, October 16, 2017 9:12 AM".
MAIL_AMERICAN = re.compile(
    r"(?<=day, )(?P<month>[A-Z][a-z]{2,8}) (?P<day>\d{1,2}), (?P<year>(?:19|20)\d\d)(?=,? (?:at )?\d{1,2}:)"
)
# Figures with what may go on with a date behind them; one of three has it. A search leaps from figure to figure.
FIGURES = re.compile(
    r"\d(?<!\d\d)\d*+(?=[./-]| [A-Z][a-z]{2} (?:19|20)|,? ?\d{1,2}\. ?(?:19|20)|,? [a-z]{3,10} (?:leta )?(?:19|20))"
)


@cache
def _patterns() -> tuple[tuple[str, Pattern], ...]:
    """In "named" a month stands by name or Roman figure: characters, since spaCy makes one token of "12.IX.2017"."""
    return (
        ("numeric", NUMERIC),
        ("named", phrase("date-named")),
        ("worn", WORN),
        ("unstopped", phrase("date-unstopped")),
        ("slashed", SLASHED),
        ("iso", ISO),
        ("year_first", YEAR_FIRST),
        ("stroke", phrase("date-stroke")),
        ("dashed", phrase("date-dashed")),
        ("short", phrase("date-short")),
        ("mail", MAIL),
    )


def dates(doc: Doc) -> Iterator[Find]:
    """Find dates; the value is ISO. A day that the month does not have is no date."""
    text = text_of(doc)
    for figure in FIGURES.finditer(text):  # few places: each pattern over the whole text would take three times as long
        for rule, pattern in _patterns():
            match = pattern.match(text, figure.start())
            day = _date(match) if match else None
            if match and day is not None:
                yield Find("date", day.isoformat(), match.start(), match.end(), f"date.{rule}")
    for rule, word, pattern in _in_words():
        for match in pattern.finditer(text) if word in text else ():
            day = _date(match)
            if day is not None:
                yield Find("date", day.isoformat(), match.start(), match.end(), rule)


@cache
def _in_words() -> tuple[tuple[str, str, Pattern], ...]:
    """Ways to write a date that begin with a word, each with what stands in every text that has it."""
    return (("date.worded", "ega ", phrase("date-worded")), ("date.mail", "day, ", MAIL_AMERICAN))


def _date(match: re.Match[str]) -> datetime.date | None:
    month = match["month"] or match["worn"]
    number = int(month) if month.isdigit() else months().get(fold(month))
    try:
        return datetime.date(_year(match), number or 0, _day(match["day"]))
    except ValueError:
        return None


def _day(word: str) -> int:
    return int(word) if word.isdigit() else ordinals().get(word.lower(), 0)


def _year(match: re.Match[str]) -> int:
    """A year of two digits is one of this century up to 2050, else one of the last."""
    short = match.groupdict().get("short")
    if short is None:
        return int(match["year"])
    return int(short) + (2000 if int(short) <= 50 else 1900)
