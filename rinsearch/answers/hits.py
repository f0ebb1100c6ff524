"""What a search found in Slovene words: the line above it, where each passage stands, and the words that matched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.answers.words import day, whole
from rinsearch.index.values import field_labels, label_of
from rinsearch.records import Hit, Results
from rinsearch.taxonomy import counted

# The name of a field where a filter begins, and not inside quotation marks.
_FIELD = re.compile(r'(?<![^\s(-])([a-z_]+):(?=[^\s])(?=(?:[^"]*"[^"]*")*[^"]*$)')
SNIPPET_LENGTH = 240  # characters around the first match


def results_summary(answer: Results) -> str:
    """How much was found, and how the query was read."""
    found = f"{counted(answer.total, 'hit')} za {_in_slovene(answer.read)}"
    relaxed = " (vse besede so v istem dokumentu, ne v istem odstavku)" if answer.relaxed else ""
    hint = f"; ste mislili: {answer.suggestion}?" if answer.suggestion else ""
    folded = f" (zloženih enakih: {answer.folded})" if answer.folded else ""
    return found + relaxed + folded + hint


def _in_slovene(read: str) -> str:
    """A query as it was understood, its fields by their Slovene names, which are understood as well."""
    return _FIELD.sub(lambda found: f"{field_labels().get(found[1], found[1])}:", read)


def hit_place(hit: Hit) -> tuple[str, ...]:
    """Issuer, kind and date of the paper, file and page, and the passage's id."""
    document = hit.document
    page = f", str. {hit.passage.page}" if hit.passage.page else ""
    issuer = document.issuer.name if document.issuer else ""
    kind = label_of("kind", document.kind)
    return issuer, kind, day(document.date), document.source + page, hit.passage.id


def snippet(hit: Hit, length: int = SNIPPET_LENGTH) -> str:
    """The part of the passage around the first matches, with the matches in [brackets]."""
    text = hit.passage.text
    first = hit.highlights[0][0] if hit.highlights else 0
    start = max(0, first - length // 3)
    start = 0 if start == 0 or len(text) <= length else text.find(" ", start) + 1
    end = len(text) if len(text) - start <= length else text.rfind(" ", start, start + length)
    cut = ("… " if start else "") + "".join(_marked(hit, start, end)) + (" …" if end < len(text) else "")
    return whole(cut) + _alike(hit)


def _alike(hit: Hit) -> str:
    """How many passages stand behind this one: with the same words, or in the same document."""
    copies = f" (enakih še {len(hit.copies)})" if hit.copies else ""
    return copies + (f" (v dokumentu še {hit.more})" if hit.more else "")


def _marked(hit: Hit, start: int, end: int) -> Iterator[str]:
    at = start
    for first, last in hit.highlights:
        if start <= first and last <= end:
            yield hit.passage.text[at:first]
            yield f"[{hit.passage.text[first:last]}]"
            at = last
    yield hit.passage.text[at:end]
