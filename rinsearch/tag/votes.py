"""Votes: counted ("za 25, proti 0, vzdržana 2", "6 ZA, 1 PROTI", "z enajstimi glasovi"), unanimous, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.tag.counts import KEYS, Count, Piece, counts, numbers, runs
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

BEGIN = r"(?<![^\W_])"
# Without one of these a passage has no vote: "za" alone stands in every second sentence.
SIGNS = re.compile(
    r"glas|glov|proti|vzdr|nasprot|\bza\W{0,3}\d|\d\)? za\b|\bvsi\b|izid|razmerj|rezultat|[(\[]\d{1,2} ?[/:–-] ?\d"
    r"|\( ?\+|\bDA\W{1,3}\d",
    re.IGNORECASE,
)
VOTING = re.compile(r"gl(?:as|ov)", re.IGNORECASE)
ANNOUNCED = re.compile(r"glas\w{0,10}[^.]{0,20}$|[\[(]$", re.IGNORECASE)
BEGINS = re.compile(r"(?:^|[.!?:)\]]|[\[(]|soglasno,|sprejeto,) ?$", re.IGNORECASE)
VOTERS = re.compile(
    r"(?:odločil|izrekl|opredelil)[oia] (?:se )?(?P<number>\d{1,2}|[a-zčšž]{3,20}) (?:svetnikov|svetnic|članov)",
    re.IGNORECASE,
)
ENDS = re.compile(r" ?(?:$|[.;)\]]|, ?(?:sprejet|ni sprejet))", re.IGNORECASE)
ALONE = re.compile(
    r"(?<![^\W_])(?:s|z|vsemi) (?P<number>\d{1,2}|[a-zčšž]{3,20}) glas(?:ovi|ovoma|om)(?![^\W_])", re.IGNORECASE
)
LOST = re.compile(r"zavr[nž]|propad|ni (?:bil\w? )?(?:sprejet|potrjen|izglasovan)", re.IGNORECASE)
REACH = 60  # characters from "s 27 glasovi" to the counts behind it
HEAD = re.compile(r"(?<![^\W_])(ZA|PROTI|VZDRŽAN[AIOEH]{0,2})(?![^\W_])")


def votes(doc: Doc) -> Iterator[Find]:
    """Find votes; the value is "for=25 against=0 abstained=2 present=", "unanimous" or "without_vote"."""
    text = text_of(doc)
    if not SIGNS.search(text):
        return
    found = [each for run in runs(text) for each in _in_run(text, run)]
    yield from earliest((*found, *_ratios(text), *_bare(text)))
    for value, pattern in _phrases():
        for match in pattern.finditer(text):
            yield Find("vote", value, match.start(), match.end(), f"vote.{value}")


def row_votes(text: str, heading: tuple[str, ...]) -> Iterator[Find]:
    """The vote in a row of numbers under a heading such as "ZA PROTI VZDRŽANI" (see ``heading_of``)."""
    if not heading:
        return
    row = re.compile(rf"(?<= )\d{{1,2}}(?: {{1,9}}\d{{1,2}}){{{len(heading) - 1}}}(?![\w.,/])")
    for match in row.finditer(text):
        found = dict(zip(heading, match[0].split(), strict=True))
        yield Find("vote", _written(found), match.start(), match.end(), "vote.row")


def heading_of(text: str) -> tuple[str, ...]:
    """The counts that a table's heading names, in its order; empty where it is no such heading.

    >>> heading_of("Zadeva   ZA   PROTI   VZDRŽANI   IZID"), heading_of("ZA 12, PROTI 3")
    (('for', 'against', 'abstained'), ())
    """
    names = HEAD.findall(text)
    keys = tuple({"Z": "for", "P": "against", "V": "abstained"}[name[0]] for name in names)
    return keys if 1 < len(keys) == len(set(keys)) and not re.search(r"\d", text) else ()


def cell_votes(cells: Iterable[tuple[str, str, int, int]]) -> Iterator[Find]:
    """The vote in a row of a table: cells as heading, text, start and end."""
    known = {word: key for key, words in toml("votes.toml")["keys"].items() if key in KEYS for word in words}
    counted = [(known[name], words, start, end) for head, words, start, end in cells if (name := _name(head)) in known]
    numbered = [each for each in counted if each[1].strip().isdigit()]
    found = {key: words.strip() for key, words, _, _ in numbered}
    if len(found) == len(numbered) and found.keys() >= {"for", "against"}:
        start, end = min(each[2] for each in numbered), max(each[3] for each in numbered)
        yield Find("vote", _written(found), start, end, "vote.row")


def _name(heading: str) -> str:
    return heading.lower().replace("glasov", "").strip(" .:")


def _written(found: dict[str, str]) -> str:
    return " ".join(f"{key}={found.get(key, '')}" for key in KEYS)


def _in_run(text: str, run: list[Piece]) -> Iterator[Find]:
    for group in _groups(counts(run)):
        if _is_vote(text, group):
            found = {count.key: str(count.number) for count in group}
            start, end = group[0].start, group[-1].end
            if "for" not in found and (bare := _voters(text, run[0].start, start)):
                found["for"], start = str(_number(bare["number"])), bare.start("number")
            yield Find("vote", _written(found), start, end, "vote.counted")


def _voters(text: str, first: int, start: int) -> re.Match[str] | None:
    """Who voted for it, told without *za* before the counts: "z 12 glasovi", "odločilo je 12 svetnikov"."""
    reach = max(0, start - REACH)
    return ALONE.search(text, max(first, reach), start) or VOTERS.search(text, reach, start)


def _groups(found: list[Count]) -> Iterator[list[Count]]:
    """Counts that follow one another, each key once."""
    group: list[Count] = []
    for count in found:
        if count.key in {each.key for each in group}:
            yield group
            group = []
        group.append(count)
    if group:
        yield group


def _is_vote(text: str, group: list[Count]) -> bool:
    """ "za 25 otrok" is none: a second count, *glas*, an announced vote or a sentence of its own must be there."""
    keys = {count.key for count in group}
    if len(keys) > 1 or "present" in keys:
        return keys > {"present"} or "present" not in keys
    before, words, after = (
        text[: group[0].start][-40:],
        text[group[0].start : group[-1].end],
        text[group[-1].end :][:20],
    )
    if VOTING.search(words) or (BEGINS.search(before) and ENDS.match(after) and keys == {"for"}):
        return True
    shouted = keys != {"for"} or "ZA" in words or ":" in words
    return shouted and bool(ANNOUNCED.search(before))


def _ratios(text: str) -> Iterator[Find]:
    for pattern in _ratio_patterns():
        for match in pattern.finditer(text):
            value = _written({key: number for key, number in match.groupdict().items() if number})
            yield Find("vote", value, match.start("for"), match.end(), "vote.ratio")


def _bare(text: str) -> Iterator[Find]:
    """ "izglasovan s 27 glasovi": the word *za* is left out."""
    for match in ALONE.finditer(text):
        number = _number(match["number"])
        around = text[max(0, match.start() - 40) : match.end() + 40]
        if number is not None and not LOST.search(around):
            yield Find("vote", _written({"for": str(number)}), match.start("number"), match.end(), "vote.bare")


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else numbers().get(word.lower())


@cache
def _ratio_patterns() -> tuple[re.Pattern[str], ...]:
    """ "z izidom 12 proti 3"; and bare counts: "(5/0)" behind a resolution, "Glasovanje: 15-0-0"."""
    ratio = toml("votes.toml")["ratio"]
    shapes = (BEGIN + ratio["pattern"], ratio["bare"], ratio["triple"], ratio["signs"])
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    phrases = toml("votes.toml")["phrases"]
    return tuple((each["value"], re.compile(BEGIN + each["pattern"], re.IGNORECASE)) for each in phrases)
