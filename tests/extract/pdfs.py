"""Small PDF files written by hand, so that a test says exactly what is on the page.

Helvetica in WinAnsi encoding has š and ž but no č; positions are points from the bottom left corner.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Text = tuple[float, float, str]


@dataclass
class Sheet:
    """A page: what is printed where, by which operators."""

    operators: list[str] = field(default_factory=list)
    size: tuple[float, float] = (595.0, 842.0)
    rotation: int = 0

    def text(self, x: float, y: float, text: str, size: float = 11, bold: bool = False) -> "Sheet":
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.operators.append(f"BT /{'B' if bold else 'F'} {size} Tf {x} {y} Td ({escaped}) Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = 11) -> "Sheet":
        for number, line in enumerate(lines):
            self.text(x, y - number * 1.25 * size, line, size)
        return self

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> "Sheet":
        self.operators.append(f"{x1} {y1} m {x2} {y2} l S")
        return self

    def shade(self, xs: Sequence[float], top: float, bottom: float) -> "Sheet":
        """A grey row: a filled rectangle for each cell."""
        for left, right in pairwise(xs):
            self.operators.append(f".9 g {left} {bottom} {right - left} {top - bottom} re f 0 g")
        return self

    def table(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], bold: int = 1) -> "Sheet":
        """A ruled table: the rules' places, and the text of each cell (``""`` for none)."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for row, y in zip(rows, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                for number, line in enumerate(cell.split("\n") if cell else []):
                    self.text(x + 3, y - 12 - 11 * number, line, 9, bold=rows.index(row) < bold)
        return self


def pdf(*sheets: Sheet) -> bytes:
    """The bytes of a file with these pages."""
    count = len(sheets)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, sheet in enumerate(sheets):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.size[0]} {sheet.size[1]}] /Rotate {sheet.rotation} "
            f"/Resources << /Font << /F 3 0 R /B 4 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        stream = "\n".join(sheet.operators)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
