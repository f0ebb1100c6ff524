"""Questions to PDFium about many characters at once: a call through ``map`` costs a tenth of one written out."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

from rinsearch.extract.pdf.turn import Turn

Edges = tuple[float, float, float, float]  # left, top, right, bottom

FLOAT = ctypes.sizeof(ctypes.c_float)


@cache
def bulk(name: str, result: type | None, *arguments: type) -> Callable[..., Any]:
    """A function of PDFium that takes addresses as plain numbers."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


def address_of(handle: Any) -> int:
    """The number of a handle of PDFium."""
    return ctypes.cast(getattr(handle, "raw", handle), ctypes.c_void_p).value or 0


def text_of(page: Any) -> str | None:
    """The text of a page, one character for each glyph; ``None`` where the two do not go together one to one."""
    count = raw.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    raw.FPDFText_GetText(page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[:-2].decode("utf-16-le", "replace")
    if len(text) != count or "\0" in text or "\ufffd" in text:
        return None
    return text


def boxes_of(page: Any, places: Sequence[int], turn: Turn) -> list[Edges]:
    """The boxes of the characters at these places, in points from the top left corner as one sees the page."""
    ask = bulk("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    buffer = (ctypes.c_float * (4 * len(places)))()
    start = ctypes.addressof(buffer)
    targets = range(start, start + 4 * FLOAT * len(places), 4 * FLOAT)
    deque(map(ask, repeat(address_of(page)), places, targets), maxlen=0)
    found = buffer[:]
    lefts, tops, rights, bottoms = (found[at::4] for at in range(4))  # PDFium counts from the bottom of the page
    return turn.boxes(lefts, bottoms, rights, tops)


def objects_of(page: Any, places: Sequence[int]) -> list[int]:
    """The address of the text object that each of these characters was printed by."""
    ask = bulk("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return list(map(ask, repeat(address_of(page)), places))
