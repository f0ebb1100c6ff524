"""Rows between bars or tabs of which each line is one of the table's: a cell over several lines is put together again.

A line goes on with the row above where its first words are in small letters, or where it has none in the columns of
numbers and of names. So it is read in a table alone in which lines in small letters show that cells were divided.
"""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.extract.text_cells import LEAST_KNOWN, Cells, known, merged
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

NAMES = frozenset({"measure", "description"})
PLANNED = frozenset({"provider", "deadline"})
FIRST = 3  # columns, among which that of names is: "Št. | Področje | Ukrep"
SMALL_SHARE = 0.3  # of the rows with a number, when small letters show nothing
LEAST_ROWS = 3  # the head, a row, and its rest
TOLERANCE = 3  # blanks that a line may end before its room does
MOST_RESTS = 6  # lines of one row behind its first


def wraps(cells: Cells, above: Cells, rows: Sequence[Cells], heading: Cells) -> bool:
    """Whether a line between blanks goes on with the names of the row above, whatever else is in it.

    It begins in small letters below a capital, its first word had no room in the line above, and its cell for who does
    it begins no organisation: "Krizni telefon v nočnih | Zdravstveni dom" above "urah | Ravne | 2023".
    """
    if not cells[0] or not above[0] or len(cells) != len(heading):
        return False
    words, begun = cells[0][0].text.strip(), above[0][0].text.strip()
    room = max(len(line.text.strip()) for row in rows for line in row[0][:1]) - len(above[0][-1].text.strip())
    if not words[:1].islower() or begun[:1].islower() or len(words.split()[0]) + TOLERANCE < room:
        return False
    fields = [column_fields(" ".join(line.text for line in cell))[:1] for cell in heading]
    names = [cell[0].text.strip() for cell, field in zip(cells, fields, strict=True) if field == ("provider",) and cell]
    bodies = any(phrase("organisation").match(name) or phrase("organisation-of-part").fullmatch(name) for name in names)
    return ("provider",) in fields and not bodies


def tells_no_time(cells: Cells, above: Cells, heading: Cells) -> bool:
    """Whether a line between blanks goes on with the row above though its first cell is filled: it tells no time.

    Its cell for the measure is empty or begins in small letters, and its cell for who does it begins no organisation.
    """
    if not cells[0] or not len(cells) == len(above) == len(heading):
        return False
    fields = [column_fields(" ".join(line.text for line in cell))[:1] for cell in heading]
    if ("deadline",) not in fields or ("measure",) not in fields or ("provider",) not in fields:
        return False
    time, name, who = (fields.index((field,)) for field in ("deadline", "measure", "provider"))
    words = cells[name][0].text.strip() if cells[name] else ""
    doer = cells[who][0].text.strip() if cells[who] else ""
    named = phrase("organisation").match(doer) or phrase("organisation-of-part").fullmatch(doer)
    goes_on = words[:1].islower() or words[:1] in ("", "(")
    return bool(above[time]) and not cells[time] and goes_on and not named


def with_whole_cells(rows: list[Cells]) -> list[Cells]:
    """The rows of a table with its head first, each with the lines that go on with it."""
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in rows]
    name = _of_names(texts[0]) if len(rows) >= LEAST_ROWS else None
    if name is None:
        return rows
    small = _in_small(texts, name)
    bare = _without_plan(texts, name) if small else frozenset()
    whole, rests = rows[:2], 0
    for at, cells in enumerate(rows[2:], 2):
        goes_on = at in small or at in bare
        rests = rests + 1 if goes_on and rests < MOST_RESTS else 0
        whole = [*whole[:-1], merged([whole[-1], cells])] if rests else [*whole, cells]
    return whole


def _of_names(head: Sequence[str]) -> int | None:
    """The column of the names of measures, among the first three of a head that names known columns."""
    if known(head) < LEAST_KNOWN:
        return None
    columns = (at for at, heading in enumerate(head[:FIRST]) if NAMES & set(column_fields(heading)[:1]))
    return max(columns, default=None)


def _without_plan(texts: Sequence[Sequence[str]], name: int) -> frozenset[int]:
    """The lines without a number and a name, and those with a name that have neither a number, nor who, nor when."""
    told = [at for at, heading in enumerate(texts[0]) if PLANNED & set(column_fields(heading)[:1])]
    free = {at for at, row in enumerate(texts) if any(row) and not any(row[:name])}
    bare = {at for at in free if name and told and not any(texts[at][column] for column in told)}
    return frozenset(bare | {at for at in free if not texts[at][name]})


def _in_small(texts: Sequence[Sequence[str]], name: int) -> frozenset[int]:
    """The lines that go on: they begin in small letters or with a bracket, nothing before them, and tell no time.

    Behind an empty number they may tell one. Where other rows have names in small letters, these show nothing.
    """
    begun = {at for at, row in enumerate(texts[1:], 1) if row[name][:1].islower() or row[name][:1] == "("}
    numbered = [at for at, row in enumerate(texts[1:], 1) if any(row[:name])] if name else [1]
    if sum(at in begun for at in numbered) > SMALL_SHARE * len(numbered):
        return frozenset()
    times = [at for at, heading in enumerate(texts[0]) if "deadline" in column_fields(heading)]
    free = {at for at in begun if not any(texts[at][:name]) and (name or not any(texts[at][time] for time in times))}
    return frozenset(free)
