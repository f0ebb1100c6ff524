"""Bodies that a text names (council, committee, mayor, municipality), and the municipality that each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from rinsearch.clauses import Slice
from rinsearch.compose.paper import cell_end, tags_between
from rinsearch.compose.subjects.places import named_in, situated
from rinsearch.compose.subjects.together import by_adjectives, is_of_no_municipality
from rinsearch.records import Municipality, Passage
from rinsearch.sieve import Sieve
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import Body, bodies

KEPT = 256  # parts of the text at hand
MUNICIPALITY_REACH = 60  # characters between a body and its municipality: "Občinski svet Mestne občine Novo mesto"


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body in a text; ``kind`` as that of a subject."""

    kind: str
    start: int
    end: int


def nearest_body(text: str, part: Slice, verb: int) -> NamedBody | None:
    """The body nearest to the verb, one before it rather than one after it."""
    found = [each for each in _bodies(text, part) if not _is_aside(text, part, each, verb)]
    before = [each for each in found if each.start < verb]  # a name may take in words up to the verb
    last = cell_end(text, verb, part.end)  # who carried it out stands in a cell of its own behind what was resolved
    after = [each for each in found if verb <= each.start < last]
    after = [each for each in after if not phrase("set-against").match(text, each.start - 2)]
    if before:
        return before[-1]
    return after[0] if after else None


def _is_aside(text: str, part: Slice, body: NamedBody, verb: int) -> bool:
    """Whether a body stands in brackets, and the verb does not: "preloženo (poročevalec odsoten)"."""
    opened = text.rfind("(", part.start, body.start)
    closed = text.find(")", opened, part.end) if opened >= 0 else -1
    return closed >= body.end and not opened < verb < closed


@lru_cache(maxsize=KEPT)
def _bodies(text: str, part: Slice) -> tuple[NamedBody, ...]:
    """The bodies named in a part of a text, in their order; several verbs of a sentence ask for the same."""
    taken: list[NamedBody] = []
    for body in _sieve().kept(text[part.start : part.end]):
        for match in body.pattern.finditer(text, part.start, part.end):
            found = NamedBody(body.kind, match.start(), match.end())
            if not part.holds(found.start):
                continue  # in a relative clause: "načrt, ki ga je pripravil odbor, …"
            if text[found.end : found.end + 1] == ":" and found.start <= part.start + 3:
                continue  # "Poročevalka: »V Lenartu so se …«": who speaks
            if phrase("governs-genitive").search(text, part.start, found.start):
                continue  # "na predlog županje": the form is a genitive, and no subject
            if phrase("body-is-object").search(text, part.start, found.start):
                continue  # "V svet zavoda se imenuje …"
            if not any(found.start < other.end and other.start < found.end for other in taken):
                taken.append(found)
    # "Mestni svet MO Ptuj" is one body: the municipality right behind its council does not act by itself.
    ends = {each.end + 1 for each in taken if each.kind == "council"}
    kept = (each for each in taken if each.kind != "municipality" or each.start not in ends)
    return tuple(sorted(kept, key=lambda each: each.start))


@cache
def _sieve() -> Sieve[Body]:
    """Most clauses have the words of few bodies; to search for all twenty was the slowest line of this room."""
    return Sieve((body, body.pattern) for body in bodies())


def municipalities_of_several(
    passage: Passage, sentence: Slice, clause: Slice, found: NamedBody
) -> tuple[Municipality, ...]:
    """The municipalities of two or more councils: named behind them, else before them in the sentence."""
    placed = situated(passage, clause) if found.start < clause.start else ()
    elsewhere = phrase("not-there").search(passage.text, clause.start, clause.end)
    behind = placed or named_in(passage, found.start, elsewhere.start() if elsewhere else clause.end)
    behind = behind or by_adjectives(passage.text, found.start, clause.end)
    before = behind or named_in(passage, sentence.start, found.start)
    if before or phrase("all-of-them").match(passage.text, found.start):
        return before  # "V Dravogradu … Seznanili so se vsi sveti razen enega": of whom is not said
    return named_in(passage, 0, sentence.start)


def municipality_of(passage: Passage, sentence: Slice, found: NamedBody) -> tuple[Municipality, ...]:
    """The municipality of a body, right behind it ("svet Občine Semič") or before it ("kočevski občinski svet")."""
    adjective = phrase("adjective-before").search(passage.text, sentence.start, found.start)
    if adjective and not phrase("council-adjective").fullmatch(adjective["last"]):
        return by_adjectives(passage.text, adjective.start(), adjective.end())
    if phrase("its-council").search(passage.text, 0, found.start):
        return named_in(passage, 0, found.start)[-1:]
    reach = min(found.end + MUNICIPALITY_REACH, sentence.end)
    until = cell_end(passage.text, found.end, reach)  # where the resolution was sent stands in a cell of its own
    for tag in tags_between(passage, "municipality", sentence.start, until):
        start, end = tag.evidence.start, tag.evidence.end
        behind = start >= found.start and not phrase("apart-from-body").search(passage.text[found.end : start])
        before = start < found.start <= end + 1
        if behind or before:
            return (municipalities()[tag.value].ref,)
    return ()


def is_anothers(passage: Passage, sentence: Slice, found: NamedBody) -> bool:
    """Whether a council is "theirs", of somebody who is no municipality of the sentence."""
    adjective = phrase("adjective-before").search(passage.text, sentence.start, found.start)
    named = adjective["last"] if adjective else ""
    if named and not phrase("council-adjective").fullmatch(named) and is_of_no_municipality(named):
        return True  # "strateški svet": no municipality has this adjective
    theirs = phrase("their-council").search(passage.text, 0, found.start)
    return bool(theirs) and not named_in(passage, sentence.start, found.start)
