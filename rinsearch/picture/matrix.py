"""Measures by target group and priority: a matrix of counts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

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
HEAD = 142  # pixels above the cells: title, and the priorities' names on up to five lines
NAME_LINES = 5
SUM = 70  # pixels of the column of sums
PALE, DARK = (222, 235, 247), (0, 72, 130)  # blue from one measure to the most there are; the number stands in it too
WHITE = 0.7  # of the way to dark, from which on white numbers stand out (4.5 to 1); below it black ones do
NO_PRIORITY = "brez področja"

Key = tuple[str, str | None]  # target group, number of the priority


Href = Callable[[str], str]


def matrix_of(
    measures: Sequence[CitedMeasure],
    priorities: Sequence[CitedPriority] = (),
    href: Href = lambda group: "",
    under: Href = lambda number: "",
) -> str:
    """How many measures there are for each target group (own and inherited) under each priority, as SVG.

    A measure for two groups counts in both rows, so that sums are of rows, not of measures. ``priorities`` give the
    columns their order and names; ``href`` gives where the numbers of a target group lead to, ``under`` where the sum
    of a priority leads to, by its number.
    """
    counts = Counter((group, measure.priority) for measure in measures for group in _groups(measure))
    columns = _columns(measures, priorities)
    groups = [group for group in target_groups() if any(key[0] == group for key in counts)]
    size = 2 * MARGIN + LABELS + CELL * len(columns) + SUM, HEAD + HIGH * (len(groups) + 1) + 40
    title = "Ukrepi po ciljnih skupinah in prednostnih področjih"
    plans = ", ".join(dict.fromkeys(measure.plan for measure in measures if measure.plan))
    words = f"{plans} · ukrepov: {len(measures)}; ukrep za dve skupini šteje v obeh vrsticah"
    head = text(MARGIN, 36, title, TITLE), text(MARGIN, 57, cut(words, size[0] - 2 * MARGIN, 12), Style(12, QUIET))
    top = max(counts.values(), default=1)
    rows = (_row((number, group, href(group)), columns, counts, top) for number, group in enumerate(groups))
    leads = {each.number: under(each.number) for each in priorities if each.number}
    sums = _sums(_counted(columns, measures, leads), HEAD + HIGH * len(groups))
    return drawing(size, title, (*head, *_heads(columns), *rows, sums))


def _groups(measure: CitedMeasure) -> Iterator[str]:
    yield from dict.fromkeys((*measure.target_groups, *measure.inherited))


def _columns(measures: Sequence[CitedMeasure], priorities: Sequence[Priority]) -> dict[str | None, str]:
    """Number and name of the priorities that have a measure, in the order of the plan; last those without one."""
    used = dict.fromkeys(measure.priority for measure in measures)
    titles = {each.number: each.title for each in reversed(priorities) if each.number in used}
    order = [each.number for each in priorities if each.number in used] + [each for each in used if each is not None]
    named = {number: f"{number} {titles.get(number, '')}".strip() for number in dict.fromkeys(order)}
    return {**named, None: NO_PRIORITY} if None in used else dict(named)


def _heads(columns: Mapping[str | None, str]) -> Iterator[str]:
    left = MARGIN + LABELS
    for number, name in enumerate((*columns.values(), "skupaj")):
        lines = _clamped([cut(words, CELL - 4, 11) for words in wrapped(name, CELL - 8, 11)])
        middle = left + number * CELL + (CELL if number < len(columns) else SUM) / 2
        for row, words in enumerate(lines):
            yield text(middle, HEAD - 8 - 13 * (len(lines) - 1 - row), words, Style(11, QUIET, anchor="middle"))


def _clamped(lines: Sequence[str]) -> list[str]:
    return list(lines) if len(lines) <= NAME_LINES else [*lines[: NAME_LINES - 1], f"{lines[NAME_LINES - 1]}…"]


def _row(row: tuple[int, str, str], columns: Mapping[str | None, str], counts: Mapping[Key, int], most: int) -> str:
    number, group, href = row
    top = HEAD + number * HIGH
    label = target_groups()[group].label_sl
    cells = [
        _cell((MARGIN + LABELS + place * CELL, top), (counts.get((group, each), 0), most), f"{label}: {name}", href)
        for place, (each, name) in enumerate(columns.items())
    ]
    total = sum(count for (each, _), count in counts.items() if each == group)
    middle = MARGIN + LABELS + CELL * len(columns) + SUM / 2
    return "".join(
        (
            line((MARGIN, top), (MARGIN + LABELS + CELL * len(columns) + SUM, top)),
            text(MARGIN, top + 18, cut(label, LABELS - 8, 13)),
            *cells,
            linked(
                href, f"{label}: {total}", text(middle, top + 18, str(total), Style(13, bold=True, anchor="middle"))
            ),
        )
    )


def _cell(at: tuple[float, float], counted: tuple[int, int], title: str, href: str) -> str:
    left, top = at
    count, most = counted
    if not count:
        return text(left + CELL / 2, top + 18, "·", Style(13, RULE, anchor="middle"))
    # The square root, or one group with many measures leaves all the others pale.
    share = math.sqrt((count - 1) / (most - 1)) if most > 1 else 0.0
    fill = "#" + "".join(f"{round(pale + (dark - pale) * share):02x}" for pale, dark in zip(PALE, DARK, strict=True))
    ink = "#ffffff" if share >= WHITE else "#000000"
    shape = rect(left + 2, top + 2, (CELL - 4, HIGH - 4), f'rx="3" fill="{fill}"')
    number = text(left + CELL / 2, top + 18, str(count), Style(13, ink, bold=True, anchor="middle"))
    return linked(href, f"{title}: {count}", shape + number)


def _counted(
    columns: Mapping[str | None, str], measures: Sequence[CitedMeasure], leads: Mapping[str, str]
) -> list[tuple[int, str, str]]:
    """How many measures each priority has, its name, and where that leads to; last all: of measures, not of rows."""
    counts = Counter(measure.priority for measure in measures)
    each = [(counts[number], name, leads.get(number, "") if number else "") for number, name in columns.items()]
    return [*each, (len(measures), "skupaj", "")]


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
