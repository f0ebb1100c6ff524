"""Who acts: the body that is the subject of a verb, and the municipality that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.paper import cell_end, tags_between
from rinsearch.compose.subjects.bodies import (
    NamedBody,
    is_anothers,
    municipalities_of_several,
    municipality_of,
    nearest_body,
)
from rinsearch.compose.subjects.borrowed import borrowed, of_resolving
from rinsearch.compose.subjects.goes_on import of_clause_before
from rinsearch.compose.subjects.places import (
    all_of_row,
    at_beginning,
    in_turn,
    named_in,
    of_bracket,
    of_entry,
    refs,
    situated,
    where,
)
from rinsearch.compose.subjects.reporting import by_name, by_paper, by_source, from_place, reporter
from rinsearch.compose.subjects.together import by_adjectives, together
from rinsearch.compose.verbs.objects import NOTING_DONE, RESOLUTION_SENT, is_enclosed
from rinsearch.compose.verbs.verbs import PROCEDURE, Verb
from rinsearch.compose.votes import is_voted_for
from rinsearch.records import Municipality, PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAD_GAP = 3  # characters between a lead-in and its sentence
# Their subject takes note or adopts; "Točka se je končala s seznanitvijo" has one that does not.
AGREEING = frozenset({f"decision.{name}" for name in ("seznaniti-se", "na-znanje", "sprejeti", "potrditi", "podpreti")})
TAKING_NOTE = "decision.seznaniti-se"  # has no object in the accusative, which looks as a subject does
COUNCILS = frozenset({"council", "councils", "several"})
DAY_REACH = 8  # characters between a municipality and the day: " dne ", " je "


@dataclass(frozen=True, slots=True)
class Subject:
    """The body that acts; ``kind`` is council, councils, municipality, several, other, or none where none is named."""

    kind: str
    words: str
    municipalities: tuple[Municipality, ...]

    @property
    def is_council(self) -> bool:
        """Whether a council (or several) acts."""
        return self.kind in ("council", "councils")


def subject_of(verb: Verb) -> Subject:
    """The subject of a verb: in its clause, before the relative pronoun, or in the main clause."""
    passage, sentence, clause = verb.passage, verb.sentence, verb.clause
    here = nearest_body(passage.text, clause, verb.start)
    if here and here.start > verb.start and (elsewhere := _other_before(verb, here)):
        return elsewhere
    meant = of_bracket(verb) or in_turn(verb)
    if meant or (meant is not None and here is None):
        return Subject("none", "", meant)  # but in "drugi se je z njim strinjal podžupan" the clause says who
    if (here is None or here.kind in COUNCILS) and (row := all_of_row(verb)):
        return Subject(here.kind if here and here.kind != "several" else "none", "", row)
    own = here if here and is_enclosed(verb) else _of_noun(verb) or here
    if own is None and (acting := _bodiless(verb)):
        return acting
    resolving = of_resolving(verb) if verb.is_resolved else None
    if resolving and resolving.kind == "other":
        own = resolving  # "Odbor je sklenil, da se svet z načrtom seznani."
    if own is None and phrase("elliptic-subject").match(passage.text, clause.start):
        named = situated(passage, clause) or by_adjectives(passage.text, clause.start, verb.start)
        return Subject("councils", passage.text[clause.start : verb.start], named)
    found = own or (None if phrase("we-ourselves").match(passage.text, clause.start) else borrowed(verb))
    if found:
        return _placed(verb, found, borrowed=nearest_body(passage.text, clause, verb.start) is None)
    if clause.start > sentence.start and phrase("name-acts").match(passage.text, clause.start):
        return Subject("councils", "", situated(passage, clause))
    if teller := _teller(verb):
        return teller
    return _other(verb) or _nobody(verb)


def _other(verb: Verb) -> Subject | None:
    """Another body, at which it happens, or with which the verb agrees."""
    if _is_of_another_gender(verb):
        return Subject("other", "", ())
    if verb.tag.evidence.rule == TAKING_NOTE and (named := phrase("explicit-subject").match(verb.words)):
        placed = tags_between(verb.passage, "municipality", verb.clause.start, verb.clause.start + named.end())
        return None if placed else Subject("other", named.group(), ())  # "Upokojenci so se z načrtom seznanili."
    elsewhere = phrase("at-another-body").search(verb.words)
    return Subject("other", elsewhere.group(), ()) if elsewhere else None


def _other_before(verb: Verb, found: NamedBody) -> Subject | None:
    """Another body, at which it was done before a council is named: "potrdili so ga na odboru, na svet gre maja"."""
    elsewhere = phrase("at-another-body").search(verb.passage.text, verb.tag.evidence.end, found.start)
    return Subject("other", elsewhere.group(), ()) if elsewhere and found.kind == "council" else None


def _bodiless(verb: Verb) -> Subject | None:
    """Municipalities alone: those that sent a resolution, those where it is said to have been resolved."""
    passage, clause = verb.passage, verb.clause
    if verb.tag.evidence.rule == RESOLUTION_SENT:
        return Subject("several", "", named_in(passage, clause.start, _announced_until(verb)))
    places = situated(passage, clause) if verb.is_resolved else ()
    return Subject("none", "", places) if places else None  # "… ugotovila, da so se v Radencih z načrtom seznanili."


def _announced_until(verb: Verb) -> int:
    """The end of a clause, or of the names that it announces: "O seznanitvi so poročale občine: Metlika, Semič."."""
    if not verb.statement.endswith(":") or verb.clause.end < verb.sentence.end:
        return verb.clause.end
    behind = (each.end for each in sentences(verb.passage.text) if each.start >= verb.sentence.end)
    return next(behind, verb.clause.end)


def _of_noun(verb: Verb) -> NamedBody | None:
    """The council in the genitive behind a noun: "seznanitev občinskega sveta z načrtom – izpis je prejel CSD"."""
    text, start = verb.passage.text, verb.start
    if is_enclosed(verb):
        sent = phrase("council-genitive").search(text, verb.sentence.start, start)
        return NamedBody("council", *sent.span()) if sent else None
    if verb.tag.evidence.rule == NOTING_DONE:  # "potrjujemo, da je bila seznanitev občinskega sveta opravljena"
        start = max(verb.clause.start, text.lower().find("seznanitev", verb.clause.start, verb.clause.end))
    if not phrase("noting-of-council").match(text, start):
        return None
    found = phrase("council-genitive").search(text, start)
    return NamedBody("council", *found.span()) if found else None


def _nobody(verb: Verb) -> Subject:
    """No body at all, but perhaps the place at which it happens."""
    passage, sentence, clause = verb.passage, verb.sentence, verb.clause
    if phrase("place-of-news").match(passage.text, clause.start):
        return Subject("none", "", ())  # "RADOVLJICA – Načrt je bil sprejet leta 2017": by whom is not said
    placed = situated(passage, clause) or where(passage, sentence, clause) or from_place(verb)
    placed = placed or _neighbour(verb) or at_beginning(passage, sentence, clause) or of_entry(verb)
    if not placed and (unnamed := _among_neighbours(verb)):
        return unnamed
    return Subject("none", "", placed)


def _neighbour(verb: Verb) -> tuple[Municipality, ...]:
    """The neighbour that opens a clause: "Sosednja Radovljica ga bo imela na dnevnem redu"."""
    opens = phrase("neighbour-by-name").match(verb.words)
    return named_in(verb.passage, verb.clause.start, verb.clause.end)[:1] if opens else ()


def _among_neighbours(verb: Verb) -> Subject | None:
    """Somebody who is not named: "pri sosedih so se z načrtom že seznanili"."""
    speaks = phrase("speaks-for-committee").match(verb.passage.text)
    if speaks and "smo" in verb.words.split():
        return Subject("other", speaks.group(), ())  # "Predsednik odbora: … Seznanili smo se z načrtom."
    found = phrase("among-neighbours").search(verb.words) or phrase("neighbour-by-name").match(verb.words)
    named = found and tags_between(verb.passage, "municipality", verb.clause.start, verb.clause.end)
    return Subject("other", found.group(), ()) if found and not named else None


def _teller(verb: Verb) -> Subject | None:
    """Who tells of itself: a municipality by its name alone, or a council by its paper."""
    if names := by_name(verb):
        return Subject("municipality", "", names)
    if is_voted_for(verb.governor) and not phrase("another-body-voted").search(verb.sentence.lead):
        return Subject("council", "", ())  # "Od enajstih navzočih je bilo enajst za to, da se z načrtom seznanimo."
    return Subject("council", "", names) if (names := by_paper(verb)) else None


def _placed(verb: Verb, found: NamedBody, *, borrowed: bool) -> Subject:
    """A body with the municipalities that it belongs to."""
    passage, sentence, clause = verb.passage, verb.sentence, verb.clause
    words = passage.text[found.start : found.end]
    if found.kind == "council" and is_anothers(passage, sentence, found):
        return Subject("other", words, ())  # "predsednik krajevne skupnosti je povedal, da se je njihov svet …"
    if found.kind in ("councils", "several"):
        return Subject(found.kind, words, municipalities_of_several(passage, sentence, clause, found))
    if found.kind == "council" and (unnamed := _among_neighbours(verb)):
        return unnamed
    placed = situated(passage, _in_cell(verb)) or (at_beginning(passage, sentence, clause) if borrowed else ())
    named = municipality_of(passage, sentence, found) or where(passage, sentence, clause)
    of_sentence = (placed or named) if borrowed else (named or placed)
    own = of_sentence or of_clause_before(verb, found)
    own = own or ((reporter(verb) or by_source(verb) or _of_lead(verb, found)) if found.kind == "council" else ())
    own = own or (reporter(verb) if found.kind == "mayor" and verb.says in PROCEDURE else ())
    own = together(passage, clause, own) if found.kind in ("council", "municipality") else own
    further = _further(verb) if own and found.kind == "council" else ()
    return Subject(found.kind, words, tuple(dict.fromkeys((*own, *further))))


def _in_cell(verb: Verb) -> Slice:
    """The clause up to the end of the verb's cell: where a resolution was sent stands in the next one of its row."""
    if verb.passage.kind is not PassageKind.ROW:
        return verb.clause
    return replace(verb.clause, end=cell_end(verb.passage.text, verb.start, verb.clause.end))


def _of_lead(verb: Verb, found: NamedBody) -> tuple[Municipality, ...]:
    """The municipality whose council's resolution is led to: "V vednost: sklep Občinskega sveta Občine Kanal: …"."""
    text, start = verb.passage.text, max(0, verb.sentence.start - len(verb.sentence.lead) - LEAD_GAP)
    tags = tags_between(verb.passage, "municipality", start, found.start)[-1:]
    led = (tag for tag in tags if phrase("resolution-of-council-lead").search(text[start : tag.evidence.start]))
    return refs(tag for tag in led if text[tag.evidence.end : found.start].lstrip().startswith(":"))


def _further(verb: Verb) -> tuple[Municipality, ...]:
    """Councils that did the same, named without a verb: "…, svet Občine Podvelka 14. 9. in svet Občine Muta 20. 9."."""
    text, start = verb.passage.text, verb.tag.evidence.end
    tags = tags_between(verb.passage, "municipality", start, verb.clause.end)
    dates = [tag.evidence.start for tag in tags_between(verb.passage, "date", start, verb.clause.end)]
    near = (tag for tag in tags if any(0 <= day - tag.evidence.end <= DAY_REACH for day in dates))
    found = (tag for tag in near if phrase("further-council").search(text, start, tag.evidence.start))
    return refs(found)


def _is_of_another_gender(verb: Verb) -> bool:
    """Whether a participle agrees with nobody who could be a council: "Predsedstvo se je z načrtom seznanilo".

    What is counted is neuter, too ("12 navzočih je potrdilo"), and so may a place be that stands for its council.
    """
    quote = verb.tag.evidence.quote
    singular = quote.endswith(("la", "lo")) and phrase("singular-past").search(verb.words)
    if verb.tag.evidence.rule not in AGREEING or verb.passage.kind is PassageKind.ROW or not singular or verb.is_entry:
        return False
    return not (quote.startswith("bil") or phrase("counted-people").search(verb.words))
