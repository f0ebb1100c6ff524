"""ZIP archives within limits: what a file says of its size is checked before a byte is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from rinsearch.errors import DamagedFile, LimitExceeded, UnsupportedFormat
from rinsearch.extract.base import ReadOptions

MOST_MEMBERS = 10_000  # the papers of a session are some ten, an office file has some twenty members
HIGHEST_RATIO = 200  # unpacked to packed; XML of large tables reaches 100, deflated zeros 1,000
HARMLESS = 2**24  # bytes: what unpacks to less than that may be packed as it likes
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others unpack without a bound on memory
LOCKED = 0x1  # flag of a member that needs a password


class BoundedZip:
    """An archive whose members are read by name, into memory, never more of them than they declared.

    ``files`` are all members in the order of the archive, also those that share a name; ``read`` takes them too.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files = tuple(info for info in archive.infolist() if not info.is_dir())
        self._members = {
            info.filename: info for info in self.files
        }  # of two with one name the later, as zipfile has it

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it, in the order of the archive, each once."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """The unpacked size of a member in bytes, as declared; reading stops there."""
        return self._members[name].file_size

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """The content of a member. Raises :class:`DamagedFile` and :class:`UnsupportedFormat`."""
        info = self._members.get(member) if isinstance(member, str) else member
        if info is None:
            raise DamagedFile(f"The part {member} is missing.")
        name = info.filename
        if info.flag_bits & LOCKED:
            raise UnsupportedFormat("It is protected with a password.", advice="Save it without one.")
        if info.compress_type not in METHODS:
            raise UnsupportedFormat(f"The part {name} is packed in an unusual way.", advice="Pack it again as ZIP.")
        try:
            with self._archive.open(info) as content:
                data = content.read(info.file_size)  # without a number, a lying member unpacks up to 2 GB at once
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise DamagedFile(f"The part {name} cannot be unpacked ({error}).") from error
        if len(data) != info.file_size:
            raise DamagedFile(f"The part {name} is shorter than the archive says.")
        return data


def bounded_zip(data: bytes, limits: ReadOptions) -> BoundedZip:
    """Open an archive whose members are few and small enough, all together at most ``limits.file_mb``.

    Raises :class:`DamagedFile` where it is no archive, :class:`LimitExceeded` where it is a bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise DamagedFile(f"The archive is broken ({error}).") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise LimitExceeded(f"The archive holds {len(members)} files, more than {MOST_MEMBERS}.")
    total = sum(info.file_size for info in members)
    if total > limits.file_mb * 2**20:
        raise LimitExceeded(f"Unpacked it would have {total / 2**20:.0f} MB, more than {limits.file_mb}.")
    if total > max(HARMLESS, HIGHEST_RATIO * len(data)):
        raise LimitExceeded(f"Unpacked it would grow to {total // len(data)} times its size.")
    return BoundedZip(archive)
