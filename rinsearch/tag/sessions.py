"""Sessions: "21. redna seja", "na 19. (dopisni) seji", "2. korespondenčne seje", "21. seja"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, earliest
from rinsearch.taxonomy import fold, session_kinds, toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

NUMBER = r"(?<![\d.,/–-])(?P<number>\d{1,3})\. ?"
NOUN = r"sej(?:a|e|i|o|ah|am|ami)?(?![^\W_])"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = "|".join(sorted(map(re.escape, _kind_forms()), key=len, reverse=True))
    kind = rf"\(?(?P<kind>{kinds})\)?"
    ordinals = "|".join(toml("sessions.toml")["ordinals"])
    shapes = (
        ("numbered", rf"{NUMBER}(?:{kind} )?{NOUN}"),
        ("shared", rf"{NUMBER}{kind}(?= (?:in|ter|oziroma) (?:na )?\d{{1,3}}\. ?(?:\w{{1,20}} )?{NOUN})"),
        ("behind", rf"(?:{kind} )?{NOUN},? št(?:\.|evilka) ?(?P<number>\d{{1,3}})(?![\d/.-])"),
        ("ordinal", rf"(?<![^\W_])(?P<ordinal>{ordinals})\w{{1,4}} {kind} {NOUN}"),
        ("kind", rf"(?<![^\W_]){kind} {NOUN}"),
    )
    return tuple((name, re.compile(shape, re.IGNORECASE)) for name, shape in shapes)


def _kind_forms() -> set[str]:
    """Kinds as they are written, with and without carons."""
    kinds = toml("sessions.toml")["kinds"]
    endings = ("a", "e", "i", "o", "ih")
    written = {stem + ending for kind in kinds for stem in kind["stems"] for ending in endings}
    return written | set(map(fold, written))


def sessions(doc: Doc) -> Iterator[Find]:
    """Find sessions; the value is "21/redna", "21/" without a kind, "/dopisna" without a number."""
    if "sej" not in doc.text.lower():  # three quarters of all passages; five patterns take 6 µs a token
        return
    yield from earliest(
        Find("session", _value(match), match.start(), match.end(), f"session.{rule}")
        for rule, pattern in _patterns()
        for match in pattern.finditer(doc.text)
    )


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    kind = session_kinds()[fold(groups["kind"])] if groups.get("kind") else ""
    number = groups.get("number") or ""
    if groups.get("ordinal"):
        number = str(toml("sessions.toml")["ordinals"].index(groups["ordinal"].lower()) + 1)
    return f"{number.lstrip('0')}/{kind}"
