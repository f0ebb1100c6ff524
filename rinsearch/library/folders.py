"""Where the folders of papers lie, and the label of each: what the sources in answers begin with.

A label is the folder's name. Two folders of one name are told apart by the names above them ("2018/gradivo"); a folder
that has moved keeps its label.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from rinsearch.library.state import Files

UNNAMED = "papers"  # the root of a disk has no name
NAMES_ABOVE = 3  # that may help to tell two folders apart; then a number does
MOVED_SHARE = 0.5  # of the known files that stand in a folder of the same name, of the same size: then it has moved


def shown(path: str) -> str:
    r"""A path as answers show it: without what spoils a line, bytes that are no UTF-8 by their numbers.

    >>> shown("seje/a" + chr(10) + "b.txt"), shown("to" + chr(0xdcff) + "ka.txt")
    ('seje/a\\nb.txt', 'to\\xffka.txt')
    """
    if path.isascii() and path.isprintable():
        return path
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(map(_visible, unicodedata.normalize("NFC", text)))


def _visible(char: str) -> str:
    spoils = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return char.encode("unicode_escape").decode() if spoils else char


def place_of(files: Files, label: str) -> tuple[str, Path]:
    """The folder from which a file came: its label, and where it lies."""
    name = next((each for each in _above(label) if each in files.folders), label.partition("/")[0])
    return name, Path(files.folders.get(name, ""))


def _above(label: str) -> Iterator[str]:
    """The folders above a file, the nearest first."""
    path = label.partition("!/")[0]
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def label_for(path: Path, files: Files) -> str:
    """The label of a folder, a known or a new one; it is noted in the record."""
    label = _known(path, files.folders) or _inside(path, files) or _new(path, files)
    if not _within(label, files.folders):
        files.folders[label] = str(path)
    return label


def _known(path: Path, folders: Mapping[str, str]) -> str | None:
    return next((label for label, place in folders.items() if _same(path, Path(place))), None)


def _same(one: Path, other: Path) -> bool:
    if one == other:
        return True
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _inside(path: Path, files: Files) -> str | None:
    """The label of a folder inside one that was ingested whole: its papers are known by that one's label."""
    whole = {state.folder for state in files.states.values()} - {""}
    for label, place in files.folders.items():
        if label in whole and path.is_relative_to(place):
            return f"{label}/{shown(path.relative_to(place).as_posix())}"
    return None


def _within(label: str, folders: Mapping[str, str]) -> bool:
    return any(label.startswith(f"{each}/") for each in folders)


def _new(path: Path, files: Files) -> str:
    for label in _candidates(path):
        if label in files.folders and _has_moved(path, label, files):
            return label
        if not any(_overlap(label, each) for each in files.folders):
            return label
    raise AssertionError("the numbers never end")


def _candidates(path: Path) -> Iterator[str]:
    names = [shown(part) for part in path.parts if part != path.anchor][-1 - NAMES_ABOVE :] or [UNNAMED]
    for count in range(1, len(names) + 1):
        yield "/".join(names[-count:])
    number = 2
    while True:
        yield f"{names[-1]} ({number})"
        number += 1


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _has_moved(path: Path, label: str, files: Files) -> bool:
    """Whether the folder of this label has gone from its place and stands here: most of its files are known."""
    if Path(files.folders[label]).is_dir():
        return False
    known = {name: state.size for name, state in files.states.items() if name.startswith(f"{label}/")}
    there = sum(_size(path / name.removeprefix(f"{label}/")) == size for name, size in known.items())
    return bool(known) and there >= MOVED_SHARE * len(known)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
