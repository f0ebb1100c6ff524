"""Small OpenDocument texts written as XML."""

from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.odt import read_odt
from tests.extract.office.word import packed

URN = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMES = " ".join(
    f'xmlns:{prefix}="{URN.format(name)}"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)


def root(name: str, inner: str) -> bytes:
    return f'<?xml version="1.0"?><office:{name} {NAMES}>{inner}</office:{name}>'.encode()


def opened(text: str, automatic: str = "", styles: str = "", pages: int = 0) -> bytes:
    """A text with this body, these automatic styles, this inside of styles.xml and this number of pages."""
    body = (
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body>"
    )
    members = {"content.xml": root("document-content", body), "styles.xml": root("document-styles", styles)}
    statistic = f'<office:meta><meta:document-statistic meta:page-count="{pages}"/></office:meta>'
    members["meta.xml"] = root("document-meta", statistic if pages else "")
    return packed(members)


def style(name: str, inner: str = "", family: str = "paragraph", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{inner}</style:style>'


def p(text: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def listed(*items: str, name: str = "L1", more: str = "") -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}" {more}>{inner}</text:list>'


def table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


def tc(text: str, more: str = "") -> str:
    inner = text if text.startswith("<") else p(text) if text else ""
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def read(data: bytes) -> Contents:
    return read_odt(data, ReadOptions())
