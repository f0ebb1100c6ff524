"""Items of one form below headings that nobody foresaw: what most of them have at a place, all have there."""

import pytest

import rinsearch
from rinsearch.records import Measure

TITLE = "Regijski izvedbeni načrt socialnega varstva 2017–2020, gorenjska regija\n\n"
GROUPS = ("Ljudem v poznih letih", "Mladim brez službe", "Tujcem")
ROWS = (
    ("klepetalnica ob peči", "CSD Kranj", "november–marec"),
    ("Zlata ura (telovadba na domu)", "fakulteta", "2019"),
    ("vajeniški ogledi v podjetjih", "OOZ Škofja Loka", "dvakrat letno"),
    ("delavnica »Prvi račun«, tudi zvečer", "ljudska univerza", "30. 9. 2018"),
    ("Kavarna jezikov", "knjižnica", "vsak torek"),
    ("spremljevalka pri zdravniku", "ZD Kranj", "poskusno 2018"),
)
BEHIND = "\n\nSpremljanje\n\nPoročilo pripravi CSD Kranj vsako leto.\n"


def paper(lines: list[str], titles: tuple[str, ...] = GROUPS) -> str:
    below = [f"{title}\n\n" + "\n".join(lines[2 * at : 2 * at + 2]) for at, title in enumerate(titles)]
    return TITLE + "\n\n".join(below) + BEHIND


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(text)).measures


@pytest.mark.parametrize("sign", ["; ", " / ", " | ", " – "])
@pytest.mark.parametrize("mark", ["- ", "* ", "• "])
def test_items_of_one_form_are_measures_below_any_heading(sign: str, mark: str) -> None:
    found = measures(paper([mark + sign.join(row) for row in ROWS]))
    assert [each.text for each in found] == [row[0] for row in ROWS]
    assert [each.deadline for each in found] == [row[2] for row in ROWS]
    assert [each.providers for each in found] == [(row[1],) for row in ROWS]


def test_a_remark_in_brackets_belongs_to_no_part() -> None:
    lines = ["- " + "; ".join(row) for row in ROWS]
    lines[4] += " [Tržič: zakaj ne pri nas?]"
    assert [each.deadline for each in measures(paper(lines))][4] == "vsak torek"


@pytest.mark.parametrize(
    "rows",
    [
        ("Ana Novak", "Marko Kos", "Irena Zupan", "dr. Peter Bizjak", "Jana Pirc", "Tine Kralj"),
        ("premalo mest", "ni varstva", "manjka zdravnik", "čakalne dobe", "pomanjkanje učiteljev", "ni prevozov"),
        ("število obiskov", "delež občin", "število otrok", "stopnja vključenosti", "število ur", "odstotek žensk"),
        (
            "priprava poročila",
            "objava poročila",
            "sklic skupine",
            "zbiranje podatkov",
            "oddaja gradiva",
            "obravnava osnutka",
        ),
    ],
)
def test_people_needs_figures_and_work_on_the_plan_are_none(rows: tuple[str, ...]) -> None:
    lines = [f"- {name}; {who}; {when}" for name, (_, who, when) in zip(rows, ROWS, strict=True)]
    assert measures(paper(lines)) == ()


def test_what_is_told_of_the_past_is_none() -> None:
    lines = ["- " + "; ".join(row) for row in ROWS]
    assert measures(paper(lines[:2], ("Kaj je bilo opravljeno",))) == ()
    assert measures(TITLE + "Pri pripravi so sodelovali:\n" + "\n".join(lines)) == ()


def test_people_in_the_rows_of_a_table_are_no_measures() -> None:
    head = "Ime\tUstanova\tObdobje\n"
    rows = "Maja Krajnc\tCSD Maribor\t2017–2019\nJan Pušnik\tKaritas Maribor\t2018\nEva Vidmar\tDom Ptuj\tdo 2020\n"
    assert measures(TITLE + head + rows) == ()
