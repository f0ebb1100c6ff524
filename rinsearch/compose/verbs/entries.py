"""Lists of municipalities that say what became of the plan in each: "Starše: se je seznanil, brez pripomb."."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rinsearch.compose.paper import opens_with, opens_with_council, tags_between, tags_of
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.verbs import SUBSTANCE, Context, Verb
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

ENTRY = "decision.vnos-"  # wordings that tell something in such a list alone: "Cerkno: predvidoma decembra"
LISTING = frozenset({DocumentKind.LETTER, DocumentKind.REPORT})  # papers that tell of councils what they list
LONGEST = 212  # entries: there are no more municipalities


def is_of_entry(verb: Verb) -> bool:
    """Whether the wording is one of lists alone."""
    return verb.tag.evidence.rule.startswith(ENTRY)


def tells_standing(context: Context, verb: Verb) -> bool:
    """Whether a verb stands in an entry of a list that tells what councils did about the plan."""
    if not (_is_entry(verb.passage) and begins_with_another(context, verb)):
        return False
    return context.paper.kind in LISTING or any(map(_tells_of_councils, _above(context, verb.passage)))


def begins_with_another(context: Context, verb: Verb) -> bool:
    """Whether the sentence begins with a municipality that is not the paper's own."""
    issuer = context.paper.issuer
    own = issuer and any(tag.value == issuer.code for tag in verb.beside("municipality")[:1])
    return verb.begins_entry and not own


def _above(context: Context, passage: Passage) -> Iterator[str]:
    """What says of what a list is: the headings of its columns, its heading, and what stands above its first entry."""
    yield " ".join(column.heading for column in passage.columns)
    yield " ".join(passage.section[-1:])
    here = context.position(passage)
    for above in reversed(context.paper.passages[max(0, here - LONGEST) : here]):
        if not (_is_entry(above) or above.kind is PassageKind.ROW):
            yield above.text
            return


def _is_entry(passage: Passage) -> bool:
    text = passage.text
    first = tags_of(passage, "municipality")[:1]
    return any(opens_with(text, 0, tag.evidence.start) or opens_with_council(text, 0, tag) for tag in first)


def _tells_of_councils(words: str) -> bool:
    return len(words) <= 300 and bool(phrase("standing-of-councils").search(words))


def is_told_noun(context: Context, verb: Verb) -> bool:
    """Whether a noun in such a list tells what was done: "Semič – seznanitev 5. 10. 2017", and not what is to come."""
    if not tells_standing(context, verb) or phrase("not-done").search(verb.statement):
        return False
    days = tags_between(verb.passage, "date", verb.sentence.start, verb.sentence.end)
    written = context.paper.date
    return written is None or all(date.fromisoformat(day.value) <= written for day in days)


def is_listed(context: Context, verb: Verb, topic: Topic) -> bool:
    """Whether it stands in a list of municipalities, and says nothing of another paper: "Semič: seznanjeni 5. 10."."""
    entry = verb.is_entry and context.paper.kind in LISTING
    entry = entry or (topic.mentions and begins_with_another(context, verb)) or tells_standing(context, verb)
    if not entry or phrase("relative-clause").match(verb.passage.text, verb.clause.start):
        return False
    other = phrase("another-document").search(verb.words) or phrase("object-of-noting").search(verb.words)
    money = tags_between(verb.passage, "amount", verb.clause.start, verb.clause.end)
    told = verb.says == EventStatus.ADOPTED and phrase("auxiliary").search(verb.words)
    if verb.says not in SUBSTANCE:
        return not phrase("of-something-proposed").search(verb.words)  # "V Divači se je zamaknil začetek gradnje doma."
    return not (other or money or (told and not names_nothing(verb)))
