"""What kind of paper it is: the cues of the kinds, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import DocumentKind, Evidence, Passage, PassageKind
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
TITLE_LINES = 15  # a letterhead, a reference block and the title stand in so many lines
TITLE_LENGTH = 120  # characters
LEAST_WEIGHT = 2  # below this sum of cues a paper is of no known kind

Places = Sequence[tuple[TextLine, str]]


def kind_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> tuple[DocumentKind, tuple[Evidence, ...]]:
    """The kind of a paper, and the places that show it."""
    weights: Counter[str] = Counter()
    shown: dict[str, list[Evidence]] = {}
    places = _places(passages, top)
    for cue in kind_cues():
        place = _cue_place(cue, places[cue.where])
        if place:
            weights[cue.kind] += cue.weight
            if cue.weight > 0:
                shown.setdefault(cue.kind, []).append(place)
    if not weights or max(weights.values()) < LEAST_WEIGHT:
        return DocumentKind.OTHER, ()
    best = max(weights, key=lambda kind: weights[kind])
    return DocumentKind(best), tuple(shown[best])


def _places(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Mapping[str, Places]:
    """Where cues are looked for, each place with its words in small letters: the same for all cues."""
    near = {number for number, line in enumerate(top[:TITLE_LINES]) if _stands_alone(line)}
    titles = (line for number, line in enumerate(top) if number in near or line.is_title or line.begins_title)
    whole = (TextLine(passage, 0, len(passage.text)) for passage in passages)
    kinds = {"title": titles, "top": _first_characters(top), "text": whole}
    return {where: [(line, line.text.lower()) for line in some] for where, some in kinds.items()}


def _cue_place(cue: KindCue, places: Places) -> Evidence | None:
    for line, words in places:
        match = cue.pattern.search(words)
        if match:
            start, end = line.start + match.start(), min(line.start + match.end(), line.end)
            return evidence_at(line.passage, start, end, f"kind.{cue.kind}")
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
