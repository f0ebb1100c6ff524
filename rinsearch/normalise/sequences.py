"""Several characters that stand for one: UTF-8 read in a code page, once or again and again; letters by their number.

None of these sequences occurs in good text, so no evidence of the whole document is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from rinsearch.normalise.edits import Edit

PAGES = ("cp1250", "cp1252")
TIMES = 3  # so often may a text have been read wrongly, each time saved as it was read
LONGEST = 400  # characters beyond ASCII on end: a word of ten letters with carons, read wrongly three times
# What UTF-8 becomes that is a letter of our alphabet, a dash or a quote; "Â©" may be good Croatian initials.
LETTERS = frozenset("čćšžđČĆŠŽĐöüäßéáíóúÖÜÄ–—„“”‘’»«…€\u00a0")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_HIGH = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_DOUBLE = re.compile(f"[\u00c2-\u00c5][{_HIGH}]|\u00e2[{_HIGH}]{{2}}")
# The same read as CP 1250: "ÄŤ" for č, "Ĺˇ" for š.
_HIGH_1250 = re.escape(bytes(range(0x80, 0xC0)).decode("cp1250", "ignore"))
_DOUBLE_1250 = re.compile(f"[\u00c3\u00c4\u0139][{_HIGH_1250}]|\u00e2[{_HIGH_1250}]{{2}}")
# UTF-8 that was read twice begins with one of these; what is cut off is no harm, for half a sequence is none.
_REPEATED = re.compile(rf"(?=[\u00c2-\u00c5\u00e2\u0102\u0139])[^\x00-\x7f]{{3,{LONGEST}}}")
# č is C4 8D, and CP 1252 has nothing at 8D: programs write their own sign for what they cannot read.
_LOST_HALF = re.compile(r"\u00c4(?:\ufffd|\?(?=[^\W\d_])|(?<=[a-z\u0161\u017e]\u00c4)\?)")
# Š is C5 A0, and A0 is a space that does not break: it became a plain one, or was lost at the end of a line.
_CUT = re.compile(r"(?<!\d )(?<![a-z])[\u00c5\u0139] (?=[^\W\d_])|(?<=[A-Z]{2})[\u00c5\u0139](?: |$)", re.MULTILINE)
# CP 1250 read as Latin-1: its letters and signs from 80 to 9F come through as control characters.
_CONTROL = re.compile("[\u0080\u0084\u0085\u008a\u008e\u0091-\u0094\u0096\u0097\u009a\u009e]")
# A dash of which a program that could not read it left its own sign.
_LOST_DASH = re.compile(r"(?<=\b(?:19|20)\d\d)( ?)\ufffd\1(?=(?:19|20)\d\d\b)")
# One of these begins every sequence: the inside of a class of a regular expression.
SEQUENCE_SIGNS = r"\u00c2-\u00c5\u00e2\u0102\u0139\\&"


def repeated(text: str) -> Iterator[Edit]:
    """UTF-8 that was read wrongly, saved as it was read, and read wrongly again.

    >>> [edit.replacement for edit in repeated("obĂ„Ĺ¤ina, naÃ„Â\u008drt; naĹˇa, Ăśnija")]
    ['č', 'č']
    """
    for match in _REPEATED.finditer(text):
        for letter, start, end in _letters_of(match[0]):
            yield Edit(match.start() + start, match.start() + end, letter, "mojibake")


def _letters_of(run: str) -> list[tuple[str, int, int]]:
    """The letters that a run of characters stands for, read more than once, each with its place; or none."""
    for page in PAGES:
        read, times = run, 0
        while times < TIMES and (once := _read_as_utf8(read, page)) is not None:
            read, times = once, times + 1
            if times > 1 and LETTERS.issuperset(read):
                return list(_placed(read, page, times))
    return []


def _placed(letters: str, page: str, times: int) -> Iterator[tuple[str, int, int]]:
    at = 0
    for letter in letters:
        start, read = at, letter
        for _ in range(times):
            read = "".join(_character(byte, page) for byte in read.encode())
        at += len(read)
        yield letter, start, at


def _character(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def double_decoded(text: str) -> Iterator[Edit]:
    """UTF-8 that was read as CP 1252 or CP 1250.

    >>> [edit.replacement for edit in double_decoded("obÄ\u008dina, naÅ¡a â€“ 2017; obÄŤina, naĹˇa, toÄ\ufffdka")]
    ['č', 'š', '–', 'č', 'š', 'č']
    >>> [edit.replacement for edit in double_decoded("naÄ�rt obÄ?ine, SemiÄ?; AÄ?")]
    ['č', 'č', 'č']
    """
    found = {match.span(): letter for match in _DOUBLE_1250.finditer(text) if (letter := _decoded(match[0], "cp1250"))}
    found |= {match.span(): letter for match in _DOUBLE.finditer(text) if (letter := _decoded(match[0], "cp1252"))}
    found |= {match.span(): "č" for match in _LOST_HALF.finditer(text)}
    last = 0
    for (start, end), letter in sorted(found.items()):
        if start >= last:
            yield Edit(start, end, letter, "mojibake")
            last = end


def _decoded(sequence: str, page: str) -> str | None:
    letter = _read_as_utf8(sequence, page)
    return letter if letter in LETTERS else None


def _read_as_utf8(text: str, page: str) -> str | None:
    try:
        return b"".join(_byte(char, page) for char in text).decode("utf-8")
    except UnicodeError:
        return None


def _byte(char: str, page: str) -> bytes:
    return char.encode("latin-1") if "\u0080" <= char <= "\u009f" else char.encode(page)


def cut_capitals(text: str) -> Iterator[Edit]:
    """The Š of UTF-8 read in a code page, whose second half is a space: "Å tevilka" for Številka.

    >>> [edit.replacement for edit in cut_capitals("Å tevilka, OBÄŒINA KRÅ KO, HODOÅ ; Ĺ e; Åsa, 5 Å in")]
    ['Š', 'Š', 'Š', 'Š']
    """
    for match in _CUT.finditer(text):
        yield Edit(match.start(), match.end(), "Š", "mojibake")


def controls(text: str) -> Iterator[Edit]:
    """Letters, dashes and quotes of CP 1250 read as Latin-1, where they are control characters.

    >>> [edit.replacement for edit in controls("na\u009aa \u009eupanja, 2017\u00962020")]
    ['š', 'ž', '–']
    """
    for match in _CONTROL.finditer(text):
        yield Edit(match.start(), match.end(), match[0].encode("latin-1").decode("cp1250"), "mojibake")


def lost_dashes(text: str) -> Iterator[Edit]:
    """The sign for what could not be read, between two years.

    >>> [edit.replacement for edit in lost_dashes("2017\ufffd2020, 2014 \ufffd 2016, na\ufffdrt 2017")]
    ['-', '-']
    """
    for match in _LOST_DASH.finditer(text):
        yield Edit(match.start(), match.end(), "-", "period")


def escaped(text: str) -> Iterator[Edit]:
    r"""Letters written by their number or name, as in JSON and on pages of the net.

    >>> [edit.replacement for edit in escaped(r"Ob\u010dinski svet, na&#269;rt, na&scaron;a, R&D; K&M;")]
    ['č', 'č', 'š']
    """
    found = [(match, chr(int(match[1], 16))) for match in _ESCAPED.finditer(text)]
    found += [(match, unescape(match[0])) for match in _ENTITY.finditer(text)]
    for match, letter in sorted(found, key=lambda each: each[0].start()):
        if len(letter) == 1 and (letter.isprintable() or letter == "\u00a0"):
            yield Edit(match.start(), match.end(), letter, "mojibake")
