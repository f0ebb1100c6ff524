"""Measures in all the layouts that plans have: each layout with every name of its columns, and what is no measure."""

import tomllib
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Analysis
from rinsearch.taxonomy import toml

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "compose" / "measures.toml").read_text("utf-8"))
HEADINGS, LABELS = CASES["headings"], CASES["labels"]
HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
CHAPTER = "4 Ukrepi po prednostnih področjih\n\n"

Row = dict[str, str]
FIELDS = ("number", "measure", "target_group", "provider", "deadline", "amount", "indicator")
ROWS: tuple[Row, ...] = tuple(
    dict(zip(FIELDS, row.split("|"), strict=True))
    for row in (
        "1.1|Topla hiša ob reki|starejši ljudje|Dom starejših Kranj|31. 12. 2018|12.000,00 €|20 vključenih",
        "1.2|Ekipa na kolesih|brezdomci|CSD Kranj|do konca leta 2019|1.500 EUR|100 stikov",
        "1.3|Sobotna šola|romski otroci|Ljudska univerza Kranj|stalno|800 EUR|število ur",
    )
)
GROUPS = {"Topla hiša ob reki": "starejsi", "Ekipa na kolesih": "brezdomci", "Sobotna šola": "romi"}
ORDERS = (
    ("number", "measure", "target_group", "provider", "deadline"),
    ("measure", "provider", "deadline", "target_group"),
    ("deadline", "provider", "measure", "target_group", "amount"),
    ("target_group", "measure", "indicator", "provider", "deadline", "amount"),
)


def piped(fields: tuple[str, ...], names: Row) -> str:
    rows = [names, *ROWS]
    return "\n".join(" | ".join(row[field] for field in fields) for row in rows) + "\n"


def markdown(fields: tuple[str, ...], names: Row) -> str:
    lines = ["| " + " | ".join(row[field] for field in fields) + " |" for row in (names, *ROWS)]
    return "\n".join([lines[0], "|" + "---|" * len(fields), *lines[1:]]) + "\n"


def tabbed(fields: tuple[str, ...], names: Row) -> str:
    return "\n".join("\t".join(row[field] for field in fields) for row in (names, *ROWS)) + "\n"


def spaced(fields: tuple[str, ...], names: Row, rule: bool = False) -> str:
    widths = {field: max(len(row[field]) for row in (names, *ROWS)) + 3 for field in fields}
    lines = ["".join(row[field].ljust(widths[field]) for field in fields).rstrip() for row in (names, *ROWS)]
    if rule:
        lines.insert(1, "".join(("-" * (widths[field] - 2)).ljust(widths[field]) for field in fields))
    return "\n".join(lines) + "\n"


def ruled(fields: tuple[str, ...], names: Row) -> str:
    return spaced(fields, names, rule=True)


def forms(fields: tuple[str, ...], names: Row) -> str:
    kept = [field for field in fields if field != "number"]
    ordered = ["measure", *(field for field in kept if field != "measure")]
    return "\n".join("".join(f"{names[f]}\t{row[f]}\n" for f in ordered) for row in ROWS)


LAYOUTS: tuple[Callable[[tuple[str, ...], Row], str], ...] = (piped, markdown, tabbed, spaced, ruled, forms)


def tables() -> Iterator[tuple[str, str]]:
    """Every layout and order of columns, with the headings taken in turn until each has been used in each layout."""
    for layout in LAYOUTS:
        turns = {field: cycle(names) for field, names in HEADINGS.items()}
        for number in range(max(map(len, HEADINGS.values()))):
            fields = ORDERS[number % len(ORDERS)]
            names = {field: next(turn) for field, turn in turns.items()}
            yield f"{layout.__name__}-{'-'.join(names[field] for field in fields)}", layout(fields, names)


def blocks() -> Iterator[tuple[str, str]]:
    """Titles with labelled lines behind them, in three ways of writing the labels."""
    for number, title in enumerate(LABELS["title"]):
        for style, (before, between, after) in STYLES.items():
            names = {f: next(islice(cycle(LABELS[f]), number, None)) for f in ("target_group", "provider", "deadline")}
            yield f"{style}-{title}", "".join(block(title, row, names, (before, between, after)) for row in ROWS)


STYLES = {"lines": ("\n", "\n", "\n\n"), "sentences": (". ", ". ", ".\n\n"), "brackets": (" (", "; ", ")\n\n")}


def block(title: str, row: Row, names: Row, style: tuple[str, str, str]) -> str:
    order = (
        ("provider", "target_group", "deadline") if row["number"] == "1.2" else ("target_group", "provider", "deadline")
    )
    labelled = style[1].join(f"{names[field]}: {row[field]}" for field in order)
    return title.format(n=row["number"], t=row["measure"]) + style[0] + labelled + style[2]


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(HEAD + text))


def check_rows(found: Analysis) -> None:
    assert [measure.text for measure in found.measures] == [row["measure"] for row in ROWS]
    for measure, row in zip(found.measures, ROWS, strict=True):
        assert GROUPS[measure.text] in measure.target_groups
        assert (measure.providers, measure.deadline) == ((row["provider"],), row["deadline"])


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in tables()])
def test_a_table_is_read_whatever_its_layout_and_the_names_of_its_columns(text: str) -> None:
    check_rows(understood(CHAPTER + text))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in blocks()])
def test_a_block_is_one_measure_whatever_its_title_and_its_labels(text: str) -> None:
    check_rows(understood(CHAPTER + text))


@pytest.mark.parametrize("case", CASES["prose"], ids=lambda case: case["name"])
def test_running_text_gives_its_measures_with_who_and_until_when(case: dict[str, list[list[str]] | str]) -> None:
    found = understood(str(case["text"])).measures
    assert len(found) == len(case["measures"])
    for measure, (words, group, provider, deadline) in zip(found, case["measures"], strict=True):
        assert words in measure.text
        assert group in measure.target_groups
        assert (measure.providers, measure.deadline) == ((provider,), deadline)


@pytest.mark.parametrize("case", CASES["nothing"], ids=lambda case: case["name"])
def test_what_only_looks_like_a_measure_is_none(case: dict[str, str]) -> None:
    assert [measure.text for measure in understood(case["text"]).measures] == []


def test_of_two_columns_that_could_name_the_measure_the_stronger_word_does() -> None:
    entry = toml("list_phrases.toml")["strength"]
    for heading in (entry["example"], entry["counterexample"]):
        names = heading.split(" | ")
        rows = [
            [*(f"{name} {place}" for name in names), "Dom Kranj", "2018", "starejši"]
            for place in ("Hiša", "Klop", "Pot")
        ]
        lines = [[*names, "Nosilec", "Rok", "Ciljna skupina"], *rows]
        found = understood("\n".join(" | ".join(cells) for cells in lines)).measures
        assert [measure.text for measure in found] == ["Ukrep Hiša", "Ukrep Klop", "Ukrep Pot"], heading


def test_a_column_that_no_heading_explains_names_the_measure_beside_who_until_when_and_for_whom() -> None:
    rows = (
        "Novost | Kdo | Do kdaj | Za koga",
        "Hiša | Dom Kranj | 2018 | starejši",
        "Klop | Občina Naklo | 2019 | mladi",
    )
    assert [measure.text for measure in understood("\n".join(rows)).measures] == ["Hiša", "Klop"]


@pytest.mark.parametrize("cells", [("A. Romska skupnost", "B. Starejši"), ("ROMSKA SKUPNOST", "Starejši"), ("A", "B")])
def test_a_cell_with_the_title_of_a_priority_gives_its_number(cells: tuple[str, str]) -> None:
    listed = "2 Prednostna področja\n\nPrioriteta A: Romska skupnost\n\nPrioriteta B: Starejši\n\n3 Preglednica\n\n"
    rows = (f"{cells[0]} | Učna ura | CSD Kranj | 2018\n", f"{cells[1]} | Klop | Občina Naklo | 2019\n")
    found = understood(f"{listed}Prednostno področje | Ukrep | Kdo | Rok\n{''.join(rows)}").measures
    assert [(each.priority, each.inherited) for each in found] == [("A", ("romi",)), ("B", ("starejsi",))]


def test_a_measure_stands_under_the_priority_of_its_number() -> None:
    listed = "2 Prednostna področja\n\nP1: Romska skupnost\nP2: Starejši\n\n3 Preglednica\n\n"
    table = "Št. | Ukrep | Kdo | Rok\n1.1 | Učna ura | CSD Kranj | 2018\n2.1 | Klop | Občina Naklo | 2019\n"
    found = understood(listed + table).measures
    assert [(each.priority, each.inherited) for each in found] == [("P1", ("romi",)), ("P2", ("starejsi",))]


BEGINS_AND_ENDS = (
    "UKREP: Mreža sosedov\nNAMENJENO: starejšim\nNOSILEC UKREPA: Dom Sonce Kranj\n"
    "ZAČETEK: 1. 3. 2018\nZAKLJUČEK: 30. 9. 2019\n",
    "Ukrep: Mreža sosedov\nNosilec ukrepa: Dom Sonce Kranj\n"
    "Začetek izvajanja: marec 2018\nKonec izvajanja: 30. 9. 2019\n",
    "Ukrep | Nosilec | Začetek | Zaključek\nMreža sosedov | Dom Sonce Kranj | 1. 3. 2018 | 30. 9. 2019\n"
    "Kotiček | CSD Kranj | 1. 4. 2018 | 30. 11. 2019\n",
)


@pytest.mark.parametrize("text", BEGINS_AND_ENDS)
def test_of_a_beginning_and_an_end_the_end_is_the_deadline(text: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(HEAD + CHAPTER + text)).measures[0]
    assert (found.text, found.providers, found.deadline) == ("Mreža sosedov", ("Dom Sonce Kranj",), "30. 9. 2019")


def test_a_beginning_alone_stays_the_time_that_is_told() -> None:
    text = "Ukrep: Mreža sosedov\nNosilec: Dom Sonce Kranj\nZačetek: 1. 3. 2018\n"
    assert rinsearch.analyse(rinsearch.Text(HEAD + CHAPTER + text)).measures[0].deadline == "1. 3. 2018"


def test_the_name_of_who_does_it_names_no_group() -> None:
    text = "Prioriteta 1: Delo\n\nPralnica bo zaposlila brezposelne; odpre jo Kraški dom starostnikov do leta 2018.\n"
    (measure,) = understood(text).measures
    assert (measure.target_groups, measure.providers) == (("brezposelni",), ("Kraški dom starostnikov",))


def test_a_month_behind_a_day_begins_no_item() -> None:
    (measure,) = understood("Ukrep 1.1: Hiša. Nosilec: CSD Kranj. Rok: 30. september 2019.\n").measures
    assert measure.deadline == "30. september 2019"


def test_a_line_that_runs_over_the_pages_stands_in_no_measure() -> None:
    running = "– 13 –\n\nGORENJSKA 2017–2020 · RIN\n\n"
    text = f"{running}Ukrep 1.1: Hiša\n\nOpis:\nSosedje.\n\n{running}Nosilec:\nCSD Kranj\nRok:\n2018–2020\n"
    (measure,) = understood(text).measures
    assert (measure.text, measure.providers, measure.deadline) == ("Hiša", ("CSD Kranj",), "2018-2020")


def test_what_ended_before_the_plan_begins_is_a_measure_of_an_earlier_one() -> None:
    rows = ["Ukrep | Kdo | Rok", "Klop | Občina Naklo | 2018", "Hiša | Dom Kranj | 2019", "Prevoz | Občina Bled | 2015"]
    assert [measure.text for measure in understood("\n".join(rows)).measures] == ["Klop", "Hiša"]
