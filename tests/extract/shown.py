"""Documents in a form that a test can state: kind and text of each part."""

from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Cell, Document, Table


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and text of the blocks, line breaks as "/"."""
    return [
        (part.kind.value, " / ".join(line.text for line in part.lines))
        for part in document.parts
        if isinstance(part, Block)
    ]


def tables(document: Document) -> list[Table]:
    return [part for part in document.parts if isinstance(part, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in table.rows]


def cell_text(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines)


def read(data: bytes | str) -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data)
