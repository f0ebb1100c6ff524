"""The straight edges of a page's drawn paths, of which rules of tables are made."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw
from pypdfium2 import PdfMatrix as Matrix

from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.turn import Turn

STRAIGHT = 1.0  # points off the horizontal or vertical
SHORTEST = 3.0  # points; shorter edges are the ends of thick rules
FRAME = 0.93  # of the page: a path around everything is a background
DEEPEST = 4  # forms inside forms
MOST = 20_000  # paths on a page; drawings and maps have more, and are no tables

Point = tuple[float, float]


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


def strokes_of(drawn: Drawn, turn: Turn) -> Iterator[Stroke]:
    """Horizontal and vertical edges; nothing where the page is a drawing."""
    if len(drawn.paths) > MOST:
        return
    for item, matrix in drawn.paths:
        if _is_drawn(item):
            yield from _edges(item, matrix, turn)


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _matrix(item: Any) -> Matrix:
    known = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(known))
    return Matrix.from_raw(known)


def _edges(item: Any, outer: Matrix, turn: Turn) -> Iterator[Stroke]:
    matrix = _matrix(item).multiply(outer)
    for start, end in _segments(item):
        stroke = _stroke(turn.point(*matrix.on_point(*start)), turn.point(*matrix.on_point(*end)))
        if stroke is not None and not _is_frame(stroke, turn):
            yield stroke


def _segments(item: Any) -> Iterator[tuple[Point, Point]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _stroke(start: Point, end: Point) -> Stroke | None:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    if min(right - left, bottom - top) > STRAIGHT or max(right - left, bottom - top) < SHORTEST:
        return None
    return Stroke(left, top, right, bottom)


def _is_frame(stroke: Stroke, turn: Turn) -> bool:
    return stroke.right - stroke.left > FRAME * turn.width or stroke.bottom - stroke.top > FRAME * turn.height
