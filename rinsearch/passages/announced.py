"""The announcement of an item of business at the head of its text: "K 3. točki: Direktorica je povedala …"."""

from __future__ import annotations

import re

from rinsearch.passages.pieces import Piece, slice_of
from rinsearch.taxonomy.phrases import phrase

LONGEST_TITLE = 160  # characters
# A title ends with a stop behind a word or a bracket; shorter words are abbreviations ("sv.").
_TITLE_END = re.compile(r"(?:[^\W\d_]{4}|\)|\d{4})\.(?= [A-ZČŠŽ„»])")


def announced(piece: Piece) -> tuple[Piece, Piece] | None:
    """The announcement of an item with its title, and what is told of it; ``None`` where a text has no such two.

    >>> [part.text for part in announced(Piece("K 3. točki: Svetniki so bili zadovoljni.")) or ()]
    ['K 3. točki:', 'Svetniki so bili zadovoljni.']
    >>> [part.text for part in announced(Piece("Ad 4) Razno. Župan je povabil svetnike.")) or ()]
    ['Ad 4) Razno.', 'Župan je povabil svetnike.']
    >>> announced(Piece("Točka 4 je bila umaknjena.")), announced(Piece("Ad 4) Rebalans proračuna"))
    (None, None)
    """
    label = phrase("point-with-its-mark").match(piece.text)
    if label is None:
        return None
    title = _TITLE_END.search(piece.text, label.end(), label.end() + LONGEST_TITLE)
    told = phrase("sentence-word").search(piece.text, label.end(), title.end() if title else len(piece.text))
    if told is None and title is None:
        return None
    if told and (_begins_below(piece, label.end(), told.start()) or _is_said_of(piece.text, label.end(), told.start())):
        return None
    end = label.end() if told or title is None else title.end()
    return _stripped(piece, 0, end), _stripped(piece, end, len(piece.text))


def _begins_below(piece: Piece, start: int, told: int) -> bool:
    """Whether a line with a capital stands between announcement and sentence: a title may end with its line."""
    return any(start < span.start <= told and piece.text[span.start].isupper() for span in piece.spans)


def _is_said_of(text: str, behind: int, told: int) -> bool:
    """Whether the item is what the sentence speaks of: "Točka 3) je bila umaknjena"."""
    return told == behind and text[:behind].rstrip()[-1:] != ":" and text[told].islower()


def _stripped(piece: Piece, start: int, end: int) -> Piece:
    words = piece.text[start:end]
    return slice_of(piece, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


__all__ = ["announced"]
