"""Where entries stand in one line: behind semicolons, behind a colon, one answer after the other, with brackets.

As in "Stanje odgovorov: Bled – seznanjen; Bohinj – preloženo", "Odzivi: Bled (seznanjen, 11 za), Bohinj (vrnjeno)".
"""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.compose.paper import tags_of
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy.phrases import phrase

LED = 40  # characters from the colon of a lead-in to the name: ": Občinski svet Mestne občine "
BracketedName = tuple[Tag, int]


def lines_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """The lines of a passage, and what stands between semicolons in one."""
    breaks = sorted({*_answers(passage), *_led(passage)})
    for start, end in [(span.start, span.end) for span in passage.spans] or [(0, len(passage.text))]:
        here = start
        for at in sorted({*_semicolons(passage.text, start, end), *(at for at in breaks if start < at < end)}):
            yield here, at - 1
            here = at
        yield here, end


def _semicolons(text: str, start: int, end: int) -> Iterator[int]:
    """Where what stands behind each semicolon begins."""
    while (at := text.find("; ", start, end)) >= 0:
        start = at + 2
        yield start


def _answers(passage: Passage) -> tuple[int, ...]:
    """Where municipalities begin that answer one after the other: "Bohinj: da, 12. 10. Tržič: ne."."""
    names = [name.evidence for name in tags_of(passage, "municipality")]
    answer, said = phrase("standing-answer"), phrase("standing-said")
    asked = [each for each in names if answer.match(passage.text, each.end)] if "?" in passage.text else []
    told = [each for each in names if said.match(passage.text, each.end)]
    found = [*asked, *(told if len(told) > 1 else ())]
    starts = sorted({each.start for each in found})
    return tuple(at for at in starts if passage.text[:at].rstrip().endswith((".", ",", "?", ":", "–", ")")))


def _led(passage: Passage) -> Iterator[int]:
    """Where the first entry behind a lead-in begins, in a line that has further ones behind semicolons."""
    if "; " not in passage.text:
        return
    for name in tags_of(passage, "municipality"):
        if (begins := led_from(passage.text, name.evidence.start)) is not None:
            yield begins


def led_from(text: str, at: int) -> int | None:
    """Where what follows a colon begins, if it is but a municipality's name at this place: ": Občina "."""
    found = phrase("standing-led").search(text, max(0, at - LED), at)
    return found.start("name") if found else None


def bracketed(passage: Passage) -> tuple[tuple[int, int, Tag], ...]:
    """Two or more names behind a lead-in, each with what is said of it in brackets: its start, its end and its name."""
    if ":" not in passage.text or passage.text.count("(") < 2:
        return ()
    row: list[tuple[int, int, Tag]] = []
    for name in tags_of(passage, "municipality"):
        begins = _begins_in_row(passage.text, row[-1][1], name) if row else led_from(passage.text, name.evidence.start)
        aside = phrase("standing-in-brackets").match(passage.text, name.evidence.end)
        if begins is not None and aside:
            row.append((begins, aside.end(), name))
        elif len(row) > 1:
            break
        else:
            row = []
    return tuple(row) if len(row) > 1 else ()


def _begins_in_row(text: str, end: int, name: Tag) -> int | None:
    """Where an entry begins behind the one that ends at ``end``: ", ", " in Občina "."""
    found = phrase("standing-further").fullmatch(text, end, name.evidence.start)
    return found.start("name") if found else None
