"""What goes wrong is one line for people, one object for programs, and the exit code of the error tree."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import ask, run
from tests.papers import write

USAGE = (
    ["frobnicate"],
    ["search"],
    ["demo", "a"],
    ["search", "zdravje", "--limit", "veliko"],
    ["search", "zdravje", "--frob"],
    ["analyse"],
)


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_wrong_use_is_an_error_of_two(words: list[str], tmp_path: Path) -> None:
    answer = ask(*words, code=2, cwd=tmp_path)
    assert answer["error"]["code"] == "usage"
    assert set(answer["error"]) == {"code", "message", "place", "advice"}
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert re.search(r"[.?] See `rinsearch[a-z ]* --help`\.$", done.stderr.strip())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "code", "nearest"),
    [
        (["search", "zdravje", "--municipality", "Semix"], "unknown-name", "Semič"),
        (["measures", "--target-group", "romci"], "unknown-name", "romi"),
        (["decisions", "--status", "seznanjem"], "unknown-name", "seznanjen"),
        (["councils", "JV 2027"], "unknown-name", "rin-sv/jugovzhodna/2017-2020"),
        (["export", "ukrepi", "m.csv"], "unknown-name", "measures"),
        (["search", "občin:Semič"], "query", "občina"),
        (["search", "zdravje", "--limit", "0"], "usage", "1 to 1000"),
        (["search", "zdravje", "--year", "17"], "usage", "four digits"),
        (["export", "measures", "m.pdf"], "usage", ".csv"),
        (["export", "measures"], "usage", "m.csv"),
        (["search", "zdravje", "--facets", "xyz"], "unknown-name", "kind"),
        (["decisions", "--status", "xyz"], "unknown-name", "seznanjen"),
        (["show", "0000000000000000"], "unknown-name", "document"),
    ],
)
def test_a_wrong_value_is_named_with_the_nearest_right_one(
    words: list[str], code: str, nearest: str, index: Path
) -> None:
    answer = ask(*words, "--index", index, code=2)
    assert answer["error"]["code"] == code
    assert nearest in answer["error"]["advice"]


def test_an_index_where_a_file_is_is_wrong_use(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "a.txt", "Svet se je seznanil.")
    (tmp_path / "file").touch()
    for index in ("file", "file/below"):
        answer = ask("ingest", papers, "--index", tmp_path / index, code=2)
        assert "folder" in answer["error"]["advice"]


def test_where_there_is_no_index_the_advice_is_to_build_one(tmp_path: Path) -> None:
    for words in (["search", "zdravje"], ["councils"], ["stats"], ["verify"], ["rebuild"]):
        answer = ask(*words, "--index", tmp_path / "none", code=4)
        assert answer["error"]["code"] == "no-index"
        assert "ingest" in answer["error"]["advice"]
        assert str(tmp_path) not in json.dumps(answer)


def test_a_broken_index_is_no_traceback(tmp_path: Path) -> None:
    write(tmp_path / "i" / "index.json", "{")
    assert ask("search", "zdravje", "--index", tmp_path / "i", code=4)["error"]["code"] == "damaged-index"


def test_a_missing_folder_is_named_without_the_machine_above_it(tmp_path: Path) -> None:
    answer = ask("ingest", tmp_path / "nothing", "--index", tmp_path / "i", code=2)
    assert answer["error"]["place"] == "nothing"


def test_a_place_that_cannot_be_written_is_one_line(papers: Path, tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    done = run("ingest", papers, "--index", tmp_path / "file" / "index")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
