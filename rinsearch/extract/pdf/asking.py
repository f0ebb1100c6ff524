"""Questions to PDFium about many characters or paths at once, each a call through ``map``.

A function without a prototype, given addresses that were made arguments beforehand, answers in 0.16 microseconds; with
one it makes arguments of them for each call anew, and takes 0.4. Other numbers are given as they are, as C's ``int``.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice, repeat
from typing import Any

import pypdfium2.raw as raw

from rinsearch.extract.pdf.turn import Turn

Edges = tuple[float, float, float, float]  # left, top, right, bottom
Argument = Any  # an address as functions of PDFium take it

ADDRESS = ctypes.c_size_t  # what a function gives that gives an address: a number, 0 for none
AT_ONCE = 1024  # places for whose answers room is kept; a page of text has 500 words

argument: Callable[[int], Argument] = ctypes.c_void_p.from_param


@cache
def bulk(name: str, result: type = ctypes.c_int) -> Callable[..., Any]:
    """A function of PDFium that takes arguments and small numbers."""
    return ctypes.PYFUNCTYPE(result)(_address(getattr(raw, name)))


def argument_of(handle: Any) -> Argument:
    """A handle of PDFium as an argument."""
    return argument(_address(getattr(handle, "raw", handle)))


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def text_of(page: Argument) -> str | None:
    """The text of a page, one character for each glyph; ``None`` where the two do not go together one to one."""
    length = bulk("FPDFText_CountChars")(page)
    if length <= 0:
        return ""
    room = array("H", bytes(2 * length + 2))
    bulk("FPDFText_GetText")(page, 0, length, argument(room.buffer_info()[0]))
    text = str(memoryview(room)[:length], "utf-16-le", "replace")
    if len(text) != length or "\0" in text or "\ufffd" in text:
        return None
    return text


def boxes_of(page: Argument, places: Sequence[int], turn: Turn) -> tuple[Sequence[float], ...]:
    """The left, top, right and bottom edges of the characters at these places, in points from the top left corner."""
    found = _boxes(page, places)
    return turn.edges([found[at::4].tolist() for at in (0, 3, 2, 1)]) if places else ((), (), (), ())


def rights_of(page: Argument, places: Sequence[int], turn: Turn) -> list[float]:
    """The right edges of the characters at these places, in points from the left."""
    if turn.is_plain:
        return _boxes(page, places)[2::4].tolist()
    return list(boxes_of(page, places, turn)[2])


def _boxes(page: Argument, places: Sequence[int]) -> array[float]:
    return _answers(bulk("FPDFText_GetLooseCharBox"), (repeat(page), places), ("f", 4, True))


def matrices_of(page: Argument, places: Sequence[int]) -> list[float]:
    """The six numbers of each character's matrix, one after the other."""
    return numbers_of(bulk("FPDFText_GetMatrix"), (repeat(page), places), 6, "f", together=True)


def baseline_of(page: Argument, place: int, turn: Turn) -> float:
    """How far below the top of the page the line lies that this character stands on, in points."""
    x, y = ctypes.c_double(), ctypes.c_double()
    bulk("FPDFText_GetCharOrigin")(page, place, ctypes.byref(x), ctypes.byref(y))
    return turn.point(x.value, y.value)[1]


def numbers_of(
    ask: Callable[..., Any], given: tuple[Iterable[Any], ...], width: int, kind: str, *, together: bool = False
) -> list[Any]:
    """So many numbers (``f`` or ``i``) that PDFium writes for each of the last given values, one after the other.

    It takes one address for all of them where they are written ``together``, else one for each.
    """
    return _answers(ask, given, (kind, width, together)).tolist()


def _answers(ask: Callable[..., Any], given: tuple[Iterable[Any], ...], form: tuple[str, int, bool]) -> array[Any]:
    total: int = len(given[-1])  # type: ignore[arg-type]
    room, targets = _room(*form)
    values, found = list(map(iter, given)), array(room.typecode)
    while total > 0:
        deque(map(ask, *(islice(each, AT_ONCE) for each in values), *targets), maxlen=0)
        found += room[: form[1] * total]
        total -= AT_ONCE
    return found


@cache
def _room(kind: str, width: int, together: bool) -> tuple[array[Any], list[list[Argument]]]:
    """Room for so many numbers for each place, and the arguments that say where they are to be written."""
    room = array(kind, bytes(4 * width * AT_ONCE))
    start, size = room.buffer_info()[0], room.itemsize
    firsts = [start + size * at for at in range(1 if together else width)]
    return room, [[argument(first + size * width * at) for at in range(AT_ONCE)] for first in firsts]


def sizes_of(page: Argument, places: Sequence[int]) -> list[float]:
    """The size that each of these characters names, in units of its matrix."""
    return list(map(bulk("FPDFText_GetFontSize", ctypes.c_double), repeat(page), places))


def fonts_of(items: Sequence[int]) -> list[int]:
    """The address of the font of each of these text objects."""
    return list(map(bulk("FPDFTextObj_GetFont", ADDRESS), map(argument, items)))


def objects_of(page: Argument, places: Sequence[int]) -> list[int]:
    """The address of the text object that each of these characters was printed by."""
    return list(map(bulk("FPDFText_GetTextObject", ADDRESS), repeat(page), places))
