"""Groups told by a situation: words that stand near each other in one sentence, in any order, whoever is the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.language import fold, lemma, lemma_key
from rinsearch.tag.forms import forms_of
from rinsearch.tag.groups.group_wordings import Match
from rinsearch.tag.pipeline import nlp
from rinsearch.taxonomy import Situation, context, situations

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENDS = frozenset(".;!?|")
GAP = 3  # places from one word of a piece to the next: "brez prave strehe", "skrbi za svojo mater"
KEPT_FORMS = 1 << 17  # distinct forms; a regional corpus has some 60,000
HELD = "-"
SHORTEST = 2  # letters of a beginning
Places = tuple[int, ...]


class Situated(NamedTuple):
    """A match, the tokens in it that mean nothing else ("smrt otroka" speaks of no children), and all that make it."""

    match: Match
    held: frozenset[int]
    places: frozenset[int]


class Piece(NamedTuple):
    """Words in this order with a few others between them; each is a number of `_Words`."""

    words: tuple[int, ...]
    held: tuple[bool, ...]


class Rule(NamedTuple):
    """A situation whose words are numbers, of which it needs all; ``denies`` where it is one of lacking: "nima kam"."""

    groups: tuple[str, ...]
    pieces: tuple[Piece, ...]
    needs: frozenset[int]
    unless: int | None
    reach: int
    denies: bool


def situated(doc: Doc) -> Iterator[Situated]:
    """All situations of a text."""
    words, rules = _rules()
    marks = list(map(words.__getitem__, forms_of(doc).written))
    present = frozenset().union(*marks)
    for number in present & rules.keys():
        likely = [rule for rule in rules[number] if rule.needs <= present]
        if likely:
            for place in (place for place, mark in enumerate(marks) if number in mark):
                found = (_found(doc, marks, rule, place) for rule in likely)
                yield from (each for each in found if each is not None)


def _found(doc: Doc, marks: Sequence[frozenset[int]], rule: Rule, place: int) -> Situated | None:
    start, end = _bounds(doc, place, rule.reach)
    first = _along(marks, rule.pieces[0].words, place, end)
    if first is None or (not rule.denies and place and doc[place - 1].lower_ in context("denies")):
        return None
    if rule.unless is not None and any(rule.unless in mark for mark in marks[start:end]):
        return None
    pieces = [first]
    for piece in rule.pieces[1:]:
        nearest = _nearest(marks, piece, (start, place, end), frozenset(chain(*pieces)))
        if nearest is None:
            return None
        pieces.append(nearest)
    return _situated(rule, pieces)


def _situated(rule: Rule, pieces: Sequence[Places]) -> Situated:
    words = zip(chain(*(piece.held for piece in rule.pieces)), chain(*pieces), strict=True)
    held = [place for is_held, place in words if is_held]
    places = frozenset(chain(*pieces))
    start, end = min(places), max(places) + 1
    return Situated(Match(start, end, rule.groups, "situation", start), frozenset(held), places)


def _bounds(doc: Doc, place: int, reach: int) -> tuple[int, int]:
    """The tokens of the same sentence that are near enough."""
    start, end = place, place + 1
    while start > max(0, place - reach) and not _ends(doc, start - 1):
        start -= 1
    while end < min(len(doc), place + reach + 1) and not _ends(doc, end):
        end += 1
    return start, end


def _ends(doc: Doc, place: int) -> bool:
    """Whether a sentence ends here; "III. kategorija" and "15. leto" go on."""
    text = doc[place].text
    if text != "." or place + 1 == len(doc):
        return text in ENDS
    return not doc[place + 1].text[0].islower()


def _nearest(
    marks: Sequence[frozenset[int]], piece: Piece, within: tuple[int, int, int], taken: frozenset[int]
) -> Places | None:
    start, place, end = within
    found = (_along(marks, piece.words, each, end) for each in range(start, end) if piece.words[0] in marks[each])
    free = [places for places in found if places is not None and taken.isdisjoint(places)]
    return min(free, key=lambda places: abs(places[0] - place), default=None)


def _along(marks: Sequence[frozenset[int]], words: Sequence[int], start: int, end: int) -> Places | None:
    """Where the words stand one after the other from ``start`` on."""
    places = [start]
    for word in words[1:]:
        near = range(places[-1] + 1, min(end, places[-1] + 1 + GAP))
        place = next((each for each in near if word in marks[each]), None)
        if place is None:
            return None
        places.append(place)
    return tuple(places)


class _Words(dict[int, frozenset[int]]):
    """The numbers of the alternatives that a form is one of, remembered form by form (as a number, too)."""

    def __init__(self, alternatives: Iterable[str]) -> None:
        super().__init__()
        self._forms: dict[str, set[int]] = {}
        self._lemmas: dict[str, set[int]] = {}
        self._beginnings: dict[str, set[int]] = {}
        self._inside: dict[str, set[int]] = {}
        for number, text in enumerate(alternatives):
            for word in text.split("|"):
                self._learn(word, number)

    def _learn(self, word: str, number: int) -> None:
        """As they are written: "dializa" in all its forms, "=doma" this form, "alkohol*" and "*osemdeset*" parts."""
        folded = fold(word).strip("=*")
        if word.startswith("*"):
            self._inside.setdefault(folded, set()).add(number)
        elif word.endswith("*"):
            self._beginnings.setdefault(folded, set()).add(number)
        else:
            self._forms.setdefault(folded, set()).add(number)
            if not word.startswith("="):
                # "delo" has the key of an adverb, "dela" that of the noun; "postaja" is a form of a verb, too.
                for key in (lemma_key(word), lemma(word), word):
                    self._lemmas.setdefault(key, set()).add(number)

    def __missing__(self, number: int) -> frozenset[int]:
        form = nlp().vocab.strings[number]
        folded = fold(form)
        found = set(self._forms.get(folded, ())) | self._lemmas.get(lemma_key(form), set())
        for end in range(SHORTEST, len(folded) + 1):
            found |= self._beginnings.get(folded[:end], set())
        for part, numbers in self._inside.items():
            if part in folded:
                found |= numbers
        kept = frozenset(found)
        if len(self) < KEPT_FORMS:
            self[number] = kept
        return kept


@cache
def _rules() -> tuple[_Words, Mapping[int, tuple[Rule, ...]]]:
    """The words, and the rules by the number of their first word."""
    numbers: dict[str, int] = {}
    rules: dict[int, list[Rule]] = {}
    for situation in situations():
        rule = _rule(situation, numbers)
        rules.setdefault(rule.pieces[0].words[0], []).append(rule)
    return _Words(numbers), {number: tuple(each) for number, each in rules.items()}


def _rule(situation: Situation, numbers: dict[str, int]) -> Rule:
    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    def piece(text: str) -> Piece:
        words = text.removeprefix(HELD).split()
        held = tuple(text.startswith(HELD) or word.startswith(HELD) for word in words)
        return Piece(tuple(number(word.removeprefix(HELD)) for word in words), held)

    pieces = tuple(piece(text) for text in situation.pieces)
    denies = any(
        not context("denies").isdisjoint(word.replace("=", "").split("|"))
        for piece in situation.pieces
        for word in piece.split()
    )
    unless = number(situation.unless) if situation.unless else None
    needs = frozenset(chain(*(each.words for each in pieces)))
    return Rule(situation.groups, pieces, needs, unless, situation.reach, denies)
