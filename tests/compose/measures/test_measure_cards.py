"""Cards whose labels stand in a column of their own below the name; measures told by number, named in brackets."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text)).measures


CARD = """PRIORITETA I: ODRAŠČANJE

UKREP I/a   Knjižni voziček
CILJNA SKUPINA:   otroci do 7. leta
NOSILEC UKREPA:   Knjižnica Kranj
IZVEDENO DO:   31. 8. 2018

UKREP I/b   Šola za starše
CILJNA SKUPINA:   starši, ki prezgo-
daj obupajo
NOSILEC UKREPA:   CSD Kranj
IZVEDENO DO:   31. 12. 2018
VREDNOST:   14.000 EUR
"""


def test_lines_of_a_card_belong_to_the_name_above_them() -> None:
    first, second = measures(CARD)
    assert (first.number, first.text, first.providers, first.deadline) == (
        "I/a",
        "Knjižni voziček",
        ("Knjižnica Kranj",),
        "31. 8. 2018",
    )
    assert (second.number, second.providers, second.amount) == ("I/b", ("CSD Kranj",), 14000.0)


def test_a_running_line_inside_a_card_is_no_measure() -> None:
    text = CARD.replace("NOSILEC UKREPA:   CSD", "25\nRegijski izvedbeni načrt 2017–2020\nNOSILEC UKREPA:   CSD")
    assert [each.providers for each in measures(text)] == [("Knjižnica Kranj",), ("CSD Kranj",)]


def test_duties_in_two_columns_are_no_card() -> None:
    text = "7  ODGOVORNOSTI\n\nIzvajalec     zbira podatke\nKoordinator     piše poročilo\nSkupina     odloča\n"
    assert not measures(text)


def test_a_value_that_goes_on_beside_an_empty_label_is_one() -> None:
    text = (
        "4. UKREPI\n\n| Naziv ukrepa | Mladinsko delo |\n| Komu | mladim, ki niso |\n|  | zaposleni |\n"
        "| Izvajalec | CSD Kranj |\n| Rok | trajno |\n"
    )
    (found,) = measures(text)
    assert (found.text, found.providers, found.deadline) == ("Mladinsko delo", ("CSD Kranj",), "trajno")


@pytest.mark.parametrize(
    "sentence",
    [
        "CSD Kranj prevzame ukrep 3.2 (oddih za svojce bolnikov, izvedba do 30. 9. 2019).",
        "Za ukrep št. 3.2 (oddih za svojce bolnikov; rok 30. 9. 2019) skrbi CSD Kranj.",
        "Ukrep 3.2 (oddih za svojce bolnikov) bo do 30. 9. 2019 izvedel CSD Kranj.",
    ],
)
def test_a_measure_told_by_its_number_has_its_name_in_brackets(sentence: str) -> None:
    (found,) = measures(f"D) Dogovor. {sentence}\n")
    assert (found.number, found.text) == ("3.2", "oddih za svojce bolnikov")
    assert (found.providers, found.deadline) == (("CSD Kranj",), "30. 9. 2019")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukrep 3.2 (oddih za svojce bolnikov) je bil do 30. 9. 2016 izveden, vodil ga je CSD Kranj.",
        "Za ukrep 3.2 (oddih za svojce bolnikov) je 4.000 EUR.",
        "CSD Kranj poroča o ukrepih 3.2 in 3.3 (oba).",
    ],
)
def test_what_was_done_or_only_costs_is_none(sentence: str) -> None:
    assert not measures(f"D) Dogovor. {sentence}\n")


def test_a_goal_below_the_title_of_rows_is_no_end_of_the_table() -> None:
    text = (
        "4. NALOGE\n\nNaloga | Komu | Izvajalec | Rok\nPrednostno področje 1: Ulica ni dom\n"
        "Cilj: 80 ljudi preseliti v stanovanja.\nNajprej stanovanje | brezdomci | Društvo Pot | do 31. 10. 2019\n"
        "Zobna ambulanta | osebe brez zavarovanja | CSD Kranj | trajno\nPrednostno področje 2: Sam z otrokom\n"
        "Cilj: skrajšati čakanje na pol leta.\nVaruška na uro | enostarševske družine | Zavod Sonce | 2018\n"
    )
    found = measures(text)
    assert [(each.text, each.priority) for each in found] == [
        ("Najprej stanovanje", "1"),
        ("Zobna ambulanta", "1"),
        ("Varuška na uro", "2"),
    ]


def test_an_item_and_the_labelled_line_behind_it_are_one_measure() -> None:
    text = (
        "4. UKREPI\n\n   1. Papirji brez strahu. Upravičenci so ljudje brez stalnega naslova, ki nočijo v barkah in v "
        "vinogradniških hišicah.\n      Odgovorna ustanova: Rdeči križ Piran. Čas: po sprejemu proračuna.\n"
    )
    (found,) = measures(text)
    assert (found.text, found.providers) == ("Papirji brez strahu", ("Rdeči križ Piran",))
    assert found.deadline == "po sprejemu proračuna"


def test_with_what_is_a_label_of_money() -> None:
    (found,) = measures("Ukrep 1 – Klub\n○ kdo: CSD Kranj\n○ kdaj: 2018\n○ s čim: donacije\n")
    assert found.funding == "donacije"


NAMED = (
    "Prioriteta A – Družine\n\n{card} A1\nNaziv: Klub\nNamenjeno: družinam\n{what}: vodeni sprehodi\nKdo: Dom Sonce\n"
    "Do kdaj: 30. 11. 2018\n\n{card} A2\nNaziv: Hiša\nNamenjeno: družinam\n{what}: nakup opreme\nKdo: CSD Kranj\n"
    "Do kdaj: 2019\n\n{card} K1\nNaziv: Število uporabnikov\nKdo: CSD Kranj\nDo kdaj: 28. 2. 2020\n"
)


@pytest.mark.parametrize("what", ["Kaj bomo naredili", "Aktivnosti", "Kratek opis", "Koraki"])
def test_what_will_be_done_describes_a_measure_that_its_card_names(what: str) -> None:
    found = measures(NAMED.format(card="KARTICA UKREPA", what=what))
    assert [(each.text, each.providers, each.deadline, each.priority) for each in found] == [
        ("Klub", ("Dom Sonce",), "30. 11. 2018", "A"),
        ("Hiša", ("CSD Kranj",), "2019", "A"),
    ]


@pytest.mark.parametrize("sign", [".", ":", " –"])
def test_labels_end_with_a_stop_too_and_measures_of_the_past_open_no_chapter(sign: str) -> None:
    card = "Ukrep {n}. {name}\nNosilci{sign} {who}\nObdobje{sign} {when}\n\n"
    text = "III. UKREPI\n\n" + card.format(
        n=1, name="Rikša", sign=sign, who="Dom Sonce; ZD Kranj", when="vsako poletje"
    )
    text += card.format(n=2, name="Vrt", sign=sign, who="DU Bled", when="2018–2019")
    text += "IV. UKREPI IZ PREJŠNJEGA OBDOBJA\n\nUkrep 1. Prevoz\nNosilci: Dom Sonce\nIzvedeno. V celoti.\n"
    assert [(each.text, each.providers, each.deadline) for each in measures(text)] == [
        ("Rikša", ("Dom Sonce", "ZD Kranj"), "vsako poletje"),
        ("Vrt", ("DU Bled",), "2018-2019"),
    ]


INSIDE = [
    "Sodelujoči:\n  – Dom Naklo\n  – KŠTM\n",
    "Pogoj: prostor na sodišču\n",
    "Partnerji:\n  - lekarne\n  - policija\n",
]


@pytest.mark.parametrize("inside", INSIDE)
def test_lists_of_partners_and_labels_of_other_things_stand_inside_a_card(inside: str) -> None:
    text = "Področje I: Starost\n\nI.1 Klub\n{0}Vodja: Dom Sonce\nIzvedba: 2018\n\n"
    text += "I.2 Rikša\n{0}Vodja: CSD Kranj\nIzvedba: 2019\n"
    found = measures("IV. Kaj bomo storili\n\n" + text.format(inside))
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Klub", ("Dom Sonce",), "2018"),
        ("Rikša", ("CSD Kranj",), "2019"),
    ]


FORM = "Ukrep {n}: {name}\n....................\nKaj:       {what}\nKdo:       Dom Sonce\nKdaj:      2018\n\n"


def test_a_form_says_what_will_be_done_below_the_name_and_what_is_counted_is_no_measure() -> None:
    text = "4. Ukrepi\n\n" + FORM.format(n=3, name="Prvi koraki", what="delavnice")
    text += FORM.format(n=4, name="Brez strahu", what="telefon") + FORM.format(n=5, name="Rikša", what="kolo")
    text += "Merjenje 3\n....................\nKaj:       število klicev\nKdo:       Dom Sonce\nKdaj:      vsak mesec\n"
    found = measures(text)
    assert [(each.text, each.deadline) for each in found] == [
        ("Prvi koraki", "2018"),
        ("Brez strahu", "2018"),
        ("Rikša", "2018"),
    ]
