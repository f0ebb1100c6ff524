"""Sessions: "21. redna seja", "na 19. (dopisni) seji", "2. korespondenčne seje", "XXI. seja"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.ordinals import ordinals
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import fold, session_kinds, toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

NUMBER = r"(?<![\d.,/–-])(?P<number>0{0,2}[1-9]\d{0,2})\. ?"
ROMAN = r"(?<![\w.,/–-])(?-i:(?=[XVIL])(?P<roman>(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})))\. ?"
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
NOUN = r"sej(?:a|e|i|o|ah|am|ami)?(?![^\W_])"
ENDINGS = r"(?:a|e|i|o|ega)"
SESSION = re.compile(r"\bsej", re.IGNORECASE)
BEFORE, BEHIND = 90, 50  # characters: "14. redne in 3. (dopisne) seje", "seja s številko 12"
FIGURE = re.compile(r"\d")
NUMBERED = frozenset(
    {"numbered", "unstopped", "bracketed", "labelled", "shared", "behind"}
)  # their matches hold a figure
# What else stands in every match of a rule, or right before it; few texts with a session have any of these.
SIGNS = {
    "bracketed": re.compile(r"\("),
    "labelled": re.compile(":"),
    "behind": re.compile("[šŠ][tT]"),
    "counted": re.compile(":"),
    "roman": re.compile(r"[XVIL]\."),
}
AGAIN = r"(?! (?:zapored|po vrsti))"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = _choice(_kind_forms())
    kind = rf"\(?(?P<kind>{kinds})\)?"
    # "25 redne seje" lacks its full stop; "3 redne seje" may be three, and more than four would be "rednih".
    genitive = _choice(each for each in _kind_forms() if each.endswith("e"))
    ordinal = rf"(?<![^\W_])(?P<ordinal>{_choice(ordinals())}){ENDINGS}"
    later = rf"(?<![^\W_])(?P<ordinal>{_choice(each for each, number in ordinals().items() if number > 2)}){ENDINGS}"
    shapes = (
        ("numbered", rf"{NUMBER}(?:{kind} )?(?:\((?:{kinds})\) )?{NOUN}"),
        ("unstopped", rf"(?<![\d.,/–-])(?P<number>[5-9]|[1-9]\d) (?P<kind>{genitive}) seje(?![^\W_])"),
        ("bracketed", rf"(?<=\(){NUMBER}{kind}(?=\))"),
        ("labelled", rf"(?<![^\W_])sej[ae]: ?{NUMBER}{kind}(?![^\W_])"),
        ("shared", rf"{NUMBER}{kind}(?= (?:in|ter|oziroma) (?:na )?\d{{1,3}}\. ?(?:\w{{1,20}} )?{NOUN})"),
        (
            "behind",
            rf"(?:{kind} )?{NOUN},? (?:s )?(?:zaporedno )?št(?:\.|evilka|evilko)? ?(?P<number>\d{{1,3}})(?![\d/.-])",
        ),
        (
            "counted",
            r"(?<![^\W_])(?:zaporedna )?(?:številka|št\.|zap\. ?št\.) seje ?: ?(?P<number>0?[1-9]\d{0,2})(?![\d/-])",
        ),
        ("roman", rf"{ROMAN}(?:{kind} )?{NOUN}"),
        ("ordinal", rf"{ordinal} {kind} {NOUN}"),
        ("in_words", rf"{later} {NOUN}{AGAIN}"),
        ("kind", rf"(?<![^\W_]){kind} {NOUN}"),
    )
    return tuple((name, re.compile(shape, re.IGNORECASE)) for name, shape in shapes)


def _choice(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first: what several begin with is looked at once for all of them.

    >>> _choice(["tretj", "tri", "t"])
    't(?:r(?:i|etj)|)'
    """
    by_first = groupby(sorted(words, reverse=True), key=lambda word: word[:1])
    ways = [re.escape(first) + (_choice(word[1:] for word in some) if first else "") for first, some in by_first]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _kind_forms() -> set[str]:
    """Kinds as they are written, with and without carons."""
    kinds = toml("sessions.toml")["kinds"]
    endings = ("a", "e", "i", "o", "ih")
    written = {stem + ending for kind in kinds for stem in kind["stems"] for ending in endings}
    return written | set(map(fold, written))


def sessions(doc: Doc) -> Iterator[Find]:
    """Find sessions; the value is "21/redna", "21/" without a kind, "/dopisna" without a number."""
    text = text_of(doc)
    around = _around(text)
    yield from earliest(
        Find("session", _value(match), match.start(), match.end(), f"session.{rule}")
        for rule, pattern in (_patterns() if around else ())
        if rule not in SIGNS or SIGNS[rule].search(text)
        for start, end in around
        if rule not in NUMBERED or FIGURE.search(text, start, end)
        for match in pattern.finditer(text, start, end)
    )


def _around(text: str) -> list[tuple[int, int]]:
    """Stretches around the noun, which three quarters of all passages do not have: seven patterns are slow."""
    if "sej" not in text.lower():
        return []
    found: list[tuple[int, int]] = []
    for match in SESSION.finditer(text):
        start, end = max(0, match.start() - BEFORE), match.start() + BEHIND
        found[-1:] = [(found[-1][0], end)] if found and start <= found[-1][1] else [*found[-1:], (start, end)]
    return found


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    kind = session_kinds()[fold(groups["kind"])] if groups.get("kind") else ""
    number = groups.get("number") or ""
    if groups.get("ordinal"):
        number = str(ordinals()[groups["ordinal"].lower()])
    if groups.get("roman"):
        number = str(_roman(groups["roman"].upper()))
    return f"{number.lstrip('0')}/{kind}"


def _roman(figure: str) -> int:
    """The number of a Roman figure.

    >>> _roman("XXIV")
    24
    """
    digits = [ROMAN_DIGITS[digit] for digit in figure]
    return sum(-one if one < after else one for one, after in zip(digits, (*digits[1:], 0), strict=True))
