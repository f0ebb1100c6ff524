"""The day that an entry of a list gives, with the year of the paper where it gives none: "seznanjeni 26. 10."."""

from __future__ import annotations

import re
from datetime import date

from rinsearch.compose.paper import Paper, tags_of
from rinsearch.compose.standings.entries import Entry
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy import fold, months
from rinsearch.taxonomy.phrases import phrase


def day_of_entry(entry: Entry, latest: date | None) -> date | None:
    """The first day of an entry; one without a year is the last such day that is not behind ``latest``."""
    dates = entry.tags("date")
    if dates:
        return date.fromisoformat(dates[0].value)
    found = phrase("day-alone").search(entry.passage.text, entry.said, entry.end)
    return _before(found, latest) if found and latest else None


def day_written(paper: Paper, listed: frozenset[str]) -> date | None:
    """The day of a paper, where another passage than those that list (``listed``) names it; else the last day of these.

    A table of sessions has no day of its own: what its first row gives was taken for that of the paper.
    """
    days = {date.fromisoformat(tag.value) for each in paper.passages if each.id not in listed for tag in _dates(each)}
    return paper.date if paper.date in days else max(days, default=None)


def _dates(passage: Passage) -> tuple[Tag, ...]:
    return tags_of(passage, "date")


def _before(found: re.Match[str], latest: date) -> date | None:
    month = int(found["month"]) if found["month"] else months().get(fold(found["name"]), 0)
    for year in (latest.year, latest.year - 1):
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            return None
        if day <= latest:
            return day
    return None
