"""Lines that begin something new by what they are, although the line before them reached as far as the others.

In a list of short lines each is as long as the next one; that a line is full tells little there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rinsearch.extract.shapes import DEEP_NUMBER, Shape, ends_sentence, goes_on, item_number
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

LONGEST_TITLE = 70  # characters of a chapter's title that counts up: "C. Naloge za 2020"
LONGEST_TIME = 60
KEPT = 1 << 12  # words before a colon
FIELDS = frozenset({"measure", "provider", "deadline", "target_group", "funding", "amount"})  # of plans; votes: "Izid"
VALUES = frozenset({"provider", "deadline", "target_group", "funding"})
SERIES = ("ABCČDEFGHIJKL", "ABCDEFGHIJKL", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))
FURTHER_IN = 2  # blanks
LONGEST_REST = 60  # characters
LONGEST = 120  # characters
_CHAPTER = re.compile(r"\s*(?:[A-ZČŠŽ]|[IVX]{1,4})[.)]\s+[A-ZČŠŽ][^\W\d_]{2}[^.;]*$")
_LABELLED = re.compile(r"\s*(?P<label>[A-ZČŠŽ][^\W\d_]*(?: [^\W\d_]+){0,3})\s?:\s")
_GAP = re.compile(r"\s*(?P<time>\S(?:[^\n ]| (?! )){1,40}) {3,}[^\W\d_]\S* \S")
_LED = re.compile(r"\s*[A-ZČŠŽ][^.:\n]{1,40}?\s?\.{4,200}\s?(?=[^\s.])")
_LETTERED = re.compile(r"\s*\(?(?P<letter>[A-ZČŠŽ]|[IVX]{1,4})(?P<mark>[.):]?)\s+(?=[A-ZČŠŽ»„])")
_WORDED = re.compile(r"\s*(?P<word>[^\W\d_]{3,15})\s(?P<number>\d{1,2})(?P<mark>[.:)]|\s[–—-])\s")
# What a title does not follow: a sentence that lacks its next word.
_LACKS = re.compile(r"(?:[,–—-]|\b(?:[a-zčšž]{1,3}|Občin[aeio]|št\.|[A-ZČŠŽ]\.))\s*$")


def begins_part(first: Shape, last: Shape, line: Shape) -> bool:
    """Whether a line is no rest of the block with these first and last lines.

    >>> from rinsearch.records import Line
    >>> first, last = Shape(Line("Ukrep: Topla hiša")), Shape(Line("za starejše v hribovskih vaseh"))
    >>> [begins_part(first, last, Shape(Line(text))) for text in ("Nosilec: Dom Sonce", "LETO 2019", "Dom Sonce")]
    [True, True, False]
    """
    text = line.text
    if is_timed(text):
        return True
    if goes_on(text):
        return False
    if _is_labelled(text) or _LED.match(text):
        return True
    if _LACKS.search(last.text.rstrip()):
        return False
    return _is_time(text) or _is_chapter(line) or _counts_up(first.text, text) or _stands_out(first, line)


def hangs_below_label(first: Shape, last: Shape, line: Shape) -> bool:
    """Whether a line that stands further in is the rest of a label's value: "Nosilec: Zdravstveni dom", "   Sevnica".

    The name of a measure may have its description there, and so may a value that ended.

    >>> from rinsearch.records import Line
    >>> first, line = Shape(Line("Nosilec: Zdravstveni dom")), Shape(Line("   Sevnica"), indent=3)
    >>> hangs_below_label(first, first, line), hangs_below_label(Shape(Line("Ukrep: Dom")), first, line)
    (True, False)
    """
    label = _LABELLED.match(first.text) if line.indent >= first.indent + FURTHER_IN else None
    text = line.text.strip()
    if label is None or len(text) > LONGEST_REST or ":" in text or ends_sentence(text) or ends_sentence(last.text):
        return False
    fields = column_fields(label["label"])[:1]
    return bool(VALUES & set(fields)) and bool(first.text[label.end() :].strip())


def hangs_behind_comma(first: Shape, line: Shape) -> bool:
    """Whether a line goes on with what a comma left open: behind the label of a name, or further in below a number.

    >>> from rinsearch.records import Line
    >>> name, who = Shape(Line("1.2 Tim za demenco v Krškem,")), Shape(Line("Nosilec: Zveza Romov,"))
    >>> rest = Shape(Line("    Sevnici"), indent=4)
    >>> hangs_behind_comma(name, rest), hangs_behind_comma(who, Shape(Line("Dom Sonce")))
    (True, True)
    """
    if ":" in line.text or len(line.text.strip()) > LONGEST:
        return False
    deep, label = DEEP_NUMBER.match(first.text), _LABELLED.match(first.text)
    inside = deep is not None and line.indent > first.indent and abs(line.indent - deep.end()) <= FURTHER_IN
    return inside or (label is not None and bool(VALUES & set(column_fields(label["label"])[:1])))


def is_timed(text: str) -> bool:
    """A line that begins with a time, and with words behind a gap: "   do 30. 6. 2018    varna soba".

    >>> is_timed("   do 30. 6. 2018    varna soba"), is_timed("do 30. 6. 2018 varna soba"), is_timed("dom   vrt")
    (True, False, False)
    """
    match = _GAP.match(text) if "   " in text.strip() else None
    return match is not None and _is_known_time(match["time"])


@lru_cache(maxsize=KEPT)
def _is_known_time(words: str) -> bool:
    return any(phrase(name).fullmatch(words) is not None for name in ("deadline-told", "time-alone"))


@lru_cache(maxsize=KEPT)
def _is_label(words: str) -> bool:
    return bool(FIELDS & set(column_fields(words)))


def _is_labelled(text: str) -> bool:
    """A line that begins with the name of a known column and a colon."""
    match = _LABELLED.match(text) if ":" in text else None
    return match is not None and _is_label(match["label"])


def _is_time(text: str) -> bool:
    """A line that is nothing but a time: "LETO 2019"; one that ends in a stop is the end of a sentence."""
    bare = text.strip()
    alone = len(bare) <= LONGEST_TIME and bare[:1].isalpha() and not bare.endswith((".", ","))
    return alone and phrase("time-heading").fullmatch(bare) is not None


def _is_chapter(line: Shape) -> bool:
    """A short title behind a capital letter or a Roman number: "C. Naloge za 2020"."""
    bare = line.text.strip()
    return not line.full and len(bare) <= LONGEST_TITLE and _CHAPTER.match(bare) is not None


def _counts_up(first: str, text: str) -> bool:
    """A line whose number is the next one of the same kind: "11. Klop" above "12. Vrt", "3.1 Klop" above "3.2 Vrt"."""
    number, following = item_number(first), item_number(text)
    if number is not None and following is not None:
        return following == number + 1
    if _next_letter(first, text) or _next_of_word(first, text):
        return True
    before, deep = DEEP_NUMBER.match(first), DEEP_NUMBER.match(text)
    if before is None or deep is None:
        return False
    chapter, _, last = before[1].rpartition(".")
    return deep[1] in (f"{chapter}.{int(last) + 1}", f"{before[1]}.1")


def _next_letter(first: str, text: str) -> bool:
    """ "B) Obrok" below "A) Klub", "II Dom" below "I Delo"."""
    before = _LETTERED.match(first)
    following = _LETTERED.match(text) if before else None
    if before is None or following is None or before["mark"] != following["mark"]:
        return False
    return any((before["letter"], following["letter"]) in pairwise(series) for series in SERIES)


def _next_of_word(first: str, text: str) -> bool:
    """ "Korak 2: Obrok" below "Korak 1: Klub"."""
    before = _WORDED.match(first)
    following = _WORDED.match(text) if before else None
    if before is None or following is None:
        return False
    alike = (before["word"], before["mark"]) == (following["word"], following["mark"])
    return alike and int(following["number"]) == int(before["number"]) + 1


def _stands_out(first: Shape, line: Shape) -> bool:
    """A line further out than the item above it: no rest of its words stands there."""
    listed = item_number(first.text) is not None or DEEP_NUMBER.match(first.text) is not None
    return listed and line.indent < first.indent and line.text.lstrip()[:1].isupper() and not ends_sentence(line.text)
