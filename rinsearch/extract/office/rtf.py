"""Rich text files (.rtf): paragraphs, simple tables, notes; a tokenizer of our own.

Deleted and hidden text is left out, fields give their results. Pages are known only where the number of pages that the
program counted agrees with the breaks set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.flow import parts_of, without_pages
from rinsearch.extract.office.rtf_reader import Action, Reader
from rinsearch.extract.office.rtf_tokens import tokens


def read_rtf(data: bytes, options: ReadOptions) -> Contents:
    """Read a rich text file. Raises :class:`ReadError`."""
    reader = Reader(options, ACTIONS)
    for token in tokens(data):
        reader.take(token)
    parts = tuple(parts_of(reader.finished()))
    counted = reader.pages.total
    if reader.declared == counted:
        return Contents(counted, parts)
    return Contents(max(reader.declared, counted), tuple(map(without_pages, parts)))


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "par": lambda reader, _: reader.end_paragraph(),
        "sect": lambda reader, _: reader.end_paragraph(),
        "line": lambda reader, _: reader.state.story.ink.end_line(),
        "page": lambda reader, _: reader.turn_page(),
        "u": Reader.unicode,
        "uc": lambda reader, number: reader.set(fallback=min(max(number, 0), 10)),
        "b": lambda reader, number: reader.set(bold=number != 0),
        "fs": lambda reader, number: reader.set(size=number / 2 if 0 < number < 2000 else 12.0),
        "caps": lambda reader, number: reader.set(capitals=number != 0),
        "v": lambda reader, number: reader.set(hidden=number != 0),
        "deleted": lambda reader, number: reader.set(deleted=number != 0),
        "plain": lambda reader, _: reader.set(bold=False, size=12.0, capitals=False, hidden=False, deleted=False),
        "pard": lambda reader, _: reader.set(style=0, level=None, in_table=False),
        "f": Reader.font,
        "fcharset": Reader.charset,
        "ansicpg": Reader.code_page,
        "s": Reader.in_style,
        "outlinelevel": Reader.outline,
        "intbl": lambda reader, _: reader.set(in_table=True),
        "trowd": lambda reader, _: reader.state.story.begin_row(),
        "trhdr": lambda reader, _: setattr(reader.state.story, "header", True),
        "clvmrg": lambda reader, _: reader.state.story.merge(above=True),
        "clmrg": lambda reader, _: reader.state.story.merge(above=False),
        "cellx": lambda reader, number: reader.state.story.end_edge(number),
        "cell": lambda reader, _: reader.end_cell(),
        "nestcell": lambda reader, _: reader.end_paragraph(),
        "row": lambda reader, _: reader.state.story.end_row(),
        "nofpages": Reader.count_pages,
    }
)
