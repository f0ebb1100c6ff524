"""Those to whom a paper goes for their information took note of nothing."""

import pytest

import rinsearch

LETTER = """{sender}
Datum: 22. 1. 2018

Zadeva: Regijski izvedbeni načrt za gorenjsko regijo 2017–2020

Spoštovani,

pošiljamo vam Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020, da ga občinski svet
obravnava.

S spoštovanjem,
Ana Novak, direktorica

{sent}
"""
MINUTES = """ZAPISNIK
24. redne seje Občinskega sveta Občine Bled, dne 17. 10. 2017

6. Regijski izvedbeni načrt za gorenjsko regijo 2017–2020

Razprava je bila kratka. Sklepanja ni bilo.

{sent}
"""
SENT = (
    "Poslano:\n- naslovnikom po e-pošti\n- Občina Tržič (v vednost)",
    "Poslano:\n– Tržič – v vednost\n– arhiv",
    "Vročiti:\n1. Občina Tržič (v vednost)\n2. CSD Kranj",
    "Prejmejo: Občina Tržič (na znanje), Občina Bohinj (na znanje)",
    "Na znanje prejmeta: Občina Tržič, Občina Bohinj",
    "Gradivo prejmejo v vednost: Tržič, Bohinj",
    "Občinski svet Občine Tržič (v vednost)",
    "Občina Tržič (v vednost)\nObčina Bohinj (v vednost)",
    "Občinskemu svetu Občine Tržič v seznanitev",
    "Kopija: Občina Tržič – na znanje",
)


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("sender", ["Občina Bled", "Razvojna agencija", "Center za socialno delo Kranj"])
def test_recipients_of_a_letter_took_note_of_nothing(sender: str, sent: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(LETTER.format(sender=sender, sent=sent))).decisions
    assert not [each for each in found if each.status == "acknowledged"]


@pytest.mark.parametrize("sent", SENT)
def test_recipients_of_minutes_took_note_of_nothing(sent: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(MINUTES.format(sent=sent))).decisions
    assert not [each for each in found if each.status == "acknowledged"]
