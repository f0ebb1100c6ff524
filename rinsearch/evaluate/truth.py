"""What a file truly says, written beside it: ``NAME.truth.json`` for ``NAME.pdf``.

::

    {"schema": 1, "file": "NAME.pdf", "form": "pdf, two columns",
     "parts": [{"text": "A heading, a paragraph or an item, in reading order."},
               {"table": [["No.", "Measure"], ["1.1", "Hot meals"]], "ruled": true}]}

``form`` is the group in which the file is counted; without it, it is the ending of the name. Running headers and
footers, page numbers, menus of web pages and stamps are left out: they are not to be read as text. A table over several
pages is one, its headings stand in it once; a merged cell is repeated in every row and column that it spans. ``ruled``
is false where a table has no vertical rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rinsearch.errors import UsageError

ENDING = ".truth.json"
ADVICE = "The form is told in rinsearch/evaluate/truth.py."


@dataclass(frozen=True, slots=True)
class TrueText:
    """A heading, a paragraph or an item."""

    text: str


@dataclass(frozen=True, slots=True)
class TrueTable:
    """Rows of cells; ``ruled`` where there are vertical rules."""

    rows: tuple[tuple[str, ...], ...]
    ruled: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """What a file says, part by part in reading order."""

    file: str
    form: str
    parts: tuple[TrueText | TrueTable, ...]

    def texts(self) -> Iterator[str]:
        """All texts in reading order, tables row by row."""
        for part in self.parts:
            if isinstance(part, TrueText):
                yield part.text
            else:
                yield from (cell for row in part.rows for cell in row)


def read_truths(folder: Path) -> tuple[Truth, ...]:
    """The truths in a folder. Raises `UsageError` where there are none, where one is wrong or its file is missing."""
    if not folder.is_dir():
        raise UsageError("There is no such folder.", place=folder.name, advice="Check how it is written.")
    found = tuple(_truth(path) for path in sorted(folder.glob(f"*{ENDING}")))
    if not found:
        raise UsageError(f"There is no {ENDING} in it.", place=folder.name, advice=ADVICE)
    for truth in found:
        if not (folder / truth.file).is_file():
            raise UsageError("The file to this truth is missing.", place=truth.file, advice=ADVICE)
    return found


def _truth(path: Path) -> Truth:
    try:
        data = json.loads(path.read_text("utf-8-sig"))
        name = str(data["file"])
        if Path(name).name != name:
            raise ValueError(f"{name!r} is not beside it")
        return Truth(name, data.get("form") or Path(name).suffix[1:].lower(), tuple(map(_part, data["parts"])))
    except OSError as error:
        raise _wrong(path, f"It cannot be opened ({error.strerror}).") from error
    except KeyError as error:
        raise _wrong(path, f"The key {error} is missing.") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _wrong(path, f"It is not as it should be ({error}).") from error


def _part(data: Any) -> TrueText | TrueTable:
    if "text" in data:
        return TrueText(_text(data["text"]))
    rows = tuple(tuple(map(_text, row)) for row in data["table"])
    return TrueTable(rows, bool(data.get("ruled", True)))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _wrong(path: Path, message: str) -> UsageError:
    return UsageError(message, place=path.name, advice=ADVICE)
