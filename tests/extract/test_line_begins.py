"""Where the next line begins something new in a list without blank lines between its parts, and where a page ends."""

import pytest

from rinsearch.extract import ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.records import Block, BlockKind, Table

FULL = "Dnevno varstvo v Kostanjevici na Krki, starejši z demenco, Dom starejših občanov Krško"


def blocks(text: str) -> list[tuple[str, str]]:
    parts = read_text(text.encode(), ReadOptions()).parts
    found = [part for part in parts if isinstance(part, Block)]
    return [(each.kind.value, " / ".join(line.text.strip() for line in each.lines)) for each in found]


@pytest.mark.parametrize(
    "following",
    ["LETO 2019", "Leto 2019", "C. Naloge za 2020", "II. Starejši", "Nosilec: CSD Krško", "Vodi ...... Dom Sonce"],
)
def test_what_a_line_is_tells_that_it_begins_something_new(following: str) -> None:
    assert blocks(f"{FULL}\n{following}\n")[1][1] == following


@pytest.mark.parametrize("following", ["Brežice", "leto 2019", "Nosilec poroča vsako leto", "REZULTAT: sprejeto"])
def test_other_lines_go_on_with_a_full_one(following: str) -> None:
    assert blocks(f"{FULL}\n{following}\n") == [("paragraph", f"{FULL} / {following}")]


def test_a_title_does_not_follow_a_line_that_lacks_its_next_word() -> None:
    assert blocks(f"{FULL} in Občina\nC. Naloge za 2020\n") == [("paragraph", f"{FULL} in Občina / C. Naloge za 2020")]


def test_numbers_that_count_up_begin_items_though_one_was_misread() -> None:
    text = f"9. {FULL}\n1O. {FULL}\n11. {FULL}\n13. {FULL}\n14. {FULL}\n"
    items = "".join(f"{number}. Klop\n" for number in range(1, 9))
    assert [kind for kind, _ in blocks(items + text)] == ["item"] * 13
    assert len(blocks(f"3.1.1 {FULL}\n3.1.2 {FULL}\n")) == 2


def test_a_numbered_line_that_ends_a_sentence_below_is_no_heading() -> None:
    text = (
        "3.1.2 Prevozi na klic: upokojeni vozniki peljejo starejše občane k zdravniku ali\n  v trgovino (Dom, 2018).\n"
    )
    assert [kind for kind, _ in blocks(text)] == ["paragraph"]
    assert [kind for kind, _ in blocks("3.1.2 Prevozi »Flosar«. Upokojeni vozniki peljejo občane")] == ["paragraph"]


def test_the_number_of_a_page_and_the_head_beside_it_stand_apart() -> None:
    head = "Regijski izvedbeni načrt, Koroška 2017"
    lines = [*"ABCD", FULL, head, "stran 1", "3 PREDNOSTNA PODROČJA", FULL, head, "stran 2", FULL, *"EFGH"]
    assert [words for _, words in blocks("\n".join(lines))][4:-4] == lines[4:-4]


RULE = "+----+--------------+----------------+------+\n"


def test_rows_without_a_rule_between_them_are_told_apart_by_their_numbers() -> None:
    rows = "| 1  | Klop         | Dom Sonce      | 2018 |\n| 2  | Varna soba   | Društvo        | 2019 |\n"
    rest = "|    | v mestu      | Mozaik         |      |\n"
    head = "| št | ukrep        | nosilec        | rok  |\n"
    parts = read_text(f"{RULE}{head}{RULE}{rows}{rest}{RULE}{rows}{RULE}".encode(), ReadOptions()).parts
    [table] = [part for part in parts if isinstance(part, Table)]
    read = [" ".join(line.text for line in row[1].lines) for row in table.rows]
    assert read == ["ukrep", "Klop", "Varna soba v mestu", "Klop", "Varna soba"]


def test_the_rest_of_a_name_behind_a_dash_is_no_title() -> None:
    head = "ukrep                 nosilec                 rok\n"
    rows = "Ura za soseda         Društvo Naše vezi       trajno\n  – časovna banka\nZeleni vrt            Občina"
    parts = read_text(f"{head}{rows} Ribnica          2024\n".encode(), ReadOptions()).parts
    [table] = [part for part in parts if isinstance(part, Table)]
    assert len(table.rows) == 3
    assert not any(isinstance(part, Block) and part.kind is BlockKind.HEADING for part in parts)


def tables(text: str) -> list[list[list[str]]]:
    found = [part for part in read_text(text.encode(), ReadOptions()).parts if isinstance(part, Table)]
    return [
        [[" ".join(line.text.strip() for line in cell.lines) for cell in row] for row in each.rows] for each in found
    ]


def test_lines_that_begin_with_a_time_behind_a_name_are_items() -> None:
    text = "CSD Maribor\n   do 30. 6. 2018    krizna soba\n   trajno            svetovanje po izgubi doma\n"
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "item", "item"]
    assert [kind for kind, _ in blocks("CSD Maribor\n   do 30. 6. 2018 krizna soba\n")] == ["paragraph"]


def test_a_head_that_counts_up_behind_a_wide_gap_is_printed_on_every_page() -> None:
    head = "Regijski izvedbeni načrt 2017–2020"
    lines = [*"ABCD", FULL, f"{head}          2", "Klop v parku", FULL, f"{head}          3", FULL, *"EFGH"]
    assert f"{head}          3" in [words for _, words in blocks("\n".join(lines))]


def test_a_row_without_a_word_divides_sections_of_a_spreadsheet() -> None:
    head = "Sklop;Ukrep;Kdo izvaja;Rok\n"
    text = f"{head}A;Klop;Dom Sonce;2018\n;;;\nB;Vrt;Občina Bled;2019\n;;;\n{head}C;Hiša;Dom Pot;2020\n"
    assert [len(rows) for rows in tables(text)] == [3, 2]


def test_a_line_with_a_name_of_its_own_is_a_row_below_the_same_quarter() -> None:
    head = "Četrtletje     Aktivnost                        Kdo\n"
    rows = "I/2023         Odprtje centra v Radovljici      Dom dr. Janka\n"
    rest = "                                                Benedika\n"
    second = "               Prenova varne hiše               Društvo za pomoč\n"
    [table] = tables(f"{head}{rows}{rest}{second}II/2023        Topla soba                       CSD Kranj\n")
    assert [row[:2] for row in table[1:]] == [
        ["I/2023", "Odprtje centra v Radovljici"],
        ["I/2023", "Prenova varne hiše"],
        ["II/2023", "Topla soba"],
    ]


def test_a_closing_quotation_mark_before_a_blank_is_a_bullet() -> None:
    assert [kind for kind, _ in blocks("» Domov » Seje\n")] == ["paragraph"]  # a path of pages
    assert [kind for kind, _ in blocks("BIVALNICA\n» izvajalec VDC\n»Klop« v parku\n")] == [
        "heading",
        "item",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("1.2. Tim za demenco v Krškem,", "     Brežicah in Sevnici", True),
        ("Nosilec: Stanovanjski sklad,", "Center za socialno delo", True),
        ("Nosilec: Stanovanjski sklad,", "Rok: 2018", False),
    ],
)
def test_a_line_goes_on_with_what_a_comma_left_open(first: str, second: str, whole: bool) -> None:
    assert len(blocks(f"{first}\n{second}\n\nKonec poglavja.\n")) == (2 if whole else 3)
