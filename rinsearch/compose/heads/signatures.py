"""Who signs a letter: the municipality in or below its greeting, "Lp, Občina Semič"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.compose.paper import TextLine, lines, tags_between
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy.phrases import phrase

BELOW = 5  # lines of a signature: name, office, department, municipality


def by_signature(passages: tuple[Passage, ...]) -> Tag | None:
    """The municipality that signs a letter; of a thread the newest letter stands first, and so does its signature."""
    written = list(lines(passages))
    for number, line in enumerate(written):
        greeting = phrase("greeting-of-letter").match(line.text)
        if greeting:
            rest = TextLine(line.passage, line.start + greeting.end(), line.end)
            return next(_signed((rest, *written[number + 1 : number + 1 + BELOW])), None)
    return None


def _signed(signature: Sequence[TextLine]) -> Iterator[Tag]:
    """The municipality with which a line of a signature begins, above whom a copy goes to and any other office."""
    for line in signature:
        if phrase("signature-ended").search(line.text):
            return
        if phrase("signed-by-municipality").match(line.text):
            yield from tags_between(line.passage, "municipality", line.start, line.end)[:1]
