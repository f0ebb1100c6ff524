"""The demonstration shows an answer to each of the three questions."""

from pathlib import Path

import pytest

import rinsearch
from rinsearch.cli.printing import exit_code
from rinsearch.errors import UsageError
from rinsearch.library import demonstrating
from tests.cli.running import ask, run

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> rinsearch.Demo:
    return rinsearch.demo(index=str(tmp_path_factory.mktemp("demo") / "index"))


def test_it_answers_the_three_questions_each_with_its_place(found: rinsearch.Demo) -> None:
    assert found.councils.total == 21
    assert all(row.decisions[0].evidence.quote for row in found.councils.councils if row.standing)
    assert found.measures
    assert all(each.evidence.quote for each in found.measures)
    assert found.search.total
    assert all(hit.highlights and hit.document.source for hit in found.search.hits)


def test_formats_that_are_not_read_yet_do_not_fail_it(found: rinsearch.Demo) -> None:
    assert exit_code(found) == 0


def test_the_command_prints_what_to_try_next(tmp_path: Path) -> None:
    shown = run("demo", cwd=tmp_path)
    assert shown.returncode == 0
    assert "rinsearch ingest YOUR-FOLDER" in shown.stdout
    assert (tmp_path / "indexes" / "demo" / "index.json").exists()
    assert set(ask("demo", cwd=tmp_path)) == {"schema", "ingest", "councils", "measures", "search"}


def test_without_samples_it_says_where_it_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstrating, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="clone of the repository"):
        rinsearch.demo()
