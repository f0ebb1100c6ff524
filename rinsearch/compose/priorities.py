"""Priorities and goals of a plan, and under which of them a passage stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.columns import MEASURE, columns_of
from rinsearch.compose.paper import Paper, evidence_at, tags_between
from rinsearch.compose.plans import Plans
from rinsearch.records import DocumentKind, Goal, Passage, PassageKind, Priority
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

_CONTENTS = re.compile(r"(?:…|\.{3,}|\s\.)\s*\d+\s*$")
_LISTED = re.compile(r"^\W*(?P<number>\d{1,2})[.)]\s*(?P<title>\S.*)$")
_LETTERED = re.compile(r"^\W*(?:(?P<number>[\dA-ZČŠŽ]{1,2})[.)]\s*)?(?P<title>\S.*)$", re.DOTALL)
_POINT = re.compile(r"^\W*(?:(?P<number>\d{1,2})[.)]\s*)?(?P<title>\w.*)$", re.DOTALL)
_FIRST_PART = re.compile(r"[;:]|,(?!\s(?:ki|kjer|ko|da|kater\w+)\b)|\s[–—-]\s")
_LISTED_WITH = re.compile(r",\s+|\s+(?:in|ter)\s+(?=[^,;]*$)")
COUNTS = {"dve": 2, "tri": 3, "štiri": 4, "pet": 5, "šest": 6}
_CAPITALS = re.compile(r"(?:[A-ZČŠŽ]{2,}[A-ZČŠŽ,\- ]*){3,}")
LONGEST_LIST = 600  # characters of the titles that one sentence names
SHORTEST_TITLE = 4  # letters
SHORTEST_SERIES = 3  # titles with the same word
TITLE_LENGTH = 300  # characters; what is longer is running text
CAPITALS = "priority.capitals"
PLANNED = frozenset({MEASURE, "provider"})  # columns of a table whose merged rows are priorities
BOOKS = frozenset({DocumentKind.PLAN, DocumentKind.OTHER})
TITLES = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM})
WITHOUT = frozenset({DocumentKind.REGULATION, DocumentKind.REPORT, DocumentKind.MINUTES})


@dataclass(frozen=True, slots=True)
class Heading:
    """The priority and goal above a passage, and the priority's target groups."""

    priority: str | None = None
    goal: str | None = None
    groups: tuple[str, ...] = ()


def find_priorities(paper: Paper, plans: Plans) -> tuple[Priority, ...]:
    """The priorities that a paper lists or has as headings, each once."""
    plan = _plan(plans)
    found: dict[str, Priority] = {}
    for number, (passage, match) in enumerate(_priorities(paper), 1):
        priority = _priority(plan, passage, match, number)
        found.setdefault(_key(priority.title), priority)
    return tuple(found.values())


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
    by_passage = {priority.evidence.passage: priority for priority in priorities}
    goal_at = {goal.evidence.passage: goal for goal in goals}
    found: dict[str, Heading] = {}
    current, depth = Heading(), 0
    for passage in paper.passages:
        priority, goal = by_passage.get(passage.id), goal_at.get(passage.id)
        if priority and not passage.columns:
            current = Heading(priority.number or priority.title, None, priority.target_groups)
            depth = len(passage.section)
        elif goal and current.priority and not passage.columns:
            current = replace(current, goal=goal.title)
        elif passage.kind == PassageKind.HEADING and len(passage.section) < depth:
            current = Heading()
        found[passage.id] = _of_row(passage, priorities) or current
    return found


def _of_row(passage: Passage, priorities: tuple[Priority, ...]) -> Heading | None:
    """The priority that a cell of the row names: its number and its groups."""
    cell = next((passage.text[c.start : c.end] for c in passage.columns if column_field(c.heading) == "priority"), None)
    match = _LETTERED.match(cell) if cell and cell.strip() else None
    if match is None:
        return None
    key = _key(_tidy(match["title"]))
    known = next((priority for priority in priorities if _key(priority.title) == key), None)
    return Heading(known.number or known.title, None, known.target_groups) if known else None


@dataclass(frozen=True, slots=True)
class _Match:
    number: str | None
    span: tuple[int, int]
    rule: str
    prefix: str = ""


def _plan(plans: Plans) -> str | None:
    return next((mention.id for mention in plans.ids() if mention.period), None)


def _priorities(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    if paper.kind in WITHOUT:
        return
    headed = [*_headed(paper), *_in_columns(paper)] or list(_in_series(paper)) or list(_over_rows(paper))
    yield from sorted(headed, key=lambda each: int(each[0].id.rpartition(".")[2]))
    if paper.kind != DocumentKind.PLAN or not headed:  # a plan has its priorities as headings, and lists of much else
        yield from _listed_in_capitals(paper)
        yield from _listed(paper)
        yield from _named(paper)


def _in_columns(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Cells of a column of priorities; a merged cell is met in each of its rows."""
    for passage in paper.passages:
        for column in passage.columns:
            cell = passage.text[column.start : column.end]
            match = _LETTERED.match(cell)
            if match and column_field(column.heading) == "priority":
                span = (column.start + match.start("title"), column.end)
                yield passage, _Match(match.group("number"), span, "priority.column")


def _listed(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Items behind an announcement ("tri prednostna področja:"); the title goes up to the first comma."""
    listing = False
    for passage in paper.passages:
        match = _POINT.match(passage.text) if listing and passage.kind == PassageKind.ITEM else None
        if match and not _CAPITALS.search(passage.text):
            yield passage, _Match(match.group("number"), (match.start("title"), len(passage.text)), "priority.list")
        listing = bool(phrase("priorities-follow").search(passage.text)) or (
            listing and passage.kind == PassageKind.ITEM
        )


def _named(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Titles inside a sentence: "… tri prednostna področja: dom, delo in zdravje."."""
    for passage in paper.passages:
        match = phrase("priorities-named").search(passage.text) if not passage.columns else None
        if match is None:
            continue
        end = min(enclosing(sentences(passage.text), match.end()).end, match.end() + LONGEST_LIST)
        for start, stop in _cut(passage.text, match.end(), end, match["count"]):
            code = phrase("coded").match(passage.text, start, stop)
            start, number = (code.end(), code["code"]) if code else (start, None)
            if sum(map(str.isalpha, passage.text[start:stop])) >= SHORTEST_TITLE:
                yield passage, _Match(number, (start, stop), "priority.named")


def _cut(text: str, start: int, end: int, count: str | None) -> Iterator[tuple[int, int]]:
    """The parts of a list; "in" joins the last two, or (where the count is met without it) two words of a title."""
    pattern = re.compile(r";\s+") if ";" in text[start:end] else _LISTED_WITH
    breaks = list(pattern.finditer(text, start, end))
    commas = [each for each in breaks if not each.group().strip()[:1].isalpha()]
    if count and len(commas) + 1 == COUNTS[count]:
        breaks = commas
    begins = [start, *(each.end() for each in breaks)]
    return zip(begins, [*(each.start() for each in breaks), end], strict=True)


def _headed(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Headings such as "Prioriteta 1: …" and "A. PRIORITETA: …"."""
    for passage in paper.passages:
        match = phrase("priority-title").match(passage.text) if passage.kind in TITLES else None
        if match and len(passage.text) < TITLE_LENGTH and not _is_running(passage):
            yield (
                passage,
                _Match(match["number"] or match["before"] or match["area"], match.span("title"), "priority.heading"),
            )


def _in_series(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Titles of a plan (or a booklet about it) that count up with a word of their own: "ZAVEZA 1: …", "ZAVEZA 2: …"."""
    if paper.kind not in BOOKS:
        return
    series: dict[str, list[tuple[Passage, _Match]]] = {}
    for passage in paper.passages:
        match = phrase("series-title").match(passage.text) if passage.kind in TITLES else None
        if match and not _is_running(passage) and not phrase("no-series").match(match["word"]):
            found = _Match(match["number"], match.span("title"), "priority.series")
            series.setdefault(match["word"].casefold(), []).append((passage, found))
    longest = max(series.values(), key=len, default=[])
    if len(longest) >= SHORTEST_SERIES:
        yield from longest


def _over_rows(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Merged rows of a table of measures, each the title of those below it: "Starejši"."""
    for passage, following in pairwise(paper.passages):
        inside = passage.kind is PassageKind.HEADING and passage.table is not None
        if inside and following.table == passage.table and following.columns:
            known = columns_of(tuple(column.heading for column in following.columns)).known
            match = _LETTERED.match(passage.text)
            if match and known >= PLANNED and not phrase("goal-title").match(passage.text):
                yield passage, _Match(match["number"], match.span("title"), "priority.row")


def _is_running(passage: Passage) -> bool:
    """Running text, or a line of the table of contents."""
    return passage.text.rstrip().endswith((".", "?")) or bool(_CONTENTS.search(passage.text))


def _listed_in_capitals(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    """Titles in capitals behind an announcement; a title may begin in the line (and passage) before."""
    listing, begun = False, ""
    for passage in paper.passages:
        if listing:
            runs = list(_capital_runs(passage))
            if passage.text.isupper() and not passage.text.rstrip().endswith((".", ";", ":")):
                begun = passage.text
                continue
            yield from ((passage, replace(run, prefix=begun if n == 0 else "")) for n, run in enumerate(runs))
            listing, begun = bool(runs), ""
        if phrase("priorities-follow").search(passage.text):
            listing = True


def _capital_runs(passage: Passage) -> Iterator[_Match]:
    """Titles in capitals, each with the list behind it: "CENTER ZA … : zasvojenost, mladi, …; NASTANITVENA …"."""
    runs = list(_CAPITALS.finditer(passage.text))
    for number, run in enumerate(runs):
        end = runs[number + 1].start() if number + 1 < len(runs) else len(passage.text)
        yield _Match(None, (run.start(), end), CAPITALS)


def _goals(paper: Paper) -> Iterator[tuple[Passage, _Match]]:
    if paper.kind in WITHOUT:
        return
    listing = False
    for passage in paper.passages:
        match = phrase("goal-title").match(passage.text)
        listed = _LISTED.match(passage.text) if listing else None
        if match and passage.kind != PassageKind.ROW and not _CONTENTS.search(passage.text):
            yield passage, _Match(match["number"] or match["before"], match.span("title"), "goal.heading")
        elif listed:
            yield passage, _Match(listed.group("number"), listed.span("title"), "goal.list")
        listing = bool(phrase("goals-follow").search(passage.text)) or (listing and bool(listed))


def _priority(plan: str | None, passage: Passage, match: _Match, number: int) -> Priority:
    start, end = match.span
    words = passage.text[start:end]
    title = f"{match.prefix} {words.split(':')[0]}" if match.rule == CAPITALS else words
    if match.rule == "priority.list":
        title = _FIRST_PART.split(words)[0]
    place = evidence_at(passage, start, start + len(words.rstrip()), match.rule)
    return Priority(plan, match.number or str(number), _tidy(title), _groups(passage, start, end), place)


def _groups(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.value for tag in tags_between(passage, "target_group", start, end)))


def _tidy(title: str) -> str:
    return " ".join(title.split()).strip(" .;:,*")


def _key(title: str) -> str:
    return title.casefold()
