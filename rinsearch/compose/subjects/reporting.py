"""Who reports of its own council: a municipality by its name, those who write from it, a paper of the council."""

from __future__ import annotations

from rinsearch.compose.paper import tags_between
from rinsearch.compose.subjects.places import named_in, refs
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import Municipality
from rinsearch.taxonomy.phrases import phrase

NEXT = 8  # characters from what tells the source to the name: "občine "


def by_name(verb: Verb) -> tuple[Municipality, ...]:
    """The municipality that reports of itself by its name alone: "Mežica pa sporoča, da bo o njem razpravljala"."""
    if not phrase("reports-that").search(verb.governor):
        return ()
    before = [each for each in verb.clauses if each.start < verb.clause.start]
    if before and phrase("reports-from").match(verb.passage.text, before[-1].start):
        return ()
    tags = tags_between(verb.passage, "municipality", before[-1].start, before[-1].end) if before else ()
    return refs(tag for tag in tags if tag.evidence.start <= before[-1].start + 3)


def by_paper(verb: Verb) -> tuple[Municipality, ...]:
    """The municipality whose council's paper says so: "Prejeli smo sklep Občinskega sveta Občine Muta, da se je …"."""
    paper = phrase("paper-of-council").search(verb.governor)
    start = verb.sentence.start
    return named_in(verb.passage, start + paper.start(), start + len(verb.governor)) if paper else ()


def reporter(verb: Verb) -> tuple[Municipality, ...]:
    """The one municipality from which it is reported: "Iz Metlike so sporočili, da se je svet z načrtom seznanil"."""
    if not phrase("reports-that").search(verb.governor):
        return ()
    named = named_in(verb.passage, verb.sentence.start, verb.sentence.start + len(verb.governor))
    return named if len(named) == 1 else ()


def by_source(verb: Verb) -> tuple[Municipality, ...]:
    """The one municipality from which it is known: "Po podatkih Občine Bled se je občinski svet z načrtom seznanil".

    So it is where its paper shows it: "Od Občine Bled imamo izpis sklepa, iz katerega izhaja, da se je …".
    """
    text, start = verb.passage.text, verb.sentence.start
    named = named_in(verb.passage, start, verb.start)
    if len(named) != 1:
        return ()
    if phrase("source-shows").search(verb.governor) and phrase("paper-shown").search(text, start, verb.clause.start):
        return named
    found = phrase("by-source").search(text, start, verb.start)
    behind = tags_between(verb.passage, "municipality", found.end(), verb.start) if found else ()
    return refs(tag for tag in behind[:1] if found and tag.evidence.start - found.end() <= NEXT)


def from_place(verb: Verb) -> tuple[Municipality, ...]:
    """The municipalities from which it is reported, at the beginning: "Iz Sevnice so nam povedali, da je …"."""
    if not phrase("reports-that").search(verb.governor):
        return ()
    before = [each for each in verb.clauses if each.start < verb.clause.start][-1]
    begins = phrase("reports-from").match(verb.passage.text, before.start)
    return named_in(verb.passage, begins.end(), before.end) if begins and begins.end() < before.end else ()
