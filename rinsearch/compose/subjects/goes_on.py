"""Whose council a clause means that goes on with what the clause before it tells of: "…, ker je svet točko odložil"."""

from __future__ import annotations

from rinsearch.clauses import Slice
from rinsearch.compose.paper import tags_between
from rinsearch.compose.subjects.bodies import NamedBody, municipality_of, nearest_body
from rinsearch.compose.subjects.places import at_beginning, situated
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import Municipality
from rinsearch.taxonomy.phrases import phrase


def of_clause_before(verb: Verb, found: NamedBody) -> tuple[Municipality, ...]:
    """The municipality whose council it is; nobody where the clause begins anew or says that it is "naš svet"."""
    before = [each for each in verb.clauses if each.start < verb.clause.start][-1:]
    if found.kind != "council" or not before or phrase("set-beside").search(verb.words):
        return ()
    text, start = verb.passage.text, verb.clause.start
    if phrase("but-clause").match(text, start):
        decided = tags_between(verb.passage, "decision", before[0].start, before[0].end)
        return _of_teller(verb, before[0]) if decided else ()
    if phrase("because-clause").match(text, start):
        return situated(verb.passage, before[0]) or _of_teller(verb, before[0])
    told = before[0].words(text)
    handled = phrase("handled-there").search(told) and not phrase("not-done").search(told)
    return at_beginning(verb.passage, verb.sentence, verb.clause) if handled and _is_joined(text, start) else ()


def is_of_another_matter(verb: Verb) -> bool:
    """Whether the clause before a semicolon tells of anything else: "V Ribnici je dnevni center; svet se je …"."""
    text, start = verb.passage.text, verb.clause.start
    before = [each for each in verb.clauses if each.start < start][-1:]
    told = before[0].words(text) if before and _is_joined(text, start) else ""
    about_plan = phrase("handled-there").search(told) or phrase("plan-again").search(told)
    return bool(told) and not (about_plan or tags_between(verb.passage, "decision", before[0].start, before[0].end))


def _of_teller(verb: Verb, before: Slice) -> tuple[Municipality, ...]:
    """The municipality that the clause before tells of: "Občina Žiri je točko uvrstila, a so jo svetniki odložili"."""
    teller = nearest_body(verb.passage.text, before, before.end)
    known = teller is not None and teller.kind == "municipality"
    return municipality_of(verb.passage, verb.sentence, teller) if teller and known else ()


def _is_joined(text: str, start: int) -> bool:
    """Whether a semicolon stands before a clause: "v Pivki je bil načrt na seji; svet se je z njim seznanil"."""
    return ";" in text[max(0, start - 2) : start + 1]
