"""Words and signs of a vote in the order of the text, and which number belongs to which word.

"za 25, proti 0" has its numbers behind the words, "15 glasov za, nihče proti" before them, and minutes mix both; so the
numbers are dealt out over a whole run of such words at the least cost: a pair must be near, and few may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rinsearch.taxonomy import toml

KEYS = ("for", "against", "abstained", "present")
PIECE = re.compile(r"[^\W_]+|[^\w\s]")
KEPT_WORDS = 1 << 14
QUOTES = '"»«„“”'
BRACKET = 0.9
SEPARATORS = {
    **dict.fromkeys("([", BRACKET),
    **dict.fromkeys(",;/|)]", 1.0),
    **dict.fromkeys("–-", 0.5),
    ".": 2.0,
}
COLON_BACK = 2.0  # "19: ZA" is no pair, "ZA: 19" is one
GLUE_COST = 1.0
FILL_COST = 0.01  # of two ways that are alike the nearer one
LEFT_OVER = {True: 3.0, False: 2.0}  # a word without a number weighs more than a number without a word


class Piece(NamedTuple):
    """A word or sign of a run: a count's ``key`` or a ``number``; what it costs to pair over it; where it stands."""

    key: str
    number: int | None
    cost: float
    start: int
    end: int


class Count(NamedTuple):
    """One count of a vote, and where it stands."""

    key: str
    number: int
    start: int
    end: int


def runs(text: str) -> Iterator[list[Piece]]:
    """Stretches of a text in which only words and signs of votes stand."""
    run: list[Piece] = []
    objects = _objects(text)
    for match in PIECE.finditer(text):
        plain = not objects and _is_plain(match[0])
        piece = None if plain else _same(match, run) or _piece(text, match, objects)
        if piece is not None:
            run.append(piece)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def counts(run: list[Piece]) -> list[Count]:
    """The counts of a run: keys and numbers paired so that the least is left over."""
    items = [number for number, piece in enumerate(run) if piece.key or _counts(run, number)]
    costs = [0.0]  # the least cost of the items so far, and whether the last of them is then one of a pair
    paired = [False]
    for at, place in enumerate(items):
        alone = costs[at] + LEFT_OVER[bool(run[place].key)]
        both = alone
        if at and bool(run[items[at - 1]].key) != bool(run[place].key):
            both = costs[at - 1] + _between(run, items[at - 1], place)
        costs.append(min(alone, both))
        paired.append(both < alone)
    return _pairs([run[place] for place in items], paired)


def _pairs(items: list[Piece], paired: list[bool]) -> list[Count]:
    found = []
    at = len(items)
    while at:
        if paired[at]:
            found.append(_count(items[at - 2], items[at - 1]))
        at -= 2 if paired[at] else 1
    return found[::-1]


def _counts(run: list[Piece], at: int) -> bool:
    """A number, but not the same once more in brackets: "12 (dvanajst)"."""
    if run[at].number is None:
        return False
    return at < 2 or run[at - 2].number != run[at].number or run[at - 1].cost != BRACKET


def _between(run: list[Piece], first: int, second: int) -> float:
    cost = sum(piece.cost for piece in run[first + 1 : second])
    return cost if run[first].key else cost + COLON_BACK * sum(piece.cost == 0.25 for piece in run[first + 1 : second])


def _count(one: Piece, other: Piece) -> Count:
    key, number = (one, other) if one.key else (other, one)
    return Count(key.key, number.number or 0, one.start, other.end)


@lru_cache(maxsize=KEPT_WORDS)
def _is_plain(word: str) -> bool:
    """Whether a word is in none of the lists and has no sign: it ends a run, whatever stands beside it."""
    lower = word.lower()
    begins = toml("votes.toml")["missing"]["pattern"].startswith(lower) or lower in toml("votes.toml")["same"]["words"]
    listed = lower in _keys() or word in _answers() or lower in numbers() or lower in _costs()
    return word.isalpha() and len(word) > 2 and not begins and not listed


def _same(match: re.Match[str], run: list[Piece]) -> Piece | None:
    """ "Prav toliko": the last number of the run once more."""
    if match[0].lower() not in toml("votes.toml")["same"]["words"]:
        return None
    last = next((piece.number for piece in reversed(run) if piece.number is not None), None)
    return None if last is None else Piece("", last, 0.0, match.start(), match.end())


def _objects(text: str) -> list[tuple[int, int]]:
    """Where the object stands beside "za": these words are passed over."""
    whole, *bare = _object()
    found = [(match.start("words"), match.end()) for match in whole.finditer(text)]
    return found + [match.span("words") for pattern in bare for match in pattern.finditer(text) if _is_object(match)]


def _is_object(match: re.Match[str]) -> bool:
    """Words that are no numbers, keys or fillers themselves: "za pobudo", not "za je glasovalo šest"."""
    words = match["words"].lower().split()
    return not any(word in numbers() or word in _keys() or word in _costs() for word in words)


def _piece(text: str, match: re.Match[str], objects: list[tuple[int, int]]) -> Piece | None:
    word, start, end = match[0], match.start(), match.end()
    lower = word.lower() if word.isdigit() else word.lower().replace("0", "o")  # a scan's "PR0TI"
    if any(first <= start < last for first, last in objects):
        return Piece("", None, 0.0, start, end)
    if lower in _keys() or word in _answers():
        quoted = start > 0 and text[start - 1] in QUOTES and text[end : end + 1] in tuple(QUOTES)
        return Piece(_keys().get(lower) or _answers()[word], None, 0.0, start - quoted, end + quoted)
    if _missing().match(text, start):
        return Piece("", 0, 0.0, start, end)
    if lower in numbers():
        return Piece("", numbers()[lower], 0.0, start, end)
    if (figure := FIGURES.fullmatch(word)) or MISREAD.match(text, start):
        number = int(figure[1]) if figure else int(word.translate(LOOKALIKES))
        return Piece("", number, 0.0, start, end) if _stands_alone(text, start, end) else None
    if word == "." and SHORTENED.search(text[max(0, start - 6) : start]):
        return Piece("", None, 0.0, start, end)
    if word in "/–-" and NOTHING.search(text[max(0, start - 12) : start]) and not FIGURE.match(text, end):
        return Piece("", 0, 0.0, start, end)
    cost = _costs().get(lower)
    return None if cost is None else Piece("", None, cost, start, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """ "15" in "za 15." but not in "15. seja", "9.00", "18:00", "7/2017" or "3 %"."""
    joined = start > 1 and text[start - 1] in ".,/–-:" and text[start - 2].isalnum()
    if end - start > 3 or (joined and not JOINED.search(text[max(0, start - 12) : start])):
        return False
    return not AFTER.match(text, end)


# What a scan makes of figures: "I glas proti", "ZA – l1".
MISREAD = re.compile(r"(?:[lI](?= glas)|[lIO]?\d[lIO]?(?!\w)|[lI]O(?!\w))")
LOOKALIKES = str.maketrans("lIO", "110")
FIGURES = re.compile(r"(\d{1,3})[x×]?", re.IGNORECASE)
JOINED = re.compile(r"(?<![^\W_])(?:za|proti|vzdržan[aioeh]{0,2})[/:–-]$", re.IGNORECASE)  # "9 ZA-4 PROTI"
SHORTENED = re.compile(r"(?<![^\W_])(?:vzdrž|vzdr|vzd|pris|navz?)$", re.IGNORECASE)
NOTHING = re.compile(r"(?<![^\W_])(?:proti|vzdržan[aioe]?\w{0,2}): $", re.IGNORECASE)  # "PROTI: /" is none
FIGURE = re.compile(r" ?\d|\w")
AFTER = re.compile(r"[.,/:–-]\d|\. ?[a-zčšž]| ?%|\w")


@cache
def _keys() -> dict[str, str]:
    return {word: key for key, words in toml("votes.toml")["keys"].items() if key in KEYS for word in words}


@cache
def _answers() -> dict[str, str]:
    return {word: key for key, words in toml("votes.toml")["answers"].items() if key in KEYS for word in words}


@cache
def numbers() -> dict[str, int]:
    """Numbers in words in all their forms, to 49, and the words for none."""
    words = toml("votes.toml")
    stems = words["stems"]
    known = {stem: number for number, stem in enumerate(stems["teens"], start=5)} | stems["inflected"]
    for tens, ten in enumerate(stems["tens"], start=2):
        known |= {ten: tens * 10} | {f"{one}in{ten}": tens * 10 + n for n, one in enumerate(stems["ones"], start=1)}
        known |= {f"enain{ten}": tens * 10 + 1}
    forms = {stem + ending: number for stem, number in known.items() for ending in stems["endings"]}
    return {**forms, **words["numbers"], **dict.fromkeys(words["none"]["words"], 0)}


@cache
def _costs() -> dict[str, float]:
    words = toml("votes.toml")
    filled = dict.fromkeys(words["fill"]["words"], FILL_COST)
    glued = dict.fromkeys(words["glue"]["words"], GLUE_COST)
    return {**filled, **glued, **SEPARATORS, **dict.fromkeys(QUOTES, 0.0), ":": 0.25, "=": 0.0}


@cache
def _object() -> tuple[re.Pattern[str], ...]:
    shapes = toml("votes.toml")["object"]
    return tuple(re.compile(r"(?<![^\W_])" + shapes[name], re.IGNORECASE) for name in ("pattern", "before", "behind"))


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(toml("votes.toml")["missing"]["pattern"] + r"(?![^\W_])", re.IGNORECASE)
