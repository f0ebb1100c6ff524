"""Target groups: several ways of wording them, of which the longest wins; a mask hides what it covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find
from rinsearch.tag.groups.ages import ages
from rinsearch.tag.groups.group_names import bodies, in_a_name, is_name, societies
from rinsearch.tag.groups.group_wordings import Match, worded
from rinsearch.tag.groups.relative_clauses import clauses
from rinsearch.tag.groups.situations import Situated, situated
from rinsearch.taxonomy import context

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "target_group"
WAYS = (worded, clauses, ages, bodies, societies)
NAMES = ("name", "body")
SETTLED = ("phrase", "with", "field", "people")
NEAR = 6  # tokens: "žalujoči po izgubi bližnjega" are named once
NATIONS = frozenset({"romi", "migranti", "zenske"})
SHORT = 3  # letters: prepositions and pronouns


def target_groups(doc: Doc) -> Iterator[Find]:
    """Find target groups. A mask hides what it covers; words that name two groups give two finds."""
    told = tuple(situated(doc))
    worded = _longest(doc, {each.match for each in told if not each.match.groups})
    shown = _shown(doc, told, worded)
    held = frozenset(place for each in shown for place in each.held)
    kept = [match for match in worded if match.groups and not in_a_name(doc, match) and not _held(doc, match, held)]
    found = _finds(doc, [*kept, *(each.match for each in shown)])
    yield from sorted(found, key=lambda find: (find.start, find.value))


def _shown(doc: Doc, told: Iterable[Situated], worded: Sequence[Match]) -> list[Situated]:
    """Situations that no mask hides; of one group in one place only the longest, and none that is named there, too."""
    shown: list[Situated] = []
    for each in sorted(told, key=lambda each: each.match.start - each.match.end):
        rivals = [*worded, *(other.match for other in shown)]
        if each.match.groups and not _hidden(doc, each, worded) and not _named(each.match, rivals):
            shown.append(each)
    return shown


def _is_a_name(doc: Doc, each: Situated) -> bool:
    """Whether one word alone makes the situation and is a name: "svetnik Slepec", "pri Studentu", "Gluhi Vrh".

    Peoples have a capital themselves ("Ukrajinci"), and so has what is named after somebody ("Braillova pisava").
    """
    if len(each.places) > 1 or not NATIONS.isdisjoint(each.match.groups):
        return False
    place = each.match.start
    return is_name(doc, place) and not doc[place].lower_.startswith(tuple(context("eponyms")))


def _named(match: Match, rivals: Iterable[Match]) -> bool:
    meets = (each for each in rivals if each.begin < match.end + NEAR and match.begin < each.end + NEAR)
    return any(set(match.groups) <= set(each.groups) for each in meets)


def _hidden(doc: Doc, each: Situated, worded: Iterable[Match]) -> bool:
    """Whether a mask or a longer wording holds all words of a situation, or a name one of them.

    "Svojci oseb z demenco" are what the taxonomy says of these words, and not the people with dementia, too.
    """
    if _is_a_name(doc, each):
        return True
    for match in worded:
        places = each.places.intersection(range(match.start, match.end))
        named = match.kind in NAMES or (match.groups and in_a_name(doc, match))
        settled = not match.groups or match.kind in SETTLED
        if places and (named or (settled and places == each.places)):
            return True
    return False


def _held(doc: Doc, match: Match, held: frozenset[int]) -> bool:
    """Whether the words belong to a situation and say nothing beside it: "smrt otroka" speaks of no children."""
    places = [place for place in range(match.start, match.end) if len(doc[place]) > SHORT]
    return bool(places) and held.issuperset(places)


def _longest(doc: Doc, masks: Set[Match]) -> list[Match]:
    """Of matches that overlap the longest, with all that stand at the same place; a mask there hides them."""
    found = sorted(
        masks | {match for way in WAYS for match in way(doc)},
        key=lambda match: (match.start - match.end, match.start, bool(match.groups), match),
    )
    taken = bytearray(len(doc))
    spans: set[tuple[int, int]] = set()
    masked: set[tuple[int, int]] = set()
    kept = []
    for match in found:
        span = (match.start, match.end)
        if span in masked or (span not in spans and any(taken[match.start : match.end])):
            continue
        spans.add(span)
        taken[match.start : match.end] = b"\1" * (match.end - match.start)
        kept.append(match)
        if not match.groups:
            masked.add(span)
    return kept


def _finds(doc: Doc, matches: Iterable[Match]) -> set[Find]:
    found: dict[tuple[str, int, int], Find] = {}
    for match in matches:
        span = doc[match.begin : match.end]
        for group in match.groups:
            find = Find(LABEL, group, span.start_char, span.end_char, f"{LABEL}.{match.kind}")
            found.setdefault((group, span.start_char, span.end_char), find)
    return set(found.values())
