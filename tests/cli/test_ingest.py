"""Building an index: what is unchanged is not read again, a bad file is a line, and a stopped run goes on."""

import json
import os
import shutil
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from rinsearch import Library
from rinsearch.answers import as_json
from rinsearch.extract import CACHE
from tests.cli.running import ask, run, start
from tests.papers import MEMO, MINUTES, write, write_many, write_papers

pytestmark = pytest.mark.once

MANY = 130  # papers, so that a run takes some seconds and more than one commit
READ = 30  # of them, before it is stopped


def counts(report: dict[str, Any]) -> dict[str, int]:
    names = ("added", "updated", "unchanged", "removed", "incomplete", "failed")
    return {name: report[name] for name in names if report[name]}


def held(index: Path) -> list[Any]:
    """All that can be asked of an index, without what counts its runs."""
    with Library(index) as library:
        found = (
            library.documents(),
            library.decisions(),
            library.measures(),
            library.search("prostovoljci", limit=999),
        )
        return [as_json(each) for each in found]


def test_only_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    papers, index = write_papers(tmp_path / "papers"), tmp_path / "index"
    first = ask("ingest", papers, "--index", index)
    assert counts(first) == {"added": 3}
    assert (first["index"], first["documents"]) == ("index", 3)
    assert {each["source"] for each in first["files"]} == {
        "papers/kocevje/gradivo.txt",
        "papers/nacrt.md",
        "papers/semic/zapisnik.txt",
    }
    assert counts(ask("ingest", papers, "--index", index)) == {"unchanged": 3}

    write(papers / "kocevje" / "gradivo.txt", MEMO.replace("2017-2020", "2014-2016"))
    (papers / "semic" / "zapisnik.txt").unlink()
    write(papers / "metlika.txt", MINUTES.replace("Semič", "Metlika").replace("SEMIČ", "METLIKA"))
    third = ask("ingest", papers, "--index", index)
    assert counts(third) == {"added": 1, "updated": 1, "unchanged": 1, "removed": 1}
    assert third["documents"] == 3
    assert ask("search", '"Občine Semič"', "--index", index)["total"] == 0
    assert ask("verify", "--index", index)["wrong"] == []


def test_two_copies_are_one_document_and_one_may_go(tmp_path: Path) -> None:
    papers, index = tmp_path / "papers", tmp_path / "index"
    write(papers / "a.txt", MINUTES)
    write(papers / "b.txt", MINUTES)
    assert ask("ingest", papers, "--index", index)["documents"] == 1
    (papers / "a.txt").unlink()
    report = ask("ingest", papers, "--index", index)
    assert counts(report) == {"unchanged": 1, "removed": 1}
    assert report["documents"] == 1
    (papers / "b.txt").unlink()
    assert ask("ingest", papers, "--index", index)["documents"] == 0


def test_what_went_from_one_folder_leaves_the_others_alone(tmp_path: Path) -> None:
    one, two, index = tmp_path / "one", tmp_path / "two", tmp_path / "index"
    write(one / "a.txt", MINUTES)
    write(two / "b.txt", MEMO)
    ask("ingest", one, two, "--index", index)
    shutil.rmtree(two)
    assert counts(ask("ingest", one, "--index", index)) == {"unchanged": 1}
    assert [each["source"] for each in ask("documents", "--index", index)["documents"]] == ["two/b.txt", "one/a.txt"]


def test_a_bad_file_is_a_line_of_the_report_and_the_exit_code_1(tmp_path: Path) -> None:
    papers, index = write_papers(tmp_path / "papers"), tmp_path / "index"
    (papers / "slab.pdf").write_bytes(b"%PDF-1.4\nto ni nic\n")
    (papers / "slika.bin").write_bytes(b"\x00\x01\x02" * 100)
    report = ask("ingest", papers, "--index", index, code=1)
    assert counts(report) == {"added": 3, "failed": 2}
    failed = {each["source"]: each["error"] for each in report["files"] if each["outcome"] == "failed"}
    assert set(failed) == {"papers/slab.pdf", "papers/slika.bin"}
    assert all(each["advice"] for each in failed.values())
    assert str(tmp_path) not in json.dumps(report)
    done = run("ingest", papers, "--index", index)
    assert done.returncode == 1
    [line] = [line for line in done.stdout.splitlines() if "papers/slab.pdf" in line]
    outcome, _, reason, advice = line.split("\t")
    assert outcome == "failed"
    assert reason
    assert advice
    assert not done.stderr, "progress is for terminals"


def test_metadata_of_a_folder_win_over_what_is_guessed(tmp_path: Path) -> None:
    papers, index = write_papers(tmp_path / "papers"), tmp_path / "index"
    ask("ingest", papers, "--index", index)
    head = "file,url,retrieved,title,date,issuer,kind\n"
    row = "nacrt.md,https://nacrti.example/2017,2018-01-31,Načrt za vse,2017-06-30,Metlika,report\n"
    write(papers / "metadata.csv", head + row)
    assert counts(ask("ingest", papers, "--index", index)) == {"updated": 1, "unchanged": 2}
    [paper] = ask("documents", "--source", "nacrt", "--index", index)["documents"]
    assert paper["title"] == "Načrt za vse"
    assert paper["url"] == "https://nacrti.example/2017"
    assert (paper["kind"], paper["date"], paper["issuer"]["name"]) == ("report", "2017-06-30", "Metlika")


def test_an_index_is_rebuilt_from_what_was_read_when_the_originals_are_gone(tmp_path: Path) -> None:
    papers, index = write_papers(tmp_path / "papers"), tmp_path / "index"
    ask("ingest", papers, "--index", index)
    before = held(index)
    shutil.rmtree(papers)
    report = ask("rebuild", "--index", index)
    assert (report["documents"], report["failed"]) == (3, 0)
    assert held(index) == before
    assert ask("verify", "--index", index)["wrong"] == []


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many papers, and beside them an index that was built without a stop."""
    home = tmp_path_factory.mktemp("many")
    write_many(home / "papers", MANY)
    ask("ingest", home / "papers", "--index", home / "whole")
    return home


def kept(index: Path) -> int:
    """How many files lie in the cache."""
    if not (index / CACHE).exists():
        return 0
    with closing(sqlite3.connect(index / CACHE)) as cache, suppress(sqlite3.OperationalError):  # without its table yet
        return int(cache.execute("SELECT count(*) FROM read").fetchone()[0])
    return 0


def stopped(papers: Path, index: Path, number: signal.Signals) -> tuple[int, str]:
    """Begin to ingest and send a signal when some papers have been read; exit code and standard error."""
    process = start("ingest", papers, "--index", index)
    while process.poll() is None and kept(index) < READ:
        time.sleep(0.005)
    assert process.poll() is None, "it ended before it could be stopped"
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_with_130_and_a_line_and_the_next_run_gives_the_same_index(many: Path, tmp_path: Path) -> None:
    code, errors = stopped(many / "papers", tmp_path / "index", signal.SIGINT)
    assert code == 130
    assert len(errors.splitlines()) == 1
    assert "goes on" in errors
    ask("ingest", many / "papers", "--index", tmp_path / "index")
    assert held(tmp_path / "index") == held(many / "whole")


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_after_kill_9_the_next_run_gives_the_same_index(many: Path, tmp_path: Path) -> None:
    code, _ = stopped(many / "papers", tmp_path / "index", signal.SIGKILL)
    assert code == -signal.SIGKILL
    ask("ingest", many / "papers", "--index", tmp_path / "index")
    assert held(tmp_path / "index") == held(many / "whole")
    assert ask("verify", "--index", tmp_path / "index")["wrong"] == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_kill_9_over_an_index_leaves_what_it_held(many: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    ask("ingest", write_papers(tmp_path / "papers"), "--index", index)
    process = start("ingest", many / "papers", "--index", index)
    time.sleep(2.0)
    process.kill()
    process.communicate()
    assert {"papers/nacrt.md"} <= {each["source"] for each in ask("documents", "--index", index)["documents"]}
    assert ask("verify", "--index", index)["wrong"] == []
