"""Sources -> DOCX by python-docx."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Line

from tests.corpus.archive import repack
from tests.corpus.blocks import Align, Block, Cell, Contents, Heading, Items, PageBreak, Paragraph, Runs, Table, drawn
from tests.corpus.source import Source

CREATED = datetime(2018, 1, 1, tzinfo=UTC)
ALIGN: dict[Align, Any] = {
    "left": None,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


@dataclass(frozen=True, slots=True)
class House:
    font: str
    size: float = 11
    justify: bool = False
    headings: bool = True  # real heading styles; without them a heading is a bold paragraph


HOUSES = {
    "plain": House("Calibri", 11, headings=False),
    "letterhead": House("Times New Roman", 12, headings=False),
    "memo": House("Arial", 10.5),
    "minutes": House("Calibri", 11, justify=True, headings=False),
    "gazette": House("Times New Roman", 10, justify=True),
    "tight": House("Arial Narrow", 9.5),
    "plan": House("Calibri", 11, justify=True),
}


def render(source: Source) -> bytes:
    house = HOUSES[source.style]
    paper = Document()
    _set_up(paper, source, house)
    for block in source.body.blocks:
        _add(paper, block, house)
    out = io.BytesIO()
    paper.save(out)
    return repack(out.getvalue())


def _set_up(paper: Paper, source: Source, house: House) -> None:
    properties = paper.core_properties
    properties.created = properties.modified = CREATED
    properties.author = properties.comments = ""
    normal: Any = paper.styles["Normal"]
    normal.font.name, normal.font.size = house.font, Pt(source.font_size or house.size)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _running(section.header.paragraphs[0], source.running_header)
    _running(section.footer.paragraphs[0], source.running_footer or source.margin_note)


def _running(line: Line, text: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in text.replace("{pages}", "\0NUMPAGES\0").replace("{page}", "\0PAGE\0").split("\0"):
        if part in ("PAGE", "NUMPAGES"):
            _field(line, part)
        elif part:
            line.add_run(part).font.size = Pt(8)


def _field(line: Line, name: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(line.add_run("1")._r)
    line._p.append(field)


def _add(paper: Paper, block: Block, house: House) -> None:
    match block:
        case Heading():
            _heading(paper, block, house)
        case Paragraph():
            _fill(paper.add_paragraph(), block.runs, block.align, house)
        case Items():
            for item in block.items:
                _item(paper, item.marker, item.runs)
        case Table():
            _table(paper, block)
        case PageBreak():
            _turn(paper, block)
        case Contents():
            pass


def _heading(paper: Paper, block: Heading, house: House) -> None:
    line = paper.add_heading("", min(block.level, 4)) if house.headings else paper.add_paragraph()
    _fill(line, block.runs, block.align, house)
    for run in line.runs:
        run.bold = True


def _fill(line: Line, runs: Runs, align: Align = "left", house: House | None = None) -> None:
    line.alignment = ALIGN[align]
    if house and house.justify and align == "left":
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                line.add_run().add_break(WD_BREAK.LINE)
            made = line.add_run(part)
            made.bold, made.italic = run.bold or None, run.italic or None


def _item(paper: Paper, marker: str, runs: Runs) -> None:
    """Bullets are Word's own; numbers are typed, as municipalities do."""
    if marker == "-":
        _fill(paper.add_paragraph(style="List Bullet"), runs)
        return
    line = paper.add_paragraph()
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(8), Mm(-8)
    line.add_run(f"{marker}\t")
    _fill(line, runs)


def _table(paper: Paper, block: Table) -> None:
    rows = drawn(block)
    table = paper.add_table(len(rows), len(block.head), "Table Grid")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            _cell(table, r, c, cell)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    paper.add_paragraph()


def _cell(table: Any, r: int, c: int, cell: Cell) -> None:
    if cell.covered:
        return
    place = table.cell(r, c)
    if cell.rows > 1 or cell.columns > 1:
        place = place.merge(table.cell(r + cell.rows - 1, c + cell.columns - 1))
    _fill(place.paragraphs[0], cell.runs)
    for run in place.paragraphs[0].runs:
        run.font.size, run.bold = Pt(9), run.bold or r == 0


def _turn(paper: Any, block: PageBreak) -> None:
    """A turned page needs a section of its own."""
    last = paper.sections[-1]
    if block.landscape == (last.orientation == WD_ORIENT.LANDSCAPE):
        paper.add_page_break()
        return
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if block.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = last.page_height, last.page_width
