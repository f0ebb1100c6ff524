"""Sources -> PDF by ReportLab."""

import io
from functools import cache, partial
from html import escape
from typing import Any

from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from tests.corpus import fonts
from tests.corpus.blocks import (
    Align,
    Block,
    Cell,
    Contents,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Runs,
    Table,
    drawn,
    weights,
)
from tests.corpus.source import Source
from tests.corpus.styles import REPORTLAB, Rules, Style, choose, running

ALIGN: dict[Align, int] = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
GUTTER = 8 * mm
RULES: dict[Rules, Any] = {
    "all": ("GRID", (0, 0), (-1, -1)),
    "horizontal": ("LINEBELOW", (0, 0), (-1, -1)),
    "head": ("LINEBELOW", (0, 0), (-1, 0)),
}


def render(source: Source) -> bytes:
    """Twice, because the number of pages may stand in the footer."""
    _register()
    _, pages = _build(source, 0)
    return _build(source, pages)[0]


@cache
def _register() -> None:
    for name in fonts.FAMILIES:
        faces = {face: f"{name}{face}" for face in fonts.FACES}
        for face, path in fonts.files(name).items():
            pdfmetrics.registerFont(TTFont(faces[face], str(path)))
        pdfmetrics.registerFontFamily(name, faces[""], faces["B"], faces["I"], faces["BI"])


def _build(source: Source, pages: int) -> tuple[bytes, int]:
    style = choose(REPORTLAB, source)
    out = io.BytesIO()
    document = BaseDocTemplate(out, invariant=1, title="", author="", initialFontName="sans")
    document.addPageTemplates([_template(source, style, pages, landscape) for landscape in (False, True)])
    document.build(_story(source, style))
    return out.getvalue(), document.page


def _template(source: Source, style: Style, pages: int, landscape: bool) -> PageTemplate:
    size = pagesizes.landscape(pagesizes.A4) if landscape else pagesizes.A4
    top, right, bottom, left = (margin * mm for margin in style.margins)
    frames = [Frame(left, bottom, size[0] - left - right, size[1] - top - bottom, 0, 0, 0, 0, id="page")]
    decorate = partial(_decorate, source=source, style=style, pages=pages)
    return PageTemplate("landscape" if landscape else "portrait", frames, onPage=decorate, pagesize=size)


def _decorate(canvas: Any, document: Any, *, source: Source, style: Style, pages: int) -> None:
    width, height = canvas._pagesize
    canvas.setFont(style.font, 8)
    canvas.drawCentredString(width / 2, height - 11 * mm, running(source.running_header, document.page, pages))
    canvas.drawCentredString(width / 2, 11 * mm, running(source.running_footer, document.page, pages))
    if document.page == 1:
        _first_page(canvas, source, style, height)


def _first_page(canvas: Any, source: Source, style: Style, height: float) -> None:
    top, right, _, left = (margin * mm for margin in style.margins)
    if style.crest:
        _crest(canvas, left - 15 * mm, height - top - 12 * mm)
    if style.rule:
        canvas.line(left, height - top + 3 * mm, canvas._pagesize[0] - right, height - top + 3 * mm)
    if source.margin_note:
        canvas.saveState()
        canvas.translate(9 * mm, height / 3)
        canvas.rotate(90)
        canvas.setFont(style.font, 7)
        canvas.drawString(0, 0, source.margin_note)
        canvas.restoreState()


def _crest(canvas: Any, x: float, y: float) -> None:
    canvas.setFillColor(colors.HexColor("#c9d8c5"))
    canvas.roundRect(x, y, 10 * mm, 12 * mm, 4 * mm, fill=1)
    canvas.setFillColor(colors.black)


def _story(source: Source, style: Style) -> list[Flowable]:
    story = [flowable for block in source.body.blocks for flowable in _flow(block, style)]
    if style.columns == 1:
        return story
    return [BalancedColumns(story, nCols=style.columns, innerPadding=GUTTER)]


def _flow(block: Block, style: Style) -> list[Flowable]:
    match block:
        case Heading():
            return [Text(_inline(block.runs), _heading(block, style))]
        case Paragraph():
            return [Text(_inline(block.runs), _face(style, block.align))]
        case Items():
            return [*(_entry(item.marker, item.runs, style) for item in block.items), Spacer(0, style.size * 0.5)]
        case Table():
            return [_table(block, style), Spacer(0, style.size)]
        case PageBreak():
            return [NextPageTemplate("landscape" if block.landscape else "portrait"), NewPage()]
        case Contents():
            return []


def _face(style: Style, align: Align = "left", **more: Any) -> Any:
    flow = TA_JUSTIFY if style.justify and align == "left" else ALIGN[align]
    leading = style.size * style.leading
    given = {"fontSize": style.size, "leading": leading, "alignment": flow, "spaceAfter": style.size * 0.7, **more}
    return ParagraphStyle("body", fontName=style.font, **given)


def _heading(block: Heading, style: Style) -> Any:
    size = style.size + 5 - 2 * min(block.level, 3) + 1
    align = block.align if block.align != "left" else style.heading
    face = _face(style, align, fontSize=size, leading=size * 1.25, spaceBefore=size * 0.8, keepWithNext=1)
    face.fontName, face.textColor, face.alignment = f"{style.font}B", colors.HexColor(style.colour), ALIGN[align]
    return face


def _entry(marker: str, runs: Runs, style: Style) -> Flowable:
    face = _face(style, leftIndent=7 * mm, bulletIndent=2 * mm, spaceAfter=style.size * 0.3)
    face.bulletFontName = style.font
    return Text(_inline(runs), face, bulletText="–" if marker == "-" else marker)


def _table(block: Table, style: Style) -> Flowable:
    small = _face(style, fontSize=style.size * 0.82, leading=style.size, spaceAfter=0, alignment=TA_LEFT)
    _, right, _, left = style.margins
    room = ((210 - left - right) * mm - GUTTER * (style.columns - 1)) / style.columns
    parts = weights(block)
    cells = [[_content(cell, small, bold=number == 0) for cell in row] for number, row in enumerate(drawn(block))]
    look = [(*RULES[style.rules], 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_spans(block)]
    if style.shaded:
        look.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e3e9df")))
    return Grid(cells, [room * part / sum(parts) for part in parts], repeatRows=1, style=TableStyle(look))


def _spans(block: Table) -> list[Any]:
    return [
        ("SPAN", (column, row), (column + cell.columns - 1, row + cell.rows - 1))
        for row, cells in enumerate(drawn(block))
        for column, cell in enumerate(cells)
        if cell.rows > 1 or cell.columns > 1
    ]


def _content(cell: Cell, face: Any, *, bold: bool) -> Flowable | str:
    if cell.covered:
        return ""
    text = _inline(cell.runs)
    return Text(f"<b>{text}</b>" if bold else text, face)


def _inline(runs: Runs) -> str:
    parts = []
    for run in runs:
        text = escape(run.text, quote=False).replace("\n", "<br/>")
        text = f"<b>{text}</b>" if run.bold else text
        parts.append(f"<i>{text}</i>" if run.italic else text)
    return "".join(parts)
