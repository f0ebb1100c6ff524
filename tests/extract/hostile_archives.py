"""Archives and office files that mean harm or are broken."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping

from tests.extract.hostile_pdfs import zeros

Maker = Callable[[], bytes]
TEXT = "Zapisnik 3. redne seje. Svet se je seznanil z dokumentom o ribniku."
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ribnik">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghij", "bcdefghijk", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY k SYSTEM "file:///etc/passwd">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def packed(*members: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, *more: tuple[str, str], head: str = "") -> bytes:
    document = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed(("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), *more)


def odt(body: str, *more: tuple[str, str], head: str = "") -> bytes:
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"{head}<office:document-content {ODF}>{inside}</office:document-content>"
    kind = ("mimetype", "application/vnd.oasis.opendocument.text")
    return packed(kind, ("content.xml", content), *more, method=zipfile.ZIP_DEFLATED)


def nested(depth: int, content: bytes, copies: int = 1) -> bytes:
    for _ in range(depth):
        content = packed(*((f"{number}.zip", content) for number in range(copies)))
    return content


def bomb(size: int = 2**27) -> bytes:
    """Zeros that were deflated already, under a head that says so."""
    data = zeros(size)[2:-4]
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(data), size, 5, 0)
    local = b"PK\x03\x04" + head + b"a.txt" + data
    central = b"PK\x01\x02\x14\x00" + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a.txt"
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def overlapping(count: int = 500) -> bytes:
    """Many entries of the list lead to one member."""
    data = packed(("a.txt", "ribnik " * 10_000))
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    return data[:start] + entry * count + end


def links() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, target in (("up.txt", "../../../../etc/passwd"), ("self.txt", "self.txt"), ("dir", "/")):
            link = zipfile.ZipInfo(name)
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, target)
    return out.getvalue()


def locked() -> bytes:
    data = bytearray(packed(("a.txt", TEXT), ("b.txt", TEXT + " In tu.")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    data = bytearray(packed(("a.txt", b"x" * 10_000)))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    return bytes(data)


LEADING_OUT = (
    "../../../../tmp/ušel.txt",
    "/tmp/ušel.txt",
    "C:\\Windows\\ušel.txt",
    "..\\..\\ušel.txt",
    "a/../../ušel.txt",
)

ARCHIVES: Mapping[str, Maker] = {
    "ratio.zip": bomb,
    "nested-bomb.zip": lambda: nested(4, packed(("a.txt", bytes(10**7))), 8),
    "deep.zip": lambda: nested(60, TEXT.encode()),
    "overlapping.zip": overlapping,
    "many-members.zip": lambda: packed(*((f"{number}.txt", "") for number in range(12_000))),
    "leading-out.zip": lambda: packed(*((name, f"{TEXT} {name}") for name in LEADING_OUT)),
    "links.zip": links,
    "locked.zip": locked,
    "lying.zip": lying,
    "no-members.zip": packed,
    "long-name.zip": lambda: packed(("x" * 60_000 + ".txt", TEXT)),
    "odd-names.zip": lambda: packed(("a\nb.txt", TEXT), ("\u202etxt.exe", TEXT + " 2"), ("..", TEXT + " 3")),
    "wrong-places.zip": lambda: packed(("a.txt", TEXT)).replace(b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 12),
    "entities.docx": lambda: docx(paragraph("&k;"), head=ENTITIES),
    "outside.docx": lambda: docx(paragraph("&k;"), head=OUTSIDE),
    "deep-tables.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 3000 + paragraph(TEXT) + "</w:tc></w:tr></w:tbl>" * 3000),
    "million-columns.docx": lambda: docx(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 1_000_000}</w:tr></w:tbl>"),
    "wide-span.docx": lambda: docx(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "style-loop.docx": lambda: docx(
        f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>{TEXT}</w:t></w:r></w:p>',
        ("word/styles.xml", f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'),
    ),
    "no-xml.docx": lambda: packed(("word/document.xml", b"\xff\xfe\x00<w")),
    "no-parts.docx": lambda: packed(("word/document.xml", "")),
    "bomb.docx": lambda: packed(("word/document.xml", b" " * 2**27)),
    "half-letters.docx": lambda: docx(paragraph("&#xD800; &#0;")),
    "entities.odt": lambda: odt("<text:p>&k;</text:p>", head=ENTITIES),
    "repeated.odt": lambda: odt(
        "<table:table><table:table-row table:number-rows-repeated='999999999'>"
        "<table:table-cell table:number-columns-repeated='999999999'><text:p>ribnik</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
    "blanks.odt": lambda: odt("<text:p>a<text:s text:c='999999999'/>b</text:p>"),
    "deep.odt": lambda: odt("<text:list><text:list-item>" * 5000 + "</text:list-item></text:list>" * 5000),
    "locked.odt": lambda: odt(
        "x", ("META-INF/manifest.xml", "<manifest><encryption-data checksum='x'/></manifest>")
    ).replace(b"<office", b"\x00office"),
}
