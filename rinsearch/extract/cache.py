"""What was read, kept by content: the same bytes are never read twice by the same version of the readers."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from rinsearch.extract.base import READER_VERSION, Result
from rinsearch.extract.ocr import NEEDS_OCR, tesseract
from rinsearch.extract.recall import VERSION, KeptPage
from rinsearch.extract.results import moved, result_from_json, result_to_json
from rinsearch.records import Document

NAME = "cache.sqlite"
BROKEN = ".broken"  # added to the name of a file that was set aside
LAYOUT = 1  # of the table; a file with another one is set aside
BUSY_SECONDS = 10.0  # a commit takes milliseconds
OCR = "ocr"  # what is still wanted where pages wait for tesseract
FAST = 1  # zlib's level: boxes pack to a sixth in a fifth of the time that reading takes

TABLE = """CREATE TABLE IF NOT EXISTS read (
    sha256 TEXT PRIMARY KEY, reader TEXT NOT NULL, wanted TEXT NOT NULL, results BLOB NOT NULL)"""
INSERT = "INSERT OR REPLACE INTO read VALUES (?, ?, ?, ?)"
SELECT = "SELECT reader, wanted, results FROM read WHERE sha256 = ?"

# Recognised pages, one by one: those of a file are known before it has been read to its end.
PAGES = """CREATE TABLE IF NOT EXISTS page (file TEXT NOT NULL, paper TEXT NOT NULL, number INTEGER NOT NULL,
    version TEXT NOT NULL, scan BLOB NOT NULL, PRIMARY KEY (file, paper, number))"""
INSERT_PAGE = "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)"
SELECT_PAGES = "SELECT paper, number, scan FROM page WHERE file = ? AND version = ?"

A = TypeVar("A")
Unread = tuple[tuple[int, ...], ...]  # pages of each paper of a file that has such
Row = tuple[str, str, bytes]  # version of the readers, what is still wanted, results


class ReadCache:
    """One SQLite file, which may be deleted at any time; safe to use from several threads.

    What is kept is the list of a file's documents, with an error for each member of an archive that cannot be read. A
    process that is killed leaves what it had put (write-ahead log). A broken file is set aside, and ``damage`` says
    so; who only looks into the cache of another (``mends`` is false) leaves it where it is.
    """

    def __init__(self, path: Path, *, mends: bool = True) -> None:
        self.path = path
        self.mends = mends
        self.damage: str | None = None
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, suppress(sqlite3.Error):
            if self._open is not None:
                self._open.close()
            self._open = None

    # --- the two questions --------------------------------------------------------------------------------------------

    def get(self, sha256: str, path: str = "", *, by_any_reader: bool = False) -> tuple[Result, ...] | None:
        """The results, as of a file at ``path``; ``None`` where unknown, damaged, or read by another version."""
        row = self._row(sha256)
        return unpacked(row[2], path) if row and (by_any_reader or row[0] == READER_VERSION) else None

    def settled(self, sha256: str, path: str = "") -> tuple[Result, ...] | None:
        """The same; ``None`` also where pages wait for a recognition of text that is there by now."""
        packed = self.packed(sha256)
        return unpacked(packed, path) if packed else None

    def packed(self, sha256: str, *, by_any_reader: bool = False) -> bytes | None:
        """What `settled` gives, or `get`, as it is kept and as `unpacked` reads it."""
        row = self._row(sha256)
        settled = row and row[0] == READER_VERSION and not (row[1] == OCR and tesseract.available())
        return row[2] if row and (settled or by_any_reader) else None

    def _row(self, sha256: str) -> Row | None:
        if not self.path.exists():
            return None
        return self._answer(lambda connection: connection.execute(SELECT, (sha256,)).fetchone())

    def put(self, sha256: str, results: Sequence[Result], path: str = "") -> None:
        """Keep the results of a file at ``path``; where they cannot be kept (a full disk), reading goes on without."""
        self.put_packed(sha256, *packed(results, path), unread_pages(results))

    def put_packed(self, sha256: str, results: bytes, wanted: str, missed: Unread = ()) -> None:
        """Keep the results of a file as `packed` has packed them.

        Pages that tesseract ``missed``, or had no time for, are worth another try until one brings nothing more.
        """
        if missed and missed != unread_pages(self.get(sha256) or ()):
            wanted = OCR
        row = (sha256, READER_VERSION, wanted, results)
        self._answer(lambda connection: _put(connection, row))

    def put_page(self, file: str, page: KeptPage) -> None:
        """Keep a recognised page of the file with this sha256."""
        scan = zlib.compress(json.dumps(page.scan, separators=(",", ":")).encode(), FAST)
        self._answer(lambda connection: _put_page(connection, (file, page.paper, page.number, VERSION, scan)))

    def pages(self, file: str) -> tuple[KeptPage, ...]:
        """The recognised pages of a file that are kept."""
        found = self._answer(lambda connection: connection.execute(SELECT_PAGES, (file, VERSION)).fetchall())
        return tuple(page for row in found or () if (page := _page(row)))

    # --- the file -----------------------------------------------------------------------------------------------------

    def _answer(self, ask: Callable[[sqlite3.Connection], A]) -> A | None:
        """What the file answers; ``None`` where it cannot, and a broken one is out of the way then."""
        with self._lock:
            try:
                return ask(self._connection())
            except sqlite3.OperationalError:  # the disk is full, the folder is read-only, another one writes
                return None
            except sqlite3.DatabaseError as error:
                self._set_aside(str(error))
                return None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            _prepare(self._open)
        return self._open

    def _set_aside(self, why: str) -> None:
        self.close()
        self.damage = why
        if self.mends:
            with suppress(OSError):  # Windows does not move a file that another process has open
                self.path.replace(self.path.with_name(self.path.name + BROKEN))
            for rest in ("-wal", "-shm"):
                with suppress(OSError):
                    self.path.with_name(self.path.name + rest).unlink(missing_ok=True)


def _prepare(connection: sqlite3.Connection) -> None:
    """Raises `sqlite3.DatabaseError` where it is no cache, or of another layout."""
    # With a write-ahead log a commit waits for no disk, and a killed process loses nothing all the same.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.executescript(f"BEGIN IMMEDIATE; {TABLE}; PRAGMA user_version = {LAYOUT}; COMMIT")
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout != LAYOUT:
        raise sqlite3.DatabaseError(f"it has the layout {layout}, and this program {LAYOUT}")


def _put(connection: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    connection.execute(INSERT, row)


def _put_page(connection: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    connection.execute(PAGES)
    connection.execute(INSERT_PAGE, row)


def _page(row: tuple[str, int, bytes]) -> KeptPage | None:
    try:
        return KeptPage(row[0], row[1], json.loads(zlib.decompress(row[2])))
    except (zlib.error, ValueError, TypeError):
        return None  # recognising it anew mends it


def packed(results: Sequence[Result], path: str) -> tuple[bytes, str]:
    """The results of a file at ``path`` as they are kept, and what is still wanted."""
    listed = [result_to_json(moved(each, path, "")) for each in results]
    text = json.dumps(listed, separators=(",", ":")).encode()
    return zlib.compress(text, FAST), OCR if _wait_for_ocr(results) else ""


def unpacked(results: bytes, path: str) -> tuple[Result, ...] | None:
    """The results as of a file at ``path``; ``None`` where they are damaged."""
    try:
        return tuple(moved(result_from_json(each), "", path) for each in json.loads(zlib.decompress(results)))
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None  # whatever is wrong with it, reading the file anew mends it


def _wait_for_ocr(results: Sequence[Result]) -> bool:
    documents = (each for each in results if isinstance(each, Document))
    return any(notice.code == NEEDS_OCR for document in documents for notice in document.warnings)


def unread_pages(results: Iterable[Result]) -> Unread:
    """The pages of each paper that stayed unread."""
    return tuple(each.unread for each in results if isinstance(each, Document) and each.unread)


@dataclass(frozen=True, slots=True)
class FilePages:
    """The recognised pages of the file with this sha256."""

    cache: ReadCache
    sha256: str

    def known(self) -> tuple[KeptPage, ...]:
        """All that are kept."""
        return self.cache.pages(self.sha256)

    def keep(self, page: KeptPage) -> None:
        """Keep one more, at once: the file may never be read to its end."""
        self.cache.put_page(self.sha256, page)
