"""Priorities that a plan lists once and names later: by number, letter, goal, title, in a cell, in a label."""

from collections.abc import Callable

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
TITLES = {"1": "Starost v domačem kraju", "2": "Pravica do doma"}
MEASURES = (
    ("1", "Klub ob reki", "CSD Kranj", "31. 12. 2018"),
    ("1", "Topel obrok", "Karitas Bled", "2019"),
    ("2", "Prehodna soba", "Občina Jesenice", "stalno"),
)
Row = tuple[str, str, str, str]
LIST = "2. PREDNOSTNE NALOGE\n\nDoločene so naslednje prednostne naloge:\n\n"
GOALS = "\n\n".join(
    f"Prednostna naloga {n}: {t}\nCilj {n}.1: več pomoči\nCilj {n}.2: manj stisk" for n, t in TITLES.items()
)


def listed(line: str) -> str:
    return (
        LIST + "\n".join(line.format(n=number, a="AB"[int(number) - 1], t=t) for number, t in TITLES.items()) + "\n\n"
    )


def measures_of(lead: str, line: Callable[[int, Row], str], head: str = "") -> tuple[Measure, ...]:
    rows = "\n".join(line(number, row) for number, row in enumerate(MEASURES, 1))
    text = f"{HEAD}{lead}3. UKREPI\n\n{head}{rows}\n\n4. SPREMLJANJE\n\nPoročilo pripravi skupina do 31. marca.\n"
    return rinsearch.analyse(rinsearch.Text(text)).measures


def card(number: int, row: Row, label: str) -> str:
    return f"Ukrep {number}: {row[1]}\n{label}\nNosilec: {row[2]}\nRok: {row[3]}\n"


FORMS: dict[str, tuple[str, Callable[[int, Row], str], str]] = {
    "code behind": (listed("PP{n} {t}"), lambda n, r: f"{n}. {r[1]} (PP{r[0]}). Nosilec: {r[2]}. Rok: {r[3]}.", ""),
    "code as the last part": (
        listed("PP{n} – {t}"),
        lambda _, r: f"– {r[1]} – {r[2]} – {r[3]} – PP{r[0]}",
        "",
    ),
    "number without a stop": (
        listed("{n}  {t}"),
        lambda n, r: (f"\n{r[0]}  {TITLES[r[0]]}\n\n" if n != 2 else "\n") + f"{r[1]}\n  Kdo: {r[2]}\n  Kdaj: {r[3]}",
        "",
    ),
    "column of codes": (
        listed("PP{n}: {t}"),
        lambda n, r: f"| {n} | {r[1]} | PP{r[0]} | {r[2]} | {r[3]} |",
        "| Št. | Ukrep | PP | Nosilec | Rok |\n",
    ),
    "number in a label": (listed("{n}. {t}"), lambda n, r: card(n, r, f"Prednostna naloga: {r[0]}"), ""),
    "title in a label": (listed("{n}) {t}"), lambda n, r: card(n, r, f"Prednostno področje: {TITLES[r[0]]}"), ""),
    "beginning of a title": (
        listed("{n}. {t}"),
        lambda n, r: card(n, r, f"Prioriteta: {TITLES[r[0]][:7].strip()}"),
        "",
    ),
    "of a goal": (
        f"2. CILJI\n\n{GOALS}\n\n",
        lambda n, r: f"{n}. {r[1]} ({r[2]}, {r[3]}) – k cilju {r[0]}.{n % 2 + 1}",
        "",
    ),
    "below a name": (listed("{n}. {t}"), lambda _, r: f"{r[2]}\n- {r[1]} (prioriteta {r[0]}; {r[3]})\n", ""),
    "merged cell": (
        "",
        lambda n, r: f"| {f'{r[0]}. {TITLES[r[0]]}' if n != 2 else ''} | {r[1]} | {r[2]} | {r[3]} |",
        "| Prioriteta | Ukrep | Nosilec | Rok |\n",
    ),
    "column of numbers": (
        listed("{n}. {t}"),
        lambda n, r: f"{n};{r[1]};{r[0]};{r[2]};{r[3]}",
        "Št.;Ukrep;Prioriteta;Nosilec;Rok\n",
    ),
    "number in a title": (
        listed("{n}. {t}"),
        lambda n, r: (f"\nUkrepi za prednostno nalogo {r[0]}\n\n" if n != 2 else "") + f"- {r[1]} ({r[2]}, {r[3]})",
        "",
    ),
    "number of the measure": (
        listed("{n}. {t}"),
        lambda n, r: f"| {r[0]}.{n} | {r[1]} | {r[2]} | {r[3]} |",
        "| Oznaka | Ukrep | Nosilec | Rok |\n",
    ),
    "title again": (
        listed("{n}. {t}"),
        lambda n, r: (
            (f"\n{TITLES[r[0]].upper()}\n\n" if n != 2 else "") + f"• {r[1]}\n  Nosilec: {r[2]}\n  Rok: {r[3]}"
        ),
        "",
    ),
    "title again in a row of its own": (
        listed("{n}. {t}"),
        lambda n, r: (
            (f"\n{r[0]}. {TITLES[r[0]]}\n\n| Aktivnost | Odgovorni | Izvedba |\n" if n != 2 else "")
            + f"| {r[1]} | {r[2]} | {r[3]} |"
        ),
        "",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_measure_belongs_to_the_priority_that_it_names(form: str) -> None:
    found = measures_of(*FORMS[form])
    assert [each.text.removesuffix(f" (PP{row[0]})") for each, row in zip(found, MEASURES, strict=True)] == [
        row[1] for row in MEASURES
    ]
    assert [(each.priority or "").removeprefix("PP") for each in found] == ["1", "1", "2"]
    assert [each.providers for each in found] == [(row[2],) for row in MEASURES]


@pytest.mark.parametrize("told", ["({})", "(koraki {})", "– ukrepi {}"])
def test_a_list_tells_the_numbers_of_the_measures_of_each_priority(told: str) -> None:
    lines = [
        f"{letter} {title} {told.format(numbers)}"
        for letter, title, numbers in zip("AB", TITLES.values(), ("1, 3", "2, 4"), strict=True)
    ]
    rows = "".join(
        f"Ukrep {n}: {name}\nNosilec: CSD Kranj\nRok: 2018\n\n"
        for n, name in enumerate(("Klub ob reki", "Topel obrok", "Prehodna soba", "Prevozi"), 1)
    )
    text = f"{HEAD}2. PREDNOSTNA PODROČJA\n\n" + "\n".join(lines) + f"\n\n3. UKREPI\n\n{rows}"
    analysis = rinsearch.analyse(rinsearch.Text(text))
    assert [each.priority for each in analysis.measures] == ["A", "B", "A", "B"]


@pytest.mark.parametrize(
    "words", ["starejši (glej 2)", "osebe, stare 2 leti", "Prioriteta regije so starejši", "do konca leta 2"]
)
def test_other_numbers_name_no_priority(words: str) -> None:
    found = measures_of(listed("{n}. {t}"), lambda n, row: card(n, row, f"Ciljna skupina: {words}"))
    assert [each.priority for each in found] == [None, None, None]


def texts_in(body: str) -> list[tuple[str, str | None, str | None]]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}3. UKREPI\n\n{body}\n")).measures
    return [(each.text, next(iter(each.providers), None), each.deadline) for each in found]


WANTED = [(name, who, when) for _, name, who, when in MEASURES]


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("{a}) {name} – {who}, {when}", ""),
        ("Kaj? {name}\nKdo? {who}\nDo kdaj? {when}\n", ""),
        ("1.{n} {name}\n\nTu je prostor za vse. Nosilec je {who}. Rok: {when}.\n", ""),
        ("1.{b} {name}; {who}; {when}", ""),
        ("Korak {n}: {name} – {who}, {when}", ""),
        ("1.{n} {name}; prostor za vse (nosilec: {who}; rok: {when})", ""),
        ("{name}\nRok {when}, nosilec {who}, ciljna skupina starejši\n", ""),
        ("- {name} ({who}; {when})", "Viri:\n- proračuni občin (60 %)\n- MDDSZ (javni razpis, 2018)\n\nUkrepi:\n"),
        ("- {name} ({who}; {when})", "Partnerji:\n- CSD Tržič (2018)\n- Karitas Kranj (2019)\n\nUkrepi:\n"),
    ],
)
def test_measures_in_lists_of_these_forms_are_read(line: str, before: str) -> None:
    rows = [
        line.format(a="ABC"[n], b="abc"[n], n=n + 1, name=name, who=who, when=when)
        for n, (_, name, who, when) in enumerate(MEASURES)
    ]
    assert texts_in(f"Prednostna naloga 1: Starost\n{before}" + "\n".join(rows)) == WANTED


def test_the_time_for_which_a_plan_holds_is_a_time() -> None:
    body = (
        "CSD Kranj bo ves čas trajanja načrta vodil krožek za svojce. "
        "Karitas Bled bo enkrat na teden pripravila skupno kosilo. Skupina bo delovala ves čas veljavnosti načrta."
    )
    assert [(who, when) for _, who, when in texts_in(body)] == [
        ("CSD Kranj", "ves čas trajanja načrta"),
        ("Karitas Bled", "ves čas veljavnosti načrta"),
    ]


def test_codes_with_a_title_in_rows_are_priorities_and_the_name_of_the_plan_is_none() -> None:
    rows = "št;ukrep;kdo;do kdaj\nP1;DOSTOJNO ŽIVLJENJE;;\n1;Kuhinja;CSD Ptuj;2018\n"
    rows += "P2;ZDRAVO STARANJE;;\n2;Kombi;Dom Sonce;2019\n"
    found = rinsearch.analyse(rinsearch.Text(f"RIN Spodnje Podravje 2017–2020\n\n{rows}"))
    assert [each.title for each in found.priorities] == ["DOSTOJNO ŽIVLJENJE", "ZDRAVO STARANJE"]
    assert [(each.text, each.priority) for each in found.measures] == [("Kuhinja", "1"), ("Kombi", "2")]
    table = "Program        Trajanje\n"
    text = "Regijski izvedbeni načrt Jugovzhodna Slovenija 2017–2020\nPriloga: Programi po nosilcih\n\n"
    for who in ("Društvo Sožitje", "Dom Sonce"):
        text += f"Nosilec: {who}\n{table.replace('Trajanje', 'Občine     Trajanje')}Klub           vse        2018\n\n"
    assert rinsearch.analyse(rinsearch.Text(text)).priorities == ()


def test_the_caption_of_a_table_is_no_priority_and_a_table_of_numbers_none_of_measures() -> None:
    text = (
        "Preglednica 5: Ukrepi za starejše – RIN koroške regije 2014–2016\n\nZap. | Ukrep | Nosilec | Rok\n"
        "1 | Klub | Dom Sonce | 2015\n2 | Kombi | CSD Ravne | 2016\n\nPreglednica 6: Število uporabnikov storitev\n\n"
        "Zap. | Storitev | Izvajalec | Leto 2012\n1 | pomoč | CSD Radlje | 88\n2 | asistenca | YHD | 14\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text))
    assert ([each.text for each in found.measures], found.priorities) == (["Klub", "Kombi"], ())
