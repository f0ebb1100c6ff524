"""Records as the registers make them, for tests of what is drawn and written from them; all of it invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rinsearch.records import (
    Basis,
    CitedDecision,
    CitedMeasure,
    CouncilRow,
    Councils,
    DocumentInfo,
    DocumentKind,
    Evidence,
    Municipality,
    Object,
    Session,
    SessionKind,
    Status,
    Vote,
    VoteForm,
)
from rinsearch.taxonomy import members, municipalities

PLAN = "rin-sv/jugovzhodna/2017-2020"
EVIL = 'a<script>alert("1")</script>&b.pdf'
EVIDENCE = Evidence("3f09c2d1a4b5e6f7.1", 4, 0, 4, "sklep", None, "rule")
PAPER = DocumentInfo("3f09c2d1a4b5e6f7", EVIL, DocumentKind.MINUTES, None, date(2017, 10, 12), None, None)


def decision(status: Status, when: date | None = date(2017, 10, 12), revokes: str | None = None) -> CitedDecision:
    return CitedDecision(
        id="3f09c2d1a4b5e6f7.d1",
        municipality=municipalities()["109"].ref,
        addressees=(),
        plan=PLAN,
        object=Object.PLAN,
        inferred=False,
        about="načrt",
        status=status,
        verb="",
        reported=False,
        session=Session(21, SessionKind.REDNA, when),
        date=when,
        vote=Vote(VoteForm.COUNTED, 25, 0),
        remarks=("s pripombo", "in še eno"),
        revokes=revokes,
        evidence=EVIDENCE,
        grounds=(),
        document=PAPER,
    )


def row(municipality: Municipality, status: Status | None, basis: Basis = Basis.OWN) -> CouncilRow:
    found = (replace(decision(status), municipality=municipality),) if status else ()
    when = found[0].date if found else None
    return CouncilRow(municipality, status, False, basis if status else None, when, when, False, 2, found)


def council_table() -> Councils:
    """A row for every standing, and none for the rest."""
    standings: Iterator[Status] = iter(Status)
    rows = tuple(row(each, next(standings, None)) for each in members("jugovzhodna", date(2017, 1, 1)))
    return Councils(PLAN, "jugovzhodna", len(rows), {}, 2, 0.1, rows)


def measure(groups: tuple[str, ...], priority: str | None, inherited: tuple[str, ...] = ()) -> CitedMeasure:
    return CitedMeasure(
        id="3f09c2d1a4b5e6f7.m1",
        plan=PLAN,
        number="1.10",
        text="=SUM(A1:A9) pomoč na domu",
        priority=priority,
        goal=None,
        target_groups=groups,
        inherited=inherited,
        municipalities=(municipalities()["001"].ref, municipalities()["109"].ref),
        providers=("CSD Vzorčni", "društvo Primer"),
        deadline="31. 12. 2018",
        until=date(2018, 12, 31),
        funding="občina",
        amount=12000.5,
        indicator=None,
        evidence=EVIDENCE,
        fields={},
        document=replace(PAPER, source="corpus/semič/načrt 1.pdf"),
    )
