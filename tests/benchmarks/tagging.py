"""How fast are papers understood? Passages, tags and composition, on one core, and what starting costs.

    python -m tests.benchmarks.tagging [rounds]

The papers are those of the sample corpus and those that rules were written with, read beforehand; each is different, so
nothing is remembered from one to the next but words. Tokens are spaCy's own of the passages. Processor time of this
process, garbage collected between the stages; a first round warms up, the median of the others counts.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import spacy

from rinsearch.compose import understand
from rinsearch.extract import Readers
from rinsearch.passages import split
from rinsearch.records import Document, Passage
from rinsearch.tag import tag

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "corpus", ROOT / "tests" / "gold" / "development")
STARTS = {
    "python alone": "pass",
    "import spacy": "import spacy",
    "first tag": "from rinsearch.tag import find; find('Občinski svet Občine Semič, 12. 10. 2017')",
    "first paper": "import rinsearch; rinsearch.analyse(rinsearch.Text('Občinski svet Občine Semič, 12. 10. 2017'))",
}
RUNS = 5
T = TypeVar("T")


def documents() -> list[Document]:
    """What was read of every paper that has a text layer."""
    names = [path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [
        path for path in names if path.suffix not in (".jsonl", ".csv") and path.name not in ("README.md", "SOURCES.md")
    ]
    with Readers() as readers:
        return [each for _, found in readers.read_all(kept) for each in found if isinstance(each, Document)]


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds and the result."""
    gc.collect()
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def stages(papers: Sequence[Document]) -> tuple[dict[str, float], list[Sequence[Passage]]]:
    """Processor seconds of every stage over all papers, and the passages."""
    splitting, passages = timed(lambda: [split(paper)[0] for paper in papers])
    tagging, tagged = timed(lambda: [tag(some) for some in passages])
    pairs = list(zip(papers, tagged, strict=True))
    composing, _ = timed(lambda: [understand(paper, some) for paper, some in pairs])
    return {"passages": splitting, "tag": tagging, "compose": composing}, list(passages)


def tokens_in(passages: Sequence[Sequence[Passage]]) -> int:
    """spaCy's own tokens."""
    plain = spacy.blank("sl")
    return sum(len(plain.make_doc(passage.text)) for some in passages for passage in some)


def throughput(rounds: int) -> None:
    """Tokens a second, stage by stage."""
    papers = documents()
    first, passages = stages(papers)
    tokens = tokens_in(passages)
    count = sum(map(len, passages))
    print(f"{len(papers)} papers, {count} passages, {tokens} tokens; first round {sum(first.values()):.2f} s")
    taken = [stages(papers)[0] for _ in range(rounds)]
    medians = {name: statistics.median(each[name] for each in taken) for name in first}
    whole = sum(medians.values())
    for name, seconds in medians.items():
        print(f"{name:<10}{tokens / seconds:10.0f} tokens/s{100 * seconds / whole:8.0f} %")
    print(f"{'together':<10}{tokens / whole:10.0f} tokens/s")


def starting() -> None:
    """Whole processes, processor time: Python, spaCy, the taxonomy and the first words."""
    for name, code in STARTS.items():
        taken = sorted(_cpu(code) for _ in range(RUNS))
        print(f"{name:<14}{statistics.median(taken):6.2f} s")


def _cpu(code: str) -> float:
    said = "import time; print(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{said}"], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return float(done.stdout.split()[-1])


def main(rounds: int = 3) -> None:
    """Understand, start, print."""
    throughput(rounds)
    starting()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
