"""Amounts of money: "1.200 EUR", "1.480.000,00 €", "2,5 mio EUR", "300 evrov"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy.phrases import part, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

# By the first letters of what stands between the figure and the currency.
FACTORS = {"tis": 1_000, "mio": 1_000_000, "mil": 1_000_000, "mrd": 1_000_000_000}


def amounts(doc: Doc) -> Iterator[Find]:
    """Find amounts; the value is in euros, with two decimals: "1200.00"."""
    text = text_of(doc)
    lower = text.lower()
    if not any(map(lower.__contains__, currency_signs())):
        return
    yield from earliest(
        Find("amount", _value(match), match.start(), match.end(), f"amount.{rule}")
        for rule, pattern in (("unit", phrase("amount-unit")), ("leading", phrase("amount-leading")))
        for match in pattern.finditer(text)
    )


@cache
def currency_signs() -> tuple[str, ...]:
    """One of them stands in the small letters of every amount."""
    return tuple(part("currencysign").split("|"))


def _value(match: re.Match[str]) -> str:
    figure = float(match["figure"].replace(".", "").replace(" ", "").replace(",", "."))
    times = match.groupdict().get("times")
    return f"{figure * FACTORS.get(times[:3].lower() if times else '', 1):.2f}"
