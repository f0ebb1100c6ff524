"""The council table: which evidence gives a row its standing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rinsearch.records import (
    Analysis,
    Basis,
    Decision,
    DocumentInfo,
    DocumentKind,
    Evidence,
    Municipality,
    Object,
    Status,
)
from rinsearch.registers import Understood, councils, decisions, own_list
from rinsearch.taxonomy import members

PLAN = "rin-sv/jugovzhodna/2017-2020"
SEMIC = Municipality("109", "Semič")
SEPTEMBER, OCTOBER, DECEMBER = date(2017, 9, 8), date(2017, 10, 12), date(2017, 12, 7)


def paper(name: str, *decisions: tuple[Status, date | None], reported: bool = False, **changes: Any) -> Understood:
    made = tuple(
        replace(
            Decision(
                id=f"{name}.d{number}",
                municipality=SEMIC,
                addressees=(),
                plan=PLAN,
                object=Object.PLAN,
                inferred=False,
                about="",
                status=status,
                verb="",
                reported=reported,
                session=None,
                date=day,
                vote=None,
                remarks=(),
                revokes=None,
                evidence=Evidence(f"{name}.1", 1, 0, 1, "a", None, "rule"),
                grounds=(),
            ),
            **changes,
        )
        for number, (status, day) in enumerate(decisions, 1)
    )
    info = DocumentInfo(name, f"{name}.txt", DocumentKind.MINUTES, None, None, SEMIC, None)
    return Understood(info, Analysis(id=name, source=f"{name}.txt", decisions=made))


def row(*papers: Understood) -> tuple[Status | None, Basis | None, bool, bool]:
    found = next(each for each in councils(PLAN, papers).councils if each.municipality == SEMIC)
    return found.standing, found.basis, found.took_note, found.conflict


ACKNOWLEDGED = (Status.ACKNOWLEDGED, OCTOBER)


def test_every_municipality_of_the_region_is_a_row() -> None:
    table = councils(PLAN, [])
    assert table.total == 21
    assert {each.standing for each in table.councils} == {None}
    assert (table.took_note, table.share, table.standings) == (0, 0.0, {})


def test_a_proposal_is_not_an_acknowledgement() -> None:
    assert row(paper("a", (Status.PROPOSED, OCTOBER))) == (Status.PROPOSED, Basis.OWN, False, False)


@pytest.mark.parametrize("procedure", [Status.POSTPONED, Status.WITHDRAWN, Status.PROPOSED, Status.SCHEDULED])
def test_procedure_never_lowers_substance(procedure: Status) -> None:
    assert row(paper("a", ACKNOWLEDGED), paper("b", (procedure, DECEMBER)))[:3] == (*ACKNOWLEDGED[:1], Basis.OWN, True)


def test_the_latest_substance_wins() -> None:
    found = row(paper("a", ACKNOWLEDGED), paper("b", (Status.REJECTED, DECEMBER)))
    assert found == (Status.REJECTED, Basis.OWN, False, False)


def test_a_revoked_acknowledgement_takes_no_note() -> None:
    found = row(paper("a", ACKNOWLEDGED), paper("b", (Status.WITHDRAWN, DECEMBER), revokes="sklep o seznanitvi"))
    assert found[:3] == (Status.WITHDRAWN, Basis.OWN, False)


def test_reported_substance_stands_above_own_procedure() -> None:
    found = row(paper("a", (Status.POSTPONED, OCTOBER)), paper("b", (Status.ACKNOWLEDGED, None), reported=True))
    assert found == (Status.ACKNOWLEDGED, Basis.REPORTED, True, False)


def test_own_substance_stands_above_reported_and_the_contradiction_is_flagged() -> None:
    found = row(paper("a", (Status.REJECTED, OCTOBER)), paper("b", ACKNOWLEDGED, reported=True))
    assert found == (Status.REJECTED, Basis.OWN, False, True)


@pytest.mark.parametrize(("day", "conflict"), [(OCTOBER, True), (DECEMBER, False), (None, False)])
def test_a_reported_act_contradicts_the_councils_own_paper_of_that_day(day: date | None, conflict: bool) -> None:
    found = row(paper("a", (Status.WITHDRAWN, OCTOBER)), paper("b", (Status.ACKNOWLEDGED, day), reported=True))
    assert found == (Status.ACKNOWLEDGED, Basis.REPORTED, True, conflict)


def test_contradicting_papers_of_one_session_are_flagged() -> None:
    found = row(paper("a", ACKNOWLEDGED), paper("b", (Status.WITHDRAWN, OCTOBER)))
    assert found == (Status.ACKNOWLEDGED, Basis.OWN, True, True)


def test_postponed_and_later_acknowledged_is_no_contradiction() -> None:
    found = row(paper("a", (Status.POSTPONED, SEPTEMBER)), paper("b", ACKNOWLEDGED))
    assert found == (Status.ACKNOWLEDGED, Basis.OWN, True, False)


def test_the_earlier_plan_says_nothing_about_this_one() -> None:
    assert row(paper("a", ACKNOWLEDGED, plan="rin-sv/jugovzhodna/2014-2016"))[0] is None


def test_a_request_to_many_gives_each_addressee_its_row() -> None:
    asked = paper(
        "a", (Status.REQUESTED, SEPTEMBER), municipality=None, addressees=(SEMIC, Municipality("017", "Črnomelj"))
    )
    assert councils(PLAN, [asked]).standings == {"requested": 2}


def test_a_row_tells_how_many_papers_were_looked_at() -> None:
    table = councils(PLAN, [paper("a"), paper("b")])
    assert next(each for each in table.councils if each.municipality == SEMIC).documents == 2


def test_the_best_evidence_comes_first() -> None:
    found = councils(PLAN, [paper("a", (Status.REQUESTED, SEPTEMBER)), paper("b", ACKNOWLEDGED)])
    semic = next(each for each in found.councils if each.municipality == SEMIC)
    assert [each.status for each in semic.decisions] == [Status.ACKNOWLEDGED, Status.REQUESTED]
    assert (semic.date, semic.first_date) == (OCTOBER, OCTOBER)


# --- who is no row ----------------------------------------------------------------------------------------------------


def test_a_council_that_came_later_and_one_of_elsewhere_are_told_and_not_counted() -> None:
    coast = "rin-sv/obalno-kraska/2014-2016"
    (ankaran,) = councils(coast, []).outside
    assert (ankaran.municipality.name, ankaran.region, ankaran.since) == ("Ankaran", None, date(2015, 1, 1))
    assert councils("rin-sv/obalno-kraska/2017-2020", []).outside == ()
    table = councils(coast, [paper("a", ACKNOWLEDGED, plan=coast)])
    semic = table.outside[1]
    assert (semic.municipality, semic.region, semic.since) == (SEMIC, "jugovzhodna", None)
    assert [each.status for each in semic.decisions] == [Status.ACKNOWLEDGED]
    assert (table.total, table.took_note) == (7, 0)


def test_whom_the_plan_counts_among_its_own_is_a_row() -> None:
    coast = "rin-sv/obalno-kraska/2014-2016"
    region = [each.code for each in members("obalno-kraska", date(2014, 1, 1))]
    listed = own_list(coast, [{"213"}, {*region[1:], "213", "109"}])
    assert listed == {"213"}, "Ankaran, which came in 2015; Semič is elsewhere"
    assert own_list(coast, [{*region[3:], "213"}, {"213", "109"}]) == frozenset(), "none of them names the region"
    table = councils(coast, [], None, listed)
    assert [row.municipality.name for row in table.councils][:2] == ["Ankaran", "Divača"]
    assert (table.total, table.outside) == (8, ())


def test_steps_of_one_day_stand_in_the_order_in_which_a_paper_travels() -> None:
    day = OCTOBER
    papers = [
        paper("a", (Status.ACKNOWLEDGED, day)),
        paper("b", (Status.SCHEDULED, day), (Status.PROPOSED, SEPTEMBER)),
        paper("c", (Status.REQUESTED, None), (Status.PROPOSED, day)),
    ]
    steps = [each.status for each in decisions(papers)]
    assert steps == [Status.PROPOSED, Status.SCHEDULED, Status.PROPOSED, Status.ACKNOWLEDGED, Status.REQUESTED]
