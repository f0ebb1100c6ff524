"""Papers that were read before, so that not each test reads them in another process."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rinsearch import Library
from rinsearch.extract import CACHE

Write = Callable[[Path], Path]


def read_before(home: Path, write: Write) -> Path:
    """The file that holds what was read of the papers that are written to a folder below ``home``."""
    with Library(home / "index") as made:
        made.ingest(write(home / "papers"))
    return home / "index" / CACHE


@contextmanager
def library_of(home: Path, write: Write, read: Path) -> Iterator[Library]:
    """A library of its own over the same papers, in ``home``."""
    papers = write(home / "papers")
    (home / "index").mkdir()
    shutil.copy(read, home / "index")
    with Library(home / "index") as made:
        made.ingest(papers)
        yield made
