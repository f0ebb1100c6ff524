"""Tiles: one for each municipality, near its place, in every region."""

import itertools
import random
from datetime import date

import pytest

from rinsearch.picture.tiles import assigned, tiles
from rinsearch.taxonomy import members, municipalities, regions


def of_region(region: str) -> dict[str, tuple[float, float]]:
    entries = municipalities()
    return {each.code: (entries[each.code].lat, entries[each.code].lon) for each in members(region, date(2017, 1, 1))}


@pytest.mark.parametrize("region", regions())
def test_every_municipality_has_a_tile_of_its_own(region: str) -> None:
    places = of_region(region)
    found = tiles(places)
    assert found.keys() == places.keys()
    assert len(set(found.values())) == len(places)


@pytest.mark.parametrize("region", regions())
def test_what_lies_far_to_the_east_or_south_is_drawn_there(region: str) -> None:
    places = of_region(region)
    found = tiles(places)
    for one, other in itertools.permutations(places, 2):
        if places[other][1] - places[one][1] > 0.4:  # degrees of longitude, some 30 km
            assert found[one][0] < found[other][0]
        if places[one][0] - places[other][0] > 0.3:  # degrees of latitude, some 33 km
            assert found[one][1] < found[other][1]


def test_a_region_of_one_or_of_none_is_drawn_too() -> None:
    assert tiles({"109": (45.6, 15.2)}) == {"109": (0, 0)}
    assert tiles({}) == {}


def test_places_in_one_point_are_told_apart() -> None:
    assert len(set(tiles({str(number): (46.0, 15.0) for number in range(5)}).values())) == 5


def test_the_assignment_costs_least() -> None:
    chance = random.Random(2017)
    for _ in range(200):
        rows = chance.randint(1, 5)
        costs = [[chance.randint(0, 9) for _ in range(chance.randint(rows, 6))] for _ in range(1)]
        costs += [[chance.randint(0, 9) for _ in costs[0]] for _ in range(rows - 1)]
        found = assigned(costs)
        least = min(
            sum(costs[row][column] for row, column in enumerate(each))
            for each in itertools.permutations(range(len(costs[0])), rows)
        )
        assert len(set(found)) == rows
        assert sum(costs[row][column] for row, column in enumerate(found)) == least
