"""Without a locale, and with Python's own remedy forbidden: č is č in names of files, in words and in print."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.papers import MINUTES, write

PURE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the locales of POSIX")


def test_the_c_locale_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "Občine" / "točka č.txt", MINUTES)
    index = tmp_path / "kazalo č"
    done = run("ingest", tmp_path / "Občine", "--index", index, "--json", env=PURE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"][0]["source"] == "Občine/točka č.txt"
    for words in (["search", "duševnem"], ["documents", "--municipality", "Semič"], ["analyse", tmp_path / "Občine"]):
        pure, usual = (run(*words, "--index", index, env=env) for env in (PURE, {}))
        assert pure.returncode == 0, pure.stderr
        assert pure.stdout == usual.stdout
        assert "točka č.txt" in pure.stdout


def test_what_is_wrong_is_told_there_too(tmp_path: Path) -> None:
    done = run("search", "x", "--municipality", "Semičč", "--index", tmp_path / "ni č", env=PURE)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "č" in done.stderr
