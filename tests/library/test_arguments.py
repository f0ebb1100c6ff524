"""Silly arguments: whatever is handed in, the answer is an answer or an error of our own that says what to do."""

import contextlib
import datetime
import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rinsearch
from rinsearch import Library, Text
from rinsearch.errors import RinsearchError, UsageError, WrongType
from rinsearch.index.values import NAMES
from tests.cli.running import ask, run

Ask = Callable[[Library], object]

WRONG: dict[str, Ask] = {
    "search(None)": lambda library: library.search(None),  # type: ignore[arg-type]
    "search(b'dom')": lambda library: library.search(b"dom"),  # type: ignore[arg-type]
    "limit='5'": lambda library: library.search("dom", limit="5"),  # type: ignore[arg-type]
    "limit=5.0": lambda library: library.search("dom", limit=5.0),  # type: ignore[arg-type]
    "limit=True": lambda library: library.search("dom", limit=True),
    "offset=None": lambda library: library.search("dom", offset=None),  # type: ignore[arg-type]
    "sort=3": lambda library: library.search("dom", sort=3),  # type: ignore[arg-type]
    "facets='leto'": lambda library: library.search("dom", facets="leto"),  # type: ignore[arg-type]
    "facets=5": lambda library: library.search("dom", facets=5),  # type: ignore[arg-type]
    "facets=[5]": lambda library: library.search("dom", facets=[5]),  # type: ignore[arg-type]
    "councils(2017)": lambda library: library.councils(2017),  # type: ignore[arg-type]
    "as_of=2017": lambda library: library.councils(as_of=2017),  # type: ignore[arg-type]
    "standing=5": lambda library: library.councils(standing=5),  # type: ignore[arg-type]
    "took_note='da'": lambda library: library.councils(took_note="da"),  # type: ignore[arg-type]
    "coverage=1": lambda library: library.councils(coverage=1),  # type: ignore[arg-type]
    "picture=5": lambda library: library.councils(picture=5),  # type: ignore[arg-type]
    "gaps(2017)": lambda library: library.gaps(2017),  # type: ignore[arg-type]
    "timeline(2017)": lambda library: library.timeline(2017),  # type: ignore[arg-type]
    "compare(2014, 2017)": lambda library: library.compare(2014, 2017),  # type: ignore[arg-type]
    "report(2017)": lambda library: library.report(2017),  # type: ignore[arg-type]
    "report to 5": lambda library: library.report(to=5),  # type: ignore[arg-type]
    "snapshot to 5": lambda library: library.snapshot(to=5),  # type: ignore[arg-type]
    "changes(5)": lambda library: library.changes(5),  # type: ignore[arg-type]
    "confirm(109)": lambda library: library.confirm(109, by="A", reason="b"),  # type: ignore[arg-type]
    "by=5": lambda library: library.confirm("Semič", by=5, reason="b"),  # type: ignore[arg-type]
    "correct to 5": lambda library: library.correct("Semič", 5, by="A", reason="b"),  # type: ignore[arg-type]
    "date=2017": lambda library: library.correct("Semič", "sprejeto", by="A", reason="b", date=2017),  # type: ignore[arg-type]
    "priorities(2017)": lambda library: library.priorities(2017),  # type: ignore[arg-type]
    "municipalities(3)": lambda library: library.municipalities(3),  # type: ignore[arg-type]
    "document(5)": lambda library: library.document(5),  # type: ignore[arg-type]
    "passage(None)": lambda library: library.passage(None),  # type: ignore[arg-type]
    "show([])": lambda library: library.show([]),  # type: ignore[arg-type]
    "municipality=109": lambda library: library.documents(municipality=109),  # type: ignore[arg-type]
    "year=2017.0": lambda library: library.documents(year=2017.0),  # type: ignore[arg-type]
    "year=True": lambda library: library.documents(year=True),
    "since=[2017]": lambda library: library.decisions(since=[2017]),  # type: ignore[arg-type]
    "source=Path": lambda library: library.documents(source=Path("a")),  # type: ignore[arg-type]
    "ingest(5)": lambda library: library.ingest(5),  # type: ignore[arg-type]
    "progress=5": lambda library: library.rebuild(progress=5),  # type: ignore[arg-type]
    "export(5)": lambda library: library.export(5, "a.csv"),  # type: ignore[arg-type]
    "export to 5": lambda library: library.export("measures", 5),  # type: ignore[arg-type]
    "Library(5)": lambda _: Library(5),  # type: ignore[arg-type]
    "analyse(5)": lambda _: rinsearch.analyse(5),  # type: ignore[arg-type]
    "analyse(Text(5))": lambda _: rinsearch.analyse(Text(5)),  # type: ignore[arg-type]
    "analyse_all('abc')": lambda _: rinsearch.analyse_all("abc"),
    "passages=1": lambda _: rinsearch.analyse("a.txt", passages=1),  # type: ignore[arg-type]
}
BAD: dict[str, Ask] = {
    "limit=0": lambda library: library.search("dom", limit=0),
    "limit huge": lambda library: library.search("dom", limit=10**400),
    "offset=-1": lambda library: library.search("dom", offset=-1),
    "unknown facet": lambda library: library.search("dom", facets=("barva",)),
    "unknown order": lambda library: library.search("dom", sort="barva"),
    "half a character": lambda library: library.search("dom \ud800"),
    "half a character in a filter": lambda library: library.documents(source="\ud800"),
    "empty filter": lambda library: library.documents(municipality=" "),
    "long filter": lambda library: library.documents(source="a" * 9_999),
    "huge year": lambda library: library.documents(year=10**5_000),
    "unknown filter": lambda library: library.documents(barva="modra"),  # type: ignore[call-arg]
    "year before the calendar": lambda library: library.documents(since="0000"),
    "long id": lambda library: library.show("a" * 9_999),
    "no file": lambda library: library.ingest(),
    "empty path": lambda library: library.ingest(""),
    "a path with a zero": lambda library: library.ingest("a\0b"),
    "a long path": lambda library: library.ingest("a" * 999),
    "a day that is none": lambda library: library.councils(as_of="2017-02-30"),
    "a day in other words": lambda library: library.councils(as_of="lani"),
    "a standing that is none": lambda library: library.councils(standing="modro"),
    "a picture that is none": lambda library: library.timeline(picture="a.png"),
    "a picture in no folder": lambda library: library.councils(picture="/nowhere/at/all.svg"),
    "a plan that is none": lambda library: library.gaps("Mars 2017"),
    "one plan compared with none": lambda library: library.compare("JV 2017", ""),
    "a report that is none": lambda library: library.report(to="a.pdf"),
    "a report to nowhere": lambda library: library.report(to=""),
    "a snapshot in no folder": lambda library: library.snapshot(to="/nowhere/at/all.json"),
    "a snapshot that is a folder": lambda library: library.snapshot(to="/"),
    "a report that is a folder": lambda library: library.report(to=Path(tempfile.mkdtemp(suffix=".html"))),
    "changes of nothing": lambda library: library.changes(""),
    "changes of a folder": lambda library: library.changes("/"),
    "changes of what is no snapshot": lambda library: library.changes(Path(__file__)),
    "a word of nobody": lambda library: library.confirm("Semič", reason="b"),
    "a word without a reason": lambda library: library.correct("Semič", "sprejeto", by="A", reason=" "),
    "a word on another region": lambda library: library.confirm("Koper", by="A", reason="b"),
    "a word on no municipality": lambda library: library.confirm("Atlantida", by="A", reason="b"),
    "a correction to nothing": lambda library: library.correct("Semič", "", by="A", reason="b"),
    "a correction of no day": lambda library: library.correct("Semič", "sprejeto", by="A", reason="b", date="jutri"),
    "half a character as a name": lambda library: library.confirm("Semič", by="\ud800", reason="b"),
    "long name of an export": lambda library: library.export("a" * 9_999, "a.csv"),
    "no papers": lambda _: rinsearch.analyse_all([]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_type_is_named_with_what_to_write(name: str, index: Path) -> None:
    with Library(index) as library, pytest.raises(WrongType) as error:
        WRONG[name](library)
    assert error.value.place
    assert " takes a" in error.value.message or " takes True" in error.value.message
    assert error.value.advice.startswith("Write it like")
    assert error.value.exit_code == 2


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_value_is_told_shortly_with_advice(name: str, index: Path) -> None:
    with Library(index) as library, pytest.raises(UsageError) as error:
        BAD[name](library)
    assert error.value.advice
    assert error.value.exit_code == 2
    assert len(str(error.value)) < 500


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**4_400, max_value=10**4_401),
    st.floats(),
    st.binary(max_size=20),
    st.text(max_size=40),
    st.text(alphabet=st.characters(codec=None), max_size=10),
    st.sampled_from(
        ["*", "[", "21. redna", "JV 2017", "2017..", "..", "rin-sv/", "/", "občina:", "\0", "١٧", "²", "-1"]
    ),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.dates(),
    st.datetimes(),
    st.just(object()),
    st.just(datetime.date),
)
METHODS: dict[str, Callable[[Library, Any, dict[str, Any]], object]] = {
    "search": lambda library, value, more: library.search(value, **more),
    "search.limit": lambda library, value, more: library.search("dom", limit=value, **more),
    "search.offset": lambda library, value, more: library.search("dom", offset=value, **more),
    "search.sort": lambda library, value, more: library.search("dom", sort=value, **more),
    "search.facets": lambda library, value, more: library.search("dom", facets=value, **more),
    "councils": lambda library, value, _: library.councils(value),
    "measures": lambda library, _, more: library.measures(**more),
    "decisions": lambda library, _, more: library.decisions(**more),
    "documents": lambda library, _, more: library.documents(**more),
    "councils.as_of": lambda library, value, _: library.councils(as_of=value),
    "councils.standing": lambda library, value, _: library.councils(standing=value),
    "gaps": lambda library, value, _: library.gaps(value),
    "compare": lambda library, value, _: library.compare(value, "JV 2017"),
    "timeline": lambda library, value, _: library.timeline(value),
    "changes": lambda library, value, _: library.changes(value),
    "snapshot": lambda library, value, _: library.snapshot(value),
    "report": lambda library, value, _: library.report(value, to="/nowhere/at/all.html"),
    "confirm": lambda library, value, _: library.confirm(value, by=value),
    "correct": lambda library, value, _: library.correct("Semič", value, by=value),
    "priorities": lambda library, value, _: library.priorities(value),
    "municipalities": lambda library, value, _: library.municipalities(value),
    "document": lambda library, value, _: library.document(value),
    "passage": lambda library, value, _: library.passage(value),
    "show": lambda library, value, _: library.show(value),
    "export": lambda library, value, more: library.export(value, "/nowhere/at/all.csv", **more),
}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(sorted(METHODS)),
    value=ANYTHING,
    filters=st.dictionaries(st.sampled_from([*NAMES, "barva"]), ANYTHING, max_size=2),
)
def test_silly_arguments_give_an_answer_or_an_error_of_ours(
    method: str, value: Any, filters: dict[str, Any], index: Path
) -> None:
    with Library(index) as library:
        error = raised(lambda: METHODS[method](library, value, filters))
    assert error is None or isinstance(error, UsageError)


def raised(call: Callable[[], object]) -> RinsearchError | None:
    """The error of ours that a call raises, which must be short and say what to do; no other may come."""
    try:
        call()
    except RinsearchError as error:
        found = error
    else:
        return None
    assert found.advice
    assert 0 < len(found.message) < 400
    return found


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder without papers in a folder without papers: ".." would read whatever lies beside the checkout."""
    folder = tmp_path_factory.mktemp("outside") / "inside"
    folder.mkdir()
    return folder


@settings(max_examples=100, deadline=None)
@given(value=ANYTHING.filter(lambda each: not (isinstance(each, str) and each[:1] == "/")))  # the whole machine
def test_a_silly_place_or_paper_is_an_error_of_ours(value: Any, bare: Path) -> None:
    with contextlib.chdir(bare):
        for ask_for in (Library, rinsearch.analyse, lambda each: rinsearch.analyse(Text("a", each))):
            raised(functools.partial(ask_for, value))


@pytest.mark.parametrize(
    "words",
    [
        ["search", "dom", "--offset", "-1"],
        ["search", "dom", "--facets", "barva"],
        ["search", "dom", "--sort", "barva"],
        ["search", "dom", "--municipality", ""],
        ["search", b"dom \xff"],
        ["documents", "--source", b"\xff"],
        ["documents", "--year", "²017"],
        ["show", "a" * 1_999],
        ["measures", "--status", "seznanjen"],
        ["export", "councils", "a.csv", "--year", "2017"],
        ["councils", "1817"],
        ["councils", "--as-of", "lani"],
        ["councils", "--standing", ""],
        ["timeline", "--picture", "a.png"],
        ["gaps", "Mars 2017"],
        ["compare", "JV 2017", "Mars"],
        ["report", "--to", "a.pdf"],
        ["snapshot", "--to", "/nowhere/at/all.json"],
        ["changes", "/nowhere"],
        ["confirm", "Semič"],
        ["correct", "Semič", "modro", "--by", "A", "--reason", "b"],
        ["ingest", ""],
    ],
    ids=lambda words: str(words)[:40],
)
def test_silly_words_on_the_command_line_are_one_line_and_the_code_2(words: list[Any], index: Path) -> None:
    given_words = [each.decode(errors="surrogateescape") if isinstance(each, bytes) else each for each in words]
    answer = ask(*given_words, "--index", index, code=2)
    assert answer["error"]["advice"]
    assert answer["error"]["place"] or answer["error"]["message"]
    done = run(*given_words, "--index", index)
    assert len(done.stderr.splitlines()) == 1
    assert "This should not have happened" not in done.stderr
