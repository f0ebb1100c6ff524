"""How far two words are apart."""

from __future__ import annotations


def near(word: str, other: str, most: int) -> int | None:
    """Letters inserted, left out, changed or swapped with the next, None where there are more than ``most``.

    >>> near("zdravje", "zdarvje", 2), near("zdravje", "zdravja", 2), near("zdravje", "zdravilo", 2)
    (1, 1, None)
    """
    if abs(len(word) - len(other)) > most or len(set(word) ^ set(other)) > 2 * most:
        return None
    word, other = _differing(word, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, start=1):
        before, last, row = row, before, [place, *[most + 1] * len(other)]
        # Further from the diagonal there are more letters inserted or left out than are allowed.
        for column in range(max(1, place - most), min(len(other), place + most) + 1):
            sign, cost = other[column - 1], before[column - 1]
            if letter != sign:
                cost = min(cost, before[column], row[column - 1]) + 1
                if last and column > 1 and letter == other[column - 2] and sign == word[place - 2]:
                    cost = min(cost, last[column - 2] + 1)
            row[column] = cost
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def _differing(word: str, other: str) -> tuple[str, str]:
    """Two words without what they begin and end with alike, which takes no part in how far they are apart."""
    shorter = min(len(word), len(other))
    start = next((at for at in range(shorter) if word[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if word[-1 - at] != other[-1 - at]), shorter - start)
    return word[start : len(word) - end], other[start : len(other) - end]
