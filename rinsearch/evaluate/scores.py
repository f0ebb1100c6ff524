"""What was found beside what was expected, counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Key: TypeAlias = Any  # a value, or a tuple of values
Words: TypeAlias = Mapping[Key, str]  # values, each with the words that show it; without words where there are none
Counts: TypeAlias = tuple[int, int, int]  # right, wrong, missed


@dataclass(frozen=True, slots=True)
class Compared:
    """One label of one paper; what is ``free`` is neither right nor wrong."""

    found: Words
    expected: Words
    free: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Slip:
    """A value that is wrong or missed, and the words of the paper that belong to it."""

    value: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One label of one paper, counted; ``kind`` is the paper's kind as the gold has it."""

    label: str
    file: str
    kind: str
    right: int
    wrong: tuple[Slip, ...] = ()
    missed: tuple[Slip, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many are right, wrong and missed."""
        return self.right, len(self.wrong), len(self.missed)


def values(keys: Iterable[Key]) -> Words:
    """Values without words."""
    return dict.fromkeys(keys, "")


def counted(label: str, compared: Compared, file: str, kind: str) -> Outcome:
    """Count one label of one paper."""
    found, expected, free = compared.found, compared.expected, compared.free
    right = len(found.keys() & expected.keys())
    wrong = _slips(found, found.keys() - expected.keys() - free)
    return Outcome(label, file, kind, right, wrong, _slips(expected, expected.keys() - found.keys() - free))


def _slips(words: Words, keys: Iterable[Key]) -> tuple[Slip, ...]:
    slips = [Slip(shown(key), " ".join(words[key].split())) for key in keys]
    return tuple(sorted(slips, key=lambda slip: (slip.value, slip.words)))


def shown(key: Key) -> str:
    """A value as people read it; what is empty is left out.

    >>> shown(("Semič", "", "proposed"))
    'Semič, proposed'
    """
    return ", ".join(str(each) for each in key if each != "") if isinstance(key, tuple) else str(key)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a label: right, wrong (found and not expected), missed; ``wrong_at`` and ``missed_at`` say where.

    Of a ``share`` ("of what was found, how much is right") there is no recall.
    """

    label: str
    right: int
    wrong: int
    missed: int
    wrong_at: tuple[str, ...] = field(default=(), repr=False)
    missed_at: tuple[str, ...] = field(default=(), repr=False)
    share: bool = False

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; unknown where nothing was found."""
        return precision((self.right, self.wrong, self.missed))

    @property
    def recall(self) -> float | None:
        """Share of what was expected that was found; unknown where nothing was expected."""
        return None if self.share else recall((self.right, self.wrong, self.missed))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return None if self.share else f1((self.right, self.wrong, self.missed))

    def __str__(self) -> str:
        figures = zip("PRF", (self.precision, self.recall, self.f1), strict=True)
        shown = "  ".join(f"{name} {'  –  ' if value is None else f'{value:.3f}'}" for name, value in figures)
        return f"{self.label:16s} {shown}  {self.right:4d} right {self.wrong:3d} wrong {self.missed:3d} missed"


def score(label: str, outcomes: Iterable[Outcome], *, share: bool) -> Score:
    """The counts of a label over papers (micro average)."""
    right, wrong, missed = 0, list[str](), list[str]()
    for each in outcomes:
        right += each.right
        wrong += [f"{each.file}: {slip.value}" for slip in each.wrong]
        missed += [f"{each.file}: {slip.value}" for slip in each.missed]
    return Score(label, right, len(wrong), len(missed), tuple(wrong), tuple(missed), share)


def total(counts: Sequence[Counts]) -> Counts:
    """The sum of counts."""
    return sum(each[0] for each in counts), sum(each[1] for each in counts), sum(each[2] for each in counts)


def precision(counts: Counts) -> float | None:
    """Right among found.

    >>> precision((3, 1, 7)), precision((0, 0, 7))
    (0.75, None)
    """
    right, wrong, _ = counts
    return right / (right + wrong) if right + wrong else None


def recall(counts: Counts) -> float | None:
    """Right among expected.

    >>> recall((3, 7, 1)), recall((0, 7, 0))
    (0.75, None)
    """
    right, _, missed = counts
    return right / (right + missed) if right + missed else None


def f1(counts: Counts) -> float | None:
    """The harmonic mean of the two: 2 right / (2 right + wrong + missed).

    >>> f1((3, 1, 1)), f1((0, 0, 0))
    (0.75, None)
    """
    right, wrong, missed = counts
    both = 2 * right + wrong + missed
    return 2 * right / both if both else None
