"""How long does it take to find something? Whoosh behind our seam, and SQLite FTS5 in the same run for a yardstick.

    python -m tests.benchmarks.search [passages] [seed]

Passages are generated: invented Slovene-looking words in a Zipf distribution between sentences about councils and
groups. Trust ratios, not absolute figures. CPU time; "first" is the first query of its kind, with cold caches.
"""

from __future__ import annotations

import itertools
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from rinsearch.index.base import Engine
from rinsearch.index.engines import open_engine
from rinsearch.index.entries import entries_of
from rinsearch.index.search import Options, search
from rinsearch.language import tokenize
from rinsearch.records import (
    Analysis,
    DocumentInfo,
    DocumentKind,
    Evidence,
    Passage,
    PassageKind,
    PlanMention,
    Span,
    Tag,
)
from rinsearch.taxonomy import municipalities

PASSAGES_OF_DOCUMENT = 40
WORDS_OF_PASSAGE = 60
VOCABULARY = 12_000
ROUNDS = 30
SENTENCES = (
    "Občinski svet se je seznanil z regijskim izvedbenim načrtom.",
    "Programi za duševno zdravje otrok in mladih se izvajajo v občini.",
    "Stanovanjska problematika Romov ostaja nerešena.",
    "Center za socialno delo predlaga pomoč na domu za starejše.",
    "Sklep je bil sprejet soglasno na 21. redni seji dne 12. 10. 2017.",
    "Sredstva se zagotovijo v proračunu za leto 2018.",
)
GROUPS = ("romi", "starejsi", "mladi", "otroci", "dusevno-zdravje")


def vocabulary(dice: random.Random) -> list[str]:
    """Invented words with Slovene endings."""
    syllables = [
        "po",
        "ra",
        "ze",
        "vo",
        "dni",
        "slo",
        "ste",
        "ka",
        "mi",
        "tro",
        "žu",
        "ča",
        "še",
        "ple",
        "go",
        "bri",
        "na",
    ]
    endings = ["a", "e", "i", "o", "u", "ega", "emu", "ih", "imi", "ov", "om", "ami", "nja", "nje", "nost", "nosti"]
    made: set[str] = set()
    while len(made) < VOCABULARY:
        made.add("".join(dice.choices(syllables, k=dice.randint(2, 4))) + dice.choice(endings))
    return dice.sample(sorted(made), VOCABULARY)


def papers(count: int, seed: int) -> Iterator[tuple[DocumentInfo, Analysis, list[Passage]]]:
    """Generated papers of all municipalities."""
    dice = random.Random(seed)
    words = vocabulary(dice)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    councils = [entry.ref for entry in municipalities().values()]
    for number in range(count // PASSAGES_OF_DOCUMENT):
        id, council = f"{number:016x}", dice.choice(councils)
        day = date(2014, 1, 1) + timedelta(days=dice.randrange(3000))
        kind = dice.choice(list(DocumentKind))
        info = DocumentInfo(id, f"{council.code}/{id}.pdf", kind, f"Gradivo občine {council.name}", day, council, None)
        plan = PlanMention("rin-sv/jugovzhodna/2017-2020", "jugovzhodna", "2017-2020")
        passages = [_passage(f"{id}.{n}", dice, words, weights) for n in range(PASSAGES_OF_DOCUMENT)]
        yield info, Analysis(id, info.source, kind, info.title, day, council, plans=(plan,)), passages


def _passage(id: str, dice: random.Random, words: list[str], weights: list[float]) -> Passage:
    body = dice.choices(words, cum_weights=weights, k=dice.randint(10, WORDS_OF_PASSAGE))
    text = " ".join(
        [" ".join(body[:8]).capitalize() + ".", dice.choice(SENTENCES), " ".join(body[8:]).capitalize() + "."]
    )
    tags = []
    if dice.random() < 0.5:
        group = dice.choice(GROUPS)
        tags.append(Tag("target_group", group, Evidence(id, 1, 0, 4, text[:4], None, "generated")))
    section = (" ".join(dice.choices(words, k=3)),)
    return Passage(id, id[:16], PassageKind.PARAGRAPH, section, text, (Span(0, len(text), 1, None),), (), tuple(tags))


# --- the yardstick ----------------------------------------------------------------------------------------------------


def fts5(made: list[tuple[DocumentInfo, Analysis, list[Passage]]]) -> sqlite3.Connection:
    """The same keys in SQLite."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE f USING fts5(words, exact, context, tokenize='unicode61 remove_diacritics 0')")
    base.execute("CREATE TABLE p(rowid INTEGER PRIMARY KEY, municipality TEXT, kind TEXT, date TEXT, data TEXT)")
    rows = itertools.count(1)
    for info, _, passages in made:
        for passage in passages:
            tokens, row = tokenize(passage.text), next(rows)
            keys = " ".join(token.key for token in tokens)
            context = " ".join(token.key for token in tokenize(f"{info.title} {' '.join(passage.section)}"))
            base.execute(
                "INSERT INTO f(rowid, words, exact, context) VALUES(?,?,?,?)", (row, keys, passage.text, context)
            )
            code = info.issuer.code if info.issuer else ""
            base.execute("INSERT INTO p VALUES(?,?,?,?,?)", (row, code, info.kind, str(info.date), passage.text))
    base.commit()
    return base


RANKED = "SELECT data FROM f JOIN p ON p.rowid = f.rowid WHERE f MATCH ? ORDER BY bm25(f) LIMIT 10"
COUNTED = "SELECT count(*) FROM f WHERE f MATCH ?"
DATED = "SELECT data FROM f JOIN p ON p.rowid = f.rowid WHERE f MATCH ? ORDER BY date DESC LIMIT 10"
FACETED = "SELECT municipality, count(*) FROM f JOIN p ON p.rowid = f.rowid WHERE f MATCH ? GROUP BY 1 ORDER BY 2 DESC"
FILTERED = RANKED.replace("WHERE", "WHERE municipality = '109' AND")

_LONG = " ".join("občina seja svet leto načrt dom otroci mladi zdravje pomoč center delo".split(" ") * 4)  # noqa: SIM905

Yardstick = tuple[str, tuple[str, ...]]
CASES: dict[str, tuple[list[str], Options, Yardstick | None]] = {
    "common word": (
        ["seja", "občina", "svet", "načrt", "leto"],
        Options(),
        ('{words context}: "%s"', (RANKED, COUNTED)),
    ),
    "three words": (
        ["duševno zdravje otrok", "pomoč starejši dom", "sklep soglasno seja"],
        Options(),
        ("%s", (RANKED, COUNTED)),
    ),
    "three words, OR": (
        ["zdravje OR Romi OR sklep", "svet OR proračun OR mladi"],
        Options(),
        ("%s", (RANKED, COUNTED)),
    ),
    "phrase": (['"duševno zdravje"', '"pomoč na domu"', '"svet se je"'], Options(), ("exact: %s", (RANKED, COUNTED))),
    "prefix": (["po*", "stano*", "slo*", "žu*"], Options(), ("exact: %s", (RANKED, COUNTED))),
    "fuzzy": (["zdravie~", "stanovanska~2", "poroda~2"], Options(), None),
    "near": (["zdravje NEAR/5 otrok", "svet NEAR #romi", "pomoč BLIZU (starejši ALI mladi)"], Options(), None),
    "wide": (["starostniki", "pomoč starejšim"], Options(wide=True), None),
    "documents": (["seja", "zdravje otrok"], Options(group=True), None),
    "filters": (["zdravje občina:Semič", "svet občina:Semič"], Options(), ("%s", (FILTERED,))),
    "facets": (["seja", "zdravje"], Options(facets=("municipality",)), ("%s", (RANKED, COUNTED, FACETED))),
    "sorted by date": (["seja", "zdravje"], Options(sort="date"), ("%s", (DATED, COUNTED))),
    "without carons": (["dusevno zdravje", "obcinski svet"], Options(), None),
    "in documents": (["romi starejši proračun soglasno"], Options(), None),
    "nothing, suggestion": (["zdarvje", "stanovanjsak"], Options(), None),
    "only filters": (["občina:Semič", "vrsta:zapisnik leto:2017"], Options(), None),
    "worst allowed": (
        [" OR ".join(f"{a}o*" for a in "psvžt"), " OR ".join(f"{a}ovona~2" for a in "psvžt"), "-romi -seja", _LONG],
        Options(limit=1000),
        None,
    ),
}


def milliseconds(call: Callable[[], object], rounds: int = 1) -> list[float]:
    """CPU time of each call."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        taken.append((time.process_time() - started) * 1000)
    return taken


def _keys(query: str) -> str:
    return " ".join(token.text if token.text == "OR" else token.key for token in tokenize(query))


def yardstick(base: sqlite3.Connection, queries: list[str], how: Yardstick | None) -> list[float]:
    """The same questions in SQL; none where FTS5 has no such question."""
    if how is None:
        return []
    pattern, statements = how
    taken = []
    for query in queries:
        words = query.split(" občina:")[0]
        match = (pattern % (words if "exact" in pattern else _keys(words)),)
        taken += milliseconds(partial(_ask, base, statements, match), ROUNDS)
    return taken


def _ask(base: sqlite3.Connection, statements: tuple[str, ...], match: tuple[str]) -> None:
    for statement in statements:
        base.execute(statement, match).fetchall()


def measure(engine: Engine, base: sqlite3.Connection) -> None:
    """One line for each kind of query."""
    print(f"{'ms of CPU':<22}{'first':>8}{'p50':>8}{'p95':>8}{'hits':>8}{'FTS5 p50':>10}{'p95':>8}{'ratio':>7}")
    for name, (queries, options, how) in CASES.items():
        asked = [partial(search, engine, query, options=options) for query in queries]
        first = [milliseconds(each)[0] for each in asked]
        taken = [time for each in asked for time in milliseconds(each, ROUNDS)]
        hits = max(search(engine, query, options=options).total for query in queries)
        line = f"{name:<22}{max(first):8.1f}{statistics.median(taken):8.2f}{_p95(taken):8.2f}{hits:8}"
        if other := yardstick(base, queries, how):
            ratio = statistics.median(taken) / statistics.median(other)
            line += f"{statistics.median(other):10.2f}{_p95(other):8.2f}{ratio:7.2f}"
        print(line)


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def whole_process(folder: Path) -> None:
    """A search from the start of Python to its end."""
    bare = f"import typer, whoosh.qparser; from whoosh.index import open_dir; open_dir({str(folder / 'whoosh')!r})"
    runs = {
        "import": "import rinsearch.index.search, rinsearch.index.engines",
        "one search": (
            "from rinsearch.index.search import search; from rinsearch.index.engines import open_engine\n"
            f"search(open_engine({str(folder)!r}), 'duševno zdravje otrok')"
        ),
    }
    codes = {"python alone": "pass", **runs, BARE: bare}
    processes = {name: [sys.executable, "-c", code] for name, code in codes.items()}
    command = [sys.executable, "-m", "rinsearch"]
    processes[COMMAND] = [*command, "search", "duševno zdravje otrok", "--index", str(folder)]
    processes["rinsearch --help"] = [*command, "--help"]
    taken = {name: statistics.median(processor_time(run) for _ in range(7)) for name, run in processes.items()}
    for name, milliseconds in taken.items():
        print(f"whole process, {name}: {milliseconds:.0f} ms of CPU")
    print(f"{COMMAND} by {BARE}: {taken[COMMAND] / taken[BARE]:.2f}")


BARE, COMMAND = "typer, whoosh and the index opened", "rinsearch search"


def processor_time(command: list[str]) -> float:
    """Milliseconds of CPU, user and system, of a process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main(passages: int = 20_000, seed: int = 1) -> None:
    """Build, ask, print."""
    made = list(papers(passages, seed))
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "index", create=True)
        started = time.process_time()
        entries = [entry for paper in made for entry in entries_of(*paper)]
        analysed = time.process_time() - started
        engine.replace(entries)
        built = time.process_time() - started
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        built_rate = f"{passages / analysed:.0f}/s analysed, {passages / built:.0f}/s built"
        print(f"{passages} passages, {size / 1e6:.0f} MB: {built_rate}")
        started = time.process_time()
        base = fts5(made)
        print(f"FTS5 with the same keys: {passages / (time.process_time() - started):.0f}/s")
        again = [entry for paper in made[:1] for entry in entries_of(*paper)]
        print(f"one document again: {milliseconds(lambda: engine.replace(again))[0]:.0f} ms")
        measure(engine, base)
        whole_process(Path(folder) / "index")
        engine.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
