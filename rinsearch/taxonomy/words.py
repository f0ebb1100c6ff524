"""Smaller lists: periods, months, kinds of sessions, context words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rinsearch.taxonomy.tables import fold, toml

FIRST_YEAR, LAST_YEAR = 1991, 2099
STEM = 3  # letters of a word that may end otherwise
YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
LETO = r"(?:let[aou]?m?a? )?"
PERIODS = (
    re.compile(rf"{YEAR} ?[-–—/] ?{YEAR}"),
    re.compile(rf"(?<!od )(?<!leta )(?<!let )(?<!letu ){YEAR} do {YEAR}"),
    re.compile(rf"\bod {LETO}{YEAR}\.? do (?:vključno )?(?:konca )?{LETO}{YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?:za|v) let(?:a|ih) {YEAR} do (?:vključno )?{LETO}{YEAR}", re.IGNORECASE),
    re.compile(rf"\bmed {LETO}{YEAR} in {LETO}{YEAR}", re.IGNORECASE),
    # Whole years, from their first day to their last one.
    re.compile(
        rf"(?<!\d)(?<!\d\. )1\. ?(?:1\.|jan(?:uarja|\.)) ?{YEAR} ?(?:[-–—]|do) ?31\. ?(?:12\.|dec(?:embra|\.)) ?{YEAR}",
        re.IGNORECASE,
    ),
)


def period_of(text: str) -> str | None:
    """The first period in the text as "2017-2020".

    >>> period_of("od leta 2017 do 2020"), period_of("2017/2020"), period_of("v letih 2017 –2020"), period_of("2017")
    ('2017-2020', '2017-2020', '2017-2020', None)
    >>> period_of("1. 1. 2017 – 31. 12. 2020"), period_of("11. 1. 2017 – 31. 12. 2020")
    ('2017-2020', None)
    >>> period_of("za leta 2017 do 2020"), period_of("do leta 2017 do 2020")
    ('2017-2020', None)
    """
    return next((period for _, _, period in periods_in(text)), None)


def periods_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """All periods in the text: start, end and value; the second year must not come before the first."""
    found = []
    if text.count("19") + text.count("20") < 2:  # two years have these; few texts, and four patterns are slow
        return ()
    for pattern in PERIODS:
        for match in pattern.finditer(text):
            first, last = int(match[1]), int(match[2])
            if FIRST_YEAR <= first < last <= LAST_YEAR:
                found.append((*match.span(), f"{first}-{last}"))
    return tuple(sorted(found))


@cache
def months() -> Mapping[str, int]:
    """Names, inflected and shortened names, and Roman numerals of the months, folded, to their number."""
    return MappingProxyType({fold(form): number for number, forms in _numbered("months") for form in forms})


def order_of(word: str, last: int) -> int:
    """Which of a number of parts a word or figure says; 0 where it is no order.

    >>> order_of("III", 4), order_of("prvem", 2), order_of("zadnje", 4), order_of("šesti", 4)
    (3, 1, 4, 0)
    """
    folded = fold(word)
    for order, beginnings in toml("dates.toml")["orders"].items():
        if any(folded == each or (len(each) >= STEM and folded.startswith(each)) for each in map(fold, beginnings)):
            return int(order) or last
    return 0


def _numbered(section: str) -> list[tuple[int, list[str]]]:
    return [(number, forms) for number, forms in enumerate(toml("dates.toml")[section], start=1)]


@cache
def session_kinds() -> Mapping[str, str]:
    """Every form of every word for a kind of session, folded, to the kind: "korespondenčne" is "dopisna"."""
    kinds = toml("sessions.toml")["kinds"]
    return MappingProxyType(
        {fold(form): kind["id"] for kind in kinds for stem in kind["stems"] for form in _forms(stem)}
        | {fold(form): kind["id"] for kind in kinds for form in kind.get("short", ())}
    )


def _forms(stem: str) -> tuple[str, ...]:
    return tuple(stem + ending for ending in ("a", "e", "i", "o", "ih", "im", "ima", "imi", "ega", "em"))


@cache
def context(name: str) -> frozenset[str]:
    """A list of words by its name in context.toml or word_lists.toml, in lower case."""
    file = "word_lists.toml" if name in toml("word_lists.toml") else "context.toml"
    part = toml(file)[name]
    return frozenset(part["words"] if "words" in part else part["lemmas"])
