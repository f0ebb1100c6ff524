"""The real tesseract, each of its calls counted, and a file of which only some pages go to it."""

import io
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import forget_tesseract, pictures, scan

SCANNED = (2, 3, 5)  # pages of the mixed file that are pictures

# Logs the pages that it is given, and then fails, waits for ever, or does its work.
WRAPPER = """#!/bin/sh
case "$*" in *tsv*) echo page >> {log} ;; esac
case "$*" in *tsv*) if [ "$(wc -l < {log})" = "$(cat {fails})" ]; then exit 1; fi ;; esac
case "$*" in *tsv*) if [ "$(wc -l < {log})" = "$(cat {hangs})" ]; then exec sleep 60; fi ;; esac
exec {program} "$@"
"""


@dataclass
class Counted:
    """A tesseract that counts; ``fails`` and ``hangs`` name the page at which it does."""

    folder: Path

    @property
    def pages(self) -> int:
        """How many pages went to it since it was last asked."""
        log = self.folder / "log"
        count = len(log.read_text().split())
        log.write_text("")
        return count

    def troubled(self, fails: int = 0, hangs: int = 0) -> None:
        (self.folder / "fails").write_text(str(fails))
        (self.folder / "hangs").write_text(str(hangs))


@contextmanager
def counting(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    """Such a tesseract instead of the real one, in a folder there."""
    folder, found = place / "bin", shutil.which("tesseract")
    folder.mkdir()
    wrapper = folder / "tesseract"
    names = {name: folder / name for name in ("log", "fails", "hangs")}
    wrapper.write_text(WRAPPER.format(program=found, **names))
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    made = Counted(folder)
    made.troubled()
    (folder / "log").write_text("")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    forget_tesseract()
    yield made
    forget_tesseract()


def mixed_pages(path: Path) -> Path:
    """A PDF of five pages, three of them pictures."""
    target = pypdfium2.PdfDocument.new()
    for number in range(1, 6):
        text = pdf(Sheet().lines(70, 700, [f"Sklep {number}", "Svet se je seznanil s porocilom o delu zavoda."], 14))
        made = scan(pictures(text)) if number in SCANNED else text
        target.import_pages(pypdfium2.PdfDocument(made))
    out = io.BytesIO()
    target.save(out)
    path.write_bytes(out.getvalue())
    return path
