"""Votes in questions and answers: "Kdo je za to, da se z načrtom seznanimo? Trinajst. Kdo je proti? Eden."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rinsearch.tag.ballots.vote_tables import written
from rinsearch.tag.ballots.vote_words import bears
from rinsearch.tag.finds import Find
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase


def asked(text: str, lower: str) -> Iterator[Find]:
    """The numbers that answer who is for and who against; ``lower`` is the same text in small letters."""
    if not bears(lower, "asked") or len(lower) != len(text):
        return
    for question in phrase("asked-for").finditer(lower):
        found, end = {"for": _number(question)}, question.end()
        for key, pattern in (("against", phrase("asked-against")), ("abstained", phrase("asked-abstained"))):
            answer = pattern.match(lower, end)
            number = _number(answer) if answer else None
            if answer and number is not None:
                found[key], end = number, answer.end()
        counts = {key: number for key, number in found.items() if number is not None}
        if "for" in counts:
            yield Find("vote", written(counts), question.start("number"), end, "vote.asked")


def _number(answer: re.Match[str]) -> str | None:
    word = answer["number"]
    if word in _nobody():
        return "0"
    number = number_of(word)
    return None if number is None else str(number)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(toml("votes.toml")["nobody"]["words"])
