"""Ordinal numbers in words: "na štiriindvajseti seji", "petega oktobra"."""

from __future__ import annotations

from functools import cache

from rinsearch.taxonomy import toml


@cache
def ordinals() -> dict[str, int]:
    """Stems of ordinal numbers up to 59 to their number.

    >>> ordinals()["tretj"], ordinals()["enaindvajset"]
    (3, 21)
    """
    words = toml("sessions.toml")
    plain = {stem: number for number, stem in enumerate(words["ordinals"], start=1)}
    tens = {ten: number for number, ten in enumerate(words["tens"], start=2)}
    joined = {
        f"{one}in{ten}": tens[ten] * 10 + number for ten in tens for number, one in enumerate(words["ones"], start=1)
    }
    return {**{ten: number * 10 for ten, number in tens.items()}, **joined, **plain}
