"""Pictures of pages: PNG, JPEG, and TIFF with one page or many."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.ocr import NEEDS_OCR, Budget, Scan, Unread, read_picture, scale_for, tesseract
from rinsearch.extract.ocr.ink import has_ink
from rinsearch.extract.pdf.arrange import Sheet
from rinsearch.extract.pdf.layout import parts_of
from rinsearch.extract.pdf.scans import Scans
from rinsearch.extract.recall import Recall

FORMATS = ("PNG", "JPEG", "TIFF")
MOST_PIXELS = 89_000_000  # A3 at 600 dpi has 70 million; Pillow warns of more than 89 million, too
POINTS = 72.0
USUAL_DPI = (70.0, 1300.0)  # what scanners write into files, and some fax machines in one direction
LONGEST = 1700.0  # points, A2: a larger page is a photograph with the number of points that screens have
A4 = 842.0  # points, the longer side


@dataclass(frozen=True, slots=True)
class Leaf:
    """A grey Pillow picture of a page with the page's size in points; the same for reading and for showing it."""

    picture: Any
    width: float
    height: float


def read_image(data: bytes, options: ReadOptions) -> Contents:
    """Recognise the text of every page. Raises :class:`DamagedFile`, :class:`LimitExceeded`."""
    scans, budget, recall = Scans(), Budget(options.ocr_seconds, options.page_seconds), Recall(data)
    sheets: list[Sheet] = []
    total = 0
    for total, leaf in enumerate(leaves(data), 1):
        if total > options.pages:
            raise LimitExceeded(f"It has more than {options.pages} pages.")
        sheets.extend(scans.add(recall.once(total, partial(_recognised, leaf, total, budget))))
    return Contents(total, tuple(scans.put_back(parts_of(sheets))), scans.warnings(), scans.unread)


def _recognised(leaf: Leaf, number: int, budget: Budget) -> Scan | Unread:
    if not tesseract.available():
        return Unread(number, NEEDS_OCR)
    if not budget.begin():
        return Unread(number, "ocr-limit")
    if not has_ink(leaf.picture):  # told before it is enlarged, which takes a hundred times as long
        return Scan(number, leaf.width, leaf.height, (), 0.0, blank=True)
    scale = scale_for(leaf.width, leaf.height)
    size = (max(round(leaf.width * scale), 1), max(round(leaf.height * scale), 1))
    return read_picture(leaf.picture.resize(size), number, scale * POINTS, budget)


def leaves(data: bytes) -> Iterator[Leaf]:
    """The pages of a picture file, upright as the camera says. Raises :class:`DamagedFile`, :class:`LimitExceeded`."""
    from PIL import Image, ImageSequence  # costs 50 ms, and few files are pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd tags, and of many pixels, which are counted here
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                for frame in ImageSequence.Iterator(image):
                    yield _leaf(frame)
    except (ReadError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except Exception as error:  # Pillow raises whatever comes: OSError, SyntaxError, struct.error, ValueError …
        raise DamagedFile("The picture cannot be opened.") from error


def _too_large() -> LimitExceeded:
    return LimitExceeded(f"The picture has more than {MOST_PIXELS // 10**6} million pixels.")


def _leaf(frame: Any) -> Leaf:
    from PIL import ImageOps  # costs 50 ms, and few files are pictures

    if frame.width * frame.height > MOST_PIXELS:
        raise _too_large()
    across, down = _resolution(frame)
    size = (frame.width * POINTS / across, frame.height * POINTS / down)
    turned = ImageOps.exif_transpose(frame)
    if turned.size != frame.size and turned.size == frame.size[::-1]:
        size = size[::-1]
    return Leaf(_grey(turned), *size)


def _resolution(frame: Any) -> tuple[float, float]:
    """Pixels to the inch, across and down; such that the page is an A4 where the file does not say it sensibly."""
    across, down = (float(value) for value in frame.info.get("dpi", (0, 0)))
    known = all(USUAL_DPI[0] <= value <= USUAL_DPI[1] for value in (across, down))
    if known and max(frame.width / across, frame.height / down) * POINTS <= LONGEST:
        return across, down
    guessed = max(frame.size) * POINTS / A4
    return guessed, guessed


def _grey(frame: Any) -> Any:
    from PIL import Image  # costs 50 ms, and few files are pictures

    if frame.mode.startswith("I"):  # 16 bits, of which conversion would keep the lowest 8
        return frame.convert("I").point(lambda level: level / 256).convert("L")
    if "A" in frame.getbands() or "transparency" in frame.info:
        paper = Image.new("RGBA", frame.size, "white")
        return Image.alpha_composite(paper, frame.convert("RGBA")).convert("L")
    return frame.convert("L")
