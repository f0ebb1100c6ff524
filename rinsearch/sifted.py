"""Patterns that are compiled when they are first needed, and searched for only in texts that bear one of their signs.

A paper needs some four in ten of the taxonomy's patterns; compiling and proving the others took half a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from rinsearch.known_signs import is_known
from rinsearch.sieve import ALL, SIGNS, bit_of

Search = Callable[..., re.Match[str] | None]
Searches = Callable[..., Iterator[re.Match[str]]]
METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


def _needs_none(pattern: re.Pattern[str]) -> None:
    """The proof of a pattern that has no example."""


class Sifted:
    """A pattern with what proves it; one that is not known yet is compiled and proved at once.

    Without signs it is searched for in any text. What is no search is done by the pattern itself.

    >>> bool(Sifted(r"\\bsklepi?\\b").search("dva sklepa, en sklep"))
    True
    """

    __slots__ = ("_compiled", "_prove", "flags", "pattern", *METHODS)
    search: Search
    match: Search
    fullmatch: Search
    finditer: Searches
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str | Any]]
    sub: Callable[..., str]
    _compiled: re.Pattern[str]

    def __init__(self, pattern: str, flags: int = 0, prove: Callable[[re.Pattern[str]], None] = _needs_none) -> None:
        """Raises what ``prove`` does, and ``re.error`` for what is no pattern; both later where it is known."""
        self.pattern, self.flags, self._prove = pattern, flags, prove
        if not is_known(self):
            self.compiled()
        bit = bit_of(self)
        if bit != ALL:
            self.search, self.finditer = _search(self, bit), _finditer(self, bit)

    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern, which has proved itself."""
        try:
            return self._compiled
        except AttributeError:
            pattern = re.compile(self.pattern, self.flags)
            self._prove(pattern)
            self._compiled = pattern
            return pattern

    def __getattr__(self, name: str) -> Any:
        """The methods that were not needed yet."""
        if name not in METHODS:
            raise AttributeError(name)
        method = getattr(self.compiled(), name)
        setattr(self, name, method)
        return method


Pattern = re.Pattern[str] | Sifted


def _search(sifted: Sifted, bit: int) -> Search:
    """Its search, where a sign of it stands."""
    signs = SIGNS

    def search(text: str, *span: int) -> re.Match[str] | None:
        may_be = signs.borne[text] & bit or (len(span) > 1 and _is_cut(text, span[1]))
        return sifted.compiled().search(text, *span) if may_be else None

    return search


def _finditer(sifted: Sifted, bit: int) -> Searches:
    """The same for all places."""
    signs = SIGNS

    def finditer(text: str, *span: int) -> Iterator[re.Match[str]]:
        may_be = signs.borne[text] & bit or (len(span) > 1 and _is_cut(text, span[1]))
        return sifted.compiled().finditer(text, *span) if may_be else iter(())

    return finditer


def _is_cut(text: str, end: int) -> bool:
    """Whether the end of the place that is looked at may stand in a word, which then seems to end there."""
    return 0 <= end < len(text) and not text[end].isspace()
