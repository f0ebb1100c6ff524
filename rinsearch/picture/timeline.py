"""The decisions about a plan along the days: a lane for each municipality, a mark for each act."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rinsearch.answers import act_words, day, place, plan_words
from rinsearch.picture.looks import AGAINST, BORDERS, LOOKS, TEXTURES, Look
from rinsearch.picture.svg import MARGIN, QUIET, SMALL, TITLE, Style, cut, drawing, line, linked, rect, text, width_of
from rinsearch.records import Basis, CitedDecision, Decision, Status

Href = Callable[[CitedDecision], str]

NAME = "Pot načrta po občinskih svetih"
LABELS, TRACK, LANE, MARK = 190, 780, 30, 20  # pixels: names, the days, height of a lane, size of a mark
HEAD = 104  # pixels above the lanes
ALL = "več občinam"  # the lane of requests to several
BESIDE = "oznake, ki bi se prekrile, stojijo druga ob drugi"
NOTHING = "Med dokumenti ni nobenega dogodka o tem načrtu."
LETTERS = {
    Status.REQUESTED: "PO",
    Status.SCHEDULED: "DR",
    Status.PROPOSED: "PR",
    Status.ACKNOWLEDGED: "SE",
    Status.ADOPTED: "SP",
    Status.POSTPONED: "PL",
    Status.WITHDRAWN: "UM",
    Status.REJECTED: "ZA",
}
REVOKED = "RA"


def timeline_of(decisions: Sequence[CitedDecision], href: Href = lambda act: "", undated: str = "") -> str:
    """The dated decisions as marks on lanes, as SVG; those without a date are counted at the foot.

    ``href`` gives where a mark leads to, ``undated`` where the count at the foot does; nowhere where it is empty.

    >>> timeline_of(()).startswith("<svg")
    True
    """
    dated = sorted((each for each in decisions if each.date), key=_order)
    lanes: dict[str, list[CitedDecision]] = defaultdict(list)
    for decision in dated:
        lanes[decision.municipality.name if decision.municipality else ALL].append(decision)
    below = HEAD + LANE * len(lanes)
    legend, lines = _legend(dated, below + 26)
    height = below + 36 + LANE * lines
    foot = _foot(len(dated), len(decisions) - len(dated), undated, height - 14)
    shapes = (*_tracks(lanes, href), *legend, foot)
    plans = "; ".join(dict.fromkeys(plan_words(each.plan) for each in decisions if each.plan))
    head = text(MARGIN, 36, NAME, TITLE), text(MARGIN, 57, cut(plans, TRACK - LABELS, 12), Style(12, QUIET))
    beside = text(MARGIN + LABELS + TRACK, 57, BESIDE, Style(11, QUIET, anchor="end")) if dated else ""
    return drawing((2 * MARGIN + LABELS + TRACK, height), NAME, (TEXTURES, *head, beside, *shapes))


def _foot(dated: int, others: int, href: str, y: float) -> str:
    """How many have no day; where there is nothing at all, that."""
    if others:
        words = f"Brez znanega dne: {others}"
        return linked(href, words, text(MARGIN, y, words, SMALL))
    return "" if dated else text(MARGIN, y, NOTHING, SMALL)


def _tracks(lanes: Mapping[str, Sequence[CitedDecision]], href: Href) -> Iterator[str]:
    """The months, and a lane for each council below them."""
    days = [each.date for acts in lanes.values() for each in acts if each.date]
    if not days:
        return
    scale = Scale(min(days), max(days))
    yield from _months(scale, HEAD + LANE * len(lanes))
    for number, (name, acts) in enumerate(lanes.items()):
        yield _lane((HEAD + LANE * number, name), acts, scale, href)


class Scale:
    """Days to pixels; half a month of air on both sides, and no less than from one month to the next."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        self.first = min(first - datetime.timedelta(days=15), first.replace(day=1))
        self.last = last + datetime.timedelta(days=15)

    def __call__(self, when: datetime.date) -> float:
        """The place of a day, in pixels from the left edge of the picture."""
        return MARGIN + LABELS + TRACK * (when - self.first).days / max(1, (self.last - self.first).days)

    def months(self) -> Iterator[datetime.date]:
        """The first days of the months to mark: each, or every third, or every January, as there is room."""
        length = (self.last - self.first).days
        step = 1 if length < 500 else 3 if length < 1500 else 12
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, 13, step):
                when = datetime.date(year, month, 1)
                if self.first <= when <= self.last:
                    yield when


def _months(scale: Scale, below: float) -> Iterator[str]:
    for when in scale.months():
        x = scale(when)
        yield line((x, HEAD - 16), (x, below), 'stroke="#eaeef2"')
        yield text(x, HEAD - 22, f"{when.month}. {when.year}", Style(10, QUIET, anchor="middle"))


def _lane(at: tuple[float, str], acts: Sequence[CitedDecision], scale: Scale, href: Href) -> str:
    top, name = at
    middle = top + LANE / 2
    track = line((MARGIN + LABELS, middle), (MARGIN + LABELS + TRACK, middle))
    marks = "".join(_mark(each, (left, middle), href(each)) for each, left in _spread(acts, scale))
    return text(MARGIN, middle + 4, cut(name, LABELS - 10, 13)) + track + marks


def _spread(acts: Sequence[CitedDecision], scale: Scale) -> Iterator[tuple[CitedDecision, float]]:
    """Marks and where they stand: one for each status and day, though several papers show it.

    Of several papers a later one in the order shows the mark. Those that would cover one another go side by side, to
    the right.
    """
    free = 0.0
    for (_, when), act in {(letters(act), act.date): act for act in acts if act.date}.items():
        left = max(scale(when) - MARK / 2, free)
        free = left + MARK + 2
        yield act, left


def _mark(act: CitedDecision, at: tuple[float, float], href: str) -> str:
    left, middle = at
    look = look_of_act(act)
    shape = rect(left, middle - MARK / 2, (MARK, MARK), f'rx="4" {look.attributes}')
    words = text(left + MARK / 2, middle + 3.5, letters(act), Style(9.5, look.ink, bold=True, anchor="middle"))
    return linked(href, f"{day(act.date)} {act_words(act)} – {place(act.document, act.evidence)}", shape + words)


def letters(act: Decision) -> str:
    """Two letters for an act: "SE" for seznanjen."""
    return REVOKED if act.revokes else LETTERS[act.status]


def look_of_act(act: Decision) -> Look:
    """The look of an act's status; of one that takes back an earlier one that of a rejection; of hearsay its border."""
    look = AGAINST if act.revokes else LOOKS[act.status]
    return replace(look, border=BORDERS[Basis.REPORTED]) if act.reported else look


def _order(act: CitedDecision) -> tuple[object, ...]:
    """By day; within a day in the order in which a paper travels, the council's own papers behind hearsay."""
    return act.date, list(LETTERS).index(act.status), not act.reported, act.id


def _legend(acts: Sequence[CitedDecision], top: float) -> tuple[list[str], int]:
    """What each mark means, in the order in which a paper travels, and how many lines that takes."""
    shapes: list[str] = []
    left, number = float(MARGIN), 0
    for words, act in sorted({act_words(each): each for each in acts}.items(), key=lambda item: _rank(item[1])):
        wide = MARK + 22 + width_of(words, 12)
        if left + wide > MARGIN + LABELS + TRACK:
            left, number = float(MARGIN), number + 1
        shapes.append(_key(act, words, (left, top + number * LANE)))
        left += wide
    return shapes, number + 1


def _rank(act: Decision) -> tuple[int, bool, bool]:
    return list(LETTERS).index(act.status), act.revokes is not None, act.reported


def _key(act: Decision, words: str, at: tuple[float, float]) -> str:
    left, top = at
    look = look_of_act(act)
    return (
        rect(left, top - 14, (MARK, MARK), f'rx="4" {look.attributes}')
        + text(left + MARK / 2, top, letters(act), Style(9.5, look.ink, bold=True, anchor="middle"))
        + text(left + MARK + 6, top + 1, words, Style(12))
    )
