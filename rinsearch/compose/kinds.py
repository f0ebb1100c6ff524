"""What kind of paper it is: the cues of the kinds, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import DocumentKind, Evidence, Passage, PassageKind
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
TITLE_LINES = 15  # a letterhead, a reference block and the title stand in so many lines
TITLE_LENGTH = 120  # characters
LEAST_WEIGHT = 2  # below this sum of cues a paper is of no known kind


def kind_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> tuple[DocumentKind, tuple[Evidence, ...]]:
    """The kind of a paper, and the places that show it."""
    weights: Counter[str] = Counter()
    shown: dict[str, list[Evidence]] = {}
    for cue in kind_cues():
        place = _cue_place(cue, passages, top)
        if place:
            weights[cue.kind] += cue.weight
            if cue.weight > 0:
                shown.setdefault(cue.kind, []).append(place)
    if not weights or max(weights.values()) < LEAST_WEIGHT:
        return DocumentKind.OTHER, ()
    best = max(weights, key=lambda kind: weights[kind])
    return DocumentKind(best), tuple(shown[best])


def _cue_place(cue: KindCue, passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Evidence | None:
    rule = f"kind.{cue.kind}"
    near = tuple(line for line in top[:TITLE_LINES] if _stands_alone(line))
    if cue.where == "title":
        places: Iterable[TextLine] = (line for line in top if line.is_title or line.begins_title or line in near)
    elif cue.where == "top":
        places = _first_characters(top)
    else:
        places = (TextLine(passage, 0, len(passage.text)) for passage in passages)
    for line in places:
        match = cue.pattern.search(line.text.lower())
        if match:
            start, end = line.start + match.start(), min(line.start + match.end(), line.end)
            return evidence_at(line.passage, start, end, rule)
    return None


def _stands_alone(line: TextLine) -> bool:
    """A short paragraph of one line that is no sentence: a title in small letters."""
    text = line.text.strip()
    whole = text == line.passage.text.strip() and line.passage.kind == PassageKind.PARAGRAPH
    return whole and 0 < len(text) <= TITLE_LENGTH and text[-1] not in ".,;:?!"


def _first_characters(top: Iterable[TextLine]) -> Iterator[TextLine]:
    seen = 0
    for line in top:
        if seen > TOP_CHARACTERS:
            return
        seen += line.end - line.start
        yield line
