"""Rules to the cells between them: edges that lie on one line are one, and four that meet are a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rinsearch.extract.pdf.glyphs import Stroke

SNAP = 3.0  # points: rules drawn as thin rectangles have two edges
MOST_EDGES = 1500  # after merging; no printed table has more rules
MOST_CROSSINGS = 4000  # a dense table has 700
NARROWEST = 4.0  # points: columns and rows thinner than that are gaps between double rules

Corners = tuple[float, float, float, float]  # left, top, right, bottom
Edge = tuple[float, float, float]  # its place, and from where to where it reaches
Place = tuple[int, int]  # of a crossing: the number of its standing and of its lying line


def tables_between(strokes: Sequence[Stroke]) -> list[list[Corners]]:
    """The cells of each table, from the top down; nothing where the page is a drawing."""
    standing = _merged([(each.left, each.top, each.bottom) for each in strokes if not each.horizontal])
    lying = _merged([(each.top, each.left, each.right) for each in strokes if each.horizontal])
    if len(standing) + len(lying) > MOST_EDGES:
        return []
    crossings = _crossings(standing, lying)
    if len(crossings) > MOST_CROSSINGS:
        return []
    return _tables(filter(_is_wide, _cells(crossings, standing, lying)))


def _is_wide(cell: Corners) -> bool:
    return cell[2] - cell[0] > NARROWEST and cell[3] - cell[1] > NARROWEST


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges at nearly one place at their middle place, those that touch as one."""
    made: list[Edge] = []
    for line in _near(sorted(edges)):
        place = sum(edge[0] for edge in line) / len(line)
        spans = sorted(edge[1:] for edge in line)
        start, end = spans[0]
        for left, right in spans[1:]:
            if left > end + SNAP:
                made.append((place, start, end))
                start, end = left, right
            end = max(end, right)
        made.append((place, start, end))
    return made


def _near(edges: Sequence[Edge]) -> Iterator[Sequence[Edge]]:
    """Edges in order of their places, divided where the next one is further away than double rules are."""
    cuts = [at for at, (one, two) in enumerate(pairwise(edges), 1) if two[0] > one[0] + SNAP]
    yield from (edges[start:end] for start, end in pairwise([0, *cuts, len(edges)]) if end > start)


def _crossings(standing: Sequence[Edge], lying: Sequence[Edge]) -> dict[Place, Place]:
    """Which edges meet: for the number of each place on both sides, the numbers of the edges."""
    columns, rows = _numbers(standing), _numbers(lying)
    return {
        (columns[x], rows[y]): (one, two)
        for one, (x, top, bottom) in enumerate(standing)
        for two, (y, left, right) in enumerate(lying)
        if top - SNAP <= y <= bottom + SNAP and left - SNAP <= x <= right + SNAP
    }


def _numbers(edges: Sequence[Edge]) -> dict[float, int]:
    return {place: at for at, place in enumerate(sorted({edge[0] for edge in edges}))}


def _cells(crossings: dict[Place, Place], standing: Sequence[Edge], lying: Sequence[Edge]) -> Iterator[Corners]:
    """The smallest cell to the right of and below each crossing, row by row."""
    down: dict[int, list[int]] = {}
    right: dict[int, list[int]] = {}
    for (column, row), (one, two) in sorted(crossings.items()):
        down.setdefault(one, []).append(row)
        right.setdefault(two, []).append(column)
    for (column, row), (one, two) in sorted(crossings.items(), key=lambda item: item[0][::-1]):
        corner = _corner(crossings, (column, row), down[one], right[two])
        if corner is not None:
            other = crossings[corner]
            yield standing[one][0], lying[two][0], standing[other[0]][0], lying[other[1]][0]


def _corner(crossings: dict[Place, Place], start: Place, rows: Sequence[int], columns: Sequence[int]) -> Place | None:
    """The crossing opposite to this one, where edges lead there both ways."""
    column, row = start
    wide = [each for each in columns if each > column]
    for lower in rows:
        if lower <= row:
            continue
        under = crossings[column, lower][1]
        for further in wide:
            edges = crossings.get((further, lower))
            if edges is not None and edges == (crossings[further, row][0], under):
                return further, lower
    return None


def _tables(cells: Iterable[Corners]) -> list[list[Corners]]:
    """Cells that share a corner belong together."""
    tables: dict[int, list[Corners]] = {}
    owner: dict[tuple[float, float], int] = {}
    for number, cell in enumerate(cells):
        left, top, right, bottom = cell
        corners = (left, top), (right, top), (left, bottom), (right, bottom)
        joined = {owner[corner] for corner in corners if corner in owner}
        first = min(joined, default=number)
        tables.setdefault(first, []).append(cell)
        owner.update(dict.fromkeys(corners, first))
        for other in sorted(joined - {first}):
            moved = tables.pop(other)
            tables[first] += moved
            owner.update({corner: first for corner, at in owner.items() if at == other})
    return [tables[number] for number in sorted(tables)]
