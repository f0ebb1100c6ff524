"""The council tables of the sample corpus, row by row, as the authors of the papers expect them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rinsearch import Library
from rinsearch.records import CouncilRow

ROOT = Path(__file__).parents[1]
EXPECTED = json.loads((ROOT / "tests/gold/councils.json").read_text("utf-8"))
Row = Mapping[str, Any]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("tables")) as opened:
        opened.ingest(ROOT / "corpus")
        yield opened


def unread(library: Library) -> set[str]:
    """Files that this machine could not read (scans without tesseract, formats without a reader)."""
    statistics = library.stats()
    return {name.partition("!")[0].partition("/")[2] for name in (*statistics.failed, *statistics.incomplete)}


def allowed(expected: Row, key: str) -> list[Any]:
    return [expected[key], *(expected.get(f"{key}_also_ok") or ())]


def differences(row: CouncilRow, expected: Row) -> list[str]:
    found = {
        "standing": row.standing.value if row.standing else None,
        "basis": row.basis.value if row.basis else None,
        "date": row.date.isoformat() if row.date else None,
        "took_note": row.took_note,
    }
    wrong = [
        f"{key}: {value!r}, not {expected[key]!r}"
        for key, value in found.items()
        if value not in allowed(expected, key)
    ]
    if row.conflict != expected.get("conflict", False):
        wrong.append(f"conflict: {row.conflict}")
    return wrong


@pytest.mark.parametrize("plan", sorted(EXPECTED))
def test_every_row_is_what_the_papers_say(library: Library, plan: str) -> None:
    missing = unread(library)
    table = {row.municipality.name: row for row in library.councils(plan).councils}
    assert set(table) == set(EXPECTED[plan])
    compared = {
        name: row for name, row in EXPECTED[plan].items() if (row["file"] or "").partition("!")[0] not in missing
    }
    assert len(compared) >= 0.6 * len(table), "too few papers could be read to compare"
    wrong = {name: found for name, row in compared.items() if (found := differences(table[name], row))}
    assert not wrong, wrong


def test_no_row_takes_note_without_a_paper_that_shows_it(library: Library) -> None:
    for plan, expected in EXPECTED.items():
        took = {row.municipality.name for row in library.councils(plan).councils if row.took_note}
        assert took <= {name for name, row in expected.items() if row["took_note"]}


def test_every_quote_of_the_index_stands_where_it_says(library: Library) -> None:
    result = library.verify()
    assert result.evidence > 500
    assert result.wrong == ()
