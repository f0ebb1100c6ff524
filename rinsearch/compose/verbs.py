"""A verb of deciding where it stands, and what is known of the paper around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rinsearch.clauses import Slice, clauses, enclosing, sentences
from rinsearch.compose.paper import Paper, tags_between, tags_of
from rinsearch.compose.plans import Plans
from rinsearch.compose.topics import Topic, topics
from rinsearch.records import DocumentKind, EventStatus, Passage, Tag

DECIDING = frozenset({DocumentKind.MINUTES, DocumentKind.DECISION})
SUBSTANCE = frozenset({EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED, EventStatus.REJECTED})
PROCEDURE = frozenset({EventStatus.POSTPONED, EventStatus.WITHDRAWN})
LONGEST_LEAD = 400  # characters of a paragraph that announces the next one; what is longer tells something itself


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its sentence and clause."""

    passage: Passage
    sentence: Slice
    clause: Slice
    tag: Tag

    @property
    def says(self) -> EventStatus:
        """What the words alone say."""
        return EventStatus(self.tag.value)

    @property
    def start(self) -> int:
        """Where the verb begins in the passage."""
        return self.tag.evidence.start

    @property
    def words(self) -> str:
        """The clause."""
        return self.passage.text[self.clause.start : self.clause.end]

    @property
    def statement(self) -> str:
        """The sentence."""
        return self.passage.text[self.sentence.start : self.sentence.end]

    def beside(self, label: str) -> tuple[Tag, ...]:
        """The tags of this label in the sentence."""
        return tags_between(self.passage, label, self.sentence.start, self.sentence.end)

    @property
    def is_entry(self) -> bool:
        """Whether it stands in a list of municipalities: "Dravograd   svet seznanjen   23. 11. 2017"."""
        return any(tag.evidence.start <= self.clause.start + 2 for tag in self.beside("municipality"))

    @property
    def under(self) -> str:
        """The heading above, and the lead-in of the sentence."""
        return " ".join((*self.passage.section[-1:], self.sentence.lead))


@dataclass(frozen=True, slots=True)
class Context:
    """What judging needs besides the sentence."""

    paper: Paper
    plans: Plans
    topics: Mapping[str, Topic]
    leads: Mapping[str, str]


def context_of(paper: Paper, plans: Plans) -> Context:
    """A paper with the topics and lead-ins of its passages."""
    return Context(paper, plans, topics(paper, plans), _leads(paper.passages))


def _leads(passages: Sequence[Passage]) -> Mapping[str, str]:
    """For each passage the paragraph before it, where that one ends with a colon and so announces it."""
    return {
        passage.id: before.text
        for before, passage in pairwise(passages)
        if before.text.rstrip(" *").endswith(":") and len(before.text) < LONGEST_LEAD
    }


def verbs_of(passage: Passage) -> Iterator[tuple[Verb, ...]]:
    """The verbs of a passage, sentence by sentence."""
    parts = sentences(passage.text) if tags_of(passage, "decision") else ()
    for part in parts:
        tags = tags_between(passage, "decision", part.start, part.end)
        pieces = clauses(passage.text, part.start, part.end) if tags else ()
        yield tuple(Verb(passage, part, enclosing(pieces, tag.evidence.start), tag) for tag in tags)
