"""Priorities in lists: behind an announcement or below its title, in capitals, and inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.legends import NAMED, OF_ITEM, in_legends
from rinsearch.compose.priorities.matches import Found, Match
from rinsearch.records import Passage, PassageKind
from rinsearch.sifted import Sifted
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

_POINT = re.compile(r"^\W*(?:(?P<number>\d{1,2}|[a-zčšž](?=\)))[.)]\s*)?(?P<title>\w.*)$", re.DOTALL)
_CODED = re.compile(
    r"^\W*(?P<number>[A-ZČŠŽ]{1,2}\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})\s?(?:[.):]|\s[–-])\s*(?P<title>[^\W\d_].*)$", re.DOTALL
)
_BARE = re.compile(r"(?P<number>[A-ZČŠŽ]|\d{1,2})\s+(?P<title>[A-ZČŠŽ][^\W\d_][^.:;]*)$")  # "A Zadolženost (koraki 1)"
_CAPITALS = re.compile(r"(?:[A-ZČŠŽ]{2,}[A-ZČŠŽ,\- ]*){3,}")
LONGEST_LIST = 600  # characters of the titles that one sentence names
SHORTEST_TITLE = 4  # letters
LONGEST_ITEM = 160  # characters; what is longer describes a priority or something else
CAPITALS = "priority.capitals"
LIST = "priority.list"
LABEL = "priority.label"
LISTED = frozenset({LIST, NAMED, OF_ITEM, LABEL})  # what is only listed stands above nothing


def in_lists(paper: Paper) -> Iterator[Found]:
    """The priorities that a paper lists."""
    legends = list(in_legends(paper))
    told = {passage.id for passage, _ in legends}
    yield from legends
    yield from _listed_in_capitals(paper)
    yield from (
        found for found in (*_listed(paper), *_named(paper, phrase("priorities-named"))) if found[0].id not in told
    )


def _listed_in_capitals(paper: Paper) -> Iterator[Found]:
    """Titles in capitals behind an announcement; a title may begin in the line (and passage) before."""
    listing, begun = False, ""
    for passage in paper.passages:
        if listing:
            runs = list(_capital_runs(passage))
            if passage.text.isupper() and not passage.text.rstrip().endswith((".", ";", ":")):
                begun = passage.text
                continue
            yield from ((passage, replace(run, prefix=begun if n == 0 else "")) for n, run in enumerate(runs))
            listing, begun = bool(runs), ""
        if _announces(passage.text):
            listing = True


def _announces(text: str) -> bool:
    """Whether priorities follow, and not those of another program: "Prednostne naloge lokalnega programa so:"."""
    match = phrase("priorities-follow").search(text)
    return bool(match and not phrase("of-another-program").search(text, match.start()))


def _capital_runs(passage: Passage) -> Iterator[Match]:
    """Titles in capitals, each with the list behind it: "CENTER ZA … : zasvojenost, mladi, …; NASTANITVENA …"."""
    runs = list(_CAPITALS.finditer(passage.text))
    for number, run in enumerate(runs):
        end = runs[number + 1].start() if number + 1 < len(runs) else len(passage.text)
        yield Match(None, (run.start(), end), CAPITALS)


def _listed(paper: Paper) -> Iterator[Found]:
    """Items behind an announcement ("tri prednostna področja:") or a title; theirs goes up to the first comma."""
    listing = below = led = False
    shape: str | None = None
    for passage in paper.passages:
        match = ((led and _entry(passage, True)) or _entry(passage, below)) if listing else None
        other = False
        if match and (below or led):
            shape = shape if shape is not None else _shape(match["number"])
            other = _shape(match["number"]) != shape
            match = None if other else match
        if match and not _CAPITALS.search(passage.text):
            yield passage, Match(match["number"], (match.start("title"), len(passage.text)), LIST)
        titled = bool(phrase("priorities-title").match(passage.text))
        below = titled or (below and bool(match))
        announced = _announces(passage.text)
        led = announced or (led and bool(match))
        shape = None if titled or announced or not (below or led) else shape
        listing = below or led or (listing and passage.kind == PassageKind.ITEM and not other)


def _shape(number: str | None) -> str:
    """ "P1" -> "A0": the numbers of one list are alike."""
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "A", number or ""))


def _entry(passage: Passage, below: bool) -> re.Match[str] | None:
    """The item of a list; below a title a line with a code is one, too ("P1: Romska skupnost"), and no measure is."""
    if not below:
        return _POINT.match(passage.text) if passage.kind == PassageKind.ITEM else None
    match = _CODED.match(passage.text) or _BARE.match(passage.text) or _POINT.match(passage.text)
    coded = passage.kind is PassageKind.ITEM or bool(match and match["number"])
    if match is None or not coded or passage.columns or passage.kind is PassageKind.HEADING:
        return None
    running = len(passage.text) > LONGEST_ITEM or phrase("planned").search(passage.text)
    return None if running or labels_in(passage, match.start("title")) else match


def goals_named(paper: Paper) -> list[Found]:
    """The goals that a sentence lists in their place: "Strateški cilji načrta so: dostojno staranje in delo"."""
    return list(_named(paper, phrase("goals-named")))


def _named(paper: Paper, lead: Sifted) -> Iterator[Found]:
    """Titles inside a sentence: "… tri prednostna področja: dom, delo in zdravje."."""
    for passage in paper.passages:
        match = lead.search(passage.text) if not passage.columns else None
        if match is None:
            continue
        end = min(enclosing(sentences(passage.text), match.end()).end, match.end() + LONGEST_LIST)
        count = match.groupdict().get("count")
        for start, stop in _cut(passage.text, match.end(), end, count):
            code = phrase("coded").match(passage.text, start, stop)
            start, number = (code.end(), code["code"]) if code else (start, None)
            if sum(map(str.isalpha, passage.text[start:stop])) >= SHORTEST_TITLE:
                yield passage, Match(number, (start, stop), NAMED)


def _cut(text: str, start: int, end: int, count: str | None) -> Iterator[tuple[int, int]]:
    """The parts of a list; "in" joins the last two, or (where the count is met without it) two words of a title."""
    pattern = re.compile(r";\s+") if ";" in text[start:end] else phrase("titles-listed")
    breaks = list(pattern.finditer(text, start, end))
    commas = [each for each in breaks if not each.group().strip()[:1].isalpha()]
    if count and len(commas) + 1 == number_of(count):
        breaks = commas
    begins = [start, *(each.end() for each in breaks)]
    return zip(begins, [*(each.start() for each in breaks), end], strict=True)
