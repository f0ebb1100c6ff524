"""The program: whether it is here, and running it within limits. Its errors end here, as no answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rinsearch.extract.bounds import limit
from rinsearch.extract.pulse import beat

LANGUAGE = "slv"
ORIENTATION = "osd"  # tesseract's data for telling which way up a page is
ONE_BLOCK = "6"
MEMORY_MB = 1024  # for the largest picture that is read it takes 400
# Where it stands when it is not on the path, as after its installation on Windows.
PLACES = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    r"C:\Program Files (x86)\Tesseract-OCR\tesseract.exe",
    "/opt/homebrew/bin/tesseract",
    "/opt/local/bin/tesseract",
)
SHORTEST = 1.0  # seconds; with less left no page is begun


@dataclass
class Budget:
    """What is left of the seconds that recognising the pages of one file may take, and what each page adds."""

    left: float
    page: float

    @property
    def spent(self) -> bool:
        """Whether nothing more can be begun."""
        return self.left < SHORTEST

    def begin(self) -> bool:
        """Begin a page, whose share of time is added; whether there is enough left for it."""
        self.left += self.page
        beat()
        return not self.spent


@cache
def program() -> str | None:
    """Where the program is; ``None`` where it is not."""
    return shutil.which("tesseract") or next((place for place in PLACES if Path(place).is_file()), None)


@cache
def languages() -> frozenset[str]:
    """The languages whose data are there."""
    found = program()
    if found is None:
        return frozenset()
    try:
        done = subprocess.run([found, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.split("\n")[1:])


def available() -> bool:
    """Whether scans in Slovene can be read here."""
    return LANGUAGE in languages()


def recognise(picture: bytes, dpi: int, budget: Budget, *, block: bool = False) -> str | None:
    """Tesseract's table of a picture (PNM); ``None`` where it failed or took too long.

    The default segmentation: of the others, psm 4 made 17 times as many errors on the same letter. With ``block`` it is
    one block of lines, in which nothing is to be found out.
    """
    way = ["--psm", ONE_BLOCK] if block else []
    return _run([*way, "-l", LANGUAGE, "--dpi", str(dpi), "tsv"], picture, budget)


def orientation(picture: bytes, dpi: int, budget: Budget) -> str | None:
    """Tesseract's report on which way up a picture is; ``None`` where it cannot tell."""
    if ORIENTATION not in languages():
        return None
    return _run(["--psm", "0", "-l", ORIENTATION, "--dpi", str(dpi)], picture, budget)


def _run(options: list[str], picture: bytes, budget: Budget) -> str | None:
    begun = time.monotonic()
    try:
        return _answer([program() or "tesseract", "-", "-", *options], picture, budget.left)
    finally:
        budget.left -= time.monotonic() - begun


def _answer(command: list[str], picture: bytes, seconds: float) -> str | None:
    # With several workers, tesseract's own threads fight for the cores.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError:
        return None
    with process:
        limit(process.pid, seconds, MEMORY_MB)
        try:
            out, _ = process.communicate(picture, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
        except BaseException:
            process.kill()
            raise
    return out.decode("utf-8", "replace") if process.returncode == 0 else None
