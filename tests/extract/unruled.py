"""Plans with a table without standing rules, as several producers print them; the rows that are in them are known.

The words come from short lists, the looks from a number: columns, alignment, distance of rows, rules, size, bold print.
"""

import io
import random
from dataclasses import dataclass
from html import escape
from typing import Any

import typst
from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from tests.corpus import fonts, with_reportlab, with_typst

WORDS = """
    dnevni center za otroke in mladostnike pomoč družini na domu varstvo starejših oseb svetovanje žrtvam nasilja
    prevozi v oddaljena naselja mreža prostovoljcev skupina za samopomoč varna hiša usposabljanje izvajalcev
    obveščanje javnosti delavnice za starše zavetišče za brezdomne osebna asistenca nove oblike bivanja
"""
VALUES = {
    "provider": (
        "CSD Novo mesto",
        "CSD Trebnje, občine",
        "NVO",
        "Občina Semič",
        "Karitas, RK",
        "Dom starejših Črnomelj",
    ),
    "funding": ("občinski proračun", "MDDSZ, občine", "FIHO", "sredstva občin in donacije", "projekt"),
    "group": ("starejši", "otroci in mladostniki", "invalidi", "Romi", "osebe s težavami v duševnem zdravju"),
    "deadline": ("2017", "31. 12. 2018", "2017–2020", "stalna naloga", "do konca leta 2019"),
    "amount": ("12.000", "4.500", "900"),
    "unknown": ("da", "ne", "delno"),
}
HEADINGS = {
    "number": ("Zap. št.", "Št.", "Št. ukrepa"),
    "measure": ("Ukrep", "Naziv ukrepa", "Ukrepi in aktivnosti"),
    "provider": ("Nosilec", "Nosilci in izvajalci"),
    "funding": ("Vir financiranja", "Financiranje"),
    "group": ("Ciljna skupina", "Uporabniki"),
    "deadline": ("Rok", "Rok izvedbe", "Časovni okvir"),
    "amount": ("Sredstva (v EUR)", "Vrednost"),
    "unknown": ("Stopnja pomembnosti",),
}
WIDTHS = {"number": 1.3, "measure": 5.0, "provider": 3.0, "deadline": 2.2, "amount": 2.0}
LAYOUTS = (
    ("number", "measure", "provider", "deadline"),
    ("number", "measure", "group", "provider", "deadline", "funding"),
    ("measure", "provider", "deadline"),
    ("measure", "group", "funding"),
    ("number", "measure", "provider", "amount"),
    ("measure", "deadline"),
    ("number", "measure", "unknown", "provider", "deadline"),
)


@dataclass(frozen=True)
class Paper:
    """A table and how it looks; sizes in points. ``rules``: between rows, below the header alone, or none."""

    columns: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rules: str
    padding: float
    size: float
    bold: bool
    centred: bool
    repeated: bool
    before: tuple[str, ...]

    @property
    def widths(self) -> tuple[float, ...]:
        return tuple(WIDTHS.get(column, 2.6) for column in self.columns)


def paper(number: int) -> Paper:
    """The paper with this number."""
    chance = random.Random(number)
    columns = LAYOUTS[number % len(LAYOUTS)]
    rows = tuple(tuple(_cell(c, at, chance) for c in columns) for at in range(chance.choice((4, 9, 16, 30))))
    head = tuple(chance.choice(HEADINGS[column]) for column in columns)
    rules = chance.choice(("none", "none", "rows", "head"))
    look = chance.choice((1.5, 3.0, 4.0)), chance.choice((8.0, 9.0, 10.0))
    flags = chance.random() < 0.75, chance.random() < 0.25, chance.random() < 0.5
    before = tuple(f"{_phrase(chance, 20, 50)}." for _ in range(chance.randint(1, 5)))
    return Paper(columns, head, rows, rules, *look, *flags, before)


def _cell(column: str, at: int, chance: random.Random) -> str:
    if column == "number":
        return f"{1 + at // 6}.{1 + at % 6}"
    return _phrase(chance, 2, 13) if column == "measure" else chance.choice(VALUES[column])


def _phrase(chance: random.Random, fewest: int, most: int) -> str:
    text = " ".join(chance.choice(WORDS.split()) for _ in range(chance.randint(fewest, most)))
    return text[0].upper() + text[1:]


def by_reportlab(paper: Paper) -> bytes:
    with_reportlab._register()
    out = io.BytesIO()
    document = SimpleDocTemplate(out, leftMargin=60, rightMargin=60, initialFontName="sans", invariant=1)
    body = ParagraphStyle("body", fontName="sans", fontSize=11, leading=14, spaceAfter=8)
    cell = ParagraphStyle("cell", fontName="sans", fontSize=paper.size, leading=paper.size * 1.2)
    bold = "sansB" if paper.bold else "sans"
    head = ParagraphStyle("head", cell, fontName=bold, alignment=1 if paper.centred else 0)
    cells = [[Paragraph(escape(text), head) for text in paper.head]]
    cells += [[Paragraph(escape(text), cell) for text in row] for row in paper.rows]
    look: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), paper.padding)]
    look.append(("BOTTOMPADDING", (0, 0), (-1, -1), paper.padding))
    if paper.rules != "none":
        look.append(("LINEBELOW", (0, 0), (-1, -1 if paper.rules == "rows" else 0), 0.5, colors.black))
    widths = [475 * width / sum(paper.widths) for width in paper.widths]
    table = Grid(cells, widths, repeatRows=int(paper.repeated), style=TableStyle(look))
    document.build([*(Paragraph(text, body) for text in paper.before), table, Spacer(0, 12), Paragraph("Konec.", body)])
    return out.getvalue()


def by_fpdf(paper: Paper) -> bytes:
    made = FPDF()
    made.set_margins(20, 20, 20)
    for face, path in fonts.files("sans").items():
        made.add_font("sans", face, path)
    made.add_page()
    made.set_font("sans", size=11)
    for text in paper.before:
        made.multi_cell(0, 5.2, text, new_x="LMARGIN", new_y="NEXT")
    made.set_font("sans", size=paper.size)
    rules = TableBordersLayout.HORIZONTAL_LINES if paper.rules == "rows" else TableBordersLayout.NONE
    headings = FontFace(emphasis="BOLD" if paper.bold else None)
    inside = paper.padding * 0.35
    with made.table(
        col_widths=paper.widths,
        line_height=paper.size * 0.405,
        borders_layout=rules,
        text_align="LEFT",
        padding=(inside, 1, inside, 1),
        headings_style=headings,
    ) as table:
        for row in (paper.head, *paper.rows):
            table.row(row)
    return bytes(made.output())


def by_typst(paper: Paper) -> bytes:
    stroke = "(x: none, y: 0.5pt)" if paper.rules == "rows" else "none"
    head = ", ".join(_typst_head(text, paper) for text in paper.head)
    line = "table.hline(stroke: 0.5pt)," if paper.rules == "head" else ""
    header = f"table.header({head}),{line}" if paper.repeated else f"{head},{line}"
    cells = ", ".join(f"[#{with_typst._string(text)}]" for row in paper.rows for text in row)
    columns = ", ".join(f"{width}fr" for width in paper.widths)
    source = (
        '#set page("a4", margin: 22mm)\n#set text(font: "Libertinus Serif", size: 11pt, lang: "sl")\n'
        + "\n\n".join(paper.before)
        + f"\n\n#[#set text(size: {paper.size}pt)\n#set par(leading: 0.5em)\n#table(columns: ({columns},), "
        f"stroke: {stroke}, inset: (x: 4pt, y: {paper.padding + 2}pt), {header} {cells})]\n\nKonec."
    )
    made = typst.Compiler.compile(with_typst._compiler(), source.encode(), format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def _typst_head(text: str, paper: Paper) -> str:
    words = f"[*#{with_typst._string(text)}*]" if paper.bold else f"[#{with_typst._string(text)}]"
    return f"table.cell(align: center){words}" if paper.centred else words


PRODUCERS = {"reportlab": by_reportlab, "fpdf": by_fpdf, "typst": by_typst}
