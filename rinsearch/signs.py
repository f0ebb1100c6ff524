"""The signs of a pattern: strings of which each match holds one, told by how the pattern is made.

Every match of ``\\bsprej(?:el|me)`` holds "sprejel" or "sprejme" where a word begins: its signs. Where a word begins or
ends is a part of a sign: "ni" stands inside words of two passages in three, but seldom is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Protocol

SHORTEST, LONGEST = 2, 8  # letters of a sign; of a longer one the beginning
MOST = 64  # strings that a part of a pattern is written out to
EDGE = "\b"  # in a sign and in a word that is looked at: a word begins or ends here
_EDGE = re.compile(r"\b")
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
Strings = frozenset[str]
NONE: Strings = frozenset()


class Written(Protocol):
    """What a pattern is written as."""

    @property
    def pattern(self) -> str:
        """The regular expression."""

    @property
    def flags(self) -> int:
        """How it is to be understood."""


def with_edges(words: str) -> str:
    """A text with the edges of its words written out.

    >>> with_edges("na-za")
    '\\x08na\\x08-\\x08za\\x08'
    """
    return _EDGE.sub(EDGE, words)


def signs_of(pattern: Written) -> Strings:
    """Strings in small letters and without spaces, of which each match holds one; none where there are no such.

    >>> sorted(signs_of(re.compile(r"\\bs(?:prejel|klenil)[aoi]?\\b"))), signs_of(re.compile(r"\\w+ \\d"))
    (['\\x08sklenil', '\\x08sprejel'], frozenset())
    """
    found = frozenset(map(_edged, _signs(parser.parse(pattern.pattern, pattern.flags))))
    return found if all(len(sign) >= SHORTEST for sign in found) else NONE


def _edged(sign: str) -> str:
    """A sign in small letters with the edges of words inside it, too, and at its ends those that the pattern tells.

    >>> _edged("EU-skl\\b")
    'eu\\x08-\\x08skl\\x08'
    """
    words = sign.replace(EDGE, "").lower()
    inside = with_edges(words).strip(EDGE)
    return f"{EDGE if sign.startswith(EDGE) else ''}{inside}{EDGE if sign.endswith(EDGE) else ''}"[: LONGEST + 2]


def _signs(parts: Iterable[tuple[Any, Any]], before: str = "") -> Strings:
    """The best signs of parts that follow one another: what stands together is put together; ``before`` is an edge."""
    best, together = NONE, frozenset({before})
    for part in parts:
        spelled = _spelled(part)
        if spelled and len(spelled) * len(together) <= MOST:
            together = frozenset(first + second for first in together for second in spelled)
            continue
        if _is_space(part):
            together = frozenset(sign + EDGE if sign[-1:].isalnum() else sign for sign in together)
        edge = EDGE if all(sign.endswith(EDGE) for sign in together) else ""
        best = _better(best, _better(together, _inside(*part, edge)))
        together = spelled or frozenset({""})
    return _better(best, together)


def _better(first: Strings, second: Strings) -> Strings:
    """Those whose shortest is the longer; too short ones are none."""
    return max(first, second, key=_worth)


def _worth(signs: Strings) -> tuple[int, int]:
    shortest = min((len(sign.replace(EDGE, "")) for sign in signs), default=0)
    return (min(shortest, LONGEST), -len(signs)) if shortest >= SHORTEST else (0, 0)


def _inside(code: Any, value: Any, before: str) -> Strings:
    """The signs of a part that is no mere string: of a choice those of all branches, if each has some."""
    if code is op.BRANCH:
        branches = [_signs(branch, before) for branch in value[1]]
        return frozenset().union(*branches) if all(map(any, branches)) else NONE
    if code is op.SUBPATTERN:
        return _signs(value[3], before)
    return _signs(value[2], before) if code in REPEATS and value[0] > 0 else NONE


def _spelled(part: tuple[Any, Any]) -> Strings:
    """All strings that a part stands for, if they are few and without spaces."""
    code, value = part
    if code is op.LITERAL:
        return NONE if _is_space(part) else frozenset({chr(value)})
    if code is op.AT:
        return frozenset({EDGE}) if value is op.AT_BOUNDARY else NONE
    if code is op.IN and all(kind is op.LITERAL for kind, _ in value):
        return frozenset().union(*letters) if all(letters := [_spelled(each) for each in value]) else NONE
    if code is op.SUBPATTERN:
        return _spelled_on(value[3])
    if code is op.BRANCH:
        branches = [_spelled_on(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else NONE
    return NONE


def _is_space(part: tuple[Any, Any]) -> bool:
    code, value = part
    return code is op.LITERAL and chr(value).isspace()


def _spelled_on(parts: Iterable[tuple[Any, Any]]) -> Strings:
    whole = frozenset({""})
    for part in parts:
        spelled = _spelled(part)
        if not spelled or len(spelled) * len(whole) > MOST:
            return NONE
        whole = frozenset(first + second for first in whole for second in spelled)
    return whole
