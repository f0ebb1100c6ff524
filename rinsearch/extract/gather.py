"""Lines to blocks: which lines belong together, and what the block is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rinsearch.extract.line_begins import begins_part, hangs_behind_comma, hangs_below_label, is_timed
from rinsearch.extract.shapes import (
    DEEP_NUMBER,
    LABEL,
    SPACED,
    VALUE,
    Shape,
    ends_sentence,
    goes_on,
    hangs,
    has_leader,
    heading_level,
    in_capitals,
    is_bullet,
    is_time_further_out,
    item_number,
    tells,
)
from rinsearch.records import Block, BlockKind, Origin
from rinsearch.taxonomy.phrases import phrase

LARGE = 1.12  # times the body size; headings in papers of councils are 12 to 16 points over 10 to 12
SAME_SIZE = 0.08
LONGEST_BLOCK = 20_000  # characters: no paragraph of a paper comes near
LONGEST_STRONG_HEADING = 200  # characters of a bold line or lines that still are a heading

# The years with which a title goes on in its second line, alone or with the text behind: "2017–2020. Direktorica".
_TITLED = re.compile(r"\s*\(?\d{1,3}[.)]\s+[A-ZČŠŽ»„][a-zčšž]")
_LETTERED = re.compile(r"\s*\w{1,3}\)")
_PERIOD = re.compile(r"\s*(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)\d\d)?(?:\s?[.)]{0,2}\s*\Z|\.(?= [A-ZČŠŽ]))")


@dataclass
class _Draft:
    """A block in the making."""

    kind: BlockKind
    level: int | None
    shapes: list[Shape] = field(default_factory=list)
    length: int = 0

    @property
    def last(self) -> Shape:
        return self.shapes[-1]

    def add(self, shape: Shape) -> _Draft:
        """Take up one more line."""
        self.shapes.append(shape)
        self.length += len(shape.text)
        return self


class Gatherer:
    """Puts lines together into blocks, remembering the number of the last item (an item 2 follows an item 1)."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.number = 0

    def blocks(self, shapes: Iterable[Shape]) -> Iterator[Block]:
        """The blocks of these lines, in order."""
        draft: _Draft | None = None
        for shape in shapes:
            if draft is not None and self._continues(draft, shape):
                draft.add(shape)
                continue
            if draft is not None:
                yield self._finished(draft)
            draft = self._begin(shape)
        if draft is not None:
            yield self._finished(draft)

    def _begin(self, shape: Shape) -> _Draft:
        number = item_number(shape.text)
        level = self._level(shape)
        if level is not None:
            return _Draft(BlockKind.HEADING, level).add(shape)
        if self._is_item(shape):
            self.number = number or self.number
            return _Draft(BlockKind.ITEM, None).add(shape)
        return _Draft(BlockKind.PARAGRAPH, None).add(shape)

    def _level(self, shape: Shape) -> int | None:
        by_words = heading_level(shape.text)
        if has_leader(shape.text) or VALUE.match(shape.text):
            return None
        if (
            shape.size >= LARGE
            and shape.text.strip(" .0123456789")
            and not shape.text.rstrip().endswith((".", ";", ","))
        ):
            return 1 if shape.size >= LARGE * LARGE else 2
        if by_words is None and shape.strong and self._stands_alone(shape):
            return 3
        return by_words

    def _stands_alone(self, shape: Shape) -> bool:
        """Whether a bold line is a heading: not a bold label with its value, not the start of a sentence in bold."""
        text = shape.text.strip()
        return not shape.full and not goes_on(text) and not text.endswith((",", ";", ".")) and not is_bullet(text)

    def _is_item(self, shape: Shape) -> bool:
        if is_timed(shape.text):
            return True
        if shape.text[:2].isalpha():  # as most lines begin
            return False
        number = item_number(shape.text)
        return is_bullet(shape.text) or (number is not None and self._counts_on(number, shape.text))

    def _counts_on(self, number: int, text: str) -> bool:
        """The first number, the next one, or the one behind it (a scan made "1O." of the next) before a capital."""
        return number in (1, self.number + 1) or (number == self.number + 2 > 2 and bool(_TITLED.match(text)))

    def _begins_item(self, draft: _Draft, shape: Shape) -> bool:
        """An item, but not "1. februarja", which a full line left over to the next."""
        if not self._is_item(shape):
            return False
        rest = shape.text.partition(".")[2]
        cut = (
            draft.last.full
            and not ends_sentence(draft.last.text)
            and goes_on(rest)
            and draft.kind is not BlockKind.ITEM
        )
        return not (cut and item_number(shape.text) is not None)

    def _continues(self, draft: _Draft, shape: Shape) -> bool:
        """Whether a line goes on with the block before it."""
        if draft.length <= LONGEST_BLOCK and not shape.apart and _closes(draft.last, shape):
            return True
        if (
            draft.length > LONGEST_BLOCK
            or shape.apart
            or has_leader(draft.last.text)
            or phrase("point-with-its-mark").match(shape.text)
            or self._begins_item(draft, shape)
            or begins_part(draft.shapes[0], draft.last, shape)
        ):
            return False
        if draft.kind is BlockKind.HEADING:
            return self._continues_heading(draft, shape)
        if draft.kind is BlockKind.ITEM and hangs(draft.shapes[0].text, shape.text):
            return True
        if hangs_below_label(draft.shapes[0], draft.last, shape) or (
            draft.last.text.endswith(",") and hangs_behind_comma(draft.shapes[0], shape)
        ):
            return True
        if draft.kind is BlockKind.ITEM and is_time_further_out(draft.shapes[0].text, shape.text):
            return False
        if not _runs_on(draft.last, shape) and not (draft.last.full and goes_on(shape.text)):
            return False
        if goes_on(shape.text) and not ends_sentence(draft.last.text):
            return True
        return draft.last.full and not self._begins_anew(draft, shape)

    def _continues_heading(self, draft: _Draft, shape: Shape) -> bool:
        if (
            draft.length > LONGEST_STRONG_HEADING
            or not _same_style(draft.last, shape)
            or draft.last.text.rstrip().endswith(":")
        ):
            return False
        styled = shape.strong or shape.size >= LARGE
        plain = not styled and not in_capitals(draft.last.text)
        if draft.last.full and plain and tells(draft.last.text) and not ends_sentence(draft.last.text):
            return self._as_text(draft)
        if draft.last.full and (period := _PERIOD.match(shape.text)):
            return period.end() == len(shape.text) or self._as_text(draft)
        if in_capitals(draft.last.text) and not in_capitals(shape.text):
            return self._turns_to_text(draft, shape)
        return goes_on(shape.text) or (draft.last.full and (styled or in_capitals(shape.text)))

    def _turns_to_text(self, draft: _Draft, shape: Shape) -> bool:
        """A sentence may begin with a line in capitals: its next line goes on in capitals, then in small letters."""
        return draft.last.full and in_capitals(" ".join(shape.text.split()[:2])) and self._as_text(draft)

    def _as_text(self, draft: _Draft) -> bool:
        """What seemed to be a title is the first line of a sentence that goes on."""
        draft.kind, draft.level = BlockKind.PARAGRAPH, None
        return True

    def _begins_anew(self, draft: _Draft, shape: Shape) -> bool:
        """A label or a heading after a finished sentence begins a new block even where the line before is full."""
        if SPACED.match(shape.text):
            return True
        if not draft.last.text.rstrip().endswith((".", "!", "?", ":", ";", ")")):
            return False
        return bool(LABEL.match(shape.text)) or heading_level(shape.text) is not None

    def _finished(self, draft: _Draft) -> Block:
        kind, level = draft.kind, draft.level
        if kind is BlockKind.HEADING and (draft.length > LONGEST_STRONG_HEADING or _is_told(draft)):
            kind, level = BlockKind.PARAGRAPH, None
        return Block(kind, tuple(shape.line for shape in draft.shapes), self.origin, level)


def _is_told(draft: _Draft) -> bool:
    """Whether a numbered line in plain print ran on to the end of a sentence: "3.1 Prevozi …", "(Dom Sonce; 2018)."."""
    first, last = draft.shapes[0], draft.last
    plain = not first.strong and first.size < LARGE and not in_capitals(first.text)
    numbered = len(draft.shapes) > 1 and DEEP_NUMBER.match(first.text)
    return bool(plain and numbered) and last.text.rstrip().endswith((".", ".)", ")", ";"))


def _closes(last: Shape, shape: Shape) -> bool:
    """Whether a line closes the bracket that was left open: "Klub (nosilec: Rdeči križ", "Kranj; rok: 2018)"."""
    end = shape.text.find(")")
    if end < 0 or "(" in shape.text[:end] or _LETTERED.match(shape.text) or not _same_style(last, shape):
        return False
    text = last.text
    return text.rfind("(") > text.rfind(")")


def _runs_on(first: Shape, second: Shape) -> bool:
    """Whether the style goes on: a bold title that ends before its line does has a plain sentence behind it."""
    if _same_style(first, second):
        return True
    handed = first.ends[1] == second.ends[0] and abs(first.size - second.size) <= SAME_SIZE
    return handed and first.full and not ends_sentence(first.text)


def _same_style(first: Shape, second: Shape) -> bool:
    return first.strong == second.strong and abs(first.size - second.size) <= SAME_SIZE
