"""Measures of Word files and web pages in layouts that plain text has not: merged cells, cards, heads of two rows."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Analysis
from tests.extract.office.word import p, table, tc, word

TITLE = "Regijski izvedbeni načrt na področju socialnega varstva 2017–2020 za gorenjsko regijo"
MEASURES = (
    ("Zimska postelja", "ljudje brez strehe", "Karitas Jesenice", "15. 11. 2018"),
    ("Brat na klic", "otroci", "Društvo Škrat Kranj", "september 2019"),
    ("Govorim s telesom", "gluhi", "Auris Kranj", "2019–2020"),
)


def of_word(body: str, path: Path) -> Analysis:
    file = path / "nacrt.docx"
    file.write_bytes(word(p(TITLE) + body))
    return rinsearch.analyse(file)


def of_page(rows: str, path: Path) -> Analysis:
    file = path / "nacrt.html"
    file.write_text(f"<meta charset=utf-8><h1>{TITLE}</h1><table>{rows}</table>", encoding="utf-8")
    return rinsearch.analyse(file)


def found(analysis: Analysis) -> list[tuple[str, str | None, str | None]]:
    return [(each.text, next(iter(each.providers), None), each.deadline) for each in analysis.measures]


WANTED = [(name, who, when.replace("–", "-")) for name, _, who, when in MEASURES]


def wide(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


@pytest.mark.parametrize("number", ["{}. ", "Ukrep {}: ", ""])
@pytest.mark.parametrize("described", [True, False])
def test_a_row_over_a_card_with_several_labels_in_a_row_is_the_name(
    number: str, described: bool, tmp_path: Path
) -> None:
    body = ""
    for at, (name, group, who, when) in enumerate(MEASURES, 1):
        rows = [
            [tc(number.format(at) + name, wide(4))],
            [tc("Uporabniki"), tc(group), tc("Rok"), tc(when)],
            [tc("Nosilec"), tc(who), tc("Sredstva"), tc(f"{at}.200 EUR")],
            [
                tc("Opis ukrepa" if at == 2 else "Opis"),
                tc(f"Za to poskrbi več ljudi, ki jih je v kraju {at}.", wide(3)),
            ],
        ]
        body += table(*(rows if described else rows[:3])) + "<w:p/>"
    analysis = of_word(body, tmp_path)
    assert found(analysis) == WANTED
    assert [each.amount for each in analysis.measures] == [1200.0, 2200.0, 3200.0]
    assert not analysis.priorities


def test_a_list_of_terms_below_a_title_is_a_card(tmp_path: Path) -> None:
    cards = (
        f"<h3>{name}</h3><dl><dt>Ciljna skupina<dd>{group}<dt>Izvajalec<dd>{who}<dt>Rok<dd>{when}</dl>"
        for name, group, who, when in MEASURES
    )
    assert found(of_page(f"</table><h2>Ukrepi</h2>{''.join(cards)}", tmp_path)) == WANTED


def card_rows(label: str) -> Sequence[list[str]]:
    return [
        [tc(label, wide(2))],
        [tc("Nosilec"), tc("Občina Bled")],
        [tc("Rok"), tc("2018")],
    ]


def test_one_form_below_a_title_is_about_the_plan_itself(tmp_path: Path) -> None:
    assert not of_word(table(*card_rows("Podatki o dokumentu")), tmp_path).measures


def test_the_end_is_the_deadline_where_a_head_of_two_rows_has_beginnings_too(tmp_path: Path) -> None:
    head = (
        "<tr><th rowspan=2>Ukrep<th rowspan=2>Ciljna skupina<th rowspan=2>Nosilec<th colspan=2>Trajanje</tr>"
        "<tr><th>začetek<th>konec</tr>"
    )
    rows = (f"<tr><td>{name}<td>{group}<td>{who}<td>1. 2. 2018<td>{when}</tr>" for name, group, who, when in MEASURES)
    assert found(of_page(head + "".join(rows), tmp_path)) == WANTED


AREAS = ("I. Streha za vse", "II. Otroci", "III. Ljudje, ki ne slišijo")


def reaching(heading: str, cells: Sequence[str], rows: int = 2) -> str:
    """A table whose first cells reach over several rows each."""
    made = f"<tr><th>{heading}<th>Ukrep<th>Ciljna skupina<th>Nosilec<th>Rok</tr>"
    for (name, group, who, when), area in zip(MEASURES, cells, strict=True):
        for at in range(rows):
            first = f"<td rowspan={rows}>{area}" if at == 0 else ""
            made += f"<tr>{first}<td>{name} {at}<td>{group}<td>{who}<td>{when}</tr>"
    return made


@pytest.mark.parametrize("heading", ["Področje", "Vsebinski sklop", "Kje smo šibki", "Zaveza"])
def test_cells_that_reach_over_several_measures_are_priorities(heading: str, tmp_path: Path) -> None:
    analysis = of_page(reaching(heading, AREAS), tmp_path)
    said = [(each.number, each.title) for each in analysis.priorities]
    assert said == [("I", "Streha za vse"), ("II", "Otroci"), ("III", "Ljudje, ki ne slišijo")]
    assert [each.priority for each in analysis.measures] == ["I", "I", "II", "II", "III", "III"]


def test_a_column_called_an_area_names_priorities_of_single_rows_too(tmp_path: Path) -> None:
    analysis = of_page(reaching("Področje dela", AREAS, 1), tmp_path)
    assert [each.priority for each in analysis.measures] == ["I", "II", "III"]


@pytest.mark.parametrize(
    ("heading", "cells", "rows"),
    [
        ("Občina", ("Kranj", "Bled", "Jesenice"), 2),  # of which is known what it is
        ("Oznaka", ("A1", "B1", "C1"), 2),  # no names
        ("Zaveza", AREAS, 1),  # each stands in one row
        ("Vrsta", ("novo", "staro", "novo"), 2),  # comes again further below
    ],
)
def test_other_columns_before_the_measures_are_no_priorities(
    heading: str, cells: Sequence[str], rows: int, tmp_path: Path
) -> None:
    analysis = of_page(reaching(heading, cells, rows), tmp_path)
    assert len(analysis.measures) == rows * len(MEASURES)
    assert not analysis.priorities


def test_areas_of_a_table_of_figures_are_no_priorities(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{area}<td>{n}<td>{n + 4}</tr>" for n, area in enumerate(AREAS, 10))
    assert not of_page(f"<tr><th>Področje<th>2015<th>2016</tr>{rows}", tmp_path).priorities
