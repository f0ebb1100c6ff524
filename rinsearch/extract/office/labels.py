"""Numbers and bullets of lists as the program that wrote the file shows them; shared by all office formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

BULLET = "•"
DASHES = "-–—"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LARGEST = 3999  # what Roman numerals can write; longer lists are counted in figures


def formatted(value: int, form: str) -> str:
    """A number in the form that Word or OpenDocument names.

    >>> formatted(4, "decimal"), formatted(2, "lowerLetter"), formatted(28, "A"), formatted(14, "lowerRoman")
    ('4', 'b', 'BB', 'xiv')
    """
    if form in ("lowerLetter", "a"):
        return _letters(value)
    if form in ("upperLetter", "A"):
        return _letters(value).upper()
    if form in ("lowerRoman", "i"):
        return roman(value)
    if form in ("upperRoman", "I"):
        return roman(value).upper()
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form in ("none", "", "bullet") else str(value)


def _letters(value: int) -> str:
    if not 0 < value <= LARGEST:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def roman(value: int) -> str:
    """A number in small Roman numerals.

    >>> roman(3), roman(44), roman(2017)
    ('iii', 'xliv', 'mmxvii')
    """
    if not 0 < value <= LARGEST:
        return str(value)
    text = ""
    for worth, sign in (*_ROMAN, *_ROMAN_SMALL):
        text += sign * (value // worth)
        value %= worth
    return text


def bullet(sign: str) -> str:
    """A bullet as a sign that every font has: dashes stay, pictures from symbol fonts become dots.

    >>> bullet("\\uf0b7"), bullet("–"), bullet("o"), bullet("▪")
    ('•', '–', '○', '▪')
    """
    sign = sign.strip()
    if not sign:
        return ""
    if sign == "o":
        return "○"
    return BULLET if "\ue000" <= sign[0] <= "\uf8ff" else sign


@dataclass
class Counter:
    """The numbers of one list, one for each level that was begun."""

    numbers: list[int] = field(default_factory=list)

    def step(self, depth: int, starts: Sequence[int]) -> tuple[int, ...]:
        """Count one more item at this depth; levels below begin anew. ``starts``: where each level begins."""
        while len(self.numbers) <= depth:
            self.numbers.append(starts[len(self.numbers)] - (len(self.numbers) == depth))
        self.numbers[depth] += 1
        del self.numbers[depth + 1 :]
        return tuple(self.numbers)
