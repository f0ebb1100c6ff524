"""Items of one form all over a paper: "pravljična ura; knjižnica; vsak petek" below headings that nobody foresaw.

What most of them have at a place (a time, an organisation), all have there; so an item counts though its own words
tell neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import is_time, without_lead
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LEAST_LETTERS
from rinsearch.compose.paper import tags_between
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_ITEMS = 4
LEAST_PARTS = 3
LONGEST = 300  # characters of an item
LONGEST_PART = 120  # characters of one that tells who or when
MOST_OTHERS = 0.4  # of the items are people, needs, or steps of the work on the plan
LEAST_SHARE: Mapping[str, float] = {"deadline": 0.6, "provider": 0.4, "target_group": 0.5}  # of the parts at a place
BELOW_NAMES = 0.4  # of them are times, where a title above says who
SIGNS = (";", " | ", " / ", " – ", ", ")  # the surest first
OTHERS = ("about-the-plan", "told-in-the-past", "done-before", "measures-follow", "no-item-of-measures")
_CODE = re.compile(r"[A-ZČŠŽ]{1,2}\d{1,2}")
_REMARK = re.compile(r"\s*\[[^\[\]]{0,200}\]\s*$")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item and its parts; the first one may hold the sign itself. The code of a priority, "P1", is none."""

    unit: Unit
    sign: str
    parts: tuple[Span, ...]
    code: Span | None = None

    def words(self, at: int) -> str:
        """The part at a place that is counted from the end."""
        return self.unit.passage.text[slice(*self.parts[-at])].strip(" .,;")


def from_same_form(units: Sequence[Unit], provided: frozenset[str] = frozenset()) -> Iterator[Draft]:
    """The items of the forms in which most name who does it and until when.

    ``provided`` are the ids of passages below a title that says who: they need to say until when.
    """
    items = [item for unit in led_to_measures(units) for line in _lines(unit) if (item := _item(line))]
    for sign in SIGNS:
        alike = [item for item in items if item.sign == sign]
        width = Counter(len(item.parts) for item in alike).most_common(1)[0][0] if alike else 0
        group = [_cut(item, width) for item in alike if len(item.parts) >= width]
        above = {"provider"} if all(item.unit.passage.id in provided for item in group) else set()
        least = {**LEAST_SHARE, "deadline": BELOW_NAMES} if above else LEAST_SHARE
        roles = _roles(group, width, least) if len(group) >= LEAST_ITEMS and not _are_others(group) else {}
        if {*roles.values(), *above} >= STRONG:
            facts = "target_group" in roles.values()
            fits = (item for item in group if facts or item.unit.place is not Place.FACTS)
            yield from (draft for item in fits if (draft := _draft(item, roles)))


def led_to_measures(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units without those behind words that lead to people or to what was: "Sodelovali so:"."""
    elsewhere = False
    for before, unit in pairwise([None, *units]):
        if unit is None:
            continue
        if before and not before.is_item:
            leads = before.text.rstrip().endswith(":")
            names = ("section-about-the-plan", "section-of-the-past", "not-among-measures")
            elsewhere = leads and any(phrase(name).search(before.text) for name in names)
        if not elsewhere and unit.place is not Place.CLOSED and unit.passage.kind is not PassageKind.HEADING:
            yield unit


def _lines(unit: Unit) -> Iterator[Unit]:
    """An item; of a paragraph each line, where a sign parts all of them."""
    if unit.is_item:
        yield unit
        return
    starts = [span.start for span in unit.passage.spans if unit.start < span.start < unit.end]
    for start, end in pairwise([unit.start, *starts, unit.end]):
        yield replace(unit, start=start, end=start + len(unit.passage.text[start:end].rstrip()))


def _item(unit: Unit) -> _Item | None:
    remark = _REMARK.search(unit.passage.text, unit.body, unit.end)
    end = remark.start() if remark else unit.end
    text = unit.passage.text
    if end - unit.body > LONGEST or text[:end].endswith(":") or unit.labels():
        return None
    for sign in SIGNS if unit.is_item else SIGNS[:-1]:
        parts = tuple(_parts(text, unit.body, end, sign))
        if len(parts) >= LEAST_PARTS:
            code = next((part for part in parts[1:] if _CODE.fullmatch(text[slice(*part)].strip(" .;"))), None)
            return _Item(replace(unit, end=end), sign, tuple(part for part in parts if part != code), code)
    return None


def _parts(text: str, start: int, end: int, sign: str) -> Iterator[Span]:
    """What stands between the signs outside of brackets; nothing where there are too few signs for an item."""
    if text.count(sign, start, end) < LEAST_PARTS - 1:  # of most lines this is all there is to know
        return
    begin, depth = start, 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth <= 0 and text.startswith(sign, at, end):
            yield begin, at
            begin = at + len(sign)
    yield begin, end


def _cut(item: _Item, width: int) -> _Item:
    """The item with as many parts; what is too much stands before the others and belongs to the name."""
    first = len(item.parts) - width
    return replace(item, parts=((item.parts[0][0], item.parts[first][1]), *item.parts[first + 1 :]))


def _roles(items: Sequence[_Item], width: int, least: Mapping[str, float]) -> dict[int, str]:
    """What stands at each place but the first, counted from the end."""
    shares = {
        (field, at): sum(_is(field, item, at) for item in items) / len(items)
        for field in least
        for at in range(1, width)
    }
    roles: dict[int, str] = {}
    for (field, at), share in sorted(shares.items(), key=lambda each: -each[1]):
        if share >= least[field] and at not in roles and field not in roles.values():
            roles[at] = field
    return roles


def _is(field: str, item: _Item, at: int) -> bool:
    words = item.words(at)
    if field == "deadline":
        return is_time_of_part(words)
    if field == "provider":
        return bool(phrase("organisation").match(words) or phrase("organisation-of-part").fullmatch(words))
    return bool(tags_between(item.unit.passage, "target_group", *item.parts[-at]))


def is_time_of_part(words: str) -> bool:
    """Whether the words are a time where most parts at their place are: "poskusno 2018"."""
    return is_time(words) or bool(phrase("time-of-part").fullmatch(words))


def _are_others(items: Sequence[_Item]) -> bool:
    """Whether the items are people, needs, or steps of the work on the plan."""
    texts = [item.unit.passage.text[slice(*item.parts[0])].strip() for item in items]
    others = [
        bool(phrase("person-alone").fullmatch(text) or phrase("need-told").search(text) or _is_other(item))
        for text, item in zip(texts, items, strict=True)
    ]
    return sum(others) > MOST_OTHERS * len(items)


def _is_other(item: _Item) -> bool:
    text = item.unit.text
    return bool(phrase("work-on-plan").search(text)) or any(phrase(name).search(text) for name in OTHERS)


def _draft(item: _Item, roles: Mapping[int, str]) -> Draft | None:
    text = item.unit.passage.text
    fields: dict[str, Span] = {}
    for at, field in roles.items():
        start, end = item.parts[-at]
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        span = (start + lead, start + len(text[start:end].rstrip(" .,;")))
        if any(map(str.isalnum, text[slice(*span)])):
            fields[field] = without_lead(text, span) if field == "deadline" and is_time(text[slice(*span)]) else span
    name = text[slice(*item.parts[0])]
    counts = phrase("counting-title").match(name)
    if counts or _is_other(item) or not _fit(text, fields) or sum(map(str.isalpha, name)) < LEAST_LETTERS:
        return None
    span = _without_who(text, item.parts[0], fields)
    if item.code:
        fields["priority"] = (item.code[1] - len(text[slice(*item.code)].lstrip()), item.code[1])
    return Draft(item.unit.passage, span, fields, item.unit.number, "measure.same-form")


def _without_who(text: str, span: Span, fields: dict[str, Span]) -> Span:
    """The name without who does it before its colon: "društvo Sožitje: vikend za družine"."""
    colon = text.find(":", *span)
    who = text[span[0] : max(colon, span[0])]
    if "provider" in fields or not any(phrase(name).match(who) for name in ("organisation", "organisation-of-part")):
        return span
    fields["provider"] = (span[0], colon)
    return colon + 1, span[1]


def _fit(text: str, fields: Mapping[str, Span]) -> bool:
    """Whether the parts are no running text, and that for who does it is no figure."""
    words = {name: text[slice(*span)] for name, span in fields.items()}
    long = any(len(each) > LONGEST_PART for each in words.values())
    return bool(words) and not long and any(map(str.isalpha, words.get("provider", "x")))
