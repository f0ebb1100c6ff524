"""The report, put together: pictures, tables and links into one page that needs no network."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rinsearch.answers import (
    act_words,
    correction_words,
    day,
    groups_words,
    money_words,
    name_of,
    outsider_words,
    place,
    session_words,
    standing_words,
    vote_words,
)
from rinsearch.index.values import label_of
from rinsearch.picture import map_of, matrix_of, timeline_of
from rinsearch.records import (
    CitedDecision,
    CitedMeasure,
    CitedPriority,
    CouncilRow,
    Councils,
    DocumentInfo,
    Gaps,
    Municipality,
)
from rinsearch.taxonomy import counted_words, regions, target_groups

TEMPLATE = "report.html.jinja"
COUNT = re.compile(r"(\w) (\d)")  # "za 19": the number stays with its word
Href = Callable[[DocumentInfo, int | None], str | None]  # where a page of a document can be opened


@dataclass(frozen=True, slots=True)
class Material:
    """What the report is about: everything of one plan."""

    table: Councils
    decisions: tuple[CitedDecision, ...]
    measures: tuple[CitedMeasure, ...]
    priorities: tuple[CitedPriority, ...]
    gaps: Gaps
    documents: tuple[DocumentInfo, ...]
    looked_at: tuple[DocumentInfo, ...] = ()  # all papers of the councils, also those that say nothing of the plan


@dataclass(frozen=True, slots=True)
class Making:
    """How the report was made: the day, the version, the digest of the corpus, and the measured quality."""

    day: datetime.date
    version: str
    corpus: str
    quality: Mapping[str, Mapping[str, float]]


def report(found: Material, made: Making, href: Href) -> str:
    """The report as HTML. ``href`` gives where a page of a document can be opened; the quote stands beside it."""
    table = found.table
    groups = _by_group(found.measures)
    return _template().render(  # type: ignore[no-any-return]
        title=f"{regions()[table.region].name}, {table.plan.rpartition('/')[2]}",
        table=table,
        standings=_by_standing(table),
        map=map_of(table, lambda row: f"#m{row.municipality.code}"),
        timeline=timeline_of(found.decisions, lambda act: href(act.document, act.evidence.page) or ""),
        acts=found.decisions,
        matrix=matrix_of(found.measures, found.priorities, lambda group: f"#g-{group}", lambda number: f"#f-{number}"),
        groups=groups,
        measures=found.measures,
        priorities=_by_priority(found),
        gaps=found.gaps,
        documents=sorted(found.documents, key=_by_day),
        looked_at=_by_council(found),
        made=made,
        href=href,
    )


def _by_day(document: DocumentInfo) -> tuple[datetime.date, str]:
    return document.date or datetime.date.max, document.source


def _by_standing(table: Councils) -> list[tuple[str, Sequence[CouncilRow]]]:
    """Each standing in words with its rows, in the order in which a paper travels; last those without a paper."""
    found: dict[str, list[CouncilRow]] = defaultdict(list)
    for status in (*table.standings, None):
        for row in table.councils:
            if row.standing == status:
                found[standing_words(row)].append(row)
    return list(found.items())


def _by_council(found: Material) -> list[tuple[Municipality, Sequence[DocumentInfo]]]:
    """The papers of each council of the table that has some."""
    papers: dict[str, list[DocumentInfo]] = defaultdict(list)
    for each in sorted(found.looked_at, key=_by_day):
        if each.issuer:
            papers[each.issuer.code].append(each)
    councils = (row.municipality for row in found.table.councils)
    return [(each, papers[each.code]) for each in councils if each.code in papers]


def _by_group(measures: Iterable[CitedMeasure]) -> list[tuple[str, str, Sequence[CitedMeasure]]]:
    """Id and name of each target group that has a measure, with its measures (own and inherited)."""
    found: dict[str, list[CitedMeasure]] = defaultdict(list)
    for measure in measures:
        for group in dict.fromkeys((*measure.target_groups, *measure.inherited)):
            found[group].append(measure)
    return [(id, group.label_sl, found[id]) for id, group in target_groups().items() if id in found]


def _by_priority(found: Material) -> list[tuple[CitedPriority, int]]:
    """The priorities of the plan, each number once, with how many measures stand under it."""
    named = {each.number: each for each in reversed(found.priorities)}
    once = [each for each in found.priorities if each.number is None or named[each.number] is each]
    counts = Counter(measure.priority for measure in found.measures)
    return [(each, counts[each.number] if each.number else 0) for each in once]


@cache
def _template() -> Any:
    """The template, with the words that it writes; everything that papers say is escaped."""
    from jinja2 import Environment, StrictUndefined  # 60 ms, which only reports pay

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {
        "day": day,
        "kind": lambda kind: label_of("kind", kind),
        "standing": standing_words,
        "act": act_words,
        "session": session_words,
        "vote": lambda vote: COUNT.sub("\\1\N{NO-BREAK SPACE}\\2", vote_words(vote)),
        "measured": lambda label: name_of("measured", label),
        "groups": groups_words,
        "money": lambda measure: money_words(measure.funding, measure.amount),
        "correction": correction_words,
        "outsider": outsider_words,
        "form": lambda count, word: counted_words()[word].form(count),
        "group": lambda id: target_groups()[id].label_sl,
        "percent": lambda share: f"{100 * share:.0f} %",
        "decimal": lambda number: f"{number:.2f}".replace(".", ","),
    }
    environment.globals |= {"place": place}
    return environment.from_string(files("rinsearch.report").joinpath(TEMPLATE).read_text("utf-8"))
