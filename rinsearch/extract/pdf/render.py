"""Pages of a PDF as pictures, through PDFium; sizes are bounded before anything is drawn."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from rinsearch.extract.ocr.ink import has_ink

MOST_SOURCE_PIXELS = 150_000_000  # of the pictures on a page: PDFium unpacks them whole, whatever size is asked for
POINTS = 72.0
GLANCE = 36 / POINTS  # enough to see whether there is anything on a page
GLANCE_SIDE = 1000  # pixels at most


def picture_of(page: Any, scale: float, *, grey: bool = True) -> Any | None:
    """The page as a Pillow picture, ``scale`` pixels to the point; ``None`` where its pictures are too large."""
    if _source_pixels(page) > MOST_SOURCE_PIXELS:
        return None
    bitmap = page.render(scale=scale, grayscale=grey)
    try:
        return bitmap.to_pil().convert("L" if grey else "RGB").copy()
    finally:
        bitmap.close()


def is_blank(page: Any) -> bool:
    """Whether nothing can be seen on the page."""
    longest = max(page.get_width(), page.get_height(), 1.0)
    picture = picture_of(page, min(GLANCE, GLANCE_SIDE / longest))
    return picture is not None and not has_ink(picture)


def _source_pixels(page: Any) -> int:
    return sum(_pixels(each) for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _pixels(item: Any) -> int:
    try:
        width, height = item.get_px_size()
    except pypdfium2.PdfiumError:
        return 0
    return int(width * height)
