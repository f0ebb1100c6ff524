"""The straight edges of a page's drawn paths, of which rules of tables are made."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.turn import Turn

STRAIGHT = 1.0  # points off the horizontal or vertical
SHORTEST = 3.0  # points; shorter edges are the ends of thick rules
FRAME = 0.93  # of the page: a path around everything is a background
MOST = 20_000  # paths on a page; drawings and maps have more, and are no tables

Point = tuple[float, float]


def strokes_of(page: Any, turn: Turn) -> Iterator[Stroke]:
    """Horizontal and vertical edges; nothing where the page is a drawing."""
    paths = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        paths.append(item)
        if len(paths) > MOST:
            return
    for item in paths:
        if _is_drawn(item.raw):
            yield from _edges(item, turn)


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _edges(item: Any, turn: Turn) -> Iterator[Stroke]:
    matrix = item.get_matrix()
    container = item.container
    while container is not None:  # a form on the page has a matrix of its own
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    for start, end in _segments(item.raw):
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
