"""A query made wider: words that mean a target group also find the other words for it, and for its narrower groups.

What those words are need not be listed here: every passage was tagged, and its tags stand among its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from rinsearch.index.query import And, Close, Or, Query, Wide, Word
from rinsearch.language import fold, lemma_key, tokenize
from rinsearch.taxonomy import GroupVariant, group_variants, target_groups

LONGEST_WORDING = 6  # words; longer ones are not typed as a query
KINDS = ("phrase", "people", "field")  # wordings that mean their group wherever they stand
INFLECTED = 3  # letters at a word's end that its inflection may change
SHORTEST_STEM = 6  # letters; shorter ones are of too many words
Forms = Mapping[tuple[str, ...], tuple[str, ...]]  # the groups of wordings by their folded words


def widened(query: Query) -> Query:
    """The query with every wording of a target group widened; what is excluded or quoted stays as it is.

    >>> widened(Word("starostniki"))
    Wide(part=Word(text='starostniki', start=0), values=('starejsi',))
    """
    match query:
        case Word():
            groups = _groups((query,))
            return Wide(query, groups) if groups else query
        case And(parts):
            return replace(query, parts=tuple(_joined(parts)))
        case Or(parts) | Close(parts):
            return replace(query, parts=tuple(widened(part) for part in parts))
        case _:
            return query


def _joined(parts: Sequence[Query]) -> list[Query]:
    """The longest wordings among words side by side, each as one part."""
    found: list[Query] = []
    at = 0
    while at < len(parts):
        words = list(takewhile(lambda part: isinstance(part, Word), parts[at : at + LONGEST_WORDING]))
        length = next((size for size in range(len(words), 1, -1) if _groups(words[:size])), 1)
        run = tuple(words[:length]) if words else ()
        found.append(Wide(And(run), _groups(run)) if length > 1 else widened(parts[at]))
        at += length
    return found


def _groups(words: Sequence[Query]) -> tuple[str, ...]:
    typed = [word.text for word in words if isinstance(word, Word)]
    key = tuple(fold(lemma_key(each)) for each in typed)
    folded = tuple(map(fold, typed))
    same: Forms = dict(_wordings().get(folded, {}))
    inflected = {form: groups for form, groups in _wordings().get(key, {}).items() if _alike(folded, form)}
    if not same and not inflected and len(folded) == 1:
        same = _of_stem(folded[0])
    return tuple(dict.fromkeys(group for groups in (*same.values(), *inflected.values()) for group in groups))


def _of_stem(word: str) -> Forms:
    """The wordings that differ in their ending alone: the lemma of "ostarelih" is not that of "ostareli"."""
    stems = (word[:-cut] for cut in range(1, INFLECTED + 1) if len(word) - cut >= SHORTEST_STEM)
    return next((dict(_stems()[stem]) for stem in stems if stem in _stems()), {})


@cache
def _stems() -> Mapping[str, Forms]:
    known: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for forms in _wordings().values():
        for form, groups in forms.items():
            if len(form) == 1 and len(form[0]) > SHORTEST_STEM:
                known.setdefault(form[0][:-1], {})[form] = groups
    return known


def _alike(typed: Sequence[str], form: Sequence[str]) -> bool:
    """Whether both can be forms of the same words: the lemma of "starejši" is "star", which means no people."""
    return all(
        one[: max(2, len(two) - INFLECTED)] == two[: max(2, len(two) - INFLECTED)]
        for one, two in zip(typed, form, strict=True)
    )


@cache
def _wordings() -> Mapping[tuple[str, ...], Forms]:
    """Wordings by their folded keys, and by their folded forms (for words typed without carons)."""
    known: dict[tuple[str, ...], dict[tuple[str, ...], tuple[str, ...]]] = {}
    labels = [(group.label_sl, (group.id,)) for group in target_groups().values()]
    worded = [(each.text, (each.group,)) for each in group_variants() if _means_one(each)]
    for text, groups in [*labels, *worded]:
        tokens = tokenize(text)
        form = tuple(fold(token.text) for token in tokens)
        for key in {tuple(fold(token.key) for token in tokens), form} if len(tokens) <= LONGEST_WORDING else ():
            known.setdefault(key, {})[form] = groups
    return known


def _means_one(variant: GroupVariant) -> bool:
    """Whether a wording means its group by itself: of two groups at once ("otroci z ovirami"), neither does."""
    return variant.kind in KINDS and not variant.has_clause and not variant.also
