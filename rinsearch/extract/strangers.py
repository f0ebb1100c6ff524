"""Formats that hold no paper, told by their first bytes, so that none of them is read as text."""

from __future__ import annotations

from dataclasses import dataclass

PROGRAM, ARCHIVE, DATABASE = "application/x-executable", "application/x-archive", "application/x-database"
RECORDING, PICTURE, FONT = "application/x-recording", "image/x-other", "font/x-other"
POSTSCRIPT, LINK, OUTLOOK = "application/postscript", "application/x-shortcut", "application/ms-tnef"

NAMES = {
    PROGRAM: "a program",
    ARCHIVE: "an archive other than ZIP",
    DATABASE: "a database",
    RECORDING: "a recording of sound or pictures",
    PICTURE: "an image",
    FONT: "a font",
    POSTSCRIPT: "a PostScript file",
    LINK: "a shortcut of Windows",
    OUTLOOK: "a parcel of Outlook (winmail.dat)",
}
ADVICE = {
    ARCHIVE: "Unpack it, or pack it again as ZIP, and ingest what was in it.",
    PROGRAM: "Take it out of the folder.",
    LINK: "Ingest the file to which it leads.",
    OUTLOOK: "Have the mail sent again as plain text or HTML, with its files.",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes at a place; ``binary`` where they could begin a text too, in whose first 64 bytes stands no zero."""

    media_type: str
    mark: bytes
    at: int = 0
    binary: bool = False

    def fits(self, head: bytes) -> bool:
        """Whether a file begins so."""
        return head.startswith(self.mark, self.at) and (not self.binary or b"\x00" in head[:64])


SIGNATURES = (
    Signature(PROGRAM, b"MZ", binary=True),
    Signature(PROGRAM, b"\x7fELF"),
    Signature(PROGRAM, b"\xca\xfe\xba\xbe"),
    Signature(PROGRAM, b"\xcf\xfa\xed\xfe"),
    Signature(PROGRAM, b"\x00asm"),
    Signature(ARCHIVE, b"\x1f\x8b"),
    Signature(ARCHIVE, b"BZh91AY&SY"),
    Signature(ARCHIVE, b"\xfd7zXZ\x00"),
    Signature(ARCHIVE, b"7z\xbc\xaf\x27\x1c"),
    Signature(ARCHIVE, b"Rar!\x1a\x07"),
    Signature(ARCHIVE, b"\x28\xb5\x2f\xfd"),
    Signature(ARCHIVE, b"MSCF\x00"),
    Signature(ARCHIVE, b"ustar", at=257),
    Signature(DATABASE, b"SQLite format 3\x00"),
    Signature(DATABASE, b"\x00\x01\x00\x00Standard "),
    Signature(DATABASE, b"PAR1", binary=True),
    Signature(RECORDING, b"ID3", binary=True),
    Signature(RECORDING, b"OggS\x00"),
    Signature(RECORDING, b"fLaC\x00"),
    Signature(RECORDING, b"WAVE", at=8, binary=True),
    Signature(RECORDING, b"AVI ", at=8, binary=True),
    Signature(RECORDING, b"\x1a\x45\xdf\xa3"),
    Signature(RECORDING, b"\x00\x00\x01\xba"),
    Signature(PICTURE, b"ftyphei", at=4),
    Signature(PICTURE, b"ftypavif", at=4),
    Signature(RECORDING, b"ftyp", at=4, binary=True),
    Signature(PICTURE, b"WEBP", at=8, binary=True),
    Signature(PICTURE, b"BM", binary=True),
    Signature(PICTURE, b"\x00\x00\x01\x00"),
    Signature(PICTURE, b"8BPS\x00"),
    Signature(PICTURE, b"\x00\x00\x00\x0cjP  "),
    Signature(PICTURE, b"AT&TFORM"),
    Signature(PICTURE, b"\xd7\xcd\xc6\x9a"),
    Signature(FONT, b"wOFF\x00"),
    Signature(FONT, b"wOF2\x00"),
    Signature(FONT, b"OTTO\x00"),
    Signature(FONT, b"\x00\x01\x00\x00\x00"),
    Signature(POSTSCRIPT, b"%!PS"),
    Signature(LINK, b"L\x00\x00\x00\x01\x14\x02\x00"),
    Signature(OUTLOOK, b"\x78\x9f\x3e\x22"),
)


def stranger(head: bytes) -> str | None:
    r"""The media type of a format that is none of ours; ``None`` where the bytes tell of none.

    >>> stranger(b"MZ\x90\x00\x03\x00"), stranger("MZ za družino sporoča".encode())
    ('application/x-executable', None)
    """
    return next((each.media_type for each in SIGNATURES if each.fits(head)), None)
