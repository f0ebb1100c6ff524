"""Signs of life of a long reading: a scanned plan takes minutes and is not stuck; each page of it adds time."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[], None] | None] = ContextVar("listener", default=None)


def listen(listener: Callable[[], None]) -> None:
    """Call this function at every sign of life."""
    _LISTENER.set(listener)


def beat() -> None:
    """Say that a page is begun that needs OCR."""
    listener = _LISTENER.get()
    if listener is not None:
        listener()
