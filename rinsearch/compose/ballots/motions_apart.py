"""Motions on something else than the plan: "Predlagal je, da se razprava omeji. Za 9, proti 4. Predlog je sprejet.".

Their votes and results are no resolution's, and they are taken out before anything is judged: otherwise "Predlog je
sprejet" below the heading of an item says that its plan was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rinsearch.clauses import sentences
from rinsearch.compose.paper import MOTION, Paper, evidence_at, tags_between, tags_of
from rinsearch.compose.plans.topics import item_number
from rinsearch.compose.verbs.verbs import DECIDING
from rinsearch.compose.votes import outcome_in
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

REACH = 6  # passages of the item behind a motion: its vote may be counted line by line
RESULTS = (EventStatus.ADOPTED, EventStatus.REJECTED)
READ = DECIDING | {DocumentKind.OTHER}


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence or the end of one, in its passage."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def tags(self, label: str) -> tuple[Tag, ...]:
        return tags_between(self.passage, label, self.start, self.end)

    @property
    def decides(self) -> bool:
        """Whether it holds a verb that no result of a motion has."""
        return any(tag.value not in RESULTS for tag in self.tags("decision"))


def without_motions_apart(paper: Paper) -> Paper:
    """The paper without the votes and results of motions that say nothing of the plan."""
    if paper.kind not in READ:
        return paper
    parts = list(_parts_of_motions(paper.passages))
    if not parts:
        return paper
    apart: dict[str, list[_Part]] = {}
    for part in parts:
        apart.setdefault(part.passage.id, []).append(part)
    return replace(paper, passages=tuple(_without(each, apart.get(each.id, ())) for each in paper.passages))


def _without(passage: Passage, apart: Sequence[_Part]) -> Passage:
    """A passage with the place of each motion's result in the stead of the tags there."""
    if not apart:
        return passage
    gone = {id(tag) for part in apart for label in ("vote", "decision") for tag in part.tags(label)}
    places = (evidence_at(passage, part.start, part.end, "motion.apart") for part in apart)
    kept = tuple(tag for tag in passage.tags if id(tag) not in gone)
    return replace(passage, tags=(*kept, *(Tag(MOTION, "apart", place) for place in places)))


def _parts_of_motions(passages: Sequence[Passage]) -> Iterator[_Part]:
    named = False
    for here, passage in enumerate(passages):
        named = bool(tags_of(passage, "plan")) or (named and not _begins_item(passage))
        if not named or passage.kind is PassageKind.ROW or not phrase("moves-apart").search(passage.text):
            continue
        for part in sentences(passage.text):
            rest = _rest_of_motion(_Part(passage, part.start, part.end))
            if rest is not None:
                yield from _of_motion(rest, list(_behind(passages, here, part.end)))


def _rest_of_motion(sentence: _Part) -> _Part | None:
    """What stands behind a motion in its sentence; ``None`` where it moves nothing, or what the council resolves."""
    moved = phrase("moves-apart").search(sentence.text)
    if moved is None or phrase("moves-substance").search(moved["what"]) or sentence.decides:
        return None
    rest = replace(sentence, start=sentence.start + moved.end())
    before = replace(sentence, end=rest.start)
    return None if any(tag.value != EventStatus.ADOPTED for tag in before.tags("decision")) else rest


def _of_motion(rest: _Part, behind: Sequence[_Part]) -> Iterator[_Part]:
    """The votes and the result of a motion: in the rest of its sentence, else in the next sentences."""
    if rest.tags("vote") or outcome_in(f"Predlog {rest.text}"):
        yield rest
        return
    taken = list(_next(behind))
    put = phrase("put-to-the-vote").search(rest.passage.text[: rest.start])
    named = any(phrase("says-motion").search(part.text) for part in taken)
    ended = bool(taken) and taken[-1].passage is rest.passage and outcome_in(taken[-1].text) is not None
    if put or named or (ended and _is_alone(behind, len(taken))):
        yield from taken


def _next(behind: Sequence[_Part]) -> Iterator[_Part]:
    """The sentences right behind a motion that tell how it was voted on, as far as its result."""
    for part in behind:
        text = part.text
        if part.decides or phrase("says-resolution").search(text):
            return
        told = outcome_in(text) is not None
        voted = part.tags("vote") or phrase("motion-voted").search(text)
        if not (told or voted or phrase("voting-opened").fullmatch(text)):
            return
        yield part
        if told:
            return


def _is_alone(behind: Sequence[_Part], taken: int) -> bool:
    """Whether "Sprejeto." behind a motion are its own: nothing is resolved in the item, or with a vote of its own."""
    later = behind[taken:]
    return any(part.tags("vote") for part in later) or not any(part.decides for part in later)


def _behind(passages: Sequence[Passage], here: int, end: int) -> Iterator[_Part]:
    """The sentences of the item behind a motion."""
    for number, passage in enumerate(passages[here : here + 1 + REACH]):
        if number and _begins_item(passage):
            return
        for part in sentences(passage.text):
            if number or part.start >= end:
                yield _Part(passage, part.start, part.end)


def _begins_item(passage: Passage) -> bool:
    """Whether a passage is a heading or has an item's number; "Glasovanje:" and "(14 ZA, 0 PROTI)" are neither."""
    headed = passage.kind is PassageKind.HEADING and not passage.text.rstrip().endswith(":")
    headed = headed and not tags_of(passage, "vote")
    return headed or item_number(passage) is not None
