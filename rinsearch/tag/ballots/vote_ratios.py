"""Votes without the words *za* and *proti*: "z izidom 12 : 3", "(14/0/1)", "sprejeto s 14 glasovi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rinsearch.sieve import Sieve
from rinsearch.sifted import Sifted
from rinsearch.tag.ballots.vote_tables import written
from rinsearch.tag.ballots.vote_words import KEYS, bears
from rinsearch.tag.finds import Find
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

BEGIN = r"(?<![^\W_])"
NEXT = re.compile(r"[.!?] [A-ZČŠŽ]|\n\n")
CLOCK = re.compile(r"\d\d? ?[:.] ?(?:00|15|30|45)(?!\d)|\d ?[-–:/] ?0\d|^0\d")
WORDED = ("pattern", "decided", "counted", "initials", "letters", "listed")  # a word stands before them
SIGNED = (
    "bare",
    "triple",
    "slashed",
    "signs",
    "signed",
    "plus",
    "object",
    "bracket",
    "behind",
    "noted",
    "below",
    "shown",
    "apart",
)
REACH = 60  # characters from "s 27 glasovi" to the counts behind it
SENTENCE_REACH = 400  # characters from "Sklep, da se svet seznani …," to "je prejel 11 glasov"
DECIDED_REACH = 200  # characters from what was decided to its counts in brackets


def ratios(text: str, lower: str) -> Iterator[Find]:
    """Both numbers at once; ``lower`` is the same text in small letters."""
    for pattern in _ratio_patterns().kept(text) if phrase("vote-ratio-sign").search(lower) else ():
        for match in pattern.finditer(text):
            yield from _counted(match) if _is_ratio(text, match) else ()


def versus(text: str, lower: str) -> Iterator[Find]:
    """ "Glasov 14 proti 3", "13 : 0 (1 vzdržan)": the first number is for it, whatever word stands behind the other."""
    for sign, pattern in _versus():
        for match in pattern.finditer(text) if sign in lower else ():
            yield from _counted(match)


def _counted(match: re.Match[str]) -> Iterator[Find]:
    """The vote with the counts of a match; none where one of them is no number."""
    found = {key: number_of(number) for key, number in match.groupdict().items() if number and key in KEYS}
    if None not in found.values():
        value = written({key: str(number) for key, number in found.items()})
        yield Find("vote", value, match.start("for"), match.end(), "vote.ratio")


def bare(text: str, lower: str) -> Iterator[Find]:
    """ "Izglasovan s 27 glasovi", "predlog je podprla večina (9 od 13)": the word *za* is left out."""
    for match in phrase("votes-alone").finditer(text) if bears(lower, "alone") else ():
        around = text[max(0, match.start() - 40) : match.end() + 40]
        if not phrase("vote-lost").search(around):
            yield from _for(match)
    if not phrase("vote-on-proposal").search(lower):
        return
    for pattern in _backing().kept(text):
        for match in pattern.finditer(text):
            if _on_proposal(text, match):
                yield from _for(match)


def _on_proposal(text: str, match: re.Match[str]) -> bool:
    """Whether a proposal is named beside such words, or their sentence begins with it: "Sklep, da …, je dobil"."""
    if phrase("vote-on-proposal").search(text[max(0, match.start() - REACH) : match.end() + REACH]):
        return True
    before = text[max(0, match.start() - SENTENCE_REACH) : match.start()]
    begins = max((each.end() - 1 for each in NEXT.finditer(before)), default=0)
    return phrase("resolution-that-begun").match(before, begins) is not None


def voters(text: str, start: int) -> tuple[int, int] | None:
    """Who voted for it and where that stands, told without *za* before the counts: "odločilo je 12 svetnikov"."""
    reach = max(0, start - REACH)
    found = (pattern.search(text, reach, start) for pattern in _voters())
    match = next((each for each in found if each and number_of(each["number"]) is not None), None)
    number = number_of(match["number"]) if match else None
    if match is None or number is None or NEXT.search(text, match.end(), start):
        return None
    return number, match.start("number")


def _for(match: re.Match[str]) -> Iterator[Find]:
    number = number_of(match["number"])
    if number is not None:
        yield Find("vote", written({"for": str(number)}), match.start("number"), match.end(), "vote.bare")


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """ "V razmerju 1 : 3", "(14:0)" is a vote only where something is decided; "(17:00)" is a time of day."""
    words = match[0].lower()
    if text[max(0, match.start() - 1) : match.start()] in ("(", "[") and CLOCK.search(words):
        return False  # "[01:12:40]" in the transcript of a recording
    named = phrase("vote-ratio-named").match(words)
    if words[:1] in "([;" and not named and (CLOCK.search(words) or not _decided_before(text, match.start())):
        return False
    return not phrase("vote-ratio-word").match(words) or bool(phrase("vote-decided").search(text))


def _decided_before(text: str, at: int) -> bool:
    """Whether something is decided right before a place, or farther back in the same sentence."""
    decided = phrase("vote-decided")
    if decided.search(text[max(0, at - REACH) : at]):
        return True
    return decided.search(NEXT.split(text[max(0, at - DECIDED_REACH) : at])[-1]) is not None


@cache
def _ratio_patterns() -> Sieve[Sifted]:
    """ "z izidom 12 proti 3"; and bare counts: "(5/0)" behind a resolution, "Glasovanje: 15-0-0"."""
    ratio = toml("votes.toml")["ratio"]
    shapes = (*(BEGIN + ratio[name] for name in WORDED), *(ratio[name] for name in SIGNED))
    patterns = [Sifted(shape, re.IGNORECASE) for shape in shapes]
    return Sieve(zip(patterns, patterns, strict=True))


@cache
def _versus() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each with what stands in every text that it matches."""
    shapes = (("proti", "versus"), ("proti", "dative"), ("vzdrž", "abstaining"))
    ratio = toml("votes.toml")["ratio"]
    return tuple((sign, re.compile(BEGIN + ratio[name], re.IGNORECASE)) for sign, name in shapes)


@cache
def _voters() -> tuple[Sifted, ...]:
    return phrase("votes-alone"), phrase("voters-decided"), phrase("votes-got"), phrase("votes-by-hands")


@cache
def _backing() -> Sieve[Sifted]:
    """Who stood behind a proposal, told without *za*."""
    patterns = (phrase("votes-backing"), phrase("votes-of-majority"), phrase("voters-deciding"), *_voters()[1:])
    return Sieve(zip(patterns, patterns, strict=True))
