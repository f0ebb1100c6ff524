"""Words and signs of a vote in the order of the text: what the counts of a vote are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rinsearch.sieve import Sieve
from rinsearch.taxonomy import fold, toml

KEYS = ("for", "against", "abstained", "present")
PIECE = re.compile(r"(?<![^\W_])[Zz] [Aa](?![^\W_])|[^\W_]+|[^\w\s]")  # a scan's "Z A" is one word
KEPT_WORDS = 1 << 14
WINDOW = 60  # characters before a word of a count: most stretches are shorter
QUOTES = '"»«„“”'
BRACKET, COLON = 0.9, 0.25
SEPARATORS = {
    **dict.fromkeys("([", BRACKET),
    **dict.fromkeys(",;/|)]+&•·▪", 1.0),
    **dict.fromkeys("–-", 0.5),
    ".": 2.0,
    ":": COLON,
    "?": COLON,  # "Kdo je za? 9. Proti? 16."
    "=": 0.0,
}
GLUE_COST = 1.0
FILL_COST = 0.01  # of two ways that are alike the nearer one
# What a scan makes of figures: "I glas proti", "ZA – l1", and of a figure that stands alone behind or before its word.
MISREAD = re.compile(r"(?:[lI]{1,2}(?= glas)|[lIO]?\d[lIOoSB]?(?!\w)|[lI]O(?!\w))")
LOOKALIKES = str.maketrans("lIOoSB", "110058")
LONE = {"O": 0, "Q": 0, "l": 1, "I": 1}
BESIDE = re.compile(r" (?:proti|vzdrž|ZA\b)", re.IGNORECASE)
FIGURES = re.compile(r"(\d{1,3})[x×]?", re.IGNORECASE)
PERCENT = re.compile(r"\(?\b\d{1,3}(?:[.,]\d{1,2})? ?%\)?")
JOINED = re.compile(r"(?<![^\W_])(?:za|proti|vzdržan[aioeh]{0,2})[/:–-]$", re.IGNORECASE)  # "9 ZA-4 PROTI"
SHORTENED = re.compile(r"(?<![^\W_])(?:vzdrž|vzdr|vzd|pris|navz?|št|štev|tj|oz)$", re.IGNORECASE)
NOTHING = re.compile(
    r"(?<![^\W_])(?:proti|vzdržan[aioe]?\w{0,2})(?: ?[/(–-] ?[^\W\d_]{3,12}\)?)?(?P<colon>:)? $", re.IGNORECASE
)  # "PROTI: /" is none
ALONE = re.compile(r"\s*(?:[,;.)\]]|$)")  # behind a stroke that no colon announces: "ZA 12, PROTI /", not "PROTI / ZA"
# What a typist or a scan makes of the word, in small letters; *vzdrževanje* is another one.
ABSTAINED = re.compile(r"vzdr[žz](?:[aeio](?!v)\w{0,4}|l\w{0,2})?")
NEVER = re.compile(r"(?!)")
FIGURE = re.compile(r" ?\d|\w")
AFTER = re.compile(r"[.,/:]\d|[–-]\d|\. ?(?!glas)[a-zčšž]| ?%|\w")


class Piece(NamedTuple):
    """A word or sign of a run: a count's ``key`` or a ``number``; what it costs to pair over it; where it stands.

    ``sign`` tells of "14 od 15" (of), "vseh 14" (all) and "proti in vzdržanih ni bilo" (and) what the word is.
    """

    key: str
    number: int | None
    cost: float
    start: int
    end: int
    sign: str = ""


def runs(text: str) -> Iterator[list[Piece]]:
    """Stretches of a text in which only words and signs of votes stand, around each word of a count.

    Most words of a passage are looked at by one regular expression alone, for no run without such a word is a vote.
    """
    keys = tuple(_keyed().finditer(text))
    passed, at = _passed(text) if keys else [], 0  # one passage in three that has the sign of a vote has no such word
    for key in keys:
        if key.start() >= at:
            run: list[Piece] = []
            for match in PIECE.finditer(text, _beginning(text, key.start(), at, passed)):
                at = match.end()
                plain = _is_plain(match[0]) and not (passed and _is_within(match.start(), passed))
                piece = None if plain else _same(match, run) or _lone(text, match, run) or _piece(text, match, passed)
                if piece is not None:
                    run.append(piece)
                    continue
                if len(run) > 1:
                    yield run
                run = []
                if match.start() > key.start():
                    break
            if len(run) > 1:
                yield run


def _beginning(text: str, key: int, least: int, passed: list[tuple[int, int]]) -> int:
    """Where the stretch before a word of a count begins: behind the last word that is in none of the lists."""
    back = WINDOW
    while True:
        first = max(least, key - back)
        while first > least and text[first - 1].isalnum():
            first -= 1
        for match in reversed(list(PIECE.finditer(text, first, key))):
            if _is_plain(match[0]) and not (passed and _is_within(match.start(), passed)):
                return match.end()
        if first == least:
            return least
        back *= 4


def _is_within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in spans)


@lru_cache(maxsize=KEPT_WORDS)
def _is_plain(word: str) -> bool:
    """Whether a word is in none of the lists and has no sign: it ends a run, whatever stands beside it."""
    lower = word.lower()
    begins = toml("votes.toml")["missing"]["pattern"].startswith(lower) or lower in toml("votes.toml")["same"]["words"]
    listed = lower in _keys() or word in _answers() or lower in numbers() or lower in _costs()
    begins = begins or ABSTAINED.fullmatch(lower) is not None
    return word.isalpha() and len(word) > 2 and not begins and not listed


def _same(match: re.Match[str], run: list[Piece]) -> Piece | None:
    """ "Prav toliko": the last number of the run once more."""
    if match[0].lower() not in toml("votes.toml")["same"]["words"]:
        return None
    last = next((piece.number for piece in reversed(run) if piece.number is not None), None)
    return None if last is None else Piece("", last, 0.0, match.start(), match.end())


def _lone(text: str, match: re.Match[str], run: list[Piece]) -> Piece | None:
    """A figure that a scan made a letter: "PROTI: O", "l vzdržan"."""
    number = LONE.get(match[0])
    if number is None or not run:
        return None
    behind = run[-1].key or (len(run) > 1 and run[-2].key and 0.0 < run[-1].cost < BRACKET)
    return Piece("", number, 0.0, *match.span()) if behind or BESIDE.match(text, match.end()) else None


def _passed(text: str) -> list[tuple[int, int]]:
    """What is passed over: the object beside "za", and shares beside the counts, as in "ZA 12 (80 %)"."""
    lower = text.lower()
    whole, *bare = _object() if "za " in lower or "proti" in lower else (NEVER,)
    found = [(match.start("words"), match.end()) for match in whole.finditer(text)]
    found += [match.span() for pattern in _beside().kept(lower) for match in pattern.finditer(text)]
    found += [match.span() for match in _but().finditer(text)] if "razen" in lower else []
    found += [match.span() for match in PERCENT.finditer(text)] if "%" in text else []
    found += [match.span("words") for match in _clause().finditer(text)]
    return found + [match.span("words") for pattern in bare for match in pattern.finditer(text) if _is_object(match)]


def _is_object(match: re.Match[str]) -> bool:
    """Words that are no numbers, keys or fillers themselves: "za pobudo", not "za je glasovalo šest"."""
    words = match["words"].lower().split()
    return not any(word in numbers() or word in _keys() or word in _costs() for word in words)


def _piece(text: str, match: re.Match[str], passed: list[tuple[int, int]]) -> Piece | None:
    word, start, end = match[0], match.start(), match.end()
    lower = word.lower() if word.isdigit() else word.lower().replace("0", "o").replace(" ", "")  # a scan's "PR0TI"
    if passed and _is_within(start, passed):
        return Piece("", None, 0.0, start, end)
    if key := _key_of(word, lower):
        quoted = start > 0 and text[start - 1] in QUOTES and text[end : end + 1] in tuple(QUOTES)
        return Piece(key, None, 0.0, start - quoted, end + quoted)
    if lower == "ni" and _missing().match(text, start):
        return Piece("", 0, 0.0, start, end)
    if lower in numbers():
        return Piece("", numbers()[lower], 0.0, start, end)
    if (cost := _costs().get(lower)) is not None:
        return _sign(text, start, end) or Piece("", None, cost, start, end, _signs().get(lower, ""))
    if (figure := FIGURES.fullmatch(word)) or MISREAD.match(text, start):
        number = int(figure[1]) if figure else int(word.translate(LOOKALIKES))
        return Piece("", number, 0.0, start, end) if _stands_alone(text, start, end) else None
    return None


def _key_of(word: str, lower: str) -> str | None:
    return _keys().get(lower) or _answers().get(word) or ("abstained" if ABSTAINED.fullmatch(lower) else None)


def _sign(text: str, start: int, end: int) -> Piece | None:
    """A full stop that ends no sentence, and a stroke that stands for none: "vzdr. 2", "PROTI: /"."""
    sign = text[start:end]
    if sign == "." and SHORTENED.search(text[max(0, start - 6) : start]):
        return Piece("", None, 0.0, start, end)
    told = NOTHING.search(text[max(0, start - 32) : start]) if sign in ("/", "–", "-") else None
    if told and not FIGURE.match(text, end) and (told["colon"] or ALONE.match(text, end)):
        return Piece("", 0, 0.0, start, end)
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """ "15" in "za 15." but not in "15. seja", "9.00", "18:00", "7/2017" or "3 %"."""
    joined = start > 1 and text[start - 1] in ".,/–-:" and text[start - 2].isalnum()
    if end - start > 3 or (joined and not JOINED.search(text[max(0, start - 12) : start])):
        return False
    return not AFTER.match(text, end)


@cache
def _keys() -> dict[str, str]:
    return {word: key for key, words in toml("votes.toml")["keys"].items() if key in KEYS for word in words}


@cache
def _keyed() -> re.Pattern[str]:
    """The words of counts; a scan's "PR0TI" and "Z A", too."""
    words = sorted({*_keys(), "vzdr"}, key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace("o", "[o0]") for word in words if not word.startswith("vzdr"))
    first = "".join(sorted({word[0] for word in words}))
    begun = rf"(?=[{first}{first.upper()}])(?i:vzdr|(?:z a|{spelled})(?![^\W_]))"
    return re.compile(rf"(?<![^\W_])(?:{begun}|(?:{'|'.join(_answers())})(?![^\W_]))")


@cache
def _answers() -> dict[str, str]:
    return {word: key for key, words in toml("votes.toml")["answers"].items() if key in KEYS for word in words}


@cache
def _signs() -> dict[str, str]:
    return {word: sign for sign in ("of", "all", "and") for word in toml("votes.toml")["signs"][sign]}


def number_of(word: str) -> int | None:
    """A number in figures or in words; nothing where it is neither."""
    return int(word) if word.isdigit() else numbers().get(word.lower())


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
    forms |= {stem + ending: n for n, stem in enumerate(stems["collective"], start=2) for ending in "aeio"}
    known = {**forms, **words["numbers"], **dict.fromkeys(words["none"]["words"], 0)}
    return {fold(form): number for form, number in known.items()} | known  # "stirje" where a scan lost the carons


@cache
def _costs() -> dict[str, float]:
    words = toml("votes.toml")
    filled = dict.fromkeys(words["fill"]["words"], FILL_COST)
    glued = dict.fromkeys(words["glue"]["words"], GLUE_COST)
    return {**filled, **glued, **SEPARATORS, **dict.fromkeys(QUOTES, 0.0)}


@cache
def _object() -> tuple[re.Pattern[str], ...]:
    shapes = toml("votes.toml")["object"]
    named = ("pattern", "before", "behind", "after")
    return tuple(re.compile(r"(?<![^\W_])" + shapes[name], re.IGNORECASE) for name in named)


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + toml("votes.toml")["object"]["clause"], re.IGNORECASE)


@cache
def _beside() -> Sieve[re.Pattern[str]]:
    pattern = re.compile(toml("votes.toml")["beside"]["pattern"], re.IGNORECASE)
    return Sieve([(pattern, pattern)])


@cache
def _but() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + toml("votes.toml")["but"]["pattern"], re.IGNORECASE)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(toml("votes.toml")["missing"]["pattern"] + r"(?![^\W_])", re.IGNORECASE)
