"""Filters: every one narrows an answer or is refused, and in registers and search it means the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rinsearch import Library
from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.values import NAMES
from rinsearch.library.names import WITHOUT, known_plan, wanted
from rinsearch.matching import fits, holds, within
from rinsearch.records import (
    Analysis,
    Decision,
    DocumentInfo,
    DocumentKind,
    Evidence,
    GroupCount,
    Measure,
    Municipality,
    MunicipalityCount,
    Object,
    PlanMention,
    Session,
    SessionKind,
    Status,
)
from rinsearch.registers import Understood, decisions, documents, measures
from tests.papers import PLAN_ID, write, write_papers

SEMIC, METLIKA = Municipality("109", "Semič"), Municipality("073", "Metlika")
OTHER_PLAN = "rin-sv/koroska/2014-2016"
EVIDENCE = Evidence("a.1", 1, 0, 1, "a", None, "rule")
DECISION = Decision(
    id="a.d1",
    municipality=SEMIC,
    addressees=(),
    plan=PLAN_ID,
    object=Object.PLAN,
    inferred=False,
    about="",
    status=Status.ACKNOWLEDGED,
    verb="",
    reported=False,
    session=Session(21, SessionKind.REDNA, None),
    date=date(2017, 10, 12),
    vote=None,
    remarks=(),
    revokes=None,
    evidence=EVIDENCE,
    grounds=(),
)
MEASURE = Measure(
    id="a.m1",
    plan=PLAN_ID,
    number=None,
    text="",
    priority=None,
    goal=None,
    target_groups=(),
    inherited=("demenca",),
    municipalities=(SEMIC,),
    providers=(),
    deadline=None,
    until=None,
    funding=None,
    amount=None,
    indicator=None,
    evidence=EVIDENCE,
    fields={},
)
PAPER = Understood(
    DocumentInfo("a" * 16, "jv/semic/zapisnik.pdf", DocumentKind.MINUTES, None, date(2017, 10, 12), SEMIC, None),
    Analysis(
        id="a" * 16,
        source="jv/semic/zapisnik.pdf",
        session=Session(21, SessionKind.REDNA, None),
        case_numbers=("122-08/2013-5",),
        plans=(PlanMention(PLAN_ID, "jugovzhodna", "2017-2020"),),
        municipalities=(MunicipalityCount("109", "Semič", 1),),
        target_groups=(GroupCount("demenca", 1),),
        decisions=(DECISION,),
        measures=(MEASURE,),
    ),
)
# Like the first in nothing that a filter can ask for.
STRANGER = Understood(
    DocumentInfo("b" * 16, "ko/vabilo.txt", DocumentKind.AGENDA, None, date(2014, 3, 1), METLIKA, None),
    Analysis(
        id="b" * 16,
        source="ko/vabilo.txt",
        session=Session(3, SessionKind.DOPISNA, None),
        case_numbers=("032-1/2014",),
        plans=(PlanMention(OTHER_PLAN, "koroska", "2014-2016"),),
        municipalities=(MunicipalityCount("073", "Metlika", 1),),
        target_groups=(GroupCount("romi", 1),),
        decisions=(
            replace(
                DECISION,
                municipality=METLIKA,
                plan=OTHER_PLAN,
                status=Status.SCHEDULED,
                session=Session(3, SessionKind.DOPISNA, None),
                date=date(2014, 3, 1),
            ),
        ),
        measures=(replace(MEASURE, plan=OTHER_PLAN, inherited=(), target_groups=("romi",), municipalities=(METLIKA,)),),
    ),
)
PAPERS = (PAPER, STRANGER)
LISTS: dict[str, Any] = {"documents": documents, "decisions": decisions, "measures": measures}
# For each filter values that only the first paper has, in the ways in which people write them.
FIRST: dict[str, tuple[Any, ...]] = {
    "municipality": ("Semič", "semica", "109"),
    "region": ("jugovzhodna", "JV regija"),
    "target_group": ("demenca", "starejsi"),
    "kind": ("zapisnik", "minutes"),
    "status": ("seznanjen", "acknowledged"),
    "plan": (PLAN_ID, "JV 2017", "rin-sv/jugovzhodna", "JV"),
    "year": (2017, "2017"),
    "since": ("2017", "2017-10-12", "12. 10. 2017", date(2017, 10, 12)),
    "case_number": ("122-08/2013-5", "122-08/2013", "122 – 08/2013"),
    "session": (21, "21", "21. redna", "redna", "21/redna"),
    "document": ("a" * 16, "A" * 16),
    "source": ("semic", "SEMIČ", "zapisnik.*", "jv/*"),
}
SECOND: dict[str, tuple[Any, ...]] = {
    "until": ("2017-10-11", "2014", date(2016, 1, 1)),
    "session": ("dopisna", 3, "3. dopisna"),
    "plan": ("koroška", "koroška 2014"),
    "source": ("vabilo",),
}
ASKED = [
    (answer, name, value, owner)
    for answer in LISTS
    for owner, table in (("a", FIRST), ("b", SECOND))
    for name, values in table.items()
    if name not in WITHOUT[answer]
    for value in values
]


def asked(answer: str, **filters: Any) -> set[str]:
    """The first letters of the documents that the answer is from."""
    found = LISTS[answer](PAPERS, wanted(answer, filters, (PLAN_ID, OTHER_PLAN)))  # type: ignore[arg-type]
    return {(each.id if answer == "documents" else each.document.id)[0] for each in found}


def test_every_filter_is_asked_for() -> None:
    assert set(FIRST) | set(SECOND) == set(NAMES)
    for answer in LISTS:
        assert asked(answer) == {"a", "b"}


@pytest.mark.parametrize(("answer", "name", "value", "owner"), ASKED)
def test_a_filter_narrows_the_answer(answer: str, name: str, value: Any, owner: str) -> None:
    assert asked(answer, **{name: value}) == {owner}


@pytest.mark.parametrize("answer", LISTS)
def test_two_filters_must_both_hold(answer: str) -> None:
    assert asked(answer, municipality="Semič", source="zapisnik") == {"a"}
    assert asked(answer, municipality="Semič", source="vabilo") == set()
    assert asked(answer, year=2017, until="2016") == set()


@pytest.mark.parametrize(("answer", "name"), [(answer, name) for answer in WITHOUT for name in sorted(WITHOUT[answer])])
def test_a_filter_that_does_not_apply_is_refused(answer: str, name: str, index: Path, tmp_path: Path) -> None:
    value = FIRST.get(name, ("2017",))[0]
    with Library(index) as library:
        with pytest.raises(UsageError) as error:
            library.export(answer, tmp_path / "a.csv", **{name: value})
        if answer in ("measures", "decisions"):
            with pytest.raises(UsageError):
                getattr(library, answer)(**{name: value})
    assert error.value.place == name
    applying = [each for each in NAMES if each not in WITHOUT[answer]]
    assert ", ".join(applying) in error.value.advice
    assert not list(tmp_path.iterdir())


def test_an_export_is_limited_as_its_answer_is(index: Path, tmp_path: Path) -> None:
    with Library(index) as library:
        for what, filters in (
            ("measures", {"source": "nacrt", "target_group": "romi"}),
            ("measures", {"year": 2031}),
            ("decisions", {"kind": "zapisnik"}),
            ("documents", {"municipality": "Semič"}),
            ("priorities", {"plan": "JV 2017"}),
        ):
            count = library.export(what, tmp_path / "a.jsonl", **filters)
            assert count == len(getattr(library, what)(**filters))


VALUES: dict[str, tuple[Any, ...]] = {
    "municipality": ("Semič", "Kočevje", "Metlika"),
    "region": ("JV", "koroška"),
    "target_group": ("romi", "starejsi"),
    "kind": ("zapisnik", "gradivo", "načrt", "vabilo"),
    "status": ("seznanjen", "predlagano", "sprejeto"),
    "plan": (PLAN_ID, "JV"),
    "year": (2017, 2018),
    "since": ("2017-10-06", "2018"),
    "until": ("2017-10-06", "2016"),
    "case_number": ("032-1/2017", "032-1/2017-2", "032-1/201"),
    "session": (21, "3. redna", "redna", "dopisna", 2),
    "source": ("semic", "*.txt", "papers", "z*", "[s]emic"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    home = tmp_path_factory.mktemp("filters")
    write_papers(home / "papers")
    letter = "OBČINA METLIKA\nŠtevilka: 032-1/2017-2\nDatum: 5. 11. 2017\n\nZADEVA: Romi in starejši občani\n"
    write(home / "papers" / "metlika" / "dopis.txt", letter)
    found = Library(home / "index")
    found.ingest(home / "papers")
    return found


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in VALUES.items() for value in values])
def test_search_and_documents_agree(library: Library, name: str, value: Any) -> None:
    listed = {each.id for each in library.documents(**{name: value})}
    hits = library.search("", limit=1000, **{name: value}).hits
    found = {hit.document.id for hit in hits}
    if name == "target_group":  # of a passage, in search, its own
        assert found <= listed
    else:
        assert found == listed
    assert len(listed) < len(library.documents()) or (name, value) in {("source", "papers"), ("region", "JV")}


def test_the_values_that_agree_are_not_all_empty(library: Library) -> None:
    for name, values in VALUES.items():
        assert any(library.documents(**{name: value}) for value in values), name


def test_a_plan_that_no_paper_speaks_of_is_unknown_to_every_answer(library: Library) -> None:
    for ask in (
        library.documents,
        library.measures,
        library.decisions,
        lambda **given: library.search("načrt", **given),
    ):
        with pytest.raises(UnknownName) as error:
            ask(plan="JV 2031")
        assert PLAN_ID in error.value.nearest


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("semic", True),
        ("Semič", True),
        ("zapisnik.TXT", True),
        ("*.txt", True),
        ("papers/*", True),
        ("*.pdf", False),
        ("semi[c]", False),
    ],
)
def test_a_source_is_found_by_a_part_or_a_pattern(part: str, found: bool) -> None:
    assert holds("papers/Semič/zapisnik.txt", part) is found


def test_a_part_of_a_number_is_no_part_of_it() -> None:
    assert not fits("case_number", "122-08/2013-51", "122-08/2013-5")
    assert not fits("session", "21/redna", "2/")
    assert not fits("plan", "rin-sv/goriska/2017-2020", "rin-sv/gorisk")
    assert not fits("kind", "planning", "plan")


def test_a_day_is_in_the_wanted_time_or_unknown_where_any_will_do() -> None:
    year = date(2017, 1, 1), date(2017, 12, 31)
    assert within(date(2017, 5, 1), *year)
    assert not within(date(2014, 5, 1), *year)
    assert not within(None, *year)
    assert within(None, None, None)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("JV 2018", PLAN_ID),
        ("JV 2020", PLAN_ID),
        ("jugovzhodna 2015", "rin-sv/jugovzhodna/2014-2016"),
        ("JV 2017", PLAN_ID),
    ],
)
def test_a_year_within_the_period_of_a_plan_names_it(text: str, id: str) -> None:
    known = (PLAN_ID, "rin-sv/jugovzhodna/2014-2016", OTHER_PLAN, "rin-sv/jugovzhodna")
    assert fits("plan", id, known_plan(text, known))


@pytest.mark.parametrize("text", ["JV 2021", "JV 2013", "JV 2018-2019", "zasavska 2018", "2018"])
def test_a_year_of_no_plan_or_of_any_region_names_none(text: str) -> None:
    with pytest.raises(UnknownName):
        known_plan(text, (PLAN_ID, OTHER_PLAN))
