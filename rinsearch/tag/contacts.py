"""Telephone numbers and e-mail addresses, so that a published text can be freed of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "contact"
# Bounded parts: a row of 40,000 dots or letters is looked at once from each place, and not to its end.
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w-])")
GAP = r"[ /-]?"
BEGIN, END = r"(?<![\w/.,+-])", r"(?![\w/]|[.,-]\d| ?(?:EUR|€|%))"
# Area codes of Slovenia: 01 to 07, and 03x to 07x of mobile and internet networks; six or seven digits follow.
NATIONAL = re.compile(
    rf"{BEGIN}\(?0(?:[1-7]\)?{GAP}\d{{2,3}}{GAP}\d\d{GAP}\d\d|[3-7]\d\)?{GAP}\d{{3}}{GAP}\d{{3}}){END}"
)
ABROAD = re.compile(rf"{BEGIN}(?:\+|00 ?(?=[1-9]))\d{{1,3}}{GAP}(?:\(0\){GAP})?(?:\d{{1,4}}{GAP}){{1,4}}\d{{2,4}}{END}")
# Without a known shape only behind a word: "tel.: 39 31 000".
LABELLED = re.compile(rf"{BEGIN}\d(?:{GAP}\d){{5,11}}{END}")
SIX_DIGITS = re.compile(r"\d(?:[ /()-]{0,3}\d){5}")  # the least that a number without + has
DIGITS = re.compile(r"\d+")


def contacts(doc: Doc) -> Iterator[Find]:
    """Find contacts; the value is the address in lower case, or the number's digits, with + where it has a country."""
    yield from in_text(text_of(doc))


def in_text(text: str) -> Iterator[Find]:
    """The contacts of a text that need not be a passage."""
    if "@" not in text and "+" not in text and not SIX_DIGITS.search(text):
        return
    found = [Find(LABEL, match[0].lower(), *match.span(), f"{LABEL}.email") for match in MAIL.finditer(text)]
    for pattern, labelled in ((NATIONAL, False), (ABROAD, False), (LABELLED, True)):
        for match in pattern.finditer(text):
            if not labelled or _called(text, match.start()):
                found.append(Find(LABEL, _number(match[0]), *match.span(), f"{LABEL}.phone"))
    yield from earliest(found)


def _number(written: str) -> str:
    digits = "".join(DIGITS.findall(written.replace("(0)", "")))
    if written.startswith("+"):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def _called(text: str, start: int) -> bool:
    """Whether a word for telephone stands directly before."""
    words = toml("contacts.toml")["phone"]
    before = text[max(0, start - words["window"]) : start].lower()
    return any(word in before for word in words["words"])
