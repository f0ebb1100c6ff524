"""Where the text of a resolution stands, whatever its verb: behind "SKLEP:", in a list or a column of resolutions."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST_LEAD = 90  # characters of "K 3.: Sklep 17/2:" and of "Predlog sklepa k 2. točki:"
LISTS = (DocumentKind.DECISION, DocumentKind.REPORT)  # kinds of papers that may be one list of resolutions
SHORTEST = 2  # words of a resolution: "Prošnja odobrena"


def resolutions_in(context: Context, passage: Passage) -> Iterator[Slice]:
    """The sentences of a passage that are a resolution by their place; the first of each, for the rest adds to it."""
    if passage.kind is PassageKind.ROW:
        yield from _in_row(passage)
        return
    if passage.kind is PassageKind.HEADING:
        return
    for part in sentences(passage.text):
        if _is_placed(context, passage, part) and _says(passage, part):
            yield part


def tells_earlier(context: Context, passage: Passage) -> bool:
    """Whether it lists resolutions of earlier sessions, as a list below an item of an agenda may: "- 19/4: …"."""
    listed = context.topics[passage.id].in_agenda and passage.kind is PassageKind.ITEM
    above = passage.section[-1:] if listed else ()
    return context.tells_earlier(passage) or any(phrase("earlier-resolutions").search(each) for each in above)


def _is_placed(context: Context, passage: Passage, part: Slice) -> bool:
    if part.lead and _leads(part.lead):
        return True
    if not phrase("enumerator-alone").fullmatch(passage.text[: part.start]):
        return False  # only the first sentence has what stands above the passage before it
    earlier = tells_earlier(context, passage)
    if context.topics[passage.id].in_agenda and not earlier:
        return False
    return _is_led(context, passage) or _is_numbered(context, passage, earlier=earlier) or _is_point(context, passage)


def _leads(words: str) -> bool:
    return len(words) <= LONGEST_LEAD and bool(phrase("leads-to-resolution").search(words))


def _is_led(context: Context, passage: Passage) -> bool:
    """Whether the line above leads to the resolution that the passage begins with, or to a list of several."""
    before = context.paper.passages[context.position(passage) - 1 : context.position(passage)]
    if _leads(context.leads.get(passage.id) or next((each.text for each in before), "")):
        return True
    lead = context.list_leads.get(passage.id, "")
    ended = phrase("sentence-ended").search(passage.text)
    return bool(ended) and _leads(lead) and not phrase("goes-on-about-plan").search(passage.text)


def _is_numbered(context: Context, passage: Passage, *, earlier: bool) -> bool:
    """Whether it is one of a list of resolutions that are told apart by their numbers alone."""
    ended = phrase("sentence-ended").search(passage.text)  # "4. Regijski razvojni program" is the next item
    if not ended or not phrase("numbered-resolution").match(passage.text):
        return False
    titles = (*passage.section[-1:], *([context.paper.title or ""] if context.paper.kind in LISTS else ()))
    return earlier or any(phrase("list-of-resolutions").search(each) for each in titles)


def _is_point(context: Context, passage: Passage) -> bool:
    """Whether it is a point of a resolution under a Roman number of its own: "II.", and below it the point."""
    here = context.position(passage)
    if context.paper.kind is not DocumentKind.DECISION or not here:
        return False
    above = context.paper.passages[:here]
    if not phrase("point-alone").fullmatch(above[-1].text):
        return False
    headed = any(phrase("resolution-alone").fullmatch(each.text) for each in above)
    return headed and not phrase("goes-on-about-plan").search(passage.text)


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
