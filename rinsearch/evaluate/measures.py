"""Measures and priorities, found by words that their text must hold, and the fields of those that were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.evaluate.gold import Gold
from rinsearch.evaluate.heads import also
from rinsearch.evaluate.quotes import plain
from rinsearch.evaluate.scores import Compared, Key, Words, values
from rinsearch.evaluate.times import is_since, same_time
from rinsearch.records import Analysis, Measure
from rinsearch.taxonomy import fold
from rinsearch.taxonomy.phrases import phrase

_NUMBER = re.compile(r"^(?:\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})[.)]\s+")
Found = tuple[str, Gold, Measure]  # the needle, what the gold says, what was found


def measures(gold: Gold, analysis: Analysis) -> Compared:
    """The measures by their text."""
    return _needles(gold["measures"], gold.get("measures_optional", ()), [each.text for each in analysis.measures])


def priorities(gold: Gold, analysis: Analysis) -> Compared:
    """The priority areas by their title."""
    wanted, optional = ([_as_text(each) for each in gold.get(key, ())] for key in ("priorities", "priorities_optional"))
    return _needles(wanted, optional, [each.title for each in analysis.priorities])


def _as_text(priority: Gold) -> Gold:
    """A priority as the gold of a measure is written; "Prioriteta 2: Romi" and "2. Romi" are its title "Romi"."""
    words = {key.replace("title_", "text_"): str(value) for key, value in priority.items() if "title_contains" in key}
    return {key: _untitled(value) for key, value in words.items()}


def _untitled(title: str) -> str:
    for name in ("priority-title", "goal-title", "series-title"):
        match = phrase(name).match(title)
        if match:
            return match["title"]
    code = phrase("coded").match(title)
    return title[code.end() :] if code else _NUMBER.sub("", title)


def _needles(wanted: Sequence[Gold], optional: Sequence[Gold], texts: Sequence[str]) -> Compared:
    """Texts that contain what is wanted; a text that contains nothing wanted stands for itself."""
    needles = {_needle(each): each["text_contains"] for each in wanted}
    known = sorted([*wanted, *optional], key=_needle)
    found = {next((_needle(each) for each in known if _holds(text, each)), plain(text)): text for text in texts}
    return Compared(found, needles, frozenset(map(_needle, optional)))


def _needle(each: Gold) -> str:
    return plain(each.get("text_contains_clean") or each["text_contains"])


def _holds(text: str, each: Gold) -> bool:
    """Whether the text has the words as the paper has them, or as they were meant: not all damage can be repaired."""
    wanted = [plain(each[key]) for key in ("text_contains_clean", "text_contains") if each.get(key)]
    return any(words in plain(text) or words in _bare(text, words) for words in wanted)


def _bare(text: str, words: str) -> str:
    """The text without carons where the paper has none, which a reader puts back: "pomoc" is meant by "pomoč"."""
    return fold(plain(text)) if words.isascii() else ""


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
        names = [plain(wanted.get(key) or "") for key in ("provider_contains_clean", "provider_contains")]
        name = next(filter(None, names), "")
        shown = ", ".join(measure.providers)
        right = any(each and each in words for each in names for words in (plain(shown), _bare(shown, each)))
        found |= _field(needle, name if right else plain(shown), shown)
        expected |= _field(needle, name)
    return Compared(found, expected)


def deadlines(gold: Gold, analysis: Analysis) -> Compared:
    """Until when, as a person compares times; "od" of the paper may stand with a day of the gold."""
    found, expected = dict[Key, str](), dict[Key, str]()
    for needle, wanted, measure in _found(gold, analysis):
        written = same_time(wanted.get("deadline_clean") or wanted.get("deadline") or "")
        other = [same_time(each) for each in (*also(wanted.get("deadline")), *also(wanted.get("deadline_also_ok")))]
        shown = same_time(measure.deadline or "")
        right = shown in other or is_since(shown, written)
        found |= _field(needle, written if right else shown, measure.deadline or "")
        expected |= _field(needle, written)
    return Compared(found, expected)


def _field(needle: str, value: str, words: str = "") -> Words:
    return {(needle, value): words} if value else {}


def _found(gold: Gold, analysis: Analysis) -> Iterator[Found]:
    for wanted in gold["measures"]:
        needle = _needle(wanted)
        measure = next((each for each in analysis.measures if _holds(each.text, wanted)), None)
        if measure:
            yield needle, wanted, measure
