"""What kind of paper it is: the cues of the kinds, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import DocumentKind, Evidence, Passage
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
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
    if cue.where == "title":
        places: Iterable[TextLine] = (line for line in top if line.is_title or line.begins_title)
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


def _first_characters(top: Iterable[TextLine]) -> Iterator[TextLine]:
    seen = 0
    for line in top:
        if seen > TOP_CHARACTERS:
            return
        seen += line.end - line.start
        yield line
