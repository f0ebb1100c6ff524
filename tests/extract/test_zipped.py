"""Archives within limits: sizes, ratios, members that lie."""

import io
import struct
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.zipped import MOST_MEMBERS, bounded_zip

OPTIONS = ReadOptions()


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def lying(content: bytes, declared: int) -> bytes:
    """An archive of one member that says it has another size than it has."""
    data = bytearray(packed({"a": content}))
    struct.pack_into("<I", data, 22, declared)
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, declared)
    return bytes(data)


def test_members_are_read_by_name() -> None:
    archive = bounded_zip(packed({"a.txt": b"svet", "mapa/b.txt": b"sklep", "mapa/c/": b""}), OPTIONS)
    assert archive.names == ("a.txt", "mapa/b.txt")
    assert archive.read("mapa/b.txt") == b"sklep"
    assert archive.size("a.txt") == 4
    assert "a.txt" in archive
    with pytest.raises(DamagedFile, match="missing"):
        archive.read("c.txt")


def test_a_bomb_is_told_by_its_ratio() -> None:
    with pytest.raises(LimitExceeded, match="times its size"):
        bounded_zip(packed({"a": bytes(2**25)}), OPTIONS)


def test_much_text_that_packs_well_is_no_bomb() -> None:
    rows = b"".join(b"<w:tc><w:p><w:t>%d</w:t></w:p></w:tc>" % number for number in range(500_000))
    assert bounded_zip(packed({"a": rows}), OPTIONS).read("a") == rows


def test_the_sum_of_sizes_is_bounded() -> None:
    data = packed({str(number): bytes(2**20) for number in range(3)}, zipfile.ZIP_STORED)
    with pytest.raises(LimitExceeded, match="3 MB, more than 2"):
        bounded_zip(data, ReadOptions(file_mb=2))


def test_the_number_of_members_is_bounded() -> None:
    with pytest.raises(LimitExceeded, match="files"):
        bounded_zip(packed({str(number): b"" for number in range(MOST_MEMBERS + 1)}), OPTIONS)


def test_a_member_that_lies_is_not_read_beyond_what_it_declared() -> None:
    with pytest.raises(DamagedFile, match="unpacked"):
        bounded_zip(lying(bytes(10**7), 10), OPTIONS).read("a")


def test_locked_and_oddly_packed_members_are_refused() -> None:
    data = bytearray(packed({"a": b"svet"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnsupportedFormat, match="password"):
        bounded_zip(bytes(data), OPTIONS).read("a")
    with pytest.raises(UnsupportedFormat, match="unusual"):
        bounded_zip(packed({"a": b"svet"}, zipfile.ZIP_LZMA), OPTIONS).read("a")


def test_a_cut_archive_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="broken"):
        bounded_zip(packed({"a": b"svet"})[:-30], OPTIONS)


@example(99, b"\x00\x00%")  # the second member is shorter than it says
@given(st.integers(0, 200), st.binary(min_size=1, max_size=8))
def test_a_spoiled_archive_gives_members_or_our_own_error(at: int, spoil: bytes) -> None:
    data = bytearray(packed({"a": b"svet" * 9, "b": b"sklep"}))
    data[at : at + len(spoil)] = spoil
    try:
        archive = bounded_zip(bytes(data), OPTIONS)
        assert all(len(archive.read(name)) == archive.size(name) for name in archive.names)
    except ReadError:
        pass
