"""Why a verb is no acknowledgement of a plan: proposed, another body's, reported, about something else, undecided.

Each objection is a function of the judged verb; their order in `OBJECTIONS` is the order in which they are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.references import object_of
from rinsearch.compose.paper import COUNCIL
from rinsearch.compose.subjects.clause_kinds import is_relative
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.records import Decision, DocumentKind, Event, EventStatus, Object
from rinsearch.records.explained import Reason
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import qualifiers

TAKING_NOTE = ("acknowledged", "adopted")
UNDECIDED = ("unclear", "")
Said = tuple[str, str]  # the code of a reason, and the words of the paper that decided


@dataclass(frozen=True, slots=True)
class _Judged:
    context: Context
    verb: Verb
    acts: Sequence[Act]
    entry: Decision | Event | None

    @property
    def own(self) -> tuple[Act, ...]:
        """The acts of the verb itself, among those of its sentence."""
        return tuple(act for act in self.acts if act.verb.tag == self.verb.tag)

    @property
    def taken_note(self) -> bool:
        """Whether it is what a council took note of, or adopted."""
        return isinstance(self.entry, Decision) and self.entry.status in TAKING_NOTE and not self.entry.revokes


def reason(code: str, quote: str = "") -> Reason:
    """A reason with its words in Slovene; in the data, «» stands for the quote."""
    words = str(toml("labels.toml")["reasons"].get(code, code))
    short = " ".join(quote.split())
    return Reason(code, words.replace("«»", f"»{short}«") if short else words.replace(" «»", ""), short)


def objections(context: Context, verb: Verb, acts: Sequence[Act], entry: Decision | Event | None) -> tuple[Reason, ...]:
    """All objections to a verb; none only where it is an acknowledgement (or adoption) of a plan itself.

    ``acts`` are those of its sentence, ``entry`` is the decision or event that the verb gives.
    """
    judged = _Judged(context, verb, acts, entry)
    found = [said for objects in OBJECTIONS for said in objects(judged)]
    if not found and not judged.taken_note:
        found = [UNDECIDED]
    return tuple(reason(*said) for said in dict.fromkeys(found))


# --- of what kind of words --------------------------------------------------------------------------------------------


def _meaning(judged: _Judged) -> Iterator[Said]:
    """The verb itself says something else than that somebody took note."""
    says = judged.verb.says
    if judged.entry and isinstance(judged.entry, Decision) and judged.entry.revokes:
        yield "revoked", judged.verb.tag.evidence.quote
    elif says.value not in TAKING_NOTE:
        yield f"says-{says.value}", judged.verb.tag.evidence.quote


def _qualified(judged: _Judged) -> Iterator[Said]:
    """Words around the verb change what it shows; a vote in minutes may have settled a proposal."""
    if judged.taken_note:
        return
    for name in sorted(marks_of(judged.context, judged.verb)):
        yield name, matched(judged.context, judged.verb, name)


def matched(context: Context, verb: Verb, name: str) -> str:
    """The words around a verb by which a qualifier holds."""
    lead, passage = verb.sentence.lead, verb.passage
    above = " \n ".join((*passage.section[-2:], context.above(passage), lead))
    before = f"{lead} {passage.text[verb.sentence.start : verb.start]}"
    for each in qualifiers():
        text = {"heading": above, "before": before, "sentence": verb.statement}.get(each.where, verb.words)
        found = each.pattern.search(text.lower()) if each.name == name else None
        if found:
            return " ".join(text[found.start() : found.end()].split())
    return ""


def _result(judged: _Judged) -> Iterator[Said]:
    if judged.entry and judged.entry.status == "rejected" and judged.verb.says.value in TAKING_NOTE:
        yield "lost", next((each.quote for each in judged.entry.grounds), "")
    elif not judged.entry and any(act.is_result for act in judged.own):
        yield "result", judged.verb.tag.evidence.quote


# --- whose act --------------------------------------------------------------------------------------------------------


def _body(judged: _Judged) -> Iterator[Said]:
    subject, paper = subject_of(judged.verb), judged.context.paper
    if judged.taken_note:
        return
    if subject.kind in ("other", "mayor"):
        yield "other-body", subject.words
    elif subject.kind == "municipality":
        yield "municipality", subject.words
    elif subject.kind == "councils" and not subject.municipalities:
        yield "no-council-named", subject.words
    elif paper.body != COUNCIL:
        yield "committee-paper", paper.body
    elif not judged.entry and not subject.municipalities and paper.issuer is None:
        yield "nobody", ""


def _told(judged: _Judged) -> Iterator[Said]:
    """Told of the plan or by somebody, without a body that does it."""
    verb = judged.verb
    if judged.entry or subject_of(verb).kind != "none":
        return
    if is_relative(verb.passage.text, verb.clause):
        yield "relative", verb.words
    elif phrase("subordinate-clause").match(verb.passage.text, verb.clause.start):
        yield "told", verb.words


# --- about what -------------------------------------------------------------------------------------------------------


def _object(judged: _Judged) -> Iterator[Said]:
    mention, resolved = object_of(judged.context, judged.verb)
    if mention is None:
        yield "no-plan", ""
    elif mention.object == Object.DRAFT:
        yield "draft", mention.tag.evidence.quote
    elif mention.object == Object.REPORT:
        yield "report", mention.tag.evidence.quote
    elif not mention.is_plan:
        yield "other-document", mention.tag.evidence.quote
    elif all(each is None or each.plan is None for each in resolved):
        yield "unknown-plan", mention.tag.evidence.quote


# --- in which paper ---------------------------------------------------------------------------------------------------


def _paper(judged: _Judged) -> Iterator[Said]:
    kind = judged.context.paper.kind
    if judged.taken_note or kind in DECIDING:
        return
    if kind == DocumentKind.PLAN:
        yield "own-plan", ""
    elif judged.entry is None or judged.entry.status == EventStatus.PROPOSED.value:
        yield f"paper-{kind.value}", ""


def _overruled(judged: _Judged) -> Iterator[Said]:
    """Judged, and yet no entry: another verb of the sentence or a later decision counts."""
    if judged.entry:
        return
    named = [act for act in judged.own if act.municipalities and act.plan and act.plan.plan]
    if any(act.status == EventStatus.PROPOSED for act in named):
        yield "overtaken", ""
    elif not judged.own and judged.acts:
        yield "another-verb", judged.acts[0].verb.tag.evidence.quote


OBJECTIONS: tuple[Callable[[_Judged], Iterator[Said]], ...] = (
    _meaning,
    _qualified,
    _result,
    _body,
    _told,
    _object,
    _paper,
    _overruled,
)
