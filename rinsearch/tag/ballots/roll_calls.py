"""Votes by name: "Novak – za, Kos – proti, Horvat – se vzdrži", counted where a paper gives no sum."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rinsearch.tag.ballots.vote_tables import written
from rinsearch.tag.finds import Find
from rinsearch.taxonomy.phrases import phrase

FEWEST = 4  # names: fewer are councillors who explain their vote


def roll_calls(text: str, lower: str) -> Iterator[Find]:
    """The sum of the answers behind names that follow one another; ``lower`` is the same text in small letters."""
    if len(phrase("roll-answer").findall(lower)) < FEWEST:
        return
    run: list[re.Match[str]] = []
    for entry in phrase("roll-entry").finditer(text):
        if run and not phrase("roll-between").fullmatch(text, run[-1].end(), entry.start()):
            yield from _sum(run)
            run = []
        run.append(entry)
    yield from _sum(run)


def _sum(run: list[re.Match[str]]) -> Iterator[Find]:
    answers = Counter(entry.lastgroup or "" for entry in run)
    if len(run) >= FEWEST and answers["for"] + answers["against"] > 0:
        found = {key: str(answers[key]) for key in ("for", "against", "abstained")}
        yield Find("vote", written(found), run[0].start(), run[-1].end(), "vote.roll")
