"""Cells between rules: the same as pdfplumber finds, in random grids with merged cells, gaps and double rules."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.grid import NARROWEST, SNAP, tables_between


def drawn(seed: int) -> list[Stroke]:
    """The edges of some tables: each cell drawn by itself, some rules missing, shifted by less than a point."""
    chance = random.Random(seed)
    strokes = []
    for top in (50, 300, 550)[: chance.randint(1, 3)]:
        xs = _places(chance, 60)
        ys = _places(chance, top)
        strokes += [Stroke(left, y, right, y) for y in ys for left, right in pairwise(xs) if chance.random() > 0.1]
        strokes += [Stroke(x, upper, x, lower) for x in xs for upper, lower in pairwise(ys) if chance.random() > 0.1]
    chance.shuffle(strokes)
    shifted = chance.choice((0.0, 0.8))
    return [_shifted(stroke, chance.uniform(0, shifted)) for stroke in strokes]


def _places(chance: random.Random, first: float) -> list[float]:
    places = [first]
    for _ in range(chance.randint(1, 7)):
        places.append(places[-1] + chance.choice((14.0, 30.0, 30.0)))
        if chance.random() < 0.25:
            places.append(places[-1] + 2.0)
    return places


def _shifted(stroke: Stroke, by: float) -> Stroke:
    across = 0.0 if stroke.horizontal else by
    down = by if stroke.horizontal else 0.0
    return Stroke(stroke.left + across, stroke.top + down, stroke.right + across, stroke.bottom + down)


def by_pdfplumber(strokes: list[Stroke]) -> list[list[tuple[float, ...]]]:
    edges = [
        {"x0": s.left, "x1": s.right, "top": s.top, "bottom": s.bottom, "doctop": s.top, "object_type": "line"}
        | {"width": s.right - s.left, "height": s.bottom - s.top, "orientation": "h" if s.horizontal else "v"}
        for s in strokes
    ]
    cells = intersections_to_cells(edges_to_intersections(merge_edges(edges, SNAP, SNAP, SNAP, SNAP), SNAP, SNAP))
    wide = [cell for cell in cells if cell[2] - cell[0] > NARROWEST and cell[3] - cell[1] > NARROWEST]
    return [_rounded(table) for table in cells_to_tables(wide)]


def _rounded(table: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(value, 6) + 0.0 for value in cell) for cell in table)


@pytest.mark.parametrize("seed", range(40))
def test_the_cells_are_those_of_pdfplumber(seed: int) -> None:
    strokes = drawn(seed)
    found = [_rounded([*table]) for table in tables_between(strokes)]
    assert sorted(table for table in found if len(table) > 1) == sorted(by_pdfplumber(strokes))


def test_a_missing_rule_merges_two_cells() -> None:
    lying = [Stroke(0, y, 100, y) for y in (0, 20, 40)]
    standing = [Stroke(x, 0, x, 40) for x in (0, 100)] + [Stroke(50, 20, 50, 40)]
    assert tables_between(lying + standing) == [[(0, 0, 100, 20), (0, 20, 50, 40), (50, 20, 100, 40)]]


def test_rules_that_do_not_meet_make_no_cell() -> None:
    assert (
        tables_between([Stroke(0, 0, 100, 0), Stroke(0, 40, 100, 40), Stroke(0, 5, 0, 35), Stroke(99, 5, 99, 35)]) == []
    )


def test_a_drawing_is_no_table() -> None:
    assert tables_between([Stroke(x, 0, x, 9000) for x in range(0, 9000, 5)]) == []
