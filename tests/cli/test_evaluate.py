"""The command evaluate, on annotated papers and on files of which the text is known."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ask, run
from tests.evaluate.samples import ACT, row, write_gold

pytestmark = pytest.mark.once

WRONG = row(decisions=[{**ACT, "status": "rejected"}])


def test_a_right_paper_has_figures_of_one(tmp_path: Path) -> None:
    answer = ask("evaluate", write_gold(tmp_path / "set", row()))
    assert answer["papers"] == 1
    assert {each["f1"] for each in answer["labels"]} == {1.0, None}
    assert answer["errors"] == []


def test_errors_are_printed_only_where_asked_for(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "set", WRONG)
    quiet, loud = run("evaluate", folder).stdout, run("evaluate", folder, "--errors", "--limit", "1").stdout
    assert "Občinski svet Občine Semič" not in quiet
    assert "zavrnjeno\tseznanjen\t1" in quiet
    assert loud.startswith(quiet)
    assert len(loud.splitlines()) == len(quiet.splitlines()) + 4, "an empty line, how many, headings, one error"


def test_a_wrong_annotation_ends_with_its_line(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "set", row(), row(file="2.txt", kind="nonsense"))
    error = ask("evaluate", folder, code=2)["error"]
    assert (error["code"], error["place"]) == ("usage", "gold.jsonl, line 2")
    assert "'kind'" in run("evaluate", folder).stderr


def test_a_paper_that_cannot_be_read_makes_the_exit_code_one(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "set", row(), row(file="2.pdf"))
    (folder / "2.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert ask("evaluate", folder, code=1)["unread"][0]["file"] == "2.pdf"


def test_two_words_name_the_command_that_measures_reading(tmp_path: Path) -> None:
    truth = {"file": "a.txt", "parts": [{"text": "Občina Semič vabi na sejo."}]}
    (tmp_path / "a.truth.json").write_text(json.dumps(truth), "utf-8")
    (tmp_path / "a.txt").write_text("Občina Semič vabi\nna sejo.\n", "utf-8")
    answer = ask("evaluate", "extraction", tmp_path)
    [form] = answer["forms"]
    assert (form["name"], form["words"], form["word_f1"], form["character_errors"]) == ("txt", 5, 1.0, 0.0)
    assert "a.txt\t1\t1.000" in run("evaluate", "extraction", tmp_path).stdout
    assert "Usage: rinsearch evaluate extraction" in run("evaluate", "extraction", "--help").stdout


def test_judged_queries_have_figures(tmp_path: Path, index: Path) -> None:
    judged = tmp_path / "queries.toml"
    judged.write_text('[[query]]\ntext = "letališče"\nkind = "empty"\nrelevant = []\n', "utf-8")
    answer = ask("evaluate search", judged, "--index", index)
    assert [(each["name"], each["exact"]) for each in answer["kinds"]] == [("empty", 1.0)]
    judged.write_text('[[query]]\ntext = "Semič"\nkind = "empty"\nrelevant = []\n', "utf-8")
    printed = run("evaluate", "search", judged, "--errors", "--index", index)
    assert printed.returncode == 0
    assert "Ne povsem prav" in printed.stdout
