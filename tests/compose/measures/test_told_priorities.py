"""Priorities that no title calls so: in a legend, in passing, counted by a sentence, in merged rows, as goals."""

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
ITEMS = """Center za socialno delo Kranj
- Večerna šola za starše{}, do 30. 9. 2018
- Tolmačka za priseljence{}, od januarja 2018

Dom upokojencev Kranj
- Odmor za svojce, ki negujejo{}, do konca leta 2019
- Vrt za osebe z demenco{}, maj 2020
"""
CODES = ("C", "B", "A", "A")


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}"))


def named(text: str) -> list[tuple[str | None, str]]:
    return [(each.number, each.title) for each in understood(text).priorities]


@pytest.mark.parametrize(
    ("lead", "entry"),
    [
        ("Kratice: ", "[{}] {}"),
        ("Oznake v oklepajih: ", "{} – {}"),
        ("Oznake prednostnih področij: ", "{} - {}"),
        ("Prednostna področja imajo oznake: ", "({}) {}"),
        ("Legenda: ", "{}: {}"),
        ("Legenda: ", "{} = {}"),
    ],
)
def test_the_entries_of_a_legend_are_priorities_where_measures_have_its_codes(lead: str, entry: str) -> None:
    titles = (("A", "dostojna starost"), ("B", "dobrodošlica"), ("C", "družina"))
    legend = lead + ", ".join(entry.format(*title) for title in titles) + "."
    assert named(f"{legend}\n\n{ITEMS.format(*(f' ({code})' for code in CODES))}") == list(titles)


@pytest.mark.parametrize(
    "legend",
    [
        "Oznake nosilcev: A – CSD Kranj, B – Dom upokojencev, C – Občina Kranj.",
        "Oznake ciljnih skupin: A – starejši, B – tujci, C – družine.",
        "Oznake: B – dobrodošlica, D – družina.",
        "Oznake: A – dostojna starost.",
    ],
)
def test_other_legends_name_no_priorities(legend: str) -> None:
    assert named(f"{legend}\n\n{ITEMS.format(*(f' ({code})' for code in CODES))}") == []


def test_a_legend_whose_codes_no_measure_has_names_none() -> None:
    assert named(f"Oznake: A – dostojna starost, B – dobrodošlica, C – družina.\n\n{ITEMS.format(*[''] * 4)}") == []


def test_the_lines_below_a_lead_are_entries_with_their_commas() -> None:
    lines = "Prednostna področja so označena z rimskimi številkami:\n  I    Otroci, mladi in starši\n  II   Bolezen\n"
    items = "\nLETO 2018\n\n* (I) Klub. Izvaja CSD Kranj, maj.\n* (II) Klop. Izvaja Občina Bled, do 1. 6.\n"
    assert named(lines + items) == [("I", "Otroci, mladi in starši"), ("II", "Bolezen")]


def test_priorities_told_in_passing_need_two_numbers() -> None:
    items = "- Klop (CSD Kranj; do 2018)\n- Klub (CSD Bled; 2019)\n"
    text = f"Varna hiša spada pod prioriteto 4 (Ničelna toleranca). {{}}\n\n{items}"
    both = text.format("Prioriteta 2 se imenuje Krepitev družin.")
    assert named(both) == [("2", "Krepitev družin"), ("4", "Ničelna toleranca")]
    assert named(text.format("")) == []


PROSE = """Kako smo delali

{}

Da bo manj ljudi na cesti

Občina Kranj bo do leta 2018 uredila spalnico za brezdomke.

Da bodo otroci otroci

CSD Kranj bo leta 2019 odprl igralnico za otroke.

Kako naprej

Hvala vsem.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Iz tega sta nastali dve prednostni področji, ki ju imenujemo po tem, kar hočemo.",
        "Prednostni področji sta dve. Pri vsakem povemo, kaj bomo naredili.",
        "Načrt določa dve prioriteti.",
        "V nadaljevanju opisujemo delo po dveh poglavjih, ki ustrezajo prednostim regije.",
    ],
)
def test_a_sentence_counts_the_titles_behind_it(sentence: str) -> None:
    titles = [title for _, title in named(PROSE.format(sentence))]
    assert titles == ["Da bo manj ljudi na cesti", "Da bodo otroci otroci"]


@pytest.mark.parametrize("sentence", ["Načrt določa osem prioritet.", "Zbrali smo dve pripombi."])
def test_titles_of_another_number_are_not_those_that_are_counted(sentence: str) -> None:
    assert all(each.evidence.rule != "priority.counted" for each in understood(PROSE.format(sentence)).priorities)


def test_a_list_below_its_title_ends_where_its_numbers_change() -> None:
    text = "1. Prednostne usmeritve (veljajo za vse)\n   a) nihče ne spi zunaj\n   b) star človek je doma\n\n"
    items = "2. Program\n   1. Sidro — brezdomci — Občina Kranj — 2018\n   2. Nega — starejši — Dom Kranj — 2019\n"
    assert named(text + items) == [("a", "nihče ne spi zunaj"), ("b", "star človek je doma")]


def test_goals_in_a_sentence_stand_in_for_priorities() -> None:
    goals = "Strateški cilji načrta so: dostojno staranje, varno otroštvo in zdravje.\n\n"
    items = "Ukrepi\n\na) Prevoz za starejše (CSD Kranj, do 2018).\nb) Vrtec za Rome (Vrtec Kranj, maj 2018).\n"
    assert [title for _, title in named(goals + items)] == ["dostojno staranje", "varno otroštvo", "zdravje"]


def test_a_legend_may_be_told_in_a_sentence() -> None:
    legend = "Kako brati: oznake P1 do P3 pomenijo prednostna področja, in sicer P1 – starost, P2 – Romi, P3 – glava."
    items = "1. Soba [P1] – starejši – Dom Kranj – 1. 9. 2018\n2. Servis [P2] – Romi – Zavod Mozaik – 2019\n"
    assert named(f"{legend}\n\n{items}") == [("P1", "starost"), ("P2", "Romi"), ("P3", "glava")]


def test_items_may_name_their_priority_themselves() -> None:
    names = (("Šola srca", "Zdravje"), ("Postelja", "Zdravje"), ("Stanovanja", "Dom"), ("Bivališče", "Dom"))
    items = "".join(
        f"({n}) {name} za starejše; CSD Kranj; 2018; prioriteta {of}\n" for n, (name, of) in enumerate(names)
    )
    found = understood(f"Ukrepi\n\n{items}")
    assert [each.title for each in found.priorities] == ["Zdravje", "Dom"]
    assert len(found.measures) == len(names)


def test_heads_of_cards_are_no_priorities() -> None:
    cards = "".join(
        f"KARTON {n} / cilj {n}\nUkrep: {name}\nNosilec: CSD Kranj\nRok: 2018\n\n"
        for n, name in enumerate(("Klub mladih", "Klop za starejše", "Hiša za tujce"), 1)
    )
    assert named(cards) == []


def test_a_piece_of_a_cell_is_no_title_of_rows() -> None:
    head = "ukrep                         nosilec                       rok\n"
    first = "Ura za soseda                 Občina Bled                   trajno\n  – časovna banka\n"
    second = "Zeleni kotiček                Občina Bled                   2024\n"
    third = "Kombi                         CSD Kranj                     2023\n"
    assert named(f"UKREPI\n\n{head}{first}{second}{third}") == []
