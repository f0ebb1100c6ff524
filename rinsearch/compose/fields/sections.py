"""Where in a paper measures stand: not among facts, not in the past, not in the chapters about the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from rinsearch.compose.fields.labels import bare_label
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

TITLE_LENGTH = 110  # characters of a line that stands alone and is a title though it is printed as text
_WILL = re.compile(r"\b(?:bo|bodo|bomo|bosta)\b", re.IGNORECASE)  # "Kdo bo kaj opravil"
_CHAPTER = re.compile(r"\W*((?:\d{1,2}|[A-ZČŠŽ])(?:\.\d{1,2}){0,3})(?:[.)]\s*|\s+)(?=\S)")
_ITEM = re.compile(r"\d{1,2}[.)]\s+(?!poglavje\b|sklop\b|del\b)[a-zčšž]{2}")  # "5. poglavje – Ukrepi" is a title
_TITLE = re.compile(
    r"(?!\W*[-–—•◦▪■●○‣*·])(?:(?:[A-ZČŠŽ]|[IVX]{1,4})\.\s|[A-ZČŠŽ][a-zčšž]{2,11}\s[A-Z\d]{1,3}[:.]\s)?"
    r"[^.:;!?]*(?:\d\.[^.:;!?]*){0,4}\??$"
)


class Place(Enum):
    """What a passage stands among."""

    OPEN = "open"  # no heading says what stands here
    MEASURES = "measures"  # a heading announces measures or a priority
    FACTS = "facts"  # numbers and needs; a table that says who and until when is still one of measures
    CLOSED = "closed"  # the past, the plan itself


def places_of(
    passages: tuple[Passage, ...], priorities: frozenset[str], times: frozenset[str] = frozenset()
) -> Mapping[str, Place]:
    """The place of each passage by its id.

    ``priorities`` are the ids of passages that are titles of priorities, ``times`` those of headings ("Leto 2018").
    """
    return dict(_places(passages, priorities, times))


def _places(
    passages: tuple[Passage, ...], priorities: frozenset[str], times: frozenset[str]
) -> Iterator[tuple[str, Place]]:
    place, depth, number = Place.OPEN, -1, ""
    for passage in passages:
        heading = passage.kind is PassageKind.HEADING
        if passage.id in priorities:
            place, depth = Place.MEASURES, len(passage.section)
        elif passage.id in times and place is Place.OPEN:
            place, depth = Place.MEASURES, len(passage.section) - 1
        elif passage.id in times:
            pass
        elif (heading or is_title(passage)) and not _labels_a_value(passage):
            said = _said(passage.text)
            bracketed = passage.text.startswith("(") and place is Place.CLOSED  # "(1) Skupina" below "6. Upravljanje"
            if said is Place.MEASURES and not heading and place is Place.CLOSED and passage.text.endswith("."):
                said = None  # "Naloge sekretariata opravlja agencija do konca leta 2016."
            if said is Place.MEASURES and _is_one_of_the_past(passage, place, depth):
                said = None
            colon = passage.text.rstrip().endswith(":")
            if said is not None:
                place, depth = said, len(passage.section) if heading and not colon else -1
                number = _number(passage) or (number if bracketed else "")
            elif not colon and _ends(place, depth, passage) and not _is_within(passage, number, place):
                place, depth = Place.OPEN, -1
        yield passage.id, place


def _is_one_of_the_past(passage: Passage, place: Place, depth: int) -> bool:
    """ "Ukrep 1. Medobčinski prevoz" below "IV. UKREPI IZ PREJŠNJEGA OBDOBJA": one measure, and no chapter of them."""
    below = place is Place.CLOSED and depth >= 0 and passage.kind is not PassageKind.HEADING
    return below and phrase("named-measure").match(passage.text) is not None


def _labels_a_value(passage: Passage) -> bool:
    """ "Predvidena sredstva:" above a value is no chapter."""
    return passage.text.rstrip().endswith(":") and bare_label(passage.text) is not None


def _number(passage: Passage) -> str:
    """The number of a chapter, with a stop behind it: "5 Načrtovani koraki" -> "5."."""
    match = None if passage.text.startswith("(") else _CHAPTER.match(passage.text)
    return f"{match[1]}." if match else ""


def _is_within(passage: Passage, number: str, place: Place) -> bool:
    """Whether a chapter is one of another's: "5.1 Otroci" below "5 Načrtovani koraki", though that is no heading.

    So is a line without a number below a numbered one that closes what follows: "Dnevni center" below "4. Opravljeno".
    """
    if place is Place.CLOSED and number and not _number(passage) and passage.kind is not PassageKind.HEADING:
        return True
    return bool(number) and _number(passage).startswith(number) and _number(passage) != number


def _ends(place: Place, depth: int, passage: Passage) -> bool:
    """Whether a title that says nothing ends what the one before it said; the title of a measure ends no chapter."""
    heading = passage.kind is PassageKind.HEADING
    if depth < 0:
        return heading or place is not Place.MEASURES
    return heading and len(passage.section) <= depth


def is_title(passage: Passage) -> bool:
    """A short line alone without the end of a sentence; "4) delo v skupini" is an item among others.

    "Sprejela koordinacijska skupina 11. januarja 2018" tells who made the paper.
    """
    text = passage.text.strip()
    if _ITEM.match(text) or phrase("made-by").match(text):
        return False
    alone = passage.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM) and len(text) <= TITLE_LENGTH
    return alone and bool(_TITLE.match(text)) and text[:1].upper() == text[:1]


def _said(title: str) -> Place | None:
    """What a title says about the passages below it; ``None`` where it says nothing."""
    past = phrase("section-of-the-past").search(title) and not _WILL.search(title)
    if past or phrase("section-about-the-plan").search(title):
        return Place.CLOSED
    if phrase("section-of-measures").search(title):
        return Place.MEASURES
    return Place.FACTS if phrase("section-of-facts").search(title) else None
