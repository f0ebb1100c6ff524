"""What is passed over between the counts of a vote: its object ("za sklep o cesti"), shares, names, other languages."""

from __future__ import annotations

import re
from functools import cache

from rinsearch.sieve import Sieve
from rinsearch.sifted import Sifted
from rinsearch.tag.ballots.vote_words import bears, costs, keys
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import numbers
from rinsearch.taxonomy.phrases import phrase

NEVER = re.compile(r"(?!)")
PERCENT = re.compile(r"\(?\b\d{1,3}(?:[.,]\d{1,2})? ?%\)?")


def passed_over(text: str) -> list[tuple[int, int]]:
    """Where the object beside "za" stands, and shares beside the counts, as in "ZA 12 (80 %)"."""
    lower = text.lower()
    whole, *bare = _object() if bears(lower, "objects") else (NEVER,)
    found = [(match.start("words"), match.end()) for match in whole.finditer(text)]
    found += [match.span() for pattern in _beside().kept(text) for match in pattern.finditer(text)]
    found += [match.span() for match in PERCENT.finditer(text)] if "%" in text else []
    found += [match.span() for match in phrase("voters-in-brackets").finditer(text)] if "(" in text else []
    found += [match.span("words") for pattern in _clauses() for match in pattern.finditer(text)]
    return found + [match.span("words") for pattern in bare for match in pattern.finditer(text) if _is_object(match)]


def _is_object(match: re.Match[str]) -> bool:
    """Words that are no numbers, keys or fillers themselves: "za pobudo", not "za je glasovalo šest"."""
    words = match["words"].lower().split()
    return not any(word in numbers() or word in keys() or word in costs() for word in words)


@cache
def _object() -> tuple[re.Pattern[str], ...]:
    shapes = toml("votes.toml")["object"]
    named = ("pattern", "before", "behind", "after")
    return tuple(re.compile(r"(?<![^\W_])" + shapes[name], re.IGNORECASE) for name in named)


@cache
def _clauses() -> tuple[re.Pattern[str], ...]:
    """What is voted on in a clause, before its number and before the votes against it."""
    shapes = toml("votes.toml")["object"]
    return tuple(re.compile(r"(?<![^\W_])" + shapes[name], re.IGNORECASE) for name in ("clause", "claused"))


@cache
def _beside() -> Sieve[Sifted]:
    """The same word in another language, who is not among them, and who they are that vote."""
    words = toml("votes.toml")
    shapes = (words["beside"]["pattern"], *(r"(?<![^\W_])" + words[name]["pattern"] for name in ("but", "voting")))
    patterns = [Sifted(shape, re.IGNORECASE) for shape in shapes]
    return Sieve(zip(patterns, patterns, strict=True))
