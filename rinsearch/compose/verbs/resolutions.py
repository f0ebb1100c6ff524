"""The words of a resolution: behind what leads to it ("SKLEP:", "Sklep št. 7", "Sprejet je bil naslednji sklep:")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.compose.votes import outcome_in
from rinsearch.records import EventStatus, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

WORD = re.compile(r"[^\W\d_]+")


def heads_resolution(words: str) -> bool:
    """Whether a heading or lead-in says that behind it a resolution stands."""
    if phrase("resolution-alone").fullmatch(words) or phrase("ends-in-capitals").search(words):
        return True
    return bool(phrase("resolution").search(words) and phrase("announces-resolution").search(words))


def opens_resolution(context: Context, verb: Verb) -> bool:
    """Whether a verb at the end of a paragraph leads to the title below: "… je občinski svet sprejel", "SKLEP"."""
    if verb.says != EventStatus.ADOPTED or WORD.search(verb.passage.text, verb.tag.evidence.end):
        return False
    below = context.paper.passages[context.position(verb.passage) + 1 :][:1]
    return any(each.kind is PassageKind.HEADING and phrase("resolution-alone").fullmatch(each.text) for each in below)


def is_worded(context: Context, passage: Passage, until: int) -> bool:
    """Whether the words of a resolution stand in an item before a place, so that "Sklep je bil sprejet" is about them.

    A name of the plan without a verb ("Sklep: Regijski načrt, kot v gradivu.") is no wording: then the result says all.
    """
    return any(not _only_names(context, each, part) for each, part in _wordings(context, passage, until))


def _wordings(context: Context, here: Passage, until: int) -> Iterator[tuple[Passage, Slice]]:
    """The sentences that stand in the item before a place, right behind what leads to a resolution."""
    heading, last = context.topics[here.id].heading, context.position(here)
    first = context.position(heading) if heading else last
    for passage in context.paper.passages[first : last + 1]:
        if context.topics[passage.id].heading is not heading:
            continue
        lead = context.above(passage) or next(iter(passage.section[-1:]), "")
        for part in sentences(passage.text):
            if passage.id == here.id and part.start >= until:
                return
            if heads_resolution(part.lead or (lead if part.start == 0 else "")):
                yield passage, part


def _only_names(context: Context, passage: Passage, part: Slice) -> bool:
    words = passage.text[part.start : part.end]
    if words.rstrip().endswith(":") or outcome_in(words) or _says_nothing(words):
        return True
    named = any(m.passage.id == passage.id and part.start <= m.start < part.end for m in context.plans.mentions)
    return named and not phrase("finite-verb").search(words)


def _says_nothing(words: str) -> bool:
    """Whether words only say how it was voted: "Soglasno."."""
    rest = phrase("adverbial").sub(" ", words)
    return all(phrase("no-object").fullmatch(word) for word in WORD.findall(rest))
