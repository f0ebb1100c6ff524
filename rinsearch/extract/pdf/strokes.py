"""The straight edges of a page's drawn paths, of which rules of tables are made."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, groupby, islice, repeat
from operator import itemgetter
from typing import Any

import pypdfium2.raw as raw
from pypdfium2 import PdfMatrix as Matrix

from rinsearch.extract.pdf.asking import ADDRESS, Argument, Edges, argument, argument_of, bulk, numbers_of
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.turn import Turn

STRAIGHT = 1.0  # points off the horizontal or vertical
SHORTEST = 3.0  # points; shorter edges are the ends of thick rules
FRAME = 0.93  # of the page: a path around everything is a background
DEEPEST = 4  # forms inside forms
MOST = 20_000  # paths on a page; drawings and maps have more, and are no tables
MOST_SEGMENTS = 200_000  # of all paths on a page; four for each frame of a cell

# How to ask a page, and a form on it, for what is drawn there.
OF_PAGE = ("FPDFPage_CountObjects", "FPDFPage_GetObject", ctypes.c_int)
OF_FORM = ("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", ctypes.c_ulong)

Access = tuple[str, str, type[ctypes.c_int | ctypes.c_ulong]]
Placing = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page, by addresses: paths with the matrix of the form they stand in, and pictures."""

    paths: list[tuple[Argument, Matrix]] = field(default_factory=list)
    images: list[Argument] = field(default_factory=list)


def drawn_on(page: Any) -> Drawn:
    """Everything drawn on a page, forms opened to a depth of four."""
    drawn = Drawn()
    _collect(drawn, argument_of(page), OF_PAGE, (Matrix(), DEEPEST))
    return drawn


def _collect(drawn: Drawn, holder: Argument, access: Access, place: tuple[Matrix, int]) -> None:
    count, get, number = access
    matrix, depth = place
    numbers = map(number.from_param, range(max(bulk(count)(holder), 0)))
    items = list(map(argument, map(bulk(get, ADDRESS), repeat(holder), numbers)))
    for item, kind in zip(items, map(bulk("FPDFPageObj_GetType"), items), strict=True):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        if kind == raw.FPDF_PAGEOBJ_PATH and len(drawn.paths) <= MOST:
            drawn.paths.append((item, matrix))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawn.images.append(item)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inner = Matrix(*_matrices([item])[0]).multiply(matrix)
            _collect(drawn, item, OF_FORM, (inner, depth - 1))


def strokes_of(drawn: Drawn, turn: Turn) -> list[Stroke]:
    """Horizontal and vertical edges, each once; nothing where the page is a drawing."""
    if not drawn.paths or len(drawn.paths) > MOST:
        return []
    shown = _are_drawn([item for item, _ in drawn.paths])
    paths = [path for path, visible in zip(drawn.paths, shown, strict=True) if visible]
    items = [item for item, _ in paths]
    counts = list(map(bulk("FPDFPath_CountSegments"), items))
    if sum(counts) > MOST_SEGMENTS:
        return []
    placings = _placings(_matrices(items), [form for _, form in paths], turn)
    segments = _segments(items, counts)
    found: dict[Edges, None] = {}
    for placing, some in groupby(zip(placings, counts, strict=True), itemgetter(0)):
        lengths = [count for _, count in some]
        found.update(dict.fromkeys(_edges(list(islice(segments, sum(lengths))), lengths, placing)))
    widest, highest = FRAME * turn.width, FRAME * turn.height
    return [Stroke(*each) for each in found if each[2] - each[0] <= widest and each[3] - each[1] <= highest]


def _are_drawn(items: Sequence[Argument]) -> list[bool]:
    """Whether paths are filled or stroked; others only cut off what is drawn."""
    modes = numbers_of(bulk("FPDFPath_GetDrawMode"), (items,), 2, "i")
    return [bool(fill or stroke) for fill, stroke in zip(modes[0::2], modes[1::2], strict=True)]


def _matrices(items: Sequence[Argument]) -> list[tuple[float, ...]]:
    numbers = iter(numbers_of(bulk("FPDFPageObj_GetMatrix"), (items,), 6, "f", together=True))
    return list(zip(*[numbers] * 6, strict=True))


def _segments(items: Sequence[Argument], counts: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """The kind and the end of each segment of these paths; where a path is closed, PDFium has a line for it."""
    each, at = chain.from_iterable(map(repeat, items, counts)), chain.from_iterable(map(range, counts))
    handles = list(map(argument, map(bulk("FPDFPath_GetPathSegment", ADDRESS), each, at)))
    kinds = map(bulk("FPDFPathSegment_GetType"), handles)
    ends = numbers_of(bulk("FPDFPathSegment_GetPoint"), (handles,), 2, "f")
    return zip(kinds, ends[0::2], ends[1::2], strict=True)


def _placings(matrices: Iterable[Sequence[float]], forms: Iterable[Matrix], turn: Turn) -> Iterator[Placing]:
    placed: dict[tuple[float, ...], Placing] = {}  # most paths of a page have one matrix
    for matrix, form in zip(matrices, forms, strict=True):
        key = (*matrix, *form.get())
        if key not in placed:
            placed[key] = _placing(Matrix(*matrix).multiply(form), turn)
        yield placed[key]


def _placing(matrix: Matrix, turn: Turn) -> Placing:
    """The way from a path's own numbers to points from the top left corner."""
    (x, y), (x1, y1), (x2, y2) = (turn.point(*matrix.on_point(*unit)) for unit in ((0, 0), (1, 0), (0, 1)))
    return x1 - x, x2 - x, x, y1 - y, y2 - y, y


def _edges(segments: Sequence[tuple[int, float, float]], lengths: Sequence[int], placing: Placing) -> Iterator[Edges]:
    """The straight edges that lie or stand, of paths of so many segments each."""
    a, b, left, c, d, top = placing
    xs = [a * x + b * y + left for _, x, y in segments]
    ys = [c * x + d * y + top for _, x, y in segments]
    before = [(0.0, 0.0), *zip(xs, ys, strict=True)]
    for start in accumulate(lengths):
        before[start] = 0.0, 0.0
    for (kind, _, _), (x1, y1), x2, y2 in zip(segments, before, xs, ys, strict=False):
        if kind == raw.FPDF_SEGMENT_LINETO:
            wide, high = abs(x2 - x1), abs(y2 - y1)
            if (wide <= STRAIGHT and high >= SHORTEST) or (high <= STRAIGHT and wide >= SHORTEST):
                yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
