"""Signs of life of a long reading: a scanned page takes seconds, a scanned plan minutes, and neither is stuck."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[], None] | None] = ContextVar("listener", default=None)


def listen(listener: Callable[[], None]) -> None:
    """Call this function at every sign of life."""
    _LISTENER.set(listener)


def beat() -> None:
    """Say that a page is done."""
    listener = _LISTENER.get()
    if listener is not None:
        listener()
