"""Whether a clause names something that its verb could be about.

Inside an item about the plan a council "je soglasno potrdil" the plan; "je potrdil popravek" it did not. Without a
parser the words tell: of a clause without an object nothing is left but who acts, how, when, and words for the item.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs.verbs import SUBSTANCE, Verb
from rinsearch.records import EventStatus
from rinsearch.taxonomy.phrases import phrase

WITH = frozenset({"decision.seznaniti-se", "decision.biti-seznanjen", "decision.soglasati", "decision.strinjati-se"})
NOTING = frozenset({"decision.seznaniti-se", "decision.biti-seznanjen"})
RESOLUTION_SENT = "decision.poslati-sklep-o-seznanitvi"  # what was sent is the resolution on the plan
NOTING_DONE = "decision.opraviti-seznanitev"
RESOLUTION_ADOPTED = "decision.sprejeti-sklep-o-seznanitvi"  # by a municipality only through its council
RESOLUTION_ENCLOSED = "decision.sprejeti-poslani-sklep-o-seznanitvi"
REVOKING = frozenset({"decision.razveljaviti-sklep", "decision.sklep-ne-velja-vec", "decision.sklep-se-odpravi"})
LONGEST_ADJECTIVES = 40  # characters of "Regijskega izvedbenega "
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Blank(NamedTuple):
    """Tags that are blanked out by their labels, and the sign that stands in their place."""

    labels: tuple[str, ...]
    sign: str


# Words that govern nothing.
NAMES = Blank(("decision", "municipality", "organisation", "region", "vote", "date", "session"), " ")
# Words that are no object. The sign holds a verb's place, so that "ob tem [zavrnil] pripombo" is no "ob tem pripombo".
NO_OBJECTS = Blank(("decision", "vote", "date", "session", "municipality"), "·")


def names_nothing(verb: Verb) -> bool:
    """Whether the clause of a verb names nothing beside the item that is being dealt with.

    As in "Svet je po krajši razpravi soglasno sprejel predlagani sklep." and "Potrjeno z 12 glasovi."
    """
    text, clause = verb.passage.text, verb.clause
    if phrase("that-clause").match(text, clause.end):
        return False  # "Svet je potrdil, da gradiva ni prejel."
    words = _blanked(verb, clause.words(text), clause.start, NO_OBJECTS)
    words = phrase("adverbial").sub(" ", words)
    return all(phrase("no-object").fullmatch(word.group()) for word in _WORD.finditer(words))


def is_enclosed(verb: Verb) -> bool:
    """Whether a resolution that is sent is said to have been adopted: "… sklep o seznanitvi, sprejet na 24. seji"."""
    before = verb.passage.text[verb.sentence.start : verb.start].rstrip()
    behind = verb.tag.evidence.rule == RESOLUTION_ADOPTED and before.endswith(",")
    return verb.tag.evidence.rule == RESOLUTION_ENCLOSED or (
        behind and not phrase("noting-of-another-paper").search(before)
    )


def is_object(verb: Verb, start: int) -> bool:
    """Whether what begins at ``start`` is what the verb is about, and no part of something else.

    "Svet je sprejel pripombe na načrt" is about remarks, "Svet se je seznanil z vsebino načrta" about the plan.
    """
    if verb.says not in SUBSTANCE or verb.is_noun or verb.tag.evidence.rule == RESOLUTION_SENT or is_enclosed(verb):
        return True
    if _adopts_beside(verb, start):
        return False
    if not verb.clause.holds(start):
        if start >= verb.clause.end and _has_own_object(verb, start):
            return False
        if start < verb.clause.start and phrase("measured-by").search(verb.passage.text, verb.sentence.start, start):
            return False  # "Po načrtu naj občine prispevajo vsaka svoj delež; v Rušah so to odklonili."
        return not (start >= verb.clause.end and phrase("opens-another").match(verb.passage.text, verb.clause.end))
    if _is_not_that(verb, start) or _notes_another(verb, start) or _begins_anew(verb, start):
        return False
    until = verb.passage.text[verb.clause.start : start]
    if phrase("but-not").search(until) or (start < verb.start and phrase("grounds-of-another").search(until)):
        return (
            False  # "se je seznanil s poročilom, ne pa tudi z načrtom", "Ob upoštevanju načrta je svet sprejel odlok"
        )
    if verb.says == EventStatus.ACKNOWLEDGED and _is_meant_by_pronoun(verb, start):
        return True
    begin = verb.tag.evidence.end if start >= verb.tag.evidence.end else verb.clause.start
    before = _blanked(verb, verb.passage.text[begin:start], begin, NAMES)
    before = phrase("object-begins").split(before)[-1]
    withs = phrase("governed-with").finditer(before) if verb.tag.evidence.rule in WITH else ()
    governed = [match.end() for match in withs]
    before = before[governed[-1] :] if governed else phrase("circumstance").sub(" ", before)
    noting = verb.tag.evidence.rule in NOTING and bool(governed)
    return not any(_governs(word.group(), noting=noting) for word in _WORD.finditer(before))


def _is_meant_by_pronoun(verb: Verb, start: int) -> bool:
    """Whether what the first half of a clause names is "ga" in the second: "nima nič zoper načrt in ga jemlje"."""
    text = verb.passage.text
    again = start < verb.start and phrase("and-it").search(text, start, verb.start)
    return bool(again) and not phrase("another-document").search(text, verb.clause.start, verb.start)


def _adopts_beside(verb: Verb, start: int) -> bool:
    """Whether remarks are adopted beside the plan: "se je z načrtom seznanil in sprejema pripombe iz 2. točke"."""
    if verb.says != EventStatus.ADOPTED or start > verb.start:
        return False
    others = tags_between(verb.passage, "decision", verb.sentence.start, verb.start)
    behind = verb.passage.text[verb.tag.evidence.end : verb.sentence.end]
    return bool(others) and phrase("adopts-remarks").match(behind) is not None


def _is_not_that(verb: Verb, start: int) -> bool:
    """Whether the clause ends by denying what begins there: "se je s cenikom seznanil, z načrtom pa še ne"."""
    text, behind = verb.passage.text, verb.tag.evidence.end
    set_apart = start > behind and phrase("set-apart-with").search(text, behind, start)
    return bool(set_apart) and bool(phrase("denied-in-short").match(text, start, verb.sentence.end))


def _notes_another(verb: Verb, start: int) -> bool:
    """Whether a name without the case for it stands before a verb that has an object of its own behind it.

    As in a heading that goes on: "6. Regijski izvedbeni načrt 2017–2020 Svet se je seznanil s poročilom o prejšnjem".
    """
    if verb.tag.evidence.rule not in WITH or start > verb.start:
        return False
    text = verb.passage.text
    noun = phrase("plan-noun").search(text, start)
    other = phrase("object-of-noting").search(text, verb.tag.evidence.end, verb.clause.end)
    named = phrase("another-document").search(other.group()) if other else None
    return bool(named) and not (noun and phrase("with-plan").match(noun.group()))


def names_other(verb: Verb) -> bool:
    """Whether one takes note of something else that is named behind the verb, and of no "ga": "z osnutkom programa"."""
    text, end = verb.passage.text, verb.tag.evidence.end
    other = phrase("object-of-noting").search(text, end, verb.clause.end) if verb.tag.evidence.rule in WITH else None
    words = text[other.start() : verb.clause.end].partition(",")[0] if other else ""
    return bool(phrase("another-document").search(words)) and not phrase("plan-noun").search(words)


def _begins_anew(verb: Verb, start: int) -> bool:
    """Whether the name is the subject of what follows: "se je seznanil s poročilom, načrt pa ga še čaka"."""
    text, behind = verb.passage.text, verb.tag.evidence.end
    if verb.tag.evidence.rule not in WITH or not text[behind:start].rstrip().endswith(","):
        return False
    noun = phrase("plan-noun").search(text, start)
    if noun is None or noun.start() - start > LONGEST_ADJECTIVES or phrase("with-plan").match(noun.group()):
        return False
    goes_on = phrase("goes-on-of-itself").match(text, noun.end())
    return bool(goes_on) and bool(phrase("governed-with").search(text, behind, start))


def _has_own_object(verb: Verb, start: int) -> bool:
    """Whether one takes note of something else, and the name in the next clause has not the case for it.

    As in "so se seznanili s programom, Regijskega izvedbenega načrta pa center še ni poslal".
    """
    if verb.tag.evidence.rule not in WITH:
        return False
    text, clause = verb.passage.text, verb.clause
    if not phrase("set-apart").search(text, clause.end, verb.sentence.end):
        return False
    noun = phrase("plan-noun").search(text, start)
    other_case = noun and noun.start() - start <= LONGEST_ADJECTIVES and not phrase("with-plan").match(noun.group())
    return bool(other_case) and bool(phrase("governed-with").search(text, verb.tag.evidence.end, clause.end))


def names_matter(verb: Verb, start: int, end: int) -> bool:
    """Whether words from ``start`` to ``end`` name something that a verb could be about, and not the item at hand."""
    words = verb.passage.text[start:end]
    if phrase("business").search(words):
        return True
    words = phrase("circumstance").sub(" ", _blanked(verb, words, start, NAMES))
    return any(_governs(word.group(), noting=False) for word in _WORD.finditer(words))


def _governs(word: str, *, noting: bool) -> bool:
    """Whether a word before the plan's name is what the verb is about, as in "se seznani z uresničevanjem načrta"."""
    if noting and phrase("carrying-out").fullmatch(word):
        return True
    known = phrase("no-object").fullmatch(word) or phrase("stands-for-plan").fullmatch(word)
    return word.islower() and len(word) > 3 and not known and not phrase("adjective-form").fullmatch(word)


def _blanked(verb: Verb, words: str, begin: int, blank: Blank) -> str:
    """Words of a passage from ``begin`` on, with blanks in place of tags."""
    for label in blank.labels:
        for tag in tags_between(verb.passage, label, begin, begin + len(words)):
            start, end = tag.evidence.start - begin, tag.evidence.end - begin
            words = f"{words[:start]}{blank.sign * (end - start)}{words[end:]}"
    return words
