"""Priorities and goals of a plan, and under which of them a passage stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rinsearch.compose.fields.areas import areas_of
from rinsearch.compose.paper import Paper, evidence_at, tags_between
from rinsearch.compose.plans.plans import Plans
from rinsearch.compose.priorities.chapters import ABOVE_GOALS, CHAPTER
from rinsearch.compose.priorities.legends import at_items, mentioned
from rinsearch.compose.priorities.lists import CAPITALS, LIST, LISTED, goals_named, in_lists
from rinsearch.compose.priorities.matches import CONTENTS, LETTERED, Found, Match, goal_below, goal_number
from rinsearch.compose.priorities.places import ABOVE, above_measures
from rinsearch.compose.priorities.repeated import continued, repeated_titles
from rinsearch.compose.priorities.titles import AREA, MERGED, headed, in_labels, titled
from rinsearch.records import DocumentKind, Goal, Measure, Passage, PassageKind, Priority
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

_LISTED = re.compile(r"^\W*(?P<number>\d{1,2})[.)]\s*(?P<title>\S.*)$")
_BRACKET = re.compile(r"\s\([^()]{1,60}\)[\s.;,]*$")  # "A Zadolženost (koraki 1, 4)"
_CHAPTER = re.compile(r"\W*((?:\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})(?:\.\d{1,2}){1,3})\.?\s")
_PART = re.compile(r"\W*(\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})[.)]?\s")
NUMBERED = frozenset({CHAPTER, ABOVE_GOALS})  # rules whose titles are chapters; one beside them ends them
OVER_ROWS = frozenset({ABOVE, MERGED})  # rules whose titles may be rows of the table
WITHOUT = frozenset({DocumentKind.REGULATION, DocumentKind.REPORT, DocumentKind.MINUTES})


@dataclass(frozen=True, slots=True)
class Heading:
    """The priority and goal above a passage, and the priority's target groups."""

    priority: str | None = None
    goal: str | None = None
    groups: tuple[str, ...] = ()


def find_priorities(paper: Paper, plans: Plans) -> tuple[Priority, ...]:
    """The priorities that a paper lists or has as headings, each once; of a report what is to come is given alone."""
    plan = _plan(plans)
    found: dict[str, Priority] = {}
    for passage, match in _priorities(paper):
        priority = _priority(plan, passage, match, len(found) + 1)
        if title := continued(priority.title):  # none is left of "2. (nadaljevanje)"
            found.setdefault(_key(title), replace(priority, title=title))
    return tuple(found.values())


def find_above(paper: Paper, plans: Plans, measures: tuple[Measure, ...]) -> tuple[Priority, ...]:
    """The priorities of a paper that calls nothing so: titles of one form above its measures."""
    plan, found = _plan(plans), above_measures(paper, measures) or mentioned(paper) or _once(at_items(paper))
    found = found or (goals_named(paper) if paper.kind is DocumentKind.PLAN else [])
    return tuple(_priority(plan, passage, match, number) for number, (passage, match) in enumerate(found, 1))


def _once(found: list[Found]) -> list[Found]:
    """Each title at its first place."""
    first = {_key(passage.text[slice(*match.span)]): (passage, match) for passage, match in reversed(found)}
    return [each for each in found if each in first.values()]


def find_goals(paper: Paper, plans: Plans) -> tuple[Goal, ...]:
    """The goals that a paper lists or has as headings, each once."""
    plan = _plan(plans)
    found: dict[str, Goal] = {}
    for passage, match in _goals(paper):
        start, end = match.span
        title = _tidy(passage.text[start:end])
        goal = Goal(
            plan, match.number, title, _groups(passage, start, end), evidence_at(passage, start, end, match.rule)
        )
        found.setdefault(_key(title), goal)
    return tuple(found.values())


def headings_of(paper: Paper, priorities: tuple[Priority, ...], goals: tuple[Goal, ...] = ()) -> Mapping[str, Heading]:
    """The priority and the goal above each passage, by the passage's id; a heading above them ends both."""
    titles = {priority.evidence.passage: priority for priority in priorities if priority.evidence.rule not in LISTED}
    by_passage = {**titles, **repeated_titles(paper.passages, priorities)}
    goal_at = {goal.evidence.passage: goal for goal in goals}
    found: dict[str, Heading] = {}
    current, depth = Heading(), 0
    title = last = None
    cells = {**_area_cells(paper.passages, priorities), **cells_of(paper.passages)}
    for passage in paper.passages:
        priority, goal = by_passage.get(passage.id), goal_at.get(passage.id)
        if priority and (not passage.columns or priority.evidence.rule in OVER_ROWS):
            last, title = passage, passage if priority.evidence.rule in NUMBERED else None
            below = goal.title if goal else None
            current = Heading(priority.number or priority.title, below, priority.target_groups)
            depth = len(passage.section) if passage.kind == PassageKind.HEADING else min(len(passage.section), 1)
        elif goal and current.priority and not passage.columns:
            current = replace(current, goal=goal.title)
        elif (
            passage.kind == PassageKind.HEADING
            and not _is_inside(passage)
            and (len(passage.section) < depth or _is_beside(title, passage) or _is_next_part(last, passage))
        ):
            current = Heading()
        found[passage.id] = _of_row(passage, cells.get(passage.id), priorities) or current
    return found


def _is_inside(passage: Passage) -> bool:
    """Whether a heading stands among the measures of a priority: that of a card, or "Ukrepi:" above a list of them."""
    listed = passage.text.rstrip().endswith(":") and phrase("measures-follow").search(passage.text)
    return bool(listed or phrase("card-title").match(passage.text))


def _is_beside(title: Passage | None, passage: Passage) -> bool:
    """Whether a heading is a chapter beside that of a priority: "5.5 Kar je skupno" behind "5.4 Starost"."""
    numbers = [_CHAPTER.match(each.text) for each in (title, passage) if each]
    first, second = (match[1] if match else "" for match in numbers) if len(numbers) > 1 else ("", "")
    return first != second and "." in first and first.rpartition(".")[0] == second.rpartition(".")[0]


def _is_next_part(title: Passage | None, passage: Passage) -> bool:
    """Whether a heading is a part beside the one in which a priority stands: "III. Prenosi" behind "II.5 Dom"."""
    inside, part = _CHAPTER.match(title.text) if title else None, _PART.match(passage.text)
    return bool(inside and part and inside[1].partition(".")[0] != part[1])


def _of_row(passage: Passage, cell: str | None, priorities: tuple[Priority, ...]) -> Heading | None:
    """The priority that a cell of the row names: its number and its groups."""
    match = LETTERED.match(cell) if cell and cell.strip() else None
    if match is None:
        return None
    key = _key(continued(_tidy(match["title"])))
    known = next(
        (each for each in priorities if (_key(each.title) == key if key else each.number == match["number"])), None
    )
    return Heading(known.number or known.title, None, known.target_groups) if known else None


def cells_of(passages: Sequence[Passage]) -> Mapping[str, str]:
    """What the cells of columns of priorities say, by the ids of the rows; an empty one says what is above it."""
    found: dict[str, str] = {}
    above: tuple[int | None, str] = (None, "")
    for passage in passages:
        column = next((each for each in passage.columns if column_field(each.heading) == "priority"), None)
        if column is None:
            continue
        cell = passage.text[column.start : column.end].strip(" -–—/")
        cell = cell or (above[1] if above[0] == passage.table else "")
        found[passage.id], above = cell, (passage.table, cell)
    return found


def _area_cells(passages: Sequence[Passage], priorities: tuple[Priority, ...]) -> Mapping[str, str]:
    """The cells that are the areas by which priorities are known, by the ids of the rows; empty ones as above."""
    columns = areas_of(passages) if any(each.evidence.rule == AREA for each in priorities) else {}
    at = {passage.table: passage.columns.index(columns[passage.id]) for passage in passages if passage.id in columns}
    found: dict[str, str] = {}
    above: tuple[int | None, str] = (None, "")
    for passage in passages:
        if passage.table is None or not passage.columns[at.get(passage.table, len(passage.columns)) :]:
            continue
        column = passage.columns[at[passage.table]]
        cell = passage.text[column.start : column.end].strip(" -–—/")
        above = passage.table, cell or (above[1] if above[0] == passage.table else "")
        found[passage.id] = above[1]
    return found


def _plan(plans: Plans) -> str | None:
    return next((mention.id for mention in plans.ids() if mention.period), None)


def _priorities(paper: Paper) -> Iterator[Found]:
    if paper.kind is DocumentKind.REPORT:  # its chapters on what is to come
        yield from headed(paper)
    if paper.kind in WITHOUT:
        return
    titles = titled(paper)
    yield from titles
    if paper.kind == DocumentKind.PLAN and titles:
        return  # a plan has its priorities as titles, and lists of much else
    known = {passage.id for passage, _ in titles}
    listed = [found for found in in_lists(paper) if found[0].id not in known]
    yield from listed or ([] if titles else in_labels(paper))


def _goals(paper: Paper) -> Iterator[Found]:
    if paper.kind in WITHOUT:
        return
    listing = False
    for passage in paper.passages:
        begin = 0 if phrase("goal-title").match(passage.text) else goal_below(passage) or 0
        match = phrase("goal-title").match(passage.text[begin:])
        listed = _LISTED.match(passage.text) if listing else None
        if match and passage.kind != PassageKind.ROW and not CONTENTS.search(passage.text):
            span = match.start("title") + begin, match.end("title") + begin
            yield passage, Match(goal_number(match), span, "goal.heading")
        elif listed:
            yield passage, Match(listed.group("number"), listed.span("title"), "goal.list")
        listing = bool(phrase("goals-follow").search(passage.text)) or (listing and bool(listed))


def _priority(plan: str | None, passage: Passage, match: Match, number: int) -> Priority:
    start, end = match.span
    words = passage.text[start:end]
    title = f"{match.prefix} {words.split(':')[0]}" if match.rule == CAPITALS else words
    if match.rule == LIST:
        title = phrase("first-part-ends").split(_BRACKET.sub("", words))[0]
    elif numbers := phrase("numbers-of-measures").search(title):
        title = title[: numbers.start()]
    place = evidence_at(passage, start, start + len(words.rstrip()), match.rule)
    return Priority(plan, match.number or str(number), _tidy(title), _groups(passage, start, end), place)


def _groups(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.value for tag in tags_between(passage, "target_group", start, end)))


def _tidy(title: str) -> str:
    words = " ".join(title.split()).strip(" .;:,*–—-=")
    return words if "(" in words else words.rstrip(")")  # "Prioriteta 2 (Pravica do doma)"


def _key(title: str) -> str:
    return title.casefold()
