"""One text on which several councils vote apart: its words say what each did, the entries below only how it voted.

As in the minutes of a joint session: "Glasujejo o istem besedilu: »Občinski svet se seznani z načrtom.«", and below it
"Občinski svet Občine Lenart: 16 za, sklep je sprejet".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.verbs.verbs import DECIDING, SUBSTANCE, Context
from rinsearch.records import EventStatus


def with_common_text(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts, with what each council adopted by its vote as what the common text says."""
    joint = context.paper.kind in DECIDING and context.paper.issuer is None
    return list(_as_worded(context, acts) if joint else acts)


def _as_worded(context: Context, acts: Sequence[Act]) -> Iterator[Act]:
    text: Act | None = None
    for act in acts:
        if act.names_plan and act.subject.kind == "council" and not act.municipalities and act.status in SUBSTANCE:
            text = act
        elif text and act.municipalities and _tells_result(act) and _same_item(context, text, act):
            status = text.status if act.status == EventStatus.ADOPTED else act.status
            yield replace(act, status=status, plan=text.plan, mention=text.mention)
            continue
        yield act


def _tells_result(act: Act) -> bool:
    """Whether an entry tells only how a council voted."""
    return act.is_result and act.verb.is_entry and not act.is_anothers


def _same_item(context: Context, first: Act, second: Act) -> bool:
    return context.topics[first.verb.passage.id].number == context.topics[second.verb.passage.id].number
