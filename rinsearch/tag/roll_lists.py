"""Votes by name, a list for each answer: "ZA: Novak, Kos, Horvat (3)\nPROTI: Bevk (1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.tag.finds import Find
from rinsearch.tag.vote_tables import written

FEWEST = 4  # names on all lists, where no list says how many stand on it
APART = 30  # characters between two lists: a full stop, a new line, "nato"
_WORD = r"(?!(?:za|proti|vzdrž\w*)(?!\w))(?-i:[A-ZČŠŽĆĐ])(?:[\w’'-]{1,25}|\.)"
_NAME = rf"(?:(?:mag|dr|ga?|sv)\. ?)?{_WORD}(?: {_WORD}){{0,3}}"
_ANSWER = (
    r"(?<![^\W_])(?:(?P<for>za)|(?P<against>proti)"
    r"|(?P<abstained>(?:glasovanja )?(?:se )?(?:je |sta |so )?vzdrž(?:an[aioe]?|al[aioe]?)(?: (?:so|sta|je) se)?)"
    r"|(?P<silent>ni(?:so|sta)? glasoval[aioe]?|odsot(?:en|n[aie])))(?![^\W_])"
)
_VOTED = r"(?: (?:so|sta|je))?(?: (?:glasoval|bil|dvignil)[aioe]?(?: roko)?)?(?: (?:svetni[kc]\w{0,2}|član\w{0,3}))?"
_LIST = re.compile(
    rf"{_ANSWER}{_VOTED}(?: ?[:–-]\s?| )"
    rf"(?P<names>{_NAME}(?:(?:,| in| ter)\s{_NAME})*|nihče|nobeden|/|[–-](?=\s|$))(?!\w)"
    r"(?:\s?[(–=-]\s?(?P<sum>\d{1,2})\)?(?!\w))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\W*(?:(?:nato|in|ter|pa|medtem ko)\W*)?", re.IGNORECASE)
_DIVIDED = re.compile(r",| in | ter ")
_NONE = re.compile(r"nihče|nobeden|\W", re.IGNORECASE)


def roll_lists(text: str, lower: str) -> Iterator[Find]:
    """The number of names behind each answer; ``lower`` is the same text in small letters."""
    if "za" not in lower or not ("proti" in lower or "vzdrž" in lower):
        return
    run: list[re.Match[str]] = []
    for each in _LIST.finditer(text):
        if run and not _follows(text, run, each):
            yield from _counted(run)
            run = []
        run.append(each)
    yield from _counted(run)


def _follows(text: str, run: list[re.Match[str]], each: re.Match[str]) -> bool:
    between = text[run[-1].end() : each.start()]
    known = {_answer(other) for other in run}
    return len(between) < APART and _BETWEEN.fullmatch(between) is not None and _answer(each) not in known


def _answer(each: re.Match[str]) -> str:
    return next(key for key in ("for", "against", "abstained", "silent") if each[key])


def _counted(run: list[re.Match[str]]) -> Iterator[Find]:
    """A run of at least two lists, of which one is of those who were for it."""
    sums = {_answer(each): _number(each) for each in run}
    named = sum(_names(each) for each in run)
    told = any(each["sum"] for each in run)
    if len(run) > 1 and "for" in sums and (named >= FEWEST or (told and named)):
        found = {key: str(number) for key, number in sums.items()}
        yield Find("vote", written(found), run[0].start(), run[-1].end(), "vote.roll")


def _number(each: re.Match[str]) -> int:
    return int(each["sum"]) if each["sum"] else _names(each)


def _names(each: re.Match[str]) -> int:
    return 0 if _NONE.fullmatch(each["names"]) else len(_DIVIDED.split(each["names"]))
