"""Whom a paper is from, whom it is addressed to, and who is only named."""

from rinsearch import Text, analyse
from rinsearch.records import Role

LETTER = """Center za socialno delo Trebnje
Gubčeva cesta 1, 8210 Trebnje

Občina Mirna
Glavna cesta 2, 8233 Mirna

Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

Spoštovani, prosimo vas, da občinski svet Občine Mirna načrt uvrsti na dnevni red in se z njim seznani.
Občina Semič ga je že obravnavala, pri njem pa sodeluje Zdravstveni dom Novo mesto.
"""


def test_a_letter_has_an_author_an_addressee_and_those_who_are_only_mentioned() -> None:
    found = analyse(Text(LETTER))
    assert {each.name: each.role for each in found.organisations} == {
        "Center za socialno delo Trebnje": Role.AUTHOR,
        "Zdravstveni dom Novo mesto": Role.MENTIONED,
    }
    roles = {each.name: each.role for each in found.municipalities}
    assert roles == {"Mirna": Role.ADDRESSEE, "Semič": Role.MENTIONED}


def test_the_issuer_is_no_addressee() -> None:
    found = analyse(Text("OBČINA SEMIČ\nObčinski svet\n\nZAPISNIK\n\n1. točka: Občina Metlika"))
    roles = {each.name: each.role for each in found.municipalities}
    assert roles == {"Semič": Role.ISSUER, "Metlika": Role.MENTIONED}
