"""Measures of a plan: rows of tables, label-value blocks ("Ukrep A.1: … Komu: … Izvaja: …"), and prose.

Each field has its own evidence. What only looks like a measure stays out: statistics, goals, reports of what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rinsearch.compose.blocks import from_blocks
from rinsearch.compose.deadlines import last_day
from rinsearch.compose.drafts import Draft
from rinsearch.compose.paper import Paper, evidence_at, tags_between
from rinsearch.compose.plans import Plans
from rinsearch.compose.priorities import Heading, headings_of
from rinsearch.compose.prose import from_brackets, from_items, from_priorities
from rinsearch.compose.tables import from_rows
from rinsearch.records import DocumentKind, Evidence, Measure, Municipality, Passage, Priority
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase

WITHOUT = frozenset({DocumentKind.REPORT, DocumentKind.REGULATION})
# A number with points for thousands and a comma for cents: "12.000,00".
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?")


def find_measures(paper: Paper, plans: Plans, priorities: tuple[Priority, ...]) -> tuple[Measure, ...]:
    """The measures of a paper, in its order."""
    if paper.kind in WITHOUT or not plans.ids():
        return ()
    drafts = sorted(_drafts(paper, priorities), key=lambda draft: (_number(draft.passage), draft.text))
    above = headings_of(paper, priorities)
    known = [mention.id for mention in plans.ids() if mention.period]
    plan = known[0] if known else None
    measures = [_measure(draft, plan, above.get(draft.passage.id, Heading())) for draft in drafts]
    return tuple(replace(m, id=f"{paper.document.id}.m{n}") for n, m in enumerate(measures, 1))


def _number(passage: Passage) -> int:
    return int(passage.id.rpartition(".")[2])


def _drafts(paper: Paper, priorities: tuple[Priority, ...]) -> Iterator[Draft]:
    yield from from_rows(paper.passages)
    yield from from_blocks(paper.passages)
    yield from from_priorities(paper.passages, priorities)
    if paper.kind != DocumentKind.MINUTES:
        yield from from_brackets(paper.passages)
        yield from from_items(paper.passages)


# --- the record -------------------------------------------------------------------------------------------------------


def _measure(draft: Draft, plan: str | None, above: Heading) -> Measure:
    start, end = _tight(draft.passage.text, *draft.text)
    own = _groups(draft, start, end)
    inherited = tuple(group for group in above.groups if group not in own) if not own else ()
    deadline = draft.value("deadline")
    return Measure(
        id="",
        plan=plan,
        number=draft.number,
        text=" ".join(draft.passage.text[start:end].split()),
        priority=draft.value("priority") or above.priority,
        goal=draft.value("goal") or above.goal,
        target_groups=own,
        inherited=inherited,
        municipalities=_municipalities(draft, start, end),
        providers=_providers(draft.value("provider")),
        deadline=deadline,
        until=_until(draft, deadline),
        funding=draft.value("funding"),
        amount=_amount(draft),
        indicator=draft.value("indicator"),
        evidence=evidence_at(draft.passage, start, end, draft.rule),
        fields={name: _place(draft, name) for name in draft.fields if draft.value(name)},
    )


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip(" ;,.\n"))


def _place(draft: Draft, name: str) -> Evidence:
    passage = draft.home(name)
    start, end = _tight(passage.text, *draft.fields[name])
    return evidence_at(passage, start, end, f"{draft.rule}.{name}")


def _groups(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """The target groups of the column and of the measure's own words; where both name none, of its description."""
    named = [(draft.home(name), draft.fields[name]) for name in ("target_group",) if name in draft.fields]
    described = [(draft.home(name), draft.fields[name]) for name in ("description",) if name in draft.fields]
    own = [*named, (draft.passage, (start, end))]
    return _values(own, "target_group") or _values(described, "target_group")


def _values(reaches: list[tuple[Passage, tuple[int, int]]], label: str) -> tuple[str, ...]:
    tags = [tag for passage, reach in reaches for tag in tags_between(passage, label, *reach)]
    return tuple(dict.fromkeys(tag.value for tag in tags))


def _municipalities(draft: Draft, start: int, end: int) -> tuple[Municipality, ...]:
    reaches = [(draft.home("municipality"), draft.fields["municipality"])] if "municipality" in draft.fields else []
    codes = _values(reaches, "municipality") or _values([(draft.passage, (start, end))], "municipality")
    return tuple(municipalities()[code].ref for code in codes)


def _providers(words: str | None) -> tuple[str, ...]:
    return tuple(part for part in phrase("between-providers").split(words or "") if part and len(part) > 1)


def _until(draft: Draft, deadline: str | None) -> date | None:
    if not deadline:
        return None
    tags = tags_between(draft.home("deadline"), "date", *draft.fields["deadline"])
    return last_day(deadline, (date.fromisoformat(tag.value) for tag in tags))


def _amount(draft: Draft) -> float | None:
    """Euros, from the column of amounts, or from the funding column where it names EUR."""
    words = draft.value("amount") or ""
    if not words and phrase("euros").search(draft.value("funding") or ""):
        words = draft.value("funding") or ""
    match = _AMOUNT.search(words)
    if not match:
        return None
    return float(match.group(1).replace(".", "") + "." + (match.group(2) or "0"))
