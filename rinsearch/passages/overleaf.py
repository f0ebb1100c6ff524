"""Numbers of pages and running heads that stand inside a sentence, where a text was copied page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.records import Block, BlockKind, Document, Line, Table
from rinsearch.taxonomy.phrases import phrase

APART = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.CONTENTS})
LONGEST = 120  # characters of a line that is printed on every page
SHORTEST = 25  # characters of a line that a sentence goes on from
NARROW = 12  # of one in a narrow column, where the head below it stands on other pages, too
_GOING_ON = re.compile(r"(?:\b[a-zčšž]{1,3}|,|[^\W\d_]-)\s*\Z")
_RULE = re.compile(r"\s*[_–—=-]{8,}\s*")
_OPEN = re.compile(r"[^\W\d_][,\"»«”“)-]?\s*\Z|[,–-]\s*\Z")


def without_running_lines(document: Document) -> Iterator[Block | Table]:
    """The parts of a document without the lines that stand between the two halves of a sentence."""
    together: list[Block] = []
    for part in document.parts:
        if isinstance(part, Block) and part.kind not in APART:
            together.append(part)
            continue
        yield from _cleaned(together)
        together = []
        yield part
    yield from _cleaned(together)


def _cleaned(blocks: Sequence[Block]) -> Iterator[Block]:
    lines = [line for block in blocks for line in block.lines]
    running = set(_running(lines))
    if not running:
        yield from blocks
        return
    first, kind = 0, BlockKind.PARAGRAPH
    for block in blocks:
        kept = tuple(line for at, line in enumerate(block.lines, first) if at not in running)
        # "- 3 -" looks like an item; what stands below it goes on with the sentence before.
        kind = kind if first in running and kind is not BlockKind.HEADING else block.kind
        first += len(block.lines)
        if kept:
            yield replace(block, lines=kept, kind=kind)


def _running(lines: Sequence[Line]) -> Iterator[int]:
    """The places of lines with a page's number, of rules, and of the running head beside one, inside a sentence."""
    seen = Counter(line.text.strip() for line in lines)
    for page in range(1, len(lines) - 1):
        if not is_page(lines[page].text):
            continue
        first, last = _with_rules(lines, page)
        if first < 1 or last > len(lines) - 2:
            continue
        head_above = first > 1 and _is_head(lines[first - 1].text) and _is_open(lines[first - 2].text)
        head_below = last + 2 < len(lines) and _is_head(lines[last + 1].text) and _goes_on(lines[last + 2].text)
        again = head_below and seen[lines[last + 1].text.strip()] > 1
        if first > 1 and not _is_open(lines[first - 1].text, NARROW if again else SHORTEST):
            if head_above and _goes_on(lines[last + 1].text):
                yield from range(first - 1, last + 1)
        elif _goes_on(lines[last + 1].text):
            yield from range(first, last + 1)
        elif head_below:
            yield from range(first, last + 2)


def _with_rules(lines: Sequence[Line], page: int) -> tuple[int, int]:
    """The first and the last line of a page's number between lines that are drawn with signs."""
    first = page - 1 if page > 1 and _RULE.fullmatch(lines[page - 1].text) else page
    last = page + 1 if page + 1 < len(lines) and _RULE.fullmatch(lines[page + 1].text) else page
    return first, last


def is_page(line: str) -> bool:
    """Whether a line is the number of a page, or a running head with one.

    >>> is_page("- 3 -"), is_page("Občina Kras, zapisnik      stran 3"), is_page("stran 3 od 9"), is_page("2017")
    (True, True, True, False)
    """
    return len(line) <= LONGEST and phrase("page-number-line").fullmatch(line.strip()) is not None


def _is_head(line: str) -> bool:
    """Whether a line may be printed on every page: no sentence goes on behind it."""
    return len(line) <= LONGEST and not _GOING_ON.search(line)


def _is_open(line: str, shortest: int = SHORTEST) -> bool:
    return len(line.strip()) >= shortest and _OPEN.search(line) is not None


def _goes_on(line: str) -> bool:
    return line.lstrip()[:1].islower() and line.lstrip()[1:2] != ")"
