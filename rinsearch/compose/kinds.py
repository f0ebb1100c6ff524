"""What kind of paper it is: the cues of the kinds, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rinsearch.compose.paper import TextLine, evidence_at, tags_of
from rinsearch.records import DocumentKind, Evidence, Passage, PassageKind
from rinsearch.sieve import Sieve
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
TITLE_LINES = 15  # a letterhead, a reference block and the title stand in so many lines
TITLE_LENGTH = 120  # characters
TITLE_BLOCK = 1  # lines below a title that still belong to it
FIRST_TITLE = 2  # weight of the title that comes first: "SKLEP" above, "ODLOK" of the next paper below
OF_SESSION = frozenset({"minutes", "agenda", "decision"})  # kinds of papers whose items have titles of their own
VOTES_OF_SESSION = 2  # one may be told in a letter
BEFORE_SESSION = {"memo": 4, "agenda": 4}  # papers written before a session know no votes
NEWS_PARAGRAPH = 120  # characters
LEAST_WEIGHT = 2  # below this sum of cues a paper is of no known kind

# A line, its words in small letters, and the numbers of the cues that may be found there.
Places = Sequence[tuple[TextLine, str, tuple[int, ...]]]
Found = tuple[KindCue, Evidence]
Title = tuple[int, str]  # the number of its line, and the kind it tells


def kind_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> tuple[DocumentKind, tuple[Evidence, ...]]:
    """The kind of a paper, and the places that show it."""
    weights: Counter[str] = Counter()
    shown: dict[str, list[Evidence]] = {}
    found = _found(_places(passages, top))
    titles = sorted((_line_number(place, top), cue.kind) for cue, place in found if _is_title(cue))
    for cue, place in _without_items(found, top, titles[0]) if titles else found:
        weights[cue.kind] += cue.weight
        if cue.weight > 0:
            shown.setdefault(cue.kind, []).append(place)
    if len({kind for line, kind in titles if line <= titles[0][0] + TITLE_BLOCK}) > 1:
        weights[titles[0][1]] += FIRST_TITLE
    if votes_taken(passages) >= VOTES_OF_SESSION:
        weights.subtract(BEFORE_SESSION)
    best = max(weights, key=lambda kind: (weights[kind], bool(titles) and kind == titles[0][1]), default="")
    if not shown.get(best) or weights[best] < LEAST_WEIGHT:
        told = _told_in_news(passages, top)
        return (DocumentKind.NEWS, (told,)) if told else (DocumentKind.OTHER, ())
    return DocumentKind(best), tuple(shown[best])


def _found(places: Mapping[str, Places]) -> Sequence[Found]:
    """The cues that a paper has, each with its first place."""
    looked = ((cue, _cue_place(number, cue, places[cue.where])) for number, cue in enumerate(kind_cues()))
    return [(cue, place) for cue, place in looked if place]


def _is_title(cue: KindCue) -> bool:
    return cue.where == "title" and cue.weight > 0


def _without_items(found: Sequence[Found], top: tuple[TextLine, ...], first: Title) -> Sequence[Found]:
    """The cues of a paper; below the title of a session's paper other titles are items of business, not its own."""
    line, kind = first
    if kind not in OF_SESSION:
        return found
    return [
        (cue, place)
        for cue, place in found
        if cue.where != "title" or cue.kind == kind or _line_number(place, top) <= line + TITLE_BLOCK
    ]


def votes_taken(passages: tuple[Passage, ...]) -> int:
    """How many votes a paper tells of."""
    return sum(len(tags_of(passage, "vote")) for passage in passages)


def _line_number(place: Evidence, top: tuple[TextLine, ...]) -> int:
    at = (number for number, line in enumerate(top) if line.passage.id == place.passage and line.end > place.start)
    return next(at, len(top))


def _told_in_news(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Evidence | None:
    """The first words of a paper without letterhead and reference block that tells of a council in paragraphs."""
    long = [each for each in passages if len(each.text) >= NEWS_PARAGRAPH and each.kind == PassageKind.PARAGRAPH]
    headed = any(phrase("letterhead").match(line.text) or phrase("reference-label").match(line.text) for line in top)
    council = any(phrase("council-mentioned").search(each.text) for each in long)
    return evidence_at(top[0].passage, top[0].start, top[0].end, "kind.news") if council and not headed else None


def _places(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Mapping[str, Places]:
    """Where cues are looked for, each place with its words in small letters: the same for all cues."""
    near = {number for number, line in enumerate(top[:TITLE_LINES]) if _stands_alone(line)}
    titles = (line for number, line in enumerate(top) if number in near or line.is_title or line.begins_title)
    whole = (TextLine(passage, 0, len(passage.text)) for passage in passages)
    kinds = {"title": titles, "top": _first_characters(top), "text": whole}
    return {where: [_place(line) for line in some] for where, some in kinds.items()}


def _place(line: TextLine) -> tuple[TextLine, str, tuple[int, ...]]:
    words = line.text.lower()
    return line, words, _sieve().kept(words)


@cache
def _sieve() -> Sieve[int]:
    """The cues by their numbers; most lines have the words of none."""
    return Sieve((number, cue.pattern) for number, cue in enumerate(kind_cues()))


def _cue_place(number: int, cue: KindCue, places: Places) -> Evidence | None:
    for line, words, kept in places:
        match = cue.pattern.search(words) if number in kept else None
        if match:
            start, end = line.start + match.start(), min(line.start + match.end(), line.end)
            return evidence_at(line.passage, start, end, f"kind.{cue.kind}")
    return None


def _stands_alone(line: TextLine) -> bool:
    """A line of a short paragraph that is no sentence: a title in small letters."""
    text = line.text.strip()
    short = len(line.passage.text) <= 2 * TITLE_LENGTH and line.passage.kind == PassageKind.PARAGRAPH
    return short and 0 < len(text) <= TITLE_LENGTH and text[-1] not in ".,;:?!" and not text[0].islower()


def _first_characters(top: Iterable[TextLine]) -> Iterator[TextLine]:
    seen = 0
    for line in top:
        if seen > TOP_CHARACTERS:
            return
        seen += line.end - line.start
        yield line
