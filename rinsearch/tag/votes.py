"""Votes: counted ("za 25, proti 0, vzdržana 2", "6 ZA, 1 PROTI", "z enajstimi glasovi"), unanimous, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.sieve import Sieve
from rinsearch.tag.counts import KEYS, Count, Piece, counts, numbers, runs
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Heading(NamedTuple):
    """The columns of a table of votes that came as text."""

    keys: tuple[str, ...]
    slashed: bool


FIGURE = re.compile(r"\d+")
HEADED = re.compile(r"za\W{1,40}proti|proti\W{1,40}(?:za|vzd)", re.IGNORECASE)
BEGIN = r"(?<![^\W_])"
# Without one of these a passage has no vote: "za" alone stands in every second sentence.
SIGNS = ("glas", "glov", "proti", "vzdr", "nasprot", "podpr", "podpi", "izid", "razmerj", "rezultat")
OTHER_SIGNS = re.compile(  # in small letters, as above: a search that minds no case is several times as slow
    r"\bzan(?:j|je|jo|ju)\b|\bza\W{0,3}\d|\d\)? za\b|\bza (?:se|je|so|sta|jih) "
    r"|(?:st|et|em|va|ve|en|ri|je|na|bil[aoi]) za\b|\bvsi\b|\d ?[/:–-] ?\d|\( ?\+|\bda\W{1,3}\d"
    r"|so bili \w{0,9} ?(?:soglasni|enotni)|odločil\w (?:\d|\w{3,15} (?:svetni|član))"
)
VOTING = re.compile(r"gl(?:as|ov)", re.IGNORECASE)
ANNOUNCED = re.compile(r"glas\w{0,10}[^.]{0,20}$|[\[(]$", re.IGNORECASE)
BEGINS = re.compile(r"(?:^|[.!?:;)\]–-]|[\[(]|soglasno,|sprejeto,) ?$", re.IGNORECASE)
VOTERS = re.compile(
    r"(?:odločil|izrekl|opredelil)[oia] (?:se )?(?P<number>\d{1,2}|[a-zčšž]{3,20}) (?:svetnikov|svetnic|članov)",
    re.IGNORECASE,
)
GOT = re.compile(
    r"(?:dobil|prejel)[aoi]? (?P<number>\d{1,2}|[a-zčšž]{3,20}) glas(?:ov|ove|a|u)?(?![^\W_])", re.IGNORECASE
)
NEXT = re.compile(r"[.!?] [A-ZČŠŽ]|\n\n")
ENDS = re.compile(r" ?(?:$|[.;)\]|]|, ?(?:sprejet|ni sprejet))", re.IGNORECASE)
ALONE = re.compile(
    r"(?<![^\W_])(?:s|z|vseh?|vsemi) (?P<number>\d{1,2}|[a-zčšž]{3,20}) glas(?:ovi|ovoma|om|ov)(?![^\W_])",
    re.IGNORECASE,
)
VOTER = r"(?:članov|članic|člani|članice|svetni[kc]\w{0,2}|oseb|odbornikov)"
IS_VOTER = re.compile(VOTER, re.IGNORECASE)
# A preposition stands before no verb: "Za je bilo 14 članov", "Za se je izreklo 14 svetnikov".
ADVERB = re.compile(r"(?<![^\W_])za(?:nj\w?)? (?:pa )?(?:se |jih |je |so |sta |bil[aoi]? )", re.IGNORECASE)
STANDS_FOR = re.compile(r"(?:zanj\w?|podp\w+)", re.IGNORECASE)
DECIDED = re.compile(r"glas|sprej|potrje|potrdi|izglas|zavrn|odloč|podpr|sklep", re.IGNORECASE)
CELL = re.compile(r"\s*(\d{1,2}) ?[-–:/] ?\d{1,2}(?: ?[-–:/] ?\d{1,2})?(?=\s*(?:$|[;,(]))")
VOTE_COLUMN = re.compile(r"glas|izid|rezultat|odloč|sklep|opomb", re.IGNORECASE)
RAISED = re.compile(r"\brok[eo]\b", re.IGNORECASE)
LOST = re.compile(r"zavr[nž]|propad|ni (?:bil\w? )?(?:sprejet|potrjen|izglasovan)", re.IGNORECASE)
REACH = 60  # characters from "s 27 glasovi" to the counts behind it
HEAD = re.compile(
    r"(?<![^\W_])(?:(?:PRIS|NAVZ?|PRISOTN\w{1,2}|NAVZOČ\w{1,2})\.?[\s|/,]{1,40})?"
    r"(?:ZA|PROTI|VZD(?:R|RŽ|RŽAN\w{0,2})?)\.?"
    r"(?:[\s|/,–-]{1,40}(?:ZA|PROTI|VZD(?:R|RŽ|RŽAN\w{0,2})?)(?![^\W_])\.?){1,2}",
    re.IGNORECASE,
)
HEAD_WORD = re.compile(r"[^\W_]+")
HEAD_KEYS = {"z": "for", "p": "against", "v": "abstained", "n": "present", "pris": "present"}


def votes(doc: Doc) -> Iterator[Find]:
    """Find votes; the value is "for=25 against=0 abstained=2 present=", "unanimous" or "without_vote"."""
    text = text_of(doc)
    lower = text.lower()
    if not (any(map(lower.__contains__, SIGNS)) or OTHER_SIGNS.search(lower)):
        return
    found = [each for run in runs(text) for each in _in_run(text, run)]
    yield from earliest((*found, *_ratios(text), *_bare(text)))
    for value, pattern in _phrases().kept(lower):
        for match in pattern.finditer(text):
            yield Find("vote", value, match.start(), match.end(), f"vote.{value}")


def row_votes(text: str, heading: Heading | None) -> Iterator[Find]:
    """The vote in a row of numbers under a heading such as "ZA PROTI VZDRŽANI" (see ``heading_of``)."""
    if heading is None:
        return
    keys, slashed = heading
    between = " ?[/:] ?" if slashed else r"[ |]{1,20}"
    row = re.compile(rf"(?<![^ |])\d{{1,2}}(?:{between}\d{{1,2}}){{{len(keys) - 1}}}(?![\w.,/:–-])")
    for match in row.finditer(text):
        found = dict(zip(keys, FIGURE.findall(match[0]), strict=True))
        yield Find("vote", _written(found), match.start(), match.end(), "vote.row")


def heading_of(text: str) -> Heading | None:
    """The counts that a table's heading names in its order, and whether strokes part them; ``None`` without one.

    >>> heading_of("Zadeva   ZA   PROTI   VZDRŽANI   IZID"), heading_of("ZA 12, PROTI 3")
    (Heading(keys=('for', 'against', 'abstained'), slashed=False), None)
    """
    match = HEAD.search(text) if "proti" in text.lower() and HEADED.search(text) else None
    keys = tuple(_head_key(word.lower()) for word in HEAD_WORD.findall(match[0])) if match else ()
    if match is None or len(keys) != len(set(keys)):
        return None
    return Heading(keys, "/" in match[0])


def _head_key(word: str) -> str:
    return HEAD_KEYS["pris" if word.startswith("pris") else word[0]]


def cell_votes(cells: Iterable[tuple[str, str, int, int]]) -> Iterator[Find]:
    """The vote in a row of a table: cells as heading, text, start and end."""
    cells = tuple(cells)
    known = {word: key for key, words in toml("votes.toml")["keys"].items() if key in KEYS for word in words}
    counted = [(known[name], words, start, end) for head, words, start, end in cells if (name := _name(head)) in known]
    numbered = [each for each in counted if each[1].strip().isdigit()]
    found = {key: words.strip() for key, words, _, _ in numbered}
    if len(found) == len(numbered) and found.keys() >= {"for", "against"}:
        start, end = min(each[2] for each in numbered), max(each[3] for each in numbered)
        yield Find("vote", _written(found), start, end, "vote.row")
    yield from (find for cell in cells if not found for find in _cell_ratio(*cell))


def _cell_ratio(head: str, words: str, start: int, end: int) -> Iterator[Find]:
    """Counts in one cell under "izid" or "za/proti/vzdržani": "7-0", "5-2; brez razprave"."""
    heading, match = heading_of(head), CELL.match(words)
    if match and (heading or VOTE_COLUMN.search(head)):
        keys = heading.keys if heading else ("for", "against", "abstained")
        found = dict(zip(keys, FIGURE.findall(match[0]), strict=False))
        yield Find("vote", _written(found), start + match.start(1), start + match.end(), "vote.row")


def _name(heading: str) -> str:
    return heading.lower().replace("glasov", "").strip(" .:")


def _written(found: dict[str, str]) -> str:
    return " ".join(f"{key}={found.get(key, '')}" for key in KEYS)


def _in_run(text: str, run: list[Piece]) -> Iterator[Find]:
    for group in _groups(counts(run)):
        found = {count.key: str(count.number) for count in group}
        start, end = group[0].start, group[-1].end
        bare = None if "for" in found else _voters(text, start)
        if bare is not None:
            found["for"], start = str(_number(bare["number"])), bare.start("number")
        if bare is not None or _is_vote(text, group):
            yield Find("vote", _written(found), start, end, "vote.counted")


def _voters(text: str, start: int) -> re.Match[str] | None:
    """Who voted for it, told without *za* before the counts: "z 12 glasovi", "odločilo je 12 svetnikov"."""
    reach = max(0, start - REACH)
    found = (pattern.search(text, reach, start) for pattern in (ALONE, VOTERS, GOT))
    match = next((each for each in found if each and _number(each["number"]) is not None), None)
    return None if match is None or NEXT.search(text, match.end(), start) else match


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
    if keys == {"for"} and _tells_voters(words, after):
        return True
    shouted = keys != {"for"} or "ZA" in words or ":" in words
    return shouted and bool(ANNOUNCED.search(before))


def _tells_voters(words: str, after: str) -> bool:
    """ "Za je bilo 14 članov", "Predlog je podprlo 14 svetnikov", "14 članov je bilo za"; not "14 članov za pomoč"."""
    voters = IS_VOTER.search(words + after)
    if ADVERB.search(words) or STANDS_FOR.search(words):
        return bool(voters) or bool(RAISED.search(words))
    return bool(IS_VOTER.search(words)) and bool(ENDS.match(after))


def _ratios(text: str) -> Iterator[Find]:
    for pattern in _ratio_patterns():
        for match in pattern.finditer(text):
            found = {key: _number(number) for key, number in match.groupdict().items() if number}
            if None not in found.values() and _is_ratio(text, match):
                value = _written({key: str(number) for key, number in found.items()})
                yield Find("vote", value, match.start("for"), match.end(), "vote.ratio")


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """ "V razmerju 1 : 3" is a vote only where something is decided."""
    return not match[0].lower().startswith("razmerj") or bool(DECIDED.search(text))


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
    shapes = (
        *(BEGIN + ratio[name] for name in ("pattern", "decided", "dative")),
        *(ratio[name] for name in ("bare", "triple", "signs", "object")),
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


@cache
def _phrases() -> Sieve[tuple[str, re.Pattern[str]]]:
    phrases = toml("votes.toml")["phrases"]
    named = [(each["value"], re.compile(BEGIN + each["pattern"], re.IGNORECASE)) for each in phrases]
    return Sieve(((value, pattern), pattern) for value, pattern in named)
