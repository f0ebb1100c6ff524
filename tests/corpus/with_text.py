"""Sources -> plain text, as from a typewriter or a mail, in any encoding; and Markdown as it is."""

import textwrap
from itertools import zip_longest

from tests.corpus.blocks import (
    Align,
    Block,
    Contents,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Row,
    Table,
    drawn,
    plain,
    weights,
)
from tests.corpus.source import Source

WIDTH = 80  # columns
POORER = str.maketrans(
    {"–": "-", "—": "-", "„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "…": "...", "•": "-", "€": "EUR"}
)


def render(source: Source) -> bytes:
    text = "\n\n".join(filter(None, (source.running_header, lines(source), source.running_footer))) + "\n"
    return encoded(text.replace("{page}", "1").replace("{pages}", "1"), source.encoding)


def render_markdown(source: Source) -> bytes:
    footer = f"\n---\n\n*{source.running_footer}*\n" if source.running_footer else ""
    return encoded(source.text.rstrip("\n") + "\n" + footer, source.encoding)


def encoded(text: str, encoding: str) -> bytes:
    """ISO 8859-2 has no dash and no quotation marks but the typewriter's."""
    return (poorer(text) if encoding == "iso-8859-2" else text).encode(encoding)


def poorer(text: str) -> str:
    """A text with the typewriter's signs alone."""
    return text.translate(POORER)


def lines(source: Source) -> str:
    return "\n\n".join(filter(None, map(_text, source.body.blocks)))


def _text(block: Block) -> str:
    match block:
        case Heading():
            return _wrapped(plain(block.runs).upper() if block.level == 1 else plain(block.runs), block.align)
        case Paragraph():
            return _wrapped(plain(block.runs), block.align)
        case Items():
            return "\n".join(_entry(item.marker, plain(item.runs)) for item in block.items)
        case Table():
            return _table(block)
        case PageBreak():
            return "\f"
        case Contents():
            return ""


def _wrapped(text: str, align: Align = "left") -> str:
    found = [line for part in text.split("\n") for line in textwrap.wrap(part, WIDTH) or [""]]
    if align == "center":
        found = [line.center(WIDTH).rstrip() for line in found]
    if align == "right":
        found = [line.rjust(WIDTH) for line in found]
    return "\n".join(found)


def _entry(marker: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=f"{marker} ", subsequent_indent=" " * (len(marker) + 1))


def _table(block: Table) -> str:
    parts = weights(block)
    room = WIDTH + 16 - 3 * len(parts)
    widths = [max(6, int(room * part / sum(parts))) for part in parts]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    return "\n".join([rule, *(f"{_row(row, widths)}\n{rule}" for row in drawn(block))])


def _row(row: Row, widths: list[int]) -> str:
    cells = [textwrap.wrap(plain(cell.runs), width) for cell, width in zip(row, widths, strict=True)]
    return "\n".join(
        "| " + " | ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)) + " |"
        for parts in zip_longest(*cells, fillvalue="")
    )
