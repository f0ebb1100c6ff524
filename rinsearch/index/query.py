"""A query as a tree, whoever wrote it; its printed form is a query that reads as the same tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rinsearch.errors import QueryError
from rinsearch.index.base import TAG

LONGEST_QUERY = 1000  # characters
MOST_TERMS = 50
MOST_PATTERNS = 5  # words with a star or tilde: each is compared with a part of the vocabulary
DEEPEST = 20
USUAL_DISTANCE, LARGEST_DISTANCE = 10, 100  # words from the first to the last of what stands near
_PLAIN_VALUE = re.compile(r"(?!//)[^\s()\"„“”»«]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Surface forms exactly so, side by side."""

    forms: tuple[str, ...]
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins so, carons or not."""

    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word with at most so many letters inserted, left out or changed (``distance`` 1 or 2)."""

    text: str
    distance: int
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A filter: ``value`` as the index holds it (a code, an id, "since..until"), ``label`` as people read it."""

    name: str
    value: str
    label: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words that mean a target group (or a narrower one), a municipality or a plan; ``value`` is its id."""

    value: str
    label: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Close:
    """All parts, none more than ``within`` words from another."""

    parts: tuple[Query, ...]
    within: int


@dataclass(frozen=True, slots=True)
class Wide:
    """The part, or words that are tagged as one of these values."""

    part: Query
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class And:
    """All parts."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not fulfil the part."""

    part: Query


Leaf = Word | Phrase | Prefix | Fuzzy | Field | Tagged
Query = Leaf | Close | Wide | And | Or | Not


def both(*parts: Query) -> Query:
    """All of these as one query; what is AND already is not nested, what is said twice counts once.

    >>> both(Word("a"), both(Word("b"), Word("c"))) == And((Word("a"), Word("b"), Word("c")))
    True
    """
    flat = tuple(dict.fromkeys(each for part in parts for each in (part.parts if isinstance(part, And) else (part,))))
    return flat[0] if len(flat) == 1 else And(flat)


def either(*parts: Query) -> Query:
    """At least one of these as one query."""
    flat = tuple(dict.fromkeys(each for part in parts for each in (part.parts if isinstance(part, Or) else (part,))))
    return flat[0] if len(flat) == 1 else Or(flat)


def printed(query: Query) -> str:
    """The query as it was understood.

    >>> printed(And((Word("dom"), Not(Or((Word("star"), Prefix("nov")))), Field("kind", "minutes", "zapisnik"))))
    'dom -(star OR nov*) kind:zapisnik'
    """
    match query:
        case And(parts):
            return " ".join(f"({printed(part)})" if isinstance(part, Or) else printed(part) for part in parts)
        case Or(parts):
            return " OR ".join(f"({printed(part)})" if isinstance(part, And) else printed(part) for part in parts)
        case Not(And() | Or() as part):
            return f"-({printed(part)})"
        case Not(part):
            return f"-{printed(part)}"
        case Close(parts, within):
            sign = " NEAR " if within == USUAL_DISTANCE else f" NEAR/{within} "
            return sign.join(f"({printed(part)})" if isinstance(part, Or) else printed(part) for part in parts)
        case Wide(part, values):
            return f"({printed(part)} OR {' OR '.join(TAG + value for value in values)})"
        case _:
            return _printed_leaf(query)


def _printed_leaf(query: Leaf) -> str:
    match query:
        case Word(text):
            return text
        case Phrase(forms):
            return f'"{" ".join(forms)}"'
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text, distance):
            return f"{text}~{distance}"
        case Tagged(value):
            return f"{TAG}{value}"
        case Field(name, value, label):
            shown = label or value
            return f"{name}:{shown}" if _PLAIN_VALUE.fullmatch(shown) else f'{name}:"{shown}"'


def leaves(query: Query) -> tuple[Leaf, ...]:
    """The words, phrases and filters of a query from left to right."""
    match query:
        case And(parts) | Or(parts) | Close(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Not(part) | Wide(part):
            return leaves(part)
        case leaf:
            return (leaf,)


def check_size(query: Query) -> None:
    """Refuse a query with too many terms, or too many that stand for hundreds of others."""
    found = leaves(query)
    patterns = [leaf for leaf in found if isinstance(leaf, Prefix | Fuzzy)]
    if len(patterns) > MOST_PATTERNS:
        message = f"At most {MOST_PATTERNS} words with * or ~ are looked for."
        raise QueryError(message, patterns[MOST_PATTERNS].start, advice="Write some of them out.")
    if len(found) > MOST_TERMS:
        raise QueryError(
            f"The query has {len(found)} words and filters; at most {MOST_TERMS} are looked for.",
            found[MOST_TERMS].start,
            advice="Leave some out, or ask in parts.",
        )
