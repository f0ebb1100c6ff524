"""An index is of the engine that it was made with, until it is rebuilt with another."""

import json
import shutil
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import MissingPart, UnknownName, UsageError
from rinsearch.index import engines
from rinsearch.library import place as places
from tests.cli.running import run
from tests.papers import write_many, write_papers

ENGINES = tuple(name for name in engines.ENGINES if name != engines.REMOTE)
PAPERS = 6
OTHER = {"whoosh": "tantivy", "tantivy": "whoosh"}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papers")
    return write_many(tmp_path / "papers", PAPERS - 3)


def parts(index: Path) -> set[str]:
    return {each.name for each in index.iterdir()} & set(ENGINES)


def answers(library: Library) -> object:
    found = library.search("načrt", facets=("kind", "municipality"))
    return [hit.passage.id for hit in found.hits], found.total, found.facets, list(library.documents())


@pytest.mark.parametrize("engine", ENGINES)
def test_an_index_is_made_with_the_engine_that_is_asked_for_and_keeps_it(
    papers: Path, tmp_path: Path, engine: str
) -> None:
    with Library(tmp_path / "index") as library:
        assert library.ingest(papers, engine=engine).engine == engine
        assert library.ingest(papers).engine == engine
        assert library.ingest(papers, engine=engine).unchanged == PAPERS
        assert library.rebuild().engine == engine
        assert library.stats().engine == engine
    assert parts(tmp_path / "index") == {engine}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rebuild_goes_over_to_another_engine_without_reading_a_file(
    papers: Path, tmp_path: Path, engine: str
) -> None:
    with Library(tmp_path / "index") as library:
        library.ingest(papers, engine=engine)
        before = answers(library)
        shutil.rmtree(papers)
        report = library.rebuild(engine=OTHER[engine])
        assert (report.engine, report.documents, report.failed) == (OTHER[engine], PAPERS, 0)
        assert answers(library) == before
        assert library.verify().wrong == ()
    assert parts(tmp_path / "index") == {OTHER[engine]}, "nothing of the old engine stays"


def test_a_library_that_is_open_sees_the_new_engine(papers: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "index") as writer, Library(tmp_path / "index") as reader:
        writer.ingest(papers)
        before = answers(reader)
        writer.rebuild(engine="tantivy")
        assert reader.stats().engine == "tantivy"
        assert answers(reader) == before


@pytest.mark.parametrize("engine", ENGINES)
def test_papers_do_not_go_into_an_index_of_another_engine(papers: Path, tmp_path: Path, engine: str) -> None:
    with Library(tmp_path / "index") as library:
        library.ingest(papers, engine=engine)
        before = answers(library)
        with pytest.raises(UsageError, match=f"is of the engine {engine}") as caught:
            library.ingest(papers, engine=OTHER[engine])
        assert f"rinsearch rebuild --engine {OTHER[engine]}" in caught.value.advice
        assert answers(library) == before


def test_an_engine_that_is_none_is_told_with_the_nearest(papers: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "index") as library:
        with pytest.raises(UnknownName, match="tantivy"):
            library.ingest(papers, engine="tantiviy")
        library.ingest(papers)
        with pytest.raises(UnknownName, match="whoosh"):
            library.rebuild(engine="woosh")


def test_an_engine_that_is_not_installed_is_told_with_the_command(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path / "index") as library:
        library.ingest(papers, engine="tantivy")
        before = answers(library)
    with monkeypatch.context() as patched:
        patched.setattr(engines, "find_spec", lambda name: None)
        with Library(tmp_path / "index") as library:
            for ask in (lambda: library.search("načrt"), lambda: library.ingest(papers), library.rebuild):
                with pytest.raises(MissingPart) as caught:
                    ask()
                assert 'pip install "rinsearch[fast]"' in caught.value.advice
    with Library(tmp_path / "index") as library:
        assert answers(library) == before, "nothing was changed"


def test_without_its_engine_an_index_can_be_rebuilt_with_the_default_one(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path / "index") as library:
        library.ingest(papers, engine="tantivy")
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with Library(tmp_path / "index") as library:
        assert library.rebuild(engine="whoosh").documents == PAPERS


@pytest.mark.parametrize("moved", range(4))
def test_going_over_that_was_killed_half_way_is_finished_by_the_next_run(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    index = tmp_path / "index"
    with Library(index) as library:
        library.ingest(papers)
        before = answers(library)
        steps = iter(range(100))
        rename = Path.replace

        def killed(self: Path, target: Path) -> Path:
            if places.READY in self.parts and next(steps) >= moved:
                raise KeyboardInterrupt
            return rename(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", killed)
            if moved < 3:
                with pytest.raises(KeyboardInterrupt):
                    library.rebuild(engine="tantivy")
            else:
                library.rebuild(engine="tantivy")
    with Library(index) as library:
        assert answers(library) == before
        library.ingest(papers)
        assert library.stats().engine == "tantivy"
    assert parts(index) == {"tantivy"}


def test_the_command_line_takes_the_engine(papers: Path, tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    done = run("ingest", str(papers), "--engine", "tantivy", "--index", index, "--json")
    assert (done.returncode, json.loads(done.stdout)["engine"]) == (0, "tantivy")
    done = run("rebuild", "--engine", "whoosh", "--index", index, "--json")
    assert (done.returncode, json.loads(done.stdout)["engine"]) == (0, "whoosh")
    done = run("ingest", str(papers), "--engine", "tantivy", "--index", index, "--json")
    assert (done.returncode, json.loads(done.stdout)["error"]["code"]) == (2, "usage")
