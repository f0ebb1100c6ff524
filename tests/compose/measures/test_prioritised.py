"""Items that name the code of their priority, below names of those who do them; and reports on what goes on."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = (
    "AKCIJSKI NAČRT 2019\nk Regijskemu izvedbenemu načrtu na področju socialnega varstva za Gorenjsko 2017-2020\n\n"
    "{legend}\n\n"
)
LEGEND = "Vse izhaja iz treh prednostnih usmeritev načrta: (P1) dostojna starost, (P2) mladi na robu, (P3) sosedje."
BODIES = ["CENTER ZA SOCIALNO DELO KRANJ", "DOM NAKLO", "DRUŠTVO UPOKOJENCEV BLED", "ŽAREK – DNEVNI CENTER ZA MLADE"]
ITEMS = [
    ["Pisarna na kolesih (P1): vsak torek v drugi vasi.", "Rejniški klub (P2) – srečanja za rejnike, trikrat v letu."],
    ["Odprta miza (P1): kosilo za upokojence.", "Nočni počitek (P1), štiri postelje, od 1. oktobra 2019."],
    ["Klepetalnica ob čaju (P3)."],
    ["Popoldanska delavnica (P2), do 30. 11. 2019.", "Tabor brez ekranov (P2), 5.–12. 8. 2019"],
]


def plan(mark: str = "•", form: str = "{name} ({code})", legend: str = LEGEND) -> tuple[Measure, ...]:
    text = HEAD.format(legend=legend)
    for body, items in zip(BODIES, ITEMS, strict=True):
        text += body + "\n\n" + "\n".join(f"{mark} {coded(each, form)}" for each in items) + "\n\n"
    return rinsearch.analyse(rinsearch.Text(text)).measures


def coded(item: str, form: str) -> str:
    name, _, rest = item.partition(" (")
    code, _, behind = rest.partition(")")
    return form.format(name=name, code=code) + behind


@pytest.mark.parametrize("mark", ["•", "-", "–", "*"])
@pytest.mark.parametrize("form", ["{name} ({code})", "{name} [{code}]"])
def test_an_item_with_the_code_of_a_priority_is_a_measure(mark: str, form: str) -> None:
    found = plan(mark, form)
    assert [each.text for each in found] == [item.partition(" (")[0] for items in ITEMS for item in items]
    assert [each.priority for each in found] == ["P1", "P2", "P1", "P1", "P3", "P2", "P2"]


def test_those_who_do_it_stand_above_and_an_unknown_name_among_names_is_one() -> None:
    named = [body for body, items in zip(BODIES, ITEMS, strict=True) for _ in items]
    assert [each.providers for each in plan()] == [(name,) for name in named]


def test_times_are_told_behind_the_code() -> None:
    times = ["vsak torek", "trikrat v letu", None, "od 1. oktobra 2019", None, "30. 11. 2019", "5.–12. 8. 2019"]
    assert [each.deadline for each in plan()] == times


def test_without_a_legend_codes_tell_nothing() -> None:
    assert all(each.evidence.rule != "measure.prioritised" for each in plan(legend="Seznam je kratek."))


@pytest.mark.parametrize("below", ["Začetek: februar 2019.", "Rok: februar 2019"])
def test_a_labelled_line_below_an_item_belongs_to_it(below: str) -> None:
    text = HEAD.format(legend=LEGEND) + "\n\n".join(
        f"{body}\n\n" + "\n".join(f"• {item}\n  {below}" for item in items)
        for body, items in zip(BODIES, ITEMS, strict=True)
    )
    found = rinsearch.analyse(rinsearch.Text(text)).measures
    assert [each.deadline for each in found[:2]] == ["februar 2019"] * 2
    assert [each.providers for each in found[:2]] == [(BODIES[0],)] * 2


REPORT = (
    "Poročilo o izvajanju regijskega izvedbenega načrta 2017–2020 (Gorenjska) za leto 2018\n\n"
    "I. Kaj je bilo v letu 2018\n\n1. Klop je postavljena. Nosilec: Občina Bled.\n\n"
    "II. UKREPI V LETU 2019\n\n"
    "II.1 {area}: Zmanjšati osamljenost\n\nUkrep: Rikša\n   Nosilec: Občina Bled\n   Rok: poletje 2019\n\n"
    "II.2 {area}: Dolgovi pod streho\n\nUkrep: Pisarna\n   Nosilec: CSD Kranj\n   Rok: maj 2019\n\n"
    "III. {goes_on}\n\nTi ukrepi tečejo tudi v letu 2019:\n"
    "- varna hiša (Dom Sonce; jesen 2019),\n- klub staršev (Karitas Kranj; marec 2019).\n\n"
    "IV. STATISTIKA\n\nObravnav je bilo 12.\n"
)
AREAS = ["Prednostno področje", "Prednostna naloga", "Prioriteta"]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(
    "goes_on", ["UKREPI, KI SE PRENAŠAJO", "NALOGE SE NADALJUJEJO", "Dejavnosti, prenesene naprej"]
)
def test_a_report_has_the_priorities_of_what_is_to_come(area: str, goes_on: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(REPORT.format(area=area, goes_on=goes_on)))
    assert [each.title for each in found.priorities] == ["Zmanjšati osamljenost", "Dolgovi pod streho"]
    assert [each.text for each in found.measures] == ["Rikša", "Pisarna", "varna hiša", "klub staršev"]
    assert [each.priority for each in found.measures] == ["1", "2", None, None]


@pytest.mark.parametrize("area", AREAS)
def test_the_priorities_of_what_a_report_tells_of_are_not_its_own(area: str) -> None:
    past = REPORT.format(area=area, goes_on="STANJE").replace("UKREPI V LETU 2019", "UKREPI V LETU 2018")
    assert rinsearch.analyse(rinsearch.Text(past)).priorities == ()


@pytest.mark.parametrize(
    "words", ["ni mogoče določiti", "rok določi izvajalec", "ni dogovorjen", "še se določi", "bo določen naknadno"]
)
def test_what_is_not_known_yet_is_no_time(words: str) -> None:
    text = HEAD.format(legend=LEGEND) + f"Ukrep 1: Rikša\nNosilec: Občina Bled\nRok: {words}\n"
    assert [each.deadline for each in rinsearch.analyse(rinsearch.Text(text)).measures] == [None]


def test_who_and_when_stand_in_brackets_before_the_code_and_a_legend_has_no_lead() -> None:
    text = (
        "REGIJSKI IZVEDBENI NAČRT 2017–2020\n\nLETO 2018\n– Poziv za centre (Občina Bled) [P1]\n"
        "– Zemljevid za osebe z demenco (ZD Bled, CSD Kranj) [P2]\nLETO 2019\n– Klub (Društvo Pot, do 30. 6.) [P1]\n\n"
        "P1 – Brezdomstvo, P2 – Starost\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text))
    assert [(each.text, each.providers, each.deadline, each.priority) for each in found.measures] == [
        ("Poziv za centre", ("Občina Bled",), "LETO 2018", "P1"),
        ("Zemljevid za osebe z demenco", ("ZD Bled", "CSD Kranj"), "LETO 2018", "P2"),
        ("Klub", ("Društvo Pot",), "30. 6.", "P1"),
    ]
    assert [each.title for each in found.priorities] == ["Brezdomstvo", "Starost"]
