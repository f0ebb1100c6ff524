"""Groups by age: "starejši od 65 let", "mlajši od 15 let", "občani nad 70. letom"; other ages are no group.

Older people are those of 55 and more; the young are 15 to 35 years old, as the plans and the public tenders count them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from rinsearch.sifted import Pattern
from rinsearch.tag.groups.group_wordings import Match
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import context
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

OLD, ADULT, YOUNG, CHILD = 55, 35, 18, 15  # years
Judge: TypeAlias = "Callable[[Doc, int, re.Match[str]], tuple[str, ...] | None]"  # which groups an age means


def ages(doc: Doc) -> Iterator[Match]:
    """Matches of ages; one without groups hides "starejši" where it means no old people."""
    text = text_of(doc).lower()
    if "let" not in text or len(text) != len(text_of(doc)):
        return
    for pattern, judge in _judged():
        for match in pattern.finditer(text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            groups = None if span is None else judge(doc, span.start, match)
            if span is not None and groups is not None:
                yield Match(span.start, span.end, groups, "age", span.start)


def _judged() -> tuple[tuple[Pattern, Judge], ...]:
    return (
        (phrase("age-older"), _older),
        (phrase("age-younger"), _younger),
        (phrase("age-above"), _above),
        (phrase("age-reached"), _older),
    )


def _older(doc: Doc, start: int, match: re.Match[str]) -> tuple[str, ...] | None:
    return ("starejsi",) if int(match["age"]) >= OLD and not _of_things(doc, start) else ()


def _younger(doc: Doc, start: int, match: re.Match[str]) -> tuple[str, ...] | None:
    age = int(match["age"])
    if age > ADULT or _of_things(doc, start):
        return ()
    return ("mladi",) if age > YOUNG else ("otroci",) if age <= CHILD else ("otroci", "mladi")


def _above(doc: Doc, start: int, match: re.Match[str]) -> tuple[str, ...] | None:
    """ "nad 65 let" of people, "po 65. letu starosti"; "nad 60 let" of a building is nothing."""
    above = phrase("age-above-sure").match(match[0]) or match["tail"]
    return ("starejsi",) if int(match["age"]) >= OLD and above and not _of_things(doc, start) else None


def _of_things(doc: Doc, start: int) -> bool:
    """Whether the age is that of a thing named before it: "stavbe, starejše od 60 let"."""
    place = start - 1
    while place >= 0 and (doc[place].text in (",", "(") or doc[place].text in context("before_age")):
        place -= 1
    if place < 0 or not doc[place].is_alpha:
        return False
    token = doc[place]
    known = context("people") | context("human") | context("function")
    return not (token.lemma_ in known or token.lower_ in known or token.lower_.endswith(("i", "ih", "im", "imi")))
