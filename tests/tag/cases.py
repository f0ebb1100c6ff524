"""Cases in which the expected tags are written into the text: ``<municipality 109>Občine Semič</>``.

A file begins with "labels: …", the labels that its cases are about; each further line is a case, ``⏎`` in it is a line
break, a line that begins with "#" a comment. Two values at one place are joined by "+".
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parents[1] / "cases" / "tag"
MARK = re.compile(r"<(?P<label>[a-z_]+) (?P<values>[^>]*)>(?P<quote>[^<]*)</>")


class Expected(NamedTuple):
    label: str
    value: str
    start: int
    end: int


class Case(NamedTuple):
    name: str
    labels: frozenset[str]
    text: str
    expected: frozenset[Expected]


def cases(kind: str) -> Iterator[Case]:
    """All cases of a folder: wild, negative or synthetic."""
    for path in sorted((CASES / kind).glob("*.txt")):
        first, *lines = path.read_text("utf-8").splitlines()
        assert first.startswith("labels: "), f"{path.name} does not say what it is about"
        labels = frozenset(first.removeprefix("labels: ").split(", "))
        for number, line in enumerate(lines, start=2):
            if line and not line.startswith("#"):
                yield _case(f"{kind}/{path.name}:{number}", labels, line.replace("⏎", "\n"))


def _case(name: str, labels: frozenset[str], line: str) -> Case:
    text, expected, last = "", set(), 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        start, end = len(text), len(text) + len(mark["quote"])
        assert mark["label"] in labels, f"{name}: {mark['label']} is not among the labels of the file"
        expected |= {Expected(mark["label"], value, start, end) for value in mark["values"].split("+")}
        text, last = text + mark["quote"], mark.end()
    return Case(name, labels, text + line[last:], frozenset(expected))
