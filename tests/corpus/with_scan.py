"""Sources -> an image-only PDF, as from an office scanner: grey, a little skew and noisy, with a rubber stamp."""

import io
import random
from collections.abc import Callable, Iterator

import pypdfium2
from fpdf import FPDF
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.corpus import fonts, with_fpdf, with_reportlab, with_typst
from tests.corpus.source import Source

DPI = 200
QUALITY = 42  # of the JPEG; a page stays below 400 kB
NOISE = 14  # grey levels, at most
BASES: dict[str, Callable[[Source], bytes]] = {
    "typst": with_typst.render,
    "reportlab": with_reportlab.render,
    "fpdf": with_fpdf.render,
}


def render(source: Source) -> bytes:
    chance = random.Random(source.file)
    paper = FPDF(unit="pt")
    paper.set_creation_date(with_fpdf.CREATED)
    paper.set_auto_page_break(False)
    for number, page in enumerate(_pages(BASES[source.base](source))):
        sheet = _stamped(page, source.stamp, chance) if number == 0 else page
        worn = _worn(sheet, source.skew, chance)
        width, height = (side * 72 / DPI for side in worn.size)
        paper.add_page(format=(width, height))
        paper.image(_jpeg(worn), 0, 0, width, height)
    return bytes(paper.output())


def _pages(data: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")


def _stamped(page: Image.Image, words: str, chance: random.Random) -> Image.Image:
    size = (560, 190)
    stamp = Image.new("L", size, 255)
    draw = ImageDraw.Draw(stamp)
    draw.rounded_rectangle((4, 4, size[0] - 5, size[1] - 5), 18, outline=90, width=6)
    font = ImageFont.truetype(str(fonts.files("sans")["B"]), 54)
    draw.multiline_text((size[0] / 2, size[1] / 2), words, 100, font, "mm", align="center")
    turned = stamp.rotate(chance.uniform(-7, 7), expand=True, fillcolor=255)
    sheet = Image.new("L", page.size, 255)
    sheet.paste(turned, (page.width - turned.width - 120, page.height - turned.height - 190))
    return ImageChops.darker(page, sheet)


def _worn(page: Image.Image, skew: float, chance: random.Random) -> Image.Image:
    turned = page.rotate(skew or chance.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=255)
    half = (page.width // 2, page.height // 2)
    noise = Image.frombytes("L", half, chance.randbytes(half[0] * half[1])).resize(page.size)
    grain = noise.point([level * NOISE // 255 for level in range(256)])
    return ImageChops.subtract(turned.filter(ImageFilter.GaussianBlur(0.6)), grain)


def _jpeg(page: Image.Image) -> io.BytesIO:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
    return out
