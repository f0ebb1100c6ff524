"""References to the law: numbers of the official gazette and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

GAZETTE = re.compile(
    r"(?:Uradn\w{1,3} list\w{0,2}|Ur\. ?l\.)(?: RS| Republike Slovenije)?,? ?(?:št\. ?)?(?=\d)", re.IGNORECASE
)
ISSUE = re.compile(r"(?P<issue>\d{1,3}/(?:\d{4}|\d{2}))(?!\d)(?: ?[-–] ?[A-ZČŠŽ]{1,8}\d{0,2}[A-Z]?)?")
NEXT = re.compile(r"(?:,| in| ter)? ?(?=\d{1,3}/\d\d)")
ARTICLE = re.compile(r"(?<![\d.])(?P<article>\d{1,3}(?:\.? ?[a-z])?)\. člen\w{0,3}(?![^\W_])")


def legal_references(doc: Doc) -> Iterator[Find]:
    """Find references; the value is "UL 94/07" for the gazette or "21. člen"."""
    text = text_of(doc)
    for match in GAZETTE.finditer(text):
        yield from _issues(text, match.end())
    for match in ARTICLE.finditer(text) if "člen" in text else ():
        value = f"{match['article']}. člen"
        yield Find("legal_reference", value, match.start(), match.end(), "legal_reference.article")


def _issues(text: str, start: int) -> Iterator[Find]:
    """The issues of the gazette that are listed one behind the other."""
    while match := ISSUE.match(text, start):
        yield Find("legal_reference", f"UL {match['issue']}", match.start(), match.end(), "legal_reference.gazette")
        following = NEXT.match(text, match.end())
        if following is None:
            return
        start = following.end()
