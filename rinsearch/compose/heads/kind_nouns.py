"""What a paper calls itself where no known title stands: the head noun of a line near its top."""

from __future__ import annotations

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import Evidence, PassageKind
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.title_nouns import title_noun

NOUN_LINES = 8  # a letterhead, a reference block and the line that says what the paper is
LONGEST = 120  # characters of a title
ENDS = (".", ",", ";", "?", "!")
NOUN_WEIGHT = 5


def own_noun(top: tuple[TextLine, ...]) -> tuple[int, str, Evidence] | None:
    """The first line near the top that is no sentence and whose head noun says a kind: its number, kind and place."""
    for number, line in enumerate(top[:NOUN_LINES]):
        found = title_noun(line.text) if _may_be_title(line) else None
        if found:
            kind, start, end = found
            return number, kind, evidence_at(line.passage, line.start + start, line.start + end, f"kind.{kind}")
    return None


def _may_be_title(line: TextLine) -> bool:
    text = line.text.strip()
    if phrase("subject-line").match(line.text):
        return False  # what a letter is about
    apart = line.passage.kind in (PassageKind.HEADING, PassageKind.PARAGRAPH) and not line.passage.columns
    return apart and 0 < len(text) <= LONGEST and text[-1] not in ENDS and (text[0].isupper() or not text[0].isalnum())
