"""Forms without rules: labels beside their values, over pages too, and what only looks like one."""

import pytest

from rinsearch.passages import split
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, cells, read, tables

CARD = (
    ("Naziv ukrepa", ("Topla malica",)),
    ("Ciljna skupina", ("otroci in mladi, ki po pouku ostanejo", "sami doma")),
    ("Nosilec", ("Zavod Most",)),
    ("Rok izvedbe", ("31. 12. 2018",)),
    ("Sredstva", ("900 EUR",)),
)


def printed(sheet: Sheet, rows: tuple[tuple[str, tuple[str, ...]], ...], y: float = 700) -> Sheet:
    for label, lines in rows:
        sheet.text(70, y, label, 10)
        for line in lines:
            sheet.text(200, y, line, 10)
            y -= 14
    return sheet


def test_labels_beside_values_are_a_form() -> None:
    (table,) = tables(read(pdf(printed(Sheet(), CARD))))
    assert table.header_rows == 0
    assert cells(table) == [[label, " ".join(lines)] for label, lines in CARD]


def test_cards_below_one_another_and_over_pages_are_one_form_each() -> None:
    first, second = printed(printed(Sheet(), CARD), CARD[:2], 600), printed(Sheet(), CARD[2:])
    rows = [each for each in split(read(pdf(first, second)))[0] if each.columns]
    assert [row.text.partition(" | ")[0] for row in rows] == ["Naziv ukrepa: Topla malica"] * 2
    assert [column.heading for column in rows[1].columns] == [label for label, _ in CARD]
    assert [span.page for span in rows[1].spans if span.start >= rows[1].columns[2].start] == [2, 2, 2]


def test_titles_above_forms_stay_outside() -> None:
    sheet = printed(Sheet().text(70, 720, "2. Topla malica", 10, bold=True), CARD[1:])
    printed(sheet.text(70, 600, "3. Dom", 10, bold=True), CARD[1:], 580)
    document = read(pdf(sheet))
    assert [text for _, text in blocks(document)] == ["2. Topla malica", "3. Dom"]
    assert len(tables(document)) == 2


@pytest.mark.parametrize(
    "rows",
    [
        tuple((f"{label}:", lines) for label, lines in CARD),  # read as text
        CARD[2:],  # three labels may head a letter
        (
            ("Nosilec", ("zbira podatke",)),
            ("Koordinator", ("piše porocila",)),
            ("Vodja", ("odloca",)),
            CARD[3],
        ),  # duties
        tuple((f"{n}. {label}", (str(n + 3),)) for n, (label, _) in enumerate(CARD, 1)),  # a table of contents
        tuple((label, (str(n + 3),)) for n, (label, _) in enumerate(CARD, 1)),
        (
            CARD[0],
            ("Rok", ("2018",)),
            *((place, ("5",)) for place in ("Bled", "Kranj", "Mengeš", "Jesenice", "Bohinj")),
        ),
    ],
)
def test_what_only_looks_like_a_form_is_none(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert not tables(read(pdf(printed(Sheet(), rows))))
