"""Ends of processes where they make no group, as on Windows: tried out with what stands in its place here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rinsearch.extract import bounds
from rinsearch.extract.ocr import tesseract
from tests.extract.scans import forget_tesseract


@pytest.fixture
def asleep() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], **bounds.SESSION)


def test_a_tree_of_processes_is_ended_by_the_program_of_the_system_for_it(
    asleep: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "taskkill"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    bounds._end_tree(asleep)
    assert asleep.wait(10) != 0
    assert (tmp_path / "asked").read_text().split() == ["/F", "/T", "/PID", str(asleep.pid)]


def test_without_that_program_the_process_itself_is_ended(
    asleep: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    bounds._end_tree(asleep)
    assert asleep.wait(10) != 0


def test_tesseract_is_found_where_its_installer_leaves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    place = tmp_path / "tesseract.exe"
    forget_tesseract()
    monkeypatch.setattr(tesseract, "PLACES", (str(tmp_path / "elsewhere"), str(place)))
    assert tesseract.program() is None
    place.touch()
    forget_tesseract()
    assert tesseract.program() == str(place)
    forget_tesseract()
