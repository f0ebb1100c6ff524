"""Terms as a cluster takes them: without signs that have a meaning of their own in a row, and not too long."""

from __future__ import annotations

from functools import lru_cache

PLACES, TERMS, NOTHING = "\x1e", "\x1f", "\x1d"  # between positions, between terms at one, a position without any
LONGEST = 8_000  # characters of a term; Lucene takes 32,766 bytes
USUAL, KNOWN = 60, 50_000  # characters of terms that are remembered, and how many of them: some 10 MB
_CONTROL = str.maketrans(dict.fromkeys((PLACES, TERMS, NOTHING), "\ufffd"))


def clean(term: str) -> str:
    """A term without signs that have a meaning here and without halves of characters, not too long.

    >>> clean("a\\x1eb")
    'a\ufffdb'
    """
    return _usual(term) if len(term) <= USUAL else _cleaned(term)


def _cleaned(term: str) -> str:
    return text(term[:LONGEST]).translate(_CONTROL)


_usual = lru_cache(KNOWN)(_cleaned)  # the same words come again and again


def text(given: str) -> str:
    """Without halves of characters, as every engine keeps it."""
    return given if given.isascii() else given.encode("utf-8", "replace").decode()
