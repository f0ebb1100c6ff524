"""What leads to a resolution or to deeds and says whose they are: "Sklep OS Občine Bled z dne 19. 9.: svet se …".

Of lists the lead-in says who did what their items tell: "Na seji so svetniki:", and below it "- vzeli na znanje …".
"""

from __future__ import annotations

from rinsearch.clauses import Slice, last_sentence
from rinsearch.compose.paper import opens_with, tags_of
from rinsearch.compose.subjects.bodies import NamedBody, nearest_body
from rinsearch.compose.subjects.places import named_in
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.records import Municipality, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAD_GAP = 3  # characters between a lead-in and its sentence


def led_by(context: Context, verb: Verb) -> tuple[Passage, Slice, NamedBody] | None:
    """The lead-in of the list in which a participle begins an item, with the council that it names."""
    if verb.passage.kind is not PassageKind.ITEM or verb.is_finite or verb.is_noun:
        return None
    if not phrase("item-before-deed").fullmatch(verb.passage.text, 0, verb.start):
        return None
    above = context.paper.passages[: context.position(verb.passage)]
    lead = next((each for each in reversed(above) if each.kind is not PassageKind.ITEM), None)
    last = last_sentence(lead.text) if lead else ""
    done = last.rstrip(" *").endswith(":") and phrase("past").search(last) and not phrase("deeds-to-come").search(last)
    if lead is None or not done:
        return None
    part = Slice(len(lead.text) - len(last), len(lead.text))
    body = nearest_body(lead.text, part, part.end) or body_of_session(lead, part)
    return (lead, part, body) if body and body.kind == "council" else None


def body_of_session(passage: Passage, part: Slice) -> NamedBody | None:
    """The council whose session a sentence tells of: "Na 23. seji občinskega sveta je bil obravnavan tudi načrt"."""
    found = phrase("at-session-of-council").search(passage.text, part.start, part.end)
    return NamedBody("council", *found.span("body" if found["body"] else "held")) if found else None


def led_to(verb: Verb) -> tuple[Municipality, ...]:
    """The municipality of the resolution of a day that a sentence quotes, where it names one."""
    led = of_day(verb)
    found = named_in(verb.passage, *led) if led else ()
    return found if len(found) == 1 else ()


def of_day(verb: Verb) -> tuple[int, int] | None:
    """Where the words stand that lead to a verb as to what was resolved on a day."""
    lead = verb.sentence.lead
    start = max(0, verb.sentence.start - len(lead) - LEAD_GAP) if lead else verb.sentence.start
    before = verb.passage.text[start : verb.start]
    begins = start + len(before) - len(before.lstrip(" ."))
    found = phrase("resolution-of-day-lead").match(verb.passage.text, begins)
    return found.span() if found and found.end() <= verb.start else None


def of_entry_led(verb: Verb) -> tuple[Municipality, ...]:
    """The municipality of what leads to a resolution: of the lead-in itself, or of the entry in which it stands.

    As in "Krško: sklep sveta z dne 28. 9.: »Občinski svet se seznani.«" and "Cerkno: seja 14. 11. Sklep: OS se …".
    """
    if not phrase("resolution-lead").search(verb.sentence.lead):
        return ()
    start = max(0, verb.sentence.start - len(verb.sentence.lead) - LEAD_GAP)
    if found := named_in(verb.passage, start, verb.sentence.start):
        return found
    names = tags_of(verb.passage, "municipality")[:1]
    opens = names and opens_with(verb.passage.text, 0, names[0].evidence.start)
    return named_in(verb.passage, 0, verb.sentence.start) if opens else ()
