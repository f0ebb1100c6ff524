"""Priorities as chapters of a plan: below a title for all of them, by codes, above goals, or goals in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.sections import is_title
from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.matches import (
    BOOKS,
    CONTENTS,
    TITLES,
    Found,
    Match,
    goal_number,
    is_measure,
    is_running,
)
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

_LETTERED_OR_NUMBERED = re.compile(
    r"^\W*(?:(?P<number>(?:\d{1,2}\.)*\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})(?:[.)]\s*|\s+))?(?P<title>[^\W\d_].*)$", re.DOTALL
)
_CODE = re.compile(r"\W*(?P<letter>[A-ZČŠŽ])\s?(?P<number>\d{1,2})[.:]?\s+[–-]?\s?(?P<title>[A-ZČŠŽ»„].*)$", re.DOTALL)
_NUMBER = re.compile(r"\W*[A-Z\d]{1,4}(?:[./-][A-Za-z\d]{1,2}){0,3}\W*")
GOAL_LENGTH = 160  # characters
CODED_LENGTH = 110  # characters of a title with a code
SHORTEST_SERIES = 3  # titles with the same letter
LEAST_CHAPTERS = 2
MOST_CHAPTERS = 20
CHAPTER = "priority.chapter"
ABOVE_GOALS = "priority.above-goal"
PLANNED = frozenset({MEASURE, "provider"})  # columns of a table of measures


def chapters(paper: Paper) -> Iterator[Found]:
    """The chapters right below "4 PREDNOSTNA PODROČJA", where they are no measures: "4.1 Starejši", "4.2 Družine".

    So are those behind a sentence that says so, as many as it counts: "Poglavje sledi štirim prednostnim področjem".
    """
    if paper.kind not in BOOKS:
        return
    found: list[Found] = []
    above = title = None
    most = MOST_CHAPTERS
    for passage, following in pairwise(paper.passages):
        said = phrase("chapters-of-priorities").search(passage.text) if passage.kind is PassageKind.PARAGRAPH else None
        if phrase("priorities-title").match(passage.text) and passage.kind in TITLES and not passage.columns:
            above = passage
        elif said and title and not found:
            above, most = title, number_of(said["count"] or "") or MOST_CHAPTERS
        elif above and passage.kind is PassageKind.HEADING:
            match = _LETTERED_OR_NUMBERED.match(passage.text)
            if match is None or not _is_below(above, passage, match["number"]):
                above = above if _is_deeper(above, passage) else None
            elif not is_measure(passage, following) and not is_running(passage) and len(found) < most:
                number = (match["number"] or "").rpartition(".")[2] or None
                found.append((passage, Match(number, match.span("title"), CHAPTER)))
        title = passage if passage.kind is PassageKind.HEADING or is_title(passage) else title
    if len(found) >= LEAST_CHAPTERS:
        yield from found


def coded(paper: Paper) -> Iterator[Found]:
    """Titles that count up with a letter, where a plan speaks of priorities: "C1 Romska skupnost", "C2 Dolgovi"."""
    if paper.kind not in BOOKS or not _speaks_of_priorities(paper):
        return
    series: dict[str, list[tuple[Found, bool]]] = {}
    for passage, following in pairwise(paper.passages):
        match = _CODE.match(passage.text) if passage.kind in TITLES and len(passage.text) <= CODED_LENGTH else None
        if match and not is_running(passage) and not is_measure(passage, following):
            known = series.setdefault(match["letter"], [])
            if int(match["number"]) == len(known) + 1:
                found = passage, Match(match["letter"] + match["number"], match.span("title"), "priority.coded")
                known.append((found, not _CODE.match(following.text)))
    for titles in series.values():
        if len(titles) >= SHORTEST_SERIES and sum(above for _, above in titles) > len(titles) / 2:
            yield from (found for found, _ in titles)


def above_goals(paper: Paper) -> Iterator[Found]:
    """The titles above goals, where no title is called a priority: "A. STAREJŠI" above "Cilj A: daljše bivanje"."""
    if paper.kind is not DocumentKind.PLAN:
        return
    found: dict[str, Found] = {}
    above: Passage | None = None
    for passage, following in pairwise(paper.passages):
        if phrase("goal-title").match(passage.text) or passage.columns:
            match = _LETTERED_OR_NUMBERED.match(above.text) if above and not passage.columns else None
            if above and match:
                found[above.id] = above, Match(match["number"], match.span("title"), ABOVE_GOALS)
            above = None
        elif passage.kind is PassageKind.HEADING or is_title(passage):
            other = is_measure(passage, following) or len(passage.text) > CODED_LENGTH or CONTENTS.search(passage.text)
            other = other or phrase("sum-row").match(passage.text)  # "Skupaj cilj 1  148.000 EUR" below a table
            above = None if other or phrase("running-line").search(passage.text) else passage
        elif phrase("deadline-told").search(passage.text) and phrase("organisation").search(passage.text):
            above = None  # the text below a title tells of one measure
    if len(found) >= LEAST_CHAPTERS:
        yield from found.values()


def goals_above(paper: Paper) -> Iterator[Found]:
    """Goals as titles right above measures, where a plan knows no priorities: "CILJ 1: MANJ REVŠČINE"."""
    if paper.kind is not DocumentKind.PLAN or _speaks_of_priorities(paper):
        return
    found: list[Found] = []
    for at, (passage, following) in enumerate(pairwise(paper.passages)):
        match = phrase("goal-title").match(passage.text) if passage.kind in TITLES else None
        number = goal_number(match) if match else None
        short = len(passage.text) <= GOAL_LENGTH and not is_running(passage)
        above = passage.kind is PassageKind.HEADING and (following.columns or _is_above_table(paper, at))
        if match and number and short and (above or _is_measure_item(following) or _is_above_card(paper, at)):
            found.append((passage, Match(number, match.span("title"), "priority.goal")))
    if len(found) >= LEAST_CHAPTERS:
        yield from found


def _speaks_of_priorities(paper: Paper) -> bool:
    return any(phrase("of-priorities").search(each.text) for each in paper.passages)


def _is_above_table(paper: Paper, at: int) -> bool:
    """Whether a paragraph, as of what is expected, stands between a title and a table of measures."""
    below = paper.passages[at + 1 : at + 3]
    fields = {column_field(column.heading) for column in below[-1].columns}
    return below[0].kind is PassageKind.PARAGRAPH and fields >= PLANNED


def _is_above_card(paper: Paper, at: int) -> bool:
    """Whether a line "NAZIV UKREPA: …" stands below a title, behind a number that stands alone ("I/1")."""
    for passage in paper.passages[at + 1 : at + 3]:
        if not _NUMBER.fullmatch(passage.text):
            labels = labels_in(passage)
            return bool(labels) and labels[0].start <= 1 and labels[0].field == MEASURE
    return False


def _is_measure_item(passage: Passage) -> bool:
    """An item called a measure, or one that names who and when: "- Topel obrok (Rdeči križ Kranj; do 31. 12. 2018)"."""
    told = phrase("deadline-told").search(passage.text) and phrase("organisation").search(passage.text)
    return passage.kind is PassageKind.ITEM and bool(told or phrase("named-measure").match(passage.text))


def _is_below(above: Passage, passage: Passage, number: str | None) -> bool:
    """Whether a heading is one level below a title: by its number, else by its place."""
    chapter = _LETTERED_OR_NUMBERED.match(above.text)
    if chapter and chapter["number"] and number and number[:1].isdigit():
        return number.rpartition(".")[0] == chapter["number"]
    return above.kind is PassageKind.HEADING and passage.section == (*above.section, above.text)


def _is_deeper(above: Passage, passage: Passage) -> bool:
    return len(passage.section) > len(above.section) + (above.kind is PassageKind.HEADING)
