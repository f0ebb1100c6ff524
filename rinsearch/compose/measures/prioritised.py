"""Items that name the code of their priority in brackets: "Rejniški klub (P2) – srečanja, trikrat v letu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from re import Match, Pattern

from rinsearch.clauses import sentences
from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.compose.fields.labels import Label
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import before_provider, told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LEAST_LETTERS, in_parts
from rinsearch.records import PassageKind, Priority
from rinsearch.taxonomy.phrases import phrase

LEAST = 3  # items with such a code
LONGEST = 200  # characters before the code
CODED = re.compile(r"[A-ZČŠŽ]{1,2}\d{1,2}|[A-ZČŠŽ]|[IVX]{2,4}")  # "(1)" and "(I)" may be notes
OTHERS = ("about-the-plan", "told-in-the-past", "no-item-of-measures")


def from_prioritised(units: Sequence[Unit], priorities: Sequence[Priority]) -> Iterator[Draft]:
    """The items that do so, where several do, with what the line below one adds: "Začetek: februar 2019"."""
    codes = [each.number for each in priorities if CODED.fullmatch(each.number or "")]
    if not codes:
        return
    pattern = re.compile(rf"\s[(\[](?P<code>{'|'.join(map(re.escape, map(str, codes)))})[)\]]")
    found = [
        draft for unit, below in pairwise([*units, None]) if unit and (draft := _draft(unit, below, pattern))
    ]  # the last unit has none below
    if len(found) >= LEAST:
        yield from found


def _draft(unit: Unit, below: Unit | None, pattern: Pattern[str]) -> Draft | None:
    fits = unit.is_item and unit.place is not Place.CLOSED and unit.passage.kind is not PassageKind.HEADING
    code = pattern.search(unit.passage.text, unit.body, min(unit.end, unit.body + LONGEST)) if fits else None
    name = _name(unit, code) if code else None
    if code is None or name is None or any(phrase(each).search(unit.text) for each in OTHERS):
        return None
    text = unit.passage.text
    labels = {label.field: label.value for label in unit.labels(unit.body)}
    behind = {"description": (code.end(), unit.end)} if any(map(str.isalpha, text[code.end() : unit.end])) else {}
    told = {**told_fields(text, code.end(), unit.end), **labels}
    name, before = _bracketed(unit, name)
    told = {**before, **told}
    draft = Draft(
        unit.passage, name, {**behind, **told, "priority": code.span("code")}, unit.number, "measure.prioritised"
    )
    more = _labels_below(below) if below else ()
    around = [(unit.passage, (unit.start, unit.end))]
    if below and more:
        fields = {label.field: label.value for label in more}
        draft = draft.without("deadline") if "deadline" in fields and "deadline" not in labels else draft
        draft = draft.with_fields(below.passage, fields)
        around.append((below.passage, (below.start, below.end)))
    return replace(draft, around=tuple(around))


def _name(unit: Unit, code: Match[str]) -> Span | None:
    """The words before the code, or before the first label; nothing where they are several sentences."""
    text = unit.passage.text
    words = text[unit.body : code.start()]
    if sum(map(str.isalpha, words)) < LEAST_LETTERS or len(sentences(words)) > 1:
        return None
    return before_provider(text, (unit.body, code.start()))


def _bracketed(unit: Unit, name: Span) -> tuple[Span, Mapping[str, Span]]:
    """The name without the brackets right before the code, and what stands in them: "(CSD Kranj, do 30. 6.) [P1]"."""
    ends = unit.passage.text[slice(*name)].rstrip().endswith((")", "]"))
    return (ends and in_parts(unit.passage, *name)) or (name, {})


def _labels_below(unit: Unit) -> tuple[Label, ...]:
    """Those of a line that is no item and begins with one."""
    labels = () if unit.is_item or unit.passage.kind is PassageKind.HEADING else unit.labels()
    return labels if labels and labels[0].start <= unit.body and labels[0].field != "measure" else ()
