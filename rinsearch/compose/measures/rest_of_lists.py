"""The rest of a list most of whose items are measures: what names no time, or no known organisation, is one, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.block_titles import is_other_label, title_span
from rinsearch.compose.fields.drafts import STRONG, Draft
from rinsearch.compose.fields.levels import level_of
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LONGEST, in_parts
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_KNOWN = 3  # items of a list that are surely measures
LEAST_TOLD = 2  # where the item itself tells who or until when
LEAST_SHARE = 0.6  # of its items are
OTHERS = ("about-the-plan", "told-in-the-past", "done-before", "measures-follow", "no-item-of-measures")


def rest_of_lists(
    units: Sequence[Unit], drafts: Iterable[Draft], below: frozenset[str] = frozenset()
) -> Iterator[Draft]:
    """The items that no rule took for measures, of lists in which most items are.

    ``below`` are the ids of passages below headings that say when or who: together these are one list.
    """
    begins = {(draft.passage.id, draft.text[0]) for draft in drafts}
    lists: dict[tuple[tuple[str, ...], str], list[Unit]] = {}
    for unit in filter(_is_item, units):
        lists.setdefault(_list_of(unit, unit.passage.id in below), []).append(unit)
    for group in lists.values():
        known = [unit for unit in group if _is_known(unit, begins)]
        if len(known) >= max(LEAST_TOLD, LEAST_SHARE * len(group)):
            found = [draft for unit in group if unit not in known and (draft := _draft(unit))]
            yield from (draft for draft in found if len(known) >= LEAST_KNOWN or STRONG & set(draft.fields))


def _is_item(unit: Unit) -> bool:
    """An item where measures stand; lines with labels and notes below them are on another level."""
    fits = unit.place is Place.MEASURES and unit.is_item and unit.passage.kind is not PassageKind.HEADING
    return fits and not is_other_label(unit)


def _list_of(unit: Unit, goes_on: bool) -> tuple[tuple[str, ...], str]:
    """What the items of a list share; one that is numbered goes on below the next heading."""
    goes_on = goes_on or any(map(str.isdigit, unit.number or ""))
    return (() if goes_on else unit.passage.section), level_of(unit)


def _is_known(unit: Unit, begins: set[tuple[str, int]]) -> bool:
    """Whether a measure begins inside the item."""
    return any((unit.passage.id, at) in begins for at in range(unit.start, unit.end))


def _ends(unit: Unit) -> Iterator[int]:
    """Where the parts of an item may end: with it, with a semicolon or a bracket."""
    if len(unit.text) <= LONGEST:
        yield unit.end
        yield from (at for sign in (";", "),", ").") if (at := unit.passage.text.find(sign, unit.body, unit.end)) > 0)


def _draft(unit: Unit) -> Draft | None:
    text = unit.passage.text
    if any(phrase(name).search(unit.text) for name in OTHERS):
        return None
    labels = unit.labels(unit.body)
    for end in () if labels else _ends(unit):
        parts = in_parts(unit.passage, unit.body, end)
        if parts and ("provider" in parts[1] or end == unit.end):
            fields = {**told_fields(text, parts[0][1], unit.end), **parts[1]}
            return Draft(unit.passage, parts[0], fields, unit.number, "measure.listed")
    first = enclosing(sentences(text), unit.body)
    span = title_span(unit, min([first.end, unit.end, *(label.start for label in labels)]))
    if span is None:
        return None
    fields = {**told_fields(text, unit.body, unit.end), **{label.field: label.value for label in labels}}
    fields.pop("measure", None)
    if not labels and text[span[1] : unit.end].strip(" .;,"):
        fields["description"] = (span[1], unit.end)
    return Draft(unit.passage, span, fields, unit.number, "measure.listed")
