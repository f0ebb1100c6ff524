"""Blocks that were cut by a page, a footer or a blank line, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rinsearch.passages.count_lines import count_in, is_count_on, is_list_on, is_row_on, names_counts
from rinsearch.passages.overleaf import is_page, without_running_lines
from rinsearch.records import Block, BlockKind, Document, Table
from rinsearch.taxonomy.phrases import phrase

APART = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE})
RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})

MOST_LINES = 300  # of a paragraph; joining on would take quadratic time on a hostile file

_ENDED = re.compile(r"[.!?:;…][\"»”“’)\]]*\s*$")
_DIVIDED = re.compile(r"[^\W\d_][-\u00ad]\s*$")
_AWAITS = re.compile(r"[^\W\d_], (?:da|ki|naj)\s*$")  # "Župan predlaga, da", and the clause in the next line
_LETTERED = re.compile(r"[a-zčšž]\)\s")
_OPEN_PERIOD = re.compile(r"(?:(?<!\d)(?:19|20)\d\d ?[-–—]|\b(?:od|do|let[aou]|letih|obdobj[ae]))\s*$", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:19|20)\d\d(?!\d)")


def running_text(document: Document) -> Iterator[Block | Table]:
    """Blocks and tables without headers, footers and footnotes, sentences whole; contents divide them."""
    last: Block | None = None
    for part in without_running_lines(document):
        if isinstance(part, Block):
            if part.kind in APART:
                continue
            if last is not None and (_counts_on(last, part) or _goes_on(last, part)):
                last = replace(last, kind=_kind_of_both(last), lines=last.lines + part.lines)
                continue
        if last is not None:
            yield last
        last = part if isinstance(part, Block) else None
        if isinstance(part, Table):
            yield part
    if last is not None:
        yield last


def _counts_on(first: Block, second: Block) -> bool:
    """Whether the second block is a line with the next count of the vote that the first one ends with."""
    if len(first.lines) > MOST_LINES:
        return False
    before, after = first.lines[-1].text, second.lines[0].text
    if len(second.lines) == 1 and (is_count_on(before, after) or is_row_on(before, after)):
        return True
    return is_list_on(_words(first), _words(second))


def _words(block: Block) -> str:
    return "\n".join(line.text for line in block.lines)


def _kind_of_both(first: Block) -> BlockKind:
    """Counts are no heading, in whatever letters they are written."""
    words = first.lines[0].text
    heading = first.kind is BlockKind.HEADING and (count_in(words) or names_counts(words))
    return BlockKind.PARAGRAPH if heading else first.kind


def _goes_on(first: Block, second: Block) -> bool:
    """Whether the second block is the rest of a sentence that the first one began.

    A small letter begins no sentence; a line ending in a stop, a colon or a semicolon ends one, unless the stop belongs
    to a number or an abbreviation.
    """
    before, after = first.lines[-1].text, second.lines[0].text
    if _OPEN_PERIOD.search(before) and _YEAR.match(after):  # "… 2017–" above "2020", "do leta" above "2020."
        return len(first.lines) <= MOST_LINES
    if first.kind not in RUNNING or second.kind is not BlockKind.PARAGRAPH or len(first.lines) > MOST_LINES:
        return False
    if first.kind is BlockKind.ITEM and _is_time_further_out(first.lines[0].text, after):
        return False
    if is_page(after) or is_page(before):
        return False
    if not before.strip() or not after.strip() or _LETTERED.match(after.lstrip()):
        return False
    if phrase("point-with-its-mark").match(after):  # "ad 3) Miklavc …" is an item, in small letters too
        return False
    if _DIVIDED.search(before):
        return True
    if _AWAITS.search(before):
        return True
    ended = _ENDED.search(before) and not phrase("stop-that-ends-no-sentence").search(before)
    if not ended and _over_the_page(first, second):
        return True
    return not ended and after.lstrip(' (»„"').lstrip()[:1].islower() and _is_long(first)


def _is_time_further_out(item: str, line: str) -> bool:
    """ "do konca leta 2019" left of the bullets above and below it stands above the next items."""
    further = len(line) - len(line.lstrip()) < len(item) - len(item.lstrip())
    whole = line.lstrip()[:1].isalpha() and not line.rstrip().endswith(".")
    return further and whole and bool(phrase("time-heading").fullmatch(line.strip()))


FULL = 60  # characters: a line as long as that at the end of a page is no title, so its sentence goes on overleaf


def _over_the_page(first: Block, second: Block) -> bool:
    before, after = first.lines[-1], second.lines[0]
    turned = before.page is not None and after.page == before.page + 1
    runs = before.text.rstrip()[-1:].isalpha() or before.text.rstrip().endswith(",")
    return turned and runs and first.kind is BlockKind.PARAGRAPH and len(before.text.strip()) >= FULL


SHORTEST = 25  # characters: a shorter line alone is a name or a date, which a small letter does not continue


def _is_long(block: Block) -> bool:
    return sum(len(line.text.strip()) for line in block.lines) >= SHORTEST
