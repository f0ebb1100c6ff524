"""Records as rows under columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rinsearch.codec import to_json
from rinsearch.errors import UnknownName
from rinsearch.export.cells import Cell, Column, Kind
from rinsearch.export.columns import COLUMNS
from rinsearch.records import CouncilRow, Councils, TaggedPassage

IDS = frozenset({"id", "document", "passage", "plan"})  # of a few all signs are digits, as of a telephone number


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register as rows; ``records`` are the same as nested JSON, for JSON Lines."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    records: tuple[object, ...]

    def with_words(self, change: Callable[[str], str]) -> Sheet:
        """The sheet with all its texts changed: contact data blotted out, say. Codes, ids and links stay."""
        kept = [column.kind is not Kind.TEXT or column.name in IDS for column in self.columns]
        rows = tuple(
            tuple(
                cell if keep or not isinstance(cell, str) else change(cell)
                for keep, cell in zip(kept, row, strict=True)
            )
            for row in self.rows
        )
        return replace(self, rows=rows, records=tuple(_changed(record, change) for record in self.records))

    def with_links(self, change: Callable[[str], str | None]) -> Sheet:
        """The sheet with other links: such as lead to the files from where it is written."""
        linked = [column.kind is Kind.LINK for column in self.columns]
        rows = (
            (change(cell) if link and isinstance(cell, str) else cell for link, cell in zip(linked, row, strict=True))
            for row in self.rows
        )
        return replace(self, rows=tuple(map(tuple, rows)))


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        said = {key: each for key, each in value.items() if key not in IDS or not isinstance(each, str)}
        return value | {key: _changed(each, change) for key, each in said.items()}
    return [_changed(each, change) for each in value] if isinstance(value, list) else value


def sheet_of(name: str, records: Iterable[object]) -> Sheet:
    """The records of a register as rows. Raises `UnknownName`."""
    if name not in COLUMNS:
        raise UnknownName("register", name, tuple(COLUMNS))
    columns = tuple(COLUMNS[name])
    kept = list(_tags(records) if name == "tags" else records)
    rows = tuple(tuple(column.of(each) for column in columns) for each in kept)
    return Sheet(name, columns, rows, tuple(_nested(each) for each in kept))


def _nested(record: object) -> object:
    """As JSON; a row of a council table begins with its plan."""
    return {"plan": record.plan, **to_json(record.row)} if isinstance(record, PlannedRow) else to_json(record)


def council_sheet(table: Councils) -> Sheet:
    """A council table as rows, one for each municipality."""
    return council_sheets([table])


def council_sheets(tables: Sequence[Councils]) -> Sheet:
    """Council tables below one another, each row with its plan."""
    found = [PlannedRow(table.plan, row) for table in tables for row in table.councils]
    return sheet_of("councils", found)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of a council table, with the plan that it is about."""

    plan: str
    row: CouncilRow


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag with its passage and its words."""

    passage: str
    label: str
    value: str
    start: int
    end: int
    quote: str
    rule: str


def _tags(passages: Iterable[object]) -> Iterator[TagRow]:
    """The tags of passages; a `TagRow` passes through."""
    for each in passages:
        if isinstance(each, TagRow):
            yield each
        elif isinstance(each, TaggedPassage):
            for tag in each.tags:
                yield TagRow(
                    each.id, tag.label, tag.value, tag.start, tag.end, each.text[tag.start : tag.end], tag.rule
                )


def names(columns: Sequence[Column]) -> list[str]:
    """The names of columns."""
    return [column.name for column in columns]
