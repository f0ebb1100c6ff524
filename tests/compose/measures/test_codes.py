"""Who and until when by codes that are explained elsewhere, and by raised figures of notes."""

import time

import pytest

import rinsearch
from rinsearch import Text
from rinsearch.compose.fields.codes import codes_of
from rinsearch.records import Measure, Passage, PassageKind

PLAN = "Regijski izvedbeni načrt na področju socialnega varstva za goriško regijo 2014-2016\n\n"


def measures(text: str) -> list[Measure]:
    return list(rinsearch.analyse(Text(PLAN + text)).measures)


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(each.text, each.providers, each.deadline) for each in measures(text)]


TABLE = "Zap.\tUkrep\tIzvajalci\tRok\n1\tKlub za starejše\t1, 2\t2015\n2\tVrt za otroke\t2\t2016\n"
NAMES = (("CSD Kranj", "Društvo Pot"), ("Društvo Pot",))


@pytest.mark.parametrize(
    "legend",
    [
        "Izvajalci: 1 – CSD Kranj; 2 – Društvo Pot",
        "Številke: 1 = CSD Kranj, 2 = Društvo Pot",
        "Izvaja (1) CSD Kranj, (2) Društvo Pot.",
        "¹ 1 – CSD Kranj; 2 – Društvo Pot",
        "Izvajalci\n\n1. CSD Kranj\n2. Društvo Pot\n3. Zavod Vita",
    ],
)
def test_numbers_in_the_place_of_providers_are_those_of_a_list_elsewhere(legend: str) -> None:
    for text in (f"Ukrepi\n\n{TABLE}\n{legend}\n", f"{legend}\n\nUkrepi\n\n{TABLE}\n"):
        assert tuple(each.providers for each in measures(text)) == NAMES


def test_letters_and_romans_of_lists_stand_for_names_and_times() -> None:
    text = (
        "Kdo bo kaj naredil\n\nSeznam izvajalcev\nA  CSD Postojna\nB  Dom upokojencev Postojna\n\n"
        "Terminski razredi: I = 2014, II = 2015–2016\n\n"
        "| Oznaka | Ukrep | Kdo | Kdaj |\n| 1.1 | Klub v Knežaku | B | I |\n| 1.2 | Počitek za svojce | B, A | II |\n"
    )
    assert [(each.providers, each.deadline) for each in measures(text)] == [
        (("Dom upokojencev Postojna",), "2014"),
        (("Dom upokojencev Postojna", "CSD Postojna"), "2015-2016"),
    ]


def test_a_code_in_brackets_says_who_and_the_evidence_is_where_it_is_explained() -> None:
    text = (
        "Ukrepi\n\nŠtevilke v oklepaju povedo, kdo ukrep vodi: (1) CSD Kranj, (2) Društvo Pot, (3) Zavod Vita.\n\n"
        "• Ukrep 1.1 – Klub za starejše, vsak teden; rok: junij 2015; vodi (1)\n"
        "• Ukrep 1.2 – Vrt za otroke; rok: maj 2016; vodi (3)\n"
    )
    found = measures(text)
    assert [each.providers for each in found] == [("CSD Kranj",), ("Zavod Vita",)]
    assert [each.fields["provider"].quote for each in found] == ["CSD Kranj", "Zavod Vita"]


def test_lines_that_end_in_codes_have_both() -> None:
    text = (
        "Ukrepi\n\nKratice: KA = Karitas Koper, DU = Dom upokojencev\n\nRoki: a – do konca leta 2014; b – stalno\n\n"
        "1.1  Sosedska mreža v Brdih            DU     b\n1.2  Prevoz do zdravnika za slepe      KA     a\n"
        "     in njihove spremljevalce\n"
    )
    assert told(text) == [
        ("Sosedska mreža v Brdih", ("Dom upokojencev",), "stalno"),
        ("Prevoz do zdravnika za slepe in njihove spremljevalce", ("Karitas Koper",), "do konca leta 2014"),
    ]


def test_times_in_another_table_are_joined_by_the_code_of_the_measure() -> None:
    text = (
        "Ukrepi\n\nP-1 Tiha številka. Prijava brez klica. Vodi jo Društvo SOS.\n"
        "P-2 Delavnica za fante. Pripravi jo Mladinski center.\n\n"
        "Razpredelnica rokov\n\noznaka    začetek       konec\nP-1       1. 9. 2014    31. 12. 2016\n"
        "P-2       takoj         30. 6. 2015\n"
    )
    assert [(each.text, each.deadline) for each in measures(text)] == [
        ("Tiha številka", "31. 12. 2016"),
        ("Delavnica za fante", "30. 6. 2015"),
    ]


def test_plain_numbers_of_measures_are_no_codes() -> None:
    text = (
        "Sodelovali so: 1 – CSD Kranj; 2 – Društvo Pot.\n\nUkrepi:\n\n1. Klub za starejše, do 2015\n2. Vrt, do 2016\n"
    )
    assert all(not each.providers for each in measures(text))


def test_a_note_tells_who_and_until_when_and_is_no_measure() -> None:
    text = (
        "PRIORITETA 1: INVALIDI¹\n\nU1. Oznake v zdravstvenem domu.² Za slepe.\nU2. Tolmač na upravni enoti.³\n\n"
        "¹ Po stanju 31. 12. 2013 jih je 5.108.\n² Izvaja VDC Koper, rok 30. 9. 2015.\n"
        "³ Izvaja CSD Koper, rok maj 2016.\n"
    )
    assert told(text) == [
        ("Oznake v zdravstvenem domu", ("VDC Koper",), "30. 9. 2015"),
        ("Tolmač na upravni enoti", ("CSD Koper",), "maj 2016"),
    ]
    assert measures(text)[0].target_groups == ("slepi-slabovidni",)


def test_a_time_in_brackets_before_the_name_is_the_deadline() -> None:
    text = (
        "PODROČJE T: STAROST\n\nT-1 (do 30. 6. 2015) Družabnik. Obiski babic. Izvedba: Karitas Koper.\n\n"
        "T-2 (vse leto) Podnapisi. Zvočne knjige za slepe. Izvedba: Knjižnica Koper.\n"
    )
    assert told(text) == [
        ("Družabnik", ("Karitas Koper",), "30. 6. 2015"),
        ("Podnapisi", ("Knjižnica Koper",), "vse leto"),
    ]


@pytest.mark.parametrize("part", ["1 – ", "(1) ", "a – do 2014; ", "A = ", "1. "])
def test_a_long_legend_is_read_in_linear_time(part: str) -> None:
    passage = Passage("x.1", "x", PassageKind.PARAGRAPH, (), part * (40_000 // len(part)))
    start = time.perf_counter()
    codes_of([passage])
    assert time.perf_counter() - start < 4.0, "on a slow machine; what takes quadratic time takes many more"


def test_a_heading_keeps_its_meaning_with_the_sign_of_a_footnote() -> None:
    for head in ("Nosilec¹", "Nosilec *", "Nosilec [1]", "NOSILEC (1)"):
        text = f"Ukrepi\n\nUkrep\t{head}\tRok²\nKlub\ta\t2015\nVrt\tb, a\t2016\n\n* a – CSD Kranj; b – Društvo Pot\n"
        assert told(text) == [("Klub", ("CSD Kranj",), "2015"), ("Vrt", ("Društvo Pot", "CSD Kranj"), "2016")]


@pytest.mark.parametrize("lead", ["nosilec ", "Izvaja: ", "Nosilec: "])
def test_stars_point_to_those_who_do_it(lead: str) -> None:
    text = (
        "Prednostna usmeritev 1. Dolgovi\n\nUkrepi:\n\n1) Zadruga *\n   rok: 2015\n2) Šola denarja **\n   rok: 2016\n\n"
        "Prednostna usmeritev 2. Otroci\n\nUkrepi:\n\n3) Kabinet na kolesih **\n   rok: 2016\n\n"
        f"   *   {lead}CSD Kranj\n   **  {lead}Društvo Pot\n"
    )
    assert [(each.text, each.providers, each.deadline, each.priority) for each in measures(text)] == [
        ("Zadruga", ("CSD Kranj",), "2015", "1"),
        ("Šola denarja", ("Društvo Pot",), "2016", "1"),
        ("Kabinet na kolesih", ("Društvo Pot",), "2016", "2"),
    ]


def test_stars_of_items_are_no_signs_of_notes() -> None:
    text = "Ukrepi:\n* Klub (CSD Kranj, do 2015)\n* Rikša * (Društvo Pot, do 2016)\n* CSD Kranj: soba, do 2016\n"
    assert [each.deadline for each in measures(text)] == ["2015", "2016", "2016"]
