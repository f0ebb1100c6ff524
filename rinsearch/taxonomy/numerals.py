"""Numbers in words, in all their forms: "z enajstimi glasovi", "tri področja", "petindvajset"."""

from __future__ import annotations

from functools import cache

from rinsearch.taxonomy.tables import fold, toml


def number_of(word: str) -> int | None:
    """A number in figures or in words; nothing where it is neither."""
    return int(word) if word.isdigit() else numbers().get(word.lower())


@cache
def numbers() -> dict[str, int]:
    """Numbers in words in all their forms, to 49, and the words for none."""
    words = toml("votes.toml")
    stems = words["stems"]
    known = {stem: number for number, stem in enumerate(stems["teens"], start=5)} | stems["inflected"]
    for tens, ten in enumerate(stems["tens"], start=2):
        known |= {ten: tens * 10}
        for number, ones in enumerate(stems["ones"], start=1):
            known |= {f"{one}{stems['and']}{ten}": tens * 10 + number for one in ones}
    forms = {stem + ending: number for stem, number in known.items() for ending in stems["endings"]}
    forms |= {stem + ending: n for n, stem in enumerate(stems["collective"], start=2) for ending in "aeio"}
    known = {**forms, **words["numbers"], **dict.fromkeys(words["none"]["words"], 0)}
    return {fold(form): number for form, number in known.items()} | known  # "stirje" where a scan lost the carons
