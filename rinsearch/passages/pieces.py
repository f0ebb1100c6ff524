"""Repaired text with its spans, and how it is cut and put together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rinsearch.normalise import Change, Damage, repair
from rinsearch.records import Line, Span

LONGEST = 1200  # characters of a passage: some ten lines, which a person takes in at a glance
TOO_LONG = 3000  # characters: lists of names without a full stop stay below
WANTED = 900  # characters after which a long text is cut at the next end of a sentence

# A full stop after a number or an abbreviation ends no sentence, so a word of three letters must stand before it.
_SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?…][\"»”“’)]{0,2} (?=[A-ZČŠŽĆĐ„»\"(])|(?<=[)\]»”])[.!?] (?=[A-ZČŠŽ„»])|; "
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Repaired text, where its characters stand, and the repairs worth telling with their pages."""

    text: str
    spans: tuple[Span, ...] = ()
    changes: tuple[tuple[Change, int | None], ...] = ()


def piece_of(lines: Sequence[Line], damage: Damage) -> Piece:
    """Repair lines as one text.

    >>> piece_of([Line("Svet se je sez-", 1), Line("nanil.", 2)], Damage()).text
    'Svet se je seznanil.'
    """
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    repaired = repair("\n".join(line.text for line in lines), damage)
    changes = tuple((c, lines[bisect_right(starts, c.start) - 1].page) for c in repaired.changes)
    return Piece(repaired.text, tuple(_spans(repaired.origins, starts, lines)), changes)


def _spans(origins: Sequence[int], starts: Sequence[int], lines: Sequence[Line]) -> Iterator[Span]:
    """One span for each run of characters that stand on one line, the space of the line break with it."""
    at = 0
    for line, behind in zip(lines, starts[1:], strict=True):
        end = bisect_left(origins, behind, at)
        if end > at:
            yield Span(at, end, line.page, line.box)
        at = end


def slice_of(piece: Piece, start: int, end: int) -> Piece:
    """A part of a text, with the spans that lie in it counted from its beginning."""
    spans = (
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in piece.spans
        if span.start < end and span.end > start
    )
    return Piece(piece.text[start:end], tuple(spans))


def shifted(piece: Piece, by: int) -> Iterator[Span]:
    """The spans of a text that is set behind ``by`` other characters."""
    return (replace(span, start=span.start + by, end=span.end + by) for span in piece.spans)


def cut(piece: Piece) -> Iterator[Piece]:
    """Cut a long text at ends of sentences; one without such ends at spaces.

    >>> [len(part.text) for part in cut(Piece("Svet sklepa. " * 200))]
    [909, 909, 779]
    """
    if len(piece.text) <= LONGEST:
        yield piece
        return
    start = 0
    for end in [*_ends(piece.text), len(piece.text)]:
        text = piece.text[start:end]
        yield slice_of(piece, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where a long text is cut: behind a sentence when it is long enough, before that where it grows too long."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from (hard := list(_hard_ends(text, start, match.end())))
        start = hard[-1] if hard else start
        if match.end() - start > WANTED and len(text) - match.end() > LONGEST - WANTED:
            start = match.end()
            yield start
    yield from _hard_ends(text, start, len(text))


def _hard_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Cuts at spaces, where no sentence ends for very long."""
    while end - start > TOO_LONG:
        space = text.rfind(" ", start + 1, start + TOO_LONG)
        start = space + 1 if space > 0 else start + TOO_LONG
        yield start
