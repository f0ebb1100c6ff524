"""Words that look like an acknowledgement and are none by the wording's own terms: "svet se z načrtom ni seznanil"."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, clauses, sentences
from rinsearch.compose.decisions.objections import reason
from rinsearch.compose.paper import evidence_at, tags_of
from rinsearch.records import EventStatus, Passage
from rinsearch.records.explained import ActReason, Reason
from rinsearch.taxonomy.wordings import Wording, wordings

TAKING_NOTE = "acknowledged"


def misses(passage: Passage) -> Iterator[ActReason]:
    """Verbs of taking note that are no tag, each with what stands in its clause or lacks there."""
    text = passage.text
    taken = [(tag.evidence.start, tag.evidence.end) for tag in tags_of(passage, "decision")]
    for sentence in sentences(text):
        for clause in clauses(text, sentence.start, sentence.end):
            for wording in wordings():
                place = sentence if wording.in_sentence else clause
                against = _missing(wording, text[place.start : place.end].lower())
                for start, end in _matches(wording, text, clause) if against else ():
                    if not any(start < last and first < end for first, last in taken):
                        taken.append((start, end))
                        yield _miss(passage, sentence, wording, (text[start:end], against))


def _matches(wording: Wording, text: str, clause: Slice) -> Iterator[tuple[int, int]]:
    lower = text[clause.start : clause.end].lower()
    return ((clause.start + each.start(), clause.start + each.end()) for each in wording.pattern.finditer(lower))


def _missing(wording: Wording, words: str) -> Reason | None:
    """Why a wording of taking note does not hold in these words."""
    if wording.status != TAKING_NOTE:
        return None
    excluded = wording.without.search(words) if wording.without else None
    if excluded:
        return reason("excluded", excluded.group())
    return reason("incomplete") if wording.needs and not wording.needs.search(words) else None


def _miss(passage: Passage, sentence: Slice, wording: Wording, found: tuple[str, Reason | None]) -> ActReason:
    verb, against = found
    return ActReason(
        evidence=evidence_at(passage, sentence.start, sentence.end, f"decision.{wording.name}"),
        verb=verb,
        says=EventStatus(wording.status),
        status=None,
        entry=None,
        subject="",
        municipalities=(),
        plan=None,
        considered=(),
        reasons=(),
        against=(against,) if against else (),
    )
