"""Periods of years: "2017-2020", "2017/2020", "od leta 2017 do 2020"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import periods_in

if TYPE_CHECKING:
    from spacy.tokens import Doc


def periods(doc: Doc) -> Iterator[Find]:
    """Find periods; the value is "2017-2020"."""
    for start, end, value in periods_in(text_of(doc)):
        yield Find("period", value, start, end, "period.years")
