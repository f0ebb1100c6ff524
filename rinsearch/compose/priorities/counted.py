"""Priorities that a sentence counts and the titles behind it name: "Iz tega je nastalo pet prednostnih področij …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rinsearch.compose.fields.sections import is_title
from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.matches import CONTENTS, Found, Match, is_measure, is_running
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

KINDS = frozenset({DocumentKind.PLAN, DocumentKind.OTHER, DocumentKind.NEWS, DocumentKind.MEMO})
MOST = 8  # priorities that a sentence counts
LEAST = 2
_TITLE = re.compile(r"\W*(?:(?P<number>(?:\d{1,2}|[IVX]{1,4}|[A-ZČŠŽ])(?:\.\d{1,2}){0,2})[.):]?\s+)?(?P<title>\S.*)$")


def counted(paper: Paper) -> Iterator[Found]:
    """The titles behind such a sentence, as many of one form as it counts, where something is planned below each."""
    if paper.kind not in KINDS:
        return
    for at, passage in enumerate(paper.passages):
        told = phrase("priorities-counted").search(passage.text) if passage.kind is PassageKind.PARAGRAPH else None
        many = number_of(next(filter(None, told.groups()), "")) if told else None
        if many and LEAST <= many <= MOST:
            titles = _titles(paper.passages[at + 1 :], many)
            yield from titles
            if titles:
                return


def _titles(passages: Sequence[Passage], many: int) -> list[Found]:
    forms: dict[tuple[object, ...], list[tuple[Passage, bool]]] = {}
    last: list[tuple[Passage, bool]] = []
    for passage, following in pairwise(passages):
        if _names(passage, following):
            last = forms.setdefault(_form(passage), [])
            last.append((passage, False))
        elif last and _plans(passage):
            last[-1] = last[-1][0], True
    for titles in forms.values():
        first = titles[:many]
        if len(first) == many and sum(planned for _, planned in first) >= many - 1:
            return [found for each, _ in first if (found := _found(each))]
    return []


def _names(passage: Passage, following: Passage) -> bool:
    title = passage.kind is PassageKind.HEADING or (passage.kind is PassageKind.PARAGRAPH and is_title(passage))
    other = passage.columns or is_running(passage) or CONTENTS.search(passage.text) or passage.text.endswith(":")
    return title and not other and not is_measure(passage, following)


def _plans(passage: Passage) -> bool:
    """Whether a passage says who does something and when, or what will be done."""
    told = phrase("deadline-told").search(passage.text) and phrase("organisation").search(passage.text)
    return bool(told or passage.columns or phrase("planned").search(passage.text))


def _form(passage: Passage) -> tuple[object, ...]:
    match = _TITLE.match(passage.text)
    number = re.sub(r"\d+", "0", re.sub(r"[A-ZČŠŽ]+", "A", match["number"] or "")) if match else ""
    return passage.kind, len(passage.section), number, passage.text.isupper()


def _found(passage: Passage) -> Found | None:
    match = _TITLE.match(passage.text)
    number = (match["number"] or "").rpartition(".")[2] or None if match else None
    return (passage, Match(number, match.span("title"), "priority.counted")) if match else None
