"""Saved searches: what is new since the last look, over rebuilds and broken files."""

from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import QueryError, UnknownName, UsageError
from rinsearch.library.saving import NAME, Saving, load
from tests.cli.running import ask, run

ONE = "Občina Semič\n\nPrevoz starejših občanov k zdravniku je urejen.\n"
TWO = "Občina Metlika\n\nPrevozi starejših občanov se še urejajo.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.txt").write_text(ONE, "utf-8")
    opened = Library(tmp_path / "index")
    opened.ingest(tmp_path / "papers")
    return opened


def add(tmp_path: Path) -> None:
    (tmp_path / "papers" / "two.txt").write_text(TWO, "utf-8")


def new(library: Saving, keep: bool = False) -> list[int]:
    return [each.new for each in library.news(keep=keep).searches]


def test_what_is_found_when_it_is_saved_is_not_new(library: Library) -> None:
    (saved,) = library.save("prevozi", "prevoz").searches
    assert (saved.total, saved.new, saved.hits) == (1, 0, ())
    assert new(library) == [0]


def test_a_new_paper_is_new_once(library: Library, tmp_path: Path) -> None:
    library.save("prevozi", "prevoz")
    add(tmp_path)
    library.ingest(tmp_path / "papers")
    assert new(library, keep=True) == [1]
    (found,) = library.news().searches
    assert [hit.document.source for hit in found.hits] == ["papers/two.txt"]
    assert new(library) == [0]


def test_an_ingest_says_what_is_new_where_that_is_asked_for(library: Library, tmp_path: Path) -> None:
    library.save("prevozi", "prevoz")
    add(tmp_path)
    assert [each.new for each in library.ingest(tmp_path / "papers", news=True).news] == [1]
    assert library.ingest(tmp_path / "papers").news == ()


def test_a_rebuild_keeps_them_and_makes_nothing_new(library: Library) -> None:
    library.save("prevozi", "prevoz", municipality="Semič")
    library.rebuild()
    assert new(library) == [0]
    assert library.news().searches[0].filters == {"municipality": "Semič"}


def test_a_name_is_given_anew_or_forgotten(library: Library) -> None:
    library.save("prevozi", "prevoz")
    library.save(" prevozi ", "zdravnik", wide=True)
    assert [each.query for each in library.news().searches] == ["zdravnik"]
    library.save("prevozi", delete=True)
    assert library.news().searches == ()
    with pytest.raises(UnknownName):
        library.save("prevozi", delete=True)


def test_a_wrong_search_is_not_saved(library: Library) -> None:
    for name, query in (("a", "občina:Semiš"), ("a", ""), ("a", "(")):
        with pytest.raises(QueryError):
            library.save(name, query)
    for name in ("", "x" * 101):
        with pytest.raises(UsageError):
            library.save(name, "prevoz")
    assert load(library.place) == {}


def test_a_broken_file_is_named_and_not_lost(library: Library) -> None:
    library.save("prevozi", "prevoz")
    for broken in ("", "[]", "{}", '{"version": 2}', '{"version": 1, "searches": [{}]}'):
        (library.place / NAME).write_text(broken, "utf-8")
        with pytest.raises(UsageError) as caught:
            library.news()
        assert caught.value.place == NAME
        with pytest.raises(UsageError):
            library.save("drugo", "prevoz")
        assert (library.place / NAME).read_text("utf-8") == broken


def test_the_commands_say_it(library: Library, tmp_path: Path) -> None:
    library.close()
    index = ("--index", tmp_path / "index")
    assert ask("save", "prevozi", "prevoz", "--since", "1900", *index)["searches"][0]["name"] == "prevozi"
    add(tmp_path)
    ask("save", "vse", "prevoz", *index)
    done = run("ingest", tmp_path / "papers", "--news", *index)
    assert "vse (prevoz): novih 1 od 2" in done.stdout
    assert ask("news", *index)["searches"][1]["new"] == 0
    assert run("save", "vse", "--delete", *index).stdout == "vse: iskanje ni več shranjeno, ostane jih 1: prevozi\n"
