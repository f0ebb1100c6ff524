"""Letters of a municipality that give its council's resolution in its own words, or confirm that it took note."""

import pytest

import rinsearch

PLAN = "rin-sv/gorenjska/2017-2020"
LETTER = """OBČINA BLED
Občinska uprava
Cesta svobode 13, 4260 Bled
Datum: 12. 12. 2017

Center za socialno delo Gorenjska

ZADEVA: Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo za obdobje 2017–2020 – odgovor

Spoštovani,

{text}

S spoštovanjem,
Ana Zupan
"""
WORDS = "Občinski svet Občine Bled se seznani z Regijskim izvedbenim načrtom na področju socialnega varstva."


def noted(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(LETTER.format(text=text))).decisions
    taken = [each for each in found if each.status in ("acknowledged", "adopted") and each.plan == PLAN]
    return [each.municipality.name for each in taken if each.municipality]


@pytest.mark.parametrize(
    "text",
    [
        f"sporočamo sklep 21. redne seje z dne 5. 12. 2017:\n»{WORDS}«",
        f"na vaš dopis sporočamo naslednji sklep občinskega sveta z dne 5. 12. 2017: »{WORDS}«",
        f"v prilogi pošiljamo sklep 21. seje, ki se glasi:\n\n{WORDS}",
        f"posredujemo vam sklep, sprejet na 21. redni seji:\n\n»{WORDS}«",
        f'naš svet je načrt obravnaval 5. 12. na 21. seji. Sklep se glasi (prepisujem iz zapisnika):\n\n"{WORDS}"',
        f'naš svet je zasedal 5. 12. 2017. Sprejeti sklep v celoti glasi:\n\n"{WORDS}" Izid: 13 ZA, 0 PROTI.',
        f"sporočamo, da je Občinski svet Občine Bled na 21. seji dne 5. 12. 2017 sprejel sklep: »{WORDS}«",
        f"obveščamo vas, da je svet na 21. seji sprejel naslednji sklep:\n»{WORDS}«\nZanj je bilo 13 članov.",
        f"navajamo besedilo sklepa z 21. seje:\n\n{WORDS}",
        "potrjujemo seznanitev Občinskega sveta Občine Bled z njim, opravljeno na 21. seji dne 5. 12. 2017.",
        "potrjujemo, da je bila seznanitev občinskega sveta z načrtom opravljena na 21. redni seji dne 5. 12. 2017.",
        "sporočamo, da je bila seznanitev Občinskega sveta Občine Bled z načrtom opravljena na 21. redni seji.",
    ],
)
def test_a_letter_gives_the_resolution_of_its_council(text: str) -> None:
    assert set(noted(text)) == {"Bled"}


@pytest.mark.parametrize(
    "text",
    [
        f"sporočamo, da bo svetu predlagan sklep:\n»{WORDS}«",
        f"sporočamo predlog sklepa za 22. sejo:\n»{WORDS}«",
        f"pošiljamo osnutek sklepa:\n\n{WORDS}",
        f"sporočamo sklep, ki naj ga svet sprejme na 22. seji: »{WORDS}«",
        f"pošiljamo vzorec, po katerem lahko sprejmete sklep:\n\n{WORDS}",
        f"sporočamo sklep odbora za družbene dejavnosti:\n\n»{WORDS}«",
        f"sporočamo sklep, ki na 21. seji ni bil sprejet:\n\n»{WORDS}«",
        f"pošiljamo sklep, ki ga bo obravnaval svet:\n\n{WORDS}",
        "seznanitev občinskega sveta z navedenim dokumentom bo opravljena na 22. redni seji dne 20. 12. 2017.",
        "seznanitev občinskega sveta z načrtom še ni bila opravljena.",
        "prosimo za seznanitev občinskega sveta z načrtom, opravljeno najkasneje na 22. seji.",
        "potrjujemo, da je bila seznanitev odbora z načrtom opravljena na 3. seji dne 5. 12. 2017.",
        "potrjujemo, da mora biti seznanitev občinskega sveta z načrtom opravljena do 31. 12. 2017.",
        "potrjujemo prejem načrta; seznanitev občinskega sveta ni bila opravljena.",
        f"sporočamo, da bo občinski svet na 22. seji sprejel sklep: »{WORDS}«",
        f"sporočamo, da občinski svet na 21. seji ni sprejel sklepa: »{WORDS}«",
        f"sporočamo, da je odbor na 3. seji sprejel sklep: »{WORDS}«",
        f"predlagamo, da občinski svet sprejme sklep: »{WORDS}«",
        f"želeli bi, da bi občinski svet sprejel sklep: »{WORDS}«",
        "sporočamo, da je Občinski svet Občine Gorje sprejel sklep: »Naš svet se seznani z načrtom.«",
        f"predlog sklepa se glasi:\n\n»{WORDS}«",
    ],
)
def test_what_a_letter_only_announces_or_proposes_is_none(text: str) -> None:
    assert noted(text) == []
