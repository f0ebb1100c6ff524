"""The record of files on disk: ``files.json`` has all of them, ``files.jsonl`` what has changed since it was written.

Written whole at every commit, a record of a million files would be written ten thousand times. So a commit adds a line
to the journal, and when the journal has grown as large as the whole, the whole is written anew. The journal says of
which whole it is: one that was left behind, by a run that was killed or by an index that took another's place, is none.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = "files.json"
JOURNAL = "files.jsonl"
SMALL = 1_000_000  # bytes of a record that is always written whole: some 1,600 files, a tenth of a second

Json = Any
Line = Mapping[str, Json]


class Kept:
    """The two files in the folder of an index. One process writes, others may read meanwhile."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._of = ""  # the number of the whole that the journal goes on from; empty where it cannot be gone on with
        self._whole = self._added = 0  # bytes of the two

    def read(self) -> tuple[Json, list[Line]]:
        """The whole, and the lines since. Raises `OSError` or `ValueError` where there is none or it is broken."""
        of, lines, size, is_sound = self._journal()  # first: where the whole is written meanwhile, it has them all
        told = (self.home / NAME).read_bytes()
        whole = json.loads(told)
        number = whole.get("number", "") if isinstance(whole, dict) else ""
        self._whole, self._added = len(told), size if of == number else 0
        self._of = number if is_sound or of != number else ""
        return whole, lines if number and of == number else []

    def _journal(self) -> tuple[str, list[Line], int, bool]:
        """Of which whole it is, its lines up to one that was cut off, their size, and whether none was."""
        try:
            told = (self.home / JOURNAL).read_bytes()
        except OSError:
            return "", [], 0, True
        found: list[Line] = []
        with suppress(ValueError):
            for line in told.split(b"\n")[:-1]:
                found.append(json.loads(line))
        is_sound = told.endswith(b"\n") and len(found) == told.count(b"\n")
        first = found[0] if found and isinstance(found[0], dict) else {}
        return str(first.get("of", "")), found[1:], len(told), is_sound

    def add(self, line: Line) -> bool:
        """Put what has changed behind the rest; False where it is time to write the whole."""
        of, self._of = self._of, ""  # where this does not end well, nothing can be put behind it
        if not of or self._whole < SMALL or self._added > self._whole:
            return False
        with (self.home / JOURNAL).open("ab" if self._added else "wb") as file:
            if not self._added:
                self._added += file.write(_line({"of": of}))
            self._added += file.write(_line(line))
            file.flush()
            os.fsync(file.fileno())
        self._of = of
        return True

    def write(self, head: Line, files: Iterator[tuple[str, Json]]) -> None:
        """The whole, or nothing of it: what is told of all, and of each file."""
        number, waiting = secrets.token_hex(8), self.home / f"{NAME}.new"
        self.home.mkdir(parents=True, exist_ok=True)
        with waiting.open("wb") as file:
            file.write(_line({**head, "number": number, "files": {}})[:-3])
            for count, (label, state) in enumerate(files):  # one by one: all at once would be a multiple in memory
                file.write((b",\n" if count else b"\n") + json.dumps(label).encode() + b": " + _line(state)[:-1])
            file.write(b"}}\n")
            file.flush()
            os.fsync(file.fileno())
            self._whole, self._added = file.tell(), 0
        waiting.replace(self.home / NAME)
        self._of = number
        with suppress(OSError):  # left behind, as on Windows where somebody reads it, it is none
            (self.home / JOURNAL).unlink()


def _line(told: Json) -> bytes:
    return json.dumps(told).encode() + b"\n"  # in ASCII: a path may hold bytes that are no UTF-8
