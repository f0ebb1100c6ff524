"""Measures whose parts stand side by side without labels: "Topla hiša – Dom Kranj, do 2018", in brackets, on lines.

What a part is, its words tell: a time, an organisation, those for whom it is. The first parts name the measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import before_provider, is_time, is_time_of_year, told_fields, without_lead
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.compose.paper import tags_between
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST = 400  # characters; what is longer is running text
LEAST_LETTERS = 4  # of a name
SHORT_LINE = 50  # characters; a longer one only goes on in the next
LONGEST_SHORT = 6  # letters of a name in capitals: "UNICEF"; what is longer is a title
LAST = (1 << 30, 0)
LONGEST_TIME = 60  # characters
MOST_WORDS = 4  # of a time
_DAY_STOPS = re.compile(r"(?<=\d\. \d)\.|(?<=\d\. \d\d)\.")  # "do 30. 6.": the stop of a month
_WORD = re.compile(r"\S+")
_ACTED = re.compile(r"[^\W\d_]{3}[aei]l[aoie]?$")  # "Pripravil"
# A dash, an arrow or a stroke between blanks; a mark with a blank behind it; a bracket; a stop behind a word.
_CUT = re.compile(
    r"(?<!\s)\s+(?:[–—|/→>-]|->|=>)\s+|[;,:]\s+|(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_])|(?<=20\d\d)\.\s+"
    r"|(?:(?<!\s)\s+)?(?:[(\[]|[)\]](?:\s*[–—;,.-])?)\s*"
)


def from_parts(units: Sequence[Unit], provided: frozenset[str] = frozenset()) -> Iterator[Draft]:
    """Items of parts; where measures stand, one that says who does it is enough.

    ``provided`` are the ids of passages below a title that says who: they need to say until when.
    """
    for unit in units:
        if unit.place not in OPEN or not unit.is_item or unit.passage.kind is PassageKind.HEADING:
            continue
        found = in_parts(unit.passage, unit.body, unit.end) if len(unit.text) <= LONGEST else None
        found = found or (_behind_time(unit) if unit.passage.id in provided else None)
        if found is None or _is_other(unit) or unit.labels():
            continue
        title, fields = found
        needed = {"provider"} if unit.place is Place.MEASURES else STRONG
        if unit.passage.id in provided and (
            unit.place is Place.MEASURES or found[0][0] > fields.get("deadline", LAST)[0]
        ):
            needed = {"deadline"}
        if needed <= set(fields) and not _names_another_thing(unit.passage.text, title[0]):
            yield Draft(unit.passage, title, fields, unit.number, "measure.parts")


def from_schedule(units: Sequence[Unit], provided: frozenset[str] = frozenset()) -> Iterator[Draft]:
    """Items below a heading that is a time: "Vila Mojca izvede teden mladih", with who does it.

    ``provided`` are the ids of passages below a title that says who, too: these need to say nothing themselves.
    """
    for unit in units:
        if not unit.is_item or unit.place is not Place.MEASURES or _is_other(unit):
            continue
        if unit.passage.id in provided:
            name = (unit.body, unit.body + len(unit.passage.text[unit.body : unit.end].rstrip(" .;,")))
            yield Draft(unit.passage, name, {}, unit.number, "measure.scheduled")
            continue
        fields = told_fields(unit.passage.text, unit.body, unit.end)
        if "provider" in fields:
            name = before_provider(unit.passage.text, (unit.body, unit.end))
            yield Draft(unit.passage, name, fields, unit.number, "measure.scheduled")


def _behind_time(unit: Unit) -> tuple[Span, Mapping[str, Span]] | None:
    """ "do 30. 6. 2018 krizna namestitev za ženske": the time and the name behind it, without a mark between."""
    text = unit.passage.text
    time = phrase("deadline-told").match(text, unit.start, unit.end)
    end = time.end() if time else next(iter(_ends_of_time(text, unit.start, unit.end)), unit.start)
    name = (end + 1, end + len(text[end : unit.end].rstrip(" .;,")))
    if end == unit.start or text[end : end + 1] != " " or sum(map(str.isalpha, text[slice(*name)])) < LEAST_LETTERS:
        return None
    return name, {"deadline": without_lead(text, (unit.start, end))}


def _ends_of_time(text: str, start: int, end: int) -> Iterator[int]:
    """Where the longest time that stands for itself ends: "vsako leto", "takoj"."""
    words = [match.end() for match in _WORD.finditer(text, start, min(end, start + LONGEST_TIME))]
    yield from (at for at in reversed(words[:MOST_WORDS]) if is_time(text[start:at]))


def _names_another_thing(text: str, start: int) -> bool:
    """Whether a name begins as that of a need, of an indicator or of a step of the work on the plan."""
    return any(phrase(name).match(text, start) for name in ("need-told", "counting-title", "work-on-plan"))


def _is_other(unit: Unit) -> bool:
    """What was done, what concerns the plan itself, or a sentence that has a verb of its own."""
    names = ("about-the-plan", "done-before", "told-in-the-past")
    return any(phrase(name).search(unit.text) for name in names)


def in_parts(passage: Passage, start: int, end: int) -> tuple[Span, Mapping[str, Span]] | None:
    """The name of a measure and its fields, where the parts behind the name are of known kinds; else nothing."""
    spans = list(_spans(passage, start, end))
    fields: dict[str, Span] = {}
    while len(spans) > 1:
        kind = _kind(passage, spans[-1])
        if kind is None or not _fits(kind, spans[-1], fields):
            break
        fields[kind] = _joined(spans.pop(), fields.get(kind))
    kind = _kind(passage, spans[0]) if len(spans) > 1 else None
    if kind in STRONG - set(fields) and _leads(passage.text[spans[0][1] : spans[1][0]], kind):
        fields[str(kind)] = spans.pop(0)
    name = passage.text[spans[0][0] : spans[-1][1]] if spans else ""
    if not fields or sum(map(str.isalpha, name)) < LEAST_LETTERS or _ACTED.search(name):
        return None
    if "deadline" not in fields and passage.text[spans[-1][1] :][:1] == "," and _kind(passage, spans[-1]) == "provider":
        return None  # a list of organisations
    if "deadline" in fields:
        fields["deadline"] = without_lead(passage.text, fields["deadline"])
    return (spans[0][0], spans[-1][1]), fields


def _spans(passage: Passage, start: int, end: int) -> Iterator[Span]:
    """The parts between the cuts and the ends of short lines; the name of a branch stays with its organisation."""
    text = passage.text
    ended = [after.start for line, after in pairwise(passage.spans) if after.start - line.start <= SHORT_LINE]
    lines = ((at, at) for at in ended if start < at < end)
    cuts = sorted([*(match.span() for match in _CUT.finditer(text, start, end)), *lines])
    begin = start
    for cut in [*cuts, (end, end)]:
        words = text[begin : cut[0]].rstrip(" .;,")
        words = text[begin : begin + len(words) + bool(_DAY_STOPS.match(text, begin + len(words)))]
        if cut[1] < end and phrase("branch").match(text, cut[0], end):
            continue
        if words.strip() and cut[0] >= begin:
            yield begin, begin + len(words)
        begin = max(begin, cut[1])


def _kind(passage: Passage, span: Span) -> str | None:
    words = passage.text[slice(*span)].strip()
    bracketed = passage.text[: span[0]].rstrip()[-1:] in ("(", "[")  # "(poleti)"; between commas it may be a name's
    if is_time(words) or (bracketed and is_time_of_year(words)):
        return "deadline"
    if phrase("organisation").match(words) and not (words.isupper() and len(words) > LONGEST_SHORT):
        stop = phrase("organisation-ends").search(words)
        return None if stop and stop.group().isspace() else "provider"
    return "target_group" if _is_group(passage, span) else None


def _leads(cut: str, kind: str | None) -> bool:
    """Whether a first part says when or who: "Do 2018: …", "CSD Kranj – …"."""
    return bool(cut.strip()) and cut.strip()[0] in ("–—-|/→" if kind == "provider" else "–—-|/→:")


def _is_group(passage: Passage, span: Span) -> bool:
    """Words that begin with those for whom it is: "brezdomci", "za starejše nad 70 let"."""
    words = passage.text[slice(*span)]
    lead = len(words) - len(words.lstrip().removeprefix("za ").removeprefix("za: "))
    tags = tags_between(passage, "target_group", *span)
    return any(tag.evidence.start <= span[0] + lead for tag in tags)


def _fits(kind: str, span: Span, fields: Mapping[str, Span]) -> bool:
    """Whether a field is free, or the part stands right before what it has already: "CSD Kranj, Občina Kranj"."""
    begun = min((start for start, _ in fields.values()), default=None)
    return kind not in fields or fields[kind][0] == begun


def _joined(span: Span, other: Span | None) -> Span:
    return (span[0], other[1]) if other else span
