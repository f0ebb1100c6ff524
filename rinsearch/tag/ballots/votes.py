"""Votes: counted ("za 25, proti 0, vzdržana 2", "6 ZA, 1 PROTI", "z enajstimi glasovi"), unanimous, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.sieve import Sieve
from rinsearch.sifted import Sifted
from rinsearch.tag.ballots.asked_votes import asked
from rinsearch.tag.ballots.counts import Count, counts
from rinsearch.tag.ballots.pieces import Piece, runs
from rinsearch.tag.ballots.roll_calls import roll_calls
from rinsearch.tag.ballots.roll_lists import roll_lists
from rinsearch.tag.ballots.vote_ratios import BEGIN, bare, ratios, versus, voters
from rinsearch.tag.ballots.vote_shapes import shapes
from rinsearch.tag.ballots.vote_tables import inline_votes, written
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIGURE = re.compile(r"\d")


def votes(doc: Doc) -> Iterator[Find]:
    """Find votes; the value is "for=25 against=0 abstained=2 present=", "unanimous" or "without_vote"."""
    text = text_of(doc)
    lower = text.lower()
    if not (any(map(lower.__contains__, _signs())) or _has_other_sign(lower)):
        return
    found = [each for run in runs(text) for each in _in_run(text, run)]
    yield from earliest(
        (
            *roll_calls(text, lower),
            *asked(text, lower),
            *roll_lists(text, lower),
            *inline_votes(text),
            *versus(text, lower),
            *found,
            *ratios(text, lower),
            *shapes(text, lower),
            *bare(text, lower),
        )
    )
    for value, pattern in _phrases().kept(text):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            if value != "unanimous" or not phrase("vote-denied").search(before):
                yield Find("vote", value, match.start(), match.end(), f"vote.{value}")


def _has_other_sign(lower: str) -> bool:
    if FIGURE.search(lower) and phrase("vote-sign-with-figure").search(lower):
        return True
    return any(sign in lower and pattern.search(lower) for sign, pattern in _other_signs())


def _in_run(text: str, run: list[Piece]) -> Iterator[Find]:
    for group in _groups(counts(run)):
        found = {count.key: str(count.number) for count in group}
        start, end = min(count.start for count in group), max(count.end for count in group)
        told = None if "for" in found else voters(text, start)
        if told is not None:
            found["for"], start = str(told[0]), told[1]
        elif found.keys() == {"against"} and phrase("voters-all-of-them").search(text[max(0, start - 30) : start]):
            found["for"] = "0"  # "vsi člani (7) glasovali proti predlogu"
        if told is not None or _is_vote(text, group):
            yield Find("vote", written(found), start, end, "vote.counted")


def _groups(found: list[Count]) -> Iterator[list[Count]]:
    """Counts that follow one another, each key once."""
    group: list[Count] = []
    for count in found:
        if count.key in {each.key for each in group}:
            yield group
            group = []
        group.append(count)
    if group:
        yield group


def _is_vote(text: str, group: list[Count]) -> bool:
    """ "za 25 otrok" is none: a second count, *glas*, an announced vote or a sentence of its own must be there."""
    keys = {count.key for count in group}
    start, end = min(count.start for count in group), max(count.end for count in group)
    before, words, after = text[:start][-40:], text[start:end], text[end:][:40]
    if keys == {"for", "present"} and group[0].end > group[1].start:  # the same number for both
        return bool(phrase("voted-verb").search(words))  # "vseh 14 navzočih je glasovalo za", not "za vseh 14 otrok"
    if len(keys) > 1 or "present" in keys:
        return keys > {"present"} or "present" not in keys
    if phrase("vote-word").search(words) or (keys == {"for"} and _stands_apart(before, after)):
        return True
    if keys == {"for"} and _tells_voters(before, words, after):
        return True
    shouted = keys != {"for"} or phrase("vote-shouted").search(words)
    return bool(shouted and phrase("vote-announced").search(before))


def _stands_apart(before: str, after: str) -> bool:
    return bool(phrase("vote-begins").search(before) and phrase("vote-ends").match(after))


def _tells_voters(before: str, words: str, after: str) -> bool:
    """ "Za je bilo 14 članov", "Predlog je podprlo 14 svetnikov", "14 članov je bilo za"; not "14 članov za pomoč"."""
    voter = phrase("voter")
    if phrase("voted-for-adverb").search(words) or phrase("voted-for-verb").search(words):
        return bool(voter.search(words + after) or phrase("hand-raised").search(words))
    every = phrase("voters-all-before").search(before) and phrase("voted-verb").search(words)
    return bool((voter.search(words) or every) and phrase("vote-ends").match(after))


@cache
def _signs() -> tuple[str, ...]:
    """Without one of these a passage has no vote: "za" alone stands in every second sentence."""
    return tuple(toml("votes.toml")["sign"]["stems"])


@cache
def _other_signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What else a vote is known by in small letters, each with what stands in all that it matches."""
    shapes = toml("votes.toml")["sign"]["shapes"]
    return tuple((each["holds"], re.compile(each["pattern"])) for each in shapes)


@cache
def _phrases() -> Sieve[tuple[str, Sifted]]:
    phrases = toml("votes.toml")["phrases"]
    named = [(each["value"], Sifted(BEGIN + each["pattern"], re.IGNORECASE)) for each in phrases]
    return Sieve(((value, pattern), pattern) for value, pattern in named)
