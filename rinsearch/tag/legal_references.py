"""References to the law: numbers of the official gazette and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

ISSUE = re.compile(r"(?P<issue>\d{1,3}/(?:\d{4}|\d{2}))(?!\d)(?: ?[-–] ?[A-ZČŠŽ]{1,8}\d{0,2}[A-Z]?)?")


def legal_references(doc: Doc) -> Iterator[Find]:
    """Find references; the value is "UL 94/07" for the gazette or "21. člen"."""
    text = text_of(doc)
    for match in phrase("gazette").finditer(text):
        yield from _issues(text, match.end())
    for match in phrase("article-of-law").finditer(text) if "člen" in text else ():
        value = f"{match['article']}. člen"
        yield Find("legal_reference", value, match.start(), match.end(), "legal_reference.article")


def _issues(text: str, start: int) -> Iterator[Find]:
    """The issues of the gazette that are listed one behind the other."""
    while match := ISSUE.match(text, start):
        yield Find("legal_reference", f"UL {match['issue']}", match.start(), match.end(), "legal_reference.gazette")
        following = phrase("gazette-next").match(text, match.end())
        if following is None:
            return
        start = following.end()
