"""What one story of a rich text file (its body, a note, a header) holds while it is read: paragraphs, cells, rows."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from rinsearch.extract.office.flow import Ink, Paragraph, Part
from rinsearch.extract.office.grid import Spot, check_width, table_parts
from rinsearch.extract.office.labels import bullet
from rinsearch.records import BlockKind

NEAR = 40  # twips (2 points): edges of cells that lie nearer are one edge


@dataclass(slots=True)
class Edge:
    """How a cell is defined: its right edge in twips, and whether it goes on from above or from the left."""

    right: int
    from_above: bool = False
    from_left: bool = False


@dataclass(slots=True)
class Story:
    """The contents in the making; ``kind`` is given to every paragraph of a note, header or footer."""

    kind: BlockKind | None = None
    parts: list[Part] = field(default_factory=list)
    ink: Ink = field(default_factory=Ink)
    label: list[str] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    header: bool = False
    aside: list[Part] = field(default_factory=list)  # notes and boxes, which stand behind their paragraph or table
    _pending: Edge = field(default_factory=lambda: Edge(0))
    _cell: list[Part] = field(default_factory=list)
    _cells: list[Spot] = field(default_factory=list)
    _rows: list[tuple[list[Edge], list[Spot], bool]] = field(default_factory=list)

    def begin_row(self) -> None:
        """The definition of a row begins."""
        self.edges, self.header = [], False

    def merge(self, *, above: bool) -> None:
        """The cell defined next goes on from above or from the left."""
        self._pending.from_above |= above
        self._pending.from_left |= not above

    def end_edge(self, right: int) -> None:
        """The definition of a cell ends with its right edge."""
        self.edges.append(replace(self._pending, right=right))
        self._pending = Edge(0)
        check_width(len(self.edges))

    def end_paragraph(self, level: int | None, *, in_table: bool, contents: bool = False) -> None:
        """Finish the paragraph, which stands in a cell or ends the table before it."""
        label = bullet("".join(self.label)) if self.label else ""
        prints = self.ink.dried()
        self.ink, self.label = Ink(), []
        if not in_table:
            self.end_table()
        if prints:
            kind = BlockKind.CONTENTS if contents and self.kind is None else self.kind
            (self._cell if in_table else self.parts).append(Paragraph(prints, level, label, kind))
        if not in_table:
            self._put_aside()

    def end_cell(self, level: int | None) -> None:
        """Finish the cell with what was written in it."""
        self.end_paragraph(level, in_table=True)
        self._cells.append(Spot(tuple(self._cell)))
        self._cell = []
        check_width(len(self._cells))

    def end_row(self) -> None:
        """Finish the row; its definition counts as it stands now."""
        if self._cells:
            self._rows.append((self.edges[: len(self._cells)], self._cells, self.header))
        self._cells = []

    def _put_aside(self) -> None:
        self.parts += self.aside
        self.aside = []

    def end_table(self) -> None:
        """Finish the table, if there is one; cells without a row are a last row."""
        if self._cell:
            self.end_cell(None)
        self.end_row()
        if self._rows:
            rows, self._rows = self._rows, []
            header = next((at for at, row in enumerate(rows) if not row[2]), len(rows))
            self.parts += table_parts(_grid(rows), header)
            self._put_aside()


def _grid(rows: list[tuple[list[Edge], list[Spot], bool]]) -> list[list[Spot]]:
    """The cells in the columns that they cover, told by the edges of all rows."""
    columns = _columns([edge.right for edges, _, _ in rows for edge in edges])
    grid: list[list[Spot]] = []
    for edges, spots, _ in rows:
        row: list[Spot] = []
        for at, spot in enumerate(spots):
            edge = edges[at] if at < len(edges) else None
            end = max(bisect_left(columns, edge.right - NEAR) + 1, len(row) + 1) if edge else len(row) + 1
            if edge and edge.from_left and row:
                spot = row[-1]
            elif edge and edge.from_above and grid and len(row) < len(grid[-1]):
                spot = grid[-1][len(row)]
            check_width(end)
            row += [spot] * (end - len(row))
        grid.append(row)
    return grid


def _columns(edges: list[int]) -> list[int]:
    """The edges in order, near ones as one."""
    columns: list[int] = []
    for edge in sorted(edges):
        if not columns or edge - columns[-1] > NEAR:
            columns.append(edge)
    return columns
