"""Cards on which labels stand above the name of the measure."""

import rinsearch
from rinsearch.records import Measure

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)
CARD = "Izvedbo prevzema: {}\nKomu je namenjeno: {}\n{}\nKoliko stane: {}\nTrajanje: {}\n\n"
FIRST = (
    "Dom Sonce",
    "starejšim",
    "Ukrep 5.1: Topla hiša. Obiskovalci se družijo ob petkih.",
    "7.200 EUR",
    "do 30. 6. 2018",
)
SECOND = ("Karitas, območje Brda", "mladim", "Ukrep 5.2: Klop", "potni stroški", "2019")


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text)).measures


def test_labels_above_a_name_are_those_of_its_card() -> None:
    found = measures(CARD.format(*FIRST) + CARD.format(*SECOND))
    assert [(each.number, each.text) for each in found] == [("5.1", "Topla hiša"), ("5.2", "Klop")]
    assert [each.providers for each in found] == [("Dom Sonce",), ("Karitas, območje Brda",)]
    assert [each.target_groups for each in found] == [("starejsi",), ("mladi",)]
    assert [each.deadline for each in found] == ["do 30. 6. 2018", "2019"]
    assert found[0].amount == 7200.0


def test_a_name_that_is_the_last_line_of_its_card_has_the_labels_above_it() -> None:
    card = "Nosilec: {}\nRok: {}\nNaziv ukrepa: {}\n\n"
    found = measures(card.format("Dom Sonce", "2018", "Topla hiša") + card.format("CSD Kranj", "2019", "Klop"))
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Topla hiša", ("Dom Sonce",), "2018"),
        ("Klop", ("CSD Kranj",), "2019"),
    ]


def test_a_label_above_the_first_card_alone_is_not_one_of_the_next() -> None:
    found = measures(
        "Izvajalec: CSD Kranj\nUkrep 1: Topla hiša\nRok: 2018\nUkrep 2: Klop\nRok: 2019\nNosilec: Dom Sonce\n"
    )
    assert [(each.text, each.deadline) for each in found] == [("Topla hiša", "2018"), ("Klop", "2019")]
    assert found[1].providers == ("Dom Sonce",)


def test_cards_with_the_name_first_keep_their_own_labels() -> None:
    card = "Ukrep {}: {}\nNosilec: {}\nRok: {}\n\n"
    found = measures(card.format(1, "Topla hiša", "Dom Sonce", "2018") + card.format(2, "Klop", "CSD Kranj", "2019"))
    assert [each.providers for each in found] == [("Dom Sonce",), ("CSD Kranj",)]
