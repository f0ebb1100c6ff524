"""A measure in a block while it is read, and what each of its lines adds: labels, a description, running text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.block_titles import is_called_measure, is_other_label, title_span
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import SUPPORTING, Draft, Span
from rinsearch.compose.fields.labels import Label
from rinsearch.compose.fields.told import provider_and_time, told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LONGEST, in_parts
from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

LABEL_REACH = 40  # characters: "Predviden začetek izvajanja: "
OPENING = SUPPORTING | {MEASURE}  # fields whose labels may open a block


@dataclass(frozen=True, slots=True)
class Block:
    """A measure that is being read, and the running text that may tell who does it."""

    draft: Draft
    prose: tuple[tuple[Passage, Span], ...] = ()
    seen: tuple[tuple[Passage, Span], ...] = ()
    named: bool = False
    whole: bool = False  # an item that has its own labels: the next item without one is none of its lines
    titled: bool = False  # "Naziv: Klub" named it; "Kaj bomo naredili: …" below tells more of it
    alone: bool = False  # "3.1 Naloga" named it; it may be a chapter, so who does it must be told
    until: int = 0  # the unit with its first label; those before it describe the measure

    @property
    def lacks_text(self) -> bool:
        """Whether only a number was read so far."""
        return not self.draft.passage.text[slice(*self.draft.text)].strip(" .:–-")


def may_open(unit: Unit) -> bool:
    """Whether a block may begin with a unit or with the one above it: it is called a measure or has a label of one."""
    if unit.label in OPENING or is_called_measure(unit):
        return True
    return any(label.field in OPENING for label in unit.labels())


def called_measure(unit: Unit, labels: tuple[Label, ...]) -> Block | None:
    """ "Ukrep 2.3 – Dolgovi pod streho": the first sentence names the measure, what follows describes it."""
    match = phrase("named-measure").match(unit.passage.text, unit.start, unit.end)
    if match is None or not is_called_measure(unit) or phrase("done-before").search(unit.text[:120]):
        return None
    end = labels[0].start if labels else unit.end
    first = enclosing(sentences(unit.passage.text), match.end())
    title_end = min(first.end, end) if match.end() < end else end
    parts = in_parts(unit.passage, match.end(), unit.end) if not labels and unit.end - match.end() <= LONGEST else None
    if parts and "provider" in parts[1]:
        draft = Draft(unit.passage, *parts, match["number"], "measure.block")
        return Block(draft, named=True)
    fields = {"description": (title_end, end)} if unit.passage.text[title_end:end].strip(" .") else {}
    number = match["number"] or unit.number  # "1.1 Posebni ukrep", with its title below
    draft = Draft(unit.passage, (match.end(), max(title_end, match.end())), fields, number, "measure.block")
    block = Block(
        draft, ((unit.passage, (match.end(), unit.end)),), named=bool(match["number"]), alone=not match["number"]
    )
    return with_labels(block, unit, labels)


def described_by(block: Block, unit: Unit) -> Block:
    """The block with a unit that describes the measure."""
    span = (unit.start, unit.end)
    return replace(block, draft=block.draft.with_fields(unit.passage, {"description": span}))


def with_unit(block: Block, unit: Unit, labels: tuple[Label, ...]) -> Block:
    """The block with what the unit adds: labels, its text, or a description."""
    if block.lacks_text and not labels:
        span = title_span(unit, unit.end)
        draft = replace(block.draft, passage=unit.passage, text=span) if span else block.draft
        return replace(block, draft=draft, prose=(*block.prose, (unit.passage, (unit.start, unit.end))))
    if labels:
        block = _named_before(block, unit, labels)
        before = (unit.passage, (unit.start, labels[0].start))
        return with_labels(replace(block, prose=(*block.prose, before)), unit, labels)
    span = (unit.start, unit.end)
    draft = block.draft.with_fields(unit.passage, {"description": span})
    return replace(block, draft=draft, prose=(*block.prose, (unit.passage, span)))


def _named_before(block: Block, unit: Unit, labels: tuple[Label, ...]) -> Block:
    """ "Ukrep 1" above "Večerni klub  Nosilec: Dom Sonce": the words before the first label, or line with one."""
    if not block.lacks_text or any(label.field == MEASURE for label in labels):
        return block
    lines = (line.start for line in unit.passage.spans if unit.start < line.start < labels[0].start)
    end = next((at for at in lines if is_other_label(replace(unit, start=at))), labels[0].start)
    span = title_span(unit, end)
    return replace(block, draft=replace(block.draft, passage=unit.passage, text=span)) if span else block


def with_labels(block: Block, unit: Unit, labels: tuple[Label, ...]) -> Block:
    """The block with the values of labels, and with the text between them."""
    draft = block.draft
    for label in labels:
        if label.field == MEASURE and block.lacks_text and draft.text == block.draft.text:
            draft = replace(draft, passage=unit.passage, text=label.value)
        elif label.field != MEASURE:
            if label.field == "deadline" and _only_begins(draft):
                draft = draft.without("deadline")
            draft = draft.with_fields(unit.passage, told_in(unit.passage.text, label))
    starts = [label.value[1] for label in labels]
    ends = [*(label.start for label in labels[1:]), unit.end][: len(labels)]
    between = [(unit.passage, (start, end)) for start, end in zip(starts, ends, strict=True) if end - start > 1]
    return replace(block, draft=draft, prose=(*block.prose, *between))


def _only_begins(draft: Draft) -> bool:
    """Whether "Začetek: …" gave the time; what stands behind "Zaključek: …" is the one until when."""
    if "deadline" not in draft.fields:
        return False
    start = draft.fields["deadline"][0]
    label = draft.home("deadline").text[max(0, start - LABEL_REACH) : start]
    return bool(phrase("label-of-beginning").search(label) or phrase("letter-of-beginning").search(label))


def told_in(text: str, label: Label) -> dict[str, Span]:
    """The value of a label; "organizator je Zveza …, vsako poletje" has two."""
    both = provider_and_time(text, *label.value) if label.field == "provider" else None
    return both or {label.field: label.value}


def told_besides(text: str, span: Span, draft: Draft) -> dict[str, Span]:
    """Who and until when, as running text tells it; the name of the measure itself ("Zadruga za ljudi …") is nobody."""
    fields = told_fields(text, *span)
    if text == draft.passage.text and fields.get("provider", (-1,))[0] == _begin(draft):
        del fields["provider"]
    return fields


def _begin(draft: Draft) -> int:
    words = draft.passage.text[slice(*draft.text)]
    return draft.text[0] + len(words) - len(words.lstrip())
