"""ZIP bundles: the papers of a session in one file. They are read into memory, never written anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from stat import S_ISLNK
from zipfile import ZipInfo

from rinsearch.errors import LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract.base import Member, ReadOptions
from rinsearch.extract.filenames import each_once, is_rubbish, shown_name, stored_name
from rinsearch.extract.zipped import BoundedZip, bounded_zip

ENTRY = b"PK\x01\x02"  # begins the entry of each member in the archive's list
ADVICE = "Unpack it by hand, with the password where it has one, and ingest the files in it."
MOST_ENTRIES = 100_000  # opening so long a list takes a second and 100 MB; every bundle of papers has a shorter one


def open_archive(data: bytes, options: ReadOptions) -> Iterator[Member]:
    """The members one after the other, in the order of the archive. Raises :class:`ReadError` for the whole."""
    if data.count(ENTRY) > MOST_ENTRIES:
        raise LimitExceeded(f"The archive holds more than {MOST_ENTRIES} files.")
    archive = bounded_zip(data, replace(options, file_mb=options.unpacked_mb))
    wanted = [(info, shown_name(stored_name(info.filename))) for info in archive.files]
    wanted = [(info, shown) for info, shown in wanted if not is_rubbish(shown)]
    if len(wanted) > options.members:
        raise LimitExceeded(f"The archive holds {len(wanted)} files, more than {options.members}.")
    for (info, _), shown in zip(wanted, each_once(shown for _, shown in wanted), strict=True):
        content = _content(archive, info, options)
        yield Member(shown, _worded(content, info.filename, shown) if isinstance(content, ReadError) else content)


def _content(archive: BoundedZip, info: ZipInfo, options: ReadOptions) -> bytes | ReadError:
    """A member that cannot be read takes nothing from the others."""
    if S_ISLNK(info.external_attr >> 16):
        return UnsupportedFormat("This is a link, which is not followed.", advice="Pack the file to which it leads.")
    if info.file_size > options.file_mb * 2**20:
        return LimitExceeded(f"The file has more than {options.file_mb} MB.")
    try:
        return archive.read(info)
    except ReadError as error:
        return error


def _worded(error: ReadError, name: str, shown: str) -> ReadError:
    """The name in the message is the archive's; it may hold anything."""
    advice = ADVICE if isinstance(error, UnsupportedFormat) else error.advice
    return type(error)(error.message.replace(name, shown), advice=advice)
