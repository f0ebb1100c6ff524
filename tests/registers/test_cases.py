"""Case numbers of rows, and plans that follow one another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rinsearch.records import (
    Analysis,
    CitedPlan,
    DocumentKind,
    Evidence,
    PlanMention,
    Session,
    SessionKind,
    Status,
)
from rinsearch.registers import Understood, councils, plans
from rinsearch.registers.cases import case_number
from tests.registers.test_councils import ACKNOWLEDGED, DECEMBER, OCTOBER, PLAN, SEMIC, paper


def place(number: int) -> Evidence:
    return Evidence(f"a.{number}", 1, 0, 1, "a", None, "case_number.reference")


def kept_under(kind: DocumentKind, at: int, *numbers: int, **changes: Any) -> str | None:
    """The case number of a decision in passage ``at``, where passages ``numbers`` hold own numbers and one cites."""
    [decision] = paper("a", ACKNOWLEDGED, **changes).analysis.decisions
    decision = replace(decision, evidence=place(at), grounds=changes.get("grounds", ()))
    own = tuple(f"122-{number}/2017" for number in numbers)
    session = Session(21, SessionKind.REDNA, changes.get("date", OCTOBER))
    found = Analysis(
        id="a",
        source="a.txt",
        kind=kind,
        session=replace(session, date=OCTOBER),
        case_numbers=(*own, "900-1/2016"),
        evidence={"case_number": tuple(map(place, numbers))},
        decisions=(decision,),
    )
    return case_number(decision, found)


MINUTES, RESOLUTION = DocumentKind.MINUTES, DocumentKind.DECISION


def test_the_number_of_a_decision_is_the_papers_own() -> None:
    assert kept_under(MINUTES, 9, 2) == "122-2/2017"


def test_a_cited_number_is_never_the_decisions() -> None:
    assert kept_under(MINUTES, 9) is None


def test_in_minutes_the_number_of_another_item_is_not_taken() -> None:
    assert kept_under(MINUTES, 9, 2, 5) == "122-2/2017"
    assert kept_under(MINUTES, 9, 2, 5, 8, grounds=(place(7),)) == "122-8/2017"


def test_of_several_resolutions_in_a_file_each_has_the_number_above_it() -> None:
    assert [kept_under(RESOLUTION, at, 2, 5, 8) for at in (3, 6, 9)] == ["122-2/2017", "122-5/2017", "122-8/2017"]


@pytest.mark.parametrize("kind", [DocumentKind.LETTER, DocumentKind.MEMO, DocumentKind.REPORT])
def test_a_paper_that_only_tells_of_a_decision_does_not_give_its_number(kind: DocumentKind) -> None:
    assert kept_under(kind, 9, 2) is None
    assert kept_under(kind, 9, 2, status=Status.PROPOSED) == "122-2/2017"


def test_what_others_tell_has_no_number() -> None:
    assert kept_under(MINUTES, 9, 2, reported=True) is None


def test_minutes_that_recall_an_earlier_session_do_not_give_its_number() -> None:
    assert kept_under(MINUTES, 9, 2, date=date(2014, 5, 27)) is None


def test_the_row_has_the_number_of_its_best_evidence() -> None:
    found = paper("a", ACKNOWLEDGED)
    numbered = replace(
        found.analysis, kind=RESOLUTION, case_numbers=("122-1/2017",), evidence={"case_number": (place(1),)}
    )
    table = councils(PLAN, [Understood(found.info, numbered), paper("b", (Status.SCHEDULED, DECEMBER))])
    rows = {row.municipality: row.case_number for row in table.councils}
    assert rows.pop(SEMIC) == "122-1/2017"
    assert set(rows.values()) == {None}


def speaking_of(name: str, *periods: tuple[str, str], kind: DocumentKind = DocumentKind.MEMO, measures: int = 0) -> Any:
    found = paper(name)
    record: Any = None  # counted, never looked at
    mentions = tuple(PlanMention(f"rin-sv/{region}/{period}", region, period) for region, period in periods)
    return replace(found, analysis=replace(found.analysis, kind=kind, plans=mentions, measures=(record,) * measures))


def test_a_plan_knows_the_one_before_and_the_one_after_it() -> None:
    papers = [
        speaking_of("a", ("jugovzhodna", "2021-2025"), ("jugovzhodna", "2014-2016")),
        speaking_of("b", ("jugovzhodna", "2017-2020"), ("koroska", "2017-2020")),
        speaking_of("c", ("jugovzhodna", "2017-2020")),
    ]

    def short(plan: CitedPlan) -> tuple[str | None, ...]:
        return tuple(each and each.removeprefix("rin-sv/") for each in (plan.id, plan.earlier, plan.later))

    assert [(*short(plan), plan.documents) for plan in plans(papers)] == [
        ("jugovzhodna/2014-2016", None, "jugovzhodna/2017-2020", 1),
        ("jugovzhodna/2017-2020", "jugovzhodna/2014-2016", "jugovzhodna/2021-2025", 2),
        ("jugovzhodna/2021-2025", "jugovzhodna/2017-2020", None, 1),
        ("koroska/2017-2020", None, None, 1),
    ]


def test_of_a_summary_and_the_plan_the_fuller_one_is_the_plan() -> None:
    period = ("jugovzhodna", "2017-2020")
    papers = [
        speaking_of("summary", period, kind=DocumentKind.PLAN, measures=4),
        speaking_of("plan", period, kind=DocumentKind.PLAN, measures=40),
    ]
    [found] = plans(papers)
    assert found.document is not None
    assert found.document.id == "plan"
