"""Votes by name, a list for each answer: "ZA: Novak, Kos, Horvat (3)\nPROTI: Bevk (1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.tag.ballots.vote_tables import written
from rinsearch.tag.ballots.vote_words import bears
from rinsearch.tag.finds import Find
from rinsearch.taxonomy.phrases import phrase

FEWEST = 4  # names on all lists, where no list says how many stand on it
APART = 30  # characters between two lists: a full stop, a new line, "nato"


def roll_lists(text: str, lower: str) -> Iterator[Find]:
    """The number of names behind each answer; ``lower`` is the same text in small letters."""
    if not bears(lower, "listed"):
        return
    run: list[re.Match[str]] = []
    for each in phrase("answer-list").finditer(text):
        if run and not _follows(text, run, each):
            yield from _counted(run)
            run = []
        run.append(each)
    yield from _counted(run)


def _follows(text: str, run: list[re.Match[str]], each: re.Match[str]) -> bool:
    between = text[run[-1].end() : each.start()]
    known = {_answer(other) for other in run}
    return len(between) < APART and _stands_between(between) and _answer(each) not in known


def _stands_between(words: str) -> bool:
    return phrase("answer-lists-between").fullmatch(words) is not None


def _answer(each: re.Match[str]) -> str:
    return next(key for key in ("for", "against", "abstained", "silent") if each[key])


def _counted(run: list[re.Match[str]]) -> Iterator[Find]:
    """A run of at least two lists, of which one is of those who were for it."""
    sums = {_answer(each): _number(each) for each in run}
    named = sum(_names(each) for each in run)
    told = any(each["sum"] for each in run)
    # A single list counts where a verb says that they voted: those who raised their hands.
    several = len(run) > 1 or (run and phrase("voted-by-names").search(run[0][0]))
    if several and "for" in sums and (named >= FEWEST or (told and named)):
        found = {key: str(number) for key, number in sums.items()}
        yield Find("vote", written(found), run[0].start(), run[-1].end(), "vote.roll")


def _number(each: re.Match[str]) -> int:
    return int(each["sum"]) if each["sum"] else _names(each)


def _names(each: re.Match[str]) -> int:
    if phrase("answer-list-empty").fullmatch(each["names"]):
        return 0
    return len(phrase("answer-list-divided").split(each["names"]))
