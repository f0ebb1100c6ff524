"""What a damaged paper decides is what the clean one decides: drawn damage, counted losses, seldom anything new."""

import random
from collections import Counter

import pytest

from rinsearch.library.understanding import understand_text
from tests.misread.damage import DAMAGES

REGION = "jugovzhodno Slovenijo za obdobje 2017-2020"
PAPERS = tuple(
    f"""OBČINA {town.upper()}
OBČINSKI SVET

ZAPISNIK {number}. redne seje Občinskega sveta Občine {town}, ki je bila v četrtek, {number}. oktobra 2017, ob 17. uri.

1. točka: Potrditev zapisnika prejšnje seje
Sklep: Zapisnik prejšnje seje se potrdi. Glasovanje: {votes} za, 0 proti.

2. točka: Regijski izvedbeni načrt na področju socialnega varstva
Načrt je predstavila direktorica centra za socialno delo. V razpravi je sodelovala svetnica.
Sklep: {decided} Glasovanje: {votes} za, 1 proti.
"""
    for number, (town, votes, decided) in enumerate(
        (
            ("Semič", 12, f"Občinski svet se seznani z Regijskim izvedbenim načrtom za {REGION}."),
            ("Metlika", 15, f"Občinski svet vzame na znanje Regijski izvedbeni načrt za {REGION}."),
            ("Kostel", 7, f"Občinski svet sprejme Regijski izvedbeni načrt za {REGION}."),
            ("Črnomelj", 21, f"Občinski svet potrdi Regijski izvedbeni načrt za {REGION}."),
            ("Trebnje", 14, f"Točka Regijski izvedbeni načrt za {REGION} se umakne z dnevnega reda."),
        ),
        12,
    )
)
DRAWS = 6  # of each paper and damage


def facts(text: str) -> Counter[tuple[object, ...]]:
    """What a paper decides: municipality, plan, status, votes for it."""
    found = understand_text(text, "paper.txt").analysis.decisions
    return Counter(
        (each.municipality and each.municipality.code, each.plan, each.status, each.vote and each.vote.for_)
        for each in found
    )


@pytest.mark.once
@pytest.mark.parametrize(("damage", "lost_most", "new_most"), [(name, 0.2, 0.1) for name in DAMAGES])
def test_damage_seldom_changes_what_was_decided(damage: str, lost_most: float, new_most: float) -> None:
    known = lost = new = 0
    for number, paper in enumerate(PAPERS):
        clean = facts(paper)
        assert clean.total() >= 2, paper
        for draw in range(DRAWS):
            damaged = facts(DAMAGES[damage](paper, random.Random(1000 * number + draw)))
            known += clean.total()
            lost += (clean - damaged).total()
            new += (damaged - clean).total()
    assert known >= 50
    assert lost <= lost_most * known
    assert new <= new_most * known
