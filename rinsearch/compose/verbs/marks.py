"""What stands around a verb and changes its meaning: proposed, recommended, future, conditional, negated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from rinsearch.clauses import last_sentence
from rinsearch.compose.paper import tags_between, tags_of, without_motions
from rinsearch.compose.verbs.entries import is_told_noun
from rinsearch.compose.verbs.resolutions import heads_resolution, is_worded
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, Context, Verb, verbs_of
from rinsearch.compose.votes import is_other_vote, outcome_in
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind
from rinsearch.sieve import Sieve
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import Qualifier, qualifiers

DENIAL_REACH = 60  # characters: " To ne drži."
DENIALS = 3  # paragraphs behind a claim that may deny it: "ODGOVOR:", and the answer
DOUBT_REACH = 400  # characters from a claim to what denies it
LOOK_AHEAD = 8  # passages of an item: speakers, and then the vote
IN_BRACKETS = re.compile(r"\([^()]*\)")  # "se preloži (odbor še ni zasedal)": said of something else


def marks_of(context: Context, verb: Verb) -> frozenset[str]:
    """The names of the qualifiers that hold for a verb."""
    lead, passage = verb.sentence.lead, verb.passage
    announced = (_announced(context, passage), _led(context, passage), _read_out(verb), _column(verb), lead)
    above = " \n ".join((*_headings(context, passage), *announced)).lower()
    before = f"{lead} {passage.text[verb.sentence.start : verb.start]}".lower()
    places = {
        "heading": above,
        "before": before if verb.is_noun else _governing(before),
        "sentence": verb.statement.lower(),
        "opening": verb.words.lower(),
        "after": _behind(context, passage, verb.sentence.end, DENIAL_REACH).lower(),
        "denied": _as_doubted(context, verb, before).lower(),
        "clause": own_words(verb).lower(),
    }
    if context.paper.kind is DocumentKind.MINUTES and phrase("quoted-from-minutes").search(above):
        return frozenset({"hearsay"})
    likely = (each for where, sieve in _sieves().items() for each in sieve.kept(places[where]))
    return frozenset(each.name for each in likely if each.pattern.search(places[each.where]))


@cache
def _sieves() -> Mapping[str, Sieve[Qualifier]]:
    """The qualifiers by where they are looked for; most verbs have the words of none or of one."""
    wheres = {each.where for each in qualifiers()}
    return {where: Sieve((each, each.pattern) for each in qualifiers() if each.where == where) for where in wheres}


def _column(verb: Verb) -> str:
    """The heading of the cell in which a verb stands, as a lead-in: "Predlog" above "svet se seznani"."""
    cells = (each for each in verb.passage.columns if each.start <= verb.start < each.end)
    return next((f"{each.heading.strip(' :')}:" for each in cells if each.heading.strip(" :")), "")


def _read_out(verb: Verb) -> str:
    """What leads to the lead-in itself: "Tajnica je prebrala: Sklep: …" is read, and not resolved yet."""
    before = verb.passage.text[: verb.sentence.start].rstrip().removesuffix(verb.sentence.lead)
    found = phrase("read-out").search(before) if verb.sentence.lead else None
    return found.group() if found else ""


def _headings(context: Context, passage: Passage) -> tuple[str, ...]:
    """The headings above; in minutes "V sprejem je bil dan dnevni red:" proposes the agenda, and no resolution."""
    minutes = context.paper.kind == DocumentKind.MINUTES
    return tuple(each for each in passage.section[-2:] if not (minutes and phrase("agenda").search(each)))


def _led(context: Context, passage: Passage) -> str:
    """What leads to the passage: of "Svetnik je predlagal dopolnitev. Sprejet je bil sklep:" the last sentence."""
    lead = context.above(passage)
    last = last_sentence(lead)
    return last if phrase("resolution-adopted-as").search(last) else lead


def _announced(context: Context, passage: Passage) -> str:
    """What goes on with the title above: "Predlagam naslednji", below it "SKLEP", and then the words proposed."""
    here = context.position(passage)
    above = context.paper.passages[max(0, here - 2) : here]
    titled = len(above) > 1 and phrase("resolution-alone").fullmatch(above[1].text)
    found = phrase("proposes-the-following").search(above[0].text) if titled else None
    return f"{found.group()} sklep:" if found else ""


def _behind(context: Context, passage: Passage, start: int, reach: int) -> str:
    """What follows a place, in the paragraphs behind it, too: "To ne drži." may stand in a line of its own."""
    words, here = passage.text[start:], context.position(passage)
    for each in context.paper.passages[here + 1 : here + 1 + DENIALS]:
        if len(words) >= reach or each.kind in (PassageKind.HEADING, PassageKind.ROW):
            break
        words = f"{words} {each.text}"
    return words[:reach]


def _as_doubted(context: Context, verb: Verb, before: str) -> str:
    """The words before a verb and those behind it, with a sign between: a claim, and what is said to it."""
    if not phrase("claimed").search(before):
        return ""
    return f"{before[-DOUBT_REACH:]} ¶ {_behind(context, verb.passage, verb.tag.evidence.end, DOUBT_REACH)}"


def _governing(before: str) -> str:
    """The part of a sentence that governs a clause with "da": what stands before that word."""
    parts = phrase("clause-governed").split(before)
    while len(parts) > 2 and phrase("coordinated-with-next").search(parts[-2]):
        parts = [
            *parts[:-2],
            parts[-1],
        ]  # "Menil je, da ničesar ne spremeni in da se svet seznani": one governor for both
    if phrase("auxiliary").search(parts[-1].rpartition(";")[2] if ";" in parts[-1] else ""):
        return ""  # "Odbor je predlagal, da ga svet vzame na znanje; svet je to storil": told behind the semicolon
    # "Naj se svet seznani z načrtom?" governs itself, and its own clause says that it is a wish.
    wish = phrase("wish").search(before) if len(parts) > 1 and parts[0].strip() else None
    return " ".join(parts[:-1]) + (f" {wish.group()}" if wish else "")


def between_joints(verb: Verb) -> tuple[int, int]:
    """From the "in" before a verb to the one behind it, or as far as its clause goes."""
    text, clause = verb.passage.text, verb.clause
    joints = [match.start() for match in phrase("coordinator").finditer(text, clause.start, clause.end)]
    start = next((place for place in reversed(joints) if place < verb.start), clause.start)
    return start, next((place for place in joints if place >= verb.tag.evidence.end), clause.end)


def own_words(verb: Verb) -> str:
    """The clause without what is only joined to the verb by "in".

    "so se seznanili in nanj niso imeli pripomb" is not negated. What stands before holds where the verb has no
    auxiliary of its own: "bo načrt obravnaval in se z njim seznanil" is future.
    """
    text, clause = verb.passage.text, verb.clause
    start, end = between_joints(verb)
    end = clause.end if _waits_for_auxiliary(verb, end) else end
    whole = not verb.is_finite and not phrase("auxiliary").search(text, start, end)
    whole = whole or _goes_on_with_future(verb, start, end)
    begin = clause.start if whole else start
    begin = _behind_colon(text, begin, verb.start)
    others = phrase("said-of-the-others").search(text, verb.tag.evidence.end, end)
    words = replace(clause, start=begin, end=others.start() if others else end).words(text)
    return IN_BRACKETS.sub(" ", words) if verb.tag.evidence.quote not in " ".join(IN_BRACKETS.findall(words)) else words


def _behind_colon(text: str, begin: int, verb: int) -> int:
    """Where a clause begins that explains another: "umik ni potreben: svet se je z načrtom seznanil na 22. seji"."""
    colon = text.rfind(": ", begin, verb)
    if colon < 0 or phrase("about-truth").search(text, begin, colon):
        return begin  # "Trditev ni resnična: svet se je z načrtom seznanil"
    return colon + 1 if phrase("explained-behind-colon").match(text, colon) else begin


def _waits_for_auxiliary(verb: Verb, end: int) -> bool:
    """Whether the auxiliary of a participle stands behind "in": "Seznanila se sveta v Bovcu in Tolminu nista"."""
    text, own, clause = verb.passage.text, phrase("auxiliary-of-past"), verb.clause
    if verb.is_finite or verb.is_noun or own.search(text, clause.start, end):
        return False
    behind = own.search(text, end, clause.end)
    return bool(behind) and not phrase("past-participle").search(text, end, clause.end)


def _goes_on_with_future(verb: Verb, start: int, end: int) -> bool:
    """Whether a participle has the auxiliary of the one before it: "bodo obravnavali proračun in se seznanili"."""
    if verb.is_finite or start == verb.clause.start:
        return False
    text, own = verb.passage.text, phrase("past").search(verb.passage.text, start, end)
    return not own and bool(phrase("auxiliary-of-future").search(text, verb.clause.start, start))


def is_presented(context: Context, verb: Verb, marks: frozenset[str]) -> bool:
    """Whether a noun ("Seznanitev z načrtom") is put as a resolution: under that heading, proposed, or voted on."""
    topic = context.topics[verb.passage.id]
    if verb.says in PROCEDURE:
        return context.paper.kind in DECIDING and not marks & {"negated", "conditional"}
    if topic.in_agenda or phrase("noun-goes-on").search(verb.passage.text, verb.tag.evidence.end, verb.clause.end):
        return False
    if is_told_noun(context, verb):
        return True
    if marks & {"proposed", "recommended"}:
        return True
    above = (verb.sentence.lead, context.above(verb.passage), *verb.passage.section[-1:])
    if any(heads_resolution(each) for each in above if each):
        return True
    voted = tags_between(verb.passage, "vote", verb.sentence.start, verb.sentence.end)
    if context.paper.kind not in DECIDING:
        return False
    return bool(voted or outcome_in(f"sklep je {verb.words}")) or _is_settled(context, verb)


def _is_settled(context: Context, verb: Verb) -> bool:
    """Whether a heading is all that says what was resolved: below it there is a vote or a result, and no resolution."""
    topic, passage = context.topics[verb.passage.id], verb.passage
    here = context.position(passage)
    if topic.heading is None or not 0 <= here - context.position(topic.heading) <= 1:
        return False
    behind = context.paper.passages[here + 1 : here + 1 + LOOK_AHEAD]
    item = [each for each in behind if context.topics[each.id].heading is topic.heading]
    said = [each for below in item for verbs in verbs_of(below) for each in verbs]
    if any(outcome_in(each.words) is None and each.says != EventStatus.DISCUSSED for each in said):
        return False
    if item and is_worded(context, item[-1], len(item[-1].text)):
        return False  # below the heading stands what was resolved, and it is no acknowledgement
    if any(is_other_vote(each.text) or phrase("another-proposal").search(each.text) for each in item):
        return False
    if any(phrase("no-resolution").search(each.text) for each in item):
        return False
    return any(_is_voted(each) or outcome_in(without_motions(each)) for each in item)


def _is_voted(passage: Passage) -> bool:
    """Whether a passage tells of a vote that was taken."""
    return any("without_vote" not in tag.value for tag in tags_of(passage, "vote"))
