"""Edits, and the map from repaired text back to what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` become ``replacement``; ``rule`` says why."""

    start: int
    end: int
    replacement: str
    rule: str


Rule = Callable[[str], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Change:
    """One repair as it is told to people: the words before and after, and where they began in the raw text."""

    rule: str
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired text; ``origins[i]`` is the place in the raw text of the i-th character; they never go back."""

    text: str
    origins: Sequence[int]
    changes: tuple[Change, ...] = ()


def unchanged(text: str) -> Repaired:
    """The text as it is, with every character its own origin."""
    return Repaired(text, range(len(text)))


def apply(state: Repaired, rule: Rule) -> Repaired:
    """Apply the edits of one rule; edits come in order and do not overlap.

    >>> dash = lambda text: iter([Edit(1, 3, "-", "dash")])
    >>> apply(unchanged("a--b"), dash).text, apply(unchanged("a--b"), dash).origins
    ('a-b', (0, 1, 3))
    """
    edits = [edit for edit in rule(state.text) if state.text[edit.start : edit.end] != edit.replacement]
    if not edits:
        return state
    pieces: list[str] = []
    origins: list[int] = []
    last = 0
    for edit in edits:
        pieces += (state.text[last : edit.start], edit.replacement)
        origins += state.origins[last : edit.start]
        origins += _spread(state.origins, edit)
        last = edit.end
    pieces.append(state.text[last:])
    origins += state.origins[last:]
    changes = tuple(_change(state, edit) for edit in edits)
    return Repaired("".join(pieces), tuple(origins), state.changes + changes)


def _spread(origins: Sequence[int], edit: Edit) -> Iterator[int]:
    """The origin of each new character: its counterpart in what it replaces, or the last of that.

    A pure insertion would have no origin; no rule inserts.
    """
    last = max(edit.end - 1, edit.start)
    for number in range(len(edit.replacement)):
        yield origins[min(edit.start + number, last)]


def _change(state: Repaired, edit: Edit) -> Change:
    before = state.text[edit.start : edit.end]
    return Change(edit.rule, state.origins[edit.start], before, edit.replacement)


def apply_all(text: str, rules: Iterable[Rule]) -> Repaired:
    """Apply the rules in their order."""
    return apply_each(unchanged(text), rules)


def apply_each(state: Repaired, rules: Iterable[Rule]) -> Repaired:
    """Apply the rules to what others left."""
    for rule in rules:
        state = apply(state, rule)
    return state
