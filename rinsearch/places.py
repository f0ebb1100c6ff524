"""Where a slice of a passage stands: its page and its box."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.records import Box, Passage, Span


def _touched(passage: Passage, start: int, end: int) -> Iterator[Span]:
    """Spans that share a character with the slice; an empty slice touches the span it stands in."""
    last = max(end, start + 1)
    return (span for span in passage.spans if span.start < last and span.end > start)


def page_of(passage: Passage, start: int) -> int | None:
    """The page of the character at ``start``; between two lines it is the page of the line before.

    >>> from rinsearch.records import PassageKind
    >>> spans = (Span(0, 5, 1, None), Span(6, 9, 2, None))
    >>> passage = Passage("d.1", "d", PassageKind.PARAGRAPH, (), "svet. Sklep", spans)
    >>> page_of(passage, 3), page_of(passage, 5), page_of(passage, 6)
    (1, 1, 2)
    """
    before = [span for span in passage.spans if span.start <= start]
    return before[-1].page if before else passage.page


def box_of(passage: Passage, start: int, end: int) -> Box | None:
    """The box around the lines of a slice, in points from the top left corner of the page where the slice begins.

    ``None`` where the format has no boxes. Lines on a later page are left out: a box lies on one page.
    """
    page = page_of(passage, start)
    boxes = [span.box for span in _touched(passage, start, end) if span.box is not None and span.page == page]
    return around(boxes)


def around(boxes: list[Box]) -> Box | None:
    """The smallest box that holds all of them.

    >>> around([Box(0, 0, 5, 5), Box(3, 6, 9, 8)])
    Box(left=0, top=0, right=9, bottom=8)
    """
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
