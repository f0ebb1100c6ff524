"""Phrases by which papers are taken apart, by name, from phrases.toml and the files for plans, measures and votes.

A phrase is built when it is first asked for and proves itself before it is first looked for: it must be found in its
example and must not be found in its counterexample.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.sifted import Sifted
from rinsearch.taxonomy.tables import fold, toml

FILES = (
    "phrases.toml",
    "plan_phrases.toml",
    "list_phrases.toml",
    "layout_phrases.toml",
    "measure_phrases.toml",
    "standing_phrases.toml",
    "vote_phrases.toml",
    "tag_phrases.toml",
    "kind_phrases.toml",
    "letter_phrases.toml",
    "repairs.toml",
)
DEEPEST = 4  # parts inside parts
WHOLE_WORDS = r"\b(?:{words})\b"
# A name in braces, which no quantifier is: {1,2} holds digits.
_PART = re.compile(r"\{([a-z]+)\}")
# Carons that a paper may leave out; not those inside a class of characters ("[A-ZČŠŽ]").
_CARONS = re.compile(r"(\[[^\]]*\])|([čšž])")


@cache
def phrase(name: str) -> Sifted:
    """The pattern of this name; ``TaxonomyError`` where there is none or where it does not prove itself.

    >>> bool(phrase("relative-clause").match(", ki se je z načrtom seznanil"))
    True
    """
    if name not in _entries():
        raise TaxonomyError(f"There is no phrase {name!r}.", place=FILES[0])
    return build(_entries()[name], _parts())


def part(name: str) -> str:
    """A part that several phrases are made of, as alternatives; ``KeyError`` where there is none."""
    return _alternatives(_parts()[name])


def phrase_names() -> tuple[str, ...]:
    """The names of all phrases, in the order of the files."""
    return tuple(_entries())


def build(entry: Mapping[str, Any], parts: Mapping[str, str | list[str]]) -> Sifted:
    """The pattern of an entry, its parts filled in, to be proved by its example and counterexample."""
    try:
        filled = {**parts, "words": entry.get("words", [])}
        text = entry.get("pattern", WHOLE_WORDS)
        for _ in range(DEEPEST):
            text = _PART.sub(lambda match: _alternatives(filled[match[1]]), text)
        if entry.get("carons") == "optional":
            text = _CARONS.sub(_optional_caron, text)
        return Sifted(text, 0 if entry.get("cased") else re.IGNORECASE, lambda pattern: _prove(entry, pattern))
    except KeyError as error:
        raise TaxonomyError(f"There is no {error}.", place=_place(entry)) from error
    except re.error as error:
        raise TaxonomyError(f"The pattern is no regular expression: {error}.", place=_place(entry)) from error


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    entries: dict[str, Mapping[str, Any]] = {}
    for file in FILES:
        for entry in toml(file)["phrase"]:
            name = entry.get("name")
            if not name or name in entries:
                raise TaxonomyError(f"The name {name!r} is empty or stands there twice.", place=file)
            entries[name] = {**entry, "file": file}
    return entries


@cache
def _parts() -> Mapping[str, str | list[str]]:
    parts: dict[str, str | list[str]] = {}
    for file in FILES:
        twice = parts.keys() & toml(file)["parts"].keys()
        if twice:
            raise TaxonomyError(f"The part {min(twice)!r} stands in another file already.", place=file)
        parts |= toml(file)["parts"]
    return parts


def _alternatives(part: str | list[str]) -> str:
    return part if isinstance(part, str) else "|".join(part)


def _optional_caron(match: re.Match[str]) -> str:
    return match[1] or f"[{match[2]}{fold(match[2])}]"


def _prove(entry: Mapping[str, Any], pattern: re.Pattern[str]) -> None:
    found = _use(entry.get("at"), pattern)
    if not found(entry["example"]):
        raise TaxonomyError(f"It is not found in its example {entry['example']!r}.", place=_place(entry))
    if found(entry["counterexample"]):
        raise TaxonomyError(f"It is found in its counterexample {entry['counterexample']!r}.", place=_place(entry))


def _use(at: str | None, pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """The method by which the phrase is looked for, so that it is proved as it is used."""
    return {None: pattern.search, "start": pattern.match, "whole": pattern.fullmatch}[at]


def _place(entry: Mapping[str, Any]) -> str:
    return f"{entry.get('file', FILES[0])}, {entry.get('name')}"
