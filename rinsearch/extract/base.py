"""What the readers share: their limits, what they get and what they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rinsearch.records import Block, Notice, Table

READER_VERSION = "1"  # raise it when a reader gives other results: what was cached is then read anew


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits of reading one file; the memory limit holds on Linux only."""

    seconds: float = 120.0
    memory_mb: int = 2048
    file_mb: int = 256
    pages: int = 3000


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader gives: parts in reading order, the number of pages, warnings, and pages that need OCR."""

    pages: int
    parts: tuple[Block | Table, ...]
    warnings: tuple[Notice, ...] = ()
    unread: tuple[int, ...] = ()


Reader = Callable[[bytes, ReadOptions], Contents]
