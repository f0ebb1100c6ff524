"""Places to tiles: every municipality a tile of a grid, as near to its place on the map as may be.

The sum of squared distances from centroid to tile is the least possible: an assignment problem, solved by shortest
augmenting paths (Kuhn 1955, Jonker and Volgenant 1987); with the 37 municipalities of the largest region it takes some
milliseconds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Place = tuple[float, float]  # latitude and longitude in degrees
Tile = tuple[int, int]  # column and row from the top left corner

SPARE = 1.5  # tiles for each municipality: with fewer the outline of a region is lost, with more the map falls apart
ASPECT = 4 / 3  # width of a tile to its height


def tiles(places: Mapping[str, Place]) -> dict[str, Tile]:
    """A tile of its own for each place; rows and columns that stay empty are closed up.

    >>> tiles({"north": (46.2, 15.0), "south": (45.6, 15.0)})
    {'north': (0, 0), 'south': (0, 1)}
    """
    if not places:
        return {}
    points, columns, rows = _on_grid(list(places.values()))
    cells = [(column, row) for row in range(rows) for column in range(columns)]
    costs = [[(x - column) ** 2 + (y - row) ** 2 for column, row in cells] for x, y in points]
    return _closed_up({code: cells[cell] for code, cell in zip(places, assigned(costs), strict=True)})


def _on_grid(places: Sequence[Place]) -> tuple[list[tuple[float, float]], int, int]:
    """The places in units of tiles, and how many columns and rows there are."""
    middle = math.radians(sum(lat for lat, _ in places) / len(places))
    x, y = [lon * math.cos(middle) / ASPECT for _, lon in places], [-lat for lat, _ in places]
    width, height = max(x) - min(x), max(y) - min(y)
    # A region in one line still needs some breadth, or the grid would be one tile high and no map.
    long = max(width, height) or 1.0
    width, height = max(width, long / 4), max(height, long / 4)
    unit = math.sqrt(width * height / (SPARE * len(places)))
    columns, rows = (max(1, round(side / unit)) + 1 for side in (width, height))
    return [((a - min(x)) / unit, (b - min(y)) / unit) for a, b in zip(x, y, strict=True)], columns, rows


def _closed_up(found: Mapping[str, Tile]) -> dict[str, Tile]:
    columns = sorted({column for column, _ in found.values()})
    rows = sorted({row for _, row in found.values()})
    return {code: (columns.index(column), rows.index(row)) for code, (column, row) in found.items()}


def assigned(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each row a column of its own, so that the sum of costs is least; at least as many columns as rows.

    >>> assigned([[1, 2, 9], [1, 9, 9]])
    [1, 0]
    """
    columns = len(costs[0])
    owner: list[int | None] = [None] * columns
    of_row, of_column = [0.0] * len(costs), [0.0] * columns  # potentials: cost - both is never below 0
    for row in range(len(costs)):
        _augment(costs, row, owner, (of_row, of_column))
    found = {taken: column for column, taken in enumerate(owner) if taken is not None}
    return [found[row] for row in range(len(costs))]


def _augment(
    costs: Sequence[Sequence[float]], start: int, owner: list[int | None], potentials: tuple[list[float], list[float]]
) -> None:
    """Find the cheapest chain of moves that gives ``start`` a column (Dijkstra over reduced costs), and make it."""
    of_row, of_column = potentials
    best = [math.inf] * len(owner)
    came_from: list[int | None] = [None] * len(owner)
    visited: list[tuple[int, float]] = []
    row, column, length = start, None, 0.0
    while True:
        seen = {each for each, _ in visited}
        for each in range(len(owner)):
            reach = length + costs[row][each] - of_row[row] - of_column[each]
            if each not in seen and reach < best[each]:
                best[each], came_from[each] = reach, column
        column = min((each for each in range(len(owner)) if each not in seen), key=best.__getitem__)
        length = best[column]
        if (taken := owner[column]) is None:
            break
        visited.append((column, length))
        row = taken
    of_row[start] += length
    for each, reach in visited:
        of_row[owner[each] or 0] += length - reach
        of_column[each] -= length - reach
    _move(owner, came_from, column, start)


def _move(owner: list[int | None], came_from: Sequence[int | None], column: int, start: int) -> None:
    while (before := came_from[column]) is not None:
        owner[column] = owner[before]
        column = before
    owner[column] = start
