"""The council tables of the sample corpus, row by row, as the authors of the papers expect them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rinsearch import Library
from rinsearch.codec import to_json
from rinsearch.records import CitedDecision, CouncilRow

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[1]
EXPECTED = json.loads((ROOT / "tests/gold/councils.json").read_text("utf-8"))
Row = Mapping[str, Any]
JV, KOROSKA = "rin-sv/jugovzhodna/2017-2020", "rin-sv/koroska/2017-2020"
ZASAVJE, COAST = "rin-sv/zasavska/{}", "rin-sv/obalno-kraska/{}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("tables")) as opened:
        opened.ingest(ROOT / "corpus")
        yield opened


def unread(library: Library) -> set[str]:
    """Files that this machine could not read (scans without tesseract, formats without a reader)."""
    statistics = library.stats()
    return {name.partition("!")[0].partition("/")[2] for name in (*statistics.failed, *statistics.incomplete)}


def told(row: CouncilRow) -> Row:
    """All that a row says, in the form of the expectations."""
    shown: Row = to_json(row)
    evidence, others = _best(row)
    word = shown["correction"]
    return {
        **{
            key: shown[key] for key in ("standing", "took_note", "basis", "date", "first_date", "conflict", "documents")
        },
        "session": evidence and to_json(evidence)["session"],
        "vote": evidence and to_json(evidence)["vote"],
        "case_number": shown["case_number"],
        "file": evidence and _file(evidence),
        "page": evidence and evidence.evidence.page,
        "quote": evidence and evidence.evidence.quote,
        "others": [_other(each) for each in others],
        "correction": word and {key: word[key] for key in ("standing", "by", "on", "found")},
    }


def _best(row: CouncilRow) -> tuple[CitedDecision | None, tuple[CitedDecision, ...]]:
    """The decision that gives a row, and the rest; where a person gave it, none does."""
    if row.basis == "corrected" or not row.decisions:
        return None, row.decisions
    return row.decisions[0], row.decisions[1:]


def _file(decision: CitedDecision) -> str:
    return decision.document.source.partition("/")[2]


def _other(decision: CitedDecision) -> list[Any]:
    status = "revoked" if decision.revokes else str(decision.status)
    return [status, decision.reported, _file(decision), decision.evidence.page]


def files(expected: Row) -> set[str]:
    """The files that a row needs, archives for their members."""
    named = [expected["file"], *(file for _, _, file, _ in expected["others"])]
    return {name.partition("!")[0] for name in named if name}


@pytest.mark.parametrize("plan", sorted(EXPECTED))
def test_every_row_says_what_the_papers_say(library: Library, plan: str) -> None:
    missing = unread(library)
    table = {row.municipality.name: told(row) for row in library.councils(plan).councils}
    assert list(table) == list(EXPECTED[plan])
    compared = {name: row for name, row in EXPECTED[plan].items() if files(row).isdisjoint(missing)}
    assert len(compared) >= 0.6 * len(table), "too few papers could be read to compare"
    wrong = {
        name: {key: (value, row[key]) for key, value in table[name].items() if value != row[key]}
        for name, row in compared.items()
    }
    assert not {name: found for name, found in wrong.items() if found}


def test_every_plan_of_the_corpus_has_its_rows_written_down(library: Library) -> None:
    assert {plan.id for plan in library.plans()} == set(EXPECTED)


def test_no_row_takes_note_without_a_paper_or_a_person_that_says_so(library: Library) -> None:
    for plan, expected in EXPECTED.items():
        took = {row.municipality.name for row in library.councils(plan).councils if row.took_note}
        assert took <= {name for name, row in expected.items() if row["took_note"]}


def test_every_quote_of_the_index_stands_where_it_says(library: Library) -> None:
    result = library.verify()
    assert result.evidence > 500
    assert result.wrong == ()


# --- what the tables of the sample corpus are there to show -----------------------------------------------------------


def row_of(library: Library, plan: str, name: str) -> CouncilRow:
    return next(row for row in library.councils(plan).councils if row.municipality.name == name)


def statuses(row: CouncilRow) -> list[str]:
    return [("reported " if each.reported else "") + _other(each)[0] for each in row.decisions]


def test_papers_of_one_session_contradict_each_other(library: Library) -> None:
    row = row_of(library, JV, "Ribnica")
    assert (row.standing, row.conflict) == ("acknowledged", True)
    assert statuses(row)[:2] == ["acknowledged", "withdrawn"]


def test_a_reported_acknowledgement_stands_above_an_own_postponement(library: Library) -> None:
    row = row_of(library, KOROSKA, "Mežica")
    assert (row.standing, row.basis, row.conflict) == ("acknowledged", "reported", False)
    assert statuses(row)[:2] == ["reported acknowledged", "postponed"]


def test_a_revoked_acknowledgement_takes_no_note(library: Library) -> None:
    row = row_of(library, JV, "Metlika")
    assert (statuses(row)[:2], row.took_note) == (["revoked", "acknowledged"], False)


def test_an_item_that_is_withdrawn_because_it_was_acknowledged_stays_acknowledged(library: Library) -> None:
    row = row_of(library, KOROSKA, "Prevalje")
    assert (row.standing, row.took_note, row.conflict) == ("acknowledged", True, False)
    assert statuses(row)[:2] == ["acknowledged", "withdrawn"]


def test_a_person_corrects_one_row_and_confirms_another(library: Library) -> None:
    corrected, confirmed = row_of(library, JV, "Kostel"), row_of(library, JV, "Šentrupert")
    assert (corrected.basis, corrected.standing, statuses(corrected)[0]) == ("corrected", "acknowledged", "requested")
    assert (confirmed.basis, confirmed.standing) == ("own", "postponed")
    for row in (corrected, confirmed):
        assert row.correction is not None
        assert "VZOREC" in row.correction.reason


@pytest.mark.parametrize(("plan", "name"), [(ZASAVJE, "Litija"), (COAST, "Ankaran")])
def test_a_municipality_is_a_row_only_of_plans_of_its_time_there(library: Library, plan: str, name: str) -> None:
    before, after = (
        {row.municipality.name for row in library.councils(plan.format(period)).councils}
        for period in ("2014-2016", "2017-2020")
    )
    assert after - before == {name}
    assert before < after


def test_a_row_without_a_paper_is_empty(library: Library) -> None:
    row = row_of(library, ZASAVJE.format("2017-2020"), "Hrastnik")
    assert (row.standing, row.basis, row.date, row.case_number, row.decisions) == (None, None, None, None, ())


def test_the_number_of_a_resolution_goes_before_that_of_its_list(library: Library) -> None:
    row = row_of(library, KOROSKA, "Prevalje")
    assert row.case_number == "122-0017/2017-3"
