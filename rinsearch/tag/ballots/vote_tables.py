"""Votes in tables: in a row of numbers under "ZA PROTI VZDRŽANI", in cells, or behind the words in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rinsearch.tag.ballots.vote_words import KEYS, bears
from rinsearch.tag.finds import Find
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import part, phrase

FIGURE = re.compile(r"\d+")
CELL = re.compile(r"\s*(\d{1,2}) ?[-–:/] ?\d{1,2}(?: ?[-–:/] ?\d{1,2})?(?=\s*(?:$|[;,(]))")
INLINE = re.compile(r"\)?\W{1,4}(\d{1,2}(?:(?: ?[-–/:,;|] ?| )\d{1,2}){1,3})(?![\w%]|[.,/:–-]\d)")

KEPT = 1 << 6  # headings: the orders of four counts, with strokes or without


class Heading(NamedTuple):
    """The columns of a table of votes that came as text."""

    keys: tuple[str, ...]
    slashed: bool


def row_votes(text: str, heading: Heading | None) -> Iterator[Find]:
    """The vote in a row of numbers under a heading such as "ZA PROTI VZDRŽANI" (see ``heading_of``)."""
    if heading is None:
        return
    for match in _row(heading).finditer(text):
        found = dict(zip(heading.keys, FIGURE.findall(match[0]), strict=True))
        yield Find("vote", written(found), match.start(), match.end(), "vote.row")


@lru_cache(maxsize=KEPT)
def _row(heading: Heading) -> re.Pattern[str]:
    """The numbers of a row under a heading."""
    between = " ?[/:] ?" if heading.slashed else r"[ |]{1,20}"
    more = len(heading.keys) - 1
    return re.compile(rf"(?<![^ |]){part('unnumbered')}\d{{1,2}}(?:{between}\d{{1,2}}){{{more}}}(?![\w.,/:–-])")


def heading_of(text: str) -> Heading | None:
    """The counts that a table's heading names in its order, and whether strokes part them; ``None`` without one.

    >>> heading_of("Zadeva   ZA   PROTI   VZDRŽANI   IZID"), heading_of("ZA 12, PROTI 3")
    (Heading(keys=('for', 'against', 'abstained'), slashed=False), None)
    """
    match = _head(text)
    keys = _keys_of(match) if match else ()
    if match is None or len(keys) != len(set(keys)):
        return None
    return Heading(keys, "/" in match[0])


def inline_votes(text: str) -> Iterator[Find]:
    """Counts behind the words for all of them: "ZA/PROTI/VZDRŽANI: 14/0/1", "(za – proti) 14 – 0"."""
    head = _head(text)
    match = INLINE.match(text, head.end()) if head else None
    if head is None or match is None:
        return
    keys, figures = _keys_of(head), FIGURE.findall(match[1])
    if len(keys) == len(set(keys)) == len(figures):
        yield Find("vote", written(dict(zip(keys, figures, strict=True))), head.start(), match.end(1), "vote.inline")


def cell_votes(cells: Iterable[tuple[str, str, int, int]]) -> Iterator[Find]:
    """The vote in a row of a table: cells as heading, text, start and end."""
    cells = tuple(cells)
    known = _columns()
    counted = [(known[name], words, start, end) for head, words, start, end in cells if (name := _name(head)) in known]
    numbered = [each for each in counted if each[1].strip().isdigit()]
    found = {key: words.strip() for key, words, _, _ in numbered}
    if len(found) == len(numbered) and found.keys() >= {"for", "against"}:
        start, end = min(each[2] for each in numbered), max(each[3] for each in numbered)
        yield Find("vote", written(found), start, end, "vote.row")
    yield from (find for cell in cells if not found for find in _cell_ratio(*cell))


def written(found: dict[str, str]) -> str:
    """Counts as the value of a tag.

    >>> written({"for": "25", "abstained": "2"})
    'for=25 against= abstained=2 present='
    """
    return " ".join(f"{key}={found.get(key, '')}" for key in KEYS)


@cache
def _columns() -> dict[str, str]:
    """Words above a column of counts, also those that are too short for running text."""
    lists = (toml("votes.toml")[name] for name in ("keys", "columns"))
    return {word: key for words in lists for key, some in words.items() if key in KEYS for word in some}


@cache
def _head_begins() -> tuple[tuple[str, str], ...]:
    return tuple((begins, key) for key, some in toml("votes.toml")["heads"]["begins"].items() for begins in some)


def _head(text: str) -> re.Match[str] | None:
    headed = bears(text.lower(), "headed") and phrase("table-head-near").search(text)
    return phrase("table-head").search(text) if headed else None


def _keys_of(head: re.Match[str]) -> tuple[str, ...]:
    return tuple(_head_key(word.lower()) for word in phrase("table-head-word").findall(head[0]))


def _head_key(word: str) -> str:
    return next(key for begins, key in _head_begins() if word.startswith(begins))


def _cell_ratio(head: str, words: str, start: int, end: int) -> Iterator[Find]:
    """Counts in one cell under "izid" or "za/proti/vzdržani": "7-0", "5-2; brez razprave"."""
    heading, match = heading_of(head), CELL.match(words)
    numbers = match and "/" in match[0] and phrase("column-of-numbers").fullmatch(head)
    if match and not numbers and (heading or phrase("column-of-votes").search(head)):
        keys = heading.keys if heading else ("for", "against", "abstained")
        found = dict(zip(keys, FIGURE.findall(match[0]), strict=False))
        yield Find("vote", written(found), start + match.start(1), start + match.end(), "vote.row")


def _name(heading: str) -> str:
    words = heading.lower()
    for passed in toml("votes.toml")["columns"]["passed"]:
        words = words.replace(passed, "")
    return words.strip(" .:")
