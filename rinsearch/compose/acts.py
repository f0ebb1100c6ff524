"""What a verb shows where it stands: whose act, about which plan, and whether it is decided, proposed or reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rinsearch.clauses import Slice, clauses, enclosing
from rinsearch.compose.paper import COUNCIL, Paper, tags_between
from rinsearch.compose.plans import Mention, Plans, Resolved
from rinsearch.compose.subjects import Subject, is_relative, subject_of
from rinsearch.compose.topics import Topic, agenda_topic
from rinsearch.records import DocumentKind, EventStatus, Municipality, Object, Passage, Tag
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import outcomes, qualifiers

DECIDING = frozenset({DocumentKind.MINUTES, DocumentKind.DECISION})
SUBSTANCE = frozenset({EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED, EventStatus.REJECTED})

PROCEDURE = frozenset({EventStatus.POSTPONED, EventStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Act:
    """A verb judged: ``says`` is what the words alone say, ``status`` what they show here."""

    passage: Passage
    sentence: Slice
    clause: Slice
    tag: Tag
    subject: Subject
    says: EventStatus
    status: EventStatus
    plan: Resolved | None
    mention: Mention | None
    municipalities: tuple[Municipality, ...]
    reported: bool
    recommended: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What judging needs besides the sentence."""

    paper: Paper
    plans: Plans
    topics: Mapping[str, Topic]
    leads: Mapping[str, str]


def judge(context: Context, passage: Passage, sentence: Slice, tag: Tag) -> tuple[Act, ...]:
    """The acts that a verb shows: one for each plan it is about (none where it shows nothing)."""
    clause = enclosing(clauses(passage.text, sentence.start, sentence.end), tag.evidence.start)
    says = EventStatus(tag.value)
    marks = _marks(context, passage, sentence, clause, tag)
    subject = subject_of(passage, sentence, tag.evidence.start)
    if subject.kind == "none" and is_relative(passage.text, clause):
        return ()  # "načrt, ki je bil oktobra vrnjen": told of the plan, not done here
    owners, reported = _owners(context.paper, subject)
    status = _status(context.paper, _Verb(passage, sentence, clause, says, marks, subject, reported))
    if status is None:
        return ()
    mention, resolved = _object(context, passage, sentence, clause, tag)
    advised = "recommended" in marks
    return tuple(
        Act(passage, sentence, clause, tag, subject, says, status, each, mention, owners, reported, advised)
        for each in resolved
    )


@dataclass(frozen=True, slots=True)
class _Verb:
    passage: Passage
    sentence: Slice
    clause: Slice
    says: EventStatus
    marks: frozenset[str]
    subject: Subject
    reported: bool

    @property
    def words(self) -> str:
        """The clause."""
        return self.passage.text[self.clause.start : self.clause.end]


# --- qualifiers -------------------------------------------------------------------------------------------------------


def _marks(context: Context, passage: Passage, sentence: Slice, clause: Slice, tag: Tag) -> frozenset[str]:
    """The names of the qualifiers that hold for a verb."""
    above = " \n ".join((*passage.section[-2:], context.leads.get(passage.id, ""), sentence.lead)).lower()
    verb = tag.evidence.start
    before = f"{sentence.lead} {passage.text[sentence.start : verb]}".lower()
    inside = passage.text[clause.start : clause.end].lower()
    places = {"heading": above, "before": _governing(before), "clause": inside}
    return frozenset(each.name for each in qualifiers() if each.pattern.search(places[each.where]))


def _governing(before: str) -> str:
    """The part of a sentence that governs a clause with "da": what stands before that word."""
    parts = phrase("clause-governed").split(before)
    wish = phrase("wish").search(before) if len(parts) > 1 else None
    return " ".join(parts[:-1]) + (f" {wish.group()}" if wish else "")


def is_proposal(text: str) -> bool:
    """Whether a heading or lead-in announces a proposal."""
    lower = text.lower()
    return any(q.where == "heading" and q.pattern.search(lower) for q in qualifiers())


# --- status -----------------------------------------------------------------------------------------------------------


def _status(paper: Paper, verb: _Verb) -> EventStatus | None:
    """What the verb shows in a paper of this kind, or nothing."""
    if verb.says == EventStatus.REQUESTED or verb.marks & {"conditional", "not-yet", "requested"}:
        return None
    if "future" in verb.marks:
        own_council = verb.subject.is_council and not verb.reported
        return EventStatus.SCHEDULED if own_council and not verb.marks & {"proposed", "recommended"} else None
    if "negated" in verb.marks and verb.says in (EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED):
        return None
    if verb.marks & {"proposed", "recommended"}:
        return EventStatus.PROPOSED if verb.says in SUBSTANCE else None
    if verb.subject.kind == "other" or paper.kind in DECIDING:
        return verb.says
    return _outside_of_minutes(paper, verb)


def _outside_of_minutes(paper: Paper, verb: _Verb) -> EventStatus | None:
    """In a memo or a letter only a report of the past decides; the present tense there is still a proposal."""
    past = bool(phrase("past").search(verb.words))
    if verb.reported:
        return verb.says if past else None
    if paper.kind in (DocumentKind.MEMO, DocumentKind.AGENDA):
        dated = _dated(verb)
        if past and dated and not phrase("resolution").search(" ".join(verb.passage.section[-1:])):
            return verb.says
        return EventStatus.PROPOSED if verb.says in SUBSTANCE and (not past or _under_resolution(verb)) else None
    if verb.says == EventStatus.SCHEDULED:
        return verb.says
    return verb.says if past and verb.subject.is_council else None


def _under_resolution(verb: _Verb) -> bool:
    return bool(phrase("resolution").search(f"{' '.join(verb.passage.section[-1:])} {verb.sentence.lead}"))


def _dated(verb: _Verb) -> bool:
    """Whether the sentence says when it was: a date, a session, "že"."""
    reach = (verb.sentence.start, verb.sentence.end)
    tags = [tag for label in ("date", "session") for tag in tags_between(verb.passage, label, *reach)]
    return bool(tags) or bool(phrase("already").search(verb.passage.text[verb.sentence.start : verb.sentence.end]))


def _owners(paper: Paper, subject: Subject) -> tuple[tuple[Municipality, ...], bool]:
    """Whose act it is, and whether the paper only reports it of other municipalities."""
    others = tuple(each for each in subject.municipalities if each != paper.issuer)
    if others and subject.kind != "other":
        return others, True
    if subject.kind == "councils":
        return (), True  # "občinski sveti v regiji": nobody is named
    return _own(paper) if paper.body == COUNCIL else (), False


def _own(paper: Paper) -> tuple[Municipality, ...]:
    return (paper.issuer,) if paper.issuer else ()


# --- object -----------------------------------------------------------------------------------------------------------


def _object(
    context: Context, passage: Passage, sentence: Slice, clause: Slice, tag: Tag
) -> tuple[Mention | None, tuple[Resolved | None, ...]]:
    """The plan that a verb is about: named in its sentence, referred back to, or none."""
    words = passage.text[sentence.start : sentence.end]
    mention = _named(context, passage, sentence, tag) or _referred(context, passage, sentence, clause, tag)
    if mention is None or is_other_vote(words):
        return None, (None,)
    return mention, context.plans.resolve(mention)


def _named(context: Context, passage: Passage, sentence: Slice, tag: Tag) -> Mention | None:
    """The first name behind the verb, else the last one before it."""
    here = [
        m for m in context.plans.mentions if m.passage.id == passage.id and sentence.start <= m.start < sentence.end
    ]
    behind = [m for m in here if m.start >= tag.evidence.start]
    if behind:
        return behind[0]
    return here[-1] if here else None


def _referred(context: Context, passage: Passage, sentence: Slice, clause: Slice, tag: Tag) -> Mention | None:
    words = passage.text[clause.start : clause.end]
    topic = context.topics[passage.id]
    point = phrase("point-referred").search(words)
    if point:
        number = next(group for group in point.groups() if group)
        meant = topic if topic.number == number else agenda_topic(context.topics, number)
        return meant.reference if meant else None
    informed = (
        phrase("information").search(words) and topic.heading and phrase("information").search(topic.heading.text)
    )
    it = tag.value in PROCEDURE and phrase("pronoun").search(words)
    if not (phrase("anaphora").search(words) or informed or it):
        return None
    earlier = [m for m in context.plans.mentions if m.passage.id == passage.id and m.start < sentence.start]
    return earlier[-1] if earlier else _subject(context, topic)


def _subject(context: Context, topic: Topic) -> Mention | None:
    """In a memo or letter "načrt" is the plan of its subject, whatever plan a section speaks of; else the item's."""
    if context.paper.kind in (DocumentKind.MEMO, DocumentKind.LETTER) or (not topic.mentions and _single(context)):
        return next((mention for mention in context.plans.mentions if mention.object != Object.OTHER), None)
    return topic.reference


def _single(context: Context) -> bool:
    """An agenda with one item about a plan: what it tells elsewhere of "the item" is about this one."""
    agendas = {id(topic.heading) for topic in context.topics.values() if topic.in_agenda and topic.mentions}
    return context.paper.kind == DocumentKind.AGENDA and len(agendas) == 1


# --- results ----------------------------------------------------------------------------------------------------------


def is_other_vote(text: str) -> bool:
    """Whether a vote is about procedure, an amendment or a counter-proposal, not about the resolution itself."""
    return bool(phrase("other-vote").search(text))


def outcome_in(text: str) -> str | None:
    """What became of a proposal, if the text says so: accepted or rejected."""
    lower = text.lower()
    return next((each.outcome for each in outcomes() if each.pattern.search(lower)), None)


def strongest(acts: Iterable[Act]) -> Act:
    """Of several verbs in one sentence the one that counts: "se seznani in soglaša" is adopted."""
    order = (
        EventStatus.WITHDRAWN,
        EventStatus.POSTPONED,
        EventStatus.REJECTED,
        EventStatus.ADOPTED,
        EventStatus.ACKNOWLEDGED,
    )
    return min(acts, key=lambda act: order.index(act.says) if act.says in order else len(order))
