"""Measures by target group and priority: a matrix of counts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rinsearch.answers import plan_words
from rinsearch.picture.svg import (
    MARGIN,
    QUIET,
    RULE,
    SMALL,
    TITLE,
    Style,
    cut,
    drawing,
    line,
    linked,
    rect,
    text,
    wrapped,
)
from rinsearch.records import CitedMeasure, CitedPriority, Priority
from rinsearch.taxonomy import target_groups

LABELS, CELL, HIGH = 320, 116, 28  # pixels: the column of groups, a cell's width and height
HEAD = 77  # pixels above the cells: title and what is counted; below them the priorities' names, on up to five lines
NAME_LINES, NAME_HIGH = 5, 13
SUM = 70  # pixels of the column of sums
FOOT = 16  # pixels below the sums
PALE, DARK = (222, 235, 247), (0, 72, 130)  # blue from one measure to the most there are; the number stands in it too
WHITE = 0.7  # of the way to dark, from which on white numbers stand out (4.5 to 1); below it black ones do
NO_PRIORITY = "brez področja"
NO_GROUP = "brez navedene ciljne skupine"
SUMS = "skupaj"
ALL = "*"  # every group, or every priority: what a sum counts

Key = tuple[str | None, str | None]  # target group (or none), number of the priority (or none)


Href = Callable[[str | None, str | None], str]


def matrix_of(
    measures: Sequence[CitedMeasure],
    priorities: Sequence[CitedPriority] = (),
    href: Href = lambda group, number: "",
) -> str:
    """How many measures there are for each target group (own and inherited) under each priority, as SVG.

    A measure for two groups counts in both rows, so that sums are of rows, not of measures; one for none has a row of
    its own, so that none is left out. ``priorities`` give the columns their order and names; ``href`` gives where the
    number of a group and a priority leads to, with `ALL` for a sum; nowhere where it is empty.
    """
    counts = Counter((group, measure.priority) for measure in measures for group in _groups(measure))
    columns = _columns(measures, priorities)
    names = [_lines(name) for name in (*columns.values(), SUMS)]
    head = HEAD + NAME_HIGH * max(map(len, names))
    groups = [group for group in (*target_groups(), None) if any(key[0] == group for key in counts)]
    size = 2 * MARGIN + LABELS + CELL * len(columns) + SUM, head + HIGH * (len(groups) + 1) + FOOT
    title = "Ukrepi po ciljnih skupinah in prednostnih področjih"
    plans = "; ".join(dict.fromkeys(plan_words(measure.plan) for measure in measures if measure.plan))
    words = f"{plans} · ukrepov: {len(measures)}; ukrep za dve skupini šteje v obeh vrsticah"
    below = text(MARGIN, 57, cut(words, size[0] - 2 * MARGIN, 12), Style(12, QUIET))
    titles = text(MARGIN, 36, title, TITLE), linked(href(ALL, ALL), f"ukrepov: {len(measures)}", below)
    shown = Cells(columns, counts, max(counts.values(), default=1), href)
    rows = (_row((head + HIGH * number, group), shown) for number, group in enumerate(groups))
    sums = _sums(_counted(columns, measures, href), head + HIGH * len(groups))
    return drawing(size, title, (*titles, *_heads(columns, href, head), *rows, sums))


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in the cells: the columns, the numbers and the greatest of them, and where each leads to."""

    columns: Mapping[str | None, str]
    counts: Mapping[Key, int]
    most: int
    href: Href


def _groups(measure: CitedMeasure) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys((*measure.target_groups, *measure.inherited))) or (None,)


def _columns(measures: Sequence[CitedMeasure], priorities: Sequence[Priority]) -> dict[str | None, str]:
    """Number and name of the priorities that have a measure, in the order of the plan; last those without one."""
    used = dict.fromkeys(measure.priority for measure in measures)
    titles = {each.number: each.title for each in reversed(priorities) if each.number in used}
    order = [each.number for each in priorities if each.number in used] + [each for each in used if each is not None]
    named = {number: f"{number} {titles.get(number, '')}".strip() for number in dict.fromkeys(order)}
    return {**named, None: NO_PRIORITY} if None in used else dict(named)


def _heads(columns: Mapping[str | None, str], href: Href, below: float) -> Iterator[str]:
    """The names of the priorities; each leads to what stands under it, and says its whole name when pointed at."""
    left = MARGIN + LABELS
    for place, (number, name) in enumerate({**columns, ALL: SUMS}.items()):
        lines = _lines(name)
        middle = left + place * CELL + (CELL if place < len(columns) else SUM) / 2
        words = "".join(
            text(middle, below - 8 - NAME_HIGH * (len(lines) - 1 - row), each, Style(11, QUIET, anchor="middle"))
            for row, each in enumerate(lines)
        )
        yield linked(href(ALL, number), name, words)


def _lines(name: str) -> list[str]:
    return _clamped([cut(words, CELL - 4, 11) for words in wrapped(name, CELL - 8, 11)])


def _clamped(lines: Sequence[str]) -> list[str]:
    return list(lines) if len(lines) <= NAME_LINES else [*lines[: NAME_LINES - 1], f"{lines[NAME_LINES - 1]}…"]


def _row(row: tuple[float, str | None], shown: Cells) -> str:
    top, group = row
    label = target_groups()[group].label_sl if group else NO_GROUP
    cells = [
        _cell((MARGIN + LABELS + place * CELL, top), (group, each), f"{label}: {name}", shown)
        for place, (each, name) in enumerate(shown.columns.items())
    ]
    total = sum(count for (each, _), count in shown.counts.items() if each == group)
    right = MARGIN + LABELS + CELL * len(shown.columns)
    figure = text(right + SUM / 2, top + 18, str(total), Style(13, bold=True, anchor="middle"))
    return "".join(
        (
            line((MARGIN, top), (right + SUM, top)),
            *_label(label, top),
            *cells,
            linked(shown.href(group, ALL), f"{label}: {total}", figure),
        )
    )


def _label(words: str, top: float) -> Iterator[str]:
    """The name of a group; a long one in smaller letters and on two lines, so that nothing of it is cut."""
    size = 13 if cut(words, LABELS - 8, 13) == words else 11
    lines = wrapped(words, LABELS - 8, size)[:2]
    for number, part in enumerate(lines):
        yield text(MARGIN, top + (18 if len(lines) == 1 else 12 + 12 * number), part, Style(size))


def _cell(at: tuple[float, float], key: Key, title: str, shown: Cells) -> str:
    left, top = at
    count, most = shown.counts.get(key, 0), shown.most
    if not count:
        return text(left + CELL / 2, top + 18, "·", Style(13, RULE, anchor="middle"))
    # The square root, or one group with many measures leaves all the others pale.
    share = math.sqrt((count - 1) / (most - 1)) if most > 1 else 0.0
    fill = "#" + "".join(f"{round(pale + (dark - pale) * share):02x}" for pale, dark in zip(PALE, DARK, strict=True))
    ink = "#ffffff" if share >= WHITE else "#000000"
    shape = rect(left + 2, top + 2, (CELL - 4, HIGH - 4), f'rx="3" fill="{fill}"')
    number = text(left + CELL / 2, top + 18, str(count), Style(13, ink, bold=True, anchor="middle"))
    return linked(shown.href(*key), f"{title}: {count}", shape + number)


def _counted(
    columns: Mapping[str | None, str], measures: Sequence[CitedMeasure], href: Href
) -> list[tuple[int, str, str]]:
    """How many measures each priority has, its name, and where that leads to; last all: of measures, not of rows."""
    counts = Counter(measure.priority for measure in measures)
    each = [(counts[number], name, href(ALL, number)) for number, name in columns.items()]
    return [*each, (len(measures), SUMS, href(ALL, ALL))]


def _sums(counted: Sequence[tuple[int, str, str]], top: float) -> str:
    lefts = [MARGIN + LABELS + CELL * number for number in range(len(counted))]
    widths = [*(CELL for _ in counted[1:]), SUM]
    style = Style(13, bold=True, anchor="middle")
    numbers = (
        linked(href, f"{name}: {count}", text(left + width / 2, top + 18, str(count), style))
        for left, width, (count, name, href) in zip(lefts, widths, counted, strict=True)
    )
    rule = line((MARGIN, top), (lefts[-1] + SUM, top), f'stroke="{QUIET}"')
    return "".join((rule, text(MARGIN, top + 18, "ukrepov", SMALL), *numbers))
