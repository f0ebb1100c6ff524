"""The straight edges of a page's drawn paths, of which rules of tables are made."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pypdfium2.raw as raw
from pypdfium2 import PdfMatrix as Matrix

from rinsearch.extract.pdf.asking import Edges, address_of, bulk
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.turn import Turn

STRAIGHT = 1.0  # points off the horizontal or vertical
SHORTEST = 3.0  # points; shorter edges are the ends of thick rules
FRAME = 0.93  # of the page: a path around everything is a background
DEEPEST = 4  # forms inside forms
MOST = 20_000  # paths on a page; drawings and maps have more, and are no tables

Point = tuple[float, float]
Placing = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page: paths with the matrix of the form they stand in, and pictures."""

    paths: list[tuple[Any, Matrix]] = field(default_factory=list)
    images: list[Any] = field(default_factory=list)


def drawn_on(page: Any) -> Drawn:
    """Everything drawn on a page, forms opened to a depth of four."""
    drawn = Drawn()
    _collect(drawn, page, (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject), (Matrix(), DEEPEST))
    return drawn


def _collect(drawn: Drawn, holder: Any, access: tuple[Any, Any], place: tuple[Matrix, int]) -> None:
    count, get = access
    matrix, depth = place
    for at in range(count(holder)):
        item = get(holder, at)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH and len(drawn.paths) <= MOST:
            drawn.paths.append((item, matrix))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawn.images.append(item)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inner = _matrix(item).multiply(matrix)
            _collect(drawn, item, (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject), (inner, depth - 1))


def strokes_of(drawn: Drawn, turn: Turn) -> list[Stroke]:
    """Horizontal and vertical edges, each once; nothing where the page is a drawing."""
    if len(drawn.paths) > MOST:
        return []
    found: dict[Edges, None] = {}
    for item, matrix in drawn.paths:
        if _is_drawn(item):
            found.update(dict.fromkeys(_edges(item, _placing(_matrix(item).multiply(matrix), turn))))
    return [Stroke(*edges) for edges in found if not _is_frame(edges, turn)]


@cache
def _questions() -> tuple[Callable[..., Any], ...]:
    """Functions of PDFium for a segment's handle, its kind, whether it closes its path, and its end."""
    return (
        bulk("FPDFPath_GetPathSegment", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
        bulk("FPDFPathSegment_GetType", ctypes.c_int, ctypes.c_void_p),
        bulk("FPDFPathSegment_GetClose", ctypes.c_int, ctypes.c_void_p),
        bulk("FPDFPathSegment_GetPoint", ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p),
    )


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _matrix(item: Any) -> Matrix:
    known = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(known))
    return Matrix.from_raw(known)


def _placing(matrix: Matrix, turn: Turn) -> Placing:
    """The way from a path's own numbers to points from the top left corner."""
    (x, y), (x1, y1), (x2, y2) = (turn.point(*matrix.on_point(*unit)) for unit in ((0, 0), (1, 0), (0, 1)))
    return x1 - x, x2 - x, x, y1 - y, y2 - y, y


def _edges(item: Any, placing: Placing) -> Iterator[Edges]:
    """The straight edges of a path that lie or stand."""
    for (x1, y1), (x2, y2) in _segments(item, placing):
        left, right = (x1, x2) if x1 <= x2 else (x2, x1)
        top, bottom = (y1, y2) if y1 <= y2 else (y2, y1)
        wide, high = right - left, bottom - top
        if (wide <= STRAIGHT and high >= SHORTEST) or (high <= STRAIGHT and wide >= SHORTEST):
            yield left, top, right, bottom


def _segments(item: Any, placing: Placing) -> Iterator[tuple[Point, Point]]:
    segment_of, kind_of, is_closed, point_of = _questions()
    a, b, left, c, d, top = placing
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    path = address_of(item)
    first = last = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(item)):
        segment = segment_of(path, number)
        point_of(segment, at_x, at_y)
        point = (a * x.value + b * y.value + left, c * x.value + d * y.value + top)
        kind = kind_of(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if is_closed(segment):
            yield point, first
        last = point


def _is_frame(edges: Edges, turn: Turn) -> bool:
    left, top, right, bottom = edges
    return right - left > FRAME * turn.width or bottom - top > FRAME * turn.height
