"""What a measure has as another one: ditto signs, "isti", "kot zgoraj", numbers and names of other measures."""

import pytest

import rinsearch
from rinsearch.compose.fields.periods import end_of
from rinsearch.records import Measure
from rinsearch.taxonomy.phrases import phrase

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)
COLUMNS = "Št. | Ukrep | Ciljna skupina | Nosilec | Rok\n"
FIRST = "1.1 | Topla hiša | starejši | Dom Sonce | 30. 6. 2018\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text)).measures


SIGNS = [
    "isti",
    "ista",
    "enako",
    "isto",
    "»",
    '"',
    "„",
    '- " -',
    "kot zgoraj",
    "enako kot zgoraj",
    "glej 1.1",
    "kot pri 1.1",
]


@pytest.mark.parametrize(
    "sign", [*SIGNS, "isti nosilec", "ista ustanova", "glej ukrep Topla hiša", "isti, le da pozimi"]
)
def test_who_is_the_one_of_the_measure_before(sign: str) -> None:
    found = measures(f"{COLUMNS}{FIRST}1.2 | Klop | mladi | {sign} | 2019\n")
    assert found[1].providers == ("Dom Sonce",)
    assert found[1].fields["provider"].quote == "Dom Sonce"


@pytest.mark.parametrize("sign", [*SIGNS, "iste osebe", "ista ciljna skupina", "kot 1.1, le da živijo sami"])
def test_for_whom_is_as_before(sign: str) -> None:
    found = measures(f"{COLUMNS}{FIRST}1.2 | Klop | {sign} | CSD Kranj | 2019\n")
    assert found[1].target_groups == ("starejsi",)


@pytest.mark.parametrize("sign", ["isti", "isti rok", "isto obdobje", "»", "kot zgoraj"])
def test_until_when_is_as_before(sign: str) -> None:
    found = measures(f"{COLUMNS}{FIRST}1.2 | Klop | mladi | CSD Kranj | {sign}\n")
    assert (found[1].deadline, str(found[1].until)) == ("30. 6. 2018", "2018-06-30")


def test_a_number_points_to_its_measure_and_not_to_the_one_before() -> None:
    found = measures(
        f"{COLUMNS}{FIRST}1.2 | Klop | mladi | CSD Kranj | 2019\n1.3 | Prevozi | kot 1.1 | kot pri ukrepu 1.1 | 2019\n"
    )
    assert (found[2].target_groups, found[2].providers) == (("starejsi",), ("Dom Sonce",))


def test_a_sign_that_points_to_nothing_is_no_name() -> None:
    found = measures(f"{COLUMNS}1.1 | Topla hiša | starejši | isti | 2018\n1.2 | Klop | mladi | CSD Kranj | 2019\n")
    assert (found[0].providers, found[1].providers) == ((), ("CSD Kranj",))


@pytest.mark.parametrize(
    "words", ["ista hiša v Kranju", "Istrabenz", "enakost spolov", "kot je dogovorjeno", "Društvo »Pot«"]
)
def test_other_words_are_no_ditto(words: str) -> None:
    assert not phrase("ditto").fullmatch(words)


HALVES = {
    "Z: 1. 3. 2018 D: 31. 12. 2020": "31. 12. 2020",
    "S: jesen 2018": "jesen 2018",
    "začetek: 2018; konec: junij 2020": "junij 2020",
    "K: 2020 (S: 2018)": "2020",
    "od 1. 3. 2018 do 31. 12. 2020": "od 1. 3. 2018 do 31. 12. 2020",
    "do 10. ure: 2018": "do 10. ure: 2018",
}


@pytest.mark.parametrize("words", HALVES)
def test_of_a_time_in_halves_the_end_is_taken(words: str) -> None:
    assert words[slice(*end_of(words, (0, len(words))))] == HALVES[words]


STATES = (
    "Št. | Program | Kdo | Rok | Stanje\n"
    "1 | Vrt | Zavod Njiva | 2015 | {}\n2 | Klop | CSD Kranj | 2016 | {}\n3 | Kuhinja | Karitas Bled | 2016 | {}\n"
)


def test_a_column_of_states_ahead_is_one_of_a_plan() -> None:
    found = measures(STATES.format("v pripravi", "ideja", "opuščeno 10/2014"))
    assert [each.text for each in found] == ["Vrt", "Klop"]


@pytest.mark.parametrize("states", [("izvedeno", "delno", "ni izvedeno"), ("v celoti", "zaključeno", "opuščeno")])
def test_a_column_of_states_that_were_reached_is_one_of_a_report(states: tuple[str, str, str]) -> None:
    assert measures(STATES.format(*states)) == ()


@pytest.mark.parametrize("cell", ["črtano 6. 4. 2017", "ukrep se ne izvede", "odpade", "umaknjeno na seji"])
def test_a_row_that_was_struck_is_no_measure(cell: str) -> None:
    found = measures(f"{COLUMNS}{FIRST}1.2 | Klop | mladi | CSD Kranj | {cell}\n1.3 | Vrt | mladi | CSD Bled | 2019\n")
    assert [each.number for each in found] == ["1.1", "1.3"]


def test_an_item_that_was_dropped_is_no_measure() -> None:
    found = measures(
        "- Topla hiša (CSD Kranj, do 2018)\n- Hiša za vse (Dom Bled, do 2018) – opuščeno na seji skupine\n"
    )
    assert [each.text for each in found] == ["Topla hiša"]


def test_the_same_unit_is_the_last_one_that_is_a_unit() -> None:
    rows = "1.2 | Vrt | mladi | Društvo Pot, enota Bled | 2018\n1.3 | Klop | mladi | CSD Kranj | 2018\n"
    found = measures(
        f"{COLUMNS}{FIRST}{rows}1.4 | Pot | mladi | ista enota | 2018\n1.5 | Most | mladi | isti nosilec | 2018\n"
    )
    assert [each.providers for each in found[3:]] == [("Društvo Pot, enota Bled",)] * 2
