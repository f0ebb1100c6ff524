"""Votes by name: "Novak – za, Kos – proti, Horvat – se vzdrži", counted where a paper gives no sum."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rinsearch.tag.finds import Find
from rinsearch.tag.vote_tables import written

FEWEST = 4  # names: fewer are councillors who explain their vote
ASKED = re.compile(r"(?:za|proti|vzdr[žz]\w{0,5}|glasoval\w?)\W{0,3}(?:[,;.\n]|$| [a-zčšž])")  # in small letters
_NAME = r"(?-i:[A-ZČŠŽĆĐ])[\w.’'-]{0,25}"
_ANSWER = (
    r"(?:(?P<for>za)|(?P<against>proti)|(?P<abstained>(?:se )?(?:je )?vzdr[žz]\w{0,5})"
    r"|(?P<silent>nis?o? glasoval\w?|odsot\w{1,4}))(?!\w)\)?"
)
_GAP = r"(?: ?[–:(-]+ ?| {1,40}(?-i:(?=ZA|PROTI|VZD|NI)))(?:je (?:bil\w? )?)?"
_ENTRY = re.compile(rf"(?<!\w)(?:(?:mag|dr|g|ga)\. ?)?{_NAME}(?: {_NAME}){{0,3}}{_GAP}{_ANSWER}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;.|]{0,40}(?:in )?")


def roll_calls(text: str, lower: str) -> Iterator[Find]:
    """The sum of the answers behind names that follow one another; ``lower`` is the same text in small letters."""
    if len(ASKED.findall(lower)) < FEWEST:
        return
    run: list[re.Match[str]] = []
    for entry in _ENTRY.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), entry.start()):
            yield from _sum(run)
            run = []
        run.append(entry)
    yield from _sum(run)


def _sum(run: list[re.Match[str]]) -> Iterator[Find]:
    answers = Counter(entry.lastgroup or "" for entry in run)
    if len(run) >= FEWEST and answers["for"] + answers["against"] > 0:
        found = {key: str(answers[key]) for key in ("for", "against", "abstained")}
        yield Find("vote", written(found), run[0].start(), run[-1].end(), "vote.roll")
