"""The report, put together: pictures, tables and links into one page that needs no network."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rinsearch.answers import (
    correction_words,
    day,
    groups_words,
    place,
    session_words,
    standing_words,
    status_words,
    vote_words,
)
from rinsearch.index.values import label_of
from rinsearch.picture import map_of, matrix_of, timeline_of
from rinsearch.records import (
    CitedDecision,
    CitedMeasure,
    CitedPriority,
    Councils,
    DocumentInfo,
    Gaps,
)
from rinsearch.taxonomy import counted_words, regions, target_groups

TEMPLATE = "report.html.jinja"
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
        standings=[(label_of("status", status), count) for status, count in table.standings.items()],
        map=map_of(table, lambda row: f"#m{row.municipality.code}"),
        timeline=timeline_of(found.decisions),
        matrix=matrix_of(found.measures, found.priorities, lambda group: f"#g-{group}"),
        groups=groups,
        measures=found.measures,
        priorities=found.priorities,
        gaps=found.gaps,
        documents=sorted(found.documents, key=lambda each: (each.date or datetime.date.max, each.source)),
        made=made,
        href=href,
    )


def _by_group(measures: Iterable[CitedMeasure]) -> list[tuple[str, str, Sequence[CitedMeasure]]]:
    """Id and name of each target group that has a measure, with its measures (own and inherited)."""
    found: dict[str, list[CitedMeasure]] = defaultdict(list)
    for measure in measures:
        for group in dict.fromkeys((*measure.target_groups, *measure.inherited)):
            found[group].append(measure)
    return [(id, group.label_sl, found[id]) for id, group in target_groups().items() if id in found]


@cache
def _template() -> Any:
    """The template, with the words that it writes; everything that papers say is escaped."""
    from jinja2 import Environment, StrictUndefined  # 60 ms, which only reports pay

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {
        "day": day,
        "kind": lambda kind: label_of("kind", kind),
        "standing": standing_words,
        "status": status_words,
        "session": session_words,
        "vote": vote_words,
        "groups": groups_words,
        "correction": correction_words,
        "form": lambda count, word: counted_words()[word].form(count),
        "group": lambda id: target_groups()[id].label_sl,
        "percent": lambda share: f"{100 * share:.0f} %",
        "decimal": lambda number: f"{number:.2f}".replace(".", ","),
    }
    environment.globals |= {"place": place}
    return environment.from_string(files("rinsearch.report").joinpath(TEMPLATE).read_text("utf-8"))
