"""What counts as right, wrong and missed, label by label."""

from typing import Any

import pytest

from rinsearch.evaluate import LABELS, Score, evaluate
from rinsearch.evaluate.confusion import Confusion, confusion
from rinsearch.evaluate.quotes import overlap
from tests.evaluate.samples import ACT, AGENDA, JV, minutes, row

PROPOSED = {**ACT, "status": "proposed", "status_also_ok": ["acknowledged"]}
KORO = {"region": "koroška", "period": "2017-2020"}


def scores(**changed: Any) -> dict[str, Score]:
    return {score.label: score for score in evaluate([(row(**changed), minutes())])}


def counts(label: str, **changed: Any) -> tuple[int, int, int]:
    score = scores(**changed)[label]
    return score.right, score.wrong, score.missed


@pytest.mark.parametrize("label", LABELS)
def test_a_paper_that_is_understood_as_annotated_has_no_error(label: str) -> None:
    assert counts(label)[1:] == (0, 0)


@pytest.mark.parametrize(
    ("label", "changed", "expected"),
    [
        ("kind", {"kind": "memo"}, (0, 1, 1)),
        ("kind", {"kind": "memo", "kind_also_ok": ["minutes"]}, (1, 0, 0)),
        ("issuer", {"issuer": None}, (0, 1, 0)),
        ("issuer", {"issuer": "Metlika"}, (0, 1, 1)),
        ("document_date", {"document_date": "2017-10-13", "document_date_also_ok": "2017-10-12"}, (1, 0, 0)),
        ("document_date", {"document_date": None, "document_date_also_ok": "2017-10-12"}, (0, 0, 0)),
        ("session", {"session": {"number": 22}}, (0, 1, 1)),
        ("session", {"session": None, "session_also_ok": {"number": 21}}, (0, 0, 0)),
        ("session", {"session": None}, (0, 1, 0)),
        ("case_number", {"case_numbers": ["122 - 08/2013"]}, (0, 0, 1)),
        ("municipality", {"municipalities": ["Metlika"], "municipalities_optional": ["Semič"]}, (0, 0, 1)),
        ("not_municipality", {"not_municipalities": ["Grad", "Semič"]}, (1, 1, 0)),
        ("target_group", {"target_groups": ["mladi"]}, (1, 1, 0)),
        ("not_target_group", {"not_target_groups": ["invalidi", "mladi"]}, (1, 1, 0)),
        ("plan", {"plans": [KORO]}, (0, 1, 1)),
        ("plan", {"plans": [{"region": "jugovzhodna", "period": None}]}, (1, 0, 0)),
        ("acknowledged", {"acknowledged": [], "decisions": []}, (0, 1, 0)),
        ("acknowledged", {"acknowledged": []}, (0, 0, 0)),
        ("decision", {"decisions": [{**ACT, "status": "rejected"}, AGENDA]}, (0, 1, 1)),
        ("decision", {"decisions": [{**ACT, "status": "adopted", "status_also_ok": ["acknowledged"]}]}, (1, 0, 0)),
        ("decision", {"decisions": [{**ACT, "plan": {"region": None, "period": None}}]}, (1, 0, 0)),
        ("decision", {"decisions": [{**ACT, "plan": None}]}, (0, 1, 0)),
        ("decision", {"decisions": [{**ACT, "minor": True}]}, (0, 0, 0)),
        ("decision_quote", {"decisions": [{**ACT, "quote": "Gradivo je predstavila direktorica doma."}]}, (0, 1, 0)),
        ("decision_quote", {"decisions": [{**ACT, "quote": None}]}, (0, 0, 0)),
        ("vote", {"decisions": [{**ACT, "vote": {"for": 12}}]}, (0, 1, 1)),
        ("vote", {"decisions": [{**ACT, "vote": None}]}, (0, 1, 0)),
        ("vote", {"decisions": [{**ACT, "minor": True}]}, (0, 0, 0)),
        ("vote", {"decisions": [{**ACT, "status": "adopted"}]}, (0, 1, 1)),
        ("vote", {"decisions": [{**ACT, "status": "adopted", "status_also_ok": ["acknowledged"]}]}, (1, 0, 0)),
        ("measure", {"measures": [{"text_contains": "Topli obroki", "target_groups": []}]}, (0, 0, 1)),
        ("priority", {"priorities": [{"title_contains": "Pomoč starejšim"}]}, (0, 0, 1)),
    ],
)
def test_a_label_counts_what_differs(label: str, changed: dict[str, Any], expected: tuple[int, int, int]) -> None:
    if label == "decision" and AGENDA not in changed["decisions"]:
        changed = {"decisions": [*changed["decisions"], AGENDA]}
    assert counts(label, **changed) == expected


def test_of_a_share_there_is_no_recall_and_of_nothing_no_figure() -> None:
    found = scores(not_municipalities=["Grad"])
    assert (found["not_municipality"].precision, found["not_municipality"].recall) == (1.0, None)
    assert (found["measure"].precision, found["measure"].f1) == (None, None)
    assert "P   –" in str(found["measure"])


def test_quotes_are_compared_by_a_run_of_words_through_damage() -> None:
    assert overlap("se je seznanil z načrtom", "Svet se  je\nsezna-\nnil z načrtom.")
    assert overlap("SKLEP 4 Svet se je seznanil z načrtom.", "Svet se je seznanil z načrtom")
    assert not overlap("Svet se je seznanil z načrtom", "Svet je z večino potrdil zapisnik in se razšel")
    assert not overlap("", "Svet")


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([ACT], [("acknowledged", "acknowledged")]),
        ([{**ACT, "status": "rejected"}], [("rejected", "acknowledged")]),
        ([{**ACT, "status": "rejected", "status_also_ok": ["acknowledged"]}], [("rejected", "rejected")]),
        ([{**ACT, "plan": KORO, "minor": True}], [(None, "acknowledged")]),
        ([{**ACT, "plan": KORO}], [("acknowledged", None), (None, "acknowledged")]),
        # What is minor takes nothing from another that says the same.
        (
            [{**ACT, "status": "proposed", "status_also_ok": ["acknowledged"], "minor": True}, ACT],
            [("acknowledged",) * 2],
        ),
    ],
)
def test_statuses_are_set_side_by_side(decisions: list[dict[str, Any]], expected: list[tuple[str | None, ...]]) -> None:
    found = confusion([(row(decisions=[*decisions, AGENDA], plans=[JV]), minutes())])
    pairs = [(each.expected, each.found) for each in found if each.found != "scheduled"]
    assert pairs == expected
    assert all(isinstance(each, Confusion) and each.count == 1 for each in found)
