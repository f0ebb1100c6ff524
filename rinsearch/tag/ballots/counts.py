"""Which number of a vote belongs to which word.

"za 25, proti 0" has its numbers behind the words, "15 glasov za, nihče proti" before them, and minutes mix both; so the
numbers are dealt out over a whole run of such words at the least cost: a pair must be near, and few may be left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rinsearch.tag.ballots.pieces import Piece
from rinsearch.tag.ballots.vote_words import BRACKET, COLON, FILL_COST

COLON_BACK = 2.0  # "19: ZA" is no pair, "ZA: 19" is one
REST_REACH = 5  # words between those who are left and their vote: "ostali so glasovali za", "vsi drugi pa za"
LEFT_OVER = {True: 3.0, False: 2.0}  # a word without a number weighs more than a number without a word


class Count(NamedTuple):
    """One count of a vote, and where it stands."""

    key: str
    number: int
    start: int
    end: int


def counts(run: list[Piece]) -> list[Count]:
    """The counts of a run: keys and numbers paired so that the least is left over."""
    if not any(piece.key for piece in run) or all(piece.number is None for piece in run):
        return []  # most runs: "2017.", "se je pri"
    totals = {at: _present_of(run, at) for at in range(len(run)) if _is_total(run, at)}
    told = {each for each in totals.values() if each is not None}
    items = [at for at, piece in enumerate(run) if at not in totals and at not in told and _is_item(run, at)]
    pairs = _pairs(items, _paired(run, items))
    found = [_count(run[first], run[second]) for first, second in pairs]
    found += [_count(run[number], run[key]) for number, key in totals.items() if key is not None]
    found += _shared(run, items, pairs)
    found += _of_present(run, items, pairs, totals)
    if rest := _rest(run, items, pairs, found):
        return sorted([*found, rest], key=lambda count: count.start)
    return _with_all(run, items, pairs, sorted(found, key=lambda count: count.start))


def _paired(run: list[Piece], items: list[int]) -> list[bool]:
    """For each item whether, of all items up to it, it is cheapest as the second one of a pair."""
    costs, paired = [0.0], [False]
    for at, place in enumerate(items):
        alone = costs[at] + LEFT_OVER[bool(run[place].key)]
        both = alone
        if at and bool(run[items[at - 1]].key) != bool(run[place].key):
            both = costs[at - 1] + _between(run, items[at - 1], place)
        costs.append(min(alone, both))
        paired.append(both < alone)
    return paired


def _pairs(items: list[int], paired: list[bool]) -> list[tuple[int, int]]:
    found = []
    at = len(items)
    while at:
        if paired[at]:
            found.append((items[at - 2], items[at - 1]))
        at -= 2 if paired[at] else 1
    return found[::-1]


def _is_item(run: list[Piece], at: int) -> bool:
    """A key, or a number, but not the same once more in brackets: "12 (dvanajst)"."""
    if run[at].key or run[at].number is None:
        return bool(run[at].key)
    return at < 2 or run[at - 2].number != run[at].number or run[at - 1].cost != BRACKET


def _is_total(run: list[Piece], at: int) -> bool:
    """Whether a number says out of how many: "14 od 15", "14 glasov od skupno 15", "je od 15 navzočih glasovalo 14"."""
    if run[at].number is None:
        return False
    before = _over_fillers(run, at, -1)
    if before <= 0 or run[before].sign != "of":
        return False
    return run[_over_fillers(run, before, -1)].number is not None or _present_of(run, at) is not None


def _present_of(run: list[Piece], at: int) -> int | None:
    """The word behind such a number that makes it the number of those present: "14 od 15 navzočih"."""
    behind = _over_fillers(run, at, 1)
    return behind if behind < len(run) and run[behind].key == "present" else None


def _over_fillers(run: list[Piece], at: int, step: int) -> int:
    at += step
    while 0 <= at < len(run) and run[at].cost == FILL_COST:
        at += step
    return max(at, 0)


def _between(run: list[Piece], first: int, second: int) -> float:
    cost = sum(piece.cost for piece in run[first + 1 : second])
    return cost if run[first].key else cost + COLON_BACK * sum(piece.cost == COLON for piece in run[first + 1 : second])


def _of_present(
    run: list[Piece], items: list[int], pairs: list[tuple[int, int]], totals: dict[int, int | None]
) -> Iterator[Count]:
    """ "11 od 14 navzočih, trije so se vzdržali": the first number is that of those who are for it."""
    taken = {at for pair in pairs for at in pair}
    if not pairs or any(run[at].key == "for" for at in items):
        return
    for total in (at for at, key in totals.items() if key is not None):
        first = max((at for at in items if at < total), default=None)
        if first is not None and first not in taken and run[first].number is not None:
            yield Count("for", run[first].number or 0, run[first].start, run[first].end)


def _shared(run: list[Piece], items: list[int], pairs: list[tuple[int, int]]) -> Iterator[Count]:
    """One word of none for two counts: "proti in vzdržanih ni bilo", "nihče ni bil proti ali vzdržan"."""
    none = {at: pair for pair in pairs for at in pair if any(run[each].number == 0 for each in pair)}
    settled = {at for pair in pairs for at in pair}
    for first, second in pairwise(items):
        alone, other = (first, second) if first not in settled else (second, first)
        joined = any(piece.sign == "and" for piece in run[first + 1 : second])
        if alone in settled or other not in none or not (run[alone].key and run[other].key) or not joined:
            continue
        if sum(piece.cost for piece in run[first + 1 : second]) < 2 and run[alone].key in ("against", "abstained"):
            yield Count(run[alone].key, 0, run[alone].start, run[alone].end)


def _rest(run: list[Piece], items: list[int], pairs: list[tuple[int, int]], found: list[Count]) -> Count | None:
    """ "Prisotnih 17, proti 2, ostali za": all others of those who are present, as soon as somebody is counted."""
    present = [count.number for count in found if count.key == "present"]
    others = {count.key: count.number for count in found if count.key != "present"}
    lone = [at for at in items if run[at].key and not any(at in pair for pair in pairs)]
    if len(present) != 1 or len(lone) != 1 or not others or run[lone[0]].key in others:
        return None
    told = any(piece.sign == "rest" for piece in run[max(0, lone[0] - REST_REACH) : lone[0]])
    left = present[0] - sum(others.values())
    return Count(run[lone[0]].key, left, run[lone[0]].start, run[lone[0]].end) if told and left >= 0 else None


def _with_all(run: list[Piece], items: list[int], pairs: list[tuple[int, int]], found: list[Count]) -> list[Count]:
    """ "Vseh 14 navzočih je glasovalo za": those who are present are those who are for it."""
    present = [count for count in found if count.key == "present"]
    keys = [run[at] for at in items if run[at].key == "for" and not any(at in pair for pair in pairs)]
    whole = any(piece.sign == "all" for piece in run)
    if len(present) != 1 or len(keys) != 1 or any(count.key == "for" for count in found):
        return found
    if not (whole or _is_said_of(run, keys[0], present[0])):
        return found
    start, end = min(keys[0].start, present[0].start), max(keys[0].end, present[0].end)
    return sorted([*found, Count("for", present[0].number, start, end)], key=lambda count: count.start)


def _is_said_of(run: list[Piece], key: Piece, present: Count) -> bool:
    """ "Za je bilo 20 navzočih": the word stands beside those who are present, with nothing but fillers between."""
    first, last = sorted(((key.start, key.end), (present.start, present.end)))
    between = [piece for piece in run if first[1] <= piece.start < last[0]]
    numbered = run[[piece.start for piece in run].index(present.start)].number is not None
    return bool(between) and numbered and all(piece.cost == FILL_COST for piece in between)


def _count(one: Piece, other: Piece) -> Count:
    key, number = (one, other) if one.key else (other, one)
    return Count(key.key, number.number or 0, min(one.start, other.start), max(one.end, other.end))
