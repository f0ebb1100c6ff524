"""Ctrl-C: the first one ends a run in an orderly way, a second one at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Whether the user has asked to stop; while nothing but waiting is done, the question interrupts the wait."""

    def __init__(self) -> None:
        self.asked = False
        self._waits = False

    def heard(self, *_: int | FrameType | None) -> None:
        """Take the signal. Raises `KeyboardInterrupt` where it may, and when it comes again."""
        again, self.asked = self.asked, True
        if again or self._waits:
            raise KeyboardInterrupt

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """What is done here may be broken off at any point."""
        self._waits = True
        try:
            if self.asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._waits = False


@contextmanager
def stopping() -> Iterator[Stop]:
    """Take over Ctrl-C in the main thread of a program that has left it to Python; elsewhere nothing is taken."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield stop
        return
    signal.signal(signal.SIGINT, stop.heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
