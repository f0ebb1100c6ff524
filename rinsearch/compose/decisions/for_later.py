"""Whether what a council announces for another day puts off the item at hand: "Točka se uvrsti na 25. sejo.".

Elsewhere, and beside a decision of the same item, it only says that a session has the plan on its agenda.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.ballots import Ballot
from rinsearch.compose.paper import COUNCIL
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.subjects.clause_kinds import is_main
from rinsearch.compose.subjects.joint_sessions import of_joint_session
from rinsearch.compose.verbs.resolutions import heads_resolution
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context
from rinsearch.records import EventStatus
from rinsearch.taxonomy.phrases import phrase


def is_for_later(context: Context, act: Act, ballot: Ballot) -> bool:
    """Whether the council resolves to deal with the plan at another time: "Sklep: Svet se bo seznanil, ko bo …"."""
    if act.status != EventStatus.SCHEDULED or act.verb.says == EventStatus.SCHEDULED or act.reported or ballot.is_lost:
        return False
    topic = context.topics[act.verb.passage.id]
    own = _is_own(context, act) and (topic.number is None or topic.is_on_plan)  # "Program dela" plans it for December
    own = own and not phrase("only-if").search(act.verb.statement)  # "če ga bo prejel": nothing is settled
    leads = (act.verb.sentence.lead, context.above(act.verb.passage), *act.verb.passage.section[-1:])
    return own and (ballot.is_won or act.verb.is_resolved or any(heads_resolution(each) for each in leads if each))


def as_put_off(context: Context, act: Act, ballot: Ballot, acts: Iterable[Act]) -> Act:
    """An act that puts an item on the plan on another day, as putting it off, where nothing else was decided in it."""
    here = _is_joint(context, act) if act.reported else _is_own(context, act)
    moved = act.status == EventStatus.SCHEDULED and act.verb.says not in SUBSTANCE and not ballot.is_lost
    if not (here and moved and (is_main(act.verb) or act.verb.is_resolved)):
        return act  # "Županja je povedala, da bo svet o načrtu odločal januarja."
    topic, statement = context.topics[act.verb.passage.id], act.verb.statement
    if not topic.is_on_plan or phrase("only-if").search(statement) or phrase("another-text").search(statement):
        return act
    if any(_decides(context, each, topic) for each in acts if {*each.municipalities} & {*act.municipalities}):
        return act
    return replace(act, status=EventStatus.POSTPONED)


def _is_own(context: Context, act: Act) -> bool:
    decides = context.paper.kind in DECIDING and context.paper.body == COUNCIL
    return decides and act.subject.kind in ("council", "none")


def _is_joint(context: Context, act: Act) -> bool:
    """Whether it is told of a council that sat together with others: "Vuzenica: svet bo o povzetku sklepal aprila"."""
    return bool(act.municipalities) and {*act.municipalities} <= {*of_joint_session(context.paper)}


def _decides(context: Context, act: Act, topic: Topic) -> bool:
    """Whether an act of the item settles what becomes of the plan; that a resolution was adopted settles nothing."""
    settled = act.status in PROCEDURE or act.status in SUBSTANCE
    settled = settled and (act.status == EventStatus.REJECTED or (act.plan is not None and not act.is_result))
    own = settled and not (act.is_anothers or act.recommended)
    return own and context.topics[act.verb.passage.id].heading is topic.heading
