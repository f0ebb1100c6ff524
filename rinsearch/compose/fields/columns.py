"""Which column of a table holds which field of a measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rinsearch.compose.fields.cells import AHEAD
from rinsearch.taxonomy import column_field, column_fields, toml
from rinsearch.taxonomy.phrases import phrase

LEAST_BARE = 3  # columns without a heading: what, who and until when
LEAST_KNOWN = 2  # columns by their headings, before the cells are asked about the others
ONE_ABOVE_THE_OTHER = " / "  # between headings of two lines
MEASURE = "measure"
STATE = "state"  # what came of it
ASSESSED = frozenset({"indicator", "note", "monitoring"})  # columns that may say what came of it
STAND_INS = ("description", "strategy")  # hold the measure where no column is called so


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a table by the number of their column; ``shared`` are fields that stand with another one."""

    fields: Mapping[str, int]
    shared: Mapping[str, int]
    called: bool = False  # whether a heading calls it "Ukrep" or the like, and not "Program", which may exist already
    guessed: bool = False  # whether no heading names the measure, and only what is left of the columns can be it

    @property
    def known(self) -> frozenset[str]:
        """All fields that the table has."""
        return frozenset(self.fields) | frozenset(self.shared)


@lru_cache(maxsize=256)
def columns_of(headings: tuple[str, ...], kinds: tuple[str | None, ...] = ()) -> Columns:
    """The fields of a table with these headings; ``kinds`` say what the cells of a column look like."""
    lower = _apart(headings)
    named = [_fields(heading) for heading in lower]
    if kinds and not any(headings):
        told = [None if kind == AHEAD else kind for kind in kinds]
        named = [(kind,) if kind and kind not in told[:at] else () for at, kind in enumerate(told)]
    named = _by_look(headings, named, kinds) if kinds else named
    named = _until_when(lower, named)
    measure = _measure(headings, named)
    guessed = measure is None
    if guessed and kinds:
        measure = _left_over(headings, named, kinds)
    fields: dict[str, int] = {} if measure is None else {MEASURE: measure}
    shared: dict[str, int] = {}
    for number, names in enumerate(named):
        free = [name for name in names if name not in fields and name != MEASURE]
        if number == measure:
            shared.update({name: number for name in free if name not in shared})
            continue
        if MEASURE in names[:1] and "description" not in fields:
            free.insert(0, "description")
        if free:
            fields[free[0]] = number
            shared.update({name: number for name in free[1:] if name not in shared})
    called = measure is not None and _strength(headings[measure]) < len(_stems()["sure"])
    return Columns(fields, {name: at for name, at in shared.items() if name not in fields}, called, guessed)


def _left_over(headings: tuple[str, ...], named: list[tuple[str, ...]], kinds: tuple[str | None, ...]) -> int | None:
    """The first column of text that nothing explains, beside those of who and until when ("Novost | Nosilec | Rok")."""
    if not {name for names in named for name in names} >= {"provider", "deadline"}:
        return None
    bare = not any(headings)
    unknown = (
        at for at, names in enumerate(named) if not names and (bare or headings[at].strip()) and kinds[at] is None
    )
    first = 0 if bare and len(named) == LEAST_BARE and named[0] == ("target_group",) else None
    return next(unknown, first)  # "Taxi za upokojence | Občina Beltinci | 2016": names that tell for whom they are


def _by_look(
    headings: tuple[str, ...], named: list[tuple[str, ...]], kinds: tuple[str | None, ...]
) -> list[tuple[str, ...]]:
    """Headings that say nothing ("Do", "Kateri") are told by their cells, in a table of which two columns are known."""
    known = {name for names in named for name in names}
    if len(known) < LEAST_KNOWN:
        return named
    told = list(named)
    for number, kind in enumerate(kinds):
        if kind == STATE and not set(named[number]) - ASSESSED:
            told[number] = (STATE,)
        elif kind == AHEAD and named[number] == (STATE,):
            told[number] = ()
        elif not named[number] and headings[number] and kind and kind not in {*known, AHEAD}:
            told[number] = (kind,)
            known.add(kind)
    return told


def _until_when(headings: tuple[str, ...], named: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without the column of beginnings where another one has the ends: "Začetek | Zaključek"."""
    times = [number for number, names in enumerate(named) if names[:1] == ("deadline",)]
    begins = {number for number in times if phrase("label-of-beginning").match(headings[number])}
    if len(begins) == len(times):
        return named
    return [() if number in begins else names for number, names in enumerate(named)]


def _apart(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without the one that stands above several of them: "Izvedba / Nosilec", "Izvedba / Rok"."""
    tops = Counter(heading.partition(ONE_ABOVE_THE_OTHER)[0] for heading in headings if ONE_ABOVE_THE_OTHER in heading)
    return tuple(
        heading.partition(ONE_ABOVE_THE_OTHER)[2] if tops[heading.partition(ONE_ABOVE_THE_OTHER)[0]] > 1 else heading
        for heading in headings
    )


def _fields(heading: str) -> tuple[str, ...]:
    """What a heading means: "Nosilec"; also "Ukrep v občini Kočevje" and, in a block of one measure, "Ukrep 2.13"."""
    known = column_fields(heading)
    if known:
        return known
    for shorter in (phrase("number-in-heading").sub("", heading), phrase("more-in-heading").sub("", heading)):
        if shorter != heading and column_fields(shorter):
            return column_fields(shorter)
    first = column_field(re.split(r"[\s(/]", heading.strip(), maxsplit=1)[0])
    return (first,) if first else ()


def _measure(headings: tuple[str, ...], named: list[tuple[str, ...]]) -> int | None:
    """The column that names the measure."""
    candidates = [number for number, names in enumerate(named) if MEASURE in names]
    if candidates:
        return min(candidates, key=lambda number: (named[number].index(MEASURE), _strength(headings[number]), number))
    return next((n for stand_in in STAND_INS for n, names in enumerate(named) if stand_in in names[:1]), None)


def names_measures(heading: str) -> bool:
    """Whether a heading says by a word of its own that measures stand below it: "Ukrep", not "Ime"."""
    words, stems = heading.casefold(), _stems()
    return any(stem in words for stem in (*stems["sure"], *stems["weak"]))


def _strength(heading: str) -> int:
    """The place of a heading's word among those that could name the measure: "Ukrep" before "Program"."""
    words, stems = heading.casefold(), _stems()
    ranked = (*stems["sure"], *stems["weak"])
    return next((rank for rank, stem in enumerate(ranked) if stem in words), len(ranked))


def _stems() -> Mapping[str, Sequence[str]]:
    stems: Mapping[str, Sequence[str]] = toml("list_phrases.toml")["strength"]
    return stems
