"""Repairs of text: each small, in one tuple, with a way back from every character to where it was read.

A rule takes text and yields :class:`Edit`; it knows nothing of documents. Only the rules of ``mojibake`` ask for
evidence in the whole document first (:func:`damage_of`), because ``è`` is a good letter in a French name. Text comes in
with a line break between its lines and goes out as one line.
"""

from __future__ import annotations

import re

from rinsearch.normalise.carons import (
    caron_sign,
    carons_put_back,
    digits_in_words,
    lacks_carons,
    lone_carons,
    participles,
    split_words,
)
from rinsearch.normalise.characters import (
    CHARACTER_SIGNS,
    carons,
    hyphens,
    invisible,
    latin_words,
    ligatures,
    soft_hyphens,
)
from rinsearch.normalise.edits import Change, Edit, Repaired, Rule, apply_all, apply_each, unchanged
from rinsearch.normalise.layout import (
    LAYOUT_SIGN,
    hyphenation,
    leaders,
    letter_spaced,
    line_breaks,
    periods,
    spaced_figures,
    spaced_not,
    spaces,
)
from rinsearch.normalise.mojibake import Damage, c_letters, damage_of, seven_bit, symbols
from rinsearch.normalise.notices import notices_of
from rinsearch.normalise.sequences import (
    SEQUENCE_SIGNS,
    controls,
    cut_capitals,
    double_decoded,
    escaped,
    lost_dashes,
    repeated,
)

# Each of these needs a character that few texts have; one search for all of them spares twelve.
SEQUENCES: tuple[Rule, ...] = (repeated, double_decoded, cut_capitals, controls, lost_dashes, escaped)
RARE = (*SEQUENCES, invisible, soft_hyphens, ligatures, carons, latin_words, hyphens)
RARE_SIGN = re.compile(f"[{SEQUENCE_SIGNS}{CHARACTER_SIGNS}]")
# These find nothing in three texts of four: one search for each of the two sorts tells that, and spares ten.
LAYOUT: tuple[Rule, ...] = (
    hyphenation,
    periods,
    line_breaks,
    spaced_figures,
    spaced_not,
    letter_spaced,
    leaders,
    spaces,
)
CARONS: tuple[Rule, ...] = (digits_in_words, lone_carons, participles, split_words)
COMMON = LAYOUT + CARONS
RULES = RARE + COMMON

UNDAMAGED = Damage()


def rules_for(damage: Damage) -> tuple[Rule, ...]:
    """The rules for a document with this damage, in their order."""
    legacy = ((c_letters,) if damage.c_letters else ()) + ((symbols,) if damage.symbols else ())
    legacy += (seven_bit,) if damage.seven_bit else ()
    left_out = (carons_put_back(damage.carons),) if damage.carons else ()
    found = legacy + damage.more + damage.first
    return SEQUENCES + found + RULES[len(SEQUENCES) :] + left_out + damage.last


PASSES = 4  # a repair may lay bare another (an invisible character inside "Å¡"); two passes are the rule


def repair(text: str, damage: Damage = UNDAMAGED) -> Repaired:
    """Repair a text and keep the way back.

    >>> repaired = repair("Občinski svet se je sez-\\nnanil  z načrtom 2017 – 2020.")
    >>> repaired.text
    'Občinski svet se je seznanil z načrtom 2017-2020.'
    >>> repaired.origins[repaired.text.index("nanil")]
    25
    """
    state = again = _once(text, damage)
    for _ in range(PASSES):
        if not again.changes:  # then the same rules would find nothing in the same text again
            break
        again = _once(state.text, damage)
        state = _after(state, again) if again.changes else state
    return state


def _once(text: str, damage: Damage) -> Repaired:
    """Every rule once, where a sign shows that it may find anything."""
    if damage.shows_letters or RARE_SIGN.search(text):
        return apply_all(text, rules_for(damage))
    state = apply_all(text, damage.first)
    state = apply_each(state, LAYOUT) if LAYOUT_SIGN.search(state.text) else state
    state = apply_each(state, CARONS) if caron_sign().search(state.text.lower()) else state
    return apply_each(state, damage.last)


def _after(first: Repaired, second: Repaired) -> Repaired:
    """Two repairs one after the other as one."""
    changes = tuple(Change(c.rule, first.origins[c.start], c.before, c.after) for c in second.changes)
    return Repaired(second.text, tuple(first.origins[at] for at in second.origins), first.changes + changes)


__all__ = [
    "RULES",
    "UNDAMAGED",
    "Change",
    "Damage",
    "Edit",
    "Repaired",
    "Rule",
    "damage_of",
    "lacks_carons",
    "letter_spaced",
    "notices_of",
    "repair",
    "rules_for",
    "unchanged",
]
