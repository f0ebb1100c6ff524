"""Councils that did the same, told without a verb: "…, Občinski svet Občine Jesenice pa teden kasneje".

What a sentence tells of one council holds for another that stands behind it with nothing but a time, a session or a
vote: "Črnomaljski svet se je z načrtom seznanil na redni, kočevski pa na dopisni seji."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.clauses import Slice
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import tags_between
from rinsearch.compose.subjects.owners import owners_of
from rinsearch.compose.subjects.places import refs
from rinsearch.compose.subjects.together import by_adjective
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Context
from rinsearch.records import EventStatus, Municipality
from rinsearch.taxonomy import fold, months
from rinsearch.taxonomy.phrases import phrase

TOLD = frozenset({*SUBSTANCE, *PROCEDURE, EventStatus.SCHEDULED})
BEFORE = 60  # characters from a comma to a name: ", medtem ko Občinski svet Mestne občine "
MONTHS_AHEAD = 3  # "pa decembra" in a paper of October is to come


def with_gapped(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts, each with those of the councils that the rest of its sentence says did the same."""
    return [each for act in acts for each in (act, *_gapped(context, act))]


def _gapped(context: Context, act: Act) -> Iterator[Act]:
    about_plan = act.plan is not None and act.plan.plan is not None
    if not about_plan or act.status not in TOLD or act.verb.is_noun or act.is_anothers or not act.municipalities:
        return
    if act.verb.passage.text[: act.verb.start].endswith("("):
        return  # "Cerknica (seznanjeni 28. 9.), Pivka (brez odgovora)": each has its own in brackets
    for place, part in _named_behind(act):
        if place in act.municipalities or _is_yet_to_come(context, act, part):
            continue
        subject = replace(act.subject, municipalities=(place,))
        owners, reported = owners_of(context.paper, subject, act.recommended)
        verb = replace(act.verb, sentence=part, clause=part, clauses=(part,))
        yield replace(act, verb=verb, subject=subject, municipalities=owners, reported=reported)


def _named_behind(act: Act) -> Iterator[tuple[Municipality, Slice]]:
    """Municipalities behind a verb, each with the part of the sentence that says no more than when it was."""
    passage, sentence, start = act.verb.passage, act.verb.sentence, act.verb.tag.evidence.end
    text = passage.text
    for tag in tags_between(passage, "municipality", start, sentence.end):
        opens = phrase("gap-opens").search(text, max(start, tag.evidence.start - BEFORE), tag.evidence.start)
        closes = phrase("gap-closes").match(text, tag.evidence.end, sentence.end) if opens else None
        if opens and opens["likewise"] and not closes:
            closes = phrase("gap-ends").match(text, tag.evidence.end, sentence.end)
        if opens and closes and not phrase("named-with-office").search(tag.evidence.quote):
            yield refs([tag])[0], Slice(opens.start("who"), closes.end())
    for found in phrase("gap-of-adjective").finditer(text, start, sentence.end) if act.subject.is_council else ():
        place, closes = by_adjective(found["last"]), phrase("gap-closes").match(text, found.end("last"), sentence.end)
        if place and closes:
            yield place, Slice(found.start("last"), closes.end())


def _is_yet_to_come(context: Context, act: Act, part: Slice) -> bool:
    """Whether a month or day without a verb lies ahead of the paper: "…, v Gorjah pa decembra", written in October."""
    written, text = context.paper.date, act.verb.passage.text
    if written is None or act.status == EventStatus.SCHEDULED:
        return False
    days = tags_between(act.verb.passage, "date", part.start, part.end)
    if any(day.value > written.isoformat() for day in days):
        return True
    month = phrase("gap-month").search(text, part.start, part.end)
    if month is None or days:
        return False
    return 0 < (months()[fold(month["month"])] - written.month) % 12 <= MONTHS_AHEAD
