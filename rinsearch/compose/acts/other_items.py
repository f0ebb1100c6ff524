"""What words beside a verb show that it is about another plan, another item or another document."""

from __future__ import annotations

from datetime import date

from rinsearch.clauses import sentences_before
from rinsearch.compose.paper import CELLS
from rinsearch.compose.plans.plan_times import SUBJECT_KINDS, is_handled
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context, Verb, verbs_of_sentence
from rinsearch.language import is_genitive_noun
from rinsearch.records import EventStatus
from rinsearch.taxonomy.phrases import phrase

PRONOUN_REACH = 80  # characters before a sentence: "Svetom se analiza ne pošilja; v Divači so jo prejeli"
PUT_ASIDE = frozenset({*PROCEDURE, EventStatus.REJECTED})
SHORTEST_TITLE = 8  # letters of a cell that names an item; "sklep 12" is a number


def is_former(verb: Verb, mention: Mention) -> bool:
    """Whether the clause says "prejšnji načrt" of a plan that it does not name."""
    if mention.passage.id == verb.passage.id and verb.sentence.start <= mention.start < verb.sentence.end:
        return False
    found = [verb.clause.start + match.start() for match in phrase("plan-itself").finditer(verb.words)]
    nearest = min(found, key=lambda start: abs(verb.start - start), default=0)
    return bool(phrase("former").search(verb.passage.text, verb.clause.start, nearest))


def is_of_another(verb: Verb) -> bool:
    """Whether what is put off or listed is called by another document: "Obravnava programa športa se preloži"."""
    if phrase("plan-itself").search(verb.words):
        return False
    listed = verb.says == EventStatus.SCHEDULED and phrase("business").search(verb.words)
    return bool(listed or called_otherwise(verb) or phrase("business-item").search(verb.words))


def called_otherwise(verb: Verb) -> bool:
    """Whether a title before a colon names another document: "Statut: točka je prestavljena na 20. sejo."."""
    titled = phrase("entry-title").match(verb.statement)
    named = titled and phrase("business").search(titled["title"])
    return bool(named) and titled is not None and not phrase("plan-said").search(titled["title"])


def has_another_number(context: Context, verb: Verb, start: int) -> bool:
    """Whether a word for the item has a number, which was not found to be the plan's: "pod 9. točko".

    A letter may tell that "točka 9" was put off, and means its subject.
    """
    if verb.says in PROCEDURE and context.paper.kind not in DECIDING:
        return False
    points = (match.span() for match in phrase("point-referred").finditer(verb.passage.text, verb.clause.start))
    return any(begin <= start < end for begin, end in points)


def is_left_out(verb: Verb, start: int) -> bool:
    """Whether a word stands for what was left out, or for another document named right before in the sentence."""
    text, begin = verb.passage.text, verb.sentence.start
    if phrase("left-out").search(text, begin, start):
        return True
    if not text[start:].lower().startswith("nj"):
        return False
    last = max((match.end() for match in phrase("business").finditer(text, begin, start)), default=0)
    return bool(last) and not phrase("plan-again").search(text, last, start)


def is_put_off_apart(verb: Verb, start: int) -> bool:
    """Whether something else is put off than what begins at ``start``, which another verb is about.

    As in "… se je seznanil; druge točke so bile umaknjene", "so črtali rebalans, se seznanili z načrtom" and "so se
    z načrtom seznanili, zavrnili pa so zaključni račun".
    """
    if verb.says not in PUT_ASIDE:
        return False
    text, behind = verb.passage.text, verb.tag.evidence.end
    others = (each.start for each in verbs_of_sentence(verb) if verb.start < each.start < start)
    other = next(others, verb.clause.end if start < verb.clause.start else None)
    own = phrase("business").search(text, behind, other) if other else None
    last = max((each.start for each in verbs_of_sentence(verb) if start < each.start < verb.start), default=None)
    if own is None and last is not None:
        own = phrase("business").search(text, last, verb.start)  # "so se seznanili, zaključni račun pa zavrnili"
    return bool(own) or (verb.says in PROCEDURE and bool(phrase("other-points").search(verb.words)))


def is_plan_of_something(verb: Verb, start: int) -> bool:
    """Whether "načrt" goes on with what it is a plan of: "z načrtom zapore Stare ceste", "načrt zaščite"."""
    of = phrase("plan-of-noun").match(verb.passage.text, start)
    return of is not None and is_genitive_noun(of["noun"])


def is_titled(verb: Verb) -> bool:
    """Whether a cell before the verb's own says what the row of a table is about."""
    cells = verb.passage.text[: verb.start].split(CELLS)[:-1]
    return any(sum(map(str.isalpha, cell)) > SHORTEST_TITLE for cell in cells)


def stands_aside(verb: Verb, start: int) -> bool:
    """Whether such a word is not what is decided: "Obravnava" is put off, "pod 9. točko" says where."""
    text = verb.passage.text
    if phrase("discussion-word").match(text, start):
        return True
    if start < verb.start and phrase("in-it").match(text, max(0, start - 2)):
        return True  # "V njem podpira zlasti stanovanja za mlade."
    item = phrase("item-word").match(text, start)
    return bool(item and phrase("under-item").search(text[verb.sentence.start : start]))


def means_another(verb: Verb) -> bool:
    """Whether "z njim" stands for another document of the sentence: "je obravnaval poročilo in se z njim seznanil"."""
    until = verb.passage.text[max(0, verb.sentence.start - PRONOUN_REACH) : verb.clause.end]
    if phrase("her-for-another").search(until) and not phrase("plan-itself").search(verb.words):
        return True
    if verb.says in SUBSTANCE and _goes_on_about_another_plan(verb):
        return True
    pronoun = phrase("with-it").search(verb.words)
    if pronoun is None or verb.says not in SUBSTANCE:
        return False
    before = verb.passage.text[verb.sentence.start : verb.clause.start + pronoun.start()]
    return _ends_elsewhere(before) or _is_told_before(verb, before)


def _goes_on_about_another_plan(verb: Verb) -> bool:
    """Whether "ga" stands for another plan: "Direktor je predstavil poslovni načrt. Svet ga je potrdil."."""
    if not phrase("said-of-masculine").search(verb.words):
        return False
    before = verb.passage.text[: verb.clause.start]
    others = [each.end() for each in phrase("another-kind-of-plan").finditer(before)]
    return bool(others) and not phrase("plan-again").search(before, others[-1])


def _is_told_before(verb: Verb, before: str) -> bool:
    """Whether the sentence before speaks of another document last: "Omenil je poročilo. V Žireh so se z njim …"."""
    earlier = sentences_before(verb.passage.text, verb.sentence.start)
    if not earlier or phrase("plan-again").search(before):
        return False
    said = verb.passage.text[earlier[-1].start : earlier[-1].end]
    feminine = phrase("said-of-feminine").search(verb.words)
    matters = phrase("feminine-matter") if feminine else phrase("masculine-matter")
    others = [each.end() for each in matters.finditer(said)]
    if not feminine:  # "Direktor je predstavil poslovni načrt. Svet se je z njim seznanil."
        others += [each.end() for each in phrase("another-kind-of-plan").finditer(said)]
    return bool(others) and not phrase("plan-again").search(said, max(others))


def _ends_elsewhere(before: str) -> bool:
    """Whether the last document named before a pronoun is not the plan."""
    clause = max(before.rfind(";"), before.rfind(" da "))
    others = list(phrase("another-document").finditer(before, clause + 1))
    return bool(others) and not phrase("plan-again").search(before, others[-1].end())


def is_item_of_another(context: Context, verb: Verb, topic: Topic) -> bool:
    """Whether an item is about another document, and the clause does not say "načrt": "Sklep je bil sprejet."."""
    if context.paper.kind in SUBJECT_KINDS or not topic.is_about_another or phrase("plan-said").search(verb.words):
        return False
    own = context.paper.issuer.code if context.paper.issuer else None
    return all(tag.value == own for tag in verb.beside("municipality"))  # what another council did is told of the plan


def of_two(context: Context, verb: Verb, last: Mention) -> Mention:
    """The plan named last, but that of a letter's subject where only this was dealt with on the day that is told."""
    subject = next((each for each in context.plans.mentions if each.is_plan), None)
    days = [date.fromisoformat(tag.value) for tag in verb.beside("date")]
    if subject is None or not days or context.paper.kind not in SUBJECT_KINDS:
        return last
    told, own = (context.plans.periods_of(each)[0] for each in (last, subject))
    if told and own and not is_handled(told, days[0]) and is_handled(own, days[0]):
        return subject
    return last
