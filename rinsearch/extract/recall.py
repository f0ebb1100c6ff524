"""Recognised pages that are kept one by one: what was recognised once is not recognised again.

A page takes a second and more, so a file whose other pages had to wait for tesseract, or that was stopped, goes on
where it was. Who reads the file hands out the known pages (``begin``) and takes the new ones; the readers only ask.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.extract.ocr.page import Scan, Unread

VERSION = "2"  # raise it when recognising a page gives other results: what was kept is then recognised anew


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A recognised page of a paper, which its content's sha256 names; ``scan`` is its JSON."""

    paper: str
    number: int
    scan: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Desk:
    known: dict[tuple[str, int], dict[str, Any]]
    keep: Callable[[KeptPage], None]


_DESK: ContextVar[_Desk | None] = ContextVar("desk", default=None)


def begin(known: Iterable[KeptPage], keep: Callable[[KeptPage], None]) -> None:
    """From now on take these pages as recognised, and hand new ones over."""
    _DESK.set(_Desk({(page.paper, page.number): page.scan for page in known}, keep))


class Recall:
    """The recognised pages of one paper."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def paper(self) -> str:
        """The sha256 of the paper; most papers need it not."""
        return hashlib.sha256(self.data).hexdigest()

    def once(self, number: int, recognise: Callable[[], Scan | Unread]) -> Scan | Unread:
        """The page with this number, from 1, as it was recognised before, or now."""
        desk = _DESK.get()
        known = _scan(desk.known.get((self.paper, number))) if desk and desk.known else None
        if known is not None:
            return known
        outcome = recognise()
        if isinstance(outcome, Unread):
            return outcome
        written = to_json(outcome)
        if desk:
            desk.keep(KeptPage(self.paper, number, written))
        return from_json(Scan, written)  # with places as fine as they are kept, so that both ways give one result


def _scan(data: Any) -> Scan | None:
    try:
        return from_json(Scan, data) if data else None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None  # whatever is wrong with it, recognising it anew mends it
