"""Measures that several sentences tell: what is done, and behind it who does it until when; what was refused."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
CHAPTER = "3. KAJ BOMO NAREDILI\n\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + CHAPTER + text)).measures


@pytest.mark.parametrize(
    "second",
    [
        "Za izvedbo odgovarja CSD Kranj, odprto naj bi bilo do 15. novembra 2018.",
        "Nosilec bo CSD Kranj, začetek novembra 2018.",
        "Poskrbi zanj CSD Kranj, predvidoma do novembra 2018.",
        "Izvajalec je CSD Kranj, rok november 2018.",
    ],
)
def test_a_sentence_about_who_and_when_belongs_to_the_one_before_it(second: str) -> None:
    (found,) = measures(f"V Kranju bomo odprli prenočišče za ljudi, ki spijo na cesti. {second}\n")
    assert found.text.startswith("V Kranju bomo odprli prenočišče")
    assert found.providers == ("CSD Kranj",)
    assert found.until
    assert (found.until.year, found.until.month) == (2018, 11)


def test_a_name_before_a_colon_is_told_with_the_sentence_behind_it() -> None:
    (found,) = measures("Drugi korak je program Ključ v roki: CSD Kranj bo do konca leta 2018 iskal stanovanja.\n")
    assert "Ključ v roki" in found.text
    assert found.providers == ("CSD Kranj",)


def test_how_long_it_lasts_says_more_than_how_often_it_is_held() -> None:
    (found,) = measures("CSD Kranj bo enkrat na teden vodil skupino. Delovala bo ves čas veljavnosti načrta.\n")
    assert found.deadline == "ves čas veljavnosti načrta"


def test_how_often_it_is_held_counts_where_nothing_else_is_told() -> None:
    (found,) = measures("CSD Kranj bo enkrat na teden vodil skupino za starše.\n")
    assert found.deadline == "enkrat na teden"


@pytest.mark.parametrize(
    ("inside", "provider", "amount"),
    [
        ("naloga Komunale Kranj, rok: do konca leta 2018, vrednost 22.000 EUR", "Komunale Kranj", 22000.0),
        ("v izvedbi Rdečega križa Kranj, rok: do konca leta 2018", "Rdečega križa Kranj", None),
        ("izvaja CSD Kranj, rok: do konca leta 2018, znesek okoli 5.000 EUR", "CSD Kranj", 5000.0),
    ],
)
def test_brackets_tell_who_until_when_and_how_much(inside: str, provider: str, amount: float | None) -> None:
    (found,) = measures(f"Sodelovali bomo pri nalogi:\na) prilagoditev pločnikov ljudem na vozičku ({inside});\n")
    assert (found.providers, found.deadline, found.amount) == ((provider,), "do konca leta 2018", amount)


@pytest.mark.parametrize(
    "lead",
    [
        "Pripombe iz javne razprave (nič od tega ni sprejeto med ukrepe):",
        "Pobude, ki niso postale ukrepi:",
        "Predlogi iz razprave, ki jih skupina ni uvrstila med ukrepe:",
        "Nismo uvrstili teh zamisli za ukrepe:",
    ],
)
def test_a_list_of_what_was_not_taken_up_holds_no_measures(lead: str) -> None:
    assert not measures(f"{lead}\n- nadomestilo za prevoz;\n- dnevni center za brezdomce.\n")


@pytest.mark.parametrize(
    ("sentence", "provider"),
    [
        ("Za slepe bo medobčinsko društvo v letu 2019 pripravilo tečaj gibanja.", "medobčinsko društvo"),
        ("V Žireh bo krajevna knjižnica do 1. marca 2019 začela razvažati knjige.", "krajevna knjižnica"),
        ("Društvo Vrtnica iz Kranja začne leta 2018 z večeri za ozdravljene alkoholike.", "Društvo Vrtnica iz Kranja"),
    ],
)
def test_who_does_it_may_have_no_name_or_stand_far_from_the_verb(sentence: str, provider: str) -> None:
    (found,) = measures(f"{sentence}\n")
    assert found.providers == (provider,)


def test_what_is_counted_ends_before_the_next_measure() -> None:
    first = "Prva naloga je Hiša na pol poti, kamor se bodo umaknili mladi; vodil jo bo CSD Kranj do leta 2018. "
    second = "Z njo je povezan mobilni kombi, ki bo ustavil v vaseh (Zavod Znanje, 1. 6. 2018). "
    third = "Letovanje na morju bo vsako leto organiziral Rdeči križ."
    found = measures(f"{first}{second}{third}\n")
    assert [each.text.split(",")[0] for each in found] == [
        "Hiša na pol poti",
        "Z njo je povezan mobilni kombi",
        "Letovanje na morju bo vsako leto organiziral Rdeči križ",
    ]


def test_a_title_with_the_name_of_the_plan_is_no_measure() -> None:
    head = "RIN GORENJSKA 2017–2020 – kdo bo kaj delal (povzetek, 3. 2. 2022)"
    assert not rinsearch.analyse(rinsearch.Text(f"UKREPI\n\n{head}\n")).measures
