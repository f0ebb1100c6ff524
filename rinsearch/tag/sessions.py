"""Sessions: "21. redna seja", "na 19. (dopisni) seji", "2. korespondenčne seje", "XXI. seja"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.sifted import Sifted
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.ordinals import ordinals
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import fold, session_kinds, toml
from rinsearch.taxonomy.phrases import build

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
SESSION = re.compile(r"\bsej", re.IGNORECASE)
BEFORE, BEHIND = 90, 50  # characters: "14. redne in 3. (dopisne) seje", "seja s številko 12"
FIGURE = re.compile(r"\d")
BARE = 2  # ordinals up to it need a kind: "na drugi seji" is another session


class Shape(NamedTuple):
    """One way in which a session is written; ``figure`` and ``sign`` stand in every text that it is found in."""

    rule: str
    pattern: Sifted
    figure: bool
    sign: re.Pattern[str] | None


@cache
def _shapes() -> tuple[Shape, ...]:
    words = {
        "kinds": _choice(_kind_forms()),
        "genitive": _choice(each for each in _kind_forms() if each.endswith("e")),
        "ordinals": _choice(ordinals()),
        "laterordinals": _choice(each for each, number in ordinals().items() if number > BARE),
    }
    known = toml("sessions.toml")
    return tuple(
        Shape(
            each["name"],
            build(each, {**known["parts"], **words}),
            each.get("figure", False),
            re.compile(each["sign"]) if "sign" in each else None,
        )
        for each in known["shape"]
    )


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
    short = {form for kind in kinds for form in kind.get("short", ())}  # "28. red. seja"
    return written | short | set(map(fold, written))


def sessions(doc: Doc) -> Iterator[Find]:
    """Find sessions; the value is "21/redna", "21/" without a kind, "/dopisna" without a number."""
    text = text_of(doc)
    around = _around(text)
    yield from earliest(
        Find("session", _value(match), match.start(), match.end(), f"session.{shape.rule}")
        for shape in (_shapes() if around else ())
        if shape.sign is None or shape.sign.search(text)
        for start, end in around
        if not shape.figure or FIGURE.search(text, start, end)
        for match in shape.pattern.finditer(text, start, end)
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
