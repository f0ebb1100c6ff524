"""Figures with intervals, by kind of paper, and the errors with the words of the paper."""

from pathlib import Path

import pytest

from rinsearch import evaluate_gold
from rinsearch.answers import as_json
from rinsearch.errors import UsageError
from rinsearch.evaluate import gold_report
from rinsearch.evaluate.intervals import RESAMPLES, interval
from rinsearch.evaluate.scores import Counts, precision, recall
from tests.evaluate.samples import ACT, AGENDA, minutes, row, write_gold
from tests.papers import MINUTES

WRONG = row(decisions=[{**ACT, "status": "rejected"}, AGENDA], municipalities=["Semič", "Metlika"])


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    papers: list[Counts] = [(3, 1, 0), (2, 0, 2), (0, 1, 1), (5, 0, 0), (1, 0, 1)]
    found = interval(papers, precision)
    assert found is not None
    low, high = found
    assert low < 11 / 13 < high
    assert found == interval(papers, precision)
    assert high == 1.0


def test_an_interval_is_narrower_over_more_papers() -> None:
    few: list[Counts] = [(1, 0, 0), (0, 1, 0), (1, 1, 0)]
    some, many = interval(few, precision), interval(few * 20, precision)
    assert some is not None
    assert many is not None
    assert many[1] - many[0] < some[1] - some[0]


def test_without_a_figure_there_is_no_interval() -> None:
    assert interval([(0, 0, 3)], precision) is None
    assert interval([(0, 0, 3)], recall) == (0.0, 0.0)


def test_what_is_found_once_in_many_papers_may_be_missing_from_a_drawing() -> None:
    assert interval([(1, 0, 0), *[(0, 0, 0)] * 9], precision) == (1.0, 1.0)
    assert RESAMPLES >= 1000


def test_errors_are_listed_with_their_words_where_asked_for() -> None:
    quiet = gold_report("gold", [(WRONG, minutes())])
    assert (quiet.errors, quiet.errors_total) == ((), 5)
    errors = {(each.label, each.error): each for each in gold_report("gold", [(WRONG, minutes())], errors=9).errors}
    assert errors["municipality", "missed"].value == "Metlika"
    assert errors["municipality", "missed"].text is None
    wrong = errors["decision", "wrong"]
    assert (wrong.file, wrong.value) == ("zapisnik.txt", "Semič, rin-sv/jugovzhodna/2017-2020, acknowledged")
    assert wrong.text
    assert wrong.text in " ".join(MINUTES.split())
    assert len(gold_report("gold", [(WRONG, minutes())], errors=2).errors) == 2


def test_kinds_have_figures_of_their_own() -> None:
    pairs = [(row(), minutes()), (row(kind="memo", kind_also_ok="minutes"), minutes()), (WRONG, minutes())]
    found = {each.kind: each for each in gold_report("gold", pairs).kinds}
    assert {kind: each.papers for kind, each in found.items()} == {"memo": 1, "minutes": 2}
    recalls = {kind: {f.label: f.recall for f in each.labels}["municipality"] for kind, each in found.items()}
    assert recalls == {"memo": 1.0, "minutes": 0.6667}
    assert "measure" not in {figures.label for figures in found["memo"].labels}, "what does not occur is left out"


def test_a_folder_is_measured_and_the_answer_is_one_object(tmp_path: Path) -> None:
    answer = as_json(evaluate_gold(write_gold(tmp_path / "set", row()), errors=True))
    assert next(iter(answer.items())) == ("schema", 1)
    assert (answer["gold"], answer["papers"], answer["unread"]) == ("set", 1, [])
    decision = next(each for each in answer["labels"] if each["label"] == "decision")
    assert (decision["precision"], decision["recall_interval"]) == (1.0, [1.0, 1.0])
    vote = next(each for each in answer["labels"] if each["label"] == "measure")
    assert (vote["precision"], vote["f1_interval"]) == (None, None)
    assert str(tmp_path) not in str(answer), "no path of this machine is shown"


def test_papers_may_lie_elsewhere(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "set", row())
    (tmp_path / "papers").mkdir()
    (folder / "zapisnik.txt").rename(tmp_path / "papers" / "zapisnik.txt")
    with pytest.raises(UsageError, match="is not there") as caught:
        evaluate_gold(folder)
    assert caught.value.place == "gold.jsonl, line 1"
    assert evaluate_gold(folder / "gold.jsonl", papers=tmp_path / "papers").papers == 1
    (tmp_path / "papers").rename(folder / "texts")
    assert evaluate_gold(folder).papers == 1


def test_a_paper_that_cannot_be_read_is_named_and_in_no_figure(tmp_path: Path) -> None:
    folder = write_gold(tmp_path, row(), row(file="2.pdf"))
    (folder / "2.pdf").write_bytes(b"%PDF-1.4 nothing")
    found = evaluate_gold(folder)
    assert found.papers == 1
    assert [(each.file, each.error.code) for each in found.unread] == [("2.pdf", "damaged")]


def test_what_is_no_gold_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotations"):
        evaluate_gold(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        evaluate_gold(write_gold(tmp_path, row()), papers=tmp_path / "nothing")
    with pytest.raises(UsageError, match="limit"):
        evaluate_gold(tmp_path, limit=0)
    for wrong in ({"gold": 5}, {"gold": "x", "papers": 5}, {"gold": "x", "errors": "yes"}, {"gold": "x", "limit": "5"}):
        with pytest.raises(UsageError):
            evaluate_gold(**wrong)


def test_only_the_annotated_papers_are_read(tmp_path: Path) -> None:
    folder = write_gold(tmp_path, row())
    (folder / "2.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert not evaluate_gold(folder).unread
