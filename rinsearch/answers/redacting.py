"""Contact data of people, blotted out of what is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from rinsearch.records import DocumentInfo, Evidence
from rinsearch.tag.contacts import in_text

T = TypeVar("T")

BLOT = "█"
# Fields whose digits are no telephone number, and lead somewhere.
_KEPT = frozenset({"id", "plan", "code", "contrary", "case_number", "corpus", "checksum", "number"})
_SAID: Mapping[type, str] = {DocumentInfo: "title", Evidence: "quote"}  # of these one field alone is a paper's words
# A text without any of these holds no contact; most cells are such, and are looked at only once.
_SUSPECT = re.compile(r"@|\d[\d /()-]{4,}\d")


def redacted(text: str) -> str:
    """The text with telephone numbers and mail addresses blotted out, one blot for each character.

    >>> redacted("Pokličite 041 000 111 ali pišite na ana@primer.si, zadeva 122-08/2013-5.")
    'Pokličite ███████████ ali pišite na █████████████, zadeva 122-08/2013-5.'
    """
    if not _SUSPECT.search(text):
        return text
    for found in in_text(text):
        text = text[: found.start] + BLOT * (found.end - found.start) + text[found.end :]
    return text


def without_contacts(record: T) -> T:
    """A record, and all that it holds, with `redacted` texts; ids, files and numbers of cases stay as they are."""
    found: Any = _blotted(record)
    return found  # type: ignore[no-any-return]


def _blotted(value: Any) -> Any:
    if isinstance(value, str):
        return redacted(value) if type(value) is str else value  # a status is a text, too
    if isinstance(value, tuple):
        return tuple(map(_blotted, value))
    if isinstance(value, Mapping):
        return {key: _blotted(each) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = _SAID.get(type(value))
    names = (said,) if said else tuple(field.name for field in fields(value) if field.name not in _KEPT)
    return replace(value, **{name: _blotted(getattr(value, name)) for name in names})
