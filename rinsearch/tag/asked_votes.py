"""Votes in questions and answers: "Kdo je za to, da se z načrtom seznanimo? Trinajst. Kdo je proti? Eden."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.tag.finds import Find
from rinsearch.tag.pieces import number_of
from rinsearch.tag.vote_tables import written

NOBODY = frozenset({"nihče", "nobeden", "nobena", "nobenega", "noben", "ni", "ne", "nič", "nikogar"})
_ANSWER = (
    r"\?[\s(„»\"–-]{0,4}(?:(?:hvala|vidim|to je|jih je|dobro)[,.!:]? ){0,2}(?:vseh )?"
    r"(?P<number>\d{1,2}|[^\W\d_]{2,16})(?![\w/-])"
)
# What is voted on stands in the question, up to its sign; the words "kdo je za" alone are read with the other counts.
_FOR = re.compile(
    r"(?<!\w)kdo (?:od vas )?(?:je|glasuje|bi bil|se strinja|soglaša)(?: torej| zdaj)? (?:za|s tem)(?:,| )"
    rf"[^?]{{4,240}}{_ANSWER}"
)
_AGAINST = re.compile(
    rf"[^?]{{0,40}}?(?<!\w)(?:kdo (?:je |glasuje |pa je )?proti|je (?:kdo|kdo tudi) proti|proti|je proti kdo){_ANSWER}"
)
_ABSTAINED = re.compile(rf"[^?]{{0,40}}?(?<!\w)(?:se je kdo |kdo se je |kdo se )?vzdrž\w{{1,5}}{_ANSWER}")


def asked(text: str, lower: str) -> Iterator[Find]:
    """The numbers that answer who is for and who against; ``lower`` is the same text in small letters."""
    if "kdo" not in lower or "?" not in lower or len(lower) != len(text):
        return
    for question in _FOR.finditer(lower):
        found, end = {"for": _number(question)}, question.end()
        for key, pattern in (("against", _AGAINST), ("abstained", _ABSTAINED)):
            answer = pattern.match(lower, end)
            number = _number(answer) if answer else None
            if answer and number is not None:
                found[key], end = number, answer.end()
        counts = {key: number for key, number in found.items() if number is not None}
        if "for" in counts:
            yield Find("vote", written(counts), question.start("number"), end, "vote.asked")


def _number(answer: re.Match[str]) -> str | None:
    word = answer["number"]
    if word in NOBODY:
        return "0"
    number = number_of(word)
    return None if number is None else str(number)
