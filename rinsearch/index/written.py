"""What was typed, as the grammar reads it: letters that are one sign opened, letter-spaced words closed up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rinsearch.later import later

if TYPE_CHECKING:
    from rinsearch import normalise
else:
    normalise = later("rinsearch.normalise")  # 20 ms, which only letter-spaced words are worth

# Four letters with spaces between: rare enough to look at the text again. A run is looked at once from its beginning.
_SPACED = re.compile(r"(?<![^\W\d_] )(?<!\w)[^\W\d_] [^\W\d_] [^\W\d_] [^\W\d_](?!\w)")
_LIGATURES = re.compile("[\ufb00-\ufb06\u01c4-\u01cc\u01f1-\u01f3\u0132\u0133\uff01-\uff5e]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A query as it is read; ``places`` tells for each character where it was typed."""

    text: str
    places: Sequence[int]

    def typed_at(self, position: int) -> int:
        """Where a character of the text was typed."""
        return self.places[min(position, len(self.places) - 1)]


def written(typed: str) -> Written:
    """The query as it is read.

    >>> written("Z A P I S N I K seje").text, written("ﬁnančni na\u00adčrt").text
    ('ZAPISNIK seje', 'finančni načrt')
    """
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(typed):
        if _INVISIBLE.match(sign):
            continue
        opened = unicodedata.normalize("NFKC", sign) if _LIGATURES.match(sign) else sign
        signs += opened
        places += [place] * len(opened)
    return _composed(_closed_up(Written("".join(signs), [*places, len(typed)])))


def _closed_up(given: Written) -> Written:
    if not _SPACED.search(given.text):
        return given
    text, places, taken = "", [], 0
    for edit in normalise.letter_spaced(given.text):
        text += given.text[taken : edit.start] + edit.replacement
        places += [*given.places[taken : edit.start], *[given.places[edit.start]] * len(edit.replacement)]
        taken = edit.end
    return Written(text + given.text[taken:], [*places, *given.places[taken:]])


def _composed(given: Written) -> Written:
    """Letters with their carons in one; only texts with loose marks are gone through."""
    if unicodedata.is_normalized("NFC", given.text):
        return given
    text, places = "", []
    for place, part in _clusters(given.text):
        composed = unicodedata.normalize("NFC", part)
        text += composed
        places += [given.places[place]] * len(composed)
    return Written(text, [*places, given.places[-1]])


def _clusters(text: str) -> list[tuple[int, str]]:
    """Each letter with the marks behind it, and where it stands."""
    starts = [at for at, sign in enumerate(text) if not at or not unicodedata.combining(sign)]
    return [(start, text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
