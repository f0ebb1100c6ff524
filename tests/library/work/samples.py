"""Papers of every kind for runs that must give the same, and what such a run has given, byte for byte."""

import shutil
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rinsearch import Library
from rinsearch.library.demonstrating import sample_corpus
from rinsearch.records import IngestReport

PLAN = "rin-sv/jugovzhodna/2017-2020"
REGISTERS = ("councils", "decisions", "documents", "measures")
PDFS = 2  # the smallest of the corpus: these take the longest
BROKEN = "pokvarjen.pdf"
OWN_TERMS = """[[wording]]
group = "romi"
text = "svetnik"
example = "Glasovalo je 11 svetnikov."
"""


def sample(folder: Path) -> Path:
    """Papers of the sample corpus in a folder, one of them twice and another one broken."""
    corpus = sample_corpus()
    files = sorted(path for path in corpus.rglob("*") if path.is_file())
    pdfs = sorted((path for path in files if path.suffix == ".pdf"), key=lambda path: path.stat().st_size)
    for path in [*(path for path in files if path.suffix != ".pdf"), *pdfs[:PDFS]]:
        target = folder / path.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copyfile(pdfs[0], folder / "a-kopija.pdf")
    shutil.copyfile(pdfs[0], folder / "ž-kopija.pdf")
    (folder / "priloge").mkdir()
    (folder / "priloge" / BROKEN).write_bytes(b"%PDF-1.7\nbroken")
    return folder


def ingested(papers: Path, index: Path, **options: Any) -> IngestReport:
    """Read papers into an index."""
    with Library(index) as library:
        return library.ingest(papers, **options)


def registers(index: Path) -> dict[str, bytes]:
    """The registers of an index as they are exported, by the file's name."""
    found = {}
    with Library(index) as library:
        for what in REGISTERS:
            for suffix in (".csv", ".jsonl"):
                target = index.parent / f"{index.name}-{what}{suffix}"
                library.export(what, target, plan=PLAN if what == "councils" else None)
                found[target.name.removeprefix(index.name)] = target.read_bytes()
    assert len(found) == 2 * len(REGISTERS)
    assert all(len(each.splitlines()) > 1 for name, each in found.items() if name.endswith(".csv"))
    return found


def told(report: IngestReport) -> list[tuple[str, str, str | None]]:
    """The lines of a report: file, outcome, and what was wrong."""
    return [(each.source, each.outcome, each.error.message if each.error else None) for each in report.files]


class Shuffled(ThreadPoolExecutor):
    """Tasks begin at once and end in another order than they came: every third waits for those behind it."""

    def submit(self, work: Any, /, *given: Any, **named: Any) -> "Future[Any]":
        self.number = getattr(self, "number", 0) + 1
        return super().submit(_late if self.number % 3 == 1 else _soon, work, *given, **named)


def _late(work: Any, *given: Any) -> Any:
    time.sleep(0.3)
    return work(*given)


def _soon(work: Any, *given: Any) -> Any:
    return work(*given)
