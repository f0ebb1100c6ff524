"""Amounts of money: "1.200 EUR", "1.480.000,00 €", "2,5 mio EUR", "300 evrov"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIGURE = r"(?<![\d.,])(?P<figure>\d{1,3}(?:[. ]\d{3}){1,4}(?:,\d{1,2})?|\d{1,9}(?:,\d{1,2})?)(?:,-)?"
TIMES = r"(?: ?(?P<times>tisoč|mio\.?|mrd\.?|milijon\w{0,3}))?"
AMOUNT = re.compile(rf"{FIGURE}{TIMES} ?(?:EUR|€|evr(?:ov|a|i|e|o)|eur(?:ov|a|i|e))(?![^\W\d_])", re.IGNORECASE)
LEADING = re.compile(rf"(?:EUR|€) ?{FIGURE}(?![\d%])")
CURRENCY = ("€", "eur", "evr")  # one of them stands in every amount
FACTORS = {"tis": 1_000, "mio": 1_000_000, "mil": 1_000_000, "mrd": 1_000_000_000}


def amounts(doc: Doc) -> Iterator[Find]:
    """Find amounts; the value is in euros, with two decimals: "1200.00"."""
    text = text_of(doc)
    lower = text.lower()
    if not any(map(lower.__contains__, CURRENCY)):
        return
    yield from earliest(
        Find("amount", _value(match), match.start(), match.end(), f"amount.{rule}")
        for rule, pattern in (("unit", AMOUNT), ("leading", LEADING))
        for match in pattern.finditer(text)
    )


def _value(match: re.Match[str]) -> str:
    figure = float(match["figure"].replace(".", "").replace(" ", "").replace(",", "."))
    times = match.groupdict().get("times")
    return f"{figure * FACTORS.get(times[:3].lower() if times else '', 1):.2f}"
