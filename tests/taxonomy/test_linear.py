"""Patterns of the word lists take time that grows with the text, and not with its square."""

import re
import time
from collections.abc import Callable, Iterator

import pytest

from rinsearch.taxonomy import toml
from rinsearch.taxonomy.kind_traits import kind_traits
from rinsearch.taxonomy.phrases import _entries, phrase, phrase_names

LONG = 8_000  # characters
MOST = 0.25  # seconds of the processor: what is linear takes a hundredth of that
# Signs and words that stand again and again; runs of white space are closed up before any of these patterns is asked.
HOSTILE = [*"-:1aA_", "-\n", "– ", ". ", "1. ", "a ", "A ", "- x ", "je ", "se ", "svet ", "sklep ", "točka "]

Use = Callable[[str], object]


def uses() -> Iterator[tuple[str, Use]]:
    for name in phrase_names():
        pattern, at = phrase(name), _entries()[name].get("at")
        yield name, {"start": pattern.match, "whole": pattern.fullmatch}.get(at or "", pattern.search)
    for file, section in (("document_kinds.toml", "cue"), ("business.toml", "meaning"), ("results.toml", "result")):
        for number, entry in enumerate(toml(file)[section]):
            yield f"{file} {number}", re.compile(entry["pattern"]).search
    for trait in kind_traits():
        yield f"trait {trait.name}", trait.pattern.search


def seconds(use: Use, text: str) -> float:
    start = time.process_time()
    use(text)
    return time.process_time() - start


def is_slow(use: Use, text: str) -> bool:
    return seconds(use, text) > MOST and seconds(use, text) > MOST  # twice, since the first time may be an accident


@pytest.mark.parametrize("again", HOSTILE)
def test_no_pattern_takes_long_over_what_stands_again_and_again(again: str) -> None:
    text = again * (LONG // len(again))
    slow = [name for name, use in uses() for words in (text, f"{text}x") if is_slow(use, words)]
    assert not slow
