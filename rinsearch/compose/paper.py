"""One paper as the compose room sees it: its passages in order, its tags, its first lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rinsearch.places import box_of, page_of
from rinsearch.records import Document, DocumentKind, Evidence, Municipality, Passage, PassageKind, Session, Tag
from rinsearch.taxonomy.phrases import phrase

MOTION = "motion"  # a tag: here it is told what became of a motion on something else than a plan
CELLS = " | "  # between the cells of a row
COUNCIL = "council"  # whose minutes or decisions a paper holds; else the words that name the other body
LONGEST_ENUMERATOR = 8  # characters: " 1.12) "
KEPT = 1 << 9  # lines of the paper at hand: several rules ask whether one is a title
KEPT_PAPERS = 4  # at hand in several threads: a rule remembers for each what it found in the whole paper
TOP_LINES = 30  # a letterhead, an address, a reference block and the title of a paper fit in so many lines


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its tagged passages, and what was found out about it as a whole."""

    document: Document
    passages: tuple[Passage, ...]
    kind: DocumentKind = DocumentKind.OTHER
    issuer: Municipality | None = None
    author: str | None = None
    title: str | None = None
    date: date | None = None
    session: Session | None = None
    case_numbers: tuple[str, ...] = ()
    body: str = COUNCIL
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


class TextLine(NamedTuple):
    """A line of a passage: its slice of the passage's text. A tuple, for each line of a paper is made a dozen times."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The line's words."""
        return self.passage.text[self.start : self.end]

    def before(self, tag: Tag) -> str:
        """What stands in the line before a tag."""
        return self.passage.text[self.start : tag.evidence.start]

    @property
    def is_title(self) -> bool:
        """A heading, or a line without lower-case words before the running text."""
        if self.passage.kind == PassageKind.HEADING:
            return True
        return _is_in_capitals(self.text)

    @property
    def begins_title(self) -> bool:
        """A line that begins with a word in capitals ("VABILO na 16. redno sejo …")."""
        first = self.text.strip(" *#").split(" ", 1)[0]
        return len(first) >= 4 and first.isalpha() and first.isupper()


@lru_cache(maxsize=KEPT)
def _is_in_capitals(text: str) -> bool:
    letters = list(filter(str.isalpha, text))
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.6 * len(letters)


def evidence_at(passage: Passage, start: int, end: int, rule: str) -> Evidence:
    """The slice of a passage as evidence, with its page and box."""
    quote = passage.text[start:end]
    return Evidence(passage.id, page_of(passage, start), start, end, quote, box_of(passage, start, end), rule)


def lines(passages: tuple[Passage, ...]) -> Iterator[TextLine]:
    """All lines in reading order, as the file has them (a passage without spans is one line)."""
    for passage in passages:
        if not passage.spans:
            yield TextLine(passage, 0, len(passage.text))
        for span in passage.spans:
            yield TextLine(passage, span.start, span.end)


def tags_between(passage: Passage, label: str, start: int, end: int) -> tuple[Tag, ...]:
    """The tags of this label that lie between two positions."""
    if not passage.tags:  # asked a dozen times of each passage, and half of them have none
        return ()
    return tuple(
        [tag for tag in passage.tags if tag.label == label and start <= tag.evidence.start and tag.evidence.end <= end]
    )


def tags_of(passage: Passage, label: str) -> tuple[Tag, ...]:
    """The tags of this label in a passage."""
    return tuple([tag for tag in passage.tags if tag.label == label]) if passage.tags else ()


def without_motions(passage: Passage) -> str:
    """The words of a passage but for those that tell what became of a motion on something else."""
    text = passage.text
    for tag in tags_of(passage, MOTION):
        start, end = tag.evidence.start, tag.evidence.end
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def cell_end(text: str, start: int, end: int) -> int:
    """Where the cell ends in which ``start`` lies: before the next cell of its row, or at ``end``.

    >>> text = "Občinski svet se seznani. | Izpis: Občina Bled"
    >>> text[: cell_end(text, 0, len(text))]
    'Občinski svet se seznani.'
    """
    found = text.find(CELLS, start, end)
    return found if found >= 0 else end


def opens_with(text: str, start: int, at: int) -> bool:
    """Whether what stands at ``at`` begins a part, behind a bullet or a number at most: "• Semič", "1. Semič"."""
    return at - start <= LONGEST_ENUMERATOR and not any(map(str.isalpha, text[start:at]))


def opens_with_council(text: str, start: int, place: Tag) -> bool:
    """Whether a council, its municipality and a colon begin a part: "(b) Občinski svet Občine Mirna Peč: preloženo"."""
    colon = text[place.evidence.end :].lstrip().startswith(":")
    return colon and phrase("council-of-entry").fullmatch(text, start, place.evidence.start) is not None
