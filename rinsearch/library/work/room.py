"""How much is held in memory for files whose turn has not come."""

from __future__ import annotations

import threading


class Room:
    """Counts bytes; where there are too many, files wait at the door, but never the one whose turn it is."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self.turn = 0  # the number of the file that is written next
        self.is_open = False  # for all, because the run ends
        self.changed = threading.Condition()

    def enter(self, number: int) -> None:
        """Wait until there is room for a file."""
        with self.changed:
            self.changed.wait_for(lambda: self.held < self.most or number <= self.turn or self.is_open)

    def hold(self, size: int) -> None:
        """So many bytes are held from now on; of a negative number, so many fewer."""
        with self.changed:
            self.held += size
            self.changed.notify_all()

    def call(self, number: int) -> None:
        """It is the turn of this file."""
        with self.changed:
            self.turn = number
            self.changed.notify_all()

    def open(self) -> None:
        """Let all in: nothing more is done with them."""
        with self.changed:
            self.is_open = True
            self.changed.notify_all()
