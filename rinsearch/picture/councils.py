"""The council table of a plan as a map: a tile for every municipality, coloured and lettered by standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rinsearch.answers import NO_PAPER, contrary_words, day, place, plan_words, share_words, standing_words
from rinsearch.picture.looks import TEXTURES, Look, look_of
from rinsearch.picture.svg import INK, MARGIN, SMALL, TITLE, Style, cut, drawing, linked, rect, text, width_of, wrapped
from rinsearch.picture.tiles import Tile, tiles
from rinsearch.records import Basis, CouncilRow, Councils
from rinsearch.taxonomy import municipalities

WIDE, HIGH, GAP = 108, 86, 6  # pixels of a tile, and between tiles
HEAD = 84  # pixels above the tiles
NAME, WORDS = 12, 10.5  # heights of letters
CONFLICT = "dokumenti si nasprotujejo"
TOOK_NOTE = "z načrtom seznanjeni"  # the councils that took note, whatever their standing is called
CROSS = 24  # pixels from one line of the legend to the next


Href = Callable[[CouncilRow], str]
Leads = Callable[[str], str]


def map_of(table: Councils, href: Href = lambda row: "", counted: Leads = lambda words: "") -> str:
    """The map of a council table, as SVG; a tile says name, standing and day, and its tip the page of the evidence.

    ``href`` gives where a tile leads to, ``counted`` where a count does: by the words of a standing, `CONFLICT`, or
    `TOOK_NOTE`; nowhere where it is empty.

    >>> from rinsearch.records import Councils
    >>> map_of(Councils("rin-sv/zasavska/2017-2020", "zasavska", 0, {}, 0, 0.0, ())).startswith("<svg")
    True
    """
    places, codes = municipalities(), [row.municipality.code for row in table.councils]
    found = tiles({code: (places[code].lat, places[code].lon) for code in codes})
    columns = max((column for column, _ in found.values()), default=0) + 1
    rows = max((row for _, row in found.values()), default=0) + 1
    width = max(2 * MARGIN + columns * (WIDE + GAP) - GAP, 620)
    below = HEAD + rows * (HIGH + GAP) + 14
    legend, lines = _legend(table.councils, (width, below), counted)
    title = f"Seznanitev svetov z načrtom: {plan_words(table.plan)}"
    drawn = (_tile(row, found[row.municipality.code], href(row)) for row in table.councils)
    share = text(MARGIN, 60, share_words(table), Style(13, SMALL.fill))
    head = text(MARGIN, 38, title, TITLE), linked(counted(TOOK_NOTE), share_words(table), share)
    return drawing((width, below + lines * CROSS + 10), title, (TEXTURES, *head, *drawn, *legend))


def _tile(row: CouncilRow, at: Tile, href: str) -> str:
    left, top = MARGIN + at[0] * (WIDE + GAP), HEAD + at[1] * (HIGH + GAP)
    look = look_of(row)
    shape = rect(left, top, (WIDE, HIGH), f'rx="5" {look.attributes}')
    flag = _flag((left + WIDE - 10, top + HIGH - 12)) if row.conflict else ""
    return linked(href, _tip(row), shape + "".join(_lettering(row, (left + WIDE / 2, top), look)) + flag)


def _flag(at: tuple[float, float]) -> str:
    """The sign of a contradiction: readable on every tile, and in print."""
    x, y = at
    circle = f'<circle cx="{x:g}" cy="{y:g}" r="7.5" fill="#ffffff" stroke="{INK}" stroke-width="1.5"/>'
    return circle + text(x, y + 4, "!", Style(11.5, INK, bold=True, anchor="middle"))


def _tip(row: CouncilRow) -> str:
    against = f"; nasprotuje: {contrary_words(row)}" if row.contrary else ""
    return _shown(row) + against


def _shown(row: CouncilRow) -> str:
    if row.basis == Basis.CORRECTED and row.correction:
        return f"{row.municipality.name}: {standing_words(row)} – {row.correction.by}, {day(row.correction.on)}"
    if not row.decisions:
        return f"{row.municipality.name}: {NO_PAPER} (pregledanih: {row.documents})"
    best = row.decisions[0]
    return f"{row.municipality.name}: {standing_words(row)} – {place(best.document, best.evidence)}"


def _lettering(row: CouncilRow, at: tuple[float, float], look: Look) -> Iterator[str]:
    middle, top = at
    for number, words in enumerate(_name(row)):
        yield text(middle, top + 17 + number * 13, words, Style(NAME, look.ink, bold=True, anchor="middle"))
    below = [*wrapped(standing_words(row), WIDE - 8, WORDS), day(row.date)]
    lines = [words for words in below if words]
    for number, words in enumerate(lines):
        y = top + HIGH - 8 - 13 * (len(lines) - 1 - number)
        yield text(middle, y, words, Style(WORDS, look.ink, anchor="middle"))


def _name(row: CouncilRow) -> Sequence[str]:
    """The name; the longest there are take three lines."""
    return [cut(words, WIDE, NAME) for words in wrapped(row.municipality.name, WIDE - 16, NAME)]


def _legend(rows: Sequence[CouncilRow], at: tuple[float, float], counted: Leads) -> tuple[list[str], int]:
    """What each look means, with its count, and how many lines that takes; most frequent first."""
    width, top = at
    looks = {standing_words(row): look_of(row) for row in rows}
    counts = Counter(map(standing_words, rows)).most_common()
    conflicts = sum(row.conflict for row in rows)
    shapes: list[str] = []
    left, number = float(MARGIN), 0
    for words, count in [*counts, *(((CONFLICT, conflicts),) if conflicts else ())]:
        label = f"{words}: {count}"
        wide = 26 + width_of(label, 13) + 16
        if left > MARGIN and left + wide > width - MARGIN:
            left, number = float(MARGIN), number + 1
        y = top + number * CROSS
        entry = _key(looks.get(words), (left, y)) + text(left + 26, y + 12, label)
        shapes.append(linked(counted(words), label, entry))
        left += wide
    return shapes, number + 1


def _key(look: Look | None, at: tuple[float, float]) -> str:
    """A tile in the legend; of no look of its own the sign of a contradiction."""
    left, top = at
    return rect(left, top, (18, 14), f'rx="3" {look.attributes}') if look else _flag((left + 9, top + 7))
