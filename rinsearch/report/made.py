"""The report, put together: pictures, tables and links into one page that needs no network."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rinsearch.answers import (
    act_words,
    clipped,
    correction_words,
    day,
    money_words,
    name_of,
    outsider_words,
    plan_words,
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
    Councils,
    DocumentInfo,
    Gaps,
    Municipality,
)
from rinsearch.report import places
from rinsearch.taxonomy import counted_words, target_groups

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
    """How the report was made: the day, the version, the digest of the corpus, and the measured quality.

    ``words`` is where the file with what people said of rows can be opened, where there is one.
    """

    day: datetime.date
    version: str
    corpus: str
    quality: Mapping[str, Mapping[str, float]]
    words: str | None = None


def report(found: Material, made: Making, href: Href) -> str:
    """The report as HTML. ``href`` gives where a page of a document can be opened; the quote stands beside it."""
    table, groups = found.table, places.groups(found.measures)
    standings = places.standings(table)
    counted = {each.words: f"#{each.place}" for each in standings}
    return _template().render(  # type: ignore[no-any-return]
        title=plan_words(table.plan),
        table=table,
        standings=standings,
        map=map_of(table, lambda row: f"#m{row.municipality.code}", counted.__getitem__),
        timeline=timeline_of(found.decisions, lambda act: href(*_page(act)) or "", "#undated"),
        acts=found.decisions,
        matrix=matrix_of(found.measures, found.priorities, places.of_cell),
        groups=groups,
        measures=found.measures,
        areas=places.areas(found.measures, found.priorities),
        gaps=found.gaps,
        documents=sorted(found.documents, key=_order(found.gaps.document)),
        looked_at=_by_council(found),
        made=made,
        href=href,
    )


def _page(act: CitedDecision) -> tuple[DocumentInfo, int | None]:
    return act.document, act.evidence.page


def _order(plan: DocumentInfo | None) -> Callable[[DocumentInfo], tuple[bool, datetime.date, str]]:
    """The plan itself, then what was written about it, by day."""
    return lambda each: (each != plan, *_by_day(each))


def _by_day(document: DocumentInfo) -> tuple[datetime.date, str]:
    return document.date or datetime.date.max, document.source


def _by_council(found: Material) -> list[tuple[Municipality, Sequence[DocumentInfo]]]:
    """The papers of each council of the table."""
    papers: dict[str, list[DocumentInfo]] = defaultdict(list)
    for each in sorted(found.looked_at, key=_by_day):
        if each.issuer:
            papers[each.issuer.code].append(each)
    return [(row.municipality, papers[row.municipality.code]) for row in found.table.councils]


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
        "money": lambda measure: money_words(measure.funding, measure.amount),
        "correction": correction_words,
        "outsider": outsider_words,
        "form": lambda count, word: counted_words()[word].form(count),
        "group": lambda id: target_groups()[id].label_sl,
        "page": _page,
        "percent": lambda share: f"{100 * share:.0f} %",
        "decimal": lambda number: f"{number:.2f}".replace(".", ","),
    }
    environment.globals |= {
        "clipped": clipped,
        "place_name": places.name,
        "of_first": places.of_first,
        "of_vote": places.of_vote,
        "of_field": places.of_field,
    }
    return environment.from_string(files("rinsearch.report").joinpath(TEMPLATE).read_text("utf-8"))
