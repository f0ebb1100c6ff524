"""The signs of the taxonomy's patterns, told beforehand: telling them anew took .65 s of every start.

``signs.json`` holds them by a digest of the pattern, so that a pattern that was changed, or is new, is not in it; its
signs are told when it is made. ``python -m tests.signs --fix`` writes the file anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib import resources

from rinsearch.signs import Strings, Written, signs_of

FILE = "signs.json"
DIGEST = 8  # bytes: two of a thousand patterns have the same one by chance once in 10**13 tables
_told: dict[str, Strings] = {}


def digest_of(pattern: Written) -> str:
    """What a pattern is known by; whether it was compiled already makes no difference.

    >>> class Plain:
    ...     pattern, flags = "sklep", 0
    >>> digest_of(Plain()) == digest_of(re.compile("sklep")) != digest_of(re.compile("sklepi"))
    True
    """
    flags = int(pattern.flags) & ~int(re.UNICODE)  # which compiling adds
    return blake2b(f"{flags} {pattern.pattern}".encode(), digest_size=DIGEST).hexdigest()


def is_known(pattern: Written) -> bool:
    """Whether a pattern was the same, and proved itself, when the file was written."""
    return digest_of(pattern) in known()


def signs(pattern: Written) -> Strings:
    """The signs of a pattern: those of the file, or told now and remembered."""
    digest = digest_of(pattern)
    found = known().get(digest, _told.get(digest))
    if found is None:
        found = _told[digest] = signs_of(pattern)
    return found


def told() -> Mapping[str, Strings]:
    """The signs that had to be told in this process."""
    return _told


@cache
def known() -> Mapping[str, Strings]:
    """What the file holds; nothing where there is none."""
    file = resources.files("rinsearch").joinpath(FILE)
    if not file.is_file():
        return {}
    return {digest: frozenset(held) for digest, held in json.loads(file.read_text("utf-8")).items()}
