"""How far two words are apart."""

from __future__ import annotations


def near(word: str, other: str, most: int) -> int | None:
    """Letters inserted, left out, changed or swapped with the next, None where there are more than ``most``.

    >>> near("zdravje", "zdarvje", 2), near("zdravje", "zdravja", 2), near("zdravje", "zdravilo", 2)
    (1, 1, None)
    """
    if abs(len(word) - len(other)) > most or len(set(word) ^ set(other)) > 2 * most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, start=1):
        before, last, row = row, before, [place]
        for column, sign in enumerate(other, start=1):
            cost = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != sign))
            if last and column > 1 and letter == other[column - 2] and sign == word[place - 2]:
                cost = min(cost, last[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
