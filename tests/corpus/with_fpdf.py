"""Sources -> PDF by fpdf2."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import FontFace
from fpdf.table import Row as DrawnRow

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
    plain,
    weights,
)
from tests.corpus.source import Source
from tests.corpus.styles import FPDF as STYLES
from tests.corpus.styles import Rules, Style, choose, running

CREATED = datetime(2020, 1, 1, tzinfo=UTC)
ALIGN: dict[Align, Literal["L", "C", "R"]] = {"left": "L", "center": "C", "right": "R"}
RULES: dict[Rules, str] = {"all": "ALL", "horizontal": "HORIZONTAL_LINES", "head": "SINGLE_TOP_LINE"}
GUTTER = 8.0  # millimetres between two columns
POINT = 25.4 / 72  # fpdf's unit is the millimetre


class Paper(FPDF):
    """A document with the source's running lines."""

    def __init__(self, source: Source, style: Style) -> None:
        super().__init__(format="A4")
        self.source, self.style = source, style
        top, right, bottom, left = style.margins
        self.set_margins(left, top, right)
        self.set_auto_page_break(True, bottom)
        self.set_creation_date(CREATED)
        for family in fonts.FAMILIES:
            for face, path in fonts.files(family).items():
                self.add_font(family, face, path)
        self.set_font(style.font, size=style.size)

    def header(self) -> None:
        self._line(self.source.running_header, 8)
        if self.page_no() == 1:
            self._first()
        self.set_y(self.style.margins[0] + (4 if self.source.running_header else 0))

    def footer(self) -> None:
        self._line(self.source.running_footer, -14)

    def _line(self, text: str, y: float) -> None:
        if text:
            self.set_y(y)
            self.set_font(self.style.font, size=8)
            self.multi_cell(0, 4, running(text, self.page_no(), "{nb}"), align="C")
            self.set_font(self.style.font, size=self.style.size)

    def _first(self) -> None:
        middle, y = self.w / 2, self.style.margins[0] - 11
        if self.style.crest:
            self.set_fill_color(224, 212, 190)
            self.polygon(_shield(middle, y), style="DF")
        if self.style.rule:
            self.line(self.l_margin, self.style.margins[0] - 2, self.w - self.r_margin, self.style.margins[0] - 2)
        if self.source.margin_note:
            with self.rotation(90, 8, 180):
                self.set_font(self.style.font, size=7)
                self.text(8, 180, self.source.margin_note)


def _shield(x: float, y: float) -> list[tuple[float, float]]:
    return [(x - 4, y), (x + 4, y), (x + 4, y + 6), (x, y + 10), (x - 4, y + 6)]


def render(source: Source) -> bytes:
    style = choose(STYLES, source)
    paper = Paper(source, style)
    paper.add_page()
    if style.columns > 1:
        _draw_columns(paper, source.body.blocks, style)
    else:
        for block in source.body.blocks:
            _draw(paper, block, style)
    return bytes(paper.output())


def _draw_columns(paper: Paper, blocks: Iterable[Block], style: Style) -> None:
    """Text in columns, without tables: fpdf has no other."""
    height = style.size * POINT * style.leading
    with paper.text_columns(ncols=style.columns, gutter=GUTTER, text_align="LEFT", line_height=1.2) as columns:
        for text, face in _lines(blocks):
            paper.set_font(style.font, face, style.size)
            with columns.paragraph(bottom_margin=height * 0.4) as paragraph:
                paragraph.write(text)


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[str, Literal["", "B"]]]:
    for block in blocks:
        match block:
            case Heading():
                yield plain(block.runs), "B"
            case Paragraph():
                yield plain(block.runs), ""
            case Items():
                yield from (
                    (f"{'•' if item.marker == '-' else item.marker} {plain(item.runs)}", "") for item in block.items
                )
            case _:
                raise TypeError(f"{type(block).__name__} does not go into columns")


def _draw(paper: Paper, block: Block, style: Style) -> None:
    match block:
        case Heading():
            _heading(paper, block, style)
        case Paragraph():
            _write(paper, block.runs, style, block.align)
        case Items():
            _items(paper, block, style)
        case Table():
            _table(paper, block, style)
        case PageBreak():
            paper.add_page(orientation="landscape" if block.landscape else "portrait")
        case Contents():
            pass


def _heading(paper: Paper, block: Heading, style: Style) -> None:
    size = style.size + 6 - 2 * min(block.level, 3)
    align = block.align if block.align != "left" else style.heading
    red, green, blue = (int(style.colour[at : at + 2], 16) for at in (1, 3, 5))
    room = 5 * size * POINT  # a heading does not stand alone at the foot of a page
    if paper.will_page_break(room):
        paper.add_page()
    paper.ln(size * POINT * 0.6)
    paper.set_font(style.font, "B", size)
    paper.set_text_color(red, green, blue)
    paper.multi_cell(0, size * POINT * 1.25, plain(block.runs), align=ALIGN[align], new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.set_text_color(0, 0, 0)
    paper.set_font(style.font, "", style.size)
    paper.ln(size * POINT * 0.4)


def _write(paper: Paper, runs: Runs, style: Style, align: Align = "left", indent: float = 0) -> None:
    height = style.size * POINT * style.leading
    flow = "J" if style.justify and align == "left" else ALIGN[align]
    paper.set_x(paper.l_margin + indent)
    paper.multi_cell(0, height, _marked(runs), align=flow, markdown=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(height * 0.45)


def _items(paper: Paper, block: Items, style: Style) -> None:
    height = style.size * POINT * style.leading
    for item in block.items:
        if paper.will_page_break(_needed(paper, item.runs, height)):
            paper.add_page()
        paper.set_x(paper.l_margin + 2)
        paper.cell(6, height, "•" if item.marker == "-" else item.marker)
        _write(paper, item.runs, style, indent=8)


def _needed(paper: Paper, runs: Runs, height: float) -> float:
    width, output = paper.epw - 8, MethodReturnValue.LINES
    lines: Any = paper.multi_cell(width, height, _marked(runs), markdown=True, dry_run=True, output=output)
    return height * len(lines)


def _table(paper: Paper, block: Table, style: Style) -> None:
    shade = (230, 222, 212) if style.shaded else None
    widths = tuple(weights(block))
    paper.set_font(style.font, "", style.size * 0.84)
    height = style.size * POINT * 1.08
    face = FontFace(emphasis="BOLD", fill_color=shade)
    with paper.table(
        borders_layout=RULES[style.rules],
        col_widths=widths,
        line_height=height,
        headings_style=face,
        text_align="LEFT",
        markdown=True,
        padding=0.8,
    ) as table:
        for row in drawn(block):
            _row(table.row(), row)
    paper.set_font(style.font, "", style.size)
    paper.ln(4)


def _row(drawn_row: DrawnRow, row: tuple[Cell, ...]) -> None:
    for cell in row:
        if not cell.covered:
            drawn_row.cell(_marked(cell.runs), rowspan=cell.rows, colspan=cell.columns)


def _marked(runs: Runs) -> str:
    """The runs in fpdf's own marks: ** for bold, __ for italic."""
    parts = []
    for run in runs:
        text = run.text.replace("--", "–").replace("__", "_ _")
        text = f"__{text}__" if run.italic else text
        parts.append(f"**{text}**" if run.bold else text)
    return "".join(parts)
