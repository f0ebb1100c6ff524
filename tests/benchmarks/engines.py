"""What does a passage cost, and how long does a question take? Whoosh, Tantivy, and SQLite FTS5 for a yardstick.

    nice python -m tests.benchmarks.engines [passages,passages …] [engine,engine …]

Each is built and asked in processes of its own, so that its memory is told alone. Passages are made from invented
Slovene-looking words in a Zipf distribution and sentences of council papers; words are analysed once each, so that the
figures are of the engines. CPU time of one question through `search` (with highlights); trust the ratios.
"""

from __future__ import annotations

import itertools
import json
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from rinsearch.index.base import Entry, Scope
from rinsearch.index.engines import open_engine
from rinsearch.index.entries import entries_of, surface, terms_of
from rinsearch.index.search import Options, search
from rinsearch.language import tokenize
from rinsearch.records import Analysis, DocumentInfo, DocumentKind, Passage, PassageKind, Span
from rinsearch.taxonomy import municipalities
from tests.benchmarks.search import SENTENCES

SIZES = (20_000, 100_000)
PEERS = ("whoosh", "tantivy", "fts5")
PASSAGES_OF_DOCUMENT = 40
BATCH = 4_000  # passages in one commit: a hundred papers, as ingest has it
WORDS_OF_PASSAGE = (10, 90)
VOCABULARY = 30_000
SEED = 1
ROUNDS = 3  # of every query
QUERIES = 12  # of every kind
GROUPS = ("romi", "starejsi", "mladi", "otroci", "dusevno-zdravje")
KINDS = tuple(kind.value for kind in DocumentKind)
SYLLABLES = re.findall(r"..|.", "porazevodnisloštakamitrožučaplegobrinadestakolevemočrobiszaodnjesulu")
ENDINGS = re.findall(r"\w+", "a e i o u ega emu ih imi ov om ami nja nje nost nosti ski ska sko")

Question = tuple[str, Mapping[str, Any]]


# --- a corpus ---------------------------------------------------------------------------------------------------------


def vocabulary() -> list[str]:
    """Invented words, the most frequent first."""
    dice, made = random.Random(SEED), set[str]()
    while len(made) < VOCABULARY:
        made.add("".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) + dice.choice(ENDINGS))
    return dice.sample(sorted(made), VOCABULARY)


class Corpus:
    """Passages without end, the same in every run."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.words = vocabulary()
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.codes = sorted(municipalities())
        self.known = {text: _tokens(text) for text in (*self.words, *SENTENCES)}
        self.model = _model()

    def documents(self, passages: int) -> Iterator[list[Entry]]:
        """The entries of each document."""
        for number in range(passages // PASSAGES_OF_DOCUMENT):
            id = f"{self.dice.getrandbits(48):012x}{number:04x}"[-16:]
            yield self._document(id)

    def _document(self, id: str) -> list[Entry]:
        dice = self.dice
        day = date(2008, 1, 1) + timedelta(days=dice.randrange(6500))
        code = dice.choice(self.codes)
        shared = {
            "municipality": (code,),
            "issuer": (code,),
            "kind": (dice.choice(KINDS),),
            "year": (str(day.year),),
            "date": (day.isoformat(),),
            "source": (f"{code}/{id}.pdf", f"{id}.pdf"),
        }
        paper = Entry(id, id, Scope.DOCUMENT, "{}", shared["kind"][0], day.isoformat(), filters=shared)
        found = [self._passage(paper, number) for number in range(1, PASSAGES_OF_DOCUMENT + 1)]
        forms = {pair for _, pairs in found for pair in pairs}
        return [_with_forms(paper, forms), *(entry for entry, _ in found)]

    def _passage(self, paper: Entry, number: int) -> tuple[Entry, set[tuple[str, str]]]:
        dice = self.dice
        body = dice.choices(self.words, cum_weights=self.weights, k=dice.randint(*WORDS_OF_PASSAGE))
        parts = [*body[:8], dice.choice(SENTENCES), *body[8:]]
        tokens = [token for part in parts for token in self.known[part]]
        group = {"target_group": (dice.choice(GROUPS),)} if dice.random() < 0.3 else {}
        id = f"{paper.id}.{number}"
        entry = Entry(
            id=id,
            document=paper.id,
            scope=Scope.PASSAGE,
            data=self.model.replace("@id", id).replace("@document", paper.id).replace("@text", " ".join(parts)),
            kind=paper.kind,
            date=paper.date,
            words=tuple(terms for _, terms in tokens),
            exact=tuple(form for form, _ in tokens),
            title=tuple(term for _, terms in self.known[body[0]] for term in terms),
            section=tuple(term for each in body[1:3] for _, terms in self.known[each] for term in terms),
            filters={**paper.filters, **group, "page": (str(number // 4 + 1),)},
        )
        return entry, {(form, terms[0]) for form, terms in tokens if form.isalpha()}


def _tokens(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((surface(token), terms_of(token)) for token in tokenize(text))


def _with_forms(paper: Entry, forms: set[tuple[str, str]]) -> Entry:
    return Entry(
        paper.id, paper.id, paper.scope, "{}", paper.kind, paper.date, forms=frozenset(forms), filters=paper.filters
    )


def _model() -> str:
    """The data of a passage with places for its id, document and text."""
    span = (Span(0, 5, 1, None),)
    passage = Passage("@id", "@document", PassageKind.PARAGRAPH, ("Naslov",), "@text", span, (), ())
    council = next(iter(municipalities().values())).ref
    info = DocumentInfo("@document", "@document.pdf", DocumentKind.MEMO, "Gradivo", date(2017, 1, 1), council, None)
    return entries_of(info, Analysis("@document", info.source, info.kind, "", None, council), [passage])[1].data


# --- the peers --------------------------------------------------------------------------------------------------------


class Peer(Protocol):
    """What is built and asked."""

    def add(self, entries: Sequence[Entry]) -> None:
        """One commit."""

    def ask(self, question: Question) -> int:
        """Answer; how many hits there are."""


class OfOurs:
    """An engine behind the seam."""

    def __init__(self, place: Path, name: str) -> None:
        self.engine = open_engine(place, create=True, engine=name)

    def add(self, entries: Sequence[Entry]) -> None:
        self.engine.replace(entries)

    def ask(self, question: Question) -> int:
        text, options = question
        return search(self.engine, text, options=Options(**options)).total


class Fts5:
    """The same terms in SQLite."""

    def __init__(self, place: Path) -> None:
        place.mkdir(exist_ok=True)
        self.base = sqlite3.connect(place / "fts.sqlite")
        how = "tokenize='unicode61 remove_diacritics 0'"
        self.base.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(words, exact, context, {how})")
        self.base.execute("CREATE TABLE IF NOT EXISTS p(rowid INTEGER PRIMARY KEY, code, date, data)")

    def add(self, entries: Sequence[Entry]) -> None:
        for each in entries:
            if each.scope is Scope.PASSAGE:
                words = " ".join(terms[0] for terms in each.words)
                row = (words, " ".join(each.exact), " ".join((*each.title, *each.section)))
                number = self.base.execute("INSERT INTO f(words, exact, context) VALUES(?,?,?)", row).lastrowid
                own = (number, each.filters["municipality"][0], each.date, each.data)
                self.base.execute("INSERT INTO p VALUES(?,?,?,?)", own)
        self.base.commit()

    def ask(self, question: Question) -> int:
        text, options = question
        words, _, code = text.partition(" občina:")
        match, where = _in_fts5(words), f"f MATCH ? AND code = '{_code(code)}'" if code else "f MATCH ?"
        both = f"FROM f JOIN p ON p.rowid = f.rowid WHERE {where}"
        order = "date DESC" if options.get("sort") else "bm25(f)"
        shown = "highlight(f, 1, '[', ']'), data"
        self.base.execute(
            f"SELECT {shown} {both} ORDER BY {order} LIMIT {options.get('limit', 10)}", (match,)
        ).fetchall()
        if options.get("facets"):
            self.base.execute(f"SELECT code, count(*) {both} GROUP BY 1 ORDER BY 2 DESC", (match,)).fetchall()
        return int(self.base.execute(f"SELECT count(*) {both}", (match,)).fetchone()[0])


def _code(name: str) -> str:
    return next(each.code for each in municipalities().values() if each.name == name)


def _in_fts5(text: str) -> str:
    if text.startswith('"') or text.endswith("*"):
        return f"exact: {text}"
    parts = [part if part == "OR" else " ".join(f'"{token.key}"' for token in tokenize(part)) for part in text.split()]
    return "{words context}: (" + " ".join(parts) + ")"


def opened(place: Path, name: str) -> Peer:
    """A peer by its name."""
    return Fts5(place) if name == "fts5" else OfOurs(place, name)


# --- the questions ----------------------------------------------------------------------------------------------------


def questions() -> Mapping[str, list[Question]]:
    """Of each kind some, from common to rare words."""
    dice, words = random.Random(SEED + 1), vocabulary()
    common, middle, rare = words[:60], words[200:2000], words[4000:12_000]
    names = ["Semič", "Ljubljana", "Maribor", "Metlika"]

    def some(make: Callable[[], str], **options: Any) -> list[Question]:
        return [(make(), options) for _ in range(QUERIES)]

    pick = dice.choice
    return {
        "term": [(word, {}) for each in (common, middle, rare) for word in dice.sample(each, QUERIES // 3)],
        "AND": some(lambda: f"{pick(common)} {pick(middle)}"),
        "phrase": [(f'"{text}"', {}) for text in ("duševno zdravje", "pomoč na domu", "svet se je seznanil")],
        "filter": some(lambda: f"{pick(common)} občina:{pick(names)}"),
        "OR of three": some(lambda: f"{pick(common)} OR {pick(middle)} OR {pick(rare)}"),
        "prefix": some(lambda: f"{pick(middle)[:4]}*"),
        "fuzzy": some(lambda: f"{_mistyped(pick(middle), dice)}~2"),
        "facets": some(lambda: pick(common), facets=("municipality", "kind", "year")),
        "by date": some(lambda: pick(common), sort="date"),
        "highlight 100": some(lambda: f"{pick(common)} OR {pick(common)}", limit=100),
    }


def _mistyped(word: str, dice: random.Random) -> str:
    at = dice.randrange(2, len(word)) if len(word) > 2 else 0
    return word[:at] + word[at + 1 :] if len(word) > 4 else word


WITHOUT = {"fts5": {"fuzzy"}}


# --- measuring --------------------------------------------------------------------------------------------------------


def built(place: Path, name: str, passages: int) -> Mapping[str, Any]:
    """Build, in a process of its own."""
    corpus, peer, spent = Corpus(), opened(place, name), 0.0
    base = _memory()
    papers = corpus.documents(passages)
    while batch := [entry for paper in itertools.islice(papers, BATCH // PASSAGES_OF_DOCUMENT) for entry in paper]:
        started = time.process_time()
        peer.add(batch)
        spent += time.process_time() - started
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return {"rate": passages / spent, "bytes": size / passages, "memory": _memory() - base}


def asked(place: Path, name: str) -> Mapping[str, Any]:
    """Ask, in a process of its own."""
    peer, found = opened(place, name), {}
    for kind, several in questions().items():
        if kind not in WITHOUT.get(name, ()):
            hits = [peer.ask(question) for question in several]
            taken = [_milliseconds(partial(peer.ask, each)) for each in several for _ in range(ROUNDS)]
            ordered = sorted(taken)
            found[kind] = (statistics.median(taken), ordered[int(len(ordered) * 0.95)], max(hits))
    return {"kinds": found, "memory": _memory()}


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apart(step: str, place: Path, name: str, passages: int) -> Any:
    command = [sys.executable, "-m", "tests.benchmarks.engines", step, str(place), name, str(passages)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def compare(passages: int, names: Sequence[str]) -> None:
    """One table for a corpus of this size."""
    results = {}
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "index"
            place.mkdir()
            results[name] = _apart("build", place, name, passages), _apart("ask", place, name, passages)
        made, told = results[name]
        size = f"{made['bytes']:.0f} bytes a passage"
        memory = f"{made['memory']:.0f} MB more while building, {told['memory']:.0f} MB in all while asked"
        print(f"{passages} passages, {name}: {made['rate']:.0f}/s built, {size}, {memory}", flush=True)
    print(f"{'ms of CPU, p50 / p95':<22}" + "".join(f"{name:>20}" for name in names) + f"{'hits':>9}  ratios of p50")
    for kind in questions():
        print(_line(kind, {name: told["kinds"].get(kind) for name, (_, told) in results.items()}), flush=True)


def _line(kind: str, taken: Mapping[str, Any]) -> str:
    shown = [f"{each[0]:10.2f} /{each[1]:8.2f}" if each else f"{'-':>20}" for each in taken.values()]
    base = next(each[0] for each in taken.values() if each)
    ratios = ", ".join(f"{base / each[0]:.1f}" for each in list(taken.values())[1:] if each)
    return f"{kind:<22}" + "".join(shown) + f"{max(each[2] for each in taken.values() if each):9}  {ratios}"


def main(given: Sequence[str]) -> None:
    """Compare, or one step of it in a process of its own."""
    if given and given[0] in ("build", "ask"):
        step, place, name, count = given
        found = built(Path(place), name, int(count)) if step == "build" else asked(Path(place), name)
        print(json.dumps(found))
        return
    sizes = [int(each) for each in given[0].split(",")] if given else SIZES
    for passages in sizes:
        compare(passages, given[1].split(",") if len(given) > 1 else PEERS)


if __name__ == "__main__":
    main(sys.argv[1:])
