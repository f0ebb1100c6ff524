"""The forms in which plans write until when, in labels, cells and running text; and look-alikes."""

from datetime import date, timedelta

import pytest

import rinsearch
from rinsearch.compose.fields.deadlines import last_day
from rinsearch.compose.fields.told import deadline_told, is_time, is_time_of_year, provider_told

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)
BLOCK = "Ukrep 1.1: Topla hiša\n○ za koga: starejši\n○ kdo: Dom Sonce\n○ kdaj: {}\n○ s čim: donacije\n"
FORMS = [
    "2. polovica 2017",
    "31. maj 2019",
    "I. 2018–XII. 2019",
    "od novembra do marca",
    "2 x letno",
    "4-krat letno",
    "vsako leto v maju",
    "prvič oktobra 2018, nato vsako polletje",
    "zadnji torek v mesecu",
    "do začetka kopalne sezone 2018",
    "poletje 2018, 2019 in 2020",
    "vsak šolski dan",
    "Q3/2018",
    "do konca trajanja plana",
    "po potrebi",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_label_gives_the_whole_time(form: str) -> None:
    (measure,) = rinsearch.analyse(rinsearch.Text(HEAD + BLOCK.format(form))).measures
    assert (measure.deadline, measure.providers) == (form, ("Dom Sonce",))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Q3/2018", date(2018, 9, 30)),
        ("3Q 2018", date(2018, 9, 30)),
        ("2018/Q2", date(2018, 6, 30)),
        ("ves čas trajanja tega plana", None),
        ("vsa leta izvajanja", None),
    ],
)
def test_quarters_and_lasting_times_of_running_text(words: str, end: date | None) -> None:
    text = f"Topla hiša, Dom Sonce, {words}."
    span = deadline_told(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == words
    assert last_day(words) == end


def test_figures_that_a_scan_misread_are_figures() -> None:
    (measure,) = rinsearch.analyse(rinsearch.Text(HEAD + BLOCK.format("3O. 4. 2o2O"))).measures
    assert (measure.deadline, measure.until) == ("30. 4. 2020", date(2020, 4, 30))
    assert measure.fields["deadline"].quote == "30. 4. 2020"  # of the repaired text


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Društvo bo mladim enkrat mesečno odprlo vrata; januar 2018–december 2019.", "januar 2018–december 2019"),
        ("Izvaja ga CSD Kranj, in sicer v letih 2018 in 2019.", "letih 2018 in 2019"),
        ("Občina bo vsako leto oktobra organizirala srečanje.", "vsako leto oktobra"),
        ("CSD bo vsako pomlad in vsako jesen pripravil tečaj.", "vsako pomlad in vsako jesen"),
        ("Jeseni 2018 ga odpre Dom Sonce.", "Jeseni 2018"),
        ("Vodi ga Dom Sonce.", None),
        ("Na voljo je 20 mest za 15 oseb.", None),
    ],
)
def test_running_text_tells_the_time(text: str, time: str | None) -> None:
    span = deadline_told(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == time


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Občine Zavrč, Žetale in Podlehnik bodo kupile kombi.", "Občine Zavrč, Žetale in Podlehnik"),
        ("Občina Zavrč, do 31. 12. 2018", None),
        ("Društvo Pot bo odprlo klub.", "Društvo Pot"),
    ],
)
def test_several_names_behind_a_plural_are_one_list(text: str, name: str | None) -> None:
    span = provider_told(text, 0, len(text))
    assert (text[slice(*span)] if span else None) in (name, "Občina Zavrč" if name is None else name)


def test_running_text_keeps_the_word_that_governs_the_case() -> None:
    for text in ("Odpre ga Dom Sonce do konca leta 2018.", "Odpre ga Dom Sonce, najkasneje do konca leta 2018."):
        span = deadline_told(text, 0, len(text))
        assert span
        assert text[slice(*span)] == "do konca leta 2018"


def test_of_a_day_that_there_is_not_the_month_holds() -> None:
    assert last_day("31. 6. 2018") == date(2018, 6, 30)
    assert last_day("do 30. 6. 2018") == date(2018, 6, 30)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("1. polovica 2018", 6),
        ("v prvi polovici leta 2018", 6),
        ("druga polovica 2018", 12),
        ("I. polletje 2018", 6),
        ("1. pol. 2018", 6),
        ("III. četrtletje 2018", 9),
        ("tretje cetrtletje leta 2018", 9),
        ("1. in 2. kvartal 2018", 6),
        ("zadnje trimesečje 2018", 12),
        ("Q1/2018", 3),
        ("2018, 1. polovica", 6),
        ("2018/III. kvartal", 9),
        ("prva tretjina leta 2018", 4),
        ("do polovice leta 2018", 6),
        ("sredi leta 2018", 6),
        ("spomladi 2018", 5),
        ("poletje 2016, 2017 in 2018", 8),
        ("od jeseni 2017 do pomladi 2018", 5),
        ("jesen 2018", 11),
        ("zima 2018", 12),
        ("zima 2017/18", 2),
        ("pozimi 2017/2018", 2),
        ("6/2018", 6),
        ("IX. 2017–VI. 2018", 6),
        ("2018-06-30", 6),
        ("program 2017-2020, do 30. 6. 2018", 6),
    ],
)
def test_a_part_of_a_year_ends_with_its_last_month(words: str, month: int) -> None:
    end = last_day(words)
    assert end
    assert (end.year, end.month) == (2018, month)
    assert (end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "words",
    [
        "2018",
        "do konca leta 2018",
        "junij 2017 – 2018",
        "od 1. polovice 2017 do konca leta 2018",
        "2 x v letu 2018",
        "poletje 2016–2018",
        "5. četrtletje 2018",
        "v drugem letu 2018",
        "13/2018",
        "sprva v letu 2018",
    ],
)
def test_what_is_no_part_of_a_year_runs_to_its_end(words: str) -> None:
    assert last_day(words) == date(2018, 12, 31)


DAYS = {
    "15. avgust 2018": date(2018, 8, 15),
    "do 1. septembra leta 2018": date(2018, 9, 1),
    "5. XII. 2018": date(2018, 12, 5),
    "30/6-2015": date(2015, 6, 30),
    "30/09/2018": date(2018, 9, 30),
    "1. polovica 2018": date(2018, 6, 30),
    "6/2018": date(2018, 6, 30),
    "2018/19": date(2019, 12, 31),
}


@pytest.mark.parametrize("words", DAYS)
def test_a_day_is_that_day_however_its_month_is_written(words: str) -> None:
    assert last_day(words) == DAYS[words]


def test_a_sign_for_always_is_a_time() -> None:
    found = rinsearch.analyse(rinsearch.Text(HEAD + BLOCK.format("∞"))).measures
    assert [(each.deadline, each.until) for each in found] == [("∞", None)]


@pytest.mark.parametrize(
    ("written", "deadline"),
    [
        ("21. 9. 2018 (svetovni dan Alzheimerjeve bolezni)", "21. 9. 2018"),
        ("trajno (po razpisu)", "trajno"),
        ("2018 (prva polovica)", "2018 (prva polovica)"),
        ("2018 (eno) in 2020 (drugo)", "2018 (eno) in 2020 (drugo)"),
        ("junij 2018 (faza 1)", "junij 2018 (faza 1)"),
    ],
)
def test_a_remark_in_brackets_is_no_part_of_a_time(written: str, deadline: str) -> None:
    text = f"REGIJSKI IZVEDBENI NAČRT\n\nUKREPI\n\nUkrep 1: Klub\nIzvajalec: CSD Kranj\nRok: {written}\n"
    (found,) = rinsearch.analyse(rinsearch.Text(text)).measures
    assert found.deadline == deadline


@pytest.mark.parametrize(
    "words",
    [
        "do srede leta 2019",
        "ob koncu leta 2016",
        "med letoma 2015 in 2016",
        "zima 2015/2016",
        "30.06.15",
        "leta 2015 do 2017",
        "do konca prvega polletja 2018",
        "2. kv. 2018",
        "IX–XII 2018",
        "prve tri mesece 2018",
        "do 2018 (najkasneje)",
        "že od 2015",
        "do 30. 6",
    ],
)
def test_words_that_are_nothing_but_a_time(words: str) -> None:
    assert is_time(words)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("I. polletje", True),
        ("ob začetku šolskega leta", True),
        ("vsako drugo leto", True),
        ("ob sredah in petkih", True),
        ("med počitnicami", True),
        ("Dom 2018", False),
        ("24 ur na dan", False),
        ("3.1", False),
        ("po odprtju doma", False),
    ],
)
def test_times_that_leave_out_their_year_and_what_is_none(words: str, time: bool) -> None:
    assert is_time_of_year(words) == time
