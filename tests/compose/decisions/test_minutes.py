"""Ways of leading to a resolution with ways of saying it, from cases/compose/minutes.toml: each pair shows the same."""

import tomllib
from itertools import cycle
from pathlib import Path

import pytest

import rinsearch
from tests.compose.decisions.test_decisions import PLAN, shown

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases/compose/minutes.toml").read_text("utf-8"))
MINUTES = """OBČINA SEMIČ
Občinski svet

ZAPISNIK
21. redne seje Občinskega sveta Občine Semič, ki je bila v četrtek, 12. 10. 2017

Navzočih je bilo 13 članov sveta.

Ad 3
Prodaja zemljišča
Občinski svet soglaša s prodajo parcele 12/3 k. o. Semič.
Glasovanje: 11 za, 1 proti.

{heading}

{item}

Ad 5
Razno
Svetnica je vprašala, kdaj bo popravljena cesta.
"""
HEADINGS, AFTER = cycle(TABLE["headings"]), cycle(TABLE["after"])
PAPERS = [
    (MINUTES.format(heading=next(HEADINGS), item=lead.format(text=text, after=next(AFTER))), group["shows"])
    for group in TABLE["group"]
    for text in group["texts"]
    for lead in TABLE["leads"]
    if lead not in group.get("without", ())
]


@pytest.mark.parametrize(("paper", "shows"), PAPERS)
def test_a_resolution_shows_the_same_whatever_leads_to_it(paper: str, shows: list[str]) -> None:
    decisions = rinsearch.analyse(rinsearch.Text(paper)).decisions
    of_plan = [each for each in decisions if each.plan == PLAN and each.status != "scheduled"]
    assert sorted(map(shown, of_plan)) == shows


def test_the_product_holds_positive_and_negative_papers() -> None:
    assert sum(bool(shows) for _, shows in PAPERS) >= 100
    assert sum(not shows for _, shows in PAPERS) >= 50


NOTHING = [
    MINUTES.format(heading=heading, item=text)
    for text in TABLE["nothing"]["texts"]
    for heading in TABLE["nothing"]["headings"]
]


@pytest.mark.parametrize("paper", NOTHING)
def test_an_item_in_which_nothing_was_resolved_about_the_plan_shows_nothing(paper: str) -> None:
    decisions = rinsearch.analyse(rinsearch.Text(paper)).decisions
    assert not [each for each in decisions if each.plan and each.status in ("acknowledged", "adopted")]
