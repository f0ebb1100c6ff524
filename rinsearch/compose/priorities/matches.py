"""Priorities that are found, and what all ways of finding them ask of a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rinsearch.compose.fields.labels import labels_in
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import phrase

CONTENTS = re.compile(r"(?:…|\.{3,}|\s\.)\s*\d+\s*$")
LETTERED = re.compile(r"^\W*(?:(?P<number>[IVX]{1,4}|[\dA-ZČŠŽ]{1,2})[.)]\s*)?(?P<title>\S.*)$", re.DOTALL)
OF_MEASURES = frozenset({"provider", "deadline", "target_group", "measure"})
OF_CARDS = frozenset({"provider", "deadline"})
NO_PRIORITIES = (
    "named-measure",
    "goal-title",
    "measures-follow",
    "section-about-the-plan",
    "section-of-facts",
    "section-of-the-past",
)
BOOKS = frozenset({DocumentKind.PLAN, DocumentKind.OTHER})
TITLES = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM})


@dataclass(frozen=True, slots=True)
class Match:
    """A title found in a passage: its number, its place, the rule; ``prefix`` are words of a passage before it."""

    number: str | None
    span: tuple[int, int]
    rule: str
    prefix: str = ""


Found = tuple[Passage, Match]


def number_of(ordinal: str | None) -> str | None:
    """ "Druga" -> "2"."""
    word = (ordinal or "").casefold()
    return next((str(n) for n, stem in enumerate(toml("sessions.toml")["ordinals"], 1) if word.startswith(stem)), None)


def goal_number(match: re.Match[str]) -> str | None:
    """The number of a goal's title, wherever it stands: "Cilj 1: …", "1. cilj: …", "Prvi cilj: …"."""
    return match["number"] or match["before"] or match["after"] or number_of(match["ordinal"])


def is_measure(passage: Passage, following: Passage) -> bool:
    """A heading of something else: of a measure or a goal, of facts; or labelled lines stand right behind it."""
    labels = labels_in(following) if following.kind is not PassageKind.ROW else ()
    labelled = bool(labels) and labels[0].start <= 2 and labels[0].field in OF_MEASURES
    return labelled or any(phrase(name).search(passage.text) for name in NO_PRIORITIES)


def is_label(passage: Passage, below: Passage) -> bool:
    """Whether a line tells in the card of a measure to which priority it belongs: who does it is told right below."""
    if not passage.text.count(":") or passage.columns or passage.kind is PassageKind.HEADING:
        return False
    labels = labels_in(passage)
    opens = bool(labels) and labels[0].field == "priority" and labels[0].start <= 1
    told = labels_in(below) if opens and below.kind is not PassageKind.ROW else ()
    return bool(told) and told[0].start <= 1 and told[0].field in OF_CARDS


def is_running(passage: Passage) -> bool:
    """Running text, or a line of the table of contents."""
    title = passage.text[: goal_below(passage)].rstrip()
    return title.endswith((".", "?")) or bool(CONTENTS.search(title))


def goal_below(passage: Passage) -> int | None:
    """Where a goal begins that was read with the title above it: "Prioriteta 1: DOM", "Cilj: manj selitev."."""
    starts = (span.start for span in passage.spans[1:] if "ilj" in passage.text or "ILJ" in passage.text)
    return next((at for at in starts if phrase("goal-title").match(passage.text[at:])), None)
