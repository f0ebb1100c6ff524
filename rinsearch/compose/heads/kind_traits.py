"""The traits of a paper: words of its head and its text that speak for some kinds, and against others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import Evidence, Passage
from rinsearch.sieve import Sieve
from rinsearch.taxonomy.kind_traits import KindTrait, before_traits, kind_traits

HEAD_LINES = 14  # a letterhead with its address, a reference block, a title of some lines
LONGEST = 120  # characters of a title
ENDS = (".", ",", ";", "?", "!")
PASSAGES = 400  # what a paper is shows in its first twenty pages; a plan of two hundred has nothing new to say


def traits_of(
    passages: tuple[Passage, ...], top: tuple[TextLine, ...]
) -> tuple[Mapping[str, int], Mapping[str, list[Evidence]]]:
    """What the traits of a paper say of each kind, in tenths of a cue, and the places that speak for it."""
    tenths = Counter(before_traits())
    shown: defaultdict[str, list[Evidence]] = defaultdict(list)
    whole = (TextLine(passage, 0, len(passage.text)) for passage in passages[:PASSAGES])
    for trait, place in (*_found("head", filter(_is_short, top[:HEAD_LINES])), *_found("text", whole)):
        tenths.update(trait.tenths)
        for kind in (kind for kind, weight in trait.tenths.items() if weight > 0):
            shown[kind].append(place)
    return tenths, shown


def _found(where: str, some: Iterable[TextLine]) -> Iterator[tuple[KindTrait, Evidence]]:
    """The traits that are found as often as they must be, each with its first place."""
    missing = {number: trait.least for number, trait in enumerate(kind_traits()) if trait.where == where}
    first: dict[int, Evidence] = {}
    for line in some:
        words = line.text.lower()
        for number in _sieve(where).kept(words):
            if missing.get(number, 0) > 0 and (times := kind_traits()[number].times(words)):
                missing[number] -= times
                first.setdefault(number, _place(kind_traits()[number], line, words))
    return ((kind_traits()[number], first[number]) for number, more in missing.items() if more <= 0)


def _place(trait: KindTrait, line: TextLine, words: str) -> Evidence:
    found = trait.pattern.search(words)
    start, end = found.span() if found else (0, 0)
    start, end = line.start + start, min(line.start + end, line.end)
    return evidence_at(line.passage, start, end, f"kind.{trait.name}")


@cache
def _sieve(where: str) -> Sieve[int]:
    return Sieve((number, trait.pattern) for number, trait in enumerate(kind_traits()) if trait.where == where)


def _is_short(line: TextLine) -> bool:
    """Whether a line may be a title, or a part of a letterhead."""
    text = line.text.strip()
    return 0 < len(text) <= LONGEST and not text.endswith(ENDS)
