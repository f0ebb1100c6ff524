"""PDF files that mean harm or are broken, written by hand."""

import io
import zlib
from collections.abc import Callable, Mapping

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.extract.pdfs import Sheet, pdf

Maker = Callable[[], bytes]
WORDS = "Svet se je seznanil z dokumentom o ribniku."


def good() -> bytes:
    return pdf(Sheet().text(70, 700, WORDS), Sheet().text(70, 700, "Druga stran"))


def assembled(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of these objects, from number 1 on."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def page(contents: bytes, *more: bytes, box: bytes = b"[0 0 595 842]", resources: bytes = b"<< >>") -> bytes:
    """One page with a stream of contents (object 4) and what follows it."""
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents 4 0 R >>" % (box, resources),
        contents,
        *more,
    )


FONT = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
SHOWN = b"BT /F 11 Tf 70 700 Td (%s) Tj ET" % WORDS.encode()


def zeros(size: int, wraps: int = 1) -> bytes:
    """So many zeros, deflated: a thousandth of that, or a millionth."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(bytes(2**20)) for _ in range(size // 2**20)) + packer.flush()
    return data if wraps == 1 else zlib.compress(data, 9)


def boxed(box: bytes) -> Maker:
    return lambda: page(stream(SHOWN), box=box, resources=FONT)


def encrypted(user: str) -> Maker:
    def make() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner", strength=128), invariant=1)
        canvas.drawString(70, 700, WORDS)
        canvas.save()
        return out.getvalue()

    return make


def page_tree_loop() -> bytes:
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Parent 2 0 R /Kids [2 0 R 2 0 R] >>"
    )


def deep_page_tree(depth: int = 5000) -> bytes:
    nodes = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 3) for number in range(depth)]
    return assembled(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>")


def xref_loop() -> bytes:
    data = good()
    start = data.index(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def forms(depth: int = 40) -> bytes:
    """Each form shows the next one twice: two to the power of forty letters."""
    objects = [
        stream(
            b"/N Do /N Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N %d 0 R >> >>" % n,
        )
        for n in range(6, depth + 6)
    ]
    last = stream(SHOWN, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + FONT)
    return page(stream(b"/N Do"), *objects, last, resources=b"<< /XObject << /N 5 0 R >> >>")


def form_in_itself() -> bytes:
    form = stream(b"/N Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N 5 0 R >> >>")
    return page(stream(b"/N Do"), form, resources=b"<< /XObject << /N 5 0 R >> >>")


def object_stream_bomb() -> bytes:
    packed = zeros(2**27)
    head = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
    return page(stream(SHOWN), stream(packed, head), resources=b"5 0 R")


def picture_bomb() -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = stream(zeros(2**26), head + b" /Filter /FlateDecode")
    return page(stream(b"500 0 0 700 0 0 cm /P Do"), picture, resources=b"<< /XObject << /P 5 0 R >> >>")


def pattern_in_itself() -> bytes:
    head = b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001"
    pattern = stream(b"/Pattern cs /P scn 0 0 1 1 re f", head + b" /Resources << /Pattern << /P 5 0 R >> >>")
    return page(stream(b"/Pattern cs /P scn 0 0 595 842 re f"), pattern, resources=b"<< /Pattern << /P 5 0 R >> >>")


def half_letters() -> bytes:
    """A font whose letters are halves of a pair."""
    table = stream(b"/CIDInit begincmap 1 beginbfrange <00> <FF> <D800> endbfrange endcmap")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>"
    return page(stream(SHOWN), table, resources=b"<< /Font << /F %s >> >>" % font)


def many_letters(count: int = 400_000) -> bytes:
    words = b"BT /F 1 Tf 70 700 Td (%s) Tj ET" % (b"ribnik " * (count // 7))
    return page(stream(zlib.compress(words), b"/Filter /FlateDecode"), resources=FONT)


def many_strokes(count: int = 150_000) -> bytes:
    lines = b"\n".join(b"%d %d m %d %d l S" % (n % 595, n % 842, n * 7 % 595, n % 842) for n in range(count))
    return page(stream(zlib.compress(lines), b"/Filter /FlateDecode"))


PDFS: Mapping[str, Maker] = {
    "locked.pdf": encrypted("geslo"),
    "locked-empty.pdf": encrypted(""),
    "unknown-lock.pdf": lambda: good().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Nobody /V 99 >>"),
    "page-tree-loop.pdf": page_tree_loop,
    "page-tree-deep.pdf": deep_page_tree,
    "billion-pages.pdf": lambda: good().replace(b"/Count 2", b"/Count 999999999"),
    "many-pages.pdf": lambda: pdf(*[Sheet()] * 4000),
    "xref-loop.pdf": xref_loop,
    "xref-nowhere.pdf": lambda: good().replace(b"startxref\n", b"startxref\n99999999999999999999"),
    "length-of-itself.pdf": lambda: good().replace(b"/Length ", b"/Length 6 0 R /Was "),
    "forms.pdf": forms,
    "form-in-itself.pdf": form_in_itself,
    "pattern-in-itself.pdf": pattern_in_itself,
    "object-stream-bomb.pdf": object_stream_bomb,
    "contents-bomb.pdf": lambda: page(stream(zeros(2**27, 2), b"/Filter [/FlateDecode /FlateDecode]")),
    "picture-bomb.pdf": picture_bomb,
    "huge-box.pdf": boxed(b"[0 0 1e15 1e15]"),
    "tiny-box.pdf": boxed(b"[0 0 0.00001 0.00001]"),
    "wrong-box.pdf": boxed(b"[842 (x) null -595]"),
    "no-box.pdf": boxed(b"null"),
    "deep-array.pdf": lambda: page(stream(b"[" * 500_000 + SHOWN), resources=FONT),
    "deep-dictionary.pdf": lambda: page(stream(SHOWN), resources=b"<</A" * 50_000 + b">>" * 50_000),
    "deep-states.pdf": lambda: page(stream(b"q " * 1_000_000 + SHOWN), resources=FONT),
    "half-letters.pdf": half_letters,
    "many-letters.pdf": many_letters,
    "many-strokes.pdf": many_strokes,
    "only-head.pdf": lambda: b"%PDF-1.7\n",
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes((n * n * 31 + n // 7) % 256 for n in range(50_000)),
}
