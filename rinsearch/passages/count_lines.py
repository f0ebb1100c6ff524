"""Counts of one vote that a paper writes in lines of their own: "ZA: 12", below it "PROTI: 1", "| VZDRŽANI | 2 |"."""

from __future__ import annotations

import re

_WORD = (
    r"(?:(?P<for>za)|(?P<against>proti)|(?P<abstained>vzdr[žz]an\w{0,3}|vzdr[žz]?\.?|neopredeljen\w{0,3})"
    r"|(?P<present>navzo[čc]\w{0,4}|prisotn\w{1,4}|kvorum|oddan\w{0,3} glas\w{0,3})|(?P<silent>nis?o? glasoval\w?))"
)
_TALLY = r"(?:\d{1,3}|/|[–-]|nih[čc]e)"
_VOTES = r"(?:glas\w{0,3}|[čc]lan\w{0,3}|svetni[kc]\w{0,2})"
_OPENING = r"(?:[-–•*|]|\[[ xX]?\])?\s{0,3}(?:(?:(?:izid|rezultat) )?glasovanj\w:? ?|(?:[šs]t(?:evilo|\.) )?glasov )?"
_SHAPES = tuple(
    re.compile(rf"\W{{0,2}}{_OPENING}{shape}\s{{0,3}}\|?[.,;]?\W?\Z", re.IGNORECASE)
    for shape in (
        rf"[»\"]?{_WORD}[«\"]?(?:\s{{0,3}}[:=–|-]\s{{0,3}}|\s{{1,40}})"
        rf"(?:{_VOTES}:? |vrnjen\w{{0,2}}:? )?{_TALLY}(?: {_VOTES})?",
        rf"(?:\d{{1,3}}|nih[čc]e) ?[x×]? ?(?:{_VOTES} )?(?:(?:je|so|sta|se je|se) )?[»\"]?{_WORD}[«\"]?",
    )
)
_SENTENCE = re.compile(r"[.!?»”(] ?")
_LONGEST = 80  # characters of a line that holds one count


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
