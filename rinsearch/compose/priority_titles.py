"""Priorities as titles of a plan: with their word and number, in series, as chapters, in columns and merged rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rinsearch.compose.columns import MEASURE, columns_of
from rinsearch.compose.labels import labels_in
from rinsearch.compose.paper import Paper
from rinsearch.compose.sections import is_title
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy import column_field, toml
from rinsearch.taxonomy.numerals import number_of as number_of_words
from rinsearch.taxonomy.phrases import phrase

CONTENTS = re.compile(r"(?:…|\.{3,}|\s\.)\s*\d+\s*$")
LETTERED = re.compile(r"^\W*(?:(?P<number>[\dA-ZČŠŽ]{1,2})[.)]\s*)?(?P<title>\S.*)$", re.DOTALL)
LETTERED_OR_NUMBERED = re.compile(
    r"^\W*(?:(?P<number>(?:\d{1,2}\.)*\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})(?:[.)]\s*|\s+))?(?P<title>[^\W\d_].*)$", re.DOTALL
)
_CODE = re.compile(r"\W*(?P<letter>[A-ZČŠŽ])\s?(?P<number>\d{1,2})[.:]?\s+[–-]?\s?(?P<title>[A-ZČŠŽ»„].*)$", re.DOTALL)
GOAL_LENGTH = 160  # characters
CODED_LENGTH = 110  # characters of a title with a code
OF_MEASURES = frozenset({"provider", "deadline", "target_group", "measure"})
NO_PRIORITIES = (
    "named-measure",
    "goal-title",
    "measures-follow",
    "section-about-the-plan",
    "section-of-facts",
    "section-of-the-past",
)
SHORTEST_SERIES = 3  # titles with the same word
LEAST_CHAPTERS = 2
MOST_CHAPTERS = 20
CHAPTER = "priority.chapter"
ABOVE_GOALS = "priority.above-goal"
TITLE_LENGTH = 300  # characters; what is longer is running text
PLANNED = frozenset({MEASURE, "provider"})  # columns of a table whose merged rows are priorities
BOOKS = frozenset({DocumentKind.PLAN, DocumentKind.OTHER})
TITLES = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM})


@dataclass(frozen=True, slots=True)
class Match:
    """A title found in a passage: its number, its place, the rule; ``prefix`` are words of a passage before it."""

    number: str | None
    span: tuple[int, int]
    rule: str
    prefix: str = ""


Found = tuple[Passage, Match]


def titled(paper: Paper) -> list[Found]:
    """The priorities that titles, columns or merged rows name; of several ways the surest."""
    others = (_in_series, _over_rows, _chapters, _coded, _above_goals, _goals_above)
    ways = ((_headed, _in_columns), *((find,) for find in others))
    each = ([found for find in way for found in find(paper)] for way in ways)
    return sorted(next(filter(None, each), []), key=lambda found: int(found[0].id.rpartition(".")[2]))


def _headed(paper: Paper) -> Iterator[Found]:
    """Headings such as "Prioriteta 1: …" and "A. PRIORITETA: …"."""
    for passage in paper.passages:
        match = phrase("priority-title").match(passage.text) if passage.kind in TITLES else None
        short = match and len(passage.text) < TITLE_LENGTH and not is_running(passage)
        if match and short and not phrase("sum-of-money").fullmatch(match["title"]):
            yield (
                passage,
                Match(
                    match["number"] or match["before"] or match["area"] or number_of(match["ordinal"] or match["nth"]),
                    match.span("title"),
                    "priority.heading",
                ),
            )


def _in_series(paper: Paper) -> Iterator[Found]:
    """Titles of a plan (or a booklet on it) that count up with a word of their own: "ZAVEZA 1: …", "Drugi izziv: …"."""
    if paper.kind not in BOOKS:
        return
    series: dict[str, list[Found]] = {}
    for passage in paper.passages:
        match = phrase("series-title").match(passage.text) if passage.kind in TITLES else None
        word = (match["word"] or match["counted"]) if match else ""
        if match and not is_running(passage) and not phrase("no-series").match(word):
            number = match["number"] or number_of(match["ordinal"] or match["nth"])
            series.setdefault(word.casefold(), []).append(
                (passage, Match(number, match.span("title"), "priority.series"))
            )
    longest = max(series.values(), key=len, default=[])
    if len(longest) >= SHORTEST_SERIES:
        yield from longest


def number_of(ordinal: str | None) -> str | None:
    """ "Druga" -> "2"."""
    word = (ordinal or "").casefold()
    return next((str(n) for n, stem in enumerate(toml("sessions.toml")["ordinals"], 1) if word.startswith(stem)), None)


def _chapters(paper: Paper) -> Iterator[Found]:
    """The chapters right below "4 PREDNOSTNA PODROČJA", where they are no measures: "4.1 Starejši", "4.2 Družine".

    So are those behind a sentence that says so, as many as it counts: "Poglavje sledi štirim prednostnim področjem".
    """
    if paper.kind not in BOOKS:
        return
    found: list[Found] = []
    above = title = None
    most = MOST_CHAPTERS
    for passage, following in pairwise(paper.passages):
        said = phrase("chapters-of-priorities").search(passage.text) if passage.kind is PassageKind.PARAGRAPH else None
        if phrase("priorities-title").match(passage.text) and passage.kind in TITLES and not passage.columns:
            above = passage
        elif said and title and not found:
            above, most = title, number_of_words(said["count"] or "") or MOST_CHAPTERS
        elif above and passage.kind is PassageKind.HEADING:
            match = LETTERED_OR_NUMBERED.match(passage.text)
            if match is None or not _is_below(above, passage, match["number"]):
                above = above if _is_deeper(above, passage) else None
            elif not _is_measure(passage, following) and not is_running(passage) and len(found) < most:
                number = (match["number"] or "").rpartition(".")[2] or None
                found.append((passage, Match(number, match.span("title"), CHAPTER)))
        title = passage if passage.kind is PassageKind.HEADING or is_title(passage) else title
    if len(found) >= LEAST_CHAPTERS:
        yield from found


def _coded(paper: Paper) -> Iterator[Found]:
    """Titles that count up with a letter, where a plan speaks of priorities: "C1 Romska skupnost", "C2 Dolgovi"."""
    if paper.kind not in BOOKS or not _speaks_of_priorities(paper):
        return
    series: dict[str, list[tuple[Found, bool]]] = {}
    for passage, following in pairwise(paper.passages):
        match = _CODE.match(passage.text) if passage.kind in TITLES and len(passage.text) <= CODED_LENGTH else None
        if match and not is_running(passage) and not _is_measure(passage, following):
            known = series.setdefault(match["letter"], [])
            if int(match["number"]) == len(known) + 1:
                found = passage, Match(match["letter"] + match["number"], match.span("title"), "priority.coded")
                known.append((found, not _CODE.match(following.text)))
    for titles in series.values():
        if len(titles) >= SHORTEST_SERIES and sum(above for _, above in titles) > len(titles) / 2:
            yield from (found for found, _ in titles)


def _speaks_of_priorities(paper: Paper) -> bool:
    return any(phrase("of-priorities").search(each.text) for each in paper.passages)


def _above_goals(paper: Paper) -> Iterator[Found]:
    """The titles above goals, where no title is called a priority: "A. STAREJŠI" above "Cilj A: daljše bivanje"."""
    if paper.kind is not DocumentKind.PLAN:
        return
    found: dict[str, Found] = {}
    above: Passage | None = None
    for passage, following in pairwise(paper.passages):
        if phrase("goal-title").match(passage.text) or passage.columns:
            match = LETTERED_OR_NUMBERED.match(above.text) if above and not passage.columns else None
            if above and match:
                found[above.id] = above, Match(match["number"], match.span("title"), ABOVE_GOALS)
            above = None
        elif passage.kind is PassageKind.HEADING or is_title(passage):
            other = _is_measure(passage, following) or len(passage.text) > CODED_LENGTH or CONTENTS.search(passage.text)
            above = None if other or phrase("running-line").search(passage.text) else passage
    if len(found) >= LEAST_CHAPTERS:
        yield from found.values()


def _goals_above(paper: Paper) -> Iterator[Found]:
    """Goals as titles right above measures, where a plan knows no priorities: "CILJ 1: MANJ REVŠČINE"."""
    if paper.kind is not DocumentKind.PLAN or _speaks_of_priorities(paper):
        return
    found: list[Found] = []
    for at, (passage, following) in enumerate(pairwise(paper.passages)):
        match = phrase("goal-title").match(passage.text) if passage.kind in TITLES else None
        number = goal_number(match) if match else None
        short = len(passage.text) <= GOAL_LENGTH and not is_running(passage)
        above = passage.kind is PassageKind.HEADING and (following.columns or _is_above_table(paper, at))
        if match and number and short and (above or _is_measure_item(following)):
            found.append((passage, Match(number, match.span("title"), "priority.goal")))
    if len(found) >= LEAST_CHAPTERS:
        yield from found


def _is_above_table(paper: Paper, at: int) -> bool:
    """Whether a paragraph, as of what is expected, stands between a title and a table of measures."""
    below = paper.passages[at + 1 : at + 3]
    fields = {column_field(column.heading) for column in below[-1].columns}
    return below[0].kind is PassageKind.PARAGRAPH and fields >= PLANNED


def goal_number(match: re.Match[str]) -> str | None:
    """The number of a goal's title, wherever it stands: "Cilj 1: …", "1. cilj: …", "Prvi cilj: …"."""
    return match["number"] or match["before"] or match["after"] or number_of(match["ordinal"])


def _is_measure_item(passage: Passage) -> bool:
    """An item that names who and until when: "- Topel obrok (Rdeči križ Kranj; do 31. 12. 2018)"."""
    told = phrase("deadline-told").search(passage.text) and phrase("organisation").search(passage.text)
    return passage.kind is PassageKind.ITEM and bool(told)


def _is_below(above: Passage, passage: Passage, number: str | None) -> bool:
    """Whether a heading is one level below a title: by its number, else by its place."""
    chapter = LETTERED_OR_NUMBERED.match(above.text)
    if chapter and chapter["number"] and number and number[:1].isdigit():
        return number.rpartition(".")[0] == chapter["number"]
    return above.kind is PassageKind.HEADING and passage.section == (*above.section, above.text)


def _is_deeper(above: Passage, passage: Passage) -> bool:
    return len(passage.section) > len(above.section) + (above.kind is PassageKind.HEADING)


def _is_measure(passage: Passage, following: Passage) -> bool:
    """A heading of something else: of a measure or a goal, of facts; or labelled lines stand right behind it."""
    labels = labels_in(following) if following.kind is not PassageKind.ROW else ()
    labelled = bool(labels) and labels[0].start <= 2 and labels[0].field in OF_MEASURES
    return labelled or any(phrase(name).search(passage.text) for name in NO_PRIORITIES)


def _in_columns(paper: Paper) -> Iterator[Found]:
    """Cells of a column of priorities; a merged cell is met in each of its rows."""
    for passage in paper.passages:
        for column in passage.columns:
            cell = passage.text[column.start : column.end]
            match = LETTERED.match(cell)
            if match and column_field(column.heading) == "priority":
                span = (column.start + match.start("title"), column.end)
                yield passage, Match(match.group("number"), span, "priority.column")


def _over_rows(paper: Paper) -> Iterator[Found]:
    """Merged rows of a table of measures, each the title of those below it: "Starejši"."""
    for passage, following in pairwise(paper.passages):
        inside = passage.kind is PassageKind.HEADING and passage.table is not None
        if inside and following.table == passage.table and following.columns:
            known = columns_of(tuple(column.heading for column in following.columns)).known
            match = LETTERED.match(passage.text)
            if match and known >= PLANNED and not phrase("goal-title").match(passage.text):
                yield passage, Match(match["number"], match.span("title"), "priority.row")


def is_running(passage: Passage) -> bool:
    """Running text, or a line of the table of contents."""
    return passage.text.rstrip().endswith((".", "?")) or bool(CONTENTS.search(passage.text))
