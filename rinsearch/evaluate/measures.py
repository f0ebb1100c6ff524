"""Measures and priorities, found by words that their text must hold, and the fields of those that were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.evaluate.gold import Gold
from rinsearch.evaluate.heads import also
from rinsearch.evaluate.quotes import plain
from rinsearch.evaluate.scores import Compared, Key, Words, values
from rinsearch.records import Analysis, Measure

Found = tuple[str, Gold, Measure]  # the needle, what the gold says, what was found


def measures(gold: Gold, analysis: Analysis) -> Compared:
    """The measures by their text."""
    return _needles(gold["measures"], gold.get("measures_optional", ()), [each.text for each in analysis.measures])


def priorities(gold: Gold, analysis: Analysis) -> Compared:
    """The priority areas by their title."""
    titles = [{"text_contains": each["title_contains"]} for each in gold["priorities"]]
    return _needles(titles, (), [each.title for each in analysis.priorities])


def _needles(wanted: Sequence[Gold], optional: Sequence[Gold], texts: Sequence[str]) -> Compared:
    """Texts that contain what is wanted; a text that contains nothing wanted stands for itself."""
    needles = {_needle(each): each["text_contains"] for each in wanted}
    free = frozenset(map(_needle, optional))
    known = sorted({*needles, *free})
    found = {next((each for each in known if each in plain(text)), plain(text)): text for text in texts}
    return Compared(found, needles, free)


def _needle(each: Gold) -> str:
    return plain(each.get("text_contains_clean") or each["text_contains"])


# --- fields of the measures that were found ---------------------------------------------------------------------------


def fields(gold: Gold, analysis: Analysis) -> Compared:
    """Target groups, provider and deadline together."""
    several = [compare(gold, analysis) for compare in (groups, providers, deadlines)]
    found = {key: words for each in several for key, words in each.found.items()}
    expected = {key: words for each in several for key, words in each.expected.items()}
    return Compared(found, expected, frozenset(key for each in several for key in each.free))


def groups(gold: Gold, analysis: Analysis) -> Compared:
    """Target groups, those of the priority where a measure names none."""
    found, expected, free = list[Key](), list[Key](), list[Key]()
    for needle, wanted, measure in _found(gold, analysis):
        found += [(needle, each) for each in measure.target_groups or measure.inherited]
        expected += [(needle, each) for each in wanted["target_groups"]]
        free += [(needle, each) for each in wanted.get("target_groups_optional", ())]
    return Compared(values(found), values(expected), frozenset(free))


def providers(gold: Gold, analysis: Analysis) -> Compared:
    """Who carries it out: the words of the gold stand in what was found."""
    found, expected = dict[Key, str](), dict[Key, str]()
    for needle, wanted, measure in _found(gold, analysis):
        name = plain(wanted.get("provider_contains_clean") or wanted.get("provider_contains") or "")
        shown = ", ".join(measure.providers)
        found |= _field(needle, name if name and name in plain(shown) else plain(shown), shown)
        expected |= _field(needle, name)
    return Compared(found, expected)


def deadlines(gold: Gold, analysis: Analysis) -> Compared:
    """Until when, as written."""
    found, expected = dict[Key, str](), dict[Key, str]()
    for needle, wanted, measure in _found(gold, analysis):
        written = plain(wanted.get("deadline_clean") or wanted.get("deadline") or "")
        other = [plain(each) for each in (*also(wanted.get("deadline")), *also(wanted.get("deadline_also_ok")))]
        shown = plain(measure.deadline or "")
        found |= _field(needle, written if shown in other else shown, measure.deadline or "")
        expected |= _field(needle, written)
    return Compared(found, expected)


def _field(needle: str, value: str, words: str = "") -> Words:
    return {(needle, value): words} if value else {}


def _found(gold: Gold, analysis: Analysis) -> Iterator[Found]:
    for wanted in gold["measures"]:
        needle = _needle(wanted)
        measure = next((each for each in analysis.measures if needle in plain(each.text)), None)
        if measure:
            yield needle, wanted, measure
