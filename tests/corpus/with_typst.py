"""Sources -> PDF by typst, with its embedded fonts and Source Sans from PyPI."""

import re
from functools import cache, singledispatch

import typst

from tests.corpus import fonts
from tests.corpus.blocks import (
    Block,
    Cell,
    Contents,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
    weights,
)
from tests.corpus.source import Source
from tests.corpus.styles import TYPST, Rules, Style, choose

CREST = """#place(top + {where}, dy: -14mm, polygon(fill: rgb("#dfe7ee"), stroke: 0.8pt + rgb("#30506e"),
  (0mm, 0mm), (9mm, 0mm), (9mm, 7mm), (4.5mm, 12mm), (0mm, 7mm)))
"""
STROKES: dict[Rules, str] = {
    "all": "0.5pt",
    "horizontal": "(x: none, y: 0.5pt)",
    "head": "(_, y) => if y == 0 { (bottom: 0.5pt) }",
}


def render(source: Source) -> bytes:
    style = choose(TYPST, source)
    text = _preamble(source, style) + "\n\n".join(map(_markup, source.body.blocks))
    made = _compiler().compile(text.encode(), format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    folders = [str(fonts.folder("sans"))]
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
    return typst.Compiler(font_paths=found, ignore_system_fonts=True)


def _preamble(source: Source, style: Style) -> str:
    return (
        "\n".join((_page(source, style), _text(style), _headings(style), _tables(style), _first(source, style))) + "\n"
    )


def _page(source: Source, style: Style) -> str:
    top, right, bottom, left = style.margins
    top += 8 if style.crest else 0
    margins = f"margin: (top: {top}mm, right: {right}mm, bottom: {bottom}mm, left: {left}mm)"
    head, foot = _running(source.running_header), _running(source.running_footer)
    return f'#set page("a4", {margins}, columns: {style.columns}, header: {head}, footer: {foot})'


def _running(text: str) -> str:
    if not text:
        return "none"
    parts = re.split(r"(\{pages?\})", text)
    known = {"{page}": "#counter(page).display()", "{pages}": "#counter(page).final().first()"}
    inner = "".join(known.get(part) or f"#{_string(part)}" for part in parts if part)
    return f"context align(center, text(size: 8pt, fill: luma(90))[{inner}])"


def _text(style: Style) -> str:
    justify, hyphenate = str(style.justify).lower(), str(style.hyphenate).lower()
    return (
        f'#set document(title: none, date: none)\n#set text(font: "{style.font}", size: {style.size}pt, lang: "sl", '
        f"hyphenate: {hyphenate})\n#set par(justify: {justify}, leading: {style.leading - 0.65:.2f}em, spacing: 1.1em)"
    )


def _headings(style: Style) -> str:
    return (
        f"#show heading: set align({style.heading})\n#show heading: set par(justify: false)\n"
        f"#show heading: it => block(above: 1.3em, below: 0.8em, width: 100%, "
        f'text(fill: rgb("{style.colour}"), hyphenate: false, it.body))'
    )


def _tables(style: Style) -> str:
    shade = "(_, y) => if y == 0 { luma(225) }" if style.shaded else "none"
    return (
        f"#set table(stroke: {STROKES[style.rules]}, inset: 5pt, fill: {shade})\n"
        f"#show table: set text(size: {style.size * style.table_size:.2f}pt)\n"
        "#show table: set par(justify: false, leading: 0.5em)"
    )


def _first(source: Source, style: Style) -> str:
    crest = CREST.format(where=style.crest) if style.crest else ""
    line = "#place(top, dy: 1mm, line(length: 100%, stroke: 0.6pt))\n#v(3mm)" if style.rule else ""
    note = ""
    if source.margin_note:
        words = f"text(size: 7pt, fill: luma(100), {_string(source.margin_note)})"
        note = f"#place(left + horizon, dx: -14mm, rotate(-90deg, reflow: true, {words}))"
    lead = f"#v({style.lead}mm)\n" if style.lead else ""
    return f"{crest}{line}{note}{lead}"


@singledispatch
def _markup(block: Block) -> str:
    raise TypeError(type(block))


@_markup.register
def _(block: Heading) -> str:
    heading = f"#heading(level: {block.level}, {_string(plain(block.runs))})"
    return heading if block.align == "left" else f"#[#show heading: set align({block.align})\n{heading}]"


@_markup.register
def _(block: Paragraph) -> str:
    text = _inline(block.runs)
    return text if block.align == "left" else f"#align({block.align})[#par(justify: false)[{text}]]"


@_markup.register
def _(block: Items) -> str:
    def entry(marker: str, text: str) -> str:
        return f"[{'•' if marker == '-' else marker}], [{text}],"

    cells = "\n".join(entry(item.marker, _inline(item.runs)) for item in block.items)
    return f"#grid(columns: (6mm, 1fr), row-gutter: 0.75em, column-gutter: 1mm, {cells})"


@_markup.register
def _(block: Table) -> str:
    columns = ", ".join(f"{weight:.1f}fr" for weight in weights(block))
    head = "".join(_cell(cell, bold=True) for cell in block.head)
    rows = "\n".join("".join(map(_cell, row)) for row in block.rows)
    return f"#table(columns: ({columns},), table.header({head}), {rows})"


def _cell(cell: Cell, *, bold: bool = False) -> str:
    if cell.covered:
        return ""
    text = f"*{_inline(cell.runs)}*" if bold and cell.runs else _inline(cell.runs)
    return f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns})[{text}], "


@_markup.register
def _(block: PageBreak) -> str:
    return "#set page(flipped: true)" if block.landscape else "#pagebreak(weak: true)\n#set page(flipped: false)"


@_markup.register
def _(block: Contents) -> str:
    return "#outline(title: none, depth: 2, indent: 4mm)"


def _inline(runs: Runs) -> str:
    return "".join(map(_face, runs))


def _face(run: Run) -> str:
    text = "#linebreak()".join(f"#{_string(part)}" if part else "" for part in run.text.split("\n"))
    text = f"#strong[{text}]" if run.bold else text
    return f"#emph[{text}]" if run.italic else text


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
