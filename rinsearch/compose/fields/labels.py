"""Labels of a measure's fields in running text: "Nosilec: …", "; nosilec CSD, rok 2018", "Ciljna skupina so …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rinsearch.clauses import sentences
from rinsearch.compose.fields.label_values import value_of
from rinsearch.records import Passage
from rinsearch.sieve import Sieve
from rinsearch.sifted import Sifted
from rinsearch.taxonomy import column_fields, fold
from rinsearch.taxonomy.phrases import phrase

KEPT = 1 << 12  # stretches of the papers at hand
_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(r"(?:^|[^\w\s»„“\"']\s*|\n)$")  # a line, or any mark: a stop, a bracket, a bullet
ALONE = frozenset(
    {"provider", "deadline", "target_group", "funding", "amount", "indicator", "partner", "municipality", "description"}
)
STOPPED = frozenset({"provider", "deadline", "target_group", "description", "partner", "funding"})
LONGEST_ALONE = 45  # characters of a label that stands on a line of its own
LINED = frozenset({"provider", "deadline", "target_group", "funding", "amount", "indicator", "partner"})
LONGEST_LINE = 120  # characters of a line that is a label and its value
MOST_WORDS = 3  # of a label without a colon
_BULLET = re.compile(r"[-–—•◦▪■●○‣*·»›▸►✓✔□◆◇❖] ")
_OTHER = re.compile(r"[A-ZČŠŽ][^\W\d_]{2,}+(?: [^\W\d_]++){0,3}:\s")  # a line with a label that no table knows
_OPENS = re.compile(r"(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,3})(?=\s\S)")
_ASKED = re.compile(r"(?P<words>[A-ZČŠŽ][^\W\d_]+(?: [^\W\d_]+){0,3})\?\s(?=\S)")  # "Kdo? CSD Kranj"
_STOP = re.compile(r"\.\s(?=[A-ZČŠŽ\d»„]|[a-zčšž]{2})")  # "Nosilci. Dom Sonce", "Obdobje. vsako poletje"
_DASH = re.compile(r"\s(?:[–—~-]|[=≡≈∷»›▸►→⇒➔]|::|…|\.{3,100})\s")
NOTHING: Mapping[str, str] = MappingProxyType({})
_TALL = re.compile(r"(?<=[a-zčšž])I(?=[a-zčšž]|$)")
_GAP = re.compile(r" (?=[a-zčšž]{2,12}$|[a-zčšž]{2,12} )")
SHORT = 2  # letters; in small letters "do" and "za" are no labels


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a known column: its field, where it begins, and the place of its value."""

    field: str
    start: int
    value: tuple[int, int]


def bare_label(words: str) -> str | None:
    """The field of a label that is all the words of a line: "Izvajalec", "Rok izvedbe:"; its value stands below.

    >>> bare_label("Rok izvedbe:"), bare_label("Izvajalec"), bare_label("7 Financiranje"), bare_label("Rok: 2018")
    ('deadline', 'provider', None, None)
    """
    bare = words.strip().rstrip(":?").rstrip()
    if len(bare) > LONGEST_ALONE or not bare[:1].isupper() or (bare.isupper() and len(bare) > 3) or ":" in bare:
        return None
    field = next(iter(column_fields(bare)), None)
    return field if field in ALONE else None


def labels_in(
    passage: Passage, start: int = 0, end: int | None = None, learned: Mapping[str, str] = NOTHING
) -> tuple[Label, ...]:
    """The labels between two positions, in order; a value ends with its sentence or before the next label.

    ``learned`` are the labels of the paper at hand that no table knows, each with its field.
    """
    end = len(passage.text) if end is None else end
    places = frozenset(span.start for span in passage.spans)
    return _labels(passage.text, (start, end), places, tuple(learned.items()))


@lru_cache(maxsize=KEPT)
def _labels(
    text: str, reach: tuple[int, int], places: frozenset[int], learned: tuple[tuple[str, str], ...]
) -> tuple[Label, ...]:
    """The labels of a stretch, which several rules ask for one after another."""
    end = reach[1]
    found = sorted(_found(text, reach, places, dict(learned)), key=lambda each: (each[0], -each[1]))  # longer first
    if not found:
        return ()
    kept = [each for number, each in enumerate(found) if not number or each[0] >= found[number - 1][1]]
    parts = sentences(text)
    ends = [*(each[0] for each in kept[1:]), end]
    others = [at for at in sorted(places) if _OTHER.match(text, at, end)] if ":" in text else []
    limits = [
        (each, next((at for at in others if each[1] < at < stop), stop)) for each, stop in zip(kept, ends, strict=True)
    ]
    return tuple(
        Label(field, begin, value_of(text, (value, limit), field, parts)) for (begin, value, field), limit in limits
    )


def _found(
    text: str, reach: tuple[int, int], lines: frozenset[int], learned: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Where each label begins, where its value begins, and its field."""
    start, end = reach
    colons = phrase("label-colon").finditer(text, start, end) if ":" in text else ()
    for match in colons:
        named = _longest_end(text, match, lines, learned)
        if named:
            yield named[0], match.end(), named[1]
    yield from _at_lines(text, start, end, lines)
    plain = _sieve().kept(text[start:end])
    for match in (each for pattern in plain for each in pattern.finditer(text, start, end)):
        name = next(name for name, words in match.groupdict().items() if words)
        yield match.start(name), match.end(), name


def _at_lines(text: str, start: int, end: int, lines: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    """Labels that begin a short line, with a dash or nothing behind them: "Izvajalec – CSD", "Rok izvedbe stalno"."""
    starts = sorted({start, *(at for at in lines if start < at < end)})
    for at, stop in zip(starts, [*starts[1:], end], strict=True):
        if text[max(0, at - 2) : at].rstrip().endswith(":"):
            continue  # "konec leta 2019" in the cell behind "Rok:" is its value
        bullet = _BULLET.match(text, at, stop)
        begin = bullet.end() if bullet else at
        line = text[begin:stop].rstrip()
        stopped = _stopped(text, begin, stop)
        if stopped:
            yield begin, *stopped
            continue
        asked = _ASKED.match(text, begin, stop)
        if asked and (fields := column_fields(asked["words"])):
            yield begin, asked.end(), fields[0]
            continue
        match = _OPENS.match(line) if len(line) <= LONGEST_LINE and ":" not in line else None
        for words, field in _lined(match["words"]) if match else ():
            behind = begin + len(words)
            dash = _DASH.match(text, behind, stop)
            led = dash and words[0].isupper()
            if len(words) <= SHORT and not dash and phrase("will-be").search(line):
                continue  # "Do konca leta 2025 bo občina …" is a sentence
            if led or _begins_value(text, behind + 1, field):
                yield begin, dash.end() if dash else behind, field
                break


def _stopped(text: str, begin: int, stop: int) -> tuple[int, str] | None:
    """Where the value begins of a label with a stop that begins a line, and its field: "Rok. do maja 2018"."""
    at = text.find(".", begin, min(stop, begin + LONGEST_ALONE))
    behind = _STOP.match(text, at, stop) if at > begin else None
    field = bare_label(text[begin:at]) if behind and not any(map(str.isdigit, text[begin:at])) else None
    return (behind.end(), field) if behind and field in STOPPED else None


def _begins_value(text: str, at: int, field: str) -> bool:
    """Whether a name stands behind the word for who, a time behind that for when: "Nosilec poroča" is a sentence."""
    if field == "provider":
        return text[at : at + 1].isupper() or bool(phrase("organisation").match(text, at))
    return field == "deadline" and bool(phrase("deadline-told").match(text, at))


@lru_cache(maxsize=KEPT)
def _lined(words: str) -> tuple[tuple[str, str], ...]:
    """The labels that words begin with, the shortest first ("rok", and not "rok do konca"), each with its field.

    The value behind it tells whether it is one.
    """
    ends = [match.end() for match in _WORD.finditer(words)]
    begun = [words[:end] for end in ends[:MOST_WORDS] if words[0].isupper() or end > SHORT]
    return tuple((each, field) for each in begun for field in column_fields(each)[:1] if field in LINED)


@cache
def _sieve() -> Sieve[Sifted]:
    """Labels without a colon; most lines have the words of none."""
    return Sieve([(phrase("label-plain"), phrase("label-plain"))])


def _longest_end(
    text: str, match: re.Match[str], lines: frozenset[int], learned: Mapping[str, str]
) -> tuple[int, str] | None:
    """The longest end of the words before a colon that is a label: "enota Kranj Rok izvedbe" ends in one.

    It begins a line, or stands behind a mark, or has a capital letter.
    """
    words = list(_WORD.finditer(text, *match.span("words")))
    for word in words:
        fields = fields_of(text[word.start() : match.end("words")], learned)
        opens = _BEGINS.search(text, max(0, word.start() - 3), word.start())
        if fields and (opens or word.start() in lines or word.group()[0].isupper()):
            return word.start(), fields[0]
    return None


def fields_of(words: str, learned: Mapping[str, str] = NOTHING) -> tuple[str, ...]:
    """The fields that a label names: learned from the paper at hand, or known from the tables."""
    here = learned.get(fold(words)) if learned else None
    return (here,) if here else _known_fields(words)


@lru_cache(maxsize=KEPT)
def _known_fields(words: str) -> tuple[str, ...]:
    return column_fields(words) or next(filter(None, map(column_fields, _mended(words))), ())


def _mended(words: str) -> Iterator[str]:
    """What a scan may have made the words of: "IzvajaIec" of "Izvajalec", "Ciljna sku pina" of "Ciljna skupina"."""
    if _TALL.search(words):
        words = _TALL.sub("l", words)
        yield words
    for gap in _GAP.finditer(words):
        yield words[: gap.start()] + words[gap.end() :]
