"""Priorities told by keys: in a legend whose letters begin their titles, in a list below a title with a clause."""

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "OSREDNJESLOVENSKA REGIJA – POVZETEK\nRegijski izvedbeni načrt na področju socialnega varstva 2022–2024\n\n"
TITLES = ["mestna stiska", "ranljivo otroštvo", "dolga starost"]
KEYS = ["M", "R", "D"]
ROWS = [
    "| Tihi avtobus | Kralji ulice | 1. 12. 2022 | M |",
    "| Krizni center | CSD Kranj | 2023 | R |",
    "| Klic zjutraj | SOS center Kamnik | stalno | D |",
    "| Nahrbtnik knjig | Knjižnica Domžale | 2024 | D |",
]
TABLE = "| Naloga | Kdo | Kdaj | {head} |\n|---|---|---|---|\n" + "\n".join(ROWS) + "\n"


def paper(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(HEAD + text))


@pytest.mark.parametrize("sign", [" = ", " – ", ": "])
@pytest.mark.parametrize("lead", ["V zadnjem stolpcu je oznaka prednostne usmeritve.", "Oznake prednostnih področij:"])
@pytest.mark.parametrize("head", ["Usm.", "Črka", "Steber"])
def test_letters_of_a_legend_may_begin_its_titles_and_end_rows(sign: str, lead: str, head: str) -> None:
    entries = ", ".join(f"{key}{sign}{title}" for key, title in zip(KEYS, TITLES, strict=True))
    found = paper(f"{lead}\n   {entries}\n\n2 Naloge\n\n{TABLE.format(head=head)}")
    assert [(each.number, each.title) for each in found.priorities] == list(zip(KEYS, TITLES, strict=True))
    assert [each.priority for each in found.measures] == ["M", "R", "D", "D"]


@pytest.mark.parametrize("lead", ["Oznake občin:", "Oznake nosilcev:", "V zadnjem stolpcu je oznaka občine."])
def test_the_letters_of_others_are_no_priorities(lead: str) -> None:
    entries = "M = Medvode, R = Ravne, D = Domžale"
    assert paper(f"{lead}\n   {entries}\n\n2 Naloge\n\n{TABLE.format(head='Občina')}").priorities == ()


STEPS = (
    "UKREPI\n\n1. Pravna pisarna. Nosilec: Občina Celje, rok: 2018\n2. Hiša slovesa. Nosilec: Hospic Celje, rok: 2019\n"
)


@pytest.mark.parametrize("clause", ["", ", na katera se koraki vežejo", " načrta", ", v katera sodijo naloge"])
@pytest.mark.parametrize("sign", [" ", ". ", " – "])
def test_a_list_with_letters_below_their_title(clause: str, sign: str) -> None:
    listed = "\n".join(
        f"{key}{sign}{title.capitalize()} (koraki 1, 2)" for key, title in zip("ABC", TITLES, strict=True)
    )
    found = paper(
        f"{STEPS}\nPrednostna področja{clause}\n\n{listed}\n\nUtemeljitev po področjih\nV Mozirju čaka 52 ljudi.\n"
    )
    assert [each.title for each in found.priorities] == [title.capitalize() for title in TITLES]
