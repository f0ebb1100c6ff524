"""What is told behind what was proposed or done elsewhere: in the next item, behind a semicolon, in the next cell."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020"
LETTER = (
    "{sender}\n\nDatum: 20. 12. 2017\n\n{to}\n\nZadeva: " + NAME + "\n\nSpoštovani,\n\n{text}\n\nLep pozdrav\nžupan\n"
)
OWN = LETTER.replace("{sender}", "OBČINA BOHINJ\nžupan").replace("{to}", "Center za socialno delo Kranj")
OF_REGION = LETTER.replace("{sender}", "CENTER ZA SOCIALNO DELO KRANJ").replace("{to}", "OBČINAM GORENJSKE REGIJE")
NEWS = (
    "Občina Bohinj – Novice\n20. 12. 2017\n\nS seje sveta\n\nObčinski svet Občine Bohinj se je na 24. seji seznanil z "
    f"načrtom »{NAME}«. {{text}}\n"
)
COMMITTEE = (
    "OBČINA BOHINJ\nKomisija za starejše\n\nPOROČILO O DELU KOMISIJE V LETU 2017\n\nDatum: 20. 12. 2017\n\n"
    f"Komisija je obravnavala:\n\n– {NAME}: komisija se je z njim seznanila na 3. seji in občinskemu svetu predlagala, "
    "da ga vzame na znanje; {text}\n"
)
CARRIED_OUT = (
    "OBČINA BOHINJ\n\nPOROČILO O REALIZACIJI SKLEPOV 27. REDNE SEJE OBČINSKEGA SVETA, ki je bila 25. septembra 2017\n\n"
    "| Št. | Vsebina | Stanje |\n|---|---|---|\n| 1 | Potrdi se zapisnik 26. redne seje. | realizirano |\n"
    f"| 2 | {NAME}: občinski svet je bil z njim seznanjen. | realizirano, izpis poslan na CSD in {{text}} |\n"
)


@pytest.mark.parametrize(
    ("paper", "text", "expected"),
    [
        (
            OWN,
            "po naših podatkih:\n\n• v Kranju so se svetniki z njim seznanili 27. marca;\n"
            "• občinski svet v Radovljici je to storil 3. aprila.",
            {"Kranj acknowledged", "Radovljica acknowledged"},
        ),
        (
            OWN,
            "po naših podatkih:\n\n• v Kranju so svetniki točko preložili;\n"
            "• občinski svet v Radovljici je to storil 3. aprila.",
            {"Kranj postponed", "Radovljica postponed"},
        ),
        (OWN, "prosili ste, da potrdimo, da se je naš občinski svet seznanil z načrtom. Tega ne moremo.", set()),
        (OWN, "želeli ste, da se naš občinski svet z načrtom seznani do konca leta.", set()),
        (
            OWN,
            "kot ste prosili, sporočamo, da se je naš občinski svet 12. 12. 2017 seznanil z načrtom.",
            {"Bohinj acknowledged"},
        ),
        (OWN, "kot 5. točka je bil na dnevnem redu načrt.", set()),
        (OWN, "načrt je na dnevnem redu 25. seje občinskega sveta.", {"Bohinj scheduled"}),
        (
            NEWS,
            "Sosednja Radovljica ga bo imela na dnevnem redu januarja.",
            {"Bohinj acknowledged", "Radovljica scheduled"},
        ),
        (NEWS, "Tudi sosednja Straža ga bo obravnavala januarja.", {"Bohinj acknowledged"}),
        (OF_REGION, "Iz Radovljice ni nič. V Kranjski Gori pravijo, da se bodo z njim seznanili januarja.", set()),
        (
            OF_REGION,
            "Iz Radovljice so pisali dvakrat. Z načrtom so se seznanili 12. novembra.",
            {"Radovljica acknowledged"},
        ),
        (COMMITTEE, "svet je to storil na 24. seji 29. junija 2017 z 21 glasovi.", {"Bohinj acknowledged"}),
        (COMMITTEE, "svet ga še ni obravnaval.", {"Bohinj proposed"}),
        (CARRIED_OUT, "v Kranj", {"Bohinj acknowledged"}),
        (CARRIED_OUT, "Občini Radovljica", {"Bohinj acknowledged"}),
    ],
)
def test_it_is_told_of_whom_and_what_stands_beside_it(paper: str, text: str, expected: set[str]) -> None:
    found = rinsearch.analyse(rinsearch.Text(paper.format(text=text))).decisions
    assert {f"{each.municipality.name} {each.status}" for each in found if each.municipality and each.plan} == expected
