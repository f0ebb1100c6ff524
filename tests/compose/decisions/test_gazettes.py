"""A gazette of several municipalities holds a paper of each: its own resolution, session and day."""

from datetime import date

import pytest

import rinsearch

GAZETTE = """MEDOBČINSKI URADNI VESTNIK
Št. 27, letnik XXII, Maribor, 15. 12. 2017

{first}
611
Občinski svet Občine Ruše je na 20. redni seji 4. 12. 2017 sprejel
S K L E P
{words}
Št.: 1221-0004/2017
Župan občine Ruše

{second}
612
Na podlagi 16. člena statuta je občinski svet na 19. seji dne 7. 12. 2017 sprejel
O D L O K
o proračunu Občine Kungota
1. člen
Sprejme se proračun za leto 2018.
Župan občine Kungota

OBČINA SELNICA OB DRAVI
613
Občinski svet Občine Selnica ob Dravi je na 18. seji dne 11. 12. 2017 sprejel
SKLEP
1.
{words}
2.
Sklep velja takoj.
Številka: 032-37/2017
"""
WORDS = (
    ("acknowledged", "Občinski svet se seznani z Regijskim izvedbenim načrtom podravske regije 2017–2020."),
    ("acknowledged", "Občinski svet je preučil in s tem vzel na znanje RIN podravske regije 2017–2020."),
    ("adopted", "Sprejme se Regijski izvedbeni načrt socialnega varstva podravske regije 2017–2020."),
    ("rejected", "Občinski svet Regijski izvedbeni načrt podravske regije 2017–2020 zavrne."),
)


@pytest.mark.parametrize(("status", "words"), WORDS)
@pytest.mark.parametrize("heads", [("OBČINA RUŠE", "OBČINA KUNGOTA"), ("Občina Ruše", "Občina Kungota")])
def test_each_municipality_decides_below_its_name(status: str, words: str, heads: tuple[str, str]) -> None:
    text = GAZETTE.format(first=heads[0], second=heads[1], words=words)
    found = rinsearch.analyse(rinsearch.Text(text))
    told = {
        (each.municipality.name, each.status.value, each.date, each.session.number, each.reported)
        for each in found.decisions
        if each.plan and each.municipality and each.session
    }
    assert told == {
        ("Ruše", status, date(2017, 12, 4), 20, False),
        ("Selnica ob Dravi", status, date(2017, 12, 11), 18, False),
    }
    assert (found.issuer, found.session, found.date) == (None, None, date(2017, 12, 15))


def test_what_stands_above_the_first_name_is_nobodys() -> None:
    above = "Občinski svet se seznani z Regijskim izvedbenim načrtom podravske regije 2017–2020."
    text = GAZETTE.format(first=f"{above}\n\nOBČINA RUŠE", second="OBČINA KUNGOTA", words="Sprejme se odlok o cestah.")
    assert not [each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan]
