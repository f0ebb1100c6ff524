"""Measures of a plan: rows of tables, label-value blocks ("Ukrep A.1: … Komu: … Izvaja: …"), and prose.

Each field has its own evidence. What only looks like a measure stays out: statistics, goals, reports of what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.paper import Paper, evidence_at, tags_between
from rinsearch.compose.plans import Plans
from rinsearch.compose.priorities import CAPITALS, Heading, headings_of
from rinsearch.records import Column, DocumentKind, Evidence, Measure, Municipality, Passage, PassageKind, Priority
from rinsearch.taxonomy import column_field, municipalities
from rinsearch.taxonomy.phrases import phrase

SUPPORTING = frozenset({"provider", "deadline", "target_group", "funding", "indicator", "amount"})
_NUMBER = re.compile(r"\b[\dA-ZČŠŽ]{1,2}(?:[./]\d{1,2})+\b")
_LETTERED = re.compile(r"(?P<number>[\dA-ZČŠŽ]{1,2}(?:[./]\d{1,2})+)\.?\s+(?=\S)")
_ENUMERATED = re.compile(r"[^\s,;:](?:[^,;(]|\([^()]*\))*")
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?")
BRACKETED = ("provider", "deadline", "funding")


@dataclass(frozen=True, slots=True)
class Draft:
    """A measure before it has an id: its text's place, and the place of every field."""

    passage: Passage
    text: tuple[int, int]
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    number: str | None = None
    rule: str = "measure.row"
    passages: Mapping[str, Passage] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """The words of a field."""
        if name not in self.fields:
            return None
        start, end = self.fields[name]
        return self.home(name).text[start:end].strip(" .;") or None

    def home(self, name: str) -> Passage:
        """The passage in which a field stands."""
        return self.passages.get(name, self.passage)


def find_measures(paper: Paper, plans: Plans, priorities: tuple[Priority, ...]) -> tuple[Measure, ...]:
    """The measures of a paper, in its order."""
    if paper.kind in (DocumentKind.REPORT, DocumentKind.REGULATION) or not plans.ids():
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
    yield from _from_rows(paper.passages)
    yield from _from_blocks(paper.passages)
    yield from _from_priorities(paper.passages, priorities)
    if paper.kind != DocumentKind.MINUTES:
        yield from _from_brackets(paper.passages)
        yield from _from_items(paper.passages)


# --- tables -----------------------------------------------------------------------------------------------------------


def _from_rows(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    for passage in passages:
        if passage.kind != PassageKind.ROW or not passage.columns:
            continue
        columns = _by_field(passage.columns)
        if "measure" in columns and SUPPORTING & set(columns) and not {"state", "baseline"} & set(columns):
            draft = _row(passage, columns)
            if draft:
                yield draft


def _by_field(columns: tuple[Column, ...]) -> dict[str, Column]:
    """The columns by what their headings mean; the first column of a field counts."""
    found: dict[str, Column] = {}
    for column in columns:
        name = _field_named(column.heading)
        if name and name not in found:
            found[name] = column
    return found


def _field_named(heading: str) -> str | None:
    """What a heading means: "Nosilec"; also "Ukrep v občini Kočevje" and, in a block of one measure, "Ukrep 2.13"."""
    short = phrase("more-in-heading").sub("", heading)
    return column_field(heading) or (column_field(short) if short else None)


def _row(passage: Passage, columns: Mapping[str, Column]) -> Draft | None:
    fields = {name: (c.start, c.end) for name, c in columns.items() if passage.text[c.start : c.end].strip(" -–—/")}
    if "measure" not in fields or len(fields) < 2 or _is_heading_row(passage, columns):
        return None
    text = fields.pop("measure")
    number = fields.pop("number", None)
    words = passage.text[number[0] : number[1]].strip(" .") if number else _number_in(columns["measure"].heading)
    lettered = None if words else _LETTERED.match(passage.text, *text)
    if lettered:  # "A/1 Dnevno varstvo": the number stands before the text, in the same cell
        text, words = (lettered.end(), text[1]), lettered.group("number")
    return Draft(passage, text, fields, words)


def _number_in(heading: str) -> str | None:
    match = _NUMBER.search(heading)
    return match.group() if match else None


def _is_heading_row(passage: Passage, columns: Mapping[str, Column]) -> bool:
    """A repeated header, or a merged row that gives the priority: every cell says the same."""
    cells = {passage.text[c.start : c.end].strip() for c in columns.values()}
    return len(cells - {""}) == 1 or all(column_field(cell) for cell in cells if cell)


# --- label-value blocks -----------------------------------------------------------------------------------------------


def _from_blocks(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "Ukrep A.1: …" and the labelled lines behind it, in the same or in the following passages."""
    current: Draft | None = None
    for passage in passages:
        opening = phrase("block").match(passage.text) if passage.kind != PassageKind.ROW else None
        labels = tuple(_labels(passage, opening.end() if opening else 0))
        if opening:
            if current:
                yield current
            current = _opened(passage, opening, labels[0][1] if labels else len(passage.text))
        elif current and (passage.kind == PassageKind.HEADING or not labels):
            if current.fields or passage.kind == PassageKind.HEADING:
                yield current
                current = None
            continue
        if current:
            current = _with_labels(current, passage, labels)
    if current:
        yield current


def _opened(passage: Passage, opening: re.Match[str], end: int) -> Draft:
    """A block's first sentence names the measure, what follows up to the first label describes it."""
    first = enclosing(sentences(passage.text), opening.end())
    title_end = min(first.end, end)
    fields = {"description": (title_end, end)} if passage.text[title_end:end].strip() else {}
    return Draft(passage, (opening.end(), title_end), fields, opening.group("number"), "measure.block")


def _labels(passage: Passage, start: int) -> Iterator[tuple[str, int, int, int]]:
    """Labels of known columns: field, where the label begins, and where its value begins and ends."""
    found = [m for m in phrase("label").finditer(passage.text, start) if column_field(m.group(1))]
    parts = sentences(passage.text)
    for number, match in enumerate(found):
        name = column_field(match.group(1)) or ""
        end = found[number + 1].start() if number + 1 < len(found) else len(passage.text)
        if name != "description":
            end = min(end, enclosing(parts, match.end()).end)
        yield name, match.start(), match.end(), end


def _with_labels(draft: Draft, passage: Passage, labels: tuple[tuple[str, int, int, int], ...]) -> Draft:
    fields, passages = dict(draft.fields), dict(draft.passages)
    for name, _, start, end in labels:
        if name == "measure" and not draft.passage.text[slice(*draft.text)].strip():
            draft = replace(draft, passage=passage, text=(start, end))
        elif name not in fields and name != "measure":
            fields[name] = (start, end)
            passages[name] = passage
    return replace(draft, fields=fields, passages=passages)


# --- prose ------------------------------------------------------------------------------------------------------------


def _from_brackets(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "varstvo dementnih na domu (izvajalec: …, rok 31. 12. 2018)"."""
    for passage in passages:
        if passage.kind == PassageKind.ROW:
            continue
        for match in phrase("brackets").finditer(passage.text):
            before = phrase("before-brackets").search(passage.text, 0, match.start())
            fields = _bracketed(passage.text, *match.span("inside"))
            if before and fields:
                yield Draft(passage, before.span(1), fields, None, "measure.brackets")


def _from_items(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "– krizno stanovanje za žrtve nasilja; nosilec CSD, rok: 30. 6. 2019;", an item of a list."""
    for passage in passages:
        match = phrase("measure-item").match(passage.text) if passage.kind == PassageKind.ITEM else None
        if match:
            fields = _bracketed(passage.text, match.end(), len(passage.text))
            if fields:
                yield Draft(passage, match.span("text"), fields, None, "measure.item")


def _from_priorities(passages: tuple[Passage, ...], priorities: tuple[Priority, ...]) -> Iterator[Draft]:
    """ "NASTANITVENA PODPORA …: dnevno varstvo, stanovanjske skupine …": each is a measure.

    Where the list is one of target groups, or there is none ("PROGRAMI ZA … ROMOV"), the title names the measure.
    """
    by_id = {passage.id: passage for passage in passages}
    for priority in priorities:
        place = priority.evidence
        if place.rule != CAPITALS:
            continue
        title, _, listed = place.quote.partition(":")
        if listed.strip() and not phrase("title-of-groups").search(title):
            for match in _ENUMERATED.finditer(place.quote, len(title) + 1):
                span = (place.start + match.start(), place.start + match.end())
                yield Draft(by_id[place.passage], span, rule="measure.list")
        else:
            yield Draft(by_id[place.passage], (place.start, place.end), rule="measure.title")


def _bracketed(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The fields that are named between two positions, each with the place of its value."""
    found = phrase("field-in-brackets").finditer(text, start, end)
    return {name: each.span("value") for each in found for name in BRACKETED if each[name]}


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
    """The last day of a deadline: a date, or the end of the last year that is named."""
    if not deadline:
        return None
    tags = tags_between(draft.home("deadline"), "date", *draft.fields["deadline"])
    if tags:
        return max(date.fromisoformat(tag.value) for tag in tags)
    years = re.findall(r"\b20\d\d\b", deadline)
    return date(int(max(years)), 12, 31) if years else None


def _amount(draft: Draft) -> float | None:
    """Euros, from the column of amounts, or from the funding column where it names EUR.

    A number with points for thousands and a comma for cents: "12.000,00".
    """
    words = draft.value("amount") or ""
    if not words and phrase("euros").search(draft.value("funding") or ""):
        words = draft.value("funding") or ""
    match = _AMOUNT.search(words)
    if not match:
        return None
    return float(match.group(1).replace(".", "") + "." + (match.group(2) or "0"))
