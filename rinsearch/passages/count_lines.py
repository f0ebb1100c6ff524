"""Counts of one vote that a paper writes in lines of their own: "ZA: 12", below it "PROTI: 1", "| VZDRŽANI | 2 |"."""

from __future__ import annotations

import re

_WORD = (
    r"(?:(?P<for>za)|(?P<against>proti)|(?P<abstained>vzdr[žz]an\w{0,3}|vzdr[žz]?\.?|neopredeljen\w{0,3})"
    r"|(?P<present>navzo[čc]\w{0,4}|prisotn\w{1,4}|kvorum|oddan\w{0,3} glas\w{0,3})"
    r"|(?P<silent>nis?o? glasoval\w?|opredeljen\w{1,2}))"
)
# The same word in Italian or Hungarian, as councils with a national community write it.
_BESIDE = (
    r"(?:\s?[/(–-]?\s?(?:favorevol[ei]|contrar[ioae]|astenut[ioae]|present[ei]"
    r"|igen|nem|mellette|ellene|tartózkod\w{2,4}|jelen)\)?)?"
)
_TALLY = r"(?:\d{1,3}|/|[–-]|nih[čc]e)"
_VOTES = r"(?:glas\w{0,3}|[čc]lan\w{0,3}|svetni[kc]\w{0,2})"
_OPENING = r"(?:[-–•*|]|\[[ xX]?\])?\s{0,3}(?:(?:(?:izid|rezultat) )?glasovanj\w:? ?|(?:[šs]t(?:evilo|\.) )?glasov )?"
_SHAPES = tuple(
    re.compile(rf"\W{{0,2}}{_OPENING}{shape}\s{{0,40}}\|?[.,;]?\W?\Z", re.IGNORECASE)
    for shape in (
        rf"[»\"]?{_WORD}[«\"]?{_BESIDE}(?:\s{{0,40}}[:=–|-]\s{{0,40}}|\s{{1,40}})"
        rf"(?:{_VOTES}:? |vrnjen\w{{0,2}}:? )?{_TALLY}(?: {_VOTES})?(?: \([\d.,]{{1,5}} ?%\))?",
        rf"(?:\d{{1,3}}|nih[čc]e) ?[x×]? ?(?:{_VOTES} )?(?:(?:je|so|sta|se je|se) )?[»\"]?{_WORD}[«\"]?",
    )
)
_NAME = r"(?:(?:mag|dr|ga?)\. )?(?-i:[A-ZČŠŽĆĐ])[\w’'.-]{0,25}(?: (?-i:[A-ZČŠŽĆĐ])[\w’'.-]{0,25}){0,3}"
_LIST = re.compile(
    rf"\W{{0,3}}(?:{_WORD}|vzdrž\w{{0,5}} (?:so|sta|je) se)(?: (?:so|sta|je)(?: \w{{3,10}})?)?\s{{0,3}}[:–-]\s{{0,20}}"
    rf"(?:{_NAME}(?:(?:,| in| ter)\s{_NAME}){{0,50}},?|nih[čc]e|/|[–-])\s?(?:[(–=-]\s?\d{{1,2}}\)?)?\W?\Z",
    re.IGNORECASE,
)
_HEAD_WORD = (
    r"(?:za|proti|vzdr[žz]an\w{0,3}|vzdr[žz]?\.?|navzo[čc]\w{0,4}|prisotn\w{1,4}"
    r"|ni(?:so)? glasoval\w?|odsotn\w{1,3}|glasoval\w|skupaj)"
)
_HEAD = re.compile(rf"\W{{0,3}}{_HEAD_WORD}(?:[\s|/,–-]{{1,40}}{_HEAD_WORD}){{1,5}}\W{{0,3}}\Z", re.IGNORECASE)
_FIGURES = re.compile(r"\W{0,3}\d{1,3}(?:[\s|/,–-]{1,40}\d{1,3}){1,5}\W{0,3}\Z")
_SENTENCE = re.compile(r"[.!?»”(] ?")
_LONGEST = 80  # characters of a line that holds one count
_LONGEST_LIST = 900  # characters of the names of those who gave one answer


def is_list_on(before: str, after: str) -> bool:
    """Whether two stretches of lines name who gave one answer and who gave another.

    >>> is_list_on("ZA: Kos, Bevk, Lah (3)", "PROTI: Vidic (1)"), is_list_on("Za: Ana Kos", "V vednost: Jan Lah")
    (True, False)
    """
    return _is_list(after) and (_is_list(before.rpartition("\n")[2]) or _is_list(before))


def is_row_on(before: str, after: str) -> bool:
    """Whether a line names the counts whose figures stand in the next one.

    >>> is_row_on("ZA   PROTI   NI GLASOVAL", "8   2   2"), is_row_on("Za starejše", "8   2   2")
    (True, False)
    """
    return names_counts(before) and len(after) <= _LONGEST and _FIGURES.match(after) is not None


def names_counts(line: str) -> bool:
    """Whether a line holds nothing but the names of counts: "ZA   PROTI   VZDRŽANI"."""
    return len(line) <= _LONGEST and "proti" in line.lower() and _HEAD.match(line.strip()) is not None


def _is_list(text: str) -> bool:
    return len(text) <= _LONGEST_LIST and _LIST.match(text.strip()) is not None


def is_count_on(before: str, after: str) -> bool:
    """Whether two lines hold counts of one vote, each another one.

    >>> is_count_on("ZA: 12", "PROTI: 1"), is_count_on("1 PROTI", "2 VZDRŽANA"), is_count_on("ZA: 12", "ZA: 13")
    (True, True, False)
    """
    second = count_in(after)
    if second is None:
        return False
    first = count_in(before) or count_in(_SENTENCE.split(before)[-1])  # "Sklep: Svet se seznani. ZA 12"
    return first is not None and first != second and second != "present"


def count_in(line: str) -> str | None:
    """What a line counts, if it holds a count and nothing else.

    >>> count_in("Število glasov PROTI: 1"), count_in("ZA: 12 občin")
    ('against', None)
    """
    if len(line) > _LONGEST:
        return None
    match = next(filter(None, (shape.match(line.strip()) for shape in _SHAPES)), None)
    return match.lastgroup if match else None
