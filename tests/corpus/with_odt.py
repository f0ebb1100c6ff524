"""Sources -> ODT, written as plain XML: the form is simple, and the bytes stay the same."""

from html import escape

from tests.corpus.archive import pack
from tests.corpus.blocks import Align, Block, Cell, Contents, Heading, Items, PageBreak, Paragraph, Run, Runs, Table
from tests.corpus.source import Source

TYPE = "application/vnd.oasis.opendocument.text"
URN = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
SPACES = " ".join(
    f'xmlns:{prefix}="{URN.format(name)}"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{URN.format("manifest")}" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
FONTS = {"letterhead": "Times New Roman", "minutes": "Liberation Serif", "gazette": "Times New Roman"}
PARAGRAPHS: dict[Align, str] = {"left": "Body", "center": "Centred", "right": "Right"}
AUTOMATIC = """<office:automatic-styles>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Centred" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Ruled" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
</office:automatic-styles>"""
STYLES = """<office:styles><style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.2cm"/>
<style:text-properties fo:font-family="{font}" fo:font-size="{size}pt" fo:language="sl" fo:country="SI"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header>{header}</style:header><style:footer>{footer}</style:footer></style:master-page></office:master-styles>"""


def render(source: Source) -> bytes:
    body = "\n".join(map(_markup, source.body.blocks))
    content = _document("content", f"{AUTOMATIC}<office:body><office:text>{body}</office:text></office:body>")
    styles = STYLES.format(
        font=FONTS.get(source.style, "Arial"),
        size=source.font_size or 11,
        header=_running(source.running_header),
        footer=_running(source.running_footer or source.margin_note),
    )
    members = {"mimetype": TYPE, "content.xml": content, "styles.xml": _document("styles", styles)}
    members["META-INF/manifest.xml"] = MANIFEST
    return pack([(name, text.encode()) for name, text in members.items()], frozenset({"mimetype"}))


def _document(name: str, inner: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-{name} {SPACES} office:version="1.2">'
        f"{inner}</office:document-{name}>"
    )


def _running(text: str) -> str:
    numbered = escape(text).replace("{pages}", "<text:page-count/>").replace("{page}", "<text:page-number/>")
    return f"<text:p>{numbered}</text:p>"


def _markup(block: Block) -> str:
    match block:
        case Heading():
            return f'<text:h text:outline-level="{block.level}">{_inline(block.runs, bold=True)}</text:h>'
        case Paragraph():
            return f'<text:p text:style-name="{PARAGRAPHS[block.align]}">{_inline(block.runs)}</text:p>'
        case Items():
            return _items(block)
        case Table():
            return _table(block)
        case PageBreak():
            return '<text:p text:style-name="NewPage"/>'
        case Contents():
            return ""


def _items(block: Items) -> str:
    if block.items[0].marker != "-":
        return "".join(f"<text:p>{item.marker}<text:tab/>{_inline(item.runs)}</text:p>" for item in block.items)
    entries = (f"<text:list-item><text:p>{_inline(item.runs)}</text:p></text:list-item>" for item in block.items)
    return f"<text:list>{''.join(entries)}</text:list>"


def _table(block: Table) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(block.head)}"/>'
    head = f"<table:table-header-rows>{_row(block.head, bold=True)}</table:table-header-rows>"
    return f'<table:table table:name="Tabela">{columns}{head}{"".join(map(_row, block.rows))}</table:table><text:p/>'


def _row(row: tuple[Cell, ...], *, bold: bool = False) -> str:
    cells = "".join(_cell(cell, bold) for cell in row)
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(cell: Cell, bold: bool) -> str:
    if cell.covered:
        return "<table:covered-table-cell/>"
    spans = f' table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
    inner = f"<text:p>{_inline(cell.runs, bold=bold)}</text:p>"
    return f'<table:table-cell table:style-name="Ruled" office:value-type="string"{spans}>{inner}</table:table-cell>'


def _inline(runs: Runs, *, bold: bool = False) -> str:
    return "".join(_face(run, bold or run.bold) for run in runs)


def _face(run: Run, bold: bool) -> str:
    text = escape(run.text, quote=False).replace("\n", "<text:line-break/>")
    text = f'<text:span text:style-name="Bold">{text}</text:span>' if bold else text
    return f'<text:span text:style-name="Italic">{text}</text:span>' if run.italic else text
