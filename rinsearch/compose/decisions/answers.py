"""Acts that decide nothing themselves: words that lead to resolutions below, and results of what was proposed above."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.business.business import is_about_plan
from rinsearch.compose.paper import Paper
from rinsearch.compose.verbs.moved import is_moved
from rinsearch.compose.verbs.resolutions import is_worded
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Context
from rinsearch.compose.votes import outcome_in
from rinsearch.records import DocumentKind, EventStatus, PassageKind
from rinsearch.taxonomy.phrases import phrase


def announces(paper: Paper, act: Act) -> bool:
    """Whether the words only lead to resolutions that stand below: "Svet je sprejel naslednji sklep:"."""
    if act.verb.says not in (EventStatus.ADOPTED, EventStatus.ACKNOWLEDGED) or act.verb.passage.kind is PassageKind.ROW:
        return False
    if paper.kind is DocumentKind.REGULATION and act.mention is None:
        return False  # "je Občinski svet na 4. seji sprejel", and below it the ordinance itself
    if phrase("name-before-result").search(act.verb.passage.text, act.verb.sentence.start, act.verb.start):
        return False  # "Rebalans 2017: SPREJETO"
    statement = act.verb.statement
    if (act.names_plan and not _names_beforehand(act)) or (act.reported and act.verb.begins_entry):
        return False
    open_ended = statement.rstrip(" *").endswith((":", ",")) or statement[-1:].isalnum()
    led = phrase("announces-resolution").search(statement) if open_ended else None
    return bool(led) or bool(phrase("title-of-resolutions").search(statement))


def _names_beforehand(act: Act) -> bool:
    """Whether the plan is only named before a verb that announces: "Pri točki »RIN« je bil sprejet sklep:"."""
    before = act.mention is not None and act.mention.start < act.verb.start
    return before and bool(phrase("announces-with-name").search(act.verb.statement))


def is_answer(context: Context, earlier: Sequence[Act], act: Act) -> bool:
    """Whether an act only says what became of a proposal above, or of the motion right before it."""
    last = earlier[-1] if earlier else None
    if not act.is_result or act.reported:
        return act.is_result and last is not None and _is_result_told(last, act)
    motion = (
        last is not None
        and last.verb.says in PROCEDURE
        and (last.recommended or last.verb.is_noun or is_moved(last.verb))
    )
    topics = context.topics
    motion = motion and not _is_settled(last, act)
    if motion and last and topics[last.verb.passage.id].heading is topics[act.verb.passage.id].heading:
        return True
    if phrase("result-of-noting").search(act.verb.statement):
        earlier = [each for each in earlier if not each.recommended]  # it says itself what somebody had proposed
    return _has_proposal(context, earlier, act) or is_worded(context, act.verb.passage, act.verb.sentence.start)


def _is_result_told(told: Act, act: Act) -> bool:
    """Whether a result only ends what is told of councils: "…, da so z načrtom seznanjeni. Sprejeto."."""
    same = told.municipalities == act.municipalities and told.verb.passage.id == act.verb.passage.id
    return same and told.reported and told.status in SUBSTANCE and act.status == EventStatus.ADOPTED


def _is_settled(motion: Act | None, result: Act) -> bool:
    """Whether a motion has its result in its own sentence, so that the next one is of the resolution on the plan."""
    told = motion is not None and outcome_in(motion.verb.statement) is not None
    return told or bool(phrase("result-of-noting").search(result.verb.statement))


def _has_proposal(context: Context, earlier: Sequence[Act], act: Act) -> bool:
    """Whether something stands above in the same item that a result can be the result of."""
    heading = context.topics[act.verb.passage.id].heading
    return any(
        context.topics[each.verb.passage.id].heading is heading
        and (each.status in (*SUBSTANCE, EventStatus.PROPOSED) or _puts_off(each))
        and not (announces(context.paper, each) or each.reported or _is_apart(context, each))
        for each in earlier
    )


def _is_apart(context: Context, act: Act) -> bool:
    """Whether no result is that of an act: a committee's about the plan, or a result ("Predlog ni bil sprejet.")."""
    about_plan = act.plan is not None and act.plan.plan is not None
    refused = act.is_anothers and act.status == EventStatus.REJECTED and not is_about_plan(context, act.verb.passage)
    return act.is_anothers if about_plan else act.is_result or refused


def _puts_off(act: Act) -> bool:
    """Whether an item was put off or withdrawn here, and not only moved to be."""
    return act.status in PROCEDURE and not (act.reported or act.recommended or act.verb.is_noun)
