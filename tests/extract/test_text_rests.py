"""Cells over several lines between bars or tabs: which lines go on with the row above them."""

import pytest

from rinsearch.extract import ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.extract.text_bullets import with_bullets
from rinsearch.records import Table


def rows(text: str) -> list[list[str]]:
    parts = read_text(text.replace("|", "\t").encode(), ReadOptions()).parts
    table = next(part for part in parts if isinstance(part, Table))
    return [[" ".join(line.text for line in cell.lines) for cell in row] for row in table.rows]


def test_a_line_in_small_letters_without_a_number_goes_on_with_all_its_cells() -> None:
    found = rows(
        "Ukrep|Naslov in vsebina|Ciljna|Nosilec in|Rok\n||skupina|partnerji|(Z / D)\n"
        "1.1|Topla hiša za vse:|osamljeni|Dom Sonce;|Z: 1. 3. 2018\n"
        "|soba in kosilo|starostniki|občine Bled, Bohinj|D: 2020\n"
        "1.2|Klop|mladi|Mestna občina|2019\n|||Kranj|\n"
    )
    assert found[0] == ["Ukrep", "Naslov in vsebina", "Ciljna skupina", "Nosilec in partnerji", "Rok (Z / D)"]
    assert found[1][1:4] == [
        "Topla hiša za vse: soba in kosilo",
        "osamljeni starostniki",
        "Dom Sonce; občine Bled, Bohinj",
    ]
    assert found[2] == ["1.2", "Klop", "mladi", "Mestna občina Kranj", "2019"]


def test_a_bracket_goes_on_with_the_name_above_it() -> None:
    found = rows(
        "Št.|Ukrep|Nosilec|Rok\n1|Zadruga »Veter«|Zavod Pot|2018\n|(popravilo koles)||\n2|Klop|CSD Kranj|2019\n"
    )
    assert [row[1] for row in found[1:]] == ["Zadruga »Veter« (popravilo koles)", "Klop"]


def test_a_measure_below_an_empty_number_is_a_row_of_its_own() -> None:
    found = rows(
        "Cilj|Ukrep|Nosilec|Rok\n1|Topla hiša|Dom Sonce|2018\n|Klop za vse|CSD Kranj|2019\n|Prevozi|Društvo Pot|2020\n"
    )
    assert [row[1] for row in found[1:]] == ["Topla hiša", "Klop za vse", "Prevozi"]


def test_a_line_without_number_who_and_when_goes_on_where_small_letters_show_that_cells_were_divided() -> None:
    found = rows(
        "Št.|Ukrep|Komu|Nosilec|Rok\n1|Spominski vrt in kavarna|osebe z demenco in|Dom Sonce|2018\n"
        "|»Nezabudka«|njihovi svojci||\n2|Prevozi na klic|starejši|Društvo Pot|2019\n|s prostovoljci|||\n"
    )
    assert [row[1:3] for row in found[1:]] == [
        ["Spominski vrt in kavarna »Nezabudka«", "osebe z demenco in njihovi svojci"],
        ["Prevozi na klic s prostovoljci", "starejši"],
    ]


def test_a_line_that_has_only_a_name_is_a_row_where_nothing_shows_divided_cells() -> None:
    found = rows("Št.|Ukrep|Nosilec|Rok\n1|Topla hiša|Dom Sonce|2018\n|Klop za vse||\n2|Prevozi|CSD|2020\n")
    assert [row[1] for row in found[1:]] == ["Topla hiša", "Klop za vse", "Prevozi"]


def test_where_all_names_are_in_small_letters_they_show_nothing() -> None:
    found = rows(
        "Cilj|Ukrep|Nosilec|Rok\n1|topla hiša|Dom Sonce|2018\n|klop za vse|CSD Kranj|2019\n2|prevozi|Društvo Pot|2020\n"
    )
    assert len(found) == 4


def test_without_a_column_of_numbers_a_line_with_a_time_is_a_row() -> None:
    found = rows(
        "Ukrep|Komu|Nosilec|Rok\nTopla hiša|vsem|Dom Sonce|2018\nza starejše||enota Bled|\nklop za vse||CSD|2019\n"
    )
    assert [row[0] for row in found[1:]] == [
        "Topla hiša za starejše",
        "klop za vse",
    ]


def test_a_table_of_other_columns_is_left_as_it_is() -> None:
    found = rows("Ime|Kraj|Točke\nAna|Kranj|12\n|občina Bled|3\n|občina Bohinj|4\n")
    assert len(found) == 4


SUMS = """\
Zap.  Opis ukrepa              Komu je        Odgovorni         Predvideni    Sredstva
št.                            namenjen       nosilec           čas izvedbe   v EUR
--------------------------------------------------------------------------------------
12    Večerna pomoč na domu    starejši       Dom Sonce         1. 9. 2018    21.000
      na robu doline           nad 65 let
13    Šola hoje                slepi          Društvo Pot       2019          9.000

Posebni cilj 3.2  Vsaj trem skupinam zagotoviti odprtje.

14    Klop in vrt              invalidi       Zavod Vzorec      ob zaposlitvi --
                                                                mentorja
      SKUPAJ prednostna naloga 3                                              30.000
"""


def test_a_line_of_sums_and_a_title_in_two_parts_belong_to_no_row() -> None:
    found = rows(SUMS)
    assert [(row[0], row[1], row[5]) for row in found if row[0].isdigit()] == [
        ("12", "Večerna pomoč na domu na robu doline", "21.000"),
        ("13", "Šola hoje", "9.000"),
        ("14", "Klop in vrt", "--"),
    ]
    assert found[3] == ["Posebni cilj 3.2  Vsaj trem skupinam zagotoviti odprtje."] * 6
    assert found[4][4] == "ob zaposlitvi mentorja"


WORDS = "Ukrepi bodo:\no klop v parku,\no vrt za vse,\no hiša.\n"
LETTERS = "Svet je razpravljal o hiši in\no vrtu,\no klopi,\no cesti.\n"


@pytest.mark.parametrize(
    ("text", "bullets"), [(WORDS, 3), (LETTERS, 0), (WORDS.replace("o ", "o\t"), 3), ("o delu\no\thiša", 0)]
)
def test_the_letter_of_hollow_bullets_is_told_from_the_word(text: str, bullets: int) -> None:
    lines = with_bullets(text.split("\n"))
    assert sum(line.startswith("○") for line in lines) == bullets
    assert [len(line) for line in lines] == [len(line) for line in text.split("\n")]
