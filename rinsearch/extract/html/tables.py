"""Tables of web pages: their rows and cells, what they cover, and which of them only lay out the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rinsearch.errors import LimitExceeded
from rinsearch.extract.html.page import Element, name_of
from rinsearch.extract.office.grid import WIDEST, Spot

OWN_ROWS = 5  # for each row with a table or a heading in it: then they are rows of data
MOST_CELLS = 200_000  # of one table, merged ones counted wherever they stand


def number_in(text: str | None, default: int) -> int:
    """The number that an attribute gives, or the one that holds without it."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def rows_of(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of this table, not of those in its cells, and whether they stand in its head."""
    for child in table:
        if name_of(child) == "tr":
            yield child, False
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from ((row, name_of(child) == "thead") for row in child if name_of(row) == "tr")


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    return (cell for cell in row if name_of(cell) in ("td", "th"))


def is_frame(table: Element, rows: list[Element]) -> bool:
    """Whether a table only lays out the page: it says so, has one row, or holds headings or whole tables.

    A cell of a table with many rows of its own may hold one too.
    """
    if (table.get("role") or "") in ("presentation", "none") or len(rows) < 2:
        return True
    if any(name_of(cell) == "th" for row in rows for cell in cells_of(row)):
        return False
    bare = [row for row in rows if next(row.iterdescendants("table", "h1", "h2", "h3"), None) is None]
    return len(bare) < len(rows) and sum(map(_is_row, bare)) <= OWN_ROWS * (len(rows) - len(bare))


def _is_row(row: Element) -> bool:
    """Whether two cells and more have text."""
    return sum(any(text.strip() for text in cell.itertext()) for cell in cells_of(row)) > 1


def header_rows(rows: Iterable[tuple[Element, bool]]) -> int:
    """The rows of the head; without one the first rows that have only headings."""
    known = list(rows)
    marked = sum(1 for _, head in known if head)
    if marked:
        return marked
    for number, (row, _) in enumerate(known):
        names = [name_of(cell) for cell in cells_of(row)]
        if not names or set(names) != {"th"}:
            return number
    return 0


def grid_of(rows: list[list[tuple[Element, Spot]]]) -> list[list[Spot]]:
    """Cells in every place that they cover. Raises :class:`LimitExceeded` where these are too many."""
    grid: list[list[Spot]] = []
    pending: dict[int, tuple[Spot, int]] = {}  # column -> a cell from above and how many more rows it covers
    total = 0
    for row in rows:
        line: list[Spot] = []
        waiting = list(reversed(row))
        while waiting or len(line) in pending:
            if len(line) in pending:
                line.append(_from_above(pending, len(line)))
                continue
            cell, spot = waiting.pop()
            down = min(number_in(cell.get("rowspan"), 1) or len(rows), len(rows) - len(grid))
            for _ in range(max(1, min(number_in(cell.get("colspan"), 1), WIDEST))):
                if down > 1:
                    pending[len(line)] = (spot, down)
                    line.append(_from_above(pending, len(line)))
                else:
                    line.append(spot)
        total += len(line)
        if total > MOST_CELLS:
            raise LimitExceeded(f"A table has more than {MOST_CELLS} cells.")
        grid.append(line)
    return grid


def _from_above(pending: dict[int, tuple[Spot, int]], column: int) -> Spot:
    spot, rows = pending.pop(column)
    if rows > 1:
        pending[column] = (spot, rows - 1)
    return spot
