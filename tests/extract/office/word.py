"""Small Word documents written as XML, so that a test says exactly what is in them."""

import io
import zipfile

from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.docx import read_docx
from rinsearch.records import Block, Table

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(root: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMES}>{inner}</w:{root}>'.encode()


def packed(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A document with this body; ``styles="…"`` gives the inside of word/styles.xml, and so on."""
    members = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    links = ""
    for number, (name, inner) in enumerate(parts.items()):
        if name == "app":
            members["docProps/app.xml"] = f"<Properties>{inner}</Properties>".encode()
            continue
        members[f"word/{name}.xml"] = part({"header1": "hdr", "footer1": "ftr"}.get(name, name), inner)
        links += f'<Relationship Id="{name}" Type="{LINK}/{number}" Target="{name}.xml"/>'
    members["word/_rels/document.xml.rels"] = f"<Relationships>{links}</Relationships>".encode()
    return packed(members)


def p(*inner: str, props: str = "") -> str:
    """A paragraph of runs; plain text becomes a run."""
    runs = "".join(each if each.startswith("<") else r(each) for each in inner)
    return f"<w:p><w:pPr>{props}</w:pPr>{runs}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    made = (f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def tc(text: str, props: str = "") -> str:
    inner = text if text.startswith("<") else p(text) if text else "<w:p/>"
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def read(data: bytes) -> Contents:
    return read_docx(data, ReadOptions())


def blocks(contents: Contents) -> list[tuple[str, str]]:
    """Kind and text of the blocks, line breaks as "/"."""
    found = (part for part in contents.parts if isinstance(part, Block))
    return [(each.kind.value, " / ".join(line.text for line in each.lines)) for each in found]


def texts(contents: Contents) -> list[str]:
    return [text for _, text in blocks(contents)]


def tables(contents: Contents) -> list[Table]:
    return [part for part in contents.parts if isinstance(part, Table)]


def grid(contents: Contents) -> list[list[str]]:
    """The texts of the only table."""
    (only,) = tables(contents)
    return [[" / ".join(line.text for line in cell.lines) for cell in row] for row in only.rows]


def pages(contents: Contents) -> list[int | None]:
    return [line.page for part in contents.parts if isinstance(part, Block) for line in part.lines]
