"""Votes told in a whole phrase: "vsi navzoči (12) za", "od 14 navzočih jih je 11 dvignilo roko"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rinsearch.sifted import Sifted
from rinsearch.tag.ballots.vote_ratios import BEGIN
from rinsearch.tag.ballots.vote_tables import written
from rinsearch.tag.ballots.vote_words import KEYS
from rinsearch.tag.finds import Find
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

NUMBER = r"(?P<{}>\d{{1,2}}|[a-zčšž]{{3,20}})"
NEAR = 60  # characters before the phrase in which it may be said that its voters are against


def shapes(text: str, lower: str) -> Iterator[Find]:
    """Counts of a phrase that is known as a whole; ``lower`` is the same text in small letters."""
    for sign, pattern in _patterns():
        for match in pattern.finditer(text) if sign in lower else ():
            found = {key: number_of(word) for key, word in match.groupdict().items() if word}
            against = phrase("voters-against-before").search(text[max(0, match.start() - NEAR) : match.start()])
            if None not in found.values() and not against:
                yield Find("vote", written(_dealt(found)), match.start(), match.end(), "vote.bare")


def _dealt(found: dict[str, int | None]) -> dict[str, str]:
    """ "Za in proti je glasovalo po šest svetnikov": one number for both."""
    both = found.pop("both", None)
    counts = dict.fromkeys(("for", "against"), both) if both is not None else found
    return {key: str(number) for key, number in counts.items()}


@cache
def _patterns() -> tuple[tuple[str, Sifted], ...]:
    """Each with what stands in every text that it matches."""
    named = [(each["sign"], _written_out(each["pattern"])) for each in toml("votes.toml")["told"]["shapes"]]
    return tuple((sign, Sifted(BEGIN + pattern, re.IGNORECASE)) for sign, pattern in named)


def _written_out(pattern: str) -> str:
    pattern = pattern.replace("TAIL", toml("votes.toml")["told"]["tail"])
    for key in (*KEYS, "both"):
        pattern = pattern.replace(f"<{key}>", NUMBER.format(key))
    return pattern.replace("VOTER", phrase("voter").pattern)
