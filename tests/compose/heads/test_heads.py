"""Heads of papers in many layouts: issuer, session, date, file number and kind as cases/compose/heads.toml has them."""

import tomllib
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Analysis, Session

PAPERS = tomllib.loads((Path(__file__).parents[2] / "cases/compose/heads.toml").read_text("utf-8"))["paper"]
BODY = (
    "Svet se je seznanil z Regijskim izvedbenim načrtom na področju socialnega varstva za gorenjsko regijo 2017-2020.\n"
)
CASES = [(key, paper) for paper in PAPERS for key in paper if key != "text"]


def session_in(session: Session | None, parts: int) -> str:
    if session is None:
        return "none"
    written = (session.number, session.kind and session.kind.value, session.date and session.date.isoformat())
    return "/".join(str(each or "") for each in written[:parts])


def said(found: Analysis, key: str, expected: str) -> str | None:
    values = {
        "issuer": found.issuer.name if found.issuer else "none",
        "kind": str(found.kind),
        "date": found.date.isoformat() if found.date else "none",
        "case": next(iter(found.case_numbers), "none"),
        "session": session_in(found.session, expected.count("/") + 1),
    }
    return values[key]


@pytest.mark.parametrize(("key", "paper"), CASES, ids=[f"{key}: {paper['text'][:50]!r}" for key, paper in CASES])
def test_a_head_says_whose_and_which_paper_it_is(key: str, paper: dict[str, str]) -> None:
    found = rinsearch.analyse(rinsearch.Text(paper["text"] + BODY))
    assert said(found, key, paper[key]) == paper[key]


def test_the_table_holds_many_heads() -> None:
    assert len(PAPERS) >= 55
    assert {key for key, _ in CASES} == {"issuer", "session", "date", "case", "kind"}
