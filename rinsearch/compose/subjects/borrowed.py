"""The body of another clause that acts in this one, too: before a relative pronoun, or in the main clause."""

from __future__ import annotations

from rinsearch.clauses import Slice
from rinsearch.compose.subjects.bodies import NamedBody, nearest_body
from rinsearch.compose.subjects.clause_kinds import is_relative
from rinsearch.compose.subjects.places import situated
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.taxonomy.phrases import phrase

PRONOUN_REACH = 60  # characters between a body and "ki": "Odbor za socialno varstvo in zdravstvo Občine Semič, ki"


def borrowed(verb: Verb) -> NamedBody | None:
    """The body of another clause that acts in this one, too."""
    text, sentence, clause = verb.passage.text, verb.sentence, verb.clause
    if is_relative(text, clause):
        return _antecedent(text, sentence, clause)
    if verb.is_resolved or verb.is_refused:
        return of_resolving(verb)
    elsewhere = phrase("place-and-contrast").match(text, clause.start) and situated(verb.passage, clause)
    if clause.start > sentence.start and not (elsewhere or _has_own_subject(text, clause)):
        return _of_main_clause(text, verb.clauses, clause)
    return _of_reporting(verb) if phrase("reports-that").search(verb.governor) else None


def _antecedent(text: str, sentence: Slice, clause: Slice) -> NamedBody | None:
    """The body that "ki" stands for: the one right before it, with no verb between ("Odbor za …, ki se je …")."""
    council = phrase("council-before").search(text, sentence.start, clause.start)
    if council:
        return NamedBody("council", *council.span())  # in any case: "občinskemu svetu, ki se bo z njim seznanil"
    found = nearest_body(text, Slice(sentence.start, clause.start), clause.start)
    if (
        found is None
        or clause.start - found.end > PRONOUN_REACH
        or phrase("auxiliary").search(text, found.end, clause.start)
    ):
        return None
    return found


def _of_main_clause(text: str, parts: tuple[Slice, ...], clause: Slice) -> NamedBody | None:
    """The body of the clauses before this one, the nearest first; a relative clause tells of something else."""
    before = [each for each in parts if each.start < clause.start and not is_relative(text, each)]
    return next((found for each in reversed(before) if (found := nearest_body(text, each, each.end))), None)


def of_resolving(verb: Verb) -> NamedBody | None:
    """The body that resolved or stated it; a mayor only states what the council did."""
    found = _of_main_clause(verb.passage.text, verb.clauses, verb.clause)
    return None if found and found.kind == "mayor" else found


def _of_reporting(verb: Verb) -> NamedBody | None:
    """The municipality or council that reports of itself: "Občina Kostel sporoča, da bo načrt obravnavala"."""
    found = _of_main_clause(verb.passage.text, verb.clauses, verb.clause)
    return found if found and found.kind in ("municipality", "council", "several") else None


def _has_own_subject(text: str, clause: Slice) -> bool:
    """A clause with "da", or about an item ("v Kopru je bila točka preložena"), has a subject of its own."""
    return bool(
        phrase("subordinate-clause").match(text, clause.start)
        or phrase("item-acts").search(text, clause.start, clause.end)
    )
