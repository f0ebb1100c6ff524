"""Answers on standard output: JSON, tables for a terminal, lines with tabs for a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any

from rinsearch.answers import Table, as_json, clipped, whole
from rinsearch.cli.quality import is_evaluation, unread
from rinsearch.cli.tables import is_a, tables
from rinsearch.codec import to_json
from rinsearch.records import SCHEMA

GAP = 2  # blanks between columns
INDENT = 4  # of what stands below a row
# Papers come from anywhere: what would steer the terminal, or turn the direction of its writing, is left out.
CONTROLS = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
NAMING = 2  # columns at the left that say whose row it is and how it stands: they go below last


def exit_code(answer: Any) -> int:
    """0, or 1 where some files failed or a check did not hold."""
    if is_a(answer, "IngestReport"):
        return int(answer.failed > 0)
    if is_a(answer, "Analyses"):
        return int(any(each.error for each in answer.documents))
    if is_a(answer, "Verification"):
        return int(bool(answer.wrong))
    if is_evaluation(answer):
        return int(unread(answer))
    return int(is_a(answer, "Doctor") and not answer.healthy)


def print_answer(answer: Any, *, json: bool) -> None:
    """Print what a command found."""
    if json:
        print_json({"schema": SCHEMA, "rows": answer} if isinstance(answer, int) else as_json(answer))
        return
    terminal = sys.stdout.isatty()
    show = _print_pretty if terminal else _print_plain
    for number, table in enumerate(tables(answer, clipped if terminal else whole)):
        if number:
            print()
        show(table)


def print_json(answer: Mapping[str, Any]) -> None:
    """One object, in UTF-8."""
    print(dumps(to_json(answer), ensure_ascii=False))


def _print_plain(table: Table) -> None:
    """A line for each row, its cells apart by a tab: for grep, cut and spreadsheets."""
    for line in _lines(table):
        print(line)


def _lines(table: Table) -> Iterator[str]:
    if table.summary:
        yield _clean(table.summary)
    if table.rows and table.headings:
        yield "\t".join(table.headings)
    for row in table.rows:
        yield "\t".join(map(_cell, row))


def _print_pretty(table: Table) -> None:
    """A table for the eye: what is too long for a column stands below its row."""
    # rich takes 0.1 s to load, and only those who look at a terminal need it.
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    layout = Layout.of(table, console.width)
    console.print(Text(_clean(table.summary), style="bold"), end="\n" if table.summary else "")
    if table.rows and table.headings:
        console.print(Text(layout.line(table.headings), style="underline"))
    for row in table.rows:
        cells = [_cell(cell) for cell in row]
        console.print(Text(layout.line(cells)))
        for cell in layout.below(cells, table.headings):
            console.print(Padding(Text(cell, style="dim"), (0, 0, 0, INDENT)))


def _cell(text: str) -> str:
    """A cell in one line: the name of a file may hold a line break, which would begin another row."""
    return _clean(text.replace("\n", " "))


def _clean(text: str) -> str:
    return "\n".join(line.translate(CONTROLS) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns stand side by side, and how wide they are, in characters."""

    widths: Mapping[int, int]

    @classmethod
    def of(cls, table: Table, width: int) -> Layout:
        """Take the widest columns out until the others fit into the width; first those that fill half of it."""
        columns = list(zip(table.headings or table.rows[0], *table.rows, strict=True)) if table.rows else []
        widths = {number: max(map(len, map(_cell, column))) for number, column in enumerate(columns)}

        def goes_first(number: int) -> tuple[bool, int]:
            return number >= NAMING or widths[number] > width // 2, widths[number]

        while len(widths) > 1 and sum(widths.values()) + GAP * (len(widths) - 1) > width:
            del widths[max(widths, key=goes_first)]
        return cls(widths)

    def line(self, cells: Sequence[str]) -> str:
        """The cells that stand side by side."""
        return (" " * GAP).join(cells[number].ljust(width) for number, width in self.widths.items())

    def below(self, cells: Sequence[str], headings: Sequence[str] = ()) -> list[str]:
        """The cells that do not, each with its heading, without the empty ones."""
        left = [number for number, cell in enumerate(cells) if number not in self.widths and cell]
        return [f"{headings[number]}: {cells[number]}" if headings else cells[number] for number in left]
