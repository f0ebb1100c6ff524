"""A paper that is analysed, and its annotation; what is not given is as it should be."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from rinsearch.library import Text, analyse
from rinsearch.records import Analysis
from tests.papers import MINUTES

JV = {"region": "jugovzhodna", "period": "2017-2020"}
QUOTE = (
    "Občinski svet Občine Semič se je seznanil z Regijskim izvedbenim načrtom na področju socialnega varstva za "
    "jugovzhodno regijo za obdobje 2017-2020."
)
ACT: dict[str, Any] = {
    "municipality": "Semič",
    "plan": JV,
    "about": "RIN",
    "status": "acknowledged",
    "vote": {"for": 11, "against": 0, "abstained": None},
    "quote": QUOTE,
}
AGENDA = {**ACT, "status": "scheduled", "vote": None, "quote": "Ad 4) Regijski izvedbeni načrt", "minor": True}
ROW: dict[str, Any] = {
    "file": "zapisnik.txt",
    "kind": "minutes",
    "issuer": "Semič",
    "document_date": "2017-10-12",
    "session": {"number": 21, "kind": "redna", "date": "2017-10-12"},
    "case_numbers": [],
    "municipalities": ["Semič"],
    "municipalities_optional": [],
    "not_municipalities": [],
    "target_groups": ["dusevno-zdravje", "mladi"],
    "target_groups_optional": ["starejsi"],
    "not_target_groups": [],
    "plans": [JV],
    "decisions": [ACT, AGENDA],
    "acknowledged": [{"municipality": "Semič", "plan": JV}],
    "measures": [],
    "priorities": [],
}


@cache
def minutes() -> Analysis:
    return analyse(Text(MINUTES, "zapisnik.txt"))


def row(**changed: Any) -> dict[str, Any]:
    return {**ROW, **changed}


def write_gold(folder: Path, *rows: dict[str, Any]) -> Path:
    """A gold set of the minutes."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in rows:
        (folder / each["file"]).write_text(MINUTES, "utf-8")
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
    (folder / "gold.jsonl").write_text(lines, "utf-8")
    return folder
