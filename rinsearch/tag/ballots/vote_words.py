"""The words of votes: keys of counts, and what it costs to pair a number with a key over a word."""

from __future__ import annotations

import re
from functools import cache

from rinsearch.taxonomy import toml

KEYS = ("for", "against", "abstained", "present")
QUOTES = '"»«„“”'
BRACKET, COLON = 0.9, 0.25
SEPARATORS = {
    **dict.fromkeys("([", BRACKET),
    **dict.fromkeys(",;/|)]+&•·▪", 1.0),
    **dict.fromkeys("–-", 0.5),
    ".": 2.0,
    ":": COLON,
    "?": COLON,  # "Kdo je za? 9. Proti? 16."
    "=": 0.0,
    "…": 0.0,  # the points from a word to its number: "Proti ...... 1"
    "_": 0.0,
}
GLUE_COST = 1.0
FILL_COST = 0.01  # of two ways that are alike the nearer one


def bears(lower: str, name: str) -> bool:
    """Whether a text in small letters has what such votes are looked for by: a word of each of the lists."""
    return all(any(word in lower for word in some) for some in _needed()[name])


@cache
def keys() -> dict[str, str]:
    """The words of counts, in small letters, to what is counted."""
    return {word: key for key, words in toml("votes.toml")["keys"].items() if key in KEYS for word in words}


@cache
def answers() -> dict[str, str]:
    """Answers on ballots, in capitals."""
    return {word: key for key, words in toml("votes.toml")["answers"].items() if key in KEYS for word in words}


@cache
def keyed() -> re.Pattern[str]:
    """The words of counts; a scan's "PR0TI" and "Z A", too."""
    words = sorted({*keys(), "vzdr"}, key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace("o", "[o0]") for word in words if not word.startswith("vzdr"))
    first = "".join(sorted({word[0] for word in words}))
    begun = rf"(?=[{first}{first.upper()}])(?i:vzdr|(?:z a|{spelled})(?![^\W_]))"
    return re.compile(rf"(?<![^\W_])(?:{begun}|(?:{'|'.join(answers())})(?![^\W_]))")


@cache
def signs() -> dict[str, str]:
    """Words that say how a number or a word beside them is meant."""
    return {word: sign for sign in ("of", "all", "and", "rest") for word in toml("votes.toml")["signs"][sign]}


@cache
def costs() -> dict[str, float]:
    """What it costs to pair a number with a key over a word or sign."""
    words = toml("votes.toml")
    filled = dict.fromkeys(words["fill"]["words"], FILL_COST)
    glued = dict.fromkeys(words["glue"]["words"], GLUE_COST)
    return {**filled, **glued, **SEPARATORS, **dict.fromkeys(QUOTES, 0.0)}


@cache
def _needed() -> dict[str, list[list[str]]]:
    return {each["votes"]: each["bears"] for each in toml("votes.toml")["needed"]}
