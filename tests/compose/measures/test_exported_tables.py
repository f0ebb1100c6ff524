"""Measures in tables as spreadsheets write them to text: remarks above and between them, figures below."""

import pytest

import rinsearch

ROWS = (
    ("1", "Topla soba", "brezdomci", "Karitas Kranj", "31. 12. 2018"),
    ("2", "Kosila na dom", "starejsi", "Dom upokojencev Kranj", "stalno"),
    ("3", "Soba za prvo noc", "zenske", "Varna hisa", "pomlad 2019"),
)
HEAD = ("cilj", "ukrep", "skupina", "nosilec", "rok")
FIGURES = (
    ("X", "Obcina", "prebivalci 2016", "delez 65+", ""),
    ("X", "Kranj", "56000", "18", ""),
    ("X", "Bled", "8100", "22", ""),
    ("X", "Jesenice", "20900", "19", ""),
)
SHIFTED = tuple(("X", "", *row[1:4]) for row in FIGURES)


def names(text: str) -> list[str]:
    return [each.text for each in rinsearch.analyse(rinsearch.Text(text)).measures]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
@pytest.mark.parametrize("lead", ["", "# stolpci: ", "# polja: "])
def test_an_export_with_remarks_is_a_table(sign: str, lead: str) -> None:
    rows = [lead + sign.join(HEAD), *(sign.join(row) for row in ROWS)]
    text = "# RIN gorenjska regija 2017-2020, ukrepi, izvoz 3. 5. 2017\n" + "\n".join(rows) + "\n# konec\n"
    assert names(text) == [row[1] for row in ROWS]


@pytest.mark.parametrize("figures", [FIGURES, SHIFTED])
def test_figures_below_the_measures_of_one_table_are_none(figures: tuple[tuple[str, ...], ...]) -> None:
    rows = [";".join(f'"{cell}"' for cell in row) for row in (HEAD, *ROWS, *figures)]
    assert names("RIN gorenjska regija 2017-2020\n" + "\n".join(rows)) == [row[1] for row in ROWS]


def test_a_row_above_one_row_of_figures_may_be_a_measure() -> None:
    rows = [";".join(row) for row in (HEAD, *ROWS, ("4", "2020", "", "", ""))]
    assert names("RIN gorenjska regija 2017-2020\n" + "\n".join(rows)) == [row[1] for row in ROWS]


def test_two_words_in_capitals_are_a_measure_below_the_word_for_one_and_a_person_below_another() -> None:
    rows = [("Topla Hiša", "Dom Kranj", "2018"), ("Nova Pot", "CSD Kranj", "2019"), ("Prosti Čas", "CSD Bled", "2020")]
    table = "\n".join(" | ".join(cells) for cells in rows)
    title = "RIN gorenjska regija 2017-2020\n\n"
    assert names(f"{title}Ukrep | Nosilec | Rok\n{table}") == ["Topla Hiša", "Nova Pot", "Prosti Čas"]
    assert names(f"{title}Ime | Ustanova | Obdobje\n{table}") == []
