"""Who does several measures: a title above them ("Nosilec: CSD Kranj", "A) CSD KRANJ"), or a sentence that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.numbering import going_on
from rinsearch.compose.fields.periods import time_at_end
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST = 110  # characters
LEAST_TITLES = 2  # one alone may be the head of a letter
LEAST_NAMES = 3  # titles, beside which what nobody knows is a name, too
LEAST_TIMES = 2  # as many of them as of the others
LEAST_SHARE = 0.6  # of the titles of one form are names
AT_START = 2  # characters before a label that begins a line
BELOW = frozenset({PassageKind.ITEM, PassageKind.ROW})
_LEAD = re.compile(r"\W*(?P<number>(?:[A-ZČŠŽ]|\d{1,2}|[IVX]{1,4})(?:[.)](?:\d{1,2}[.)]?)?|/\d{1,2}[.)]?)\s+)?")
_PARTS = re.compile(r",\s+|\s[–—-]\s|\s(?i:in|ter)\s")
_JOINS = re.compile(r"\s(?:in|ter|za|pri|na|ob|v)\s")
_REMARK = re.compile(r"\([^()]*\)\s*:?\s*$")

Told = tuple[Passage, tuple[int, int]]


def providers_below(passages: Sequence[Passage], timed: frozenset[str] = frozenset()) -> Mapping[str, Told]:
    """Who does what stands below a title, by the passage's id, up to what is neither an item nor a row.

    ``timed`` are the ids of passages below a heading that is a time: they need not tell one themselves.
    """
    near = list(zip([None, *passages], passages, passages[1:], strict=False))
    running = going_on(passages)
    timed |= running
    above = [(each, _is_sure(before, below, timed)) for before, each, below in near if _stands_above(each, below)]
    names = {each.id: name for each, _ in above if (name := _name(each))}
    short = (each for _, each, below in near if below.id in running and each.id not in names and each.id not in running)
    names |= {each.id: name for each in short if (name := _short_name(each))}
    forms = Counter(_form(each) for each, sure in above if sure and each.id in names)
    others = Counter(_form(each) for each, sure in above if sure and each.id not in names and any(_form(each)))
    called = any(labels_in(each) for each, sure in above if sure and each.id in names)
    kept = {
        form
        for form, times in forms.items()
        if times >= max(LEAST_TITLES, LEAST_SHARE * (times + others[form])) or (called and not any(form))
    }
    kept |= _of_names([each for each, _ in above], forms, names)
    names |= {each.id: span for each, span in _like_names([each for each, _ in above], kept, names)}
    titles = {
        each.id: names[each.id]
        for each, sure in above
        if each.id in names and _form(each) in kept and (sure or any(_form(each)))
    }
    return {**dict(_said_for_all(passages)), **dict(_chapters(passages)), **dict(_below(passages, titles))}


def _chapters(passages: Sequence[Passage]) -> Iterator[tuple[str, Told]]:
    """What stands in chapters whose titles are names above further titles: "4.1 CSD KRANJ", "4.1.1 Pisarna"."""
    above = [each for each, below in pairwise(passages) if _is_chapter_above(each, below)]
    names = {(*each.section, each.text): (each, name) for each in above if (name := _name(each))}
    levels = {len(each.section) for each, _ in names.values()}
    beside = sum(len(each.section) in levels for each in above)
    if len(names) < max(LEAST_TITLES, LEAST_SHARE * beside):
        return
    for passage in passages:
        told = next(
            (names[path] for at in range(len(passage.section)) if (path := passage.section[: at + 1]) in names), None
        )
        if told:
            yield passage.id, told


def _is_chapter_above(passage: Passage, below: Passage) -> bool:
    """Whether a numbered heading in capitals stands right above one of a level below it."""
    both = passage.kind is PassageKind.HEADING and below.kind is PassageKind.HEADING
    return both and below.section == (*passage.section, passage.text) and _form(passage) == (True, True)


def _of_names(
    titles: Sequence[Passage], sure: Mapping[tuple[bool, bool], int], names: Mapping[str, tuple[int, int]]
) -> set[tuple[bool, bool]]:
    """The forms of titles most of which are names; of one of them at least it is sure."""
    all_of = Counter(_form(each) for each in titles if any(_form(each)))
    named = Counter(_form(each) for each in titles if each.id in names)
    return {form for form in sure if named[form] >= max(LEAST_NAMES, LEAST_SHARE * all_of[form]) and any(form)}


def _like_names(
    titles: Sequence[Passage], kept: Set[tuple[bool, bool]], names: Mapping[str, tuple[int, int]]
) -> Iterator[tuple[Passage, tuple[int, int]]]:
    """ "ŽAREK – DNEVNI CENTER" among "CSD KRANJ", "DOM NAKLO" and "KARITAS BLED": its second part tells what it is."""
    for form in (each for each in kept if any(each)):
        others = [each for each in titles if _form(each) == form and each.id not in names]
        known = sum(_form(each) == form for each in titles) - len(others)
        if known < max(LEAST_NAMES, LEAST_TIMES * len(others)):
            continue
        for each in others:
            lead = _LEAD.match(each.text)
            span = (lead.end() if lead else 0, len(_REMARK.sub("", each.text).rstrip(": ")))
            parts = [_as_name(part) for part in _PARTS.split(each.text[slice(*span)])]
            named = any(phrase("organisation").match(part) for part in parts) and len(parts) > 1
            nobody = phrase("no-value").fullmatch(each.text, *span)  # "ŠE BREZ IZVAJALCA"
            if (named or nobody) and not each.columns and len(each.text) <= LONGEST and not labels_in(each):
                yield each, span


def _form(passage: Passage) -> tuple[bool, bool]:
    """Whether a title has a number, and whether it is in capitals."""
    match = _LEAD.match(passage.text)
    return bool(match and match["number"]), _in_capitals(_REMARK.sub("", passage.text))


def _stands_above(passage: Passage, below: Passage) -> bool:
    """Whether a line can be a title of what is below: rows, or items marked in another way than itself."""
    if below.kind not in BELOW or passage.kind is PassageKind.ROW:
        return False
    return passage.kind is not PassageKind.ITEM or (any(_form(passage)) and not any(_form(below)))


def _is_sure(before: Passage | None, below: Passage, timed: frozenset[str]) -> bool:
    """Whether the first row or item tells a time and not who, and the line before the title is no form's last label."""
    if before and any(label.start <= AT_START for label in labels_in(before)):
        return False
    if any(label.field == "provider" for label in labels_in(below)):
        return False
    told = phrase("deadline-told").search(below.text) or (below.kind is PassageKind.ITEM and time_at_end(below, 0))
    return below.kind is PassageKind.ROW or below.id in timed or bool(told)


def _below(passages: Sequence[Passage], titles: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, Told]]:
    current: Told | None = None
    for passage in passages:
        if passage.id in titles:
            current = passage, titles[passage.id]
        elif passage.kind not in BELOW and not _goes_on(passage):
            current = None
        elif current:
            yield passage.id, current


def _goes_on(passage: Passage) -> bool:
    """ "Začetek: februar 2019." below an item belongs to it."""
    labels = labels_in(passage) if passage.kind is PassageKind.PARAGRAPH else ()
    return bool(labels) and labels[0].start <= AT_START and labels[0].field != "provider"


def _name(passage: Passage) -> tuple[int, int] | None:
    """The name in a line that is nothing else, behind "Nosilec:" or alone; a remark in brackets is no part of it."""
    text = passage.text.rstrip()
    if passage.columns or len(text) > LONGEST:
        return None
    labels = labels_in(passage)
    if labels:
        only = len(labels) == 1 and labels[0].field == "provider" and not passage.text[: labels[0].start].strip()
        return labels[0].value if only else None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = len(_REMARK.sub("", text).rstrip(": "))
    words = text[start:end]
    return (start, end) if _is_name(_as_name(words), many=_in_capitals(words)) else None


def _short_name(passage: Passage) -> tuple[int, int] | None:
    """A name that only its place shows, above a list whose numbers run on over such titles: "OŠ Šenčur", "Šole"."""
    lead = _LEAD.match(passage.text)
    start, end = lead.end() if lead else 0, len(_REMARK.sub("", passage.text).rstrip(": "))
    return (start, end) if phrase("organisation-of-part").fullmatch(passage.text, start, end) else None


def _as_name(words: str) -> str:
    """ "CENTER ZA SOCIALNO DELO KRANJ" -> "Center za socialno delo kranj": else "STAROST" looks as "CSD" does."""
    first, blank, rest = words.partition(" ")
    if not _in_capitals(words):
        return words
    kept = phrase("short-organisation").fullmatch(first)
    return (first if kept else first.capitalize()) + blank + rest.lower()


def _in_capitals(words: str) -> bool:
    """Whether a title is in capitals, but for what joins its names: "DOM UPOKOJENCEV in DOM NA KRASU"."""
    return _JOINS.sub(" ", words).isupper()


def _is_name(words: str, *, many: bool = False) -> bool:
    """Whether the words are a name; ``many`` allows a comma, as in capitals: "OBČINA BLED, OBČINA BOHINJ"."""
    if phrase("municipalities-listed").fullmatch(words):
        return True
    stop = phrase("organisation-ends").search(words)
    branch = stop and phrase("branch").match(words, stop.start())
    listed = many and stop is not None and stop.group() == ","
    return bool(phrase("organisation").match(words)) and (not stop or bool(branch) or listed)


def _said_for_all(passages: Sequence[Passage]) -> Iterator[tuple[str, Told]]:
    """ "Nosilec vseh nalog tega področja: Ljudska univerza Kranj": up to the end of the chapter in which it stands."""
    current: Told | None = None
    depth = 0
    for passage in passages:
        match = phrase("provider-for-all").search(passage.text) if passage.kind not in BELOW else None
        if passage.kind is PassageKind.HEADING and len(passage.section) < depth:
            current = None
        if match:
            current = passage, match.span("name")
            depth = len(passage.section) + (passage.kind is PassageKind.HEADING)
        if current:
            yield passage.id, current
