"""File numbers of cases: "122-08/2013-5", "900-0012/2017-3", "032-14/2017-O801", "0320-8-2017-41", "011 - 31 / 2017".

spaCy splits 122-08/2013-5 into five tokens, so characters are matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.matching import file_number
from rinsearch.tag.finds import Find, longest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import fold, toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

DASH = "[-–]"
BEGIN = r"(?<![\w/.,–-])"
END = r"(?![\w/]|[-–]\w|[.,]\d)"
LONG_YEAR = r"(?P<year>(?:19|20)\d\d)"
# What follows the year: the paper's number, its sheet, an official's letters
# ("-5", "-O801", "-5/1", "-25/4-1032", "-4-403301", "-28-423/VI", "-MP", "-OSOV"; "-3-(41/10)", " (2-01)" with
# office and official, " (231)", " K(3)").
REST = (
    rf"(?:{DASH}(?:[A-ZČŠŽ]{{0,3}}\d{{1,6}}|[A-ZČŠŽ]{{1,5}})){{0,2}}(?:/(?:\d{{1,4}}(?:{DASH}\d{{1,5}})?|[IVX]{{1,4}}))?"
    rf"(?:{DASH}?\(\d{{1,6}}(?:[/-]\d{{1,3}})?\)| [A-ZČŠŽ]{{0,2}}\(\d{{1,3}}(?:[/-]\d{{1,3}})?\))?"
)
# A sign of the filing plan (divided: "032/1"), a number, a year.
# Gazette (94/07), parcel (114/7), decision (14/2017-2): no dash first.
FULL = re.compile(
    rf"{BEGIN}(?P<sign>\d{{2,6}})(?:/\d{{1,2}})?(?P<number>(?:{DASH}\d{{1,5}}){{1,3}})/{LONG_YEAR}{REST}{END}"
)
# With dashes alone; a sign of two digits would be a day ("12-10-2017").
DASHED = re.compile(rf"{BEGIN}\d{{3,6}}{DASH}\d{{1,5}}{DASH}{LONG_YEAR}(?:{DASH}\d{{1,4}}){{0,2}}{END}")
# Shorter forms count only behind a label: "Šifra: 122/2017-4", "Številka: 122-8/13".
SHORT = re.compile(rf"{BEGIN}\d{{2,7}}(?:{DASH}\d{{1,5}}){{0,2}}/(?:(?:19|20)\d\d|\d\d){REST}{END}")
# A sign, a number and two digits of the year are sure enough behind "št." without a colon: "Št. 032-9/17".
SIGNED = re.compile(rf"{BEGIN}\d{{3,6}}(?:{DASH}\d{{1,5}}){{1,2}}/\d\d{REST}{END}")
# Bodies and offices number by their own letters, behind a label with a colon: "Št.: RS-04/2017", "Št.: U9-900-8/2017".
LETTERED = re.compile(rf"{BEGIN}[A-ZČŠŽ]{{1,4}}\d?(?:-\d{{1,5}}){{1,3}}/(?:(?:19|20)\d\d|\d\d){REST}{END}")
# Typed with spaces: "011 - 31 / 2017", "032-0025/2017 - 1"; what counts on in words or dots is no part of it.
SPACED = re.compile(
    rf"{BEGIN}\d{{3,6}}(?: ?{DASH} ?\d{{1,5}}){{1,2}} ?/ ?{LONG_YEAR}"
    rf"(?: ?{DASH} ?\d{{1,4}}(?! ?[.:/]\d| ?\.| [a-zčšž]))?{END}"
)
# What a scan makes of figures, up to the year; an official's letters stand behind it: "O32-OOO5/2O17-O801".
MISREAD = re.compile(rf"{BEGIN}[\dOIl]{{2,6}}(?:{DASH}[\dOIl]{{1,5}}){{1,3}}/[12Il][09O][\dOIl]{{2}}(?![^\W_])")
FIGURES = str.maketrans("OIl", "011")
RESOLVED = re.compile(r"\W{0,3}[:–-] ?[A-ZČŠŽ]")  # what follows the number of a resolution
# The office and the official behind the number of a paper's own head; elsewhere such figures count pages.
OFFICIAL = re.compile(r" \d{1,2}/\d{1,2}(?![\d./])")
BEFORE_RESOLUTION = 8  # characters: a bullet and spaces
# Each with the list of words of which one must stand before it, if any.
SHAPES = (
    ("full", FULL, None),
    ("dashed", DASHED, "number_label"),
    ("labelled", SHORT, "case_label"),
    ("lettered", LETTERED, "case_label"),
    ("signed", SIGNED, "number_label"),
    ("spaced", SPACED, "number_label"),
)


def case_numbers(doc: Doc) -> Iterator[Find]:
    """Find file numbers; the value is that of `file_number`."""
    text = text_of(doc)
    if "/" in text:
        text = MISREAD.sub(lambda match: match[0].translate(FIGURES), text)
    elif text.count("-") + text.count("–") < 2:
        return
    yield from longest(
        _find(match, rule)
        for rule, pattern, label in SHAPES
        for match in pattern.finditer(text)
        if not (_is_period(match) or _is_resolution(match, text) or _before(text, match.start(), "not_case"))
        and (label is None or _before(text, match.start(), label))
    )


def _find(match: re.Match[str], rule: str) -> Find:
    end = match.end()
    if _before(match.string, match.start(), "case_label") and (official := OFFICIAL.match(match.string, end)):
        end = official.end()
    value = file_number(match.string[match.start() : end])
    return Find("case_number", value, match.start(), end, f"case_number.{rule}")


def _is_period(match: re.Match[str]) -> bool:
    """ "2014-2016/2017" are years."""
    groups = match.groupdict()
    return len(groups.get("sign") or "") == 4 and match["sign"][:2] in ("19", "20") and len(match["number"]) == 5


def _is_resolution(match: re.Match[str], text: str) -> bool:
    """ "28-192/2017: Pobuda se zavrne.": the session, the number of the resolution and the year, above its text."""
    groups = match.groupdict()
    if len(groups.get("sign") or "") != 2 or not RESOLVED.match(text, match.end()):
        return False
    if _before(text, match.start(), "case_label"):
        return False
    before = text[max(0, match.start() - BEFORE_RESOLUTION) : match.start()].rstrip(" -–•*")
    return not before or before[-1] in "\n.;:)!?"


def _before(text: str, start: int, name: str) -> bool:
    """Whether a word of a list, or the beginning of one, stands before a place; none inside another: "predlagaTELj"."""
    before = fold(text[max(0, start - toml("numbers.toml")[name]["window"] - 1) : start])
    return bool(_words(name).search(before))


@cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(toml("numbers.toml")[name]["words"], key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})")
