"""A passage as one line of terms, in which engines keep it and by which it is ranked."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def line_of(positions: Sequence[Sequence[str]]) -> str:
    """Terms of a passage as one line: positions apart by a space, terms at one position by a tab.

    >>> line_of([("rom", "#romi"), ("živeti",)])
    'rom\\t#romi živeti'
    """
    return " ".join("\t".join(terms) for terms in positions)


def are_near(line: str, groups: Sequence[Collection[str]], within: int) -> bool:
    """Whether a passage, as `line_of` writes it, has a term of each group at most ``within`` positions apart.

    >>> line = line_of([("prevoz",), ("za",), ("star", "#starejsi")])
    >>> are_near(line, [{"prevoz"}, {"#starejsi"}], 2), are_near(line, [{"prevoz"}, {"#starejsi"}], 1)
    (True, False)
    """
    last = [-within - 1] * len(groups)
    for place, here in enumerate(line.split(" ")):
        terms = here.split("\t")
        for number, group in enumerate(groups):
            if any(term in group for term in terms):
                last[number] = place
                if place - min(last) <= within:
                    return True
    return False
