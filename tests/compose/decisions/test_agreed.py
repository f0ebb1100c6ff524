"""Who agrees that the council knows the plan: its members resolve it, anybody else only says so."""

import pytest

import rinsearch

PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva podravske regije 2017–2020"
MINUTES = """ZAPISNIK
20. redne seje Občinskega sveta Občine Ruše, dne 4. 12. 2017

3. Regijski izvedbeni načrt podravske regije 2017–2020

V razpravi je sodelovala Ana Novak. {words}

4. Razno
"""


def statuses(words: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(MINUTES.format(words=words))).decisions
    return {each.status.value for each in found if each.plan}


@pytest.mark.parametrize(
    "words",
    [
        f"Svetniki se strinjajo, da so seznanjeni z {PLAN}.",
        f"Člani OS se med seboj strinjajo, da so se z {PLAN} seznanili.",
        f"Občinski svet soglaša, da je seznanjen z {PLAN}.",
        f"Vsi so se strinjali, da so z {PLAN} seznanjeni.",
        f"Občinski svet je poslušal poročilo predstavnice CSD in se z {PLAN} seznani.",
        f"Svetniki so po predstavitvi direktorice CSD seznanjeni z {PLAN}.",
    ],
)
def test_members_take_note(words: str) -> None:
    assert statuses(words) == {"acknowledged"}


@pytest.mark.parametrize(
    "words",
    [
        f"Župan se strinja, da je svet seznanjen z {PLAN}.",
        f"Župan se strinja, da se svet seznani z {PLAN}.",
        f"Odbor se strinja, da se občinski svet seznani z {PLAN}.",
        f"Svetniki se niso strinjali, da so seznanjeni z {PLAN}.",
        f"Svetnica se strinja, da so svetniki seznanjeni z {PLAN}.",
        f"Poročilo predstavnice CSD je poslušal odbor in se z {PLAN} seznanil.",
    ],
)
def test_others_only_say_so(words: str) -> None:
    assert "acknowledged" not in statuses(words)
