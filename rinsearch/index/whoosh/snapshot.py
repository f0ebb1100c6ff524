"""One state of a Whoosh index, read-only: posting lists as sets, clauses as set algebra, columns as lines.

Whoosh's own matchers walk postings in Python, one call for each posting and operator. Here each posting list is read
once into a dict (and kept, within a bound), so that AND, OR, NOT, filters and facets are set operations in C.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice, product
from typing import Any

from rinsearch.index.base import (
    CONTEXT,
    EXACT,
    SEPARATOR,
    WORDS,
    Between,
    Both,
    Clause,
    Either,
    Everything,
    InOrder,
    Match,
    Near,
    Scope,
    Without,
    WordForm,
    tie,
)
from rinsearch.index.bounds import COMBINATIONS_AT_MOST, FORMS_AT_MOST, TERMS_AT_MOST
from rinsearch.index.kept import Kept
from rinsearch.index.lines import are_near

KEPT_POSTINGS = 1_000_000  # postings kept in memory, some 100 bytes each
KEPT_FORMS = 100_000  # word forms kept in memory, some 300 bytes each: near spelling looks through a letter's
TEXT_FIELDS = (WORDS, CONTEXT, EXACT)

Postings = Mapping[int, float]


class Snapshot:
    """A searcher that is never refreshed, with what was read through it."""

    def __init__(self, searcher: Any) -> None:
        self.searcher = searcher
        self.reader = searcher.reader()
        self._kept: Kept[tuple[str, str], Postings] = Kept(KEPT_POSTINGS)
        self._forms: Kept[str, tuple[WordForm, ...]] = Kept(KEPT_FORMS)
        self._values: Kept[str, tuple[str, ...]] = Kept(KEPT_FORMS)
        self._columns: dict[str, Any] = {}
        self._ties: dict[int, tuple[int, int, str, int, str]] = {}

    # --- posting lists ------------------------------------------------------------------------------------------------

    def postings(self, field: str, term: str) -> Postings:
        """Weights of a term by document number; filter fields share one field of Whoosh."""
        name, term = (field, term) if field in TEXT_FIELDS else ("filter", f"{field}={term}")
        found = self._kept.get((name, term))
        return self._kept.put((name, term), self._read_postings(name, term)) if found is None else found

    def _read_postings(self, name: str, term: str) -> Postings:
        if (name, term) not in self.reader:
            return {}
        matcher, found = self.reader.postings(name, term), {}
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found

    def every_value(self, field: str) -> tuple[str, ...]:
        """All values of a filter field in order, at most 5,000."""
        found = self._values.get(field)
        return self._values.put(field, tuple(self.values(field))) if found is None else found

    def values(self, field: str, since: str = "", until: str | None = None) -> Iterator[str]:
        """The values of a filter field in order, from ``since`` to ``until``; at most 5,000."""
        start = f"{field}=".encode()
        for count, (name, term) in enumerate(self.reader.terms_from("filter", start + since.encode())):
            if name != "filter" or not term.startswith(start) or count >= TERMS_AT_MOST:
                return
            value = term[len(start) :].decode()
            if until is not None and value > until:
                return
            yield value

    def forms(self, prefix: str) -> tuple[WordForm, ...]:
        """Surface forms whose folded form begins so, at most 20,000."""
        found = self._forms.get(prefix)
        return self._forms.put(prefix, tuple(self._read_forms(prefix))) if found is None else found

    def _read_forms(self, prefix: str) -> Iterator[WordForm]:
        for count, (name, term) in enumerate(self.reader.terms_from("forms", prefix.encode())):
            if name != "forms" or count >= FORMS_AT_MOST or not (form := term.decode()).startswith(prefix):
                return
            yield WordForm(*form.split(SEPARATOR))

    # --- columns ------------------------------------------------------------------------------------------------------

    def line(self, column: str, number: int) -> str:
        """What a column holds for a document number."""
        return bytes(self.column(column)[number]).decode()

    def column(self, column: str) -> Any:
        """A column's reader, which gives bytes by document number."""
        reader = self._columns.get(column)
        if reader is None:
            reader = self._columns[column] = self.reader.column_reader(f"line_{column}")
        return reader

    @cached_property
    def briefs(self) -> tuple[tuple[str, ...], ...]:
        """For every document number: id, document, kind, date (all empty for one that was deleted)."""
        deleted = set(self.reader.all_doc_ids()) ^ set(range(self.reader.doc_count_all()))
        gone = ("", "", "", "")
        return tuple(
            gone if number in deleted else tuple(self.line("brief", number).split("\t"))
            for number in range(self.reader.doc_count_all())
        )

    def brief(self, number: int) -> tuple[str, ...]:
        """Id, document, kind and date of one entry."""
        if "briefs" in self.__dict__:
            return self.briefs[number]
        return tuple(self.line("brief", number).split("\t"))

    @cached_property
    def owner(self) -> Mapping[int, int]:
        """For every entry the document number of its document's entry (of a lone passage: of the first one)."""
        numbers = {self.briefs[number][1]: number for number in sorted(self.passages, reverse=True)}
        numbers |= {self.briefs[number][1]: number for number in self.documents}
        return {number: numbers[brief[1]] for number, brief in enumerate(self.briefs) if brief[1]}

    def tie(self, number: int) -> tuple[int, int, str, int, str]:
        """The order among entries that are equally good."""
        found = self._ties.get(number)
        if found is None:
            id, document, kind, date = self.brief(number)
            found = self._ties[number] = tie(kind, date, document, id)
        return found

    # --- clauses ------------------------------------------------------------------------------------------------------

    @cached_property
    def passages(self) -> frozenset[int]:
        """All passages."""
        return frozenset(self.postings("scope", Scope.PASSAGE))

    @cached_property
    def documents(self) -> frozenset[int]:
        """All documents."""
        return frozenset(self.postings("scope", Scope.DOCUMENT))

    def find(self, clause: Clause, scope: Scope) -> frozenset[int]:
        """The entries of a scope that fulfil a clause; in the scope of documents, parts may stand in any passage."""
        everything = self.passages if scope is Scope.PASSAGE else frozenset(map(self.owner.__getitem__, self.owner))
        return self._find(clause, scope, everything) & everything

    def _find(self, clause: Clause, scope: Scope, everything: frozenset[int]) -> frozenset[int]:
        match clause:
            case Both(parts):
                return self._both(parts, scope, everything)
            case Either(parts):
                return frozenset().union(*(self._find(part, scope, everything) for part in parts))
            case Without(part):
                return everything - self._find(part, scope, everything)
            case Everything():
                return everything
            case _:
                found = self._leaf(clause)
                return frozenset(found) if scope is Scope.PASSAGE else frozenset(map(self.owner.__getitem__, found))

    def _both(self, parts: Iterable[Clause], scope: Scope, everything: frozenset[int]) -> frozenset[int]:
        found = everything
        for part in parts:
            found &= self._find(part, scope, everything)
            if not found:
                break
        return found

    def _leaf(self, clause: Match | Between | InOrder | Near) -> Iterable[int]:
        match clause:
            case Match(field, (value,)):
                return self.postings(field, value)
            case Match(field, values):
                return set().union(*(self.postings(field, value) for value in values))
            case Between(field, since, until):
                return set().union(*(self.postings(field, value) for value in self.values(field, since, until)))
            case InOrder(places):
                return self._in_order(places)
            case Near(groups, within):
                return self._near([frozenset(group) for group in groups], within)

    def _near(self, groups: list[frozenset[str]], within: int) -> set[int]:
        """Entries that have a term of each group are looked through for them close together."""
        have = sorted((set().union(*(self.postings(WORDS, term) for term in group)) for group in groups), key=len)
        found = set.intersection(*have) if have else set()
        return {number for number in found if are_near(self.line(WORDS, number), groups, within)}

    def _in_order(self, places: tuple[tuple[str, ...], ...]) -> set[int]:
        """Entries that have every form are looked through for the forms side by side."""
        have = sorted((set().union(*(self.postings(EXACT, form) for form in forms)) for forms in places), key=len)
        found = set.intersection(*have) if have else set()
        if len(places) == 1:
            return found
        lines = [f" {' '.join(each)} ".encode() for each in islice(product(*places), COMBINATIONS_AT_MOST)]
        column = self.column(EXACT)
        if len(lines) == 1:
            line = lines[0]
            return {number for number in found if line in column[number]}
        return {number for number in found if any(line in column[number] for line in lines)}
