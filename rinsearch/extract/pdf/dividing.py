"""Words and gaps that a standing rule goes through: PDFium may see no space there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rinsearch.extract.pdf.asking import Argument, Edges, boxes_of
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.turn import Turn
from rinsearch.extract.pdf.words import Words

INSIDE = 1.0  # points that a word reaches over a rule on both sides, if it stands in two cells

Seen = tuple[Argument, Turn]  # the text of a page, and how it is turned
Rule = tuple[float, float, float]  # a standing one: its place, its top and its foot


def divided(words: Words, page: Seen, strokes: Sequence[Stroke]) -> Words:
    """The same words, none of them and no piece on both sides of a standing rule, where PDFium may see no space."""
    standing = sorted((stroke.left, stroke.top, stroke.bottom) for stroke in strokes if not stroke.horizontal)
    made = Words([], [], [], [], [], [], [], [], kinds=words.kinds)
    for start, end in words.lines():
        made.fresh.append(len(made.texts))
        box = min(words.lefts[start:end]), min(words.tops[start:end]), max(words.rights[start:end])
        near = _near(standing, (*box, max(words.bottoms[start:end])))
        if near:
            _divide(made, words, (start, end), (page, near))
        else:
            _take_all(made, words, slice(start, end))
    return made


def _near(standing: Sequence[Rule], box: Edges) -> list[Rule]:
    """The standing rules that reach into a box."""
    low, high = bisect_left(standing, (box[0] - INSIDE,)), bisect_right(standing, (box[2] + INSIDE,))
    return [rule for rule in standing[low:high] if rule[1] <= box[3] and box[1] <= rule[2]]


def _take_all(made: Words, words: Words, part: slice) -> None:
    """Take over words that no rule divides."""
    made.texts += words.texts[part]
    made.starts += words.starts[part]
    made.lefts += words.lefts[part]
    made.tops += words.tops[part]
    made.rights += words.rights[part]
    made.bottoms += words.bottoms[part]
    made.styles += words.styles[part]


def _divide(made: Words, words: Words, line: tuple[int, int], seen: tuple[Seen, Sequence[Rule]]) -> None:
    """Take over a line, its words and the gaps between them divided where a rule stands."""
    page, standing = seen
    done = line[0]
    for at in _beside(words, line, [rule[0] for rule in standing]):
        box = words.box(at)
        if at > line[0] and _crossing(_between(words.box(at - 1), box), standing) is not None:
            made.cut.add(len(made.texts) + at - done)
        cut = _crossing(box, standing)
        length = len(words.texts[at])
        head = _letters_before(cut, (words.starts[at], length), page) if cut is not None else 0
        if cut is None or not 0 < head < length:
            continue
        _take_all(made, words, slice(done, at))
        _take(made, words, (at, 0, head), (*box[:2], cut, box[3]))
        made.cut.add(len(made.texts))
        _take(made, words, (at, head, length), (cut, *box[1:]))
        done = at + 1
    _take_all(made, words, slice(done, line[1]))


def _beside(words: Words, line: tuple[int, int], places: Sequence[float]) -> Iterator[int]:
    """The words of a line that a rule may go through, or the gap before them; few have one near."""
    last = words.lefts[line[0]]
    for at in range(*line):
        left, right = words.lefts[at], words.rights[at]
        first = bisect_left(places, min(last, left) - INSIDE)
        if first < len(places) and places[first] <= max(left, right) + INSIDE:
            yield at
        last = right


def _take(made: Words, words: Words, part: tuple[int, int, int], box: Edges) -> None:
    """Take over a part of a word: which word, from which to which letter."""
    at, start, end = part
    made.texts.append(words.texts[at][start:end])
    made.starts.append(words.starts[at] + start)
    made.lefts.append(box[0])
    made.tops.append(box[1])
    made.rights.append(box[2])
    made.bottoms.append(box[3])
    made.styles.append(words.styles[at])


def _between(first: Edges, second: Edges) -> Edges:
    """The gap between two words, a little wider: the boxes of letters may touch a rule."""
    return first[2] - 2 * INSIDE, second[1], second[0] + 2 * INSIDE, second[3]


def _crossing(box: Edges, standing: Sequence[Rule]) -> float | None:
    """Where a standing rule goes through a box."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    for x, upper, lower in standing:
        if x >= right - INSIDE:
            break
        if x > left + INSIDE and upper <= middle <= lower:
            return x
    return None


def _letters_before(cut: float, place: tuple[int, int], page: Seen) -> int:
    """How many letters of a word stand to the left of a rule."""
    start, length = place
    lefts, _, rights, _ = boxes_of(page[0], range(start, start + length), page[1])
    return sum((left + right) / 2 < cut for left, right in zip(lefts, rights, strict=True))
