"""Who acts: the body that is the subject of a verb, and the municipality that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rinsearch.clauses import Slice
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs import Verb
from rinsearch.records import Municipality, Passage
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import bodies

COUNCILS_OWN = frozenset({"občinski", "mestni", "novoizvoljeni", "celotni", "navzoči", "prisotni"})
BEGINNING = 30  # characters in which a sentence says where: "V sosednjem Trebnjem"
NAME_REACH = 60  # characters between a body and its municipality: "Občinski svet Mestne občine Novo mesto"


@dataclass(frozen=True, slots=True)
class Subject:
    """The body that acts; ``kind`` is council, councils, municipality, other, or none where no body is named."""

    kind: str
    words: str
    municipalities: tuple[Municipality, ...]

    @property
    def is_council(self) -> bool:
        """Whether a council (or several) acts."""
        return self.kind in ("council", "councils")


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    start: int
    end: int


def subject_of(verb: Verb) -> Subject:
    """The subject of a verb: in its clause, before the relative pronoun, or in the main clause."""
    passage, sentence, clause, parts = verb.passage, verb.sentence, verb.clause, verb.clauses
    found = _nearest(passage.text, clause, verb.start)
    borrowed = found is None
    if verb.is_resolved and (resolving := _of_resolving(passage.text, parts, clause)) and resolving.kind == "other":
        found = resolving  # "Odbor je sklenil, da se svet z načrtom seznani."
    if found is None and phrase("elliptic-subject").match(passage.text, clause.start):
        return Subject("councils", passage.text[clause.start : verb.start], _situated(passage, clause))
    if found is None and is_relative(passage.text, clause):
        found = _antecedent(passage.text, sentence, clause)
    elif found is None and verb.is_resolved:
        found = _of_resolving(passage.text, parts, clause)
    elif found is None and clause.start > sentence.start and not _has_own_subject(passage.text, clause):
        found = _of_main_clause(passage.text, parts, clause)
    if found is None and clause.start > sentence.start and phrase("name-acts").match(passage.text, clause.start):
        return Subject("councils", "", _situated(passage, clause))
    if found is None:
        return Subject("none", "", _situated(passage, clause) or _at_beginning(passage, sentence, clause))
    words = passage.text[found.start : found.end]
    if found.kind == "council" and _is_anothers(passage, sentence, found):
        return Subject("other", words, ())  # "predsednik krajevne skupnosti je povedal, da se je njihov svet …"
    if found.kind == "councils":
        return Subject(found.kind, words, _several(passage, sentence, clause, found))
    placed = _situated(passage, clause) or (_at_beginning(passage, sentence, clause) if borrowed else ())
    named = _named(passage, sentence, found)
    return Subject(found.kind, words, (placed or named) if borrowed else (named or placed))


def _is_anothers(passage: Passage, sentence: Slice, found: _Found) -> bool:
    """Whether a council is "theirs", of somebody who is no municipality of the sentence."""
    theirs = phrase("their-council").search(passage.text, 0, found.start)
    return bool(theirs) and not _all(passage, sentence.start, found.start)


def is_relative(text: str, clause: Slice) -> bool:
    """Whether a clause begins with a relative pronoun."""
    return bool(phrase("relative-clause").match(text, clause.start))


def _antecedent(text: str, sentence: Slice, clause: Slice) -> _Found | None:
    """The body that "ki" stands for: the one right before it, with no verb between ("Odbor za …, ki se je …")."""
    found = _nearest(text, Slice(sentence.start, clause.start), clause.start)
    if (
        found is None
        or clause.start - found.end > NAME_REACH
        or phrase("auxiliary").search(text, found.end, clause.start)
    ):
        return None
    return found


def _of_main_clause(text: str, parts: tuple[Slice, ...], clause: Slice) -> _Found | None:
    """The body of the clauses before this one, the nearest first; a relative clause tells of something else."""
    before = [each for each in parts if each.start < clause.start and not is_relative(text, each)]
    return next((found for each in reversed(before) if (found := _nearest(text, each, each.end))), None)


def _of_resolving(text: str, parts: tuple[Slice, ...], clause: Slice) -> _Found | None:
    """The body that resolved or stated it; a mayor only states what the council did."""
    found = _of_main_clause(text, parts, clause)
    return None if found and found.kind == "mayor" else found


def _has_own_subject(text: str, clause: Slice) -> bool:
    """A clause with "da", or about an item ("v Kopru je bila točka preložena"), has a subject of its own."""
    return bool(
        phrase("subordinate-clause").match(text, clause.start)
        or phrase("item-acts").search(text, clause.start, clause.end)
    )


def _nearest(text: str, part: Slice, verb: int) -> _Found | None:
    """The body nearest to the verb, one before it rather than one after it."""
    found = tuple(_bodies(text, part))
    before = [each for each in found if each.end <= verb]
    after = [each for each in found if each.start >= verb]
    if before:
        return before[-1]
    return after[0] if after else None


def _bodies(text: str, part: Slice) -> Iterator[_Found]:
    taken: list[_Found] = []
    for body in bodies():
        for match in body.pattern.finditer(text, part.start, part.end):
            found = _Found(body.kind, match.start(), match.end())
            if not part.holds(found.start):
                continue  # in a relative clause: "načrt, ki ga je pripravil odbor, …"
            if text[found.end : found.end + 1] == ":" and found.start <= part.start + 3:
                continue  # "Poročevalka: »V Lenartu so se …«": who speaks
            if phrase("governs-genitive").search(text, part.start, found.start):
                continue  # "na predlog županje": the form is a genitive, and no subject
            if not any(found.start < other.end and other.start < found.end for other in taken):
                taken.append(found)
    # "Mestni svet MO Ptuj" is one body: the municipality right behind its council does not act by itself.
    ends = {each.end + 1 for each in taken if each.kind == "council"}
    kept = (each for each in taken if each.kind != "municipality" or each.start not in ends)
    yield from sorted(kept, key=lambda each: each.start)


def _several(passage: Passage, sentence: Slice, clause: Slice, found: _Found) -> tuple[Municipality, ...]:
    """The municipalities of two or more councils: named behind them, else before them in the sentence."""
    behind = _all(passage, found.end, clause.end)
    return behind or _all(passage, sentence.start, found.start) or _all(passage, 0, sentence.start)


def _named(passage: Passage, sentence: Slice, found: _Found) -> tuple[Municipality, ...]:
    """The municipality of a body, right behind it ("svet Občine Semič") or before it ("kočevski občinski svet")."""
    adjective = phrase("adjective-before").search(passage.text, sentence.start, found.start)
    if adjective and adjective[1].lower() not in COUNCILS_OWN:
        return _by_adjective(adjective[1])
    if phrase("its-council").search(passage.text, 0, found.start):
        return _all(passage, 0, found.start)[-1:]
    for tag in tags_between(passage, "municipality", sentence.start, min(found.end + NAME_REACH, sentence.end)):
        start, end = tag.evidence.start, tag.evidence.end
        behind = start >= found.start and not phrase("apart-from-body").search(passage.text[found.end : start])
        before = start < found.start <= end + 1
        if behind or before:
            return (municipalities()[tag.value].ref,)
    return ()


@cache
def _adjectives() -> Mapping[str, Municipality]:
    """Adjectives of municipalities, in all forms; one that two share stands for neither."""
    shared: set[str] = set()
    found: dict[str, Municipality] = {}
    for entry in municipalities().values():
        for form in dict.fromkeys(map(str.lower, entry.adjective_forms)):
            shared |= {form} & found.keys()
            found[form] = entry.ref
    return {form: ref for form, ref in found.items() if form not in shared}


def _by_adjective(word: str) -> tuple[Municipality, ...]:
    found = _adjectives().get(word.lower())
    return (found,) if found else ()


def _situated(passage: Passage, clause: Slice) -> tuple[Municipality, ...]:
    """The municipalities in which a clause places what happens: "V sosednjem Trebnjem …", "v Vojniku in Štorah …"."""
    found: list[Municipality] = []
    end = clause.start
    for tag in tags_between(passage, "municipality", clause.start, clause.end):
        if not clause.holds(tag.evidence.start):
            continue
        entry = tag.evidence.start <= clause.start + 2  # "Dravograd: svet seznanjen", "ilirskobistriški pa ga je …"
        placed = entry or phrase("in-place").search(passage.text, clause.start, tag.evidence.start)
        listed = found and phrase("listed-place").fullmatch(passage.text, end, tag.evidence.start)
        if placed or listed:
            found.append(municipalities()[tag.value].ref)
            end = tag.evidence.end
    return tuple(found)


def _at_beginning(passage: Passage, sentence: Slice, clause: Slice) -> tuple[Municipality, ...]:
    """A place with which the sentence begins holds for its later clauses, too: "Na Blokah je …, točke pa niso …"."""
    if phrase("subordinate-clause").match(passage.text, clause.start):
        return ()
    found = _situated(passage, Slice(sentence.start, clause.start))
    first = tags_between(passage, "municipality", sentence.start, sentence.start + BEGINNING)
    return found if first else ()


def _all(passage: Passage, start: int, end: int) -> tuple[Municipality, ...]:
    codes = dict.fromkeys(tag.value for tag in tags_between(passage, "municipality", start, end))
    return tuple(municipalities()[code].ref for code in codes)
