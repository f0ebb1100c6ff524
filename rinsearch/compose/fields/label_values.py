"""Where the value of a label ends: with its sentence, behind further names, before a clause that says more."""

from __future__ import annotations

from rinsearch.clauses import Slice, enclosing
from rinsearch.taxonomy.phrases import phrase

WHOLE = frozenset({"description", "goal", "need", "note"})  # their values may have several sentences
_APART = " \t\n,;|/–—-(["
MOST_COMMAS = 3  # of a time
BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


def value_of(text: str, reach: tuple[int, int], field: str, parts: tuple[Slice, ...]) -> tuple[int, int]:
    """The place of the value of a label, of which ``reach`` holds the beginning and the latest end."""
    start, end = reach
    if field not in WHOLE and start < end:
        sentence = enclosing(parts, min(start + len(text[start:end]) - len(text[start:end].lstrip()), end - 1))
        limit, end = end, min(end, max(sentence.end, start))
        while end < limit and phrase("stop-of-short-word").search(text, start, end):
            end = min(limit, enclosing(parts, end).end if enclosing(parts, end).end > end else limit)
        end = _with_names_behind(text, (start, end, limit), parts) if field == "provider" else end
    if field == "deadline" and ":" not in text[max(0, start - 2) : start]:
        end = _end_of_time(text, start, end)
    clause = phrase("another-clause").search(text, start, end) if field == "provider" else None
    end = clause.start() if clause else end
    return start, _closed(text, start, end)


def _with_names_behind(text: str, reach: tuple[int, int, int], parts: tuple[Slice, ...]) -> int:
    """The end behind further names, each of which a semicolon divides from the one before: "Dom Sonce; ZD Kranj"."""
    start, end, limit = reach
    while end < limit and text[start:end].rstrip()[-1:] == ";":
        at = end + len(text[end:limit]) - len(text[end:limit].lstrip())
        stop = phrase("organisation-ends").search(text, at, limit)
        if not phrase("organisation").match(text, at, limit) or (stop and stop.group() not in (";", ",", ".")):
            return end
        end = min(limit, max(enclosing(parts, at).end, at + 1))
    return end


def _end_of_time(text: str, start: int, end: int) -> int:
    """The end of a time in running text, before a comma behind which none is told: "rok junij 2023, plača občina"."""
    at = start
    for _ in range(MOST_COMMAS):
        at = text.find(", ", at + 1, end)
        rest = text[at + 1 : end]
        timed = phrase("later-time").match(rest) or phrase("deadline-told").search(rest)
        if at < 0 or not (timed or any(map(str.isdigit, rest))):
            return end if at < 0 else at
    return end


def _closed(text: str, start: int, end: int) -> int:
    """The end before a bracket that was opened outside of the value."""
    depth = 0
    for at in range(start, end):
        depth += BRACKETS.get(text[at], 0)
        if depth < 0:
            return at
    return start + len(text[start:end].rstrip(_APART))
