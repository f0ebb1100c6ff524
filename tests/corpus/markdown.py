"""The small Markdown of the sources -> blocks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.blocks import (
    Align,
    Block,
    Body,
    Cell,
    Contents,
    Heading,
    Item,
    Items,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
)

FACES = re.compile(r"(\*\*.+?\*\*|\*[^*\s][^*]*?\*)", re.DOTALL)
NUMBERED = re.compile(r"(\d+)\.\s+(?!\d+\.)(?=\S)")  # not the beginning of a date: "8. 9. 2017"
RULE = re.compile(r"\|?(\s*:?-{3,}:?\s*\|?)+")  # the line below a table's head
MERGED_UP, MERGED_LEFT = "^^", "<<"  # a cell that belongs to the one above, to the one on its left
FENCES: dict[str, Align] = {"::: center": "center", "::: right": "right", ":::": "left"}
MARKS: dict[str, Block] = {
    "--- page ---": PageBreak(),
    "--- page landscape ---": PageBreak(landscape=True),
    "--- contents ---": Contents(),
}


def parse(text: str) -> Body:
    return Body(tuple(_blocks(text)), text)


def _blocks(text: str) -> Iterator[Block]:
    align: Align = "left"
    for chunk in _chunks(text):
        if (first := chunk[0].strip()) in FENCES:
            align = FENCES[first]
        else:
            yield _block(chunk, align)


def _chunks(text: str) -> Iterator[list[str]]:
    """Group the lines of one block; headings, fences and marks stand alone."""
    chunk: list[str] = []
    for line in text.splitlines():
        alone = line.startswith("#") or line.strip() in FENCES or line.strip() in MARKS
        ends = alone or not line.strip() or (chunk and chunk[0].startswith("|") != line.startswith("|"))
        if ends and chunk:
            yield chunk
            chunk = []
        if alone:
            yield [line]
        elif line.strip():
            chunk.append(line)
    if chunk:
        yield chunk


def _block(chunk: list[str], align: Align) -> Block:
    first = chunk[0].strip()
    if first in MARKS:
        return MARKS[first]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return Heading(level, runs(first.lstrip("# ")), align)
    if first.startswith("|"):
        return _table(chunk)
    if first.startswith("- ") or _counts(chunk):
        return _items(chunk)
    return Paragraph(runs(_join(chunk)), align)


def _counts(chunk: list[str]) -> bool:
    """A list that counts, not a line that begins with an ordinal.

    >>> _counts(["12. Razno"]), _counts(["5. seje Občinskega sveta"]), _counts(["1. pomoč", "2. varstvo"])
    (True, False, True)
    """
    found = NUMBERED.match(chunk[0].strip())
    if not found:
        return False
    follows = any(_marker(line.strip(), f"{found[1]}.") for line in chunk[1:])
    return follows or not chunk[0].strip()[found.end()].islower()


def _join(lines: list[str]) -> str:
    """Soft breaks become blanks; two blanks or a backslash at the end are a hard break."""
    parts = []
    for line in lines:
        hard = line.endswith("  ") or line.rstrip().endswith("\\")
        parts.append(line.strip().rstrip("\\").rstrip() + ("\n" if hard else " "))
    return "".join(parts).strip()


def _items(lines: list[str]) -> Items:
    grouped: list[tuple[str, list[str]]] = []
    for line in lines:
        marker = _marker(line.strip(), grouped[-1][0] if grouped else "")
        if marker:
            grouped.append((marker, [line.strip()[len(marker) :]]))
        else:
            grouped[-1][1].append(line)
    return Items(tuple(Item(marker, runs(_join(texts))) for marker, texts in grouped))


def _marker(line: str, previous: str) -> str:
    """The marker this line begins with; a number must follow the previous one, or it is a date that was wrapped."""
    if line.startswith("- "):
        return "-"
    found = NUMBERED.match(line)
    if not found or (previous[:-1].isdigit() and int(found[1]) != int(previous[:-1]) + 1):
        return ""
    return f"{found[1]}."


def runs(text: str) -> Runs:
    """
    >>> [run.bold for run in runs("Občina **Semič** vabi")]
    [False, True, False]
    """
    return tuple(_run(part) for part in FACES.split(text.replace(r"\*", "\0")) if part)


def _run(part: str) -> Run:
    if part.startswith("**") and part.endswith("**") and len(part) > 4:
        return Run(part[2:-2].replace("\0", "*"), bold=True)
    if FACES.fullmatch(part):
        return Run(part[1:-1].replace("\0", "*"), italic=True)
    return Run(part.replace("\0", "*"))


def _table(lines: list[str]) -> Table:
    rows = [_row(line) for line in lines if not RULE.fullmatch(line.strip())]
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    head, *body = _spans(padded)
    return Table(head, tuple(body))


def _row(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _spans(rows: list[list[str]]) -> list[Row]:
    grid = [[_cell(text) for text in row] for row in rows]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (MERGED_UP, MERGED_LEFT):
                _merge(grid, r, c, up=text == MERGED_UP)
    return [tuple(row) for row in grid]


def _merge(grid: list[list[Cell]], r: int, c: int, *, up: bool) -> None:
    top, left = (r, c)
    while grid[top][left].covered:
        top, left = (top - 1, left) if up else (top, left - 1)
    owner = grid[top][left]
    grid[top][left] = replace(owner, rows=r - top + 1) if up else replace(owner, columns=c - left + 1)


def _cell(text: str) -> Cell:
    if text in (MERGED_UP, MERGED_LEFT):
        return Cell((), covered=True)
    return Cell(runs(re.sub(r"\s*<br\s*/?>\s*", "\n", text)))
