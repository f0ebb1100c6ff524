"""The steps of `tests.benchmarks.cluster` that ask or write, each in a process of its own: lines of JSON on the output.

What was acknowledged is noted beside the index, so that building goes on where it was stopped.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from rinsearch.errors import RinsearchError
from rinsearch.index.base import Engine, Entry, Everything, Page, Scope
from rinsearch.index.engines import open_engine
from rinsearch.index.search import Options, search
from tests.benchmarks.engines import BATCH, PASSAGES_OF_DOCUMENT, ROUNDS, Corpus, questions

ACKNOWLEDGED = "acknowledged.jsonl"  # a line for each commit: its number and the ids of its papers
WARMING = 2  # rounds of all questions before the first that counts
PAPERS = BATCH // PASSAGES_OF_DOCUMENT


def tell(**what: Any) -> None:
    """A line for the one who started this."""
    print(json.dumps(what), flush=True)


def acknowledged(place: Path) -> list[list[str]]:
    """The ids of the papers of each commit that was acknowledged; a line that was cut off is none."""
    path = place / ACKNOWLEDGED
    found = path.read_text("utf-8").split("\n")[:-1] if path.exists() else []
    return [json.loads(line) for line in found]


def build(place: Path, passages: int) -> None:
    """Commit after commit; those that were acknowledged before are left out."""
    engine = open_engine(place / "index", create=True, engine="opensearch")
    papers, done = Corpus().documents(passages), len(acknowledged(place))
    before = peak()
    with (place / ACKNOWLEDGED).open("a", encoding="utf-8") as kept:
        for number, batch in enumerate(_batches(papers)):
            if number < done:
                continue
            tell(begins=number)
            wall, own = time.perf_counter(), time.process_time()
            engine.replace(batch)
            taken = time.perf_counter() - wall, time.process_time() - own
            kept.write(json.dumps([each.id for each in batch if each.scope is Scope.DOCUMENT]) + "\n")
            kept.flush()
            os.fsync(kept.fileno())
            tell(commit=number, wall=taken[0], own=taken[1], memory=peak() - before)


def _batches(papers: Iterator[list[Entry]]) -> Iterator[list[Entry]]:
    while batch := [entry for paper in islice(papers, PAPERS) for entry in paper]:
        yield batch


def check(place: Path, passages: int) -> None:
    """Whether every paper that was acknowledged is there, and nothing else."""
    engine = open_engine(place / "index")
    ids = [id for commit in acknowledged(place) for id in commit]
    there = sum(len(list(engine.read(ids[at : at + 500]))) for at in range(0, len(ids), 500))
    in_order = [each.id for each in engine.read(Everything())]
    found = engine.search(Everything(), Page(0)).total
    tell(papers=there, of=len(ids), passages=found, wanted=passages, same=sorted(ids) == in_order)


def ask(place: Path, _: int) -> None:
    """Each kind of question: what it takes on the clock and of this process' processor."""
    engine = open_engine(place / "index")
    for _ in range(WARMING):  # nodes that have just been started compile what they do
        for several in questions().values():
            for question in several:
                _total(engine, question)
    for kind, several in questions().items():
        hits = [_total(engine, question) for question in several]
        tell(begins=kind)
        taken = [_taken(partial(_total, engine, each)) for each in several for _ in range(ROUNDS)]
        walls, owns = zip(*taken, strict=True)
        tell(kind=kind, wall=_spread(walls), own=_spread(owns), asked=len(taken), hits=max(hits), memory=peak())


def keep_asking(place: Path, seconds: int) -> None:
    """One question after the other, while somebody kills a node: how many were answered, and what went wrong."""
    engine = open_engine(place / "index")
    several = [question for kind in ("term", "AND", "filter") for question in questions()[kind]]
    known = [_total(engine, question) for question in several]
    walls, wrong, end = list[float](), list[str](), time.monotonic() + seconds
    tell(begins="asking")
    while time.monotonic() < end:
        at = len(walls) % len(several)
        try:
            wall, _ = _taken(partial(_expect, engine, several[at], known[at]))
        except (RinsearchError, AssertionError) as error:
            wrong.append(repr(error))
            wall = 0.0
        walls.append(wall)
    tell(asked=len(walls), wrong=wrong[:5], wall=_spread(walls), slowest=max(walls))


def _expect(engine: Engine, question: tuple[str, Mapping[str, Any]], wanted: int) -> None:
    found = _total(engine, question)
    assert found == wanted, f"{found} found, {wanted} before"


def _total(engine: Engine, question: tuple[str, Mapping[str, Any]]) -> int:
    text, options = question
    return search(engine, text, options=Options(**options)).total


def _taken(call: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of this process' processor."""
    wall, own = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000


def _spread(taken: tuple[float, ...] | list[float]) -> tuple[float, float]:
    """p50 and p95."""
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


def peak() -> float:
    """MB of this process at most, so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


STEPS = {"build": build, "check": check, "ask": ask, "keep-asking": keep_asking}

if __name__ == "__main__":
    STEPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
