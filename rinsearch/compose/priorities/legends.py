"""Priorities that a paper tells by their numbers or codes: in a legend ("P1 – Romi, P2 – …"), or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.matches import Found, Match
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

NAMED = "priority.named"
OF_ITEM = "priority.of-item"  # a part of a measure, whose passage is no title
LEAST_ENTRIES = 2
BARE_USES = 3  # of a legend that nothing leads to
LEAST_USES = 2  # passages in which codes of a legend stand; one may explain them
LONGEST = 100  # characters of a title
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_CODE = re.compile(
    r"(?<![\w-])[\[(]?(?P<code>[A-ZČŠŽ]{1,2}\d{1,2}|[IVX]{1,4}|[A-ZČŠŽ])(?:[\])]\s?(?:[–—=:-]\s)?|\s?[–—=:]\s|\s-\s)"
    r"(?=[^\W\d_])"
)
_BARE = re.compile(r"(?=\W{0,2}P1[\])]?\s?[–—=:-]\s)")  # "P1 – Romi, P2 – Starost": nothing leads to it
_LINE = re.compile(r"(?P<code>[IVX]{1,4}|[A-ZČŠŽ]{1,2}\d{1,2}|[A-ZČŠŽ])[.)]?\s+(?P<title>[A-ZČŠŽ»].*)$")
_ENDS = re.compile(r"\.\s|[\n\[\]]|[,;]?\s*$")


def in_legends(paper: Paper) -> Iterator[Found]:
    """The entries of a legend whose codes measures have: "Kratice: [P1] dolgotrajna oskrba, [P2] vključenost"."""
    for at, passage in enumerate(paper.passages):
        bare = None if passage.columns else _BARE.match(passage.text)
        lead = None if passage.columns else phrase("legend-of-priorities").search(passage.text) or bare
        if lead is None:
            continue
        below = paper.passages[at + 1 : at + 2]
        ways = [
            list(_inside(passage, lead.end())),
            *(list(_inside(each, 0)) for each in below if _CODE.match(each.text)),
        ]
        lines = [*_line(passage, lead.end()), *_below(paper.passages[at + 1 :])]
        found = next((way for way in ways if len(way) >= LEAST_ENTRIES), lines)
        codes = [match.number or "" for _, match in found]
        begun = all(map(_begins_its_title, found))
        others = [each for each in paper.passages if each.id not in {one.id for one, _ in found}]
        least = BARE_USES if lead is bare else LEAST_USES
        if len(codes) >= LEAST_ENTRIES and (begun or _counts_up(codes)) and _uses(codes, others) >= least:
            yield from found


def mentioned(paper: Paper) -> list[Found]:
    """Priorities told in passing, with their numbers: "prioriteta 3 (Enake možnosti)", "Prioriteta 2 se imenuje …"."""
    found = [
        (passage, Match(match["number"], match.span("inside" if match["inside"] else "title"), NAMED))
        for passage in paper.passages
        for match in phrase("priority-mentioned").finditer(passage.text)
    ]
    numbers = {match.number for _, match in found}
    return sorted(found, key=lambda each: each[1].number or "") if len(numbers) >= LEAST_ENTRIES else []


def at_items(paper: Paper) -> list[Found]:
    """Priorities that items name as their last part, some of them again and again: "; 1. 11. 2022; prioriteta Dom"."""
    found = [
        (passage, Match(None, match.span("title"), OF_ITEM))
        for passage in paper.passages
        if (match := phrase("priority-of-item").search(passage.text)) and not passage.columns
    ]
    titles = {passage.text[slice(*match.span)] for passage, match in found}
    return found if LEAST_ENTRIES <= len(titles) < len(found) else []


def _inside(passage: Passage, start: int) -> Iterator[Found]:
    """The entries inside a passage; a title runs up to the next code, the last one up to the end of its sentence."""
    codes = list(_CODE.finditer(passage.text, start))
    ends = [*(code.start() for code in codes[1:]), len(passage.text)]
    for code, end in zip(codes, ends, strict=False):
        stop = _ENDS.search(passage.text, code.end(), end)
        words = passage.text[code.end() : stop.start() if stop else end].rstrip(" ,;.(")
        if 0 < len(words) <= LONGEST and not phrase("organisation").match(words):
            yield passage, Match(code["code"], (code.end(), code.end() + len(words)), NAMED)


def _below(passages: Sequence[Passage]) -> Iterator[Found]:
    """The lines right below a legend's lead: "I    Vključevanje", "II   Otroci"."""
    for passage in passages:
        found = _line(passage, 0) if passage.kind is not PassageKind.ROW else []
        if not found:
            return
        yield from found


def _line(passage: Passage, start: int) -> list[Found]:
    """The entry that the rest of a passage is; its lead may have been read with the first one."""
    match = _LINE.match(passage.text, start)
    if match is None or len(passage.text) - start > LONGEST:
        return []
    return [(passage, Match(match["code"], match.span("title"), NAMED))]


def _counts_up(codes: Sequence[str]) -> bool:
    """Whether codes are those of one series from its beginning: P1, P2; A, B, C; I, II, III."""
    if tuple(codes) == ROMANS[: len(codes)]:
        return True
    letters = "".join(codes)
    if len(letters) == len(codes):
        return letters in ("ABCDEFGHIJ"[: len(codes)], "ABCČDEFGHI"[: len(codes)])
    head = codes[0].rstrip("0123456789")
    return [code.removeprefix(head) for code in codes] == [str(number) for number in range(1, len(codes) + 1)]


def _begins_its_title(found: Found) -> bool:
    """ "M = mestna stiska"."""
    passage, match = found
    return passage.text[slice(*match.span)].strip()[:1].casefold() == (match.number or "")[:1].casefold()


def _uses(codes: Sequence[str], passages: Sequence[Passage]) -> int:
    """In how many passages a code stands in brackets or between marks: "(P1)", "; P1;", "[P1], do 2018"."""
    used = re.compile(rf"(?:[\[(]|[;|]\s?)(?:{'|'.join(map(re.escape, codes))})(?:\s?[\]);|,]|\s*$)")
    return sum(bool(used.search(each.text)) for each in passages)
