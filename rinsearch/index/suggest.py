"""Did you mean …? From the words of the index itself, so that a suggestion always finds something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from rinsearch.index.base import EXACT, WORDS, Engine, Match, Page
from rinsearch.index.expand import expand, keys_of
from rinsearch.index.near import near
from rinsearch.index.query import And, Not, Or, Phrase, Query, Word, both, either, leaves, printed
from rinsearch.language import fold

LONG_WORD = 5  # letters, from which on two mistakes are believed
LOOKED_AT = 20  # spellings whose frequency is compared
MOST_WORDS = 5  # unknown words of a query that are corrected: each costs a walk through a twentieth of the vocabulary


def suggestion(engine: Engine, typed: Query, limits: Query | None, total: int) -> str | None:
    """The query with unknown words replaced by the nearest known ones, where that finds more than ``total``.

    Where a phrase is nowhere, its words without the quotation marks, where they are found.
    """
    unknown = list(islice(_unknown(engine, typed), MOST_WORDS))
    better = {word: found for word in unknown if (found := _nearest(engine, word))}
    corrected = _replaced(typed, better)
    tried = [corrected, *(map(_loose, (typed, corrected)) if total == 0 else ())]
    for query in dict.fromkeys(tried):
        if query != typed and _total(engine, query, limits) > total:
            return printed(query)
    return None


def _total(engine: Engine, query: Query, limits: Query | None) -> int:
    clause, _ = expand(query if limits is None else both(query, limits), engine)
    return engine.search(clause, Page(0)).total


def _loose(query: Query) -> Query:
    """Phrases as words in any form and order; not those that are to be missing, for that would find less."""
    match query:
        case And(parts):
            return both(*map(_loose, parts))
        case Or(parts):
            return either(*map(_loose, parts))
        case Phrase(forms) if len(forms) > 1:
            return both(*(Word(form, query.start) for form in forms))
        case Phrase((form,)):
            return Word(form, query.start)
        case _:
            return query


def _unknown(engine: Engine, typed: Query) -> Iterator[str]:
    """Words that stand nowhere in the index in any form, and words of phrases that stand nowhere in this form."""
    for leaf in leaves(typed):
        match leaf:
            case Word(text) if text.isalpha() and not engine.search(Match(WORDS, keys_of(text, engine)), Page(0)).total:
                yield text
            case Phrase(forms):
                yield from (form for form in forms if form.isalpha() and not any(engine.words(fold(form), whole=True)))


def _nearest(engine: Engine, word: str) -> str | None:
    """The known form with the fewest mistakes; of several the most frequent."""
    best = sorted(_alike(engine, word))[:LOOKED_AT]
    forms = [form for _, form in best]
    frequency = engine.search(Match(EXACT, tuple(forms)), Page(0)).frequencies if forms else {}
    return min(best, key=lambda pair: (pair[0], -frequency.get(pair[1], 0), pair[1]))[1] if best else None


def _alike(engine: Engine, word: str) -> Iterator[tuple[int, str]]:
    folded = fold(word)
    most = 2 if len(folded) >= LONG_WORD else 1
    for known in engine.words(folded[:1]):
        distance = near(folded, known.folded, most)
        if distance is not None:
            yield distance, known.form


def _replaced(query: Query, better: dict[str, str]) -> Query:
    match query:
        case And(parts) | Or(parts):
            return replace(query, parts=tuple(_replaced(part, better) for part in parts))
        case Not(part):
            return Not(_replaced(part, better))
        case Word(text) if text in better:
            return replace(query, text=better[text])
        case Phrase(forms):
            return replace(query, forms=tuple(better.get(form, form) for form in forms))
        case _:
            return query
