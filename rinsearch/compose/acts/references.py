"""What a verb is about: the plan named in its sentence, or the one that its words refer back to."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.clauses import Slice, clauses, enclosing, sentences
from rinsearch.compose.acts.coordinated import is_of_neighbour
from rinsearch.compose.acts.item_numbers import called_by_number, is_part, item_of, named_under, of_several
from rinsearch.compose.acts.item_plans import (
    is_information,
    last_of_several,
    named_above,
    noted_by_letter,
    plan_of_subject,
    reported_on,
)
from rinsearch.compose.acts.named import named_in_sentence
from rinsearch.compose.acts.of_pair import both, by_order, pair_meant
from rinsearch.compose.acts.of_place import is_of_item
from rinsearch.compose.acts.other_items import (
    called_otherwise,
    has_another_number,
    is_former,
    is_item_of_another,
    is_left_out,
    is_of_another,
    is_plan_of_something,
    is_put_off_apart,
    is_titled,
    means_another,
    of_two,
    stands_aside,
)
from rinsearch.compose.acts.plan_itself import plan_itself
from rinsearch.compose.acts.region_names import named_by_region
from rinsearch.compose.acts.revoked import revoked_act
from rinsearch.compose.acts.spoken_of import follows_a_name, told_of_others
from rinsearch.compose.acts.what_was_said import agrees_with_another
from rinsearch.compose.plans.plan_times import SUBJECT_KINDS, period_before
from rinsearch.compose.plans.plans import Mention, Resolved, plan_id
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.entries import is_listed, tells_standing
from rinsearch.compose.verbs.marks import between_joints
from rinsearch.compose.verbs.moved import is_moved
from rinsearch.compose.verbs.objects import is_object, names_nothing, names_other
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context, Verb, verbs_of_sentence
from rinsearch.compose.votes import is_other_vote, outcome_in
from rinsearch.records import EventStatus, Object, PassageKind
from rinsearch.taxonomy.phrases import phrase

TAKING_NOTE = frozenset({"decision.seznaniti-se", "decision.biti-seznanjen"})
TO_KNOWLEDGE = "decision.na-znanje"


def object_of(context: Context, verb: Verb) -> tuple[Mention | None, tuple[Resolved | None, ...]]:
    """The name of the plan that a verb is about, and the plans that it stands for (one, none, or ``None``)."""
    mention = named_in_sentence(context, verb)
    aside = mention and (not is_object(verb, mention.start) or is_put_off_apart(verb, mention.start))
    if mention and aside and not _is_taken_up(verb, mention):
        return None, (None,)  # "Svet je sprejel pripombe na načrt."
    if mention and is_of_neighbour(verb, mention.start):
        return None, (None,)
    if mention is None and (ordered := by_order(context, verb)):
        return ordered
    mention = mention or named_by_region(context, verb) or _referred(context, verb) or pair_meant(context, verb)
    agenda = verb.says == EventStatus.ADOPTED and phrase("agenda-adopted").search(verb.words)
    motion = is_moved(verb) or (verb.says in PROCEDURE and _is_motion(verb))
    if mention is None or agenda or (is_other_vote(verb.statement) and not motion):
        return None, (None,)
    mention = _itself(context, verb, mention)
    resolved = both(context, verb, mention) or context.plans.resolve(mention)
    if is_former(verb, mention):
        before = plan_id(mention.regions[0] if mention.regions else context.plans.region, period_before(context.plans))
        resolved = tuple(replace(each, plan=before, inferred=True) for each in resolved[:1])
    return mention, resolved


def _is_motion(verb: Verb) -> bool:
    """Whether the vote of a sentence is about what its verb puts off or takes off: "se umakne; za umik 17, proti 2"."""
    return verb.is_noun or verb.is_accepted or verb.is_resolved or bool(phrase("for-motion").search(verb.statement))


def _is_taken_up(verb: Verb, mention: Mention) -> bool:
    """Whether "z njim" stands for a name further up: "so prisluhnili predstavitvi načrta in se z njim seznanili"."""
    begin, end = between_joints(verb)
    own = Slice(begin, end).words(verb.passage.text)
    before = begin > verb.clause.start and verb.clause.start <= mention.start < begin
    return before and bool(phrase("with-him").search(own)) and not means_another(verb)


def _itself(context: Context, verb: Verb, mention: Mention) -> Mention:
    """The plan itself, where below a report on it the clause says "načrt": "Svet se je z načrtom seznanil že 2014"."""
    here = mention.passage.id == verb.passage.id and verb.sentence.start <= mention.start < verb.sentence.end
    if mention.object != Object.REPORT or here or not phrase("plan-by-name").search(verb.words):
        return mention
    if phrase("another-document").search(verb.words):
        return mention
    plan = next((each for each in context.plans.mentions if each.is_plan), None)
    return plan or replace(mention, object=Object.PLAN)


def _referred(context: Context, verb: Verb) -> Mention | None:
    topic = context.topics[verb.passage.id]
    several = phrase("points-referred").search(verb.words)
    if several:
        return of_several(context, verb, several.group())
    point = phrase("point-referred").search(verb.words)
    if point:
        number = next(group for group in point.groups() if group).lower()
        meant = topic if topic.number == number and topic.mentions else item_of(context, verb, number)
        mention = named_under(meant, number) if meant else called_by_number(context, number)
        if meant or mention:
            return mention
        if context.paper.kind in DECIDING and (not topic.mentions or is_part(context, number)):
            return None  # "dnevni red, iz katerega se izloči 9. točka": which item that was is said nowhere
    if revoked := revoked_act(verb):
        return object_of(context, revoked)[0]
    called = called_otherwise(verb) if verb.says in SUBSTANCE else is_of_another(verb)
    if called or is_item_of_another(context, verb, topic):
        return None
    listed = is_listed(context, verb, topic) and not means_another(verb)
    if not (listed or _refers_back(context, verb, topic)):
        if noted_by_letter(context, verb):
            return plan_of_subject(context, topic)
        return _carried_on(context, verb) or _left_out(context, verb, topic) or plan_itself(context, verb)
    return _standing(context, verb, topic)


def _standing(context: Context, verb: Verb, topic: Topic) -> Mention | None:
    """The plan that a word such as "načrt" stands for: named before in the paragraph, else that of the item."""
    deciding = context.paper.kind in DECIDING
    if deciding and not topic.mentions and topic.inherited and not _names_strictly(verb):
        return told_of_others(context, verb, topic)
    start = verb.sentence.start
    earlier = [m for m in context.plans.mentions if m.passage.id == verb.passage.id and m.start < start]
    if phrase("plan-said").search(verb.words) or context.paper.kind in SUBJECT_KINDS:
        earlier = [m for m in earlier if m.object != Object.OTHER]  # "načrt" is no development programme
    if earlier:
        return of_two(context, verb, earlier[-1])
    standing = tells_standing(context, verb)
    if deciding and verb.passage.kind == PassageKind.ROW and not standing and is_titled(verb):
        return None  # "180 | Poročilo odbora | Točka je bila prestavljena": what it is about stands in its own row
    found = last_of_several(context, verb, topic) or plan_of_subject(context, topic)
    if deciding and found and found.passage is not topic.heading and _is_yet_to_come(found):
        return None
    found = found or (named_above(context, verb) if standing else None) or told_of_others(context, verb, topic)
    return found or (reported_on(context, verb) if subject_of(verb).municipalities else None)


def _is_yet_to_come(mention: Mention) -> bool:
    """Whether an item only says of a plan that it is not there: "Regijskega načrta pa center še ni poslal"."""
    text = mention.passage.text
    part = enclosing(sentences(text), mention.start)
    clause = enclosing(clauses(text, part.start, part.end), mention.start)
    return bool(phrase("yet-to-come").search(clause.words(text)))


def _carried_on(context: Context, verb: Verb) -> Mention | None:
    """The plan of the clause before, in one that names nothing: "V Kostelu je bil sprejet, v Osilnici pa zavrnjen"."""
    if verb.clause.start == verb.sentence.start or not names_nothing(verb):
        return None
    if phrase("another-proposal-named").search(verb.words):
        return None
    before = [each for each in verbs_of_sentence(verb) if each.clause.end <= verb.clause.start and not each.is_noun]
    return object_of(context, before[-1])[0] if before else None


def _left_out(context: Context, verb: Verb, topic: Topic) -> Mention | None:
    """The plan of which the sentence before spoke: "Načrt je poslan. Seznanila sta se sveta v Kranju in Žireh."."""
    if verb.says not in SUBSTANCE or verb.clause.start > verb.sentence.start:
        return None
    if means_another(verb) or not _is_without_with(verb) or not subject_of(verb).municipalities:
        return None
    return plan_of_subject(context, topic) if follows_a_name(context, topic, verb) else None


def _is_without_with(verb: Verb) -> bool:
    """Whether a clause names nothing: "Do junija sta se seznanila sveta v Kranju in Žireh", with nothing beside it."""
    if names_nothing(verb):
        return True
    told = phrase("told-what").match(verb.passage.text[verb.tag.evidence.end : verb.sentence.end])
    return verb.tag.evidence.rule in TAKING_NOTE and not (told or phrase("object-of-noting").search(verb.words))


def _refers_back(context: Context, verb: Verb, topic: Topic) -> bool:
    """Whether the clause holds a word for what was named before: "načrt", "gradivo", "z njim"."""
    if (
        means_another(verb)
        or agrees_with_another(context, verb)
        or phrase("report-on").search(verb.words)
        or phrase("noting-of-another-paper").search(verb.words)
        or phrase("another-kind-of-plan").search(verb.words)
        or phrase("plan-of-another-level").search(verb.words)
    ):
        return False
    if _names_it(context, verb) or (_is_item(topic) and topic.mentions and _without_object(context, verb, topic)):
        return True
    relative = phrase("relative-object").match(verb.passage.text, verb.clause.start)
    if phrase("relative-of-plan").search(verb.passage.text[: verb.clause.start]):
        return bool(relative or phrase("relative-with").match(verb.passage.text, verb.clause.start))
    if (
        not (relative or names_other(verb))
        and phrase("pronoun").search(verb.words)
        and (verb.says in PROCEDURE or follows_a_name(context, topic, verb))
    ):
        return True
    return bool(phrase("information").search(verb.words)) and is_information(topic)


def _names_it(context: Context, verb: Verb) -> bool:
    """Whether "načrt", "gradivo" or the like is what the verb is about."""
    found = [verb.clause.start + match.start() for match in phrase("anaphora").finditer(verb.words)]
    found = [start for start in found if not (has_another_number(context, verb, start) or is_left_out(verb, start))]
    found = [start for start in found if not (is_plan_of_something(verb, start) or is_put_off_apart(verb, start))]
    if verb.says in SUBSTANCE:
        found = [start for start in found if not stands_aside(verb, start)]
    return any(is_object(verb, start) and not is_of_neighbour(verb, start) for start in found)


def _names_strictly(verb: Verb) -> bool:
    """Whether the clause says "načrt" itself, as a further point of a resolution must to be about the plan above."""
    return bool(phrase("plan-itself").search(verb.words))


def _is_item(topic: Topic) -> bool:
    """Whether a heading, a number or a speaker who moves on opens what the clause stands in."""
    return bool(topic.number or topic.is_spoken or (topic.heading and topic.heading.kind == PassageKind.HEADING))


def _without_object(context: Context, verb: Verb, topic: Topic) -> bool:
    """Whether a clause names nothing that the verb could be about: "Svet se seznani.", "… je predlog umaknil"."""
    if verb.passage.kind == PassageKind.ROW:
        return False  # what the row is about stands in another cell
    earlier = verb.passage.text[verb.sentence.start : verb.clause.start]
    if verb.says in SUBSTANCE and phrase("another-subject").search(earlier):
        return False  # "Zapisnik se popravi tako, da …, in se v popravljenem besedilu potrdi."
    if verb.says == EventStatus.REJECTED and phrase("anothers-proposal").search(verb.statement):
        return False
    if is_of_item(verb):
        return True
    if verb.says in PROCEDURE:
        return bool(phrase("point-itself").search(verb.words)) or _is_elliptic(verb)
    if verb.says == EventStatus.REJECTED and outcome_in(verb.statement) == "rejected":
        return _in_heading(context, topic) and not phrase("another-proposal").search(verb.passage.text)
    if verb.tag.evidence.rule == TO_KNOWLEDGE and names_nothing(verb):
        return True  # "Vzeto na znanje."
    if verb.tag.evidence.rule not in TAKING_NOTE:
        proposed = verb.clause.start > verb.sentence.start and phrase("own-proposal").match(verb.statement)
        decides = context.paper.kind in DECIDING and _in_heading(context, topic)
        return bool(proposed) or (decides and names_nothing(verb))
    behind = verb.passage.text[verb.tag.evidence.end : verb.sentence.end]
    if phrase("object-of-both").match(behind):
        return False  # "Svet se je seznanil in sprejel Lokalni program"
    return not phrase("told-what").match(behind) and not phrase("object-of-noting").search(verb.words)


def _is_elliptic(verb: Verb) -> bool:
    """Whether only how it was done stands before a verb that agrees with nothing: "Preloženo na 26. sejo."."""
    before = verb.passage.text[verb.clause.start : verb.start]
    neuter = verb.is_finite or verb.tag.evidence.quote.endswith("no")
    return neuter and bool(phrase("elliptic-item").fullmatch(before)) and verb.clause.start == verb.sentence.start


def _in_heading(context: Context, topic: Topic) -> bool:
    """Whether the item is about the plan by its heading, or by the line below a bare number."""
    first = context.position(topic.heading) if topic.heading else 0
    return any(context.position(mention.passage) - first <= 1 for mention in topic.mentions)
