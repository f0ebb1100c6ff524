"""Measures of a plan: rows of tables, label-value blocks ("Ukrep A.1: … Komu: … Izvaja: …"), and prose.

Each field has its own evidence. What only looks like a measure stays out: statistics, goals, reports of what was done.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rinsearch.compose.fields.codes import Codes, codes_of, decoded
from rinsearch.compose.fields.drafts import STRONG, Draft
from rinsearch.compose.fields.inherited import Times, times_of, with_inherited
from rinsearch.compose.fields.sections import places_of
from rinsearch.compose.fields.units import Unit, units_of
from rinsearch.compose.fields.values_below import values_below, without_lists_inside
from rinsearch.compose.measures.alike import from_alike
from rinsearch.compose.measures.blocks import from_blocks
from rinsearch.compose.measures.cards import names_first
from rinsearch.compose.measures.coded import NOTE, from_coded, from_joined, from_noted
from rinsearch.compose.measures.counted_measures import from_counted
from rinsearch.compose.measures.divided import from_brackets, from_divided
from rinsearch.compose.measures.enumerated import from_enumerated
from rinsearch.compose.measures.explained import from_explained, from_names, from_quoted
from rinsearch.compose.measures.measure_lists import from_lists, from_priorities
from rinsearch.compose.measures.measuring import measure_of
from rinsearch.compose.measures.new_measures import new_ones, with_new_measures
from rinsearch.compose.measures.parts import from_parts, from_schedule
from rinsearch.compose.measures.placed import Placed
from rinsearch.compose.measures.prioritised import from_prioritised
from rinsearch.compose.measures.prose import from_sentences
from rinsearch.compose.measures.rest_of_lists import rest_of_lists
from rinsearch.compose.measures.same_brackets import from_same_brackets
from rinsearch.compose.measures.same_form import from_same_form
from rinsearch.compose.measures.square import from_square
from rinsearch.compose.measures.tables import from_rows
from rinsearch.compose.measures.titled import from_titled
from rinsearch.compose.measures.titled_forms import from_titled_forms, titled_forms
from rinsearch.compose.paper import Paper, tags_between
from rinsearch.compose.plans.plans import Plans
from rinsearch.compose.priorities.legends import OF_ITEM
from rinsearch.compose.priorities.lists import LISTED
from rinsearch.compose.priorities.repeated import repeated_titles
from rinsearch.records import DocumentKind, Goal, Measure, Passage, Priority
from rinsearch.taxonomy.phrases import phrase

_YEARS = re.compile(r"/(\d{4})-\d{4}$")
_FIGURE = re.compile(r"\d[\d.,]*\s?(?:%|[^\W\d_]+)?")  # "60 ležišč" below "Zavetišče Vič:"
REMARK = 60  # characters behind a measure
WITHOUT = frozenset({DocumentKind.REGULATION})
# Their items and their bold lines are points of an agenda; a measure has who and until when, or stands in a table.
OF_SESSIONS = frozenset({DocumentKind.AGENDA, DocumentKind.MINUTES, DocumentKind.DECISION})


def find_measures(
    paper: Paper, plans: Plans, priorities: tuple[Priority, ...], goals: tuple[Goal, ...] = ()
) -> tuple[Measure, ...]:
    """The measures of a paper, in its order."""
    if paper.kind in WITHOUT or not (plans.ids() or paper.kind is DocumentKind.PLAN):
        return ()
    paper = with_new_measures(paper)
    times = times_of(paper.passages, _titles(paper.passages, priorities))
    codes = codes_of(paper.passages)
    drafts = new_ones(_drafts(paper, priorities, goals, (times, codes)), paper)
    apart = (each for each in _apart(draft for draft in drafts if not _is_other(draft)) if each.rule != NOTE)
    found = sorted(itertools.filterfalse(_is_given_up, apart), key=lambda each: (_number(each.passage), each.text))
    full = list(with_inherited(decoded(found, codes), times))
    placed = Placed(paper, priorities, goals, full)
    known = [mention.id for mention in plans.ids() if mention.period]
    plan = known[0] if known else None
    measures = [measure_of(draft, plan, placed.above(draft)) for draft in full]
    kept = _of_the_plan(list(_once(measures)), known[0] if known else None)
    return tuple(replace(m, id=f"{paper.document.id}.m{n}") for n, m in enumerate(kept, 1))


def _of_the_plan(measures: list[Measure], plan: str | None) -> list[Measure]:
    """Without those that ended before the plan begins: they are told of an earlier one.

    Where that would be half of them, the period is not the plan's own.
    """
    years = _YEARS.search(plan or "")
    if years is None:
        return measures
    over = [each for each in measures if each.until and each.until.year < int(years[1])]
    return measures if 2 * len(over) >= len(measures) else [each for each in measures if each not in over]


def _number(passage: Passage) -> int:
    return int(passage.id.rpartition(".")[2])


def _titles(passages: Sequence[Passage], priorities: tuple[Priority, ...]) -> frozenset[str]:
    """The passages that are titles of priorities; those of a list are none, but where they come again."""
    own = frozenset(each.evidence.passage for each in priorities if each.evidence.rule not in LISTED)
    return own | repeated_titles(passages, priorities).keys()


def _drafts(
    paper: Paper, priorities: tuple[Priority, ...], goals: tuple[Goal, ...], told: tuple[Times, Codes]
) -> Iterator[Draft]:
    """What was found, the surest first; the rest of lists most of whose items were found comes last."""
    times, codes = told
    opened = _titles(paper.passages, priorities)
    named = frozenset(each.evidence.passage for each in priorities if each.evidence.rule != OF_ITEM)
    titles = named | opened | {goal.evidence.passage for goal in goals}
    places = places_of(paper.passages, opened, times.headings)
    units = tuple(units_of(paper.passages, places))
    cards = titled_forms(paper.passages)
    found = [*from_rows(paper.passages, places, cards), *from_titled_forms(cards, places), *from_coded(units, codes)]
    found += [*from_noted(units), *from_joined(units, codes), *_in_text(paper, priorities, units, (titles, times))]
    yield from found
    if paper.kind not in OF_SESSIONS:
        others = values_below(units)
        rest = [unit for unit in units if unit.passage.id not in titles | times.headings]
        rest = [unit for unit in rest if (unit.passage.id, unit.start) not in others]
        yield from rest_of_lists(rest, found, times.listed)


def _in_text(
    paper: Paper, priorities: tuple[Priority, ...], units: tuple[Unit, ...], around: tuple[frozenset[str], Times]
) -> Iterator[Draft]:
    """What running text, blocks and lists tell; ``around`` are the passages of titles, and the times above."""
    titles, times = around
    if paper.kind not in OF_SESSIONS:
        yield from from_prioritised(units, priorities)
    yield from from_explained(units)
    if paper.kind not in OF_SESSIONS:
        yield from from_enumerated(units)
    if paper.kind not in OF_SESSIONS:
        yield from from_counted([unit for unit in units if unit.passage.id not in titles])
    blocks, inside = from_blocks(
        names_first(without_lists_inside(units)), titles | times.headings, frozenset(times.providers)
    )
    inside |= values_below(units)
    units = tuple(unit for unit in units if (unit.passage.id, unit.start) not in inside)
    untitled = [unit for unit in units if unit.passage.id not in titles]
    if paper.kind not in OF_SESSIONS:
        timed = times.scheduled if paper.kind is DocumentKind.PLAN else frozenset(times.below)
        yield from from_brackets(units, frozenset(times.providers), timed)
        yield from from_same_brackets(untitled)
        yield from from_square(untitled)
    sure = STRONG if paper.kind in OF_SESSIONS else frozenset()
    yield from (draft for draft in blocks if sure <= set(draft.fields))
    yield from from_priorities(paper.passages, priorities)
    if paper.kind not in OF_SESSIONS:
        yield from from_alike(untitled)
        yield from from_same_form(untitled, frozenset(times.providers))
        yield from from_divided(units)
        yield from from_names(units)
        yield from from_lists(units, titles | times.headings)
        yield from from_parts(untitled, frozenset(times.providers))
        yield from from_titled(untitled, plain=paper.kind is DocumentKind.PLAN)
        yield from from_sentences(untitled)
        scheduled = [unit for unit in units if unit.passage.id in times.scheduled]
        yield from from_schedule(scheduled, frozenset(times.providers))
    yield from from_quoted(untitled)


def _is_other(draft: Draft) -> bool:
    """What stands in place of a title and is none: the plan, a council, a chapter, an address, a municipality.

    A table says by its columns what stands in its cells.
    """
    if draft.rule == "measure.row":
        return False
    words = draft.passage.text[slice(*draft.text)].strip(" \t\n:;,.–-")
    places = tags_between(draft.passage, "municipality", *draft.text)
    other = phrase("no-measure").search(words) or phrase("counting-title").match(words) or _FIGURE.fullmatch(words)
    return bool(other) or any(tag.evidence.quote == words for tag in places)


def _is_given_up(draft: Draft) -> bool:
    """Whether a field says that the measure was dropped, or a remark behind it: "Hiša za vse – opuščeno 30. 3."."""
    text = draft.passage.text
    end = max((draft.text[1], *(draft.fields[n][1] for n in draft.fields if draft.home(n).id == draft.passage.id)))
    remark = text[end : end + REMARK].lstrip(" )]")
    behind = remark[:1] in tuple("–—-(,") and phrase("given-up").match(remark)
    return bool(behind) or any(phrase("given-up").match(draft.value(name) or "") for name in draft.fields)


def _apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts whose text stands in no other one's place: neither in its text nor in its fields."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for draft in drafts:
        own = taken.setdefault(draft.passage.id, [])
        if any(start < draft.text[1] and draft.text[0] < end for start, end in own):
            continue
        yield draft
        own.append(draft.text)
        for name, (start, end) in draft.fields.items():
            taken.setdefault(draft.home(name).id, []).append((start, end))
        for passage, span in draft.around:
            taken.setdefault(passage.id, []).append(span)


def _once(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Each measure once: a summary at the end repeats numbers and names of those before."""
    seen: set[tuple[str | None, str]] = set()
    for measure in measures:
        keys = {(None, measure.text.casefold())}
        if not keys & seen:
            yield measure
        seen |= keys
