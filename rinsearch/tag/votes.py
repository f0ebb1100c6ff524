"""Votes: counted ("za 25, proti 0, vzdržana 2", "6 ZA, 1 PROTI", "z enajstimi glasovi"), unanimous, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.sieve import Sieve
from rinsearch.tag.asked_votes import asked
from rinsearch.tag.counts import Count, counts
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pieces import Piece, runs
from rinsearch.tag.pipeline import text_of
from rinsearch.tag.roll_calls import roll_calls
from rinsearch.tag.roll_lists import roll_lists
from rinsearch.tag.vote_ratios import BEGIN, VOTER, bare, ratios, voters
from rinsearch.tag.vote_shapes import shapes
from rinsearch.tag.vote_tables import inline_votes, written
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Without one of these a passage has no vote: "za" alone stands in every second sentence.
SIGNS = (
    "glas",
    "glov",
    "proti",
    "vzdr",
    "nasprot",
    "podpr",
    "podpi",
    "podpo",
    "izid",
    "razmerj",
    "rezultat",
    "aklam",
    "dvign",
    "zoper",
    "strinja",
    "soglaša",
    "pritrdil",
)
# In small letters, as above: a search that minds no case is several times as slow. Each with what every match holds.
OTHER_SIGNS = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        ("kdo", r"\bkdo (?:je|glasuje|se strinja) "),
        ("zan", r"\bzan(?:j|je|jo|ju)\b"),
        ("za ", r"\bza (?:se|je|so|sta|jih) "),
        (" za", r"(?:st|et|em|va|ve|en|ri|je|na|bil[aoi]) za\b|[–:-] za[,;]"),
        ("vsi", r"\bvsi\b"),
        ("enotno", r"\benotno\b"),
        ("soglasen", r"\bsoglasen\b"),
        ("da je odg", r"\bda je odg"),
        ("soglasni", r"\b(?:so|si|bil[ie]) \w{0,9} ?soglasni"),
        ("enotni", r"\b(?:so|si|bil[ie]) \w{0,9} ?enotni"),
        ("odločil", r"odločil\w (?:\d|\w{3,15} (?:svetni|član))"),
        ("potrdil", r"potrdil\w (?:\d|\w{3,15} (?:svetni|član))"),
        ("vseh", r"\bvseh (?:\d|\w{3,15} (?:navz|pris|svetni|član))"),
        ("+", r"\( ?\+"),
    )
)
SIGNS_WITH_FIGURE = re.compile(r"\bz ?[:=–-] ?\d|\bz ?a\W{0,3}\d|\d\)? za\b|\d ?[/:–-] ?\d|\d ?\+ ?[,;/]|\bda\W{1,3}\d")
FIGURE = re.compile(r"\d")
VOTING = re.compile(r"gl(?:as|ov)", re.IGNORECASE)
ANNOUNCED = re.compile(r"glas\w{0,10}[^.]{0,20}$|[\[(]$", re.IGNORECASE)
BEGINS = re.compile(r"(?:^|[.!?:;)\]–-]|[\[(]|soglasno,|sprejeto,|kdo je) ?$", re.IGNORECASE)
ENDS = re.compile(r" ?(?:$|[.;)\]|]|, ?(?:sprejet|ni sprejet)|\(soglasno)", re.IGNORECASE)
ALL = re.compile(r"(?<![^\W_])(?:vs(?:eh|i|a)|(?:pre)?ostal(?:ih|i)|drug(?:ih|i)) \(?$", re.IGNORECASE)
ALL_OF = re.compile(r"(?<![^\W_])vs(?:eh|i|e)(?![^\W_])[^.,;:]{0,25}$", re.IGNORECASE)
IS_VOTER = re.compile(VOTER, re.IGNORECASE)
# A preposition stands before no verb: "Za je bilo 14 članov", "Za se je izreklo 14 svetnikov".
ADVERB = re.compile(r"(?<![^\W_])za(?:nj\w?)? (?:pa )?(?:se |jih |je |so |sta |bil[aoi]? )", re.IGNORECASE)
STANDS_FOR = re.compile(r"(?:zanj\w?|podp\w+|strinja\w*|soglaša\w*|pritrdil\w)", re.IGNORECASE)
RAISED = re.compile(r"\brok[eo]\b", re.IGNORECASE)
DENIED = re.compile(
    r"(?<![^\W_])ni(?:so|sta|smo)?(?: bil[aoi]?)?(?: (?:sprejet|potrjen|izglasovan|podprt|sprejel|potrdil)[aoie]?)? $",
    re.IGNORECASE,
)
VOTED = re.compile(r"glas|\bbil[aoi]?\b|podp|\brok[eo]\b|strinja|izrek|opredel|\bso za\b", re.IGNORECASE)


def votes(doc: Doc) -> Iterator[Find]:
    """Find votes; the value is "for=25 against=0 abstained=2 present=", "unanimous" or "without_vote"."""
    text = text_of(doc)
    lower = text.lower()
    if not (any(map(lower.__contains__, SIGNS)) or _has_other_sign(lower)):
        return
    found = [each for run in runs(text) for each in _in_run(text, run)]
    yield from earliest(
        (
            *roll_calls(text, lower),
            *asked(text, lower),
            *roll_lists(text, lower),
            *inline_votes(text),
            *found,
            *ratios(text, lower),
            *shapes(text, lower),
            *bare(text, lower),
        )
    )
    for value, pattern in _phrases().kept(lower):
        for match in pattern.finditer(text):
            if value != "unanimous" or not DENIED.search(text[max(0, match.start() - 40) : match.start()]):
                yield Find("vote", value, match.start(), match.end(), f"vote.{value}")


def _has_other_sign(lower: str) -> bool:
    if FIGURE.search(lower) and SIGNS_WITH_FIGURE.search(lower):
        return True
    return any(sign in lower and pattern.search(lower) for sign, pattern in OTHER_SIGNS)


def _in_run(text: str, run: list[Piece]) -> Iterator[Find]:
    for group in _groups(counts(run)):
        found = {count.key: str(count.number) for count in group}
        start, end = min(count.start for count in group), max(count.end for count in group)
        told = None if "for" in found else voters(text, start)
        if told is not None:
            found["for"], start = str(told[0]), told[1]
        elif found.keys() == {"against"} and ALL_OF.search(text[max(0, start - 30) : start]):
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
        return bool(VOTED.search(words))  # "vseh 14 navzočih je glasovalo za", not "za vseh 14 prisotnih otrok"
    if len(keys) > 1 or "present" in keys:
        return keys > {"present"} or "present" not in keys
    if VOTING.search(words) or (BEGINS.search(before) and ENDS.match(after) and keys == {"for"}):
        return True
    if keys == {"for"} and _tells_voters(before, words, after):
        return True
    shouted = keys != {"for"} or "ZA" in words or ":" in words
    return shouted and bool(ANNOUNCED.search(before))


def _tells_voters(before: str, words: str, after: str) -> bool:
    """ "Za je bilo 14 članov", "Predlog je podprlo 14 svetnikov", "14 članov je bilo za"; not "14 članov za pomoč"."""
    counted = IS_VOTER.search(words + after)
    if ADVERB.search(words) or STANDS_FOR.search(words):
        return bool(counted) or bool(RAISED.search(words))
    told = IS_VOTER.search(words) or (ALL.search(before) and VOTED.search(words))
    return bool(told) and bool(ENDS.match(after))


@cache
def _phrases() -> Sieve[tuple[str, re.Pattern[str]]]:
    phrases = toml("votes.toml")["phrases"]
    named = [(each["value"], re.compile(BEGIN + each["pattern"], re.IGNORECASE)) for each in phrases]
    return Sieve(((value, pattern), pattern) for value, pattern in named)
