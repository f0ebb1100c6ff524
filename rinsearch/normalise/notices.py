"""What is told about repairs: one notice for each kind that a reader should know of."""

from __future__ import annotations

from collections.abc import Iterable

from rinsearch.normalise.edits import Change
from rinsearch.records import Notice

TOLD = {
    "mixed-script": "Beseda meša latinico s cirilico ali grščino in je popravljena",
    "mojibake": "Besedilo je bilo zapisano v napačnem kodnem naboru in je popravljeno",
    "letter-spaced": "Razprto pisana beseda je strnjena",
    "no-carons": "Besedilo je bilo natipkano brez strešic; te so dodane",
    "misread": "Slabo prebrana beseda je brana, kot je bila natisnjena",
    "misspelt": "Zatipkana beseda je brana, kot je bila mišljena",
    "caron": "Črka in strešica sta bili zapisani ločeno in sta združeni",
}


def notices_of(changes: Iterable[tuple[Change, int | None]]) -> tuple[Notice, ...]:
    """Count the repairs that are worth telling; each change comes with its page.

    >>> change = Change("mixed-script", 0, "Nаčrt", "Načrt")
    >>> [(notice.code, notice.count, notice.page) for notice in notices_of([(change, 2), (change, 3)])]
    [('mixed-script', 2, 2)]
    """
    found: dict[str, list[tuple[Change, int | None]]] = {}
    for change, page in changes:
        if change.rule in TOLD:
            found.setdefault(change.rule, []).append((change, page))
    return tuple(_notice(code, cases) for code, cases in found.items())


def _notice(code: str, cases: list[tuple[Change, int | None]]) -> Notice:
    change, page = cases[0]
    message = f"{TOLD[code]}: »{change.before}« → »{change.after}« (število popravkov: {len(cases)})."
    return Notice(code, len(cases), page, message)
