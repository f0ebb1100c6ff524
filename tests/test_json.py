"""The JSON of the contract: golden files that a person can review, made from records and read back into them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rinsearch import records as r
from rinsearch.codec import from_json, to_json

CASES = Path(__file__).parent / "cases" / "json"

SEMIC = r.Municipality("109", "Semič")
EVIDENCE = r.Evidence("3f09c2d1a4b5e6f7.12", 1, 0, 5, "Predl", r.Box(72, 100.25, 300, 112), "decision.seznaniti-se")
SESSION = r.Session(21, r.SessionKind.REDNA, date(2017, 10, 12))
VOTE = r.Vote(r.VoteForm.COUNTED, 25, 0)
INFO = r.DocumentInfo(
    "3f09c2d1a4b5e6f7", "semic/dopis.pdf", r.DocumentKind.MEMO, "Seznanitev z načrtom", date(2017, 9, 21), SEMIC, None
)
DECISION = r.CitedDecision(
    id="3f09c2d1a4b5e6f7.d1",
    municipality=SEMIC,
    addressees=(),
    plan="rin-sv/jugovzhodna/2017-2020",
    object=r.Object.PLAN,
    inferred=False,
    about="Regijski izvedbeni načrt",
    status=r.Status.PROPOSED,
    verb="se je seznanil",
    reported=False,
    session=SESSION,
    date=None,
    vote=VOTE,
    remarks=(),
    revokes=None,
    evidence=EVIDENCE,
    grounds=(EVIDENCE,),
    document=INFO,
)
MEASURE = r.CitedMeasure(
    id="3f09c2d1a4b5e6f7.m3",
    plan="rin-sv/jugovzhodna/2017-2020",
    number="1.3",
    text="Pomoč na domu",
    priority="2",
    goal=None,
    target_groups=("starejsi",),
    inherited=(),
    municipalities=(SEMIC,),
    providers=("Dom starejših občanov",),
    deadline="31. 12. 2018",
    until=date(2018, 12, 31),
    funding="občine",
    amount=12000.0,
    indicator=None,
    evidence=EVIDENCE,
    fields={"deadline": EVIDENCE},
    document=INFO,
)
ANALYSIS = r.Analysis(
    id="3f09c2d1a4b5e6f7",
    source="semic/dopis.pdf",
    kind=r.DocumentKind.MEMO,
    title="Seznanitev z načrtom",
    issuer=SEMIC,
    session=SESSION,
    case_numbers=("122-08/2013-5",),
    plans=(r.PlanMention("rin-sv/jugovzhodna/2017-2020", "jugovzhodna", "2017-2020"),),
    municipalities=(r.MunicipalityCount("109", "Semič", 3, r.Role.ISSUER),),
    organisations=(r.OrganisationCount("Center za socialno delo Trebnje", 2, r.Role.PROVIDER),),
    target_groups=(r.GroupCount("romi", 1),),
    priorities=(r.Priority("rin-sv/jugovzhodna/2017-2020", "3", "Romi", ("romi",), EVIDENCE),),
    evidence={"kind": (EVIDENCE,), "issuer": ()},
    warnings=(r.Notice("mixed-script", 1, 1, "1 beseda z mešano pisavo"),),
)
ROW = r.CouncilRow(
    SEMIC, r.Status.PROPOSED, False, r.Basis.OWN, date(2017, 9, 21), date(2017, 9, 21), False, 3, (DECISION,)
)
HIT = r.Hit(
    r.PassageInfo("3f09c2d1a4b5e6f7.12", 1, None, r.PassageKind.PARAGRAPH, ("Obrazložitev",), "duševno zdravje"),
    INFO,
    7.31,
    ((0, 7), (8, 15)),
    (r.TagInfo("target_group", "dusevno-zdravje", 0, 15, "target_group.phrase"),),
)
UNREADABLE = r.Analysis(
    id=None,
    source="star.doc",
    error=r.Problem("unsupported", "Word 97 files are not read.", "star.doc", "Save it as PDF."),
)

GOLDEN: dict[str, Any] = {
    "decision": DECISION,
    "measure": MEASURE,
    "analysis": ANALYSIS,
    "unreadable": UNREADABLE,
    "council-row": ROW,
    "hit": HIT,
}


def test_every_golden_file_has_its_record() -> None:
    assert {path.stem for path in CASES.glob("*.json")} == set(GOLDEN)


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_a_record_gives_the_json_of_the_contract(name: str) -> None:
    assert to_json(GOLDEN[name]) == json.loads((CASES / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_keys_stand_in_the_order_of_the_contract(name: str) -> None:
    written = json.dumps(to_json(GOLDEN[name]), ensure_ascii=False, indent=2) + "\n"
    assert written == (CASES / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_a_record_survives_json(name: str) -> None:
    data = json.loads(json.dumps(to_json(GOLDEN[name])))
    assert to_json(from_json(type(GOLDEN[name]), data)) == data


def test_a_table_and_a_block_are_told_apart() -> None:
    line = r.Line("besedilo", 1, r.Box(1, 2, 3, 4))
    document = r.Document(
        id="0" * 16,
        sources=(r.Source("a.txt", "0" * 64, "text/plain", 8),),
        media_type="text/plain",
        pages=1,
        parts=(
            r.Block(r.BlockKind.PARAGRAPH, (line,), r.Origin.MARKUP),
            r.Table(((r.Cell((line,)),),), r.Origin.MARKUP),
        ),
    )
    assert from_json(r.Document, to_json(document)) == document
