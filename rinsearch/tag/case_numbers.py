"""File numbers of cases: "122-08/2013-5", "900-0012/2017-3", "032-7/2017", "5490-7/2017".

spaCy splits 122-08/2013-5 into five tokens, so characters are matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find
from rinsearch.taxonomy import fold, toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

DASH = "[-–]"
BEGIN = r"(?<![\w/.,–-])"
END = r"(?![\w/]|[-–]\w|[.,]\d)"
YEAR = r"/(?P<year>(?:19|20)\d\d)"
REST = rf"(?:{DASH}\d{{1,4}}){{0,2}}(?:/\d{{1,4}})?"
# A sign of the filing plan, a number, a year. Gazette (94/07), parcel (114/7), decision (14/2017-2): no dash first.
FULL = re.compile(rf"{BEGIN}(?P<sign>\d{{2,6}})(?P<number>(?:{DASH}\d{{1,5}}){{1,3}}){YEAR}{REST}{END}")
# Shorter forms count only behind a label: "Šifra: 122/2017-4", "Številka: 122-8/13".
SHORT = re.compile(rf"{BEGIN}\d{{2,6}}(?:{DASH}\d{{1,5}}){{0,2}}/(?:(?:19|20)\d\d|\d\d){REST}{END}")


def case_numbers(doc: Doc) -> Iterator[Find]:
    """Find file numbers; the value has plain hyphens."""
    text = doc.text
    for match in FULL.finditer(text):
        if not _is_period(match) and not _before(text, match.start(), "not_case"):
            yield _find(match, "full")
    for match in SHORT.finditer(text):
        if not FULL.fullmatch(match[0]) and _before(text, match.start(), "case_label"):
            yield _find(match, "labelled")


def _find(match: re.Match[str], rule: str) -> Find:
    return Find("case_number", match[0].replace("–", "-"), match.start(), match.end(), f"case_number.{rule}")


def _is_period(match: re.Match[str]) -> bool:
    """ "2014-2016/2017" are years."""
    return len(match["sign"]) == 4 and match["sign"][:2] in ("19", "20") and len(match["number"]) == 5


def _before(text: str, start: int, name: str) -> bool:
    words = toml("numbers.toml")[name]
    before = fold(text[max(0, start - words["window"]) : start])
    return any(word in before for word in words["words"])
