"""Query tree -> clause for an engine: lemma keys, the forms that the index knows, and what to mark in a hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rinsearch.index.base import (
    CONTEXT,
    EXACT,
    LAST,
    TAG,
    WORDS,
    Between,
    Both,
    Clause,
    Either,
    Engine,
    Everything,
    InOrder,
    Match,
    Near,
    Scope,
    Without,
)
from rinsearch.index.entries import surface
from rinsearch.index.near import near
from rinsearch.index.query import And, Close, Field, Fuzzy, Leaf, Not, Or, Phrase, Prefix, Query, Tagged, Wide, Word
from rinsearch.language import fold, tokenize
from rinsearch.matching import ANY_REGION, beginning, holds
from rinsearch.taxonomy import descendants, regions, target_groups

PREFIX_FORMS = 1_000  # surface forms that a prefix stands for; "po*" has more in 20,000 passages
FUZZY_KEYS = 50
SHARED_LETTERS = 2  # a word and its fuzzy variants begin alike, so that not the whole vocabulary is compared
SHORT_WORD = 2  # letters: v, z, na, za, in, se … say nothing about a passage


@dataclass(frozen=True, slots=True)
class Marks:
    """What matched, for ranking and highlighting: terms of each asked word, surface forms, phrases, values of tags."""

    groups: tuple[frozenset[str], ...] = ()
    forms: frozenset[str] = frozenset()
    phrases: tuple[tuple[frozenset[str], ...], ...] = ()
    lemmas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


def expand(query: Query, engine: Engine) -> tuple[Clause, Marks]:
    """The query as an engine takes it, and what it is looking for."""
    expander = _Expander(engine)
    clause = expander.clause(query)
    return clause, expander.marks()


def keys_of(word: str, engine: Engine) -> tuple[str, ...]:
    """The keys that a typed word stands for.

    Of a word typed without carons, the keys of all known forms that are the same without them; folding the key itself
    would rescue only two thirds of such words, the forms of the index rescue all.
    """
    tokens = tokenize(word)
    if len(tokens) != 1 or not tokens[0].text.isalpha():
        return tuple(token.key for token in tokens)
    key, form = tokens[0].key, surface(tokens[0])
    known = list(engine.words(fold(form), whole=True))
    if not form.isascii() and any(each.form == form for each in known):
        known = [each for each in known if each.form == form]
    if not known:  # an inflected form that stands nowhere: perhaps another form of its lemma does
        known = list(engine.words(fold(key), whole=True))
    return tuple(dict.fromkeys([*(each.key for each in known), key]))


class _Expander:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.groups: list[frozenset[str]] = []
        self.forms: set[str] = set()
        self.phrases: list[tuple[frozenset[str], ...]] = []
        self.lemmas: set[str] = set()
        self.tags: set[str] = set()

    def marks(self) -> Marks:
        known = frozenset(self.forms), tuple(self.phrases), frozenset(self.lemmas), frozenset(self.tags)
        return Marks(tuple(self.groups), *known)

    def clause(self, query: Query) -> Clause:
        match query:
            case And(parts):
                return Both(tuple(self.clause(part) for part in _telling(parts)))
            case Or(parts):
                return Either(tuple(self.clause(part) for part in parts))
            case Not(part):
                return Without(_Expander(self.engine).clause(part))
            case Close(parts, within):
                return self.close(parts, within)
            case Wide(part, values):
                return self.wide(part, values)
            case _:
                return self.leaf(query)

    def leaf(self, query: Leaf) -> Clause:
        match query:
            case Field("source", value):
                return Match("source", self.sources(value))
            case Field():
                return filter_clause(query)
            case Phrase(forms):
                return self.phrase(forms)
            case Prefix(text):
                return self.prefix(text)
            case Fuzzy(text, distance):
                return self.anywhere(tuple(self.fuzzy(text, distance)))
            case Tagged(value):
                terms = self.tagged((value,))
                self.groups.append(frozenset(terms))
                return Match(WORDS, terms)
            case Word(text):
                return self.anywhere(keys_of(text, self.engine))

    def close(self, parts: tuple[Query, ...], within: int) -> Clause:
        """The parts as they are, and near one another; of a phrase each word, of alternatives any."""
        clauses, places = [], []
        for part in parts:
            known = len(self.groups)
            clauses.append(self.clause(part))
            groups = [tuple(sorted(group)) for group in self.groups[known:]]
            alternatives = isinstance(part, Or) or (isinstance(part, Wide) and isinstance(part.part, Or))
            places += [tuple(term for group in groups for term in group)] if alternatives else groups
        return Both((*clauses, Near(tuple(places), within)))

    def wide(self, part: Query, values: tuple[str, ...]) -> Clause:
        """The part or tagged words, which then count as each of its words."""
        known = len(self.groups)
        clause, terms = self.clause(part), self.tagged(values)
        self.groups[known:] = [group | frozenset(terms) for group in self.groups[known:]]
        return Either((clause, Match(WORDS, terms)))

    def tagged(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """The terms of tags, with those of narrower groups."""
        known = sorted({each for value in values for each in _narrower(value)})
        self.tags.update(known)
        return tuple(TAG + each for each in known)

    def anywhere(self, keys: tuple[str, ...]) -> Clause:
        """In the passage or its context."""
        self.groups.append(frozenset(keys))
        self.lemmas.update(keys)
        return Either((Match(WORDS, keys), Match(CONTEXT, keys)))

    def prefix(self, text: str) -> Clause:
        known = list(islice(self.engine.words(fold(text)), PREFIX_FORMS))
        self.groups.append(frozenset(each.key for each in known))
        self.forms.update(each.form for each in known)
        return Match(EXACT, tuple(each.form for each in known))

    def fuzzy(self, text: str, distance: int) -> Iterator[str]:
        folded = fold(text)
        known = self.engine.words(folded[:SHARED_LETTERS])
        alike = (each.key for each in known if near(folded, each.folded, distance) is not None)
        return islice(dict.fromkeys(alike), FUZZY_KEYS)

    def sources(self, part: str) -> tuple[str, ...]:
        """The paths that hold this part; with a star or question mark, those that match the pattern as a whole."""
        known = (value for value, _ in self.engine.facets(Everything(), ["source"], Scope.DOCUMENT)["source"])
        return tuple(value for value in known if holds(value, part))

    def phrase(self, forms: tuple[str, ...]) -> Clause:
        places = tuple(self.place(form) for form in forms)
        self.groups += [frozenset(token.key for form in place for token in tokenize(form)) for place in places]
        self.phrases.append(tuple(frozenset(place) for place in places))
        return Match(EXACT, places[0]) if len(places) == 1 else InOrder(places)

    def place(self, form: str) -> tuple[str, ...]:
        """The form itself where it is known, else the known ones that are the same without carons."""
        known = [each.form for each in self.engine.words(fold(form), whole=True)]
        return (form,) if form in known or not known else tuple(dict.fromkeys(known))


def _narrower(value: str) -> frozenset[str]:
    return descendants(value) if value in target_groups() else frozenset({value})


def _telling(parts: tuple[Query, ...]) -> tuple[Query, ...]:
    """Without words of one or two small letters (v, na, in …), where there is another word: EU and RS stay."""
    telling = tuple(part for part in parts if not _says_nothing(part))
    return telling if any(not isinstance(part, Field | Not) for part in telling) else parts


def _says_nothing(part: Query) -> bool:
    return isinstance(part, Word) and len(part.text) <= SHORT_WORD and part.text.isalpha() and part.text.islower()


def filter_clause(filter: Field) -> Clause:
    """A filter as an engine takes it.

    >>> filter_clause(Field("date", "2017-09-01..2018-03-31"))
    Between(field='date', since='2017-09-01', until='2018-03-31')
    """
    name, value = filter.name, filter.value
    match name:
        case "date":
            since, _, until = value.partition("..")
            return Between(name, since, until)
        case "target_group":
            return Match(name, tuple(sorted(descendants(value))))
        case "plan" if ANY_REGION in value:
            return Either(tuple(filter_clause(Field(name, value.replace(ANY_REGION, each))) for each in regions()))
        case _:
            begins = beginning(name, value)
            same = Match(name, (value,))
            return same if begins is None else Either((same, Between(name, begins, begins + LAST)))
