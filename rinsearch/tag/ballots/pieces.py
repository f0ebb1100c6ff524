"""Words and signs of a vote in the order of the text: what the counts of a vote are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rinsearch.tag.ballots.vote_objects import passed_over
from rinsearch.tag.ballots.vote_words import BRACKET, QUOTES, answers, costs, keyed, keys, signs
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import numbers
from rinsearch.taxonomy.phrases import phrase

PIECE = re.compile(r"(?<![^\W_])[Zz] [Aa](?![^\W_])|[^\W_]+|[^\w\s]")  # a scan's "Z A" is one word
KEPT_WORDS = 1 << 14
WINDOW = 15  # characters before a word of a count: most words that stand before one end the stretch
LOOKALIKES = str.maketrans("lIOoSB", "110058")
LONE = {"O": 0, "Q": 0, "l": 1, "I": 1}  # what a scan makes of a figure that stands alone behind or before its word
FIGURES = re.compile(r"(\d{1,3})[x×]?", re.IGNORECASE)
ALONE = re.compile(r"\s*(?:[,;.)\]]|$)")  # behind a stroke that no colon announces: "ZA 12, PROTI /", not "PROTI / ZA"
FIGURE = re.compile(r" ?\d|\w")
ORDINAL = re.compile(r"\.,? [a-zčšž\d]")  # behind a scan's "l" in "Za l. in 2. točko"


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
    counted = tuple(keyed().finditer(text))
    # One passage in three that has the sign of a vote has no such word.
    passed, at = passed_over(text) if counted else [], 0
    for key in counted:
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
    words = toml("votes.toml")
    begins = lower in words["missing"]["begins"] or lower in words["same"]["words"]
    listed = _key_of(word, lower) is not None or lower in numbers() or lower in costs()
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
    if number is None or not run or ORDINAL.match(text, match.end()):
        return None
    behind = run[-1].key or (len(run) > 1 and run[-2].key and 0.0 < run[-1].cost < BRACKET)
    beside = behind or phrase("beside-lone-letter").match(text, match.end())
    return Piece("", number, 0.0, *match.span()) if beside else None


def _piece(text: str, match: re.Match[str], passed: list[tuple[int, int]]) -> Piece | None:
    word, start, end = match[0], match.start(), match.end()
    lower = word.lower() if word.isdigit() else word.lower().replace("0", "o").replace(" ", "")  # a scan's "PR0TI"
    if passed and _is_within(start, passed):
        return Piece("", None, 0.0, start, end)
    if key := _key_of(word, lower):
        quoted = start > 0 and text[start - 1] in QUOTES and text[end : end + 1] in tuple(QUOTES)
        return Piece(key, None, 0.0, start - quoted, end + quoted)
    if lower in toml("votes.toml")["missing"]["begins"] and _missing().match(text, start):
        return Piece("", 0, 0.0, start, end)
    if lower in numbers():
        return Piece("", numbers()[lower], 0.0, start, end)
    if (cost := costs().get(lower)) is not None:
        return _sign(text, start, end) or Piece("", None, cost, start, end, signs().get(lower, ""))
    if (figure := FIGURES.fullmatch(word)) or phrase("figure-misread").match(text, start):
        number = int(figure[1]) if figure else int(word.translate(LOOKALIKES))
        return Piece("", number, 0.0, start, end) if _stands_alone(text, start, end) else None
    return None


def _key_of(word: str, lower: str) -> str | None:
    if key := keys().get(lower) or answers().get(word):
        return key
    return "abstained" if phrase("abstained-however-spelled").fullmatch(lower) else None


def _sign(text: str, start: int, end: int) -> Piece | None:
    """A full stop that ends no sentence, and a stroke that stands for none: "vzdr. 2", "PROTI: /"."""
    sign = text[start:end]
    leader = sign == "." and "." in (text[start - 1 : start], text[end : end + 1])  # "Proti ...... 1"
    if leader or (sign == "." and phrase("shortened-before-stop").search(text[max(0, start - 6) : start])):
        return Piece("", None, 0.0, start, end)
    told = phrase("none-by-stroke").search(text[max(0, start - 32) : start]) if sign in ("/", "–", "-") else None
    if told and not FIGURE.match(text, end) and (told["colon"] or ALONE.match(text, end)):
        return Piece("", 0, 0.0, start, end)
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """ "15" in "za 15." but not in "15. seja", "9.00", "18:00", "7/2017" or "3 %"."""
    joined = start > 1 and text[start - 1] in ".,/–-:" and text[start - 2].isalnum()
    if end - start > 3 or (joined and not phrase("joined-before-figure").search(text[max(0, start - 12) : start])):
        return False
    return not phrase("no-count-behind").match(text, end)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(toml("votes.toml")["missing"]["pattern"] + r"(?![^\W_])", re.IGNORECASE)
