"""What a municipality writes of itself in a letter: who is not named there is its council, at whose session it was.

As in "Obveščamo vas, da je bil načrt na 21. redni seji vzet na znanje" and "Predlagani sklep ni dobil večine".
"""

from __future__ import annotations

from rinsearch.compose.paper import COUNCIL, Paper, tags_between
from rinsearch.compose.subjects.bodies import nearest_body
from rinsearch.compose.subjects.clause_kinds import is_main
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Verb
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.taxonomy.phrases import phrase

TAKING_NOTE = frozenset({"decision.seznaniti-se"})
QUOTED = ">"  # before the lines of a letter that is answered
LOST = frozenset({"decision.ni-potrebne-vecine", "decision.ni-sprejet", "decision.pasti"})


def is_own_letter(paper: Paper) -> bool:
    """Whether a paper is a letter of a municipality."""
    return (
        paper.kind in (DocumentKind.LETTER, DocumentKind.REPORT) and paper.issuer is not None and paper.body == COUNCIL
    )


def is_writers_word(verb: Verb) -> bool:
    """Whether those who write say it themselves: in a main clause, or behind "Obveščamo vas, da"."""
    if verb.passage.text.lstrip().startswith(QUOTED):
        return False
    because = verb.says in PROCEDURE and phrase("because-clause").match(verb.passage.text, verb.clause.start)
    return is_main(verb) or bool(because or phrase("writer-tells").search(verb.governor))


def at_own_session(paper: Paper, verb: Verb, passive: frozenset[str]) -> bool:
    """Whether a letter tells of its own council without naming it, by its session or by the vote that it lost."""
    if not is_own_letter(paper) or verb.says not in SUBSTANCE or not verb.is_past or not is_writers_word(verb):
        return False
    text, sentence = verb.passage.text, verb.sentence
    if nearest_body(text, sentence, verb.start) or _is_elsewhere(paper, verb):
        return False
    if verb.says == EventStatus.REJECTED and verb.tag.evidence.rule in LOST:
        return bool(phrase("resolution-or-vote").search(verb.words))
    if not phrase("of-session").search(verb.statement):
        return False
    return verb.tag.evidence.rule in passive or (
        verb.tag.evidence.rule in TAKING_NOTE and bool(phrase("they-did").search(verb.words))
    )


def _is_elsewhere(paper: Paper, verb: Verb) -> bool:
    """Whether the sentence speaks of another municipality, or of a session that is not the council's."""
    own = paper.issuer.code if paper.issuer else ""
    names = tags_between(verb.passage, "municipality", verb.sentence.start, verb.sentence.end)
    return any(each.value != own for each in names) or bool(phrase("other-body-named").search(verb.statement))
