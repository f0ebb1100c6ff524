"""The time of a measure alone: without the work that is done by it, a footnote's sign or a condition; its own year."""

from datetime import date

import pytest

import rinsearch
from rinsearch.compose.fields.told import is_time, is_time_of_year
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}")).measures


@pytest.mark.parametrize(
    ("cell", "deadline"),
    [
        ("vzpostavitev do 1. 4. 2018", "do 1. 4. 2018"),
        ("širitev urnika 1. 11. 2017", "1. 11. 2017"),
        ("zaposlitev prvih petih do 15. 5. 2018", "do 15. 5. 2018"),
        ("zaključek do 30. 11. 2018 (glej opombo)", "do 30. 11. 2018"),
        ("izvedba do 30. 6. 2018", "do 30. 6. 2018"),
        ("poteka ves čas", "ves čas"),
        ("teče od 2017", "od 2017"),
        ("zaključek junija 2019", "junija 2019"),
        ("svetovni dan knjige, 23. 4. 2018", "23. 4. 2018"),
        ("5/2018 (1)", "5/2018"),
        ("6/2018*", "6/2018"),
        ("1. 9. 2018 **", "1. 9. 2018"),
        ("april 2018, če bo odobren razpis", "april 2018"),
        ("začetek 1. 3. 2018", "začetek 1. 3. 2018"),
        ("prvič 7. 4. 2018", "prvič 7. 4. 2018"),
        ("2017–2020 (stalna naloga)", "2017-2020 (stalna naloga)"),
        ("julij (letno)", "julij (letno)"),
        ("konec leta 2018, nato redno", "konec leta 2018, nato redno"),
        ("poletje 2018", "poletje 2018"),
        ("po podpisu pogodbe", "po podpisu pogodbe"),
        ("brez roka", None),
        ("naknadno", None),
        ("nedoločen", None),
        ("(naknadno)", None),
        ("rok ni znan", None),
        ("(3)", None),
        ("***", None),
    ],
)
def test_a_deadline_is_the_time_and_nothing_around_it(cell: str, deadline: str | None) -> None:
    rows = f"Ukrep\tNosilec\tRok\nKlop za mlade\tCSD Kranj\t{cell}\nHiša za starejše\tObčina Kranj\t2019\n"
    assert measures(f"Ukrepi\n\n{rows}")[0].deadline == deadline


YEARS = """Ukrepi po letih

Leto 2018
- Zajtrk za brezdomce v Kranju (Karitas Kranj; {})
- Ura branja za Rome (Knjižnica Radovljica; vsak torek)

Leto 2019
- Pravni nasvet za brezposelne (Občina Bled)
- Dom za invalide. Izvaja Občina Bohinj, {}.
"""


@pytest.mark.parametrize(
    ("own", "until"),
    [
        ("do 30. 6.", date(2018, 6, 30)),
        ("jeseni", date(2018, 11, 30)),
        ("marec in april", date(2018, 4, 30)),
        ("v prvem četrtletju", date(2018, 3, 31)),
        ("do konca avgusta", date(2018, 8, 31)),
        ("maj", date(2018, 5, 31)),
        ("od novembra", None),
    ],
)
def test_a_time_of_its_own_says_more_than_the_year_above(own: str, until: date | None) -> None:
    first, second, third, last = measures(YEARS.format(own, own))
    assert (first.deadline or "").removeprefix("do ") == own.removeprefix("do ").removeprefix("v ")
    assert first.until == until
    assert second.deadline == "vsak torek"
    assert third.deadline == "Leto 2019"
    assert (last.deadline or "").removeprefix("do ") == own.removeprefix("do ").removeprefix("v ")
    assert last.until == (until and until.replace(year=2019))


@pytest.mark.parametrize("words", ["jeseni", "od novembra", "januar–junij", "julij in avgust", "v drugem polletju"])
def test_a_time_may_leave_its_year_out_only_where_that_is_asked(words: str) -> None:
    assert is_time_of_year(words)
    assert not is_time(words)


@pytest.mark.parametrize("words", ["leta", "konca", "Jesenice", "majhna hiša", "do pomladi življenja"])
def test_other_words_are_no_time_of_a_year(words: str) -> None:
    assert not is_time_of_year(words)


@pytest.mark.parametrize(
    "time",
    [
        "prvi ponedeljek v mesecu",
        "vsako leto jeseni",
        "celo obdobje",
        "vsa štiri leta",
        "julij in avgust 2019",
        "1. februarjem 2019",
        "vsako leto med poletnimi počitnicami",
    ],
)
def test_running_text_tells_the_whole_time(time: str) -> None:
    (found,) = measures(f"Ukrepi\n\n1. Klop za mlade. Vodi jo Mladinski center Kranj, {time}.\n")
    assert found.deadline == time


@pytest.mark.parametrize(
    ("told", "name"),
    [("Izvaja Pošta Bled; maj 2018", "Pošta Bled"), ("Vodi Javne Službe Polž, do 1. 6. 2018", "Javne Službe Polž")],
)
def test_who_stands_behind_a_verb_that_begins_its_sentence(told: str, name: str) -> None:
    found, _ = measures(
        f"Ukrepi\n\nPrioriteta 1: Mladi\n\n1. Klop za mlade. {told}.\n2. Klub za Rome. Vodi CSD Kranj; 2018.\n"
    )
    assert found.providers == (name,)
