"""Lists and tables of records that print well in a notebook, and the JSON of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload, runtime_checkable

from rinsearch.answers.papers import paper_table, passage_table
from rinsearch.answers.tables import outside_table, table
from rinsearch.answers.words import clipped, share_words
from rinsearch.codec import to_json
from rinsearch.later import later
from rinsearch.records import (
    SCHEMA,
    Analysis,
    Changes,
    Comparison,
    Councils,
    Gaps,
    Results,
    Snapshot,
    TaggedPassage,
)

if TYPE_CHECKING:
    from rinsearch import export
    from rinsearch.answers import published, redacting
    from rinsearch.answers.published import Published
    from rinsearch.export import Sheet
else:
    export = later("rinsearch.export")  # sqlite3 and csv, which a search does without
    published = later("rinsearch.answers.published")
    redacting = later("rinsearch.answers.redacting")

T = TypeVar("T")


@runtime_checkable
class Answer(Protocol):
    """An answer that knows its own JSON."""

    def to_json(self) -> dict[str, Any]:
        """The object without its schema."""


class Listing(Sequence[T], Generic[T]):
    """A list of records with a name; prints as a table in a notebook."""

    def __init__(self, name: str, items: Sequence[T]) -> None:
        self.name = name
        self.items = tuple(items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """An item, or several."""
        return self.items[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.items)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}>"

    def to_pandas(self, *, with_contacts: bool = False) -> Any:
        """The list as a ``pandas.DataFrame`` with flat, typed columns. Raises `MissingPart` without pandas.

        As in every export, telephone numbers and mail addresses are blotted out unless ``with_contacts``.
        """
        return _frame(export.sheet_of(self.name, self.items), with_contacts)

    def to_json(self) -> dict[str, Any]:
        """``{"total": …, "<name>": [...]}``."""
        return {"total": len(self), self.name: [to_json(item) for item in self.items]}

    def _repr_html_(self) -> str:
        return table(self).as_html()


@dataclass(frozen=True, slots=True)
class CouncilTable(Councils):
    """The council table; prints as a table in a notebook."""

    def to_pandas(self, *, with_contacts: bool = False) -> Any:
        """The rows as a ``pandas.DataFrame``, as those of a `Listing`. Raises `MissingPart` without pandas."""
        return _frame(export.council_sheet(self), with_contacts)

    def __repr__(self) -> str:
        return f"<council table, {self.plan}: {share_words(self)}>"

    def _repr_html_(self) -> str:
        return table(self).as_html() + (outside_table(self).as_html() if self.outside else "")


@dataclass(frozen=True, slots=True)
class SearchAnswer(Results):
    """What a search found; prints as a table in a notebook."""

    def to_pandas(self, *, with_contacts: bool = False) -> Any:
        """The hits as a ``pandas.DataFrame``, as those of a `Listing`. Raises `MissingPart` without pandas."""
        return _frame(export.sheet_of("hits", self.hits), with_contacts)

    def _repr_html_(self) -> str:
        return table(self).as_html()


@dataclass(frozen=True, slots=True)
class ShownGaps(Gaps):
    """What a plan leaves open; prints as tables in a notebook."""

    def _repr_html_(self) -> str:
        return _html(self)


@dataclass(frozen=True, slots=True)
class ShownComparison(Comparison):
    """Two plans side by side; prints as a table in a notebook."""

    def to_pandas(self, *, with_contacts: bool = False) -> Any:
        """The pairs as a ``pandas.DataFrame``, as those of a `Listing`. Raises `MissingPart` without pandas."""
        return _frame(export.sheet_of("pairs", self.pairs), with_contacts)

    def _repr_html_(self) -> str:
        return _html(self)


@dataclass(frozen=True, slots=True)
class ShownChanges(Changes):
    """What differs from a snapshot; prints as a table in a notebook."""

    def to_pandas(self, *, with_contacts: bool = False) -> Any:
        """The changes as a ``pandas.DataFrame``, as those of a `Listing`. Raises `MissingPart` without pandas."""
        return _frame(export.sheet_of("changes", self.changes), with_contacts)

    def _repr_html_(self) -> str:
        return _html(self)


@dataclass(frozen=True, slots=True)
class ShownSnapshot(Snapshot):
    """A frozen table; prints as a table in a notebook."""

    def _repr_html_(self) -> str:
        return _html(self)


@dataclass(frozen=True, slots=True)
class PaperAnalysis(Analysis):
    """What was understood of a paper; prints as a table in a notebook."""

    def _repr_html_(self) -> str:
        return paper_table(self, clipped).as_html()


@dataclass(frozen=True, slots=True)
class ShownPassage(TaggedPassage):
    """A passage with its tags; prints as a table in a notebook."""

    def _repr_html_(self) -> str:
        return passage_table(self).as_html()


def _html(answer: Published) -> str:
    return "".join(each.as_html() for each in published.published_tables(answer))


def _frame(sheet: Sheet, with_contacts: bool) -> Any:
    return export.frame(sheet if with_contacts else sheet.with_words(redacting.redacted))


def dressed(record: Any, kind: type[T]) -> T:
    """The same record as a kind that prints well."""
    return kind(**{field.name: getattr(record, field.name) for field in fields(record)})


def as_json(answer: Any) -> dict[str, Any]:
    """An answer as the object of the contract, beginning with ``"schema": 1``."""
    if isinstance(answer, Answer):
        body = answer.to_json()
    elif is_dataclass(answer) or isinstance(answer, Mapping):
        body = to_json(answer)
    else:
        raise TypeError(f"{type(answer).__name__} is no answer")
    return {"schema": SCHEMA, **body}
