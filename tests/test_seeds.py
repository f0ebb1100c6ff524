"""Two real papers, a memo and a letter: what must be read from them. They are not in the repository."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Analysis

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PLAN = "rin-sv/jugovzhodna/2017-2020"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside the repository")


@pytest.fixture(scope="module")
def memo() -> Analysis:
    return rinsearch.analyse(next(SEEDS.glob("000_*.txt")))


@pytest.fixture(scope="module")
def letter() -> Analysis:
    return rinsearch.analyse(next(SEEDS.glob("001_*.txt")))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rinsearch.Library]:
    with rinsearch.Library(tmp_path_factory.mktemp("seeds")) as opened:
        opened.ingest(*SEEDS.glob("*.txt"))
        yield opened


def test_the_memo_s_head(memo: Analysis) -> None:
    assert memo.kind == "memo"
    assert memo.issuer is not None
    assert memo.issuer.name == "Semič"
    assert memo.case_numbers == ("122-08/2013-5",)
    assert [each.id for each in memo.plans] == [PLAN]


def test_the_memo_holds_exactly_one_decision_about_the_plan_and_it_is_proposed(memo: Analysis) -> None:
    (decision,) = [each for each in memo.decisions if each.plan]
    assert decision.municipality is not None
    assert (decision.municipality.name, decision.plan, decision.status) == ("Semič", PLAN, "proposed")
    assert decision.evidence.quote.startswith("Občinski svet Občine Semič se je seznanil")


def test_the_memo_s_three_priorities_with_their_groups(memo: Analysis) -> None:
    assert [set(each.target_groups) for each in memo.priorities] == [
        {
            "zasvojenost",
            "mladi",
            "druzine",
            "dusevno-zdravje",
            "zrtve-nasilja",
            "povzrocitelji-nasilja",
            "otroci",
            "zrtve-travm",
        },
        {"ranljive-skupine", "starejsi", "invalidi"},
        {"romi"},
    ]


def test_the_memo_s_three_goals(memo: Analysis) -> None:
    assert [each.number for each in memo.goals] == ["1", "2", "3"]


@pytest.mark.parametrize("groups", [{"starejsi", "invalidi"}, {"ranljive-skupine"}, {"romi"}])
def test_the_memo_s_measures(memo: Analysis, groups: set[str]) -> None:
    assert groups in [set(each.target_groups) for each in memo.measures]


def test_the_housing_capacities_are_for_older_people_and_people_with_disabilities(memo: Analysis) -> None:
    (housing,) = [each for each in memo.measures if "kapacitete" in each.text]
    assert set(housing.target_groups) == {"starejsi", "invalidi"}


def test_the_letter_requests_and_its_addressees_are_the_region(letter: Analysis) -> None:
    assert letter.kind == "letter"
    assert letter.issuer is None
    (decision,) = letter.decisions
    assert (decision.status, decision.municipality, len(decision.addressees)) == ("requested", None, 21)


def test_the_word_with_cyrillic_letters_is_repaired_and_noticed(letter: Analysis, library: rinsearch.Library) -> None:
    assert [(each.code, each.count) for each in letter.warnings] == [("mixed-script", 1)]
    assert letter.id in {hit.document.id for hit in library.search("sovpada", copies=True).hits}


def test_the_council_table(library: rinsearch.Library) -> None:
    table = library.councils()
    assert (table.total, table.took_note) == (21, 0)
    assert table.standings == {"requested": 20, "proposed": 1}
    assert [row.municipality.name for row in table.councils if row.standing == "proposed"] == ["Semič"]


def test_typing_without_carons_finds_the_memo_and_highlights_the_words(
    library: rinsearch.Library, memo: Analysis
) -> None:
    hits = library.search("dusevno zdravje").hits
    (hit,) = [each for each in hits if each.document.id == memo.id]
    assert [hit.passage.text[start:end] for start, end in hit.highlights] == ["duševnem", "zdravju"]
