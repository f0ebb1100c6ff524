"""Answers to files: which registers are exported, under which filters, and with whose contact data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from rinsearch.errors import UnknownName, UsageError
from rinsearch.export import SEVERAL, Sheet, Style, council_sheets, sheet_of, write
from rinsearch.index.base import Engine, Everything, Scope
from rinsearch.index.entries import stored_passage
from rinsearch.index.expand import expand
from rinsearch.index.values import Filters, filters_query
from rinsearch.library.links import Links
from rinsearch.library.names import limits
from rinsearch.library.state import Files
from rinsearch.records import Councils, TaggedPassage

EVERYTHING = "all"
SPREADSHEET = ".xlsx"
LISTS = ("decisions", "documents", "measures", "plans", "priorities")
OF_PASSAGES = ("passages", "tags")
EXPORTED = ("councils", *LISTS, *OF_PASSAGES, EVERYTHING)


class Answering(Protocol):
    """What exporting needs of a library: its place, its engine, and a method for each list."""

    place: Path

    @property
    def engine(self) -> Engine:
        """The engine of the index."""

    def councils(self, plan: str | None = None, *, coverage: bool = False) -> Councils:
        """The council table of a plan."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be written, under which filters, and how."""

    what: str
    filters: Filters
    excel: bool = False
    with_contacts: bool = False


def export(library: Answering, request: Request, path: Path, redact: Callable[[str], str]) -> int:
    """Write an answer to a file, its form told by the ending; returns the number of rows.

    In a spreadsheet, where links are clicked on, they lead to the files from where it stands.
    Contact data (telephone numbers, mail addresses) is blotted out by ``redact`` unless it is asked for.
    """
    if request.what not in EXPORTED:
        raise UnknownName("export", request.what, EXPORTED)
    if request.what == EVERYTHING and path.suffix.lower() not in SEVERAL:
        raise UsageError(
            "All registers go into one file of several tables.", place=path.name, advice=f"Use {' or '.join(SEVERAL)}."
        )
    sheets = list(_sheets(library, request))
    if not request.with_contacts:
        sheets = [sheet.with_words(redact) for sheet in sheets]
    if path.suffix.lower() == SPREADSHEET:
        links = Links(Files.load(library.place), path.absolute().parent)
        sheets = [sheet.with_links(links.anew) for sheet in sheets]
    return write(sheets, path, Style(excel=request.excel))


def _sheets(library: Answering, request: Request) -> Iterator[Sheet]:
    whats = (*LISTS, *OF_PASSAGES, "councils") if request.what == EVERYTHING else (request.what,)
    if request.what == EVERYTHING:
        limits("plans", request.filters)  # everything is everything
    for what in whats:
        yield _sheet(library, what, request)


def _sheet(library: Answering, what: str, request: Request) -> Sheet:
    if what in OF_PASSAGES:
        return sheet_of(what, _passages(library.engine, request.filters))
    texts = limits(what, request.filters)
    if what == "councils":
        known = [each.id for each in _listed(library, "plans", {})]
        plans = known if request.what == EVERYTHING else [texts.get("plan")]
        return council_sheets([library.councils(plan, coverage=True) for plan in plans])
    return sheet_of(what, _listed(library, what, texts))


def _listed(library: Answering, what: str, texts: Mapping[str, str]) -> Any:
    return getattr(library, what)(**texts)


def _passages(engine: Engine, filters: Filters) -> Iterator[TaggedPassage]:
    query = filters_query(filters)
    clause = expand(query, engine)[0] if query else Everything()
    for stored in engine.read(clause, Scope.PASSAGE):
        yield stored_passage(stored).passage
