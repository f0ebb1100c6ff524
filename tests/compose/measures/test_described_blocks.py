"""Measures whose label or number stands alone or has a description below, before the lines that say who and when."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA ZA POSAVJE 2017-2020\n\n"
NAMES = ["Avtobusna druščina", "Dežurna pestunja", "Topli prag"]
PROVIDERS = ["Zavod Rimski most", "Občina Krško", "Rdeči križ Brežice"]
TIMES = ["od 3. 9. 2018 vsak dan", "do 31. 12. 2019", "2018 priprava, 2019 odprtje"]
TOLD = "Prostovoljci pridejo na dom vsak teden."


def found(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text)).measures


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(each.text, each.providers[0] if each.providers else "", each.deadline) for each in found(text)]


def expected() -> list[tuple[str, str, str | None]]:
    return list(zip(NAMES, PROVIDERS, TIMES, strict=True))


def cards(first: str, who: str, when: str) -> str:
    threes = zip(NAMES, PROVIDERS, TIMES, strict=True)
    return "\n".join(
        f"{first.format(number=number, name=name)}\n    {who}: {provider}\n    {when}: {time}\n"
        for number, (name, provider, time) in enumerate(threes, 1)
    )


@pytest.mark.parametrize(
    "first",
    [
        "1.{number} Posebni ukrep\n    {name}",
        "1.{number}. Ukrep\n    {name}",
        "{number}. Predlagani ukrep:\n    {name}",
        "4.{number} NALOGA\n    {name}",
        "2.{number} Nova dejavnost\n    {name}",
        "{number}) Skupni projekt\n    {name}",
    ],
)
@pytest.mark.parametrize(("who", "when"), [("Nosilec", "Rok"), ("Izvajalec", "Izvršitev"), ("Kdo", "Udejanjenje")])
def test_a_number_with_the_word_measure_alone_stands_above_its_name(first: str, who: str, when: str) -> None:
    assert told(f"2 UKREPI\n\n{cards(first, who, when)}") == expected()


@pytest.mark.parametrize("first", ["Ukrep: {name}", "Naziv ukrepa: {name}", "{number}. Projekt: {name}"])
@pytest.mark.parametrize("described", [TOLD, f"{TOLD}\n    Obisk ni plačan.", "Za vse, ki živijo sami."])
@pytest.mark.parametrize(("who", "when"), [("Odgovorna", "Rok za izvedbo"), ("Nosilec", "Kdaj")])
def test_a_named_measure_may_be_described_before_its_labels(first: str, described: str, who: str, when: str) -> None:
    text = cards(first + "\n    " + described, who, when)
    assert told(f"II. UKREPI V LETIH 2018 IN 2019\n\n{text}") == expected()


@pytest.mark.parametrize("first", ["3.{number} Program\n    {name}", "1.{number} Spremljanje\n    {name}"])
def test_other_words_below_a_number_name_no_measure(first: str) -> None:
    assert all(measure.text in (*NAMES, TOLD) for measure in found(cards(first, "Nosilec", "Rok")))


@pytest.mark.parametrize("below", [TOLD, "Skupina se je sestala dvakrat.\n\nNačrt je bil potrjen."])
def test_the_word_alone_above_running_text_is_no_measure(below: str) -> None:
    assert found(f"1 UVOD\n\n3.1 Naloga\n\n{below}\n") == ()


@pytest.mark.parametrize("label", ["Datum obiska", "Štetje", "Odprto"])
def test_a_line_with_another_label_ends_the_value_above_it(label: str) -> None:
    text = cards("Ukrep: {name}", "Nosilec", "Rok").replace("\n    Rok:", f"\n    {label}: 4. 5. 2017\n    Rok:")
    assert told(f"2 UKREPI\n\n{text}") == expected()
