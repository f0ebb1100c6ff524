"""Small entries made by hand: four papers of three invented councils' sessions, and a plan."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from rinsearch.index.base import Engine, Entry
from rinsearch.index.engines import ENGINES, REMOTE, open_engine, ready
from rinsearch.index.entries import entries_of
from rinsearch.index.opensearch.address import address_of
from rinsearch.index.opensearch.cluster import Cluster, Missing
from rinsearch.index.opensearch.engine import OpenSearchEngine
from rinsearch.records import (
    Analysis,
    Decision,
    DocumentInfo,
    DocumentKind,
    Evidence,
    GroupCount,
    Municipality,
    MunicipalityCount,
    Object,
    Passage,
    PassageKind,
    PlanMention,
    Session,
    SessionKind,
    Source,
    Span,
    Status,
    Tag,
)
from tests import cluster

SEMIC, METLIKA, NOVO_MESTO = (
    Municipality("109", "Semič"),
    Municipality("073", "Metlika"),
    Municipality("085", "Novo mesto"),
)
PLAN = PlanMention("rin-sv/jugovzhodna/2017-2020", "jugovzhodna", "2017-2020")
OLD_PLAN = PlanMention("rin-sv/jugovzhodna/2014-2016", "jugovzhodna", "2014-2016")


def passage(id: str, text: str, page: int = 1, section: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> Passage:
    """A passage; a tag is written ``label:value:quote``."""
    made = tuple(_tag(id, text, page, *tag.split(":")) for tag in tags)
    spans = (Span(0, len(text), page, None),)
    return Passage(id, id.rpartition(".")[0], PassageKind.PARAGRAPH, section, text, spans, (), made)


def _tag(id: str, text: str, page: int, label: str, value: str, quote: str) -> Tag:
    start = text.index(quote)
    return Tag(label, value, Evidence(id, page, start, start + len(quote), quote, None, f"{label}.example"))


def decision(id: str, municipality: Municipality, status: Status, quote: str) -> Decision:
    evidence = Evidence(f"{id}.1", 1, 0, len(quote), quote, None, "decision.example")
    return Decision(
        f"{id}.d1", municipality, (), PLAN.id, Object.PLAN, False, "načrt", status, "seznaniti", False,
        None, None, None, (), None, evidence, (),
    )  # fmt: skip


MINUTES = "aaaaaaaaaaaaaaaa"
MEMO = "bbbbbbbbbbbbbbbb"
AGENDA = "cccccccccccccccc"
RIN = "dddddddddddddddd"


def minutes() -> tuple[Entry, ...]:
    info = DocumentInfo(
        MINUTES,
        "semic/zapisnik-21.pdf",
        DocumentKind.MINUTES,
        "Zapisnik 21. redne seje",
        date(2017, 10, 12),
        SEMIC,
        None,
    )
    text = "Občinski svet se je seznanil z izvedbenim načrtom za duševno zdravje v občini Metlika."
    analysis = Analysis(
        MINUTES,
        info.source,
        info.kind,
        info.title,
        info.date,
        SEMIC,
        session=Session(21, SessionKind.REDNA, info.date),
        case_numbers=("122-08/2013-5",),
        plans=(PLAN,),
        municipalities=(MunicipalityCount("073", "Metlika", 1),),
        target_groups=(GroupCount("dusevno-zdravje", 1),),
        decisions=(decision(MINUTES, SEMIC, Status.ACKNOWLEDGED, "Občinski svet"),),
    )
    passages = (
        passage(
            f"{MINUTES}.1",
            text,
            1,
            ("Sklepi",),
            ("municipality:073:Metlika", "target_group:dusevno-zdravje:duševno zdravje"),
        ),
        passage(f"{MINUTES}.2", "Seja se je začela dne 12. 10. 2017 ob 17. uri.", 2),
        passage(f"{MINUTES}.10", "Župan je predstavil gradnjo vodovoda in Dom starejših občanov.", 3),
    )
    return entries_of(info, analysis, passages, (Source(info.source, "00", "application/pdf", 10),))


def memo() -> tuple[Entry, ...]:
    info = DocumentInfo(
        MEMO, "metlika.zip!/Gradivo.docx", DocumentKind.MEMO, "Dopis o Romih", date(2018, 3, 1), METLIKA, None
    )
    analysis = Analysis(
        MEMO,
        info.source,
        info.kind,
        info.title,
        info.date,
        METLIKA,
        plans=(OLD_PLAN,),
        case_numbers=("122-08/2013-51",),
    )
    passages = (
        passage(f"{MEMO}.1", "Zdravje otrok in mladih je skrb občine.", 1, tags=("target_group:otroci:otrok",)),
        passage(
            f"{MEMO}.2",
            "Stanovanja za Rome; starejši z demenco.",
            1,
            tags=("target_group:romi:Rome", "target_group:demenca:demenco"),
        ),
    )
    return entries_of(info, analysis, passages)


def agenda() -> tuple[Entry, ...]:
    info = DocumentInfo(AGENDA, "novo-mesto/vabilo.html", DocumentKind.AGENDA, None, None, NOVO_MESTO, None)
    analysis = Analysis(AGENDA, info.source, info.kind, None, None, NOVO_MESTO, session=Session(4, None, None))
    passages = (
        passage(f"{AGENDA}.1", "1. Potrditev zapisnika. 2. Načrt za socialno varstvo. EU sredstva."),
        passage(f"{AGENDA}.2", "Romski svetnik in svetnica."),
    )
    return entries_of(info, analysis, passages)


def everything() -> tuple[Entry, ...]:
    return minutes() + memo() + agenda()


def engine_in(folder: Path, name: str) -> Engine:
    return open_engine(placed(folder, name), create=True, engine=name, fingerprint="rules-1")


def placed(folder: Path, name: str) -> Path:
    """The folder; for an engine whose index is in a cluster, with the address of one of its own."""
    if name == REMOTE:
        ready(folder, address_for(folder), writing=True)
    return folder


def address_for(folder: Path) -> str:
    """An address in the tests' cluster, the same for the same folder."""
    if not cluster.found():
        pytest.skip(cluster.MISSING)
    made = f"{cluster.found()}/test-{hashlib.sha256(bytes(folder)).hexdigest()[:12]}"
    MADE.add(made)
    return made


MADE: set[str] = set()  # addresses of indices that are cleared up at the end


def clear_up() -> None:
    """Drop what the tests made in the cluster."""
    for each in MADE:
        connection = Cluster(address_of(each))
        with suppress(Missing):
            for index in connection.ask("GET", f"/{connection.address.name}--*/_alias"):
                connection.ask("DELETE", f"/{index}")
            connection.ask("DELETE", f"/_index_template/rinsearch-{connection.address.name}")
        connection.close()


def emptied(engine: Engine) -> Engine:
    """An engine of the cluster as new: it takes less time than to make an index."""
    assert isinstance(engine, OpenSearchEngine)
    left = {"query": {"bool": {"must_not": [{"term": {"scope": "state"}}]}}}
    engine.cluster.ask("POST", f"/{engine.index}/_refresh")
    engine.cluster.ask("POST", f"/{engine.index}/_delete_by_query", left, conflicts="proceed", refresh="true")
    engine.forget()
    return engine


EMBEDDED = [name for name in sorted(ENGINES) if name != REMOTE]
assert EMBEDDED, "no engine was looked at"
ENGINE_NAMES = [*EMBEDDED, pytest.param(REMOTE, marks=pytest.mark.once)]
on_every_engine = pytest.mark.parametrize("engine_name", ENGINE_NAMES)
