"""What a measure has as another one has it: "isti", "»", "kot zgoraj", "enako kot 1.2", "glej projekt Topla hiša"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.language import fold
from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

FIELDS = ("provider", "target_group", "deadline")
STEM = 4  # letters: "enota", "enoto"
SHORTEST_NAME = 4  # letters


def with_same(draft: Draft, before: Sequence[Draft], behind: Sequence[Draft] = ()) -> Draft:
    """The draft with what it has as another one: the nearest before it, or the one whose number or name is told."""
    for name in FIELDS:
        match = _ditto(draft, name)
        if match is None:
            continue
        draft = draft.without(name)
        pointed = any(value for key, value in match.groupdict().items() if key != "noun")
        others = [*_of_noun(name, match, before), *reversed(before), *(behind if pointed else ())]
        found = next(_meant(name, match, others), None)
        draft = draft.with_fields(found[0], {name: found[1]}) if found else draft
    return draft


def _of_noun(name: str, match: Match[str], before: Sequence[Draft]) -> Iterator[Draft]:
    """Those before it in which the noun stands: "ista enota" is the last one that is a unit, and not the last one."""
    noun = (match.groupdict().get("noun") or "").casefold()[:STEM]
    yield from (each for each in reversed(before) if noun and noun in (each.value(name) or "").casefold())


def is_ditto(draft: Draft, name: str) -> bool:
    """Whether the words of a field are none of its own."""
    return _ditto(draft, name) is not None


def _ditto(draft: Draft, name: str) -> Match[str] | None:
    """The words that point to another measure; of those who or whom it is for they are all, or up to a comma."""
    if name not in draft.fields or name in draft.said:
        return None
    words = draft.home(name).text[slice(*draft.fields[name])].strip(" \t\n;,.")
    return phrase("ditto").fullmatch(words) or phrase("ditto-but").match(words)


def _meant(name: str, match: Match[str], others: Sequence[Draft]) -> Iterator[tuple[Passage, Span]]:
    """Where the measures that can be meant have the field; for whom one is, its own words may tell."""
    told = match.groupdict()
    number, called = told["number"] or told.get("again"), told.get("called")
    for other in others:
        if number and number != other.number:
            continue
        if called and not _is_called(other, called):
            continue
        if name in other.fields and not is_ditto(other, name):
            yield other.home(name), other.fields[name]
        elif name == "target_group" and (number or called):
            yield other.passage, other.text


def _is_called(draft: Draft, name: str) -> bool:
    words = " ".join(fold(name).split()).strip(" »«„“\"'")
    text = " ".join(fold(draft.passage.text[slice(*draft.text)]).split()).lstrip(" »«„“\"'")
    return sum(map(str.isalpha, words)) >= SHORTEST_NAME and text.startswith(words)
