"""Whose plan it is that a name without "regijski" names: the municipality's, the state's, or another body's.

"Izvedbeni načrt na področju socialnega varstva" is the region's where nothing else stands beside it. Adjectives before
it ("lokalni", "občinski", "letni"), and an owner behind it ("Občine Litija", "Republike Slovenije"), say that it is
another's. An adjective counts whatever it is, unless it is known to tell nothing of the owner: so does "Lokainim".
"""

from __future__ import annotations

from rinsearch.taxonomy.phrases import phrase

REACH = 90  # characters before a name: three adjectives fit, with brackets and "in" between them
BEHIND = 60  # characters behind it: "v Mestni občini …"


def is_anothers_plan(text: str, start: int, end: int) -> bool:
    """Whether a name at a place is that of another plan than a region's.

    >>> text = "Svet se je seznanil z lokalnim izvedbenim načrtom na področju socialnega varstva."
    >>> is_anothers_plan(text, text.index("izved"), len(text) - 1)
    True
    >>> is_anothers_plan(text.replace("lokalnim", "novim"), text.index("izved") - 3, len(text) - 4)
    False
    """
    if not phrase("plan-without-level").match(text[start:end]):
        return False
    before = text[max(0, start - REACH) : start]
    another = False
    while row := phrase("adjective-of-name").search(before):
        if phrase("adjective-of-region").match(row["word"]):
            return False  # "z regijskim akcijskim načrtom"
        another = another or not phrase("adjective-without-owner").match(row["word"])
        before = before[: row.start()]
    return another or bool(phrase("owner-of-plan").match(text[end : end + BEHIND]))
