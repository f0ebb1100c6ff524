"""Tables that people keep beside their papers, as spreadsheets in Slovenia write them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from rinsearch.errors import UsageError
from rinsearch.whole import replacing

DELIMITERS = (",", ";", "\t")  # a spreadsheet in Slovene writes semicolons
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SLOVENE_DAY = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")


def rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line number (from 1) and cells of each row, stripped; empty cells are empty text.

    Commas, semicolons or tabs divide the columns; UTF-8, UTF-16 and the code page of Windows are understood. Raises
    `UsageError` for what is no table.
    """
    reader = reader_of(path)
    try:
        for row in reader:
            cells = {str(name).strip(): (value or "").strip() for name, value in row.items() if isinstance(name, str)}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as error:
        raise no_table(path, error) from error


def reader_of(path: Path) -> csv.DictReader[str]:
    """The rows as `csv` reads them, which raises `csv.Error` on the way."""
    text = decoded(path.read_bytes())
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))


def no_table(path: Path, error: csv.Error) -> UsageError:
    """What is told of a file that cannot be read as a table."""
    message = f"It cannot be read as a table ({error})."
    return UsageError(message, place=path.name, advice="Save it as CSV, UTF-8.")


def decoded(data: bytes) -> str:
    """Text in one of the encodings that spreadsheets write."""
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked)
    except UnicodeDecodeError:
        return data.decode("cp1250", "replace")


def delimiter_of(text: str) -> str:
    """What divides the columns: what stands most often in the first line."""
    return max(DELIMITERS, key=text.partition("\n")[0].count)


def day(text: str) -> date | None:
    """An ISO date, or one as spreadsheets in Slovene write it; none for an empty cell. Raises `ValueError`.

    >>> day("12. 10. 2017"), day("")
    (datetime.date(2017, 10, 12), None)
    """
    if not text:
        return None
    found = _SLOVENE_DAY.fullmatch(text)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)


def add_row(path: Path, columns: Sequence[str], row: Mapping[str, str]) -> None:
    """Add a row, in the file's own order of columns and its own delimiter; the rows there are stay as they are.

    The file is written anew beside the old one and exchanged, so that a killed process leaves one of the two.
    """
    before = path.read_bytes() if path.exists() else b""
    marked = before.startswith(codecs.BOM_UTF8)
    text = decoded(before)
    line = io.StringIO(newline="")
    names = _header(text) or list(columns)
    writer = csv.writer(line, delimiter=delimiter_of(text) if text else ",", lineterminator="\n")
    if not text.strip():
        writer.writerow(names)
    missing = [name for name in columns if row.get(name) and name not in names]
    if missing:
        message = f"There is no column {missing[0]!r}."
        raise UsageError(message, place=path.name, advice=f"The columns are {', '.join(columns)}.")
    writer.writerow([row.get(name, "") for name in names])
    kept = text + ("" if not text or text.endswith("\n") else "\n")
    with replacing(path) as waiting:
        waiting.write_bytes((kept + line.getvalue()).encode("utf-8-sig" if marked else "utf-8"))


def _header(text: str) -> list[str]:
    first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)), [])
    return [name.strip() for name in first]
