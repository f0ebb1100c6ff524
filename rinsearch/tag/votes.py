"""Votes: counted ("za 25, proti 0, vzdržana 2", "6 ZA, 1 PROTI"), unanimous, or none at all.

Numbers stand before or behind their words, in any order; both readings are tried and the fuller one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.tag.finds import Find, earliest
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEYS = ("for", "against", "abstained", "present")
EDGE = r"(?![^\W_])"
BEGIN = r"(?<![^\W_])"
VOTING = re.compile(r"gl(?:as|ov)", re.IGNORECASE)
ANNOUNCED = re.compile(r"glas\w{0,10}[^.]{0,20}$|\($", re.IGNORECASE)


class Count(NamedTuple):
    """One count of a vote, and where it stands."""

    key: str
    number: int
    start: int
    end: int


def votes(doc: Doc) -> Iterator[Find]:
    """Find votes; the value is "for=25 against=0 abstained=2 present=", "unanimous" or "without_vote"."""
    text = doc.text
    groups = [group for counts in (_behind(text), _before(text)) for group in _groups(text, counts)]
    fullest = sorted(groups, key=lambda group: (-len(group), group[0].start))
    yield from earliest(
        Find("vote", _value(group), group[0].start, group[-1].end, "vote.counted")
        for group in fullest
        if _is_vote(text, group)
    )
    for value, pattern in _phrases():
        for match in pattern.finditer(text):
            yield Find("vote", value, match.start(), match.end(), f"vote.{value}")


def _value(group: list[Count]) -> str:
    numbers = {count.key: str(count.number) for count in group}
    return " ".join(f"{key}={numbers.get(key, '')}" for key in KEYS)


def _is_vote(text: str, group: list[Count]) -> bool:
    """ "za 25 otrok" is none: a second count, the word *glas* or an announced vote must be there."""
    keys = {count.key for count in group} - {"present"}
    if len(keys) > 1 or not keys:
        return bool(keys)
    words = text[group[0].start : group[-1].end]
    if VOTING.search(words):
        return True
    shouted = keys != {"for"} or "ZA" in words or ":" in words
    return shouted and bool(ANNOUNCED.search(text[max(0, group[0].start - 40) : group[0].start]))


def _groups(text: str, counts: list[Count]) -> Iterator[list[Count]]:
    """Counts that follow one another, each key once."""
    group: list[Count] = []
    for count in sorted(counts, key=lambda count: count.start):
        follows = group and _between().fullmatch(text, group[-1].end, count.start)
        if group and (not follows or count.key in {each.key for each in group}):
            yield group
            group = []
        group.append(count)
    if group:
        yield group


def _behind(text: str) -> list[Count]:
    """Counts behind their words: "za: 10"; how many were present may stand before ("19 prisotnih")."""
    behind, before, *nobody = _patterns()
    return _with_present([count for each in (behind, *nobody) for count in _counts(each, text)], before, text)


def _before(text: str) -> list[Count]:
    """Counts before their words: "15 glasov za"; how many were present may stand behind ("navzočih 19")."""
    behind, before, *nobody = _patterns()
    return _with_present([count for each in (before, *nobody) for count in _counts(each, text)], behind, text)


def _with_present(counts: list[Count], pattern: re.Pattern[str], text: str) -> list[Count]:
    if not any(count.key in ("for", "against") for count in counts):
        return []
    taken = bytearray(len(text))
    for count in counts:
        taken[count.start : count.end] = b"\1" * (count.end - count.start)
    others = (count for count in _counts(pattern, text) if count.key == "present")
    return counts + [count for count in others if not any(taken[count.start : count.end])]


def _counts(pattern: re.Pattern[str], text: str) -> Iterator[Count]:
    for match in pattern.finditer(text):
        number = match.groupdict().get("number", "0").lower()
        value = int(number) if number.isdigit() else toml("votes.toml")["numbers"][number]
        yield Count(_keys()[match["key"].lower()], value, match.start(), match.end())


@cache
def _keys() -> dict[str, str]:
    keys = toml("votes.toml")["keys"]
    return {word: key for key in KEYS for word in keys[key]}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = toml("votes.toml")
    key = rf"[\"»„]?{BEGIN}(?P<key>{_any(_keys())}){EDGE}[\"«“]?"
    number = rf"(?P<number>\d{{1,3}}|{_any(words['numbers'])})(?![^\W_]|[.,]\d)"
    fill = rf"(?:(?:{_any(words['fill']['words'])}) ){{0,4}}"
    nobody = rf"{BEGIN}(?:{_any(words['none']['words'])})"
    behind = rf"{key}\.? ?(?:(?:sklep|predlog|predlog sklepa) )?{fill}[:=–-]? ?{number}"
    before = rf"(?<![\w.,/–-]){number} {fill}{key}"
    shapes = (
        behind,
        before,
        rf"{nobody} {fill}{key}",
        rf"{key} {fill}{nobody}{EDGE}(?! {fill}{key.replace('?P<key>', '?:')})",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in shapes)


@cache
def _between() -> re.Pattern[str]:
    """What may stand between two counts: "12 svetnikov, " and "2, in s "."""
    fill = _any(toml("votes.toml")["fill"]["words"])
    joint = rf"(?:in|ter|pa|od tega|z|s|{fill})"
    return re.compile(rf"(?: (?:{fill})){{0,2}}[\s,;.()/|–-]{{0,4}}(?:{joint}[\s:]{{1,2}}){{0,2}}", re.IGNORECASE)


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    phrases = toml("votes.toml")["phrases"]
    return tuple((each["value"], re.compile(BEGIN + each["pattern"], re.IGNORECASE)) for each in phrases)
