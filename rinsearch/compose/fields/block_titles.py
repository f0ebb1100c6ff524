"""Titles of measures in blocks: which unit may be one, which words of it are the title, and what is none."""

from __future__ import annotations

import re

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import STRONG, Span
from rinsearch.compose.fields.labels import Label
from rinsearch.compose.fields.sections import is_title
from rinsearch.compose.fields.told import told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

TITLE_LENGTH = 220  # characters
LEAST_LETTERS = 4  # of a name, and of the last word of a line that is whole
_DEEP = re.compile(r"(?:\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})[./]\d")  # a number below that of a chapter
_OTHER_LABEL = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+){0,4}\s?:\s+\S")


def may_be_title(unit: Unit) -> bool:
    """Whether a unit can be the title of a measure."""
    title = unit.passage.kind is PassageKind.HEADING or unit.is_item or is_title(unit.passage)
    return title and not is_other_label(unit) and not unit.text.endswith("?")


def is_other_label(unit: Unit) -> bool:
    """ "Lokacija srečanj: Kranj": a line with a label of something else."""
    return bool(_OTHER_LABEL.match(unit.passage.text, unit.start, unit.end)) and not is_called_measure(unit)


def is_called_measure(unit: Unit, *, capital: bool = False) -> bool:
    """ "Ukrep 2.3 …"; with ``capital`` only where it begins with a capital letter."""
    match = phrase("named-measure").match(unit.passage.text, unit.start, unit.end)
    if match and unit.learned and (labels := unit.labels()) and labels[0].start < match.end():
        return labels[0].field == MEASURE  # this paper says by it who does it: "Naloga: Dom Sonce"
    return bool(match) and (not capital or unit.text.lstrip(" -–•*·")[:1].isupper())


def title_span(unit: Unit, end: int) -> Span | None:
    """The words of a title, without its number and without what leads over to a label."""
    start = unit.body
    words = unit.passage.text[start:end].rstrip(" \t\n,;:|/([–—-")
    first = next(iter(sentences(words)), None)
    length = first.end if first and words[: first.end].endswith(".") else len(words)
    if sum(map(str.isalpha, words[:length])) < LEAST_LETTERS or length > TITLE_LENGTH:
        return None
    return start, start + length


def first_line(unit: Unit, span: Span) -> Span:
    """The name of a measure without the sentence that describes it, read with it from the lines below."""
    text = unit.passage.text
    for line in unit.passage.spans:
        name, rest = text[span[0] : line.start].rstrip(), text[line.start : span[1]]
        goes_on = rest[:1].islower() or not rest.rstrip().endswith(".") or name.endswith((",", ".", "-"))
        if span[0] < line.start < span[1] and sum(map(str.isalpha, name)) >= LEAST_LETTERS and not goes_on:
            return (span[0], span[0] + len(name)) if len(name.rpartition(" ")[2]) >= LEAST_LETTERS else span
    return span


def title_of_text(above: Unit, unit: Unit) -> Span | None:
    """The words of a plain title above running text that plans something, or tells who and until when by labels."""
    told = sentences(unit.passage.text)[0]
    labelled = _DEEP.match(above.number or "") and {label.field for label in unit.labels()} >= STRONG
    if labelled and not unit.is_item and not above.text.endswith((".", ";", ":")):
        return None if above.labels() else title_span(above, above.end)
    if unit.is_item or not phrase("will-be").search(unit.passage.text, 0, told.end):
        return None
    plain = is_title(above.passage) and not above.is_item and not above.label and not above.labels()
    return title_span(above, above.end) if plain else None


def in_later_sentence(unit: Unit, labels: tuple[Label, ...]) -> bool:
    """Running text that tells of several things: the first label stands inside a sentence that is not the first one.

    So does one without a colon ("Rok je 31. 1. 2019.") behind a first sentence that is no title.
    """
    if unit.is_item:
        return False
    parts = sentences(unit.passage.text)
    sentence = enclosing(parts, labels[0].start)
    before = unit.passage.text[sentence.start : labels[0].start]
    told = ":" not in unit.passage.text[labels[0].start : labels[0].value[0]]
    running = told and phrase("planned").search(unit.passage.text, unit.body, sentence.start)
    return sentence.start > unit.body and bool(before.strip() or running)


def tells_of_more(unit: Unit, labels: tuple[Label, ...]) -> bool:
    """Running text whose first sentence says who ("…, izvajalka je Karitas."), while a later one plans something."""
    text, first = unit.passage.text, labels[0]
    if unit.is_item or ":" in text[first.start : first.value[0]]:
        return False
    later = [part for part in sentences(text) if first.start < part.start and part.end <= unit.end]
    return any(
        phrase("planned").search(text, part.start, part.end) and set(told_fields(text, part.start, part.end)) >= STRONG
        for part in later
    )


def in_brackets(unit: Unit, labels: tuple[Label, ...]) -> bool:
    """Several measures in one sentence, each with brackets behind it; they are read one by one elsewhere."""
    return sum(label.field == "provider" for label in labels) > 1
