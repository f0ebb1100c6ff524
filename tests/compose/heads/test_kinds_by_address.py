"""What kind a paper is by whom it is written to, and by other words for minutes."""

import pytest

import rinsearch

HEAD = "OBČINA KAMNIK\nObčinski svet\n\nŠtevilka: 900-5/2018\nDatum: 4. 4. 2018\n\n"
CENTRE = "Center za socialno delo Celje\n3000 Celje\n\nŠt. zadeve 12500-3/2017\nCelje, 14. november 2017\n\n"
HELD = """

Ad 2
Regijski izvedbeni načrt na področju socialnega varstva za osrednjeslovensko regijo 2017-2020
Po razpravi je bil sprejet SKLEP: Občinski svet se je seznanil z načrtom. Za 12, proti 0.

Seja je bila zaključena ob 20. uri.
"""
PROPOSED = """

I. Razlogi
Načrt mora poznati tudi občinski svet.

II. Sklep, ki ga predlagamo
Občinski svet Občine Kamnik se seznani z Regijskim izvedbenim načrtom na področju socialnega varstva.

Poročevalka na seji: vodja urada
"""
LIST = """

na ministrstvo moramo sporočiti, kje so z dokumentom že opravili. Po naši evidenci velja:

občina            seja                 izid
Dobrna            16., 26. 9. 2017     seznanjeni
Vojnik            20., 11. 10. 2017    seznanjeni
Štore             –                    točka uvrščena
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HEAD + "ODPRAVEK ZAPISNIKA\n27. redne seje Občinskega sveta Občine Kamnik, 28. 3. 2018" + HELD, "minutes"),
        (HEAD + "Odpravek zapisnika 27. redne seje, 28. 3. 2018" + HELD, "minutes"),
        (HEAD + "Odpravek sklepa\n\nObčinski svet je na 27. redni seji 28. 3. 2018 sprejel sklep o cesti.", "decision"),
        (HEAD + "OBČINSKEMU SVETU\n\nPoročilo k točki: Regijski izvedbeni načrt" + PROPOSED, "memo"),
        (HEAD + "OBČINSKEMU SVETU\n\nPoročilo k 5. točki dnevnega reda: Regijski izvedbeni načrt" + PROPOSED, "memo"),
        (HEAD + "ČLANOM OBČINSKEGA SVETA\n\nPoročilo za obravnavo na 27. seji: načrt" + PROPOSED, "memo"),
        (HEAD + "Poročilo o izvajanju načrta v letu 2017\n\nIzvedenih je bilo 14 ukrepov za 120 oseb.", "report"),
        (CENTRE + "OBČINAM SAVINJSKE REGIJE\n\nStanje obravnave načrta po občinah\n\nSpoštovani," + LIST, "letter"),
        (CENTRE + "Vsem občinam\n\nPregled obravnave načrta\n\nPozdravljeni," + LIST, "letter"),
        (CENTRE + "MINISTRSTVU ZA DELO\n\nPoročilo o obravnavi načrta\n\nSpoštovani," + LIST, "letter"),
        (CENTRE + "Poročilo o obravnavi načrta po občinskih svetih" + LIST, "report"),
        (
            CENTRE + "Zaključno poročilo: Regijski izvedbeni načrt na področju socialnega varstva za savinjsko regijo "
            "2014–2016\n\nObčinam Dobrna in Vojnik\n\nSpoštovani," + LIST,
            "report",
        ),
    ],
)
def test_whom_it_is_written_to_and_what_it_is_called_tell_the_kind(text: str, kind: str) -> None:
    assert rinsearch.analyse(rinsearch.Text(text)).kind == kind
