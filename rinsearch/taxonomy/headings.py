"""What headings of columns and labels of lines mean: known in full, or read from their nouns.

A heading is read in parts ("Nosilec in sodelujoči", "Ukrep / dejavnost"). A part means what its first noun in the
nominative means: "Predvideni rok izvedbe" is a deadline, "Število ukrepov" no measure, for its noun is another. Known
words may stand before the noun and behind it; one unknown word, and the heading is not ours ("Program dela hišnika").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rinsearch.taxonomy.tables import KEPT_WORDS, Row, fold, once, require, rows

UNIT = re.compile(r" ?\((?:v )?(?:eur|evrih|€|%|leto|leta)\)$|,? v (?:eur|evrih)$")
MOST_WORDS = 9  # of a heading; what is longer is text
LONGEST = 100  # characters
WHOLE_WORD = 3  # letters; a stem so short would begin too many words
ROLES = ("noun", "modifier", "attribute")
_PARTS = re.compile(r"[/,;()+|]|\s[-–—]\s|\s(?:in|ter|oz|oziroma|ali)(?=[\s.])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"(?<=\w)\s?(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]{1,3}\)?|\[\d\]|\(\d\))\s*:?$")  # of a footnote: "Nosilec¹", "Rok (2)"
_TITLED = "title"  # "Ime projekta": the field is that of what bears the name


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that headings are made of; ``needs`` and ``avoids`` are beginnings of words that stand with it."""

    field: str
    needs: tuple[str, ...]
    avoids: tuple[str, ...]

    def fits(self, others: list[str]) -> bool:
        """Whether it has the company it needs, and none that makes it another thing."""
        needed = not self.needs or any(word.startswith(self.needs) for word in others)
        return needed and not (self.avoids and any(word.startswith(self.avoids) for word in others))


@cache
def _headings() -> Mapping[str, str]:
    table = rows("column_headings.csv")
    for row in table:
        require(row, "field", "heading", "example")
    once(table, "heading")
    return MappingProxyType({_heading(row["heading"]): row["field"] for row in table})


@cache
def heading_words() -> tuple[Row, ...]:
    """The rows of heading_words.csv, checked."""
    table = rows("heading_words.csv")
    for row in table:
        require(row, "role", "forms", "example", "counterexample")
        if row["role"] not in ROLES:
            raise row.error(f"There is no role {row['role']!r}; the roles are {', '.join(ROLES)}.")
    once(table, "role", "field", "forms")
    return table


@cache
def _nouns() -> Mapping[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}
    for row in heading_words():
        if row["role"] == "noun":
            noun = Noun(row["field"], _stems(row, "needs"), _stems(row, "avoids"))
            for form in row.many("forms"):
                found.setdefault(fold(form), []).append(noun)
    return MappingProxyType({form: tuple(nouns) for form, nouns in found.items()})


@cache
def _beginnings(role: str) -> tuple[frozenset[str], tuple[str, ...]]:
    stems = [stem for row in heading_words() if row["role"] == role for stem in _stems(row, "forms")]
    short = frozenset(stem for stem in stems if len(stem) <= WHOLE_WORD)
    return short, tuple(stem for stem in stems if stem not in short)


def _stems(row: Row, column: str) -> tuple[str, ...]:
    return tuple(fold(stem) for stem in row.many(column))


def _heading(text: str) -> str:
    return UNIT.sub("", fold(text).strip(" .:*"))


def column_field(heading: str) -> str | None:
    """The field of a measure that a column with this heading holds; of several, the first.

    >>> column_field("Zap. št."), column_field("ROK IZVEDBE:"), column_field("Vrednost (v EUR)"), column_field("Barva")
    ('number', 'deadline', 'amount', None)
    >>> column_field("Predvideni nosilci ukrepa"), column_field("Število ukrepov"), column_field("Program dela hišnika")
    ('provider', None, None)
    """
    return next(iter(column_fields(heading)), None)


@lru_cache(maxsize=KEPT_WORDS)
def column_fields(heading: str) -> tuple[str, ...]:
    """All fields that a heading names, in its order.

    >>> column_fields("Nosilec in rok"), column_fields("Ukrep / dejavnost"), column_fields("Cilj in barva")
    (('provider', 'deadline'), ('measure',), ())
    """
    heading = _SIGN.sub("", heading)
    known = _headings().get(_heading(heading))
    if known or len(heading) > LONGEST:
        return (known,) if known else ()
    parts = [_words(part) for part in _PARTS.split(heading)]
    if sum(map(len, parts)) > MOST_WORDS:
        return ()
    read = [_read(words, [word for part in parts for word in part]) for words in parts if words]
    return () if None in read else tuple(dict.fromkeys(filter(None, read)))


def _words(part: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(part)]


def _read(words: list[str], company: list[str]) -> str | None:
    """The field of a part, "" for one of known words without a noun ("kratek", "v EUR"), ``None`` for a strange one.

    ``company`` are the words of the whole heading.
    """
    known = _heading(" ".join(words))
    if known in _headings():
        return _headings()[known]
    for at, word in enumerate(words):
        field = next(_fields(word, [other for other in company if other != word]), None)
        if field == _TITLED:
            return _read(words[at + 1 :], company) or "measure" if _all_attributes(words[at + 1 :]) else None
        if field:
            return field if _all_attributes(words[at + 1 :]) else None
        if not _is_known(word, "modifier"):
            return "" if _all_attributes(words) else None
    return ""


def _fields(word: str, others: list[str]) -> Iterator[str]:
    return (noun.field for noun in _nouns().get(word, ()) if noun.fits(others))


def _all_attributes(words: list[str]) -> bool:
    return all(_is_known(word, "attribute") for word in words)


def _is_known(word: str, role: str) -> bool:
    """Whether a word begins with a stem of this role; stems of up to three letters are whole words ("za", "v")."""
    whole, begun = _beginnings(role)
    return word in whole or word.startswith(begun)
