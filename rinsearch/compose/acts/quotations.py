"""Resolutions that a letter or news quotes: "Svet je sprejel naslednji sklep:", and below it the words themselves."""

from __future__ import annotations

from rinsearch.clauses import last_sentence
from rinsearch.compose.paper import Paper, tags_between
from rinsearch.compose.subjects.led import led_by, of_day
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb, verbs_of
from rinsearch.records import DocumentKind, EventStatus, Passage
from rinsearch.taxonomy.phrases import phrase

QUOTES = ' \n"»„“('
NOT_TOLD = (*DECIDING, DocumentKind.AGENDA)
QUOTING = (DocumentKind.LETTER, DocumentKind.NEWS)  # kinds of papers in which only what is told of the past decides


def is_quoted(context: Context, verb: Verb) -> bool:
    """Whether it says right before these words that its council adopted them, or that they are its resolution."""
    here = context.position(verb.passage)
    if context.paper.kind not in DECIDING and led_by(context, verb):
        return True
    if _is_of_day(context, verb):
        return True
    if context.paper.kind not in QUOTING or here == 0:
        return False
    if verb.sentence.lead:
        return _is_led(context, verb.passage, verb.sentence.start)
    if verb.passage.text[: verb.sentence.start].strip(' "»„“(–-•'):
        return False
    above = context.paper.passages[here - 1]
    return _is_led(context, above, len(above.text)) or _is_listed(context, verb.passage)


def _is_of_day(context: Context, verb: Verb) -> bool:
    """Whether the sentence begins with the day of the resolution: "Sklep OS Občine Bled z dne 19. 9. 2017: svet …"."""
    led = of_day(verb)
    if led is None or context.paper.kind in NOT_TOLD:
        return False
    days = tags_between(verb.passage, "date", *led)
    written = context.paper.date.isoformat() if context.paper.date else None
    return any(written is None or day.value <= written for day in days)


def _is_led(context: Context, passage: Passage, until: int) -> bool:
    """Whether a place stands right behind a colon, and behind words that say of what is below that it was adopted."""
    lead = passage.text[:until].rstrip(QUOTES)
    return lead.endswith(":") and (_tells_of_resolving(context, passage, until) or _sends(context, passage, len(lead)))


def _is_listed(context: Context, passage: Passage) -> bool:
    """Whether it is one of several in a list with such a lead-in: "Sprejeti sklepi:"."""
    lead = context.list_leads.get(passage.id)
    before = context.paper.passages[: context.position(passage)] if lead else ()
    above = next((each for each in reversed(before) if each.text == lead), None)
    return above is not None and _is_led(context, above, len(above.text))


def _sends(context: Context, passage: Passage, until: int) -> bool:
    """Whether a lead-in gives what was adopted: "Sporočamo sklep 21. seje:", and nothing yet to be, or of others."""
    last = last_sentence(passage.text[:until])
    if phrase("resolution-to-come").search(last):
        return False
    own = context.paper.issuer.code if context.paper.issuer else None
    if any(tag.value != own for tag in tags_between(passage, "municipality", until - len(last), until)):
        return False
    return bool(phrase("resolution-sent-as").search(last) or phrase("resolution-adopted-as").search(last))


def _tells_of_resolving(context: Context, passage: Passage, until: int) -> bool:
    """Whether the last verb of a passage before a place says that the paper's own council adopted something."""
    told = [verb for verbs in verbs_of(passage) for verb in verbs if verb.start < until]
    last = told[-1] if told else None
    if last is None or last.says != EventStatus.ADOPTED or last.is_finite or marks_of(context, last):
        return False
    announces = phrase("announces-resolution").search(last.statement) and phrase("past").search(last.statement)
    return bool(announces) and _is_own(context.paper, last)


def _is_own(paper: Paper, verb: Verb) -> bool:
    subject = subject_of(verb)
    return subject.kind == "council" and all(each == paper.issuer for each in subject.municipalities)
