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


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "ZAPISNIK 18. redne seje Občinskega sveta Občine Idrija z dne 11. 11. 2021",
            "OBČINA IDRIJA\nOBČINSKI SVET\nŠtevilka: 900-8/2021\n"
            "ZAPISNIK 18. redne seje Občinskega sveta Občine Idrija z dne 11. 11. 2021\n\n",
        ),
        (
            "VABILO na 16. redno sejo Občinskega sveta Občine Idrija",
            "OBČINA IDRIJA\nOBČINSKI SVET\n\nVABILO na 16. redno sejo Občinskega sveta Občine Idrija\n\n"
            "Dnevni red:\n1. Potrditev zapisnika 15. seje\n2. Regijski izvedbeni načrt\n",
        ),
        ("ZAPISNIK O 3. SEJI", "OBČINA IDRIJA\nZAPISNIK O 3. SEJI\n\nZAPISNIK 2. seje je potrjen.\n\n"),
    ],
)
def test_the_line_that_begins_with_the_kind_is_the_title(title: str, text: str) -> None:
    assert rinsearch.analyse(rinsearch.Text(text)).title == title


def test_the_table_holds_many_heads() -> None:
    assert len(PAPERS) >= 55
    assert {key for key, _ in CASES} == {"issuer", "session", "date", "case", "kind"}
