"""Labels that no table knows, learned from the paper at hand: by what most of the values behind them look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rinsearch.compose.fields.cells import look_of
from rinsearch.compose.fields.told import Span, is_time
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_fields, fold
from rinsearch.taxonomy.phrases import phrase

LEARNED = frozenset({"provider", "deadline", "target_group"})
LEAST_NAMES = 3  # behind a word that usually stands before a measure
SHARE_OF_NAMES = 0.7  # of its values
LEAST_TIMES = 2  # a label of measures comes with each of them
LEAST_TIMED = 0.6  # of the values behind a label tell a time among other words
LONGEST_TIMED = 60  # characters of such a value
_LABEL = re.compile(
    r"(?:^\W{0,3}(?:[a-zčšž]|\d{1,2})[.)]\s+|(?:^|[;|(]\s?|\s(?=[A-ZČŠŽ]))\W{0,3})"
    r"(?P<words>[^\W\d_]++(?: [^\W\d_]++){0,3})\s?:\s+(?=\S)"
)
LEGEND = LEARNED | {"indicator", "funding", "amount", "partner", "goal"}
_ENDS = re.compile(r"[;|\n]|\.\s+(?=[A-ZČŠŽ])")

Value = tuple[Passage, Span]


def learned_labels(reaches: Sequence[Value]) -> Mapping[str, str]:
    """The fields of labels such as "Gonilna sila: CSD Kranj" that come again and again, by their folded words.

    A field that a known label has already is not learned: "Nosilec: CSD Kranj" and "Poroča: CSD Bled" are two things.
    """
    values: dict[str, list[Value]] = {}
    known: set[str] = set()
    for words, value in (each for passage, reach in reaches for each in _labelled(passage, reach)):
        fields = column_fields(words)
        known.update(fields[:1])
        if not fields:
            values.setdefault(fold(words), []).append(value)
    told = {} if "provider" in known else dict.fromkeys(_of_doers(reaches), "provider")
    told |= dict(pair for passage, (start, end) in reaches for pair in _legend(passage.text[start:end]))
    looks = [(words, look_of(found)) for words, found in values.items() if len(found) >= LEAST_TIMES]
    if "provider" in known:  # so these are the labels of measures
        looks = [(words, look or _timed(values[words])) for words, look in looks]
    return {words: look for words, look in looks if look in LEARNED and look not in known} | told


def _timed(found: Sequence[Value]) -> str | None:
    """ "Izvršitev: 2018 priprava, 2019 začetek": times, some of them with other words."""
    values = [passage.text[slice(*span)].strip(" .;,") for passage, span in found]
    told = sum(len(each) <= LONGEST_TIMED and bool(phrase("deadline-told").search(each)) for each in values)
    sure = any(map(is_time, values))
    return "deadline" if sure and told >= max(LEAST_TIMES, LEAST_TIMED * len(values)) else None


def _of_doers(reaches: Sequence[Value]) -> Iterator[str]:
    """Words for a measure behind which names stand, below items that are the measures: "Naloga: Zdravstveni dom"."""
    values: dict[str, list[Value]] = {}
    for above, reach in pairwise(reaches):
        labelled = next(_labelled(*reach), None) if above[0].kind is PassageKind.ITEM else None
        if labelled and column_fields(labelled[0])[:1] == ("measure",) and next(_labelled(*above), None) is None:
            values.setdefault(fold(labelled[0]), []).append(labelled[1])
    for words, found in values.items():
        names = sum(bool(phrase("organisation").match(each.text[slice(*span)].strip())) for each, span in found)
        if names >= LEAST_NAMES and names >= SHARE_OF_NAMES * len(found):
            yield words


def _legend(text: str) -> Iterator[tuple[str, str]]:
    """What a paper says of its abbreviations: "S = začetek, K = konec, CS = ciljna skupina"."""
    for match in phrase("legend-entry").finditer(text) if "=" in text or "pomeni" in text else ():
        words = match["words"]
        half = phrase("label-in-time").fullmatch(f"{words}: 1", 0, len(words) + 2)
        field = "deadline" if half else next(iter(column_fields(words)), None)
        if field in LEGEND:
            yield fold(match["short"]), str(field)


def _labelled(passage: Passage, reach: Span) -> Iterator[tuple[str, Value]]:
    """Labels that begin a line or stand behind a mark, each with the place of its value."""
    text, lines = passage.text, [span.start for span in passage.spans if reach[0] < span.start < reach[1]]
    starts = [reach[0], *lines]
    for start, end in zip(starts, [*lines, reach[1]], strict=True):
        found = list(_LABEL.finditer(text[start:end])) if ":" in text[start:end] else []
        for number, match in enumerate(found):
            last = found[number + 1].start() if number + 1 < len(found) else end - start
            stop = _ENDS.search(text, start + match.end(), start + last)
            yield match["words"], (passage, (start + match.end(), stop.start() if stop else start + last))
