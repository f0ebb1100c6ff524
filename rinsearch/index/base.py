"""The seam: what is kept in an index, what can be asked of it, and the one Protocol that an engine fulfils.

An engine knows no Slovene, no taxonomy and no grammar: it receives terms and keeps them. Fields that hold terms are
``words`` (lemma keys and tags), ``context`` (keys of title, issuer and headings) and ``exact`` (surface forms); every
other name is a filter field. Which hit is better is decided in `rank`, for all engines alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

WORDS, CONTEXT, EXACT = "words", "context", "exact"
SEPARATOR = "\x1f"  # between folded form, form and key where a surface form is kept as one term
LAST = "\U0010ffff"  # sorts after every character: `Between(f, p, p + LAST)` is everything that begins with p

# Where two passages answer equally well, one in which a council's decision about a plan is written comes first, then
# the more telling paper, then the newer one.
DECIDED = "decided"
KINDS = (DECIDED, "decision", "minutes", "plan", "memo", "agenda", "letter", "report", "regulation", "news", "other")
TAG = "#"  # what a tag's term begins with, so that no word can be mistaken for it


class Scope(StrEnum):
    """The two kinds of entries; a query in the scope of documents asks that its words stand in one document."""

    PASSAGE = "passage"
    DOCUMENT = "document"


class Sort(StrEnum):
    """Orders of an answer; by date means the newest first, without a date last."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one passage or document.

    ``words`` holds the terms at each position, ``exact`` the surface form there; ``forms`` are pairs of surface form
    and key, and of key and key (of documents only); ``kind`` is the document's, or `DECIDED`, and ``date`` is ISO or
    empty: they order what answers equally well; ``data`` is JSON that the engine hands back untouched.
    """

    id: str
    document: str
    scope: Scope
    data: str
    kind: str = "other"
    date: str = ""
    words: tuple[tuple[str, ...], ...] = ()
    exact: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    forms: frozenset[tuple[str, str]] = frozenset()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# --- what can be asked ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Match:
    """Entries that have one of these terms in a field."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Entries that have a value of a filter field from ``since`` to ``until``, both included, in character order."""

    field: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class InOrder:
    """Entries with these surface forms side by side; at each place one of several will do."""

    places: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Entries in whose ``words`` a term of each group stands within so many positions of the others (`lines`)."""

    groups: tuple[tuple[str, ...], ...]
    within: int


@dataclass(frozen=True, slots=True)
class Both:
    """Entries that fulfil every part."""

    parts: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Entries that fulfil at least one part."""

    parts: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Entries that do not fulfil the part."""

    part: Clause


@dataclass(frozen=True, slots=True)
class Everything:
    """Every entry."""


Clause = Match | Between | InOrder | Near | Both | Either | Without | Everything


# --- what comes back --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """How many candidates are wanted, in which order, and in which scope the query must hold."""

    limit: int
    sort: Sort = Sort.RELEVANCE
    scope: Scope = Scope.PASSAGE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that fulfils the query, with what the ranker needs: its terms, as `lines.line_of` writes them."""

    id: str
    document: str
    kind: str
    date: str
    words: str
    title: str
    section: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates (best first by the engine's rough score), how many entries there are, and in how many a term is.

    In the scope of documents ``total`` counts documents, and each has its best passages among the candidates.
    """

    total: int
    candidates: tuple[Candidate, ...]
    frequencies: Mapping[str, int]
    passages: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry's data as it was handed in."""

    id: str
    document: str
    scope: Scope
    data: str


@dataclass(frozen=True, slots=True)
class WordForm:
    """A surface form that stands in the index, its folded form and its key."""

    folded: str
    form: str
    key: str


class Engine(Protocol):
    """Where entries are kept and found. Every method raises `errors.DamagedIndex` where the index is broken."""

    @property
    def name(self) -> str:
        """The name by which it is asked for."""

    @property
    def generation(self) -> int:
        """A number that grows with every commit."""

    @property
    def fingerprint(self) -> str:
        """What the builder of this index said about its rules; empty where nothing was said."""

    def replace(self, entries: Collection[Entry], gone: Collection[str] = ()) -> int:
        """In one commit, drop the documents ``gone`` and those of ``entries`` whole, then add the entries.

        Returns the new generation. Raises `errors.IndexLocked` while another process writes, and `ValueError` where
        one id is given twice.
        """

    def search(self, clause: Clause, page: Page) -> Found:
        """Find passages."""

    def facets(self, clause: Clause, fields: Sequence[str], scope: Scope = Scope.PASSAGE) -> Facets:
        """Count the values of filter fields over all that fulfil the query, most frequent first."""

    def read(self, wanted: Clause | Sequence[str], scope: Scope = Scope.DOCUMENT) -> Iterator[Stored]:
        """Entries by id, in the order asked and without those that are not there; or by query, in order of id."""

    def words(self, folded: str, whole: bool = False) -> Iterator[WordForm]:
        """Known surface forms whose folded form begins with (or, ``whole``, is) the one given, in order."""

    def close(self) -> None:
        """Let go of the files; closing twice is allowed."""


Facets = Mapping[str, tuple[tuple[str, int], ...]]


def by_document(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Sequence[Entry]]]:
    """The entries of each document, with the one that answers for it: its own, or of lone passages the first."""
    papers: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        papers[entry.document].append(entry)
    for document, paper in papers.items():
        yield next((entry for entry in paper if entry.id == document), paper[0]), paper


def tie(kind: str, date: str, document: str, id: str) -> tuple[int, int, str, int, str]:
    """The order of passages that answer equally well: kind, newest date, document, number of the passage.

    >>> tie("minutes", "2017-10-12", "3f", "3f.12")
    (2, -20171012, '3f', 12, '3f.12')
    """
    number = id.rpartition(".")[2]
    rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
    day = -int(date.replace("-", "")) if date else 0
    return rank, day, document, int(number) if number.isdecimal() else 0, id
