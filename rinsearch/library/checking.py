"""Checks: does an index hold what it says, and does this machine have what reading needs."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from rinsearch.index.base import Engine, Everything, Scope
from rinsearch.index.entries import stored_document, stored_passage
from rinsearch.language import analyser
from rinsearch.library import remote
from rinsearch.library.limits import MEMORY_LIMIT, PAGES_A_LIMIT, TIME_LIMIT
from rinsearch.library.place import DEFAULT_INDEX
from rinsearch.records import Analysis, Decision, Event, Evidence, Goal, Priority

READERS = "rinsearch.extract"  # by name: its parts load the readers around them, which help does without

PACKAGES = ("rinsearch", "spacy", "pypdfium2", "pdfplumber", "Whoosh", "lemmagen3", "lxml")
EXTRAS = {"tantivy": "fast", "opensearch-py": "cluster", "starlette": "web", "pandas": "frames"}


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether every place that an index shows stands where it says; ``wrong`` lists those that do not."""

    documents: int
    passages: int
    evidence: int
    wrong: tuple[str, ...]


def verify(engine: Engine) -> Verification:
    """Compare every quote of every document with the passage that it names."""
    texts = {}
    for stored in engine.read(Everything(), Scope.PASSAGE):
        texts[stored.id] = stored_passage(stored).passage.text
    checked, documents = 0, 0
    wrong: list[str] = []
    for stored in engine.read(Everything(), Scope.DOCUMENT):
        documents += 1
        for place in _evidence(stored_document(stored).analysis):
            checked += 1
            if not _stands(place, texts):
                wrong.append(f"{place.passage}, {place.rule}: {place.quote!r}")
    return Verification(documents, len(texts), checked, tuple(wrong))


def _stands(place: Evidence, texts: Mapping[str, str]) -> bool:
    return texts.get(place.passage, "")[place.start : place.end] == place.quote


def _evidence(analysis: Analysis) -> Iterator[Evidence]:
    for places in analysis.evidence.values():
        yield from places
    acts: tuple[Decision | Event, ...] = (*analysis.decisions, *analysis.events)
    for act in acts:
        yield from (act.evidence, *act.grounds)
    for measure in analysis.measures:
        yield from (measure.evidence, *measure.fields.values())
    points: tuple[Priority | Goal, ...] = (*analysis.priorities, *analysis.goals)
    for point in points:
        yield point.evidence


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that reading papers needs: whether it is here, which one, and what to do where it is not."""

    name: str
    found: bool
    required: bool
    detail: str
    advice: str


@dataclass(frozen=True, slots=True)
class Doctor:
    """What holds on this machine; ``healthy`` where everything required is here."""

    healthy: bool
    checks: tuple[Check, ...]


def doctor(*, index: Path | str = DEFAULT_INDEX) -> Doctor:
    """What holds on this machine: Python, packages, OCR with Slovene, converters, limits of the sandbox.

    Of an ``index`` in a cluster, also whether the cluster is there and has all of it.
    """
    checks = (_python(), *_packages(), *_extras(), _analysis(), _ocr(), _office(), *_limits(), *_cluster(index))
    return Doctor(all(check.found for check in checks if check.required), checks)


def _python() -> Check:
    enough = sys.version_info >= (3, 11)
    return Check("python", enough, True, platform.python_version(), "" if enough else "Install Python 3.11 or later.")


def _version(name: str) -> str | None:
    # It brings in the standard library's e-mail package, 10 ms that only this check is worth.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _packages() -> Iterator[Check]:
    for name in PACKAGES:
        found = _version(name)
        # Without a wheel of lemmagen3 (Linux on ARM) simplemma takes its place.
        required = name != "lemmagen3" or not _version("simplemma")
        advice = "" if found else f"Install it: pip install {name}"
        yield Check(name, bool(found), required, found or "not installed", advice)


def _extras() -> Iterator[Check]:
    for name, extra in EXTRAS.items():
        found = _version(name)
        advice = "" if found else f'Only for the extra "{extra}": pip install "rinsearch[{extra}]"'
        yield Check(name, bool(found), False, found or "not installed", advice)


def _analysis() -> Check:
    return Check("analysis of words", True, True, analyser(), "")


def _of_readers(name: str) -> Any:
    return import_module(f"{READERS}.{name}")


def _ocr() -> Check:
    program = _of_readers("ocr.tesseract").program()  # as readers look for it: not on the path alone
    languages = _output([program, "--list-langs"]) if program else ""
    found = "slv" in languages.split()
    detail = "tesseract with slv" if found else ("tesseract without slv" if program else "not installed")
    advice = "" if found else "Scans stay unread: install tesseract and its Slovene data (Debian: tesseract-ocr-slv)."
    return Check("ocr", found, False, detail, advice)


def _office() -> Check:
    programs = _of_readers("office.programs")
    program = programs.libreoffice() or programs.antiword()
    advice = "" if program else "Word files from before 2007 (.doc) stay unread: install LibreOffice or antiword."
    return Check("converter for .doc", bool(program), False, "found" if program else "not installed", advice)


def _limits() -> Iterator[Check]:
    """What holds while a file is read; the memory limit is tried out, for some containers do not keep it."""
    time = f"{TIME_LIMIT:g} s for each file, {TIME_LIMIT / PAGES_A_LIMIT:g} s more for each page that needs OCR"
    yield Check("time limit", True, False, time, "")
    yield Check("isolation", True, False, "each file is read in a process that can be ended", "")
    holds = sys.platform.startswith("linux") and _output([sys.executable, "-c", TRIAL]).strip() == "holds"
    detail = f"{MEMORY_LIMIT} MB for each file" if holds else "does not hold here"
    advice = "" if holds else "A hostile file may take all memory: read papers from strangers on Linux."
    yield Check("memory limit", holds, False, detail, advice)


def _cluster(index: Path | str) -> Iterator[Check]:
    health = remote.health(index)
    if health is not None:
        found, detail, advice = health
        yield Check("cluster", found, True, detail, advice)


# A process that may have 256 MB asks for 1024.
TRIAL = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))
try:
    bytearray(2**30)
except MemoryError:
    print("holds")
"""


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
