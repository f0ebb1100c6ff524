"""A page as a picture with places marked on it: how a person sees what was read. Runs in the worker."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice
from typing import Any

import pypdfium2

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract import media
from rinsearch.extract.base import Place, ReadOptions
from rinsearch.extract.images import leaves
from rinsearch.extract.members import Paper, papers
from rinsearch.extract.pdf.render import POINTS, picture_of
from rinsearch.records import Box

DPI = 150  # A4 becomes 1240 by 1754 pixels, which is readable on a screen
LONGEST_SIDE = 4000  # pixels
MARGIN = 2.0  # points between the words and the frame around them
TINT = (255, 230, 90)
FRAME = (215, 60, 30)


def draw(data: bytes, place: Place, options: ReadOptions) -> bytes:
    """The page as PNG, with the boxes marked. Raises :class:`ReadError`."""
    paper = next((each for each in papers(data, options) if each.member == place.member), None)
    if paper is None or isinstance(paper.content, ReadError):
        raise DamagedFile("The paper is not in the archive.", place=place.member)
    picture, scale = _page(paper, paper.content, place.page)
    out = io.BytesIO()
    _marked(picture, place.boxes, scale).save(out, "PNG")
    return out.getvalue()


def _page(paper: Paper, data: bytes, number: int) -> tuple[Any, float]:
    """The page as a Pillow picture, and its pixels to the point."""
    if paper.media_type == media.PDF:
        return _of_pdf(data, number)
    if paper.media_type.startswith("image/"):
        leaf = next(islice(leaves(data), number - 1, None), None)
        if leaf is None:
            raise DamagedFile(f"There is no page {number}.")
        scale = _scale(leaf.width, leaf.height)
        size = (max(round(leaf.width * scale), 1), max(round(leaf.height * scale), 1))
        return leaf.picture.resize(size), scale
    raise UnsupportedFormat("Only PDF files and pictures have pages that can be shown.", advice="Open the file itself.")


def _of_pdf(data: bytes, number: int) -> tuple[Any, float]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            page = document[number - 1]
            try:
                scale = _scale(page.get_width(), page.get_height())
                picture = picture_of(page, scale, grey=False)
            finally:
                page.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise DamagedFile(f"Page {number} cannot be shown.") from error
    if picture is None:
        raise LimitExceeded(f"The pictures on page {number} are too large.")
    return picture, scale


def _scale(width: float, height: float) -> float:
    return min(DPI / POINTS, LONGEST_SIDE / max(width, height, 1.0))


def _marked(picture: Any, boxes: Iterable[Box], scale: float) -> Any:
    """The words stay as dark as they are, the paper behind them is tinted."""
    from PIL import Image, ImageChops, ImageDraw  # costs 50 ms, and only this needs it

    tint = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(tint)
    for box in boxes:
        sides = (box.left - MARGIN, box.top - MARGIN, box.right + MARGIN, box.bottom + MARGIN)
        left, top, right, bottom = (round(side * scale) for side in sides)
        pen.rectangle((left, top, max(right, left), max(bottom, top)), fill=TINT, outline=FRAME, width=2)
    return ImageChops.multiply(picture.convert("RGB"), tint)
