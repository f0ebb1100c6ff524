"""A user's own terms in a file of their own, TOML or CSV: read and checked, with errors that name file and line.

Five kinds of entries: ``group`` (a target group), ``wording`` (words that mean a group), ``heading`` (of a column of
measures), ``organisation`` and ``alias`` (another name of a municipality). Whether each is found in its example, and
not in its counterexample, is proved where papers are tagged.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy import overlay, tables
from rinsearch.taxonomy.overlay import Added, Overlay

SUFFIXES = (".toml", ".csv")
LARGEST = 1_000_000  # characters of such a file
NEEDED = {
    "group": ("id", "label", "example"),
    "wording": ("group", "text", "example"),
    "heading": ("field", "heading", "example"),
    "organisation": ("name", "kind", "example", "counterexample"),
    "alias": ("municipality", "alias", "example"),
}
ALLOWED = {
    "group": ("parent", "label_en"),
    "wording": ("kind", "also", "counterexample", "note"),
    "heading": (),
    "organisation": ("forms", "abbreviations"),
    "alias": ("counterexample",),
}
LISTS = ("also", "forms", "abbreviations")  # in CSV divided by a vertical bar
MASKS = ("mask", "name")  # wordings that only look like a group
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry as the user wrote it: its kind, its cells (lists as text with bars), file and line."""

    kind: str
    cells: Mapping[str, str]
    file: str
    line: int

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def many(self, name: str) -> tuple[str, ...]:
        """The parts of a cell that holds several."""
        return tuple(part.strip() for part in self[name].split("|") if part.strip())

    def error(self, message: str, advice: str | None = None) -> TaxonomyError:
        """An error at this entry."""
        return TaxonomyError(message, place=f"{self.file}, line {self.line}, {self.kind}", advice=advice)


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """A file of own terms: its name, its text, its entries, and what they add to the package's lists."""

    name: str
    text: str
    terms: tuple[Term, ...]
    added: Overlay


def own_terms(name: str, text: str) -> OwnTerms:
    """Read a file of own terms by its name (which tells TOML from CSV) and text. Raises `TaxonomyError`."""
    if len(text) > LARGEST:
        raise TaxonomyError(f"The file has {len(text)} characters.", place=name, advice=f"At most {LARGEST} are read.")
    read = {".toml": _from_toml, ".csv": _from_csv}.get(PurePath(name).suffix.lower())
    if read is None:
        raise TaxonomyError("It is neither .toml nor .csv.", place=name, advice="Save the terms as TOML or CSV.")
    terms = tuple(_checked(term) for term in read(name, text))
    return OwnTerms(name, text, terms, _overlay(terms))


# --- the two forms ----------------------------------------------------------------------------------------------------


def _from_toml(name: str, text: str) -> Iterator[Term]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TaxonomyError(f"This is no valid TOML: {error}.", place=name) from error
    for kind, entries in data.items():
        if kind not in NEEDED or not isinstance(entries, list):
            raise _unknown_kind(kind, name)
        lines = _lines_of(kind, text)
        for number, entry in enumerate(entries):
            yield _term(kind, entry, (name, lines[number] if number < len(lines) else 1))


def _lines_of(kind: str, text: str) -> list[int]:
    """The lines on which entries of a kind begin."""
    head = re.compile(rf"\s*\[\[\s*{re.escape(kind)}\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if head.match(line)]


def _term(kind: str, entry: Any, place: tuple[str, int]) -> Term:
    if not isinstance(entry, Mapping):
        raise _unknown_kind(kind, place[0])
    cells = {}
    for name, value in entry.items():
        several = isinstance(value, list) and all(isinstance(each, str) for each in value)
        if not (isinstance(value, str) or (several and name in LISTS)):
            raise Term(kind, {}, *place).error(f"{name} is no text.", 'Write it in quotation marks, or ["a", "b"].')
        cells[name] = " | ".join(value) if several else " ".join(value.split())
    return Term(kind, cells, *place)


def _from_csv(name: str, text: str) -> Iterator[Term]:
    """The first line names the columns; the column ``entry`` says what a line is, an empty cell says nothing."""
    reader = csv.reader(text.removeprefix("\ufeff").splitlines())
    heading = [each.strip() for each in next(reader, [])]
    if "entry" not in heading:
        advice = "The first line names the columns: entry,group,text,example,counterexample …"
        raise TaxonomyError("There is no column 'entry'.", place=f"{name}, line 1", advice=advice)
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(heading):
            message = f"The line has {len(row)} cells, the heading {len(heading)}."
            raise TaxonomyError(message, place=f"{name}, line {reader.line_num}")
        cells = {key: " ".join(cell.split()) for key, cell in zip(heading, row, strict=True) if cell.strip()}
        kind = cells.pop("entry", "")
        if kind not in NEEDED:
            raise _unknown_kind(kind, f"{name}, line {reader.line_num}")
        yield Term(kind, cells, name, reader.line_num)


def _unknown_kind(kind: str, place: str) -> TaxonomyError:
    return TaxonomyError(f"There are no entries {kind!r}.", place=place, advice=f"Use {', '.join(NEEDED)}.")


# --- checks that need no papers ---------------------------------------------------------------------------------------


def _checked(term: Term) -> Term:
    missing = [name for name in NEEDED[term.kind] if not term[name]]
    allowed = (*NEEDED[term.kind], *ALLOWED[term.kind])
    unknown = [name for name in term.cells if name not in allowed]
    if missing:
        raise term.error(f"{missing[0]} is missing.", f"Needed are {', '.join(NEEDED[term.kind])}.")
    if unknown:
        raise term.error(f"There is no {unknown[0]!r}.", f"Use {', '.join(allowed)}.")
    if term.kind == "group" and not _ID.fullmatch(term["id"]):
        raise term.error(
            f"{term['id']!r} is no id.", "Small letters without carons, digits and hyphens: mladi-odrasli."
        )
    if term.kind == "alias":
        _code(term)
    fields = {row["field"] for row in tables.package_rows("column_headings.csv")}
    if term.kind == "heading" and term["field"] not in fields:
        raise term.error(f"There is no field {term['field']!r}.", f"Use {', '.join(sorted(fields))}.")
    return term


def _code(term: Term) -> str:
    """The code of the municipality that an alias names, by its code or name."""
    wanted = tables.fold(term["municipality"])
    for row in tables.package_rows("municipalities.csv"):
        if wanted in (row["code"], tables.fold(row["name"])):
            return row["code"]
    raise term.error(f"There is no municipality {term['municipality']!r}.", "Write its name or its SURS code.")


# --- what they add ----------------------------------------------------------------------------------------------------


def _overlay(terms: tuple[Term, ...]) -> Overlay:
    if not terms:
        return overlay.NONE
    rows: dict[str, tuple[Added, ...]] = {}
    for kind, (file, cells) in _ROWS.items():
        rows[file] = tuple(Added(term.file, term.line, cells(term)) for term in terms if term.kind == kind)
    aliases: dict[str, tuple[str, ...]] = {}
    for term in terms:
        if term.kind == "alias":
            aliases[_code(term)] = (*aliases.get(_code(term), ()), term["alias"])
    named = tuple(_organisation(term) for term in terms if term.kind == "organisation")
    digest = hashlib.sha256(repr([(term.kind, sorted(term.cells.items())) for term in terms]).encode()).hexdigest()[:16]
    return Overlay(digest, rows, aliases, {"organisations.toml": {"name": named}} if named else {})


def _group(term: Term) -> Mapping[str, str]:
    return {
        "id": term["id"],
        "parent": term["parent"],
        "label_sl": term["label"],
        "label_en": term["label_en"] or term["label"],
        "example": term["example"],
    }


def _wording(term: Term) -> Mapping[str, str]:
    kind = term["kind"] or "phrase"
    counts = "no" if kind in MASKS else "yes"
    shared = {name: term[name] for name in ("group", "text", "also", "example", "note")}
    return {**shared, "kind": kind, "counts": counts}


def _heading(term: Term) -> Mapping[str, str]:
    return {name: term[name] for name in NEEDED["heading"]}


def _organisation(term: Term) -> Mapping[str, Any]:
    plain = {name: term[name] for name in NEEDED["organisation"]}
    return {**plain, "forms": list(term.many("forms")), "abbreviations": list(term.many("abbreviations"))}


_ROWS: Mapping[str, tuple[str, Callable[[Term], Mapping[str, str]]]] = {
    "group": ("target_groups.csv", _group),
    "wording": ("target_group_variants.csv", _wording),
    "heading": ("column_headings.csv", _heading),
}
