"""Questions to PDFium about many characters at once: a call through ``map`` costs a tenth of one written out."""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import count, repeat
from typing import Any

import pypdfium2.raw as raw

from rinsearch.extract.pdf.turn import Turn

Edges = tuple[float, float, float, float]  # left, top, right, bottom

FEWEST = 1023  # places for which room is kept


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
    length = raw.FPDFText_CountChars(page)
    if length <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * length + 2)
    raw.FPDFText_GetText(page, 0, length, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[:-2].decode("utf-16-le", "replace")
    if len(text) != length or "\0" in text or "\ufffd" in text:
        return None
    return text


def boxes_of(page: Any, places: Sequence[int], turn: Turn) -> tuple[Sequence[float], ...]:
    """The left, top, right and bottom edges of the characters at these places, in points from the top left corner."""
    ask = bulk("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    found = _floats(ask, page, places, 4)
    return turn.edges((found[0::4], found[3::4], found[2::4], found[1::4])) if places else ((), (), (), ())


def matrices_of(page: Any, places: Sequence[int]) -> list[float]:
    """The six numbers of each character's matrix, one after the other."""
    ask = bulk("FPDFText_GetMatrix", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return _floats(ask, page, places, 6)


def baselines_of(page: Any, places: Sequence[int], turn: Turn) -> list[float]:
    """How far below the top of the page the line lies that these characters stand on, in points."""
    ask = bulk("FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    x, y = ctypes.c_double(), ctypes.c_double()
    handle, pointers = address_of(page), (ctypes.addressof(x), ctypes.addressof(y))
    found = []
    for place in places:
        ask(handle, place, *pointers)
        found.append(turn.point(x.value, y.value)[1])
    return found


def _floats(ask: Callable[..., Any], page: Any, places: Sequence[int], width: int) -> list[float]:
    """The numbers that PDFium writes for each place."""
    return numbers_of(ask, (repeat(address_of(page)), places), width, "f", together=True)


def numbers_of(
    ask: Callable[..., Any], given: tuple[Iterable[int], ...], width: int, kind: str, *, together: bool = False
) -> list[Any]:
    """So many numbers (``f`` or ``i``) that PDFium writes for each of the last given values, one after the other.

    It takes one address for all of them where they are written ``together``, else one for each.
    """
    total = len(given[-1])  # type: ignore[arg-type]
    room, start = _scratch(kind, (max(total, FEWEST) * width).bit_length())
    size = room.itemsize
    targets = [count(start + size * at, size * width) for at in range(1 if together else width)]
    deque(map(ask, *given, *targets), maxlen=0)
    return room[: width * total].tolist()


@cache
def _scratch(kind: str, size: int) -> tuple[array[Any], int]:
    """Room for two to the power of ``size`` numbers, and its address; to make it costs more than to ask."""
    room = array(kind, bytes(4 << size))
    return room, room.buffer_info()[0]


def sizes_of(page: Any, places: Sequence[int]) -> list[float]:
    """The size that each of these characters names, in units of its matrix."""
    ask = bulk("FPDFText_GetFontSize", ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
    return list(map(ask, repeat(address_of(page)), places))


def fonts_of(items: Sequence[int]) -> list[int]:
    """The address of the font of each of these text objects."""
    return list(map(bulk("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p), items))


def objects_of(page: Any, places: Sequence[int]) -> list[int]:
    """The address of the text object that each of these characters was printed by."""
    ask = bulk("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return list(map(ask, repeat(address_of(page)), places))
