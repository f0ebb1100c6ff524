"""Votes without the words *za* and *proti*: "z izidom 12 : 3", "(14/0/1)", "sprejeto s 14 glasovi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rinsearch.sieve import Sieve
from rinsearch.tag.finds import Find
from rinsearch.tag.pieces import number_of
from rinsearch.tag.vote_tables import written
from rinsearch.taxonomy import toml

BEGIN = r"(?<![^\W_])"
NUMBER = r"(?P<number>\d{1,2}|[a-zčšž]{3,20})"
VOTER = r"(?:članov|članic|člani|članice|svetni[kc]\w{0,2}|oseb|odbornikov)"
VOTERS = re.compile(
    r"(?:odločil|izrekl|opredelil|potrdil|sprejel|izglasoval|pritrdil|podprl)[oia] (?:\w{2,12} ){0,2}?"
    rf"{NUMBER} (?:(?:prisotnih|navzočih) )?{VOTER}",
    re.IGNORECASE,
)
GOT = re.compile(rf"(?:dobil|prejel)[aoi]? {NUMBER} glas(?:ov|ove|a|u)?(?![^\W_])(?! (?:proti|za)\b)", re.IGNORECASE)
ALONE = re.compile(
    rf"(?<![^\W_])(?:s|z|vseh?|vsemi|večino) {NUMBER} glas(?:ovi|ovoma|om|ov)(?![^\W_])",
    re.IGNORECASE,
)
BACKED = re.compile(rf"(?<![^\W_])s podporo {NUMBER}(?: od \d{{1,2}})? {VOTER}", re.IGNORECASE)
MAJORITY = re.compile(rf"(?<![^\W_])večin\w{{1,2}} (?:glasov )?[(,–-]? ?{NUMBER} (?:od|izmed) \w", re.IGNORECASE)
# Each with what stands in every one of them.
SIGNED = (("podporo", BACKED), ("večin", MAJORITY), ("il", VOTERS), ("glas", GOT))
PAIR = re.compile(r"\d ?[-–:/] ?\d|\d ?\(? ?\+|proti|\bp ?[:=]")  # in small letters
NEXT = re.compile(r"[.!?] [A-ZČŠŽ]|\n\n")
DECIDED = re.compile(
    r"glas|sprej|potrje|potrdi|izglas|zavrn|odloč|podpr|sklep|seznan|imen(?:ova|uje)|razreš|izvoli|poziva"
    r"|na (?:vednost|znanje)|(?:dal\w?|daje) soglas",
    re.IGNORECASE,
)
PROPOSAL = re.compile(r"predlog|sklep|načrt|pobud", re.IGNORECASE)
LOST = re.compile(r"zavr[nž]|propad|ni (?:bil\w? )?(?:sprejet|potrjen|izglasovan)", re.IGNORECASE)
CLOCK = re.compile(r"\d\d? ?[:.] ?(?:00|15|30|45)(?!\d)|\d ?[-–:/] ?0\d|^0\d")
REACH = 60  # characters from "s 27 glasovi" to the counts behind it
DECIDED_REACH = 200  # characters from what was decided to its counts in brackets


def ratios(text: str, lower: str) -> Iterator[Find]:
    """Both numbers at once; ``lower`` is the same text in small letters."""
    for pattern in _ratio_patterns().kept(lower) if PAIR.search(lower) else ():
        for match in pattern.finditer(text):
            found = {key: number_of(number) for key, number in match.groupdict().items() if number}
            if None not in found.values() and _is_ratio(text, match):
                value = written({key: str(number) for key, number in found.items()})
                yield Find("vote", value, match.start("for"), match.end(), "vote.ratio")


def bare(text: str, lower: str) -> Iterator[Find]:
    """ "Izglasovan s 27 glasovi", "predlog je podprla večina (9 od 13)": the word *za* is left out."""
    for match in ALONE.finditer(text) if "glas" in lower else ():
        around = text[max(0, match.start() - 40) : match.end() + 40]
        if not LOST.search(around):
            yield from _for(match)
    if not PROPOSAL.search(lower):
        return
    for sign, pattern in SIGNED:
        for match in pattern.finditer(text) if sign in lower else ():
            if PROPOSAL.search(text[max(0, match.start() - REACH) : match.end() + REACH]):
                yield from _for(match)


def voters(text: str, start: int) -> tuple[int, int] | None:
    """Who voted for it and where that stands, told without *za* before the counts: "odločilo je 12 svetnikov"."""
    reach = max(0, start - REACH)
    found = (pattern.search(text, reach, start) for pattern in (ALONE, VOTERS, GOT))
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
    named = words[1:3] == "za"
    if words[:1] in "([;" and not named and (CLOCK.search(words) or not _decided_before(text, match.start())):
        return False
    return not words.startswith("razmerj") or bool(DECIDED.search(text))


def _decided_before(text: str, at: int) -> bool:
    """Whether something is decided right before a place, or farther back in the same sentence."""
    if DECIDED.search(text[max(0, at - REACH) : at]):
        return True
    return DECIDED.search(NEXT.split(text[max(0, at - DECIDED_REACH) : at])[-1]) is not None


@cache
def _ratio_patterns() -> Sieve[re.Pattern[str]]:
    """ "z izidom 12 proti 3"; and bare counts: "(5/0)" behind a resolution, "Glasovanje: 15-0-0"."""
    ratio = toml("votes.toml")["ratio"]
    shapes = (
        *(BEGIN + ratio[name] for name in ("pattern", "decided", "dative", "counted", "initials")),
        *(ratio[name] for name in ("bare", "triple", "signs", "plus", "object", "bracket", "behind")),
    )
    patterns = [re.compile(shape, re.IGNORECASE) for shape in shapes]
    return Sieve(zip(patterns, patterns, strict=True))
