"""Verbs that only carry what another verb of the sentence says: "Sprejet je bil sklep, da se svet seznani"."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import EventStatus
from rinsearch.taxonomy.phrases import phrase

BARE = frozenset({"decision.sprejeti", "decision.potrditi", "decision.podpreti"})  # "Potrjeno z 12 glasovi."
LIKEWISE = frozenset({"decision.storiti-enako", "decision.sprejeti-enak-sklep", "decision.biti-enako"})


def carries(verb: Verb, verbs: Sequence[Verb]) -> bool:
    """Whether a verb only carries what the clause behind it says: "Sprejet je bil sklep, da se svet seznani"."""
    if verb.is_noun and any(_schedules(each, verb) for each in verbs):
        return True
    supports = verb.says in (EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED)
    if verb.says == EventStatus.ADOPTED and _is_result_of(verb, verbs):
        return True
    if verb.tag.evidence.rule in LIKEWISE and _notes_later(verb, verbs):
        return True  # "Pivški svet je obravnavo opravil in načrt prav tako vzel na znanje."
    behind = [each for each in verbs if each.clause.start >= verb.clause.end]
    if verb.tag.evidence.rule in BARE and phrase("resolution-put").search(verb.words) and _notes_later(verb, verbs):
        return True  # "Svet je sprejel predlagani sklep in se tako seznanil z načrtom."
    if verb.says == EventStatus.ADOPTED and phrase("resolution-taken").search(verb.words):
        # "Sklep so že sprejeli, in sicer se je svet z načrtom seznanil."
        return any(each.is_resolved or each.says == EventStatus.ACKNOWLEDGED for each in behind)
    return supports and any(each.is_resolved and not _is_apart(verb, each, verbs) for each in behind)


def _is_apart(verb: Verb, resolved: Verb, verbs: Sequence[Verb]) -> bool:
    """Whether another verb carries what was resolved: "seznanil se je svet v Izoli, v Kopru pa so sprejeli, da …"."""
    between = [
        each for each in verbs if verb.clause.end <= each.clause.start and each.clause.end <= resolved.clause.start
    ]
    own = phrase("resolved-that").search(verb.passage.text[verb.sentence.start : verb.clause.end])
    return bool(between) and not own


def _notes_later(verb: Verb, verbs: Sequence[Verb]) -> bool:
    """Whether another verb behind it says that the council so took note."""
    return any(each.says == EventStatus.ACKNOWLEDGED and each.start > verb.start for each in verbs)


def _schedules(verb: Verb, noun: Verb) -> bool:
    """Whether a verb only puts what a noun of its clause names on an agenda: "Seznanitev se uvrsti na sejo"."""
    return verb.says == EventStatus.SCHEDULED and not verb.is_noun and verb.clause == noun.clause


def _is_result_of(verb: Verb, verbs: Sequence[Verb]) -> bool:
    """Whether it says only that what another verb of the sentence says was adopted.

    As in "Sklep, da se svet z načrtom seznani, je bil sprejet." and "Soglasno sprejeto: svet je z načrtom seznanjen."
    """
    others = [each for each in verbs if each.says == EventStatus.ACKNOWLEDGED]
    text = verb.passage.text
    if phrase("resolution-behind-colon").match(text, verb.tag.evidence.end):
        return any(each.start > verb.start for each in others)
    before = [each for each in others if each.clause.start < verb.clause.start]
    ruled = any(phrase("resolution-or-proposal-that").search(each.governor) for each in before)
    earlier = [each for each in others if each.start < verb.start]
    if earlier and phrase("numbered-result").search(verb.words):
        return True  # "Svet vzame načrt na znanje … REZULTAT: sklep 5 je izglasovan"
    if verb.tag.evidence.rule not in BARE:
        return False
    if earlier and phrase("result-appended").search(text, earlier[-1].start, verb.start):
        return True  # "Svet se je seznanil z načrtom – sprejeto s 13 glasovi"
    return ruled and names_nothing(verb)
