"""What holds for several measures at once: times above them, one time for all, "isti", and titles above them."""

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
TAIL = "\n\n5. SPREMLJANJE\n\nPoročilo pripravi koordinacijska skupina vsako leto do 31. marca.\n"


def understood(text: str, head: str = HEAD) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(f"{head}{text}{TAIL}"))


# --- until when -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "deadlines"),
    [
        (("Prvo četrtletje (januar–marec)", "Drugo četrtletje"), ("Prvo četrtletje", "Drugo četrtletje")),
        (("Do konca leta 2018", "Do konca leta 2019"), ("Do konca leta 2018", "Do konca leta 2019")),
        (("Leto 2018", "Leto 2019"), ("Leto 2018", "Leto 2019")),
        (("Ukrepi v letu 2018:", "Ukrepi v letu 2019:"), ("letu 2018", "letu 2019")),
    ],
)
@pytest.mark.parametrize("line", ["{} (CSD Kranj)", "{} – CSD Kranj", "{}; nosilec: CSD Kranj", "CSD Kranj odpre {}."])
def test_a_time_above_measures_is_their_deadline(
    headings: tuple[str, str], deadlines: tuple[str, str], line: str
) -> None:
    lists = "\n\n".join(f"{heading}\n– {line.format('klop za mlade')} {n}"[:-2] for n, heading in enumerate(headings))
    found = understood(f"4. LETNI NAČRT\n\n{lists.replace('klop', 'stol', 1)}").measures
    assert [measure.providers for measure in found] == [("CSD Kranj",), ("CSD Kranj",)]
    assert tuple(measure.deadline for measure in found) == deadlines


@pytest.mark.parametrize(
    "sentence",
    [
        "Rok za vse ukrepe je 31. 12. 2020, če ni drugače.",
        "Pri ukrepih velja: če ni zapisano drugače, je rok 31. 12. 2020.",
        "Vsi ukrepi se izvedejo do 31. 12. 2020.",
    ],
)
def test_one_time_for_all_is_that_of_a_measure_without_its_own(sentence: str) -> None:
    blocks = "Ukrep 1: Hiša\nNosilec: CSD Kranj\n\nUkrep 2: Klop\nNosilec: Občina Bled\nRok: 2018\n"
    first, second = understood(f"4. UKREPI\n\n{sentence}\n\n{blocks}").measures
    assert (first.deadline or "").removeprefix("do ") == "31. 12. 2020"
    assert second.deadline == "2018"


def test_one_time_for_all_in_a_title_ends_with_its_priority() -> None:
    lists = (
        "Prednostno področje A: Starost (rok za vse: 30. 6. 2018)\n\n- hiša; nosilec: CSD Kranj",
        "Prednostno področje B: Nasilje\n\n- klop; nosilec: CSD Kranj",
    )
    found = understood("4. UKREPI\n\n" + "\n\n".join(lists)).measures
    assert [measure.deadline for measure in found] == ["30. 6. 2018", None]


def test_a_title_that_says_until_when_is_still_a_title() -> None:
    lists = ("STAROST (rok za vse: 30. 6. 2018)\n\n- hiša; nosilec: CSD Kranj", "NASILJE\n\n- klop; nosilec: CSD Kranj")
    found = understood("4. UKREPI\n\n" + "\n\n".join(f"Prednostna skupina: {each}" for each in lists))
    assert [priority.title for priority in found.priorities] == ["STAROST", "NASILJE"]
    assert [measure.deadline for measure in found.measures] == ["30. 6. 2018", None]


def test_who_does_it_stands_behind_a_dual_pronoun_too() -> None:
    text = "Prioriteta 1: Romi\n\n1. Pomočnika v šolah. Zaposli ju Osnovna šola Kranj, od 1. 9. 2018.\n"
    (measure,) = understood(text).measures
    assert (measure.providers, measure.deadline) == (("Osnovna šola Kranj",), "od 1. 9. 2018")


@pytest.mark.parametrize("text", ["2. ANALIZA STANJA", "2. Pregled izvedenih ukrepov"])
def test_years_above_what_was_or_is_make_no_measures(text: str) -> None:
    lists = "Leto 2015\n– CSD Kranj odpre sobo za mlade.\n\nLeto 2016\n– CSD Kranj odpre hišo za mlade."
    assert list(understood(f"{text}\n\n{lists}").measures) == []


def test_a_time_that_is_the_value_of_a_label_is_no_heading() -> None:
    lists = "\n".join(f"- Hiša {n}{n}\nNosilec\nCSD Kranj\nRok\n201{n}\n" for n in (8, 9))
    found = understood(f"4. UKREPI\n\n{lists}").measures
    assert [measure.deadline for measure in found] == ["2018", "2019"]


# --- who --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "provider"),
    [
        ("isti", "Občina Bled"),
        ("ista", "Občina Bled"),
        ("kot zgoraj", "Občina Bled"),
        ("kot pri ukrepu št. 1", "CSD Kranj"),
        ("glej 1", "CSD Kranj"),
        ("ista hiša", "ista hiša"),
    ],
)
def test_who_is_the_same_is_found_in_the_measure_that_is_meant(said: str, provider: str) -> None:
    names = ("CSD Kranj", "Občina Bled", said)
    blocks = "\n\n".join(f"Ukrep {n}: Hiša {n}{n}\nNosilec: {name}\nRok: 2018" for n, name in enumerate(names, 1))
    found = understood(f"4. UKREPI\n\n{blocks}").measures
    assert [measure.providers for measure in found] == [("CSD Kranj",), ("Občina Bled",), (provider,)]
    assert found[2].fields["provider"].quote == provider


@pytest.mark.parametrize("label", ["IzvajaIec", "Izvaja lec", "Odgovorni izva jalec"])
def test_a_label_that_a_scan_spoilt_is_read(label: str) -> None:
    (measure,) = understood(f"4. UKREPI\n\nUkrep 1: Topla hiša\n{label}: CSD Kranj\nRok: 2018\n").measures
    assert measure.providers == ("CSD Kranj",)


# --- priorities -------------------------------------------------------------------------------------------------------

FORMS = (
    "PP {n} – {t}",
    "PP{n}: {t}",
    "STRATEŠKI CILJ {n}: {t}",
    "{l}) {t}",
    "4.{n} {t}",
    "{r}. {t}",
    "Prednostna skupina: {t}",
    "Prednostno področje {t}",
    "Razvojna os {n}: {t}",
    "{t}",
)
BLOCK = "Ukrep: {}\nNosilec: CSD Kranj\nRok: 2018"
ROWS = "Ukrep | Nosilec | Rok\n{} | CSD Kranj | 2018\n{}a | Občina Bled | 2019"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("measures", [BLOCK, ROWS, "– {} (CSD Kranj, do 2018)"], ids=["block", "rows", "item"])
def test_titles_of_one_form_right_above_measures_are_priorities(form: str, measures: str) -> None:
    words = ("STAROST DOMA", "VARNO GIBANJE", "ZDRAVJE V SKUPNOSTI")
    parts = [
        f"{form.format(n=n, t=title, l='ABC'[n - 1], r='I' * n)}\n\n{measures.format(f'Hiša {n}', f'Soba {n}')}"
        for n, title in enumerate(words, 1)
    ]
    found = understood("4. UKREPI\n\n" + "\n\n".join(parts))
    assert tuple(priority.title for priority in found.priorities) == words
    assert len({measure.priority for measure in found.measures}) == len(words)


def test_rows_with_one_cell_are_titles_of_the_rows_below() -> None:
    rows = (
        "| Št. | Ukrep | Kdo | Rok |",
        "|---|---|---|---|",
        "|  | CILJ I. MESTO |  |  |",
        "| 1. | topla hiša | CSD Kranj | 2018 |",
        "|  | v Kranju | Kranj |  |",
        "|  | CILJ II. STAROST |  |  |",
        "| 2. | klop | Občina Bled | 2019 |",
    )
    found = understood("4. UKREPI\n\n" + "\n".join(rows))
    assert [(each.number, each.title) for each in found.priorities] == [("I", "MESTO"), ("II", "STAROST")]
    assert [(each.text, each.priority) for each in found.measures] == [("topla hiša v Kranju", "I"), ("klop", "II")]


@pytest.mark.parametrize(
    "titles",
    [
        ("Leto 2018", "Leto 2019"),
        ("3.1 Analiza stanja", "3.2 Ocena potreb"),
        ("4.1 Predvideni ukrepi:", "4.2 Ukrepi:"),
        ("Ali je to res?", "Kdo bo plačal?"),
    ],
)
def test_other_lines_above_measures_are_no_priorities(titles: tuple[str, str]) -> None:
    parts = [f"{title}\n\n{BLOCK.format(f'Hiša {n}')}" for n, title in enumerate(titles)]
    assert list(understood("4. NAČRT\n\n" + "\n\n".join(parts)).priorities) == []


# --- plans of a municipality ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("LOKALNI PROGRAM ZA PREPREČEVANJE ZASVOJENOSTI V OBČINI KRANJ 2018–2020", "plan"),
        ("AKCIJSKI NAČRT »STAROSTI PRIJAZNA OBČINA« 2019–2022", "plan"),
        ("LETNI PROGRAM KULTURE 2018", "other"),
    ],
)
def test_a_programme_of_a_municipality_is_a_plan_where_it_is_about_people(title: str, kind: str) -> None:
    text = "Sklop I: PREVOZ\n\n* Klop\n  odgovorna oseba: Komunala Kranj\n  do: konca 2020\n"
    found = understood(text, head=f"OBČINA KRANJ\n\n{title}\n\n")
    assert (found.kind, len(found.measures)) == (kind, int(kind == "plan"))


def test_what_will_come_by_itself_is_no_measure() -> None:
    text = "4. UKREPI\n\nDo leta 2030 se bo delež starejših podvojil. Občina Kranj ima podoben načrt."
    assert list(understood(text).measures) == []
