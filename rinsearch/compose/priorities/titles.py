"""Priorities as titles of a plan: with their word and number, in series, as chapters, in columns and merged rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rinsearch.compose.fields.areas import areas_of
from rinsearch.compose.fields.columns import columns_of
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.units import is_part_of_card
from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.chapters import PLANNED, above_goals, chapters, coded, goals_above
from rinsearch.compose.priorities.counted import counted
from rinsearch.compose.priorities.lists import LABEL
from rinsearch.compose.priorities.matches import (
    BOOKS,
    LETTERED,
    TITLES,
    Found,
    Match,
    goal_below,
    is_label,
    is_running,
    number_of,
)
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

MERGED = "priority.row"
AREA = "priority.area"
CODE_LENGTH = 3  # characters of a cell
LEAST_CELLS = 3
LEAST_ROWS = 2  # titles in a table; one alone may be a cell that was torn off
SHORTEST_SERIES = 3  # titles with the same word
SHORTEST_TITLE = 3  # letters
TITLE_LENGTH = 300  # characters; what is longer is running text


def titled(paper: Paper) -> list[Found]:
    """The priorities that titles, columns or merged rows name; of several ways the surest."""
    others = (_in_series, _over_rows, chapters, coded, above_goals, goals_above, counted, _in_areas)
    ways = ((headed, _in_columns, _in_merged_rows), *((find,) for find in others))
    each = ([found for find in way for found in find(paper)] for way in ways)
    return sorted(next(filter(None, each), []), key=lambda found: int(found[0].id.rpartition(".")[2]))


def headed(paper: Paper) -> Iterator[Found]:
    """Headings such as "Prioriteta 1: …" and "A. PRIORITETA: …"."""
    for passage, below in pairwise([*paper.passages, None]):
        if passage is None or (below and is_label(passage, below)):
            continue
        title = passage.text[: goal_below(passage)].rstrip()
        match = phrase("priority-title").match(title) if passage.kind in TITLES else None
        short = match and len(title) < TITLE_LENGTH and not is_running(passage)
        named = match and sum(map(str.isalpha, match["title"])) >= SHORTEST_TITLE  # "Prednostna naloga: C" is a label
        if match and short and named and not phrase("sum-of-money").fullmatch(match["title"]):
            yield (
                passage,
                Match(
                    match["number"] or match["before"] or match["area"] or number_of(match["ordinal"] or match["nth"]),
                    match.span("title"),
                    "priority.heading",
                ),
            )


def in_labels(paper: Paper) -> list[Found]:
    """What cards of measures say by a label: "Prednostno področje: Starost" above "Nosilec: …", again and again."""
    found: list[Found] = []
    for passage, below in pairwise(paper.passages):
        label = labels_in(passage)[0] if is_label(passage, below) else None
        match = LETTERED.match(passage.text[slice(*label.value)].lstrip()) if label else None
        if label and match and sum(map(str.isalpha, match["title"])) >= SHORTEST_TITLE:
            found.append(
                (passage, Match(match["number"], (label.value[1] - len(match["title"]), label.value[1]), LABEL))
            )
    return found


def _in_series(paper: Paper) -> Iterator[Found]:
    """Titles of a plan (or a booklet on it) that count up with a word of their own: "ZAVEZA 1: …", "Drugi izziv: …"."""
    if paper.kind not in BOOKS:
        return
    series: dict[str, list[Found]] = {}
    for passage in paper.passages:
        match = phrase("series-title").match(passage.text) if passage.kind in TITLES else None
        word = (match["word"] or match["counted"]) if match else ""
        if match and not is_running(passage) and not phrase("no-series").match(word):
            number = match["number"] or number_of(match["ordinal"] or match["nth"])
            series.setdefault(word.casefold(), []).append(
                (passage, Match(number, match.span("title"), "priority.series"))
            )
    longest = max(series.values(), key=len, default=[])
    if len(longest) >= SHORTEST_SERIES:
        yield from longest


def _in_columns(paper: Paper) -> Iterator[Found]:
    """Cells of a column of priorities; a merged cell is met in each of its rows."""
    for passage in paper.passages:
        for column in passage.columns:
            cell = passage.text[column.start : column.end]
            match = LETTERED.match(cell)
            coded = len(cell.strip()) <= CODE_LENGTH and not any(map(str.islower, cell))  # "M", "2": a legend tells
            if match and not coded and column_field(column.heading) == "priority":
                span = (column.start + match.start("title"), column.end)
                yield passage, Match(match.group("number"), span, "priority.column")


def _in_areas(paper: Paper) -> Iterator[Found]:
    """Cells of a column that tells to which area the measures belong."""
    areas = areas_of(paper.passages)
    for passage in paper.passages:
        column = areas.get(passage.id)
        match = LETTERED.match(passage.text[column.start : column.end]) if column else None
        if column and match:
            span = column.start + match.start("title"), column.end
            yield passage, Match(match["number"], span, AREA)


def _in_merged_rows(paper: Paper) -> Iterator[Found]:
    """Rows whose last filled cell is called a priority, behind codes at most: "B | | PRIORITETA B - OTROCI | | "."""
    for passage in paper.passages:
        filled = [each for each in passage.columns if passage.text[each.start : each.end].strip(" -–—/")]
        codes = all(each.end - each.start <= CODE_LENGTH for each in filled[:-1])
        if not filled or not codes or len(passage.columns) < LEAST_CELLS:
            continue
        match = phrase("priority-title").match(passage.text[filled[-1].start : filled[-1].end])
        if match:
            at = filled[-1].start
            span = match.start("title") + at, match.end("title") + at
            yield passage, Match(match["number"] or match["before"] or match["area"], span, MERGED)


def _over_rows(paper: Paper) -> Iterator[Found]:
    """Merged rows of a table of measures, each the title of those below it: "Starejši"."""
    found = [each for each in _merged(paper) if not _goes_on(each[0])]
    yield from found if len(found) >= LEAST_ROWS else ()


def _goes_on(passage: Passage) -> bool:
    """ "– časovna banka": what goes on with the cell above it."""
    return passage.text.lstrip()[:1] in tuple("–—-•*") or passage.text.lstrip()[:1].islower()


def _merged(paper: Paper) -> Iterator[Found]:
    for passage, following in pairwise(paper.passages):
        inside = passage.kind is PassageKind.HEADING and passage.table is not None
        if inside and following.table == passage.table and following.columns and not is_part_of_card(following):
            known = columns_of(tuple(column.heading for column in following.columns)).known
            match = LETTERED.match(passage.text)
            if match and known >= PLANNED and not phrase("goal-title").match(passage.text):
                yield passage, Match(match["number"], match.span("title"), MERGED)
