"""Two columns: where the gutter is found, and what only looks like one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, read, tables

CORPUS = Path(__file__).parents[2] / "corpus"

LEFT = (
    "Svet potrdi zapisnik zadnje seje in se s",
    "tem strinja.",
    "Svet sprejme odlok o spremembah in o",
    "dopolnitvah odloka o prostorskem delu,",
    "ki velja takoj.",
    "Svet se seznani z izvajanjem proračuna".replace("č", "c"),
    "za obdobje od januarja do septembra in s",
)
RIGHT = (
    "porocilom uprave o delu.",
    "Svet je bil seznanjen z regijskim delom",
    "nacrta, ki ga je pripravil center, in s",
    "tem, kdo ga bo izvajal.",
    "Svet soglaša z menjavo zemljišca, ki ga",
    "je predlagal župan.",
    "Konec.",
)


def words(sheet: Sheet) -> str:
    return " ".join(text.replace(" / ", " ") for _, text in blocks(read(pdf(sheet))))


def columns(left: Sequence[str], right: Sequence[str], at: float = 300, lower: float = 0) -> Sheet:
    """Two columns of 12 points from line to line; the right one may stand lower by some points."""
    sheet = Sheet()
    for number, line in enumerate(left):
        sheet.text(70, 700 - 12 * number, line, 10)
    for number, line in enumerate(right):
        sheet.text(at, 700 - lower - 12 * number, line, 10)
    return sheet


@pytest.mark.parametrize("lower", [0.0, 3.0, 6.0])
@pytest.mark.parametrize("at", [263.0, 270.0, 280.0])
def test_columns_with_short_lines_and_ragged_edges_are_read_one_after_the_other(at: float, lower: float) -> None:
    assert words(columns(LEFT, RIGHT, at, lower)) == " ".join(LEFT + RIGHT)


FORMS = tuple(
    line
    for number in (1, 2)
    for line in (f"Ukrep {number}: Klop", "Komu: mladi", "Nosilec: CSD Kranj", "Rok izvedbe: do konca leta 2018")
)


def test_columns_of_labels_with_their_values_are_read_one_after_the_other() -> None:
    assert words(columns(FORMS, FORMS[::-1], 280)) == " ".join(FORMS + FORMS[::-1])


BLOCKS = (
    "Klop pri cerkvi",
    "Starejši iz vasi, ki nimajo prevoza in",
    "so sami, se zberejo dvakrat na mesec.",
    "Pri tem pomaga: Karitas Vransko",
    "Konec del: junij 2019",
    "Topla malica",
    "Otroke pogostijo tudi v sredo.",
    "Pri tem pomaga: Dom Vransko",
    "Konec del: vsak delavnik",
)


def test_columns_of_blocks_with_the_same_labels_are_read_one_after_the_other() -> None:
    other = ("Kolo za vse", *BLOCKS[3:5], "Mostovi", *BLOCKS[3:5])
    assert words(columns(BLOCKS, other, 280)) == " ".join((*BLOCKS, *other))


WHOLE = "Pregled vseh ukrepov, ki jih bodo podpirali v regiji, in kdo bo za njih skrbel v tem obdobju"
FOOT = "2 od 7"


def titled(left: Sequence[str], right: Sequence[str], first: int) -> str:
    """What is read of two columns of titles in bold print, each above two plain lines; ``first`` on the right."""
    sheet = Sheet().text(70, 740, WHOLE, 10).text(250, 60, FOOT, 8)
    for x, lines, bold in ((70, left, 0), (280, right, first)):
        for number, line in enumerate(lines):
            sheet.text(x, 700 - 12 * number, line, 10, bold=number % 3 == bold)
    return words(sheet)


TITLED = ("Klop pri cerkvi", "Karitas Vransko", "junij 2019", "Topla malica", "Vrtec", "2018", "Most")


def test_columns_of_titles_above_short_lines_are_read_one_after_the_other() -> None:
    other = ("Zavod Most", "vsako leto", "Kolo za vse", "Zavod", "2020", "Branje", "Dom knjige", "2019")
    assert titled(TITLED, other, 2) == " ".join((WHOLE, *TITLED, *other, FOOT))


def test_a_heading_at_the_foot_of_a_column_belongs_to_the_next_one() -> None:
    other = ("Zavod Most", *TITLED[3:6], "Kolo za vse", "Vrtec")
    assert titled(TITLED, other, 1) == " ".join((WHOLE, *TITLED, *other, FOOT))


def test_labels_beside_other_labels_of_the_same_card_are_no_columns() -> None:
    left = [f"{label}: {value}" for value in ("CSD Kranj", "Karitas") for label in ("Nosilec", "Uporabniki")] * 2
    right = [f"{label}: {value}" for value in ("2018", "2019") for label in ("Rok", "Sredstva")] * 2
    text = " ".join(words(columns(left, right, 300)).split())
    assert text.startswith(f"{left[0]} {right[0]} {left[1]} {right[1]}")


def test_labels_beside_their_values_are_no_columns() -> None:
    left, right = ("Nosilec:", "Rok:", "Komu:", "Viri:", "Kraj:"), ("CSD Kranj", "2018", "mladi", "FIHO", "Bled")
    found = words(columns(left, right, 280))
    assert found.index("CSD Kranj") < found.index("Komu")


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 1), (1, 2)])
def test_columns_that_end_with_few_lines_overleaf_are_read_one_after_the_other(left: int, right: int) -> None:
    ends = ["ki jih je uvrstil na seje", "v tem letu."][:left], ["Svet bo delo nadaljeval", "tudi drugo leto."][:right]
    document = read(pdf(columns(LEFT, RIGHT[:-1], 280), columns(*ends, 280).lines(70, 640, PROSE)))
    found = " ".join(text.replace(" / ", " ") for _, text in blocks(document))
    assert found == " ".join([*LEFT, *RIGHT[:-1], *ends[0], *ends[1], *PROSE])


def test_what_stands_side_by_side_elsewhere_overleaf_is_no_end_of_columns() -> None:
    below = Sheet().text(90, 700, "Pripravila:").text(330, 700, "Podžupan:").lines(70, 640, PROSE)
    found = blocks(read(pdf(columns(LEFT, RIGHT, 280), below)))
    assert ("paragraph", "Pripravila:   Podžupan:") in found or ("heading", "Pripravila:   Podžupan:") in found


def test_a_heading_inside_a_column_stays_in_it() -> None:
    sheet = columns((), RIGHT, 280).text(90, 694, "Pregled sklepov", 18, bold=True)
    for number, line in enumerate(LEFT):
        sheet.text(70, 670 - 12 * number, line, 10)
    assert words(sheet) == " ".join(("Pregled sklepov", *LEFT, *RIGHT))


def test_what_runs_over_both_columns_divides_them() -> None:
    sheet = columns(LEFT, RIGHT, 280).text(70, 740, "Pregled vseh sklepov, ki jih je svet sprejel na svoji zadnji seji")
    assert words(sheet).startswith("Pregled vseh sklepov")
    assert words(sheet).endswith(" ".join(LEFT + RIGHT))


def test_a_sentence_goes_on_in_the_next_column() -> None:
    assert blocks(read(pdf(columns(LEFT, RIGHT, 280))))[2][1].endswith(f"{LEFT[-1]} / {RIGHT[0]}")


def test_resolutions_in_two_columns_each_follow_their_heading() -> None:
    found = blocks(read((CORPUS / "jugovzhodna/novo-mesto/2017-10-sklepi-30-seje.pdf").read_bytes()))
    headings = [text for kind, text in found if kind == "heading" and text.startswith("SKLEP")]
    assert headings == [f"SKLEP št. {number}" for number in range(408, 415)]
    assert any(text.endswith("za obdobje / januar–september 2017.") for _, text in found)


PROSE = (
    "Svet se je seznanil z gradivom, ki ga je pripravila uprava, in ga podprl. Vsa",
    "mnenja so bila enotna, zato se je razprava hitro ustavila in sledilo je delo,",
    "ki ga je vodil podpredsednik.",
)


def test_a_letterhead_with_two_parts_keeps_its_lines() -> None:
    parts = [("MESTNA OBCINA", "Trg svobode 1"), ("Mestna uprava", "8000 Mesto"), ("Urad za delo", "telefon"),
             ("Odsek za varstvo", "elektronski naslov"), ("Datum", "8. 9. 2017")]  # fmt: skip
    sheet = columns([part[0] for part in parts], [part[1] for part in parts], 320).lines(70, 600, PROSE)
    assert "MESTNA OBCINA Trg svobode 1 Mestna uprava 8000 Mesto" in " ".join(words(sheet).split())


def test_a_table_without_rules_keeps_its_rows() -> None:
    names = [f"Obcina Vzorec pri Velikem mestu {n}" for n in range(8)]
    bodies = [f"Center za socialno delo, enota {n}" for n in range(8)]
    text = " ".join(words(columns(names, bodies, 280).lines(70, 500, PROSE)).split())
    assert text.startswith(f"{names[0]} {bodies[0]} {names[1]} {bodies[1]}")


def test_a_table_of_many_columns_without_rules_keeps_its_rows() -> None:
    sheet = Sheet()
    for number in range(8):
        for x, text in ((70, "dnevni center"), (170, "za otroke in"), (280, "društvo za"), (380, "delo z ljudmi")):
            sheet.text(x, 700 - 12 * number, text, 10)
    text = " ".join(words(sheet).split())
    assert text.startswith("dnevni center za otroke in društvo za delo z ljudmi dnevni center")


def test_the_cells_of_a_ruled_table_are_no_columns() -> None:
    rows = [["\n".join(LEFT), "\n".join(RIGHT)], ["a", "b"]]
    (table,) = tables(read(pdf(Sheet().table([60, 270, 500], [700, 600, 580], rows))))
    assert [len(cell.lines) for cell in table.rows[0]] == [7, 7]


def test_one_column_with_gaps_in_some_lines_stays_one() -> None:
    sheet = Sheet().lines(70, 700, PROSE * 3)
    for number in range(5):
        sheet.text(70, 500 - 14 * number, f"glasovanje {number}:").text(300, 500 - 14 * number, "ZA in PROTI")
    assert "glasovanje 0:   ZA in PROTI" in words(sheet)


@pytest.mark.parametrize(("size", "last"), [(14, True), (10, False)], ids=["a heading", "more text"])
def test_a_heading_below_both_columns_comes_after_them(size: float, last: bool) -> None:
    sheet = columns(LEFT, RIGHT[:-2], 280).text(70, 596, "Priloge k sklepom", size)
    found = words(
        sheet.lines(70, 570, [f"Za vse priloge {n} velja, da so del zapisnika in da jih hrani uprava." for n in "ab"])
    )
    assert (found.index("Priloge k") > found.index(RIGHT[4])) == last
