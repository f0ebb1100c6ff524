"""Answers on standard output: JSON, tables for a terminal, lines with tabs for a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

from rinsearch.answers import Table, as_json, clipped, whole
from rinsearch.cli.tables import tables
from rinsearch.codec import to_json
from rinsearch.library.analysing import Analyses
from rinsearch.library.checking import Doctor, Verification
from rinsearch.records import SCHEMA, IngestReport

# Papers come from anywhere: what would steer the terminal is left out.
CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])


def exit_code(answer: Any) -> int:
    """0, or 1 where some files failed or a check did not hold."""
    if isinstance(answer, IngestReport):
        return int(answer.failed > 0)
    if isinstance(answer, Analyses):
        return int(any(each.error for each in answer.documents))
    if isinstance(answer, Verification):
        return int(bool(answer.wrong))
    return int(isinstance(answer, Doctor) and not answer.healthy)


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
        yield "\t".join(_clean(cell) for cell in row)


def _print_pretty(table: Table) -> None:
    # rich takes 0.1 s to load, and only those who look at a terminal need it.
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console(highlight=False)
    if table.summary:
        console.print(Text(_clean(table.summary), style="bold"))
    if table.rows:
        grid = Grid(*table.headings, box=box.SIMPLE_HEAD, show_header=bool(table.headings), pad_edge=False)
        for row in table.rows:
            grid.add_row(*(Text(_clean(cell)) for cell in row))
        console.print(grid)


def _clean(text: str) -> str:
    return text.translate(CONTROLS)
