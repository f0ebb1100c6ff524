"""Files to Documents: only reads, and knows neither kinds nor titles nor dates.

A file's type is told by its content (``media``). ``readers.READERS`` holds one reader for each format; a reader takes
bytes and limits and gives :class:`Contents`. ``members.OPENERS`` opens what holds several papers. Files come from
anywhere, so they are read in worker processes (``worker``) that a pool (``pool``) starts, watches and kills.
``ReadCache`` keeps what was read, by content.
"""

from __future__ import annotations

from rinsearch.extract.base import READER_VERSION, Contents, Place, ReadOptions, Result
from rinsearch.extract.cache import NAME as CACHE
from rinsearch.extract.cache import ReadCache
from rinsearch.extract.means import means
from rinsearch.extract.media import detect
from rinsearch.extract.pool import Readers, draw, file_digest, read
from rinsearch.extract.results import moved

__all__ = [
    "CACHE",
    "READER_VERSION",
    "Contents",
    "Place",
    "ReadCache",
    "ReadOptions",
    "Readers",
    "Result",
    "detect",
    "draw",
    "file_digest",
    "means",
    "moved",
    "read",
]
