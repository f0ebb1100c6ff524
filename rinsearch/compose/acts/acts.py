"""What a verb shows where it stands: whose act, about which plan, and whether it is decided, proposed or reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rinsearch.clauses import Slice
from rinsearch.compose.acts.asked import as_answered
from rinsearch.compose.acts.carriers import BARE, LIKEWISE, carries
from rinsearch.compose.acts.of_place import is_of_nobody
from rinsearch.compose.acts.plans_of_work import is_planned
from rinsearch.compose.acts.quotations import is_quoted
from rinsearch.compose.acts.readings import ADVISED, Reading
from rinsearch.compose.acts.references import object_of
from rinsearch.compose.acts.shared_names import of_region
from rinsearch.compose.acts.statuses import status_of
from rinsearch.compose.paper import COUNCIL, tags_between
from rinsearch.compose.plans.plans import Mention, Resolved
from rinsearch.compose.subjects.carried import carried_on, of_dateline, of_title
from rinsearch.compose.subjects.clause_kinds import is_main, is_relative
from rinsearch.compose.subjects.goes_on import is_of_another_matter
from rinsearch.compose.subjects.hearsay import is_hearsay
from rinsearch.compose.subjects.joint_sessions import of_joint_session
from rinsearch.compose.subjects.led import led_to, of_entry_led
from rinsearch.compose.subjects.owners import owners_of, told_of_own_council
from rinsearch.compose.subjects.places import at_beginning, place_before
from rinsearch.compose.subjects.subjects import Subject, subject_of
from rinsearch.compose.verbs.boxes import is_left_empty
from rinsearch.compose.verbs.entries import is_of_entry, tells_standing
from rinsearch.compose.verbs.likewise import verb_before
from rinsearch.compose.verbs.marks import between_joints, is_presented, marks_of
from rinsearch.compose.verbs.objects import REVOKING, names_nothing
from rinsearch.compose.verbs.resolutions import heads_resolution, opens_resolution
from rinsearch.compose.verbs.verbs import DECIDING, OF_MAYORS, PROCEDURE, SUBSTANCE, Context, Verb, verbs_of
from rinsearch.compose.votes import outcome_in
from rinsearch.records import DocumentKind, EventStatus, Municipality
from rinsearch.taxonomy.phrases import phrase

# Of two verbs in a sentence the first of these counts: "se seznani in soglaša" is adopted.
STRONGEST = (
    EventStatus.WITHDRAWN,
    EventStatus.POSTPONED,
    EventStatus.REJECTED,
    EventStatus.ADOPTED,
    EventStatus.ACKNOWLEDGED,
)

NOT_NOTED = "decision.ne-seznaniti-se-in-vrniti"
WITHOUT_SUPPORT = frozenset({"decision.ne-sprejeti", "decision.ni-sprejel"})  # beside a taking note
RETURNED = frozenset({"decision.vrniti-v-dopolnitev", "decision.vrniti-da-se-dopolni"})


@dataclass(frozen=True, slots=True)
class Act:
    """A verb judged: ``verb.says`` is what the words alone say, ``status`` what they show here.

    It is ``quoted`` where a letter or news has just said that these are the words of a resolution.
    """

    verb: Verb
    subject: Subject
    status: EventStatus
    plan: Resolved | None
    mention: Mention | None
    municipalities: tuple[Municipality, ...]
    reported: bool
    recommended: bool
    quoted: bool = False

    @property
    def names_plan(self) -> bool:
        """Whether the plan's name stands in the sentence itself."""
        if self.mention is None or self.mention.passage.id != self.verb.passage.id:
            return False
        return self.verb.sentence.start <= self.mention.start < self.verb.sentence.end

    @property
    def is_result(self) -> bool:
        """ "Sklep je bil sprejet" says what became of the proposal above, and decides nothing by itself."""
        if self.names_plan or self.verb.says not in SUBSTANCE:
            return False
        if self.verb.is_resolved:
            return phrase("finds-result").search(self.verb.statement) is not None
        bare = self.subject.kind == "none" and self.verb.tag.evidence.rule in BARE and names_nothing(self.verb)
        return bare or self.is_count or outcome_in(self.verb.statement) is not None

    @property
    def is_count(self) -> bool:
        """ "Sklep je potrdilo 18 svetnikov" says of the resolution above how it was voted on."""
        if self.names_plan or self.verb.says != EventStatus.ADOPTED or not self.verb.beside("vote"):
            return False
        return phrase("result-voted").search(self.verb.statement) is not None

    @property
    def is_anothers(self) -> bool:
        """Another body's act; but a mayor can put an item on the agenda, put it off or withdraw it."""
        if self.status == EventStatus.WITHDRAWN and phrase("mover").match(self.subject.words):
            return False
        return self.subject.kind == "other" or (self.subject.kind == "mayor" and self.status not in OF_MAYORS)


def sentences_with(acts: Iterable[Act]) -> Mapping[str, list[Slice]]:
    """The sentences in which acts stand, by the passage's id."""
    found: defaultdict[str, list[Slice]] = defaultdict(list)
    for act in acts:
        found[act.verb.passage.id].append(act.verb.sentence)
    return dict(found)


def acts_of(context: Context) -> list[Act]:
    """The acts of a paper, in its order; of several verbs in a sentence the one that counts."""
    found: list[Act] = []
    for passage in context.paper.passages:
        for verbs in verbs_of(passage):
            found += _of_sentence(act for verb in verbs if not carries(verb, verbs) for act in _judged(context, verb))
    return found


def _of_sentence(acts: Iterable[Act]) -> Iterator[Act]:
    """One act for each owner, plan and matter of a sentence: the verb that counts."""
    groups: dict[object, list[Act]] = {}
    told = list(acts)
    moved = any(each.verb.says in PROCEDURE for each in told)
    revoked = any(each.verb.tag.evidence.rule in REVOKING for each in told)
    for act, matter in _with_matters(told):
        own = act.subject.is_council or act.subject.kind == "none"
        key = (act.municipalities, act.plan, own, act.reported, matter, moved and _is_done_before(act.verb, revoked))
        groups.setdefault(key, []).append(act)
    return (_counting(group) for group in groups.values())


def _is_done_before(verb: Verb, revoked: bool) -> bool:
    """Whether a council took note before what the sentence puts off: "Točka se umakne, ker se je svet že seznanil".

    A sentence that revokes a resolution may say of what it was: "Sklep, s katerim se je svet že seznanil, se prekliče".
    """
    before = verb.says == EventStatus.ACKNOWLEDGED and verb.is_past and bool(phrase("already").search(verb.words))
    return before and not (revoked and not phrase("because-clause").match(verb.passage.text, verb.clause.start))


def _counting(group: Sequence[Act]) -> Act:
    """The act that counts; "se seznanja in ga ne podpira" is a taking note, and lost no vote."""
    noted = [act for act in group if act.status == EventStatus.ACKNOWLEDGED]
    strongest = min(group, key=lambda act: (_strength(act), act.status == EventStatus.PROPOSED))  # "… in je to storil"
    rule, words = strongest.verb.tag.evidence.rule, strongest.verb.words
    put = rule in WITHOUT_SUPPORT or phrase("proposal-supported").search(words)  # "je predlog podprl in se seznanil"
    return noted[0] if noted and (put or _tells_vote(noted[0].verb, strongest.verb)) else strongest


def _tells_vote(noted: Verb, verb: Verb) -> bool:
    """Whether a verb only says how the vote behind another ended: "se je seznanil z načrtom -> 11 za, sprejeto"."""
    votes = tags_between(verb.passage, "vote", noted.tag.evidence.end, verb.start)
    return verb.tag.evidence.rule in BARE and verb.says == EventStatus.ADOPTED and bool(votes)


def _with_matters(acts: Sequence[Act]) -> Iterator[tuple[Act, int]]:
    """Each act with the number of the matter that it is about, where what is told of names one with each verb.

    As in "Svet je potrdil zaključni račun in zavrnil vlogo društva", not in "se je seznanil s poročilom in ga potrdil".
    """
    matter, named = 0, False
    for act in acts:
        other = act.plan is None and act.verb.is_past and _names_matter(act.verb)
        matter += other and named
        named = named or other
        yield act, matter if act.plan is None else 0


def _names_matter(verb: Verb) -> bool:
    """Whether a document or matter is named between the "in" before a verb and the one behind it."""
    return bool(phrase("business").search(verb.passage.text, *between_joints(verb)))


def _strength(act: Act) -> float:
    if act.verb.tag.evidence.rule == NOT_NOTED:
        return -1  # "ni se seznanil, vrnjeno v dopolnitev" is rejected, and not put off
    if act.verb.tag.evidence.rule in RETURNED:
        return STRONGEST.index(EventStatus.REJECTED) + 0.5  # so is what is not adopted and therefore returned
    return STRONGEST.index(act.verb.says) if act.verb.says in STRONGEST else len(STRONGEST)


def _judged(context: Context, verb: Verb) -> tuple[Act, ...]:
    """The acts that a verb shows: one for each plan it is about (none where it shows nothing)."""
    verb, said = _as_before(context, verb)
    if opens_resolution(context, verb):
        return ()
    if (verb.tag.evidence.rule in LIKEWISE and said is verb) or is_left_empty(context, verb):
        return ()
    if is_planned(context, verb) or (is_of_entry(verb) and not tells_standing(context, verb)):
        return ()
    marks = as_answered(context, verb, marks_of(context, verb))
    if verb.is_noun and not is_presented(context, verb, marks):
        return ()
    subject = _placed(context, verb, of_region(context, verb, carried_on(context, verb, subject_of(verb))))
    if is_of_nobody(context, verb, subject):
        return ()
    if subject.kind == "none" and (
        is_relative(verb.passage.text, verb.clause) or is_hearsay(context, verb, subject, marks)
    ):
        return ()  # "načrt, ki je bil oktobra vrnjen": told of the plan, not done here
    if context.paper.body != COUNCIL and subject.kind == "council" and _is_advice(context, verb):
        marks |= {"recommended"}
    owners, reported = owners_of(context.paper, subject, "recommended" in marks)
    if not owners and not marks & ADVISED and (own := told_of_own_council(context.paper, subject, verb)):
        owners, reported = own, True
    earlier = not reported and context.tells_earlier(verb.passage) and not _is_about_earlier(context, verb)
    quoted = not reported and is_quoted(context, verb)
    status = status_of(context.paper, Reading(verb, marks, subject, reported, earlier, quoted))
    if status is None:
        return ()
    mention, resolved = (None, (None,)) if _opens_ordinance(context, verb) else object_of(context, said)
    advised = "recommended" in marks
    told = reported or earlier
    return tuple(Act(verb, subject, status, each, mention, owners, told, advised, quoted) for each in resolved)


def _is_advice(context: Context, verb: Verb) -> bool:
    """Whether a committee words what the council is to resolve: "Občinski svet se seznani", "SKLEP: Svet se je …"."""
    if verb.is_finite and not verb.is_past:
        return True
    leads = (verb.sentence.lead, context.above(verb.passage))
    return any(heads_resolution(each) or phrase("offers-to-council").search(each) for each in leads if each)


def _opens_ordinance(context: Context, verb: Verb) -> bool:
    """Whether it leads to an ordinance, and names among its grounds what it is not about: "na podlagi … je sprejel"."""
    ordinance = context.paper.kind is DocumentKind.REGULATION
    return ordinance and bool(phrase("announces-resolution").search(verb.statement))


def _is_about_earlier(context: Context, verb: Verb) -> bool:
    """Whether the session at hand resolves on the minutes of the last one, or on the report on its resolutions."""
    return context.paper.kind in DECIDING and bool(phrase("minutes-or-resolutions").search(verb.statement))


def _as_before(context: Context, verb: Verb) -> tuple[Verb, Verb]:
    """A verb that says "enako" with the meaning of the one before it, and that one; any other verb twice."""
    before = verb_before(context, verb) if verb.tag.evidence.rule in LIKEWISE else None
    if before is None or (subject_of(before).municipalities and not subject_of(verb).municipalities):
        return verb, verb  # "V Trbovljah so se z njim seznanili, svet je to storil oktobra": the same council
    return replace(verb, tag=replace(verb.tag, value=before.tag.value)), before


def _placed(context: Context, verb: Verb, subject: Subject) -> Subject:
    """A subject without a place in a paper that is of no municipality: the place of the sentence before."""
    together = subject.kind == "councils" and not subject.municipalities and (is_main(verb) or verb.is_resolved)
    if together and context.paper.kind in DECIDING:
        return replace(subject, municipalities=of_joint_session(context.paper))
    if subject.municipalities or subject.kind not in ("none", "council"):
        return subject
    led = led_to(verb)
    if context.paper.issuer or led:
        return replace(subject, municipalities=led)
    apart = is_relative(verb.passage.text, verb.clause) or is_of_another_matter(verb)
    found = () if apart else at_beginning(verb.passage, verb.sentence, verb.clause)
    found = found or of_entry_led(verb)
    if not found and phrase("past").search(verb.statement):
        found = place_before(verb) or of_title(context, verb, subject) or of_dateline(context, verb, subject)
    return replace(subject, municipalities=found) if len(found) == 1 else subject
