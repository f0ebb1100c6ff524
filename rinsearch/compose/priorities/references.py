"""How a measure names the priority it belongs to: "(PP2)", "k cilju 1.3", its number in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rinsearch.records import Passage, Priority
from rinsearch.taxonomy import fold
from rinsearch.taxonomy.phrases import phrase

_WORD = re.compile(r"\w+")
SHORTEST = 4  # letters of the beginning of a title that stands for it
_TOKEN = re.compile(r"(?<![\w./-])[A-ZČŠŽ]{1,3}\d{1,2}(?![\w/-])")
_LAST = re.compile(r"(?:[;|,]|\s[–—-])\s([A-ZČŠŽ]|[IVX]{1,4})[\s.]*$")
_PREFIX = re.compile(r"[A-ZČŠŽ]{1,3}\.?\s?(?=\d)")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?:\s?[–-]\s?|\sdo\s)(?P<last>\d{1,2})|(?P<one>\d{1,2}(?:\.\d{1,2})?)")


def referred(text: str, priorities: Sequence[Priority]) -> Priority | None:
    """The one priority that words name by its number or that of its goal; ``None`` where they name several.

    "(prednostna naloga 2)", "k cilju 1.3", "sodi v PP1".
    """
    found = {
        known.title: known
        for match in phrase("priority-referred").finditer(text)
        if (known := by_number(match["number"] or match["coded"], priorities))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def coded(text: str, priorities: Sequence[Priority]) -> Priority | None:
    """The one priority whose code of letters and a number stands among the words: "– PP2"; or any code at their end."""
    codes = set(_TOKEN.findall(text)) | set(_LAST.findall(text))
    found = [each for each in priorities if each.number in codes]
    return found[0] if len(found) == 1 else None


def by_number(number: str, priorities: Sequence[Priority]) -> Priority | None:
    """The priority with a number, however it is written: "PP2" and "2"; "1.3" is the third goal of the first."""
    for words in (number, number.partition(".")[0], _bare(number), _bare(number).partition(".")[0]):
        known = [each for each in priorities if each.number and words in (each.number, _bare(each.number))]
        if len(known) == 1:
            return known[0]
    return None


def by_title(words: str, priorities: Sequence[Priority]) -> Priority | None:
    """The one priority that is called so, or whose title begins so: "Starost" for "Starost v domačem kraju"."""
    said = words_of(words)
    if len(said) < SHORTEST:
        return None
    titles = [(each, words_of(each.title)) for each in priorities]
    whole = [each for each, title in titles if title == said]
    begun = whole or [each for each, title in titles if title.startswith(f"{said} ")]
    return begun[0] if len(begun) == 1 else None


def words_of(title: str) -> str:
    """Letters and digits without case and carons.

    >>> words_of("Starost – v  DOMAČEM kraju.")
    'starost v domacem kraju'
    """
    return " ".join(_WORD.findall(fold(title)))


def listed_numbers(passages: Sequence[Passage], priorities: Sequence[Priority]) -> Mapping[str, Priority]:
    """The priority of measures by their numbers, as its line in a list tells: "A Zadolženost (koraki 1, 4)"."""
    by_id = {passage.id: passage for passage in passages}
    found: dict[str, Priority] = {}
    for priority in priorities:
        text = by_id[priority.evidence.passage].text if priority.evidence.passage in by_id else ""
        told = phrase("numbers-of-measures").search(text, priority.evidence.start)
        for number in _all(told["numbers"] or told["bare"]) if told else ():
            found[number] = priority
    return found


def _all(numbers: str) -> Iterator[str]:
    """ "1, 3–5" -> "1", "3", "4", "5"."""
    for match in _NUMBERS.finditer(numbers):
        if match["one"]:
            yield match["one"]
        else:
            yield from map(str, range(int(match["first"]), int(match["last"]) + 1))


def _bare(number: str) -> str:
    return _PREFIX.sub("", number).strip(" .)")
