"""Titles of listed priorities that come again above their measures: "STAROST V DOMAČEM KRAJU", "3.1 Starost …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rinsearch.compose.fields.labels import bare_label
from rinsearch.compose.priorities.lists import LISTED
from rinsearch.compose.priorities.matches import CONTENTS, TITLES
from rinsearch.compose.priorities.references import referred, words_of
from rinsearch.records import Passage, PassageKind, Priority
from rinsearch.taxonomy.phrases import phrase

LONGEST = 200  # characters of a title with what stands before it
_BEFORE = re.compile(
    r"\W*(?:(?:[^\W\d_]{2,}\s){0,2}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-ZČŠŽ]{1,3}\d{0,2})(?=[\s.):–-])[.):–-]*\s*)?"
)


def continued(title: str) -> str:
    """A title without the remark that it goes on from the page before: "STAREJŠI (nadaljevanje)"."""
    return phrase("continued-mark").sub("", title)


def repeated_titles(passages: Sequence[Passage], priorities: Sequence[Priority]) -> Mapping[str, Priority]:
    """The priority that each such passage opens, by its id; only of what a list told a title need be no heading."""
    titles = {words_of(each.title): each for each in priorities}
    own = {each.evidence.passage for each in priorities}
    found: dict[str, Priority] = {}
    for before, passage in pairwise([None, *passages]) if titles else ():
        if passage is None or passage.id in own or not _may_be_title(passage) or (before and _leads(before)):
            continue
        text = continued(passage.text)
        known = titles.get(words_of(text)) or titles.get(_behind_number(text))
        if known and (passage.kind is PassageKind.HEADING or known.evidence.rule in LISTED):
            found[passage.id] = known
        elif numbered := _by_number(passage, priorities):
            found[passage.id] = numbered
    return found


def _by_number(passage: Passage, priorities: Sequence[Priority]) -> Priority | None:
    """ "Ukrepi za prednostno nalogo 2": a title that names no more than a number."""
    match = phrase("title-of-referred").match(passage.text)
    if match is None or not (match["measures"] or passage.kind is PassageKind.HEADING):
        return None
    return referred(passage.text, priorities)


def _leads(passage: Passage) -> bool:
    """Whether the words below a passage are its value: "Ciljna skupina", "Za koga:"."""
    return passage.text.rstrip().endswith(":") or bare_label(passage.text) is not None


def _behind_number(text: str) -> str:
    """The words of a title behind its number; in "STAROST V DOMU" that is no V."""
    match = _BEFORE.match(text)
    return words_of(text[match.end() :] if match else text)


def _may_be_title(passage: Passage) -> bool:
    short = passage.kind in TITLES and not passage.columns and len(passage.text) <= LONGEST
    return short and not CONTENTS.search(passage.text)
