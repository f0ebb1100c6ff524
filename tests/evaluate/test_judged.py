"""Judged queries: how they are written, what is refused, and the figures made of them."""

from pathlib import Path

import pytest

from rinsearch.errors import UsageError
from rinsearch.evaluate import Answered, Judged, Relevant, read_judged, search_report
from rinsearch.evaluate.retrieval import exact, gains, ndcg, recall, reciprocal_rank
from rinsearch.records import DocumentInfo, DocumentKind, Hit, PassageInfo, PassageKind

GOOD = '[[query]]\ntext = "dom"\nkind = "inflected"\nrelevant = [{ file = "a.pdf", quote = "dom", grade = 3 }]\n'


def hit(file: str, text: str) -> Hit:
    info = DocumentInfo("d", f"corpus/{file}", DocumentKind.MEMO, None, None, None, None)
    return Hit(PassageInfo("d.1", 1, None, PassageKind.PARAGRAPH, (), text), info, 1.0, (), ())


def answered(*hits: Hit, kind: str = "inflected", total: int | None = None) -> Answered:
    relevant = (Relevant("a.pdf", "prvi", 3), Relevant("b.pdf", "drugi", 1))
    judged = Judged("x", kind, "tuning", () if kind == "empty" else relevant)
    return Answered(judged, "x", hits, len(hits) if total is None else total)


FIRST, SECOND, OTHER = hit("a.pdf", "To je PRVI\nodstavek."), hit("b.pdf", "In drugi."), hit("a.pdf", "Nekaj.")


def test_the_best_order_has_the_best_figures() -> None:
    best = answered(FIRST, SECOND)
    assert (ndcg(best), recall(best), reciprocal_rank(best)) == (1.0, 1.0, 1.0)


def test_a_worse_order_has_worse_figures() -> None:
    worse = answered(OTHER, SECOND, FIRST)
    assert gains(worse) == [0, 1, 3]
    assert ndcg(worse) == pytest.approx((1 / 1.58496 + 7 / 2) / (7 + 1 / 1.58496), abs=1e-4)
    assert (recall(worse), reciprocal_rank(worse)) == (1.0, 0.5)


def test_a_passage_counts_once() -> None:
    assert gains(answered(FIRST, FIRST)) == [3, 0]


def test_a_name_is_the_whole_name_of_a_file() -> None:
    assert gains(answered(hit("aa.pdf", "prvi"))) == [0]


def test_nothing_found_is_worth_nothing() -> None:
    none = answered()
    assert (ndcg(none), recall(none), reciprocal_rank(none), exact(none)) == (0.0, 0.0, 0.0, None)


@pytest.mark.parametrize(
    ("hits", "kind", "total", "value"),
    [
        ((FIRST, SECOND), "quoted", 2, 1.0),
        ((FIRST,), "quoted", 1, 0.0),
        ((FIRST, SECOND, OTHER), "near", 3, 0.0),
        ((FIRST, SECOND), "quoted", 30, 0.0),
        ((), "empty", 0, 1.0),
        ((OTHER,), "empty", 1, 0.0),
        ((FIRST, SECOND), "wide", 2, None),
    ],
)
def test_exact_is_everything_and_nothing_else(
    hits: tuple[Hit, ...], kind: str, total: int, value: float | None
) -> None:
    assert exact(answered(*hits, kind=kind, total=total)) == value


def test_the_report_has_sets_kinds_and_mistakes() -> None:
    report = search_report("q.toml", "default", [answered(FIRST, SECOND), answered(OTHER)], errors=True)
    assert [(each.name, each.queries) for each in report.sets] == [("all", 2), ("tuning", 2)]
    (mistake,) = report.errors
    assert mistake.missing == ("a.pdf: prvi", "b.pdf: drugi")
    assert search_report("q.toml", "default", [answered(OTHER)], errors=False).errors == ()


def test_queries_are_read_from_toml_and_json_lines(tmp_path: Path) -> None:
    (tmp_path / "q.toml").write_text(GOOD, "utf-8")
    row = '{"text": "dom", "kind": "inflected", "relevant": [{"file": "a.pdf", "quote": "dom", "grade": 3}]}\n'
    (tmp_path / "q.jsonl").write_text(row, "utf-8")
    one, other = read_judged(tmp_path / "q.toml")[0], read_judged(tmp_path / "q.jsonl")[0]
    assert (one.text, one.relevant, one.set) == (other.text, other.relevant, "tuning")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no queries in it"),
        ("[[query", "cannot be read"),
        ('[[query]]\ntext = "a"\n', "a text and a kind"),
        (GOOD + "sort = 1\n", "no 'sort'"),
        (GOOD + 'set = "test"\n', "The set is"),
        (GOOD.replace("grade = 3", "grade = 4"), "a grade of 1 to 3"),
        (GOOD.replace('quote = "dom"', "quote = 7"), "A quote is a text"),
        (GOOD.replace("inflected", "empty"), "unless the kind is empty"),
        ('[[query]]\ntext = "a"\nkind = "quoted"\nrelevant = []\n', "Something is relevant"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "q.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=reason):
        read_judged(tmp_path / "q.toml")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no judged queries"):
        read_judged(tmp_path / "none.toml")
