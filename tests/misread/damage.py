"""Damage as scans and careless copies show it, drawn with a seed: what was meant is known, so losses can be counted."""

import random
import re
from collections.abc import Callable, Iterable

# What a scan makes of letters: in words alone, so that numbers and dates stay what they are.
STROKES = (
    ("m", "rn"),
    ("l", "1"),
    ("l", "I"),
    ("i", "l"),
    ("l", "i"),
    ("n", "ii"),
    ("u", "ii"),
    ("d", "cl"),
    ("n", "u"),
)
BOWS = (("e", "c"), ("c", "e"), ("h", "b"), ("b", "h"), ("a", "o"), ("o", "a"), ("v", "u"), ("o", "0"), ("t", "l"))
CARONS = (("š", "s"), ("č", "c"), ("č", "ć"), ("č", "é"), ("ž", "z"))
WORD = re.compile(r"[^\W\d_]{5,}")
LETTERS = re.compile(r"[^\W\d_]+")

Damage = Callable[[str, random.Random], str]


def looking_like(pairs: Iterable[tuple[str, str]], share: float) -> Damage:
    """Letters printed as others."""
    table: dict[str, list[str]] = {}
    for letter, print_ in pairs:
        table.setdefault(letter, []).append(print_)

    def damaged(text: str, draw: random.Random) -> str:
        return "".join(draw.choice(table[char]) if char in table and draw.random() < share else char for char in text)

    return damaged


def broken(by: str, share: float) -> Damage:
    """Words with a space, a line end or the hyphen of one inside."""

    def damaged(text: str, draw: random.Random) -> str:
        def cut(match: re.Match[str]) -> str:
            at = draw.randrange(2, len(match[0]) - 1)
            return match[0][:at] + by + match[0][at:] if draw.random() < share else match[0]

        return WORD.sub(cut, text)

    return damaged


PAIR = re.compile(r"(\b[^\W\d_]{2,}) ([^\W\d_]{3,}\b)")


def spaced_otherwise(lost: float, moved: float) -> Damage:
    """Spaces that are lost between words, or stand a letter further to the left or right."""

    def damaged(text: str, draw: random.Random) -> str:
        def other(match: re.Match[str]) -> str:
            left, right = match[1], match[2]
            if draw.random() < lost:
                return left + right
            if draw.random() >= moved:
                return match[0]
            return f"{left[:-1]} {left[-1]}{right}" if draw.random() < 0.5 else f"{left}{right[0]} {right[1:]}"

        return PAIR.sub(other, text)

    return damaged


DAMAGES: dict[str, Damage] = {
    "strokes": looking_like(STROKES, 0.04),
    "bows": looking_like(BOWS, 0.04),
    "carons": looking_like(CARONS, 0.25),
    "spaces inside words": broken(" ", 0.08),
    "hyphens inside lines": broken("- ", 0.08),
    "spaces lost": spaced_otherwise(0.12, 0),
    "spaces elsewhere": spaced_otherwise(0, 0.12),
}
