"""What a caller handed in, checked before anything is done with it: of a wrong type or value an error of our own tree.

Each check is given the argument's name and hands back its value. All raise `UsageError` with what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from rinsearch.errors import LARGEST, SHOWN, UsageError, WrongType, plain_text

LONGEST_NAME = 255  # bytes of one part of a path, on every common file system
LONGEST_TEXT = 1_000  # characters of an id or a name


def text(name: str, value: Any, example: str) -> str:
    """A short text: an id, a name, an order."""
    if not isinstance(value, str):
        raise WrongType(name, value, "a text", example)
    if len(value) > LONGEST_TEXT:
        raise UsageError(f"{name} has {len(value)} characters.", place=name, advice=f"Write it like {example}.")
    return plain_text(name, value)


def query(value: Any) -> str:
    """A query; how long it may be and what it may hold is told where it is read, with the position."""
    if not isinstance(value, str):
        raise WrongType("query", value, "a text", '"duševno zdravje"')
    return plain_text("query", value)


def paper(value: Any) -> Any:
    """A file, a text, or a text with a name (which is checked where it is known)."""
    if isinstance(value, (bytes, int, float, type(None), list, tuple, dict, set)):
        raise WrongType("text", value, "a text or a path", '"Svet se je seznanil."')
    return plain_text("text", value) if isinstance(value, str) else value


def text_or_none(name: str, value: Any, example: str) -> str | None:
    """A short text, or none."""
    return None if value is None else text(name, value, example)


def number(name: str, value: Any) -> int:
    """A whole number; its bounds are checked where they are known."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(name, value, "a whole number", "10")
    if abs(value) > LARGEST:  # Python refuses to print much larger ones
        raise UsageError(f"{name} is too large.", place=name, advice=f"At most {LARGEST} is understood.")
    return value


def flag(name: str, value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise WrongType(name, value, "True or False", "True")
    return value


def called(name: str, value: Any) -> Callable[..., Any]:
    """Something that can be called."""
    if not callable(value):
        raise WrongType(name, value, "a function", "print")
    return value  # type: ignore[no-any-return]


def names(name: str, value: Any, example: str) -> tuple[str, ...]:
    """Several texts; one text by itself is refused, for its letters would be taken for them."""
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise WrongType(name, value, "a list of texts", example)
    return tuple(text(name, each, example) for each in value)


def path(name: str, value: Any) -> Path:
    """A file or folder."""
    if not isinstance(value, (str, PathLike)) or not isinstance(fspath(value), str):
        raise WrongType(name, value, "a path", "corpus/")
    found = Path(value)
    if not str(value).strip() or "\0" in str(value) or any(_is_long(part) for part in found.parts):
        raise UsageError(f"{str(value)!r:.{SHOWN}} can be no path.", place=name, advice="Write it like corpus/.")
    return found


def path_or_none(name: str, value: Any) -> Path | None:
    """A file or folder, or none."""
    return None if value is None else path(name, value)


def paths(name: str, value: Any) -> tuple[Path, ...]:
    """Several files or folders, at least one."""
    if isinstance(value, (str, bytes, PathLike)) or not isinstance(value, Iterable):
        raise WrongType(name, value, "a list of paths", '["corpus/"]')
    found = tuple(path(name, each) for each in value)
    if not found:
        raise UsageError("No file or folder is given.", place=name, advice="Give at least one.")
    return found


def _is_long(part: str) -> bool:
    return len(part.encode(errors="replace")) > LONGEST_NAME
