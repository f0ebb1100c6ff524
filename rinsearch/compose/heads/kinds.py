"""What kind of paper it is: the cues of the kinds, weighed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rinsearch.compose.heads.kind_nouns import NOUN_WEIGHT, is_of_another, own_noun
from rinsearch.compose.heads.kind_shapes import shapes, votes_taken
from rinsearch.compose.heads.kind_traits import traits_of
from rinsearch.compose.paper import TextLine, evidence_at, tags_between
from rinsearch.records import DocumentKind, Evidence, Passage, PassageKind
from rinsearch.sieve import Sieve
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
TITLE_LINES = 15  # a letterhead, a reference block and the title stand in so many lines
TITLE_LENGTH = 120  # characters
TITLE_BLOCK = 1  # lines below a title that still belong to it
FIRST_TITLE = 2  # weight of the title that comes first: "SKLEP" above, "ODLOK" of the next paper below
# Kinds of papers whose items and chapters have titles of their own.
WITH_TITLES_BELOW = frozenset({"minutes", "agenda", "decision", "report"})
VOTES_OF_SESSION = 2  # one may be told in a letter
BEFORE_SESSION = {"memo": 4, "agenda": 4}  # papers written before a session know no votes
# What a scan makes of letters among capitals ("lZPlSEK", "VAB1LO", "SKLEP0V"): as many letters as were meant.
MISREAD = {"l": "I", "1": "I", "|": "I", "0": "O"}
_AMONG_CAPITALS = re.compile(r"(?<=[A-ZČŠŽ])[l10|](?=[A-ZČŠŽ])|(?<![^\W_])[l|](?=[A-ZČŠŽ])|(?<![^\W_])0(?=[A-ZČŠŽ]{2})")
_BEFORE_CAPITAL = re.compile(r"[l10|][A-ZČŠŽ]")  # in every one of them; one line in fifty has it
TENTHS = 10  # of a cue's weight; the traits of a paper are weighed in such
FEWEST_TRAITS = 2  # one alone shows no kind of which no cue was found
BESIDE_TITLE = 2  # where a title tells the kind, by so much less do traits count
LEAST_WEIGHT = 2  # below this sum a paper is of no known kind

# By the number of a cue the lines where it may be found, each with its words in small letters.
Places = Mapping[int, Sequence[tuple[TextLine, str]]]
Found = tuple[KindCue, Evidence]
Title = tuple[int, str]  # the number of its line, and the kind it tells


def kind_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> tuple[DocumentKind, tuple[Evidence, ...]]:
    """The kind of a paper, and the places that show it."""
    tally = Tally()
    found = [(cue, place) for cue, place in _found(_places(passages, top)) if not _is_of_another(cue, place, top)]
    titles = sorted((_line_number(place, top), cue.kind) for cue, place in found if _is_title(cue))
    noun = own_noun(top)
    if noun and (not titles or noun[0] < titles[0][0]):
        titles = [noun[:2], *titles]
        tally.add(noun[1], NOUN_WEIGHT, noun[2])
    for cue, place in _without_items(found, top, titles) if titles else found:
        tally.add(cue.kind, cue.weight, place)
    if len({kind for line, kind in titles if line <= titles[0][0] + TITLE_BLOCK}) > 1:
        tally.add(titles[0][1], FIRST_TITLE)
    if votes_taken(passages) >= VOTES_OF_SESSION:
        tally.weights.subtract(BEFORE_SESSION)
    for shape, place in shapes(passages, top, tally.weights, titled=bool(titles)):
        tally.add(shape.kind, shape.weight, place)
    tally.add_traits(*traits_of(passages, top), part=BESIDE_TITLE if titles else 1)
    return tally.best(titles[0][1] if titles else None)


@dataclass(slots=True)
class Tally:
    """What speaks for each kind: the sums of the cues and of the traits, and the places that show it."""

    weights: Counter[str] = field(default_factory=Counter)
    tenths: Counter[str] = field(default_factory=Counter)
    shown: dict[str, list[Evidence]] = field(default_factory=dict)

    def add(self, kind: str, weight: int, place: Evidence | None = None) -> None:
        """Count a cue; one that speaks against a kind shows nothing."""
        self.weights[kind] += weight
        if place and weight > 0:
            self.shown.setdefault(kind, []).append(place)

    def add_traits(self, tenths: Mapping[str, int], shown: Mapping[str, list[Evidence]], part: int) -> None:
        """Count the traits; several show a kind of which no cue was found."""
        self.tenths.update({kind: weight // part for kind, weight in tenths.items()})
        for kind in (kind for kind, places in shown.items() if len(places) >= FEWEST_TRAITS):
            self.shown.setdefault(kind, shown[kind])

    def best(self, titled: str | None) -> tuple[DocumentKind, tuple[Evidence, ...]]:
        """The kind for which most speaks, of two the one of the title; none of little weight."""
        sums = {kind: TENTHS * self.weights[kind] + self.tenths[kind] for kind in {*self.weights, *self.tenths}}
        best = max(sorted(sums), key=lambda kind: (sums[kind], kind == titled), default="")
        if not self.shown.get(best) or sums[best] < TENTHS * LEAST_WEIGHT:
            return DocumentKind.OTHER, ()
        return DocumentKind(best), tuple(self.shown[best])


def _found(places: Mapping[str, Places]) -> Sequence[Found]:
    """The cues that a paper has, each with its first place."""
    looked = ((cue, _cue_place(cue, places[cue.where].get(number, ()))) for number, cue in enumerate(kind_cues()))
    return [(cue, place) for cue, place in looked if place]


def _is_title(cue: KindCue) -> bool:
    return cue.where == "title" and cue.weight > 0


def _is_of_another(cue: KindCue, place: Evidence, top: tuple[TextLine, ...]) -> bool:
    """Whether what looks like a title is that of an item above it, or of a resolution that is asked for."""
    return _is_title(cue) and is_of_another(cue.kind, top, _line_number(place, top))


def _without_items(found: Sequence[Found], top: tuple[TextLine, ...], titles: Sequence[Title]) -> Sequence[Found]:
    """The cues of a paper; below the title of a session's paper or a report others are not its own.

    Where the title tells two kinds (an extract from minutes), even those of the same kind are: they settle nothing.
    """
    line, kind = titles[0]
    if kind not in WITH_TITLES_BELOW:
        return found
    if kind == "agenda":  # a call encloses the drafts of its items
        found = [(cue, place) for cue, place in found if cue.kind != "memo" or _line_number(place, top) <= line]
    settled = all(other == kind for number, other in titles if number == line)
    block = 0 if kind == "minutes" and _tells_session(top[line : line + 1]) else TITLE_BLOCK
    return [
        (cue, place)
        for cue, place in found
        if cue.where != "title" or (settled and cue.kind == kind) or _line_number(place, top) <= line + block
    ]


def _tells_session(title: Sequence[TextLine]) -> bool:
    """Whether a title says of which session it is: what stands below it ("Poročilo o sklepih") is its first item."""
    return any(tags_between(each.passage, "session", each.start, each.end) for each in title)


def _line_number(place: Evidence, top: tuple[TextLine, ...]) -> int:
    at = (number for number, line in enumerate(top) if line.passage.id == place.passage and line.end > place.start)
    return next(at, len(top))


def _places(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Mapping[str, Places]:
    """Where cues are looked for: each line is looked at once for all cues."""
    near = {number for number, line in enumerate(top[:TITLE_LINES]) if _stands_alone(line)}
    titles = (line for number, line in enumerate(top) if number in near or line.is_title or line.begins_title)
    whole = (TextLine(passage, 0, len(passage.text)) for passage in passages)
    kinds = {"title": titles, "top": _first_characters(top), "text": whole}
    return {where: _by_cue(where, some) for where, some in kinds.items()}


def _by_cue(where: str, lines: Iterable[TextLine]) -> Places:
    found: defaultdict[int, list[tuple[TextLine, str]]] = defaultdict(list)
    sieve = _sieves()[where]
    for line in lines:
        words = _as_meant(line.text)
        if cues := sieve.kept(words):
            lower = words.lower()
            for number in cues:
                found[number].append((line, lower))
    return found


def _as_meant(words: str) -> str:
    """Letters and figures among capitals as the capitals that they were.

    >>> _as_meant("lZPlSEK SKLEP0V, 10 listov")
    'IZPISEK SKLEPOV, 10 listov'
    """
    return _AMONG_CAPITALS.sub(lambda match: MISREAD[match[0]], words) if _BEFORE_CAPITAL.search(words) else words


@cache
def _sieves() -> Mapping[str, Sieve[int]]:
    """The cues of each place by their numbers; most lines have the words of none."""
    cues = tuple(enumerate(kind_cues()))
    return {
        where: Sieve((number, cue.pattern) for number, cue in cues if cue.where == where)
        for where in {cue.where for _, cue in cues}
    }


def _cue_place(cue: KindCue, places: Iterable[tuple[TextLine, str]]) -> Evidence | None:
    for line, words in places:
        if match := cue.pattern.search(words):
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
