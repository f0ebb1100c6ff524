"""What the readers share: their limits, what they get and what they give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rinsearch.errors import ReadError
from rinsearch.records import Block, Box, Document, Notice, Table

SCRATCH = "rinsearch-"  # begins the name of every folder for temporary files
READER_VERSION = "35"  # raise it when a reader gives other results: what was cached is then read anew


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits of reading one file; the memory limit holds on Linux only.

    ``seconds`` and ``pages`` are of each paper in an archive; each page that needs OCR adds ``page_seconds``. Of these
    ``ocr_seconds``, and what the pages add, may be spent on OCR; pages for which nothing is left stay unread, and the
    others are kept. ``members`` and ``unpacked_mb`` are of all files in an archive or mail, with those in archives
    inside it; ``depth`` is how deep these may be nested. ``characters`` (a page has some 3,000) bound what is
    handed on to be understood, for which there is no limit of time.
    """

    seconds: float = 60.0
    memory_mb: int = 1536
    file_mb: int = 256
    pages: int = 3000
    characters: int = 5_000_000
    members: int = 2000
    unpacked_mb: int = 1024
    depth: int = 5
    ocr_seconds: float = 40.0
    page_seconds: float = 5.0

    @classmethod
    def within(cls, seconds: float, memory_mb: int) -> ReadOptions:
        """These limits of time and memory, the times for OCR in proportion."""
        usual = cls()
        share = seconds / usual.seconds
        ocr, page = share * usual.ocr_seconds, share * usual.page_seconds
        return cls(seconds=seconds, memory_mb=memory_mb, ocr_seconds=ocr, page_seconds=page)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader gives: parts in reading order, the number of pages, warnings, and pages that need OCR."""

    pages: int
    parts: tuple[Block | Table, ...]
    warnings: tuple[Notice, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another, or why it cannot be read.

    ``name`` is its path there, to be shown and never to be written to; ``media_type`` is given where the file around it
    knows it for sure.
    """

    name: str
    content: bytes | ReadError
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Boxes on a page, from 1, of a paper; ``member`` is its path inside an archive."""

    member: str | None
    page: int
    boxes: tuple[Box, ...]


Reader = Callable[[bytes, ReadOptions], Contents]
Opener = Callable[[bytes, ReadOptions], Iterator[Member]]
Result = Document | ReadError  # of one paper: a file, or a member of an archive or mail
