"""Measures in the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rinsearch.compose.fields.cells import kinds_of
from rinsearch.compose.fields.columns import MEASURE, Columns, columns_of, names_measures
from rinsearch.compose.fields.drafts import STRONG, SUPPORTING, Draft, Span
from rinsearch.compose.fields.schedules import marked_times
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.measures.shared_cells import with_shared
from rinsearch.compose.measures.titled_forms import Card
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

STATISTICS = frozenset({"number_of_users", "baseline", "target_value"})
NAMING = (MEASURE, "provider", "target_group")
LEAST_FIGURES = 2  # in these cells; one may be the number of a provider in a legend
BELOW = 2  # rows of figures behind a row that is a head of them
HEADING_LENGTH = 60  # characters of a cell that repeats a heading
_NUMBER = re.compile(r"\b[\dA-ZČŠŽ]{1,3}(?:[./]\d{1,2})+\b|(?<=\s)\d{1,2}\b")
_CODE = re.compile(r"\W*(?:[^\W\d_]{0,2}\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})(?:[./-]\d{1,2}){0,3}\W*")
_LETTERED = re.compile(r"(?P<number>(?:[IVX]{1,4}|[\dA-ZČŠŽ]{1,2})(?:[./]\d{1,2})+|\d{1,2}\.)\.?:?\s+(?=\S)")
_WORDS = re.compile(r"[^\W\d_]{3}")
_FIGURE = re.compile(r"\s*\d[\d., ]*%?\s*")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table, and what its columns hold."""

    passage: Passage
    columns: Columns

    def span(self, name: str) -> Span | None:
        """Where a field stands; ``None`` for an empty cell."""
        number = self.columns.fields.get(name)
        if number is None or number >= len(self.passage.columns):
            return None
        column = self.passage.columns[number]
        return (column.start, column.end) if self.passage.text[column.start : column.end].strip(" -–—/") else None

    def heading(self, name: str) -> str:
        """What stands above a field; empty where nothing does."""
        number = self.columns.fields.get(name)
        return "" if number is None else next((each.heading for each in self.passage.columns[number : number + 1]), "")


def from_rows(
    passages: tuple[Passage, ...], places: Mapping[str, Place], cards: Sequence[Card] = ()
) -> Iterator[Draft]:
    """The rows that hold a measure; ``cards`` are forms that are read with the titles above them."""
    others = {form.id for _, form in cards}
    rows = [each for each in passages if each.kind is PassageKind.ROW and each.columns and each.id not in others]
    alike: dict[tuple[str, ...], list[Passage]] = {}
    for row in rows:
        alike.setdefault(_headings(row), []).append(row)
    kinds = {head: kinds_of(some) for head, some in alike.items() if any(head)}
    for _, table in groupby(rows, key=lambda passage: passage.table):
        below = list(table)
        yield from _measures(tuple(_with_columns(below, kinds.get(_headings(below[0])))), places)


def _headings(row: Passage) -> tuple[str, ...]:
    return tuple(column.heading for column in row.columns)


def _with_columns(table: Sequence[Passage], alike: tuple[str | None, ...] | None) -> Iterator[_Row]:
    """The rows below a head; a row that repeats it, or stands for it where the reader knew none, is left out.

    ``alike`` are the looks of the columns of all tables with the same head, as those of a table that a page divides.
    """
    headings: tuple[str, ...] | None = None
    kinds = kinds_of(table) if alike is None else alike
    for passage in table:
        cells = tuple(passage.text[c.start : c.end].strip() for c in passage.columns)
        if _is_head(cells):
            headings = cells
            continue
        own = _headings(passage)
        lacking = headings is not None and len(headings) == len(own)
        named = headings if headings is not None and lacking else own
        yield _Row(passage, columns_of(named, kinds if len(kinds) == len(named) else ()))


def _is_head(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell]
    known = {field for cell in filled if len(cell) < HEADING_LENGTH and (field := column_field(cell))}
    return len(known) >= 2 and len(known) > len(filled) / 2


def _measures(rows: tuple[_Row, ...], places: Mapping[str, Place]) -> Iterator[Draft]:
    last: Draft | None = None
    if _are_people(rows):
        return
    for at, row in enumerate(rows):
        if not _plans(row.columns, places[row.passage.id]) or _is_of_figures(row, rows[at + 1 : at + 1 + BELOW]):
            continue
        text = row.span(MEASURE)
        if text is None and _is_sum(row.passage):
            continue
        if last is not None and (text is None or _goes_on(last, row, text)):
            last = _continued(last, row, text)
            continue
        draft = _draft(row, text) if text else None
        draft = _with_provider_above(draft, last, row) if draft and last else draft
        if draft and not (last and _same(last, draft)):
            if last:
                yield last
            last = draft
    if last:
        yield last


def _with_provider_above(draft: Draft, last: Draft, row: _Row) -> Draft:
    """The draft with who does the one above it, where the first column names them once for several rows."""
    grouped = row.columns.fields.get("provider") == 0 and "provider" in last.fields
    same = grouped and "provider" not in draft.fields and last.passage.table == draft.passage.table
    return draft.with_fields(last.home("provider"), {"provider": last.fields["provider"]}) if same else draft


def _are_people(rows: tuple[_Row, ...]) -> bool:
    """Whether the rows are those of people: "Ime | Ustanova | Obdobje"; below "Ukrep", "Topla Hiša" is no person."""
    if any(names_measures(row.heading(MEASURE)) for row in rows):
        return False
    names = [row.passage.text[slice(*span)].strip() for row in rows if (span := row.span(MEASURE))]
    return sum(bool(phrase("person-alone").fullmatch(name)) for name in names) > len(names) / 2


def _is_of_figures(row: _Row, below: Sequence[_Row]) -> bool:
    """Whether a row counts, or is the second head, of a list of figures: "Občina | prebivalci | delež 65+"."""
    counts = [_figures(each) >= LEAST_FIGURES for each in (row, *below)]
    return counts[0] or (len(below) == BELOW and all(counts[1:]))


def _figures(row: _Row) -> int:
    """How many cells that should name what, who or for whom are figures."""
    spans = (span for name in NAMING if (span := row.span(name)))
    return sum(bool(_FIGURE.fullmatch(row.passage.text, *span)) for span in spans)


def _is_sum(passage: Passage) -> bool:
    """Whether a cell says that the others are sums: "SKUPAJ prednostna naloga 3"."""
    return any(phrase("sum-row").match(passage.text, column.start, column.end) for column in passage.columns)


def _plans(columns: Columns, place: Place) -> bool:
    """Whether a table with these columns plans something, and does not count or report."""
    known = columns.known
    if MEASURE not in known or "state" in known or place is Place.CLOSED:
        return False
    if known & STATISTICS and not known & STRONG:
        return False
    if columns.guessed and "target_group" not in known and place is not Place.MEASURES:
        return False
    supporting = SUPPORTING & known
    if place is Place.MEASURES:
        return bool(supporting)
    if place is Place.FACTS:
        return known >= STRONG and (columns.called or len(supporting) > 2)
    return bool(supporting & STRONG) or len(supporting) > 1


def _goes_on(last: Draft, row: _Row, text: Span) -> bool:
    """A rest of the row before: it begins with a small letter, and its other cells are empty or rests, too."""
    others = [
        row.passage.text[slice(*span)].strip()
        for name in ("provider", "deadline", "number")
        if (span := row.span(name))
    ]
    unnumbered = row.span("number") is None
    numbered = "number" in row.columns.fields and last.number is not None  # then a row without one is a rest
    rests = unnumbered and (numbered or all(cell[:1].islower() for cell in others))
    return row.passage.text[slice(*text)].strip()[:1].islower() and rests and row.span("deadline") is None


def _continued(last: Draft, row: _Row, text: Span | None) -> Draft:
    spans = {name: span for name in row.columns.fields if name != MEASURE and (span := row.span(name))}
    draft = last.with_fields(row.passage, spans)
    return replace(draft, more=(*draft.more, (row.passage, text))) if text else draft


def _same(first: Draft, second: Draft) -> bool:
    """One cell merged over several rows, met again."""
    alike = first.passage.text[slice(*first.text)] == second.passage.text[slice(*second.text)]
    return alike and first.passage.table == second.passage.table and first.number == second.number


def _draft(row: _Row, text: Span) -> Draft | None:
    passage, heading = row.passage, row.passage.columns[row.columns.fields[MEASURE]].heading
    fields = {name: span for name in row.columns.fields if name != MEASURE and (span := row.span(name))}
    number = fields.pop("number", None)
    words = passage.text[slice(*number)].strip(" .") if number else _number_in(heading)
    if _CODE.fullmatch(passage.text, *text) and (title := _title(row, text)):
        words, text = passage.text[slice(*text)].strip(" ."), title
        fields.pop("description", None)
    lettered = _LETTERED.match(passage.text, *text)
    if lettered:  # "A/1 Dnevno varstvo": the number stands before the text, in the same cell
        text, words = (lettered.end(), text[1]), words or lettered.group("number").rstrip(".")
    cell = passage.text[slice(*text)]
    if (
        not (fields or marked_times(passage))
        or not _WORDS.search(cell)
        or phrase("sum-row").match(cell)
        or phrase("counting-title").match(cell)
        or _says_one_thing(passage, row)
        or _is_given_up(row)
    ):
        return None
    draft = with_shared(Draft(passage, text, fields, words), row.columns)
    marked = None if "deadline" in draft.fields else marked_times(passage)
    return (
        replace(draft, fields={**draft.fields, "deadline": marked[1]}, said={"deadline": marked[0]})
        if marked
        else draft
    )


def _title(row: _Row, text: Span) -> Span | None:
    """The column behind a measure's bare number holds its name ("Ukrep št. | Kaj")."""
    described = row.span("description")
    return described if described and described[0] > text[0] else None


def _says_one_thing(passage: Passage, row: _Row) -> bool:
    """A merged row that gives the priority: every cell says the same."""
    cells = {passage.text[c.start : c.end].strip() for c in passage.columns}
    return len(cells - {""}) == 1 and len(row.columns.fields) > 1


def _is_given_up(row: _Row) -> bool:
    """Whether a cell says that the measure was dropped: "črtano 6. 4. 2017"."""
    passage, own = row.passage, row.columns.fields[MEASURE]
    cells = (passage.text[c.start : c.end] for at, c in enumerate(passage.columns) if at != own)
    return any(phrase("given-up").match(cell) for cell in cells)


def _number_in(heading: str) -> str | None:
    match = _NUMBER.search(heading)
    return match.group() if match else None
