"""Where the text of a resolution stands, whatever its verb: behind "SKLEP:", in a list or a column of resolutions."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.verbs import Context
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST_LEAD = 90  # characters of "K 3.: Sklep 17/2:" and of "Predlog sklepa k 2. točki:"
SHORTEST = 2  # words of a resolution: "Prošnja odobrena"


def resolutions_in(context: Context, passage: Passage) -> Iterator[Slice]:
    """The sentences of a passage that are a resolution by their place; the first of each, for the rest adds to it."""
    if passage.kind is PassageKind.ROW:
        yield from _in_row(passage)
        return
    earlier = context.tells_earlier(passage)
    if passage.kind is PassageKind.HEADING or (context.topics[passage.id].in_agenda and not earlier):
        return
    for number, part in enumerate(sentences(passage.text)):
        led = bool(part.lead) and _leads(part.lead)
        led = led or (number == 0 and _is_led(context, passage)) or _is_numbered(passage, part, earlier=earlier)
        if led and _says(passage, part):
            yield part


def _leads(words: str) -> bool:
    return len(words) <= LONGEST_LEAD and bool(phrase("leads-to-resolution").search(words))


def _is_led(context: Context, passage: Passage) -> bool:
    """Whether the line above leads to the resolution that the passage begins with, or to a list of several."""
    if passage.id in context.leads:
        return _leads(context.leads[passage.id])
    lead = context.list_leads.get(passage.id, "")
    ended = phrase("sentence-ended").search(passage.text)
    return bool(ended) and _leads(lead) and not phrase("resolution-single").search(lead)


def _is_numbered(passage: Passage, part: Slice, *, earlier: bool) -> bool:
    """Whether it is one of a list of resolutions that are told apart by their numbers alone."""
    begins = part.start == 0 or not any(map(str.isalpha, passage.text[: part.start]))
    listed = earlier or any(phrase("list-of-resolutions").search(each) for each in passage.section[-1:])
    ended = phrase("sentence-ended").search(passage.text)  # "4. Regijski razvojni program" is the next item
    return begins and listed and bool(ended and phrase("numbered-resolution").match(passage.text))


def _in_row(passage: Passage) -> Iterator[Slice]:
    """The first sentence of the cell below "Sklep"."""
    for column in passage.columns:
        if phrase("column-of-resolutions").fullmatch(column.heading.strip()):
            for part in sentences(passage.text[column.start : column.end])[:1]:
                found = Slice(column.start + part.start, column.start + part.end)
                if _says(passage, found):
                    yield found


def _says(passage: Passage, part: Slice) -> bool:
    """Whether words say something, and are no vote, result or reason below a resolution."""
    words = passage.text[part.start : part.end]
    named = phrase("numbered-resolution").match(words)
    words = words[named.end() :] if named else words
    first = next(filter(str.isalpha, words), "a")
    if first.islower():
        return False  # the rest of a row or line above
    said = sum(any(map(str.isalpha, word)) for word in words.split())
    return said >= SHORTEST and not words.rstrip().endswith(":") and not phrase("no-resolution-itself").search(words)
