"""Titles with running text below each: "1. Nočno varstvo otrok", "Vrtec Rod bo zato do 2018 odprl eno skupino."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rinsearch.clauses import sentences
from rinsearch.compose.fields.block_titles import is_other_label, title_span
from rinsearch.compose.fields.drafts import STRONG, Draft
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.levels import level_of
from rinsearch.compose.fields.sections import Place, is_title
from rinsearch.compose.fields.told import told_fields
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.compose.measures.block_lines import told_in
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_PLAIN = 3  # titles without a number where no chapter announces measures
LEAST = 2  # titles of one level with text below that tells who and until when
LEAST_SHARE = 0.5  # of the titles of that level
MOST_SENTENCES = 4  # of a paragraph that tells of one measure
MOST_BELOW = 3  # paragraphs below one title
OTHERS = ("measures-follow", "section-about-the-plan", "section-of-the-past", "no-measure", "done-before")


@dataclass(frozen=True, slots=True)
class _Title:
    """A short line with a number, and the paragraphs below it up to the next line that is no running text."""

    unit: Unit
    below: tuple[Unit, ...]
    level: str


def from_titled(units: Sequence[Unit], *, plain: bool = False) -> Iterator[Draft]:
    """Measures that are titles with running text below, where most titles of their level are.

    ``plain``: lines without a number may be titles where no chapter announces measures, too.
    """
    levels: dict[str, list[_Title]] = {}
    for title in _titles(units, plain=plain):
        levels.setdefault(title.level, []).append(title)
    for titles in levels.values():
        numbered = titles[0].unit.number is not None
        for _, group in groupby(titles, key=lambda each: each.unit.place if numbered or not plain else None):
            members = list(group)
            found = [(title, draft) for title in members if (draft := _draft(title))]
            sure = [draft for _, draft in found if draft.fields.keys() >= STRONG]
            announced = numbered or all(title.unit.place is Place.MEASURES for title in members)
            least = LEAST if announced else max(LEAST_PLAIN, LEAST_SHARE * len(members))
            if len(sure) >= max(least, LEAST_SHARE * len(found)):
                yield from (draft for _, draft in found)


def _titles(units: Sequence[Unit], *, plain: bool) -> Iterator[_Title]:
    for at, unit in enumerate(units):
        if not _is_title(unit, plain=plain):
            continue
        below: list[Unit] = []
        for each in units[at + 1 : at + 1 + MOST_BELOW]:
            if not _is_text(each):
                break
            below.append(each)
        if below:
            yield _Title(unit, tuple(below), level_of(unit))


def _is_title(unit: Unit, *, plain: bool) -> bool:
    """A numbered line without the end of a sentence, or one without a number where measures stand."""
    numbered = unit.number is not None or plain
    fits = unit.place in OPEN and (numbered or unit.place is Place.MEASURES)
    alone = unit.passage.kind is PassageKind.HEADING or (is_title(unit.passage) or unit.is_item)
    ends = unit.text.rstrip().endswith((".", ";", ",", ":", "?"))
    return fits and numbered and alone and not ends and not unit.labels() and not is_other_label(unit)


def _is_text(unit: Unit) -> bool:
    running = unit.passage.kind is PassageKind.PARAGRAPH and not unit.is_item
    return running and unit.place in OPEN and unit.text.rstrip().endswith((".", "!", ")"))


def _draft(title: _Title) -> Draft | None:
    """The title with what is told below it; nothing where that tells of the past, of the plan, or of nobody."""
    unit = title.unit
    name = title_span(unit, unit.end)
    if name is None or any(phrase(each).search(unit.text) for each in OTHERS) or _is_chapter(title):
        return None
    draft = Draft(unit.passage, name, {}, unit.number, "measure.titled")
    for below in title.below:
        text = below.passage.text
        opening = sentences(text)[0]
        if unit.number is None and below is title.below[0] and told_fields(text, 0, opening.end).keys() >= STRONG:
            return None  # "Občina Kranj bo do leta 2018 uredila spalnico" says all itself, below the title of a chapter
        first = text[: opening.end]
        if any(phrase(each).search(first) for each in ("section-about-the-plan", "told-in-the-past")):
            return None
        draft = draft.with_fields(below.passage, _told(below))
    draft = draft.with_fields(title.below[0].passage, {"description": (title.below[0].start, title.below[0].end)})
    around = tuple((each.passage, (each.start, each.end)) for each in (unit, *title.below))
    return replace(draft, around=around) if STRONG & draft.fields.keys() and _plans(title) else None


def _is_chapter(title: _Title) -> bool:
    """Whether the text below tells of several measures, or of none but what was found: a chapter with a title."""
    told = 0
    for each in title.below:
        text = each.passage.text
        parts = [part for part in sentences(text) if each.start <= part.start and part.end <= each.end]
        told += sum(told_fields(text, part.start, part.end).keys() >= STRONG for part in parts)
        if len(parts) > MOST_SENTENCES:
            return True
    return told > 1


def _told(unit: Unit) -> dict[str, tuple[int, int]]:
    text = unit.passage.text
    fields = told_fields(text, unit.start, unit.end)
    for label in labels_in(unit.passage, unit.start, unit.end):
        fields |= told_in(text, label) if label.field != "measure" else {}
    return fields


def _plans(title: _Title) -> bool:
    """Whether a sentence plans something or says who does it."""
    signs = (phrase("will-be"), phrase("provider-told"), phrase("does-it"))
    return any(sign.search(each.passage.text, each.start, each.end) for each in title.below for sign in signs)
