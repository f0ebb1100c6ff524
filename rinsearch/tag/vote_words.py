"""The words of votes: keys of counts, numbers in words, and what it costs to pair a number with a key over a word."""

from __future__ import annotations

import re
from functools import cache

from rinsearch.taxonomy import fold, toml

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
}
GLUE_COST = 1.0
FILL_COST = 0.01  # of two ways that are alike the nearer one


def bears(lower: str, name: str) -> bool:
    """Whether a text in small letters has what such votes are looked for by: a word of each of the lists."""
    return all(any(word in lower for word in some) for some in _needed()[name])


def number_of(word: str) -> int | None:
    """A number in figures or in words; nothing where it is neither."""
    return int(word) if word.isdigit() else numbers().get(word.lower())


@cache
def numbers() -> dict[str, int]:
    """Numbers in words in all their forms, to 49, and the words for none."""
    words = toml("votes.toml")
    stems = words["stems"]
    known = {stem: number for number, stem in enumerate(stems["teens"], start=5)} | stems["inflected"]
    for tens, ten in enumerate(stems["tens"], start=2):
        known |= {ten: tens * 10}
        for number, ones in enumerate(stems["ones"], start=1):
            known |= {f"{one}{stems['and']}{ten}": tens * 10 + number for one in ones}
    forms = {stem + ending: number for stem, number in known.items() for ending in stems["endings"]}
    forms |= {stem + ending: n for n, stem in enumerate(stems["collective"], start=2) for ending in "aeio"}
    known = {**forms, **words["numbers"], **dict.fromkeys(words["none"]["words"], 0)}
    return {fold(form): number for form, number in known.items()} | known  # "stirje" where a scan lost the carons


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
    return {word: sign for sign in ("of", "all", "and") for word in toml("votes.toml")["signs"][sign]}


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
