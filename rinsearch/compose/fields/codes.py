"""Names and times that stand elsewhere and are pointed to by a code: "(1) CSD Kranj, (2) Karitas", "a – do 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from rinsearch.compose.fields.cells import look_of
from rinsearch.compose.fields.columns import MEASURE, columns_of
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.told import without_lead
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_ENTRIES = 2
LONGEST = 160  # characters of what a code stands for
NUMBER = "number"

Value = tuple[Passage, Span]
_COMPOUND = re.compile(r"[A-ZČŠŽ]{1,2}[.-]?\d{1,2}(?:[./-]\d{1,2}){0,2}|\d{1,2}(?:[./-]\d{1,2}){1,2}")
_LETTERED = re.compile(r"(?P<code>[A-ZČŠŽ])\s+(?=[A-ZČŠŽ][^\W\d_])")
_ITEM = re.compile(r"\W*(?P<code>\d{1,2}|[a-zčšž])[.)]\s+(?=[A-ZČŠŽ\d])")


@dataclass(frozen=True, slots=True)
class Codes:
    """What each code stands for, by the field; the codes of ``bracketed`` fields stand in brackets wherever they do."""

    values: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    bracketed: frozenset[str] = frozenset()

    def of(self, name: str, words: str) -> list[Value]:
        """The values that words point to which are nothing but codes; nothing for other words."""
        known = self.values.get(name, {})
        parts = [part for part in phrase("codes-apart").split(words.strip(" \t\n()[].,;")) if part]
        found = [known[part.strip("()[] .")] for part in parts if part.strip("()[] .") in known]
        return found if found and len(found) == len(parts) else []


def codes_of(passages: Sequence[Passage]) -> Codes:
    """The codes that a paper explains: in a line, in a list, or in the rows of a table without measures."""
    values: dict[str, dict[str, Value]] = {}
    bracketed = set[str]()
    for entries, in_brackets in (*_lines(passages), *_lists(passages)):
        name = look_of(list(entries.values()))
        if name in STRONG and len(entries) >= LEAST_ENTRIES:
            values[str(name)] = {**entries, **values.get(str(name), {})}
            bracketed |= {str(name)} if in_brackets else set()
    for name, code, value in _rows(passages):
        values.setdefault(name, {}).setdefault(code, value)
    return Codes(values, frozenset(bracketed))


def _lines(passages: Sequence[Passage]) -> Iterator[tuple[dict[str, Value], bool]]:
    """ "Kratice nosilcev: CSD = Center …, DU = Dom …", "Roki: a – do konca leta 2014; b – do 30. junija 2015"."""
    for passage in passages:
        if passage.columns:
            continue
        found = list(phrase("code-explained").finditer(passage.text))
        ends = [*(match.start() for match in found[1:]), len(passage.text)]
        spans = [(match.end(), _end(passage.text, match.end(), end)) for match, end in zip(found, ends, strict=False)]
        entries = {
            match["code"]: (passage, span) for match, span in zip(found, spans, strict=True) if _fits(passage, span)
        }
        yield entries, bool(found) and all("(" in match.group() for match in found)


def _end(text: str, start: int, end: int) -> int:
    """Where the words of an entry end: before the next one, at a semicolon, at the end of a sentence of words."""
    stop = phrase("code-ends").search(text, start, end)
    return start + len(text[start : stop.start() if stop else end].rstrip(" ,;.\n"))


def _fits(passage: Passage, span: Span) -> bool:
    return 0 < span[1] - span[0] <= LONGEST


def _lists(passages: Sequence[Passage]) -> Iterator[tuple[dict[str, Value], bool]]:
    """Neighbouring items or lines that are nothing but a number or a letter and a name: "B  Dom upokojencev"."""
    for is_entry, group in groupby(passages, key=lambda each: _entry(each) is not None):
        found = [(match, each) for each in group if is_entry and (match := _entry(each))]
        if found and not any(_stop(each.text, match.end()) for match, each in found):
            yield {m["code"]: (each, (m.end(), len(each.text.rstrip(" .;,")))) for m, each in found}, False


def _entry(passage: Passage) -> re.Match[str] | None:
    pattern = _ITEM if passage.kind is PassageKind.ITEM else _LETTERED
    return None if passage.columns or len(passage.text) > LONGEST else pattern.match(passage.text)


def _stop(text: str, start: int) -> bool:
    """Whether the words are more than a name."""
    stop = phrase("organisation-ends").search(text.rstrip(" .;,"), start)
    return bool(stop) and not (stop and phrase("branch").match(text, stop.start()))


def _rows(passages: Sequence[Passage]) -> Iterator[tuple[str, str, Value]]:
    """Rows of a number and of who or until when, in tables that name no measure."""
    for row in passages:
        fields = columns_of(tuple(column.heading for column in row.columns)).fields if row.columns else {}
        if NUMBER not in fields or MEASURE in fields or not STRONG & set(fields):
            continue
        code, *_ = _cell(row, fields[NUMBER])
        for name in STRONG & set(fields) if code else ():
            words, span = _cell(row, fields[name])
            if words.strip(" -–—/"):
                yield name, code.rstrip("."), (row, span)


def _cell(row: Passage, at: int) -> tuple[str, Span]:
    if at >= len(row.columns):
        return "", (0, 0)
    span = row.columns[at].start, row.columns[at].end
    return row.text[slice(*span)].strip(), span


def decoded(drafts: Sequence[Draft], codes: Codes) -> list[Draft]:
    """The drafts with what their codes stand for; the lines that explain these codes are no measures."""
    full = [with_codes(draft, codes) for draft in drafts]
    places = ((draft.passage.id, draft.home(name).id) for draft in full for name in STRONG & draft.fields.keys())
    homes = {home for own, home in places if home != own}
    explained = {each[0].id for values in codes.values.values() for each in values.values()} & homes
    return [draft for draft in full if draft.passage.id not in explained or draft.passage.columns]


def with_codes(draft: Draft, codes: Codes) -> Draft:
    """The draft with what its codes stand for, in place of the codes; and with what stands at its number elsewhere."""
    for name in STRONG & codes.values.keys():
        known = codes.values[name]
        found = codes.of(name, draft.value(name) or "") if name in draft.fields and name not in draft.said else []
        if name not in draft.fields and name in codes.bracketed:
            found = _in_brackets(draft, name, codes)
        if name not in draft.fields and not found and is_joined(draft.number or "", known):
            found = [known[str(draft.number)]]
        draft = _with(draft, name, found) if found else draft
    return draft


def is_joined(number: str, known: Mapping[str, Value]) -> bool:
    """Whether a measure's number stands elsewhere: in a row, or as "P-1" and "1.2"; "1" counts other things, too."""
    return number in known and (bool(known[number][0].columns) or bool(_COMPOUND.fullmatch(number)))


def _in_brackets(draft: Draft, name: str, codes: Codes) -> list[Value]:
    """What the first codes in brackets behind the measure's name stand for: "vodi (1)"."""
    brackets = phrase("codes-in-brackets").finditer(draft.passage.text, draft.text[0])
    return next((found for match in brackets if (found := codes.of(name, match["inside"]))), [])


def _with(draft: Draft, name: str, values: Sequence[Value]) -> Draft:
    passage, span = values[0]
    span = without_lead(passage.text, span) if name == "deadline" else span
    one = draft.without(name).with_fields(passage, {name: span})
    words = [each.text[slice(*place)] for each, place in values]
    return one if len(values) == 1 else replace(one, said={**one.said, name: "; ".join(words)})
