"""Text -> query tree: words, "exact words", star*, fuzzy~, #tag, field:value, AND/OR/NOT/NEAR, -word, parentheses.

The operators are Slovene too (IN, ALI, NE, BLIZU), and signs (&, |, !). ``prevoz NEAR/5 #starejsi`` asks for a word at
most five words from one that means older people. The grammar is small on purpose: every query is read in linear time
and costs less than a second to answer.
"""

from __future__ import annotations

import re

from rinsearch.errors import QueryError, UsageError
from rinsearch.index.base import TAG
from rinsearch.index.cursor import OPENING, Cursor, operators
from rinsearch.index.entries import surface
from rinsearch.index.query import (
    DEEPEST,
    LARGEST_DISTANCE,
    LONGEST_QUERY,
    USUAL_DISTANCE,
    Close,
    Field,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Tagged,
    Word,
    both,
    check_size,
    either,
)
from rinsearch.index.values import field_named, is_field, resolve, resolve_tag
from rinsearch.index.written import written
from rinsearch.language import Token, tokenize

SHORTEST_PREFIX = 2  # letters; one letter would match a tenth of all words
_FIELD = re.compile(r"([^\W\d_]+(?:_[^\W\d_]+)?):(?!//)")
_FUZZY = re.compile(r"~(\d*)")
# The ending of an acronym (RIN-a, CSD-ju) says nothing about what is looked for.
_ENDING = re.compile(r"-[a-zčšž]{1,3}(?![^\W_])")


def parse(text: str) -> Query | None:
    """Read a query; None where it holds no word at all. Raises `QueryError` with position and advice.

    >>> parse('"Dom starejših" -romi')
    And(parts=(Phrase(forms=('dom', 'starejših'), start=0), Not(part=Word(text='romi', start=17))))
    """
    if len(text) > LONGEST_QUERY:
        message = f"The query has {len(text)} characters; at most {LONGEST_QUERY} are read."
        raise QueryError(message, LONGEST_QUERY, advice="Shorten it.")
    read = written(text)
    try:
        return _parsed(read.text)
    except QueryError as error:
        raise QueryError(error.message, read.typed_at(error.position), advice=error.advice) from error.__cause__


def _parsed(text: str) -> Query | None:
    reader = _Reader(text)
    query = reader.either(depth=0)
    reader.skip()
    if reader.at < len(text):
        raise QueryError("This parenthesis closes nothing.", reader.at, advice="Leave it out.")
    if query is not None:
        check_size(query)
    return query


class _Reader(Cursor):
    """Recursive descent."""

    def either(self, depth: int) -> Query | None:
        """``a OR b``, which binds less than side by side."""
        if depth > DEEPEST:
            raise QueryError(f"More than {DEEPEST} parentheses are open.", self.at, advice="Write it flatter.")
        parts = [self.every(depth)]
        while self.operator() == "or":
            start = self.at
            self.take_operator()
            parts += [self.every(depth)]
            if parts[-1] is None or parts[-2] is None:
                raise QueryError("OR stands between two words.", start, advice="Write it in lower case for the word.")
        known = [part for part in parts if part is not None]
        return either(*known) if known else None

    def every(self, depth: int) -> Query | None:
        """``a b`` or ``a AND b``."""
        parts: list[Query] = []
        while True:
            operator, start = self.operator(), self.at
            if operator == "and":
                self.take_operator()
                if not parts or self.ended():
                    advice = "Write it in lower case for the word."
                    raise QueryError("AND stands between two words.", start, advice=advice)
            elif operator == "or" or self.ended():
                return both(*parts) if parts else None
            elif operator == "near":
                self.near(parts, depth)
            elif (part := self.one(depth)) is not None:
                parts.append(part)

    def near(self, parts: list[Query], depth: int) -> None:
        """``a NEAR b`` or ``a NEAR/5 b``: what stands on both sides, in place of the part before."""
        start, number = self.at, self.take_operator()
        within = int(number or USUAL_DISTANCE)
        if not 1 <= within <= LARGEST_DISTANCE:
            advice = f"Write NEAR/1 to NEAR/{LARGEST_DISTANCE}."
            raise QueryError(f"{within} is no distance in words.", start, advice=advice)
        after = None if self.ended() or self.operator() else self.one(depth)
        if not parts or after is None or not (_has_places(parts[-1], within) and _has_places(after, within)):
            advice = "Write words, tags or (one OR another) on both sides, and one distance for all."
            raise QueryError("NEAR stands between two words.", start, advice=advice)
        sides = [each.parts if isinstance(each, Close) else (each,) for each in (parts.pop(), after)]
        parts.append(Close((*sides[0], *sides[1]), within))

    def one(self, depth: int) -> Query | None:
        """A word, phrase, filter, group or its negation; None for a sign that means nothing."""
        self.skip()
        start, sign = self.at, self.text[self.at]
        if self.operator() == "not" or self.negation():
            return self.negated(depth, start)
        if sign == "(":
            return self.group(depth)
        if (found := _FIELD.match(self.text, self.at)) and (part := self.filter(found)) is not None:
            return part
        if sign in OPENING:
            return self.phrase()
        if sign == TAG and self.at + 1 < len(self.text) and not self.text[self.at + 1].isspace():
            return self.tag()
        if sign in "*~":
            raise QueryError(
                f"A {sign} stands at the end of a word.", start, advice="Write at least two letters before."
            )
        return self.word()

    def negated(self, depth: int, start: int) -> Query:
        """``-a`` or ``NOT a``."""
        if depth > DEEPEST:
            raise QueryError(f"More than {DEEPEST} negations are nested.", start, advice="Write it flatter.")
        if self.operator() == "not":
            self.take_operator()
        else:
            self.at += 1
        part = None if self.ended() or self.operator() in ("and", "or") else self.one(depth + 1)
        if part is None:
            raise QueryError("NOT stands before a word.", start, advice="Write what is not wanted behind it.")
        return Not(part)

    def group(self, depth: int) -> Query | None:
        """``( … )``."""
        start = self.at
        self.at += 1
        part = self.either(depth + 1)
        self.skip()
        if not self.text.startswith(")", self.at):
            raise QueryError("This parenthesis is not closed.", start, advice="Close it with ).")
        self.at += 1
        return part

    def phrase(self) -> Query:
        """``"exact words"``."""
        start, inside = self.at, self.quoted()
        forms = tuple(surface(token) for token in tokenize(inside))
        if not forms:
            raise QueryError("There is no word between the quotation marks.", start, advice="Leave them out.")
        return Phrase(forms, start)

    def tag(self) -> Query:
        """``#starejsi``, ``#"duševno zdravje"``, ``#Semič``."""
        start = self.at
        self.at += 1
        value = self.value().strip(" ,;.!?:")
        if not value:
            raise QueryError("There is no name after #.", start, advice="Write #starejsi, #Semič or leave it out.")
        try:
            found, label = resolve_tag(value)
        except UsageError as error:
            raise QueryError(error.message, start + 1, advice=error.advice) from error
        return Tagged(found, label, start)

    def filter(self, found: re.Match[str]) -> Query | None:
        """``field:value``; a word with a colon and a space behind it is a word, unless it names a field."""
        start, name = self.at, found[1]
        spaced = found.end() == len(self.text) or self.text[found.end()].isspace()
        if spaced and not is_field(name):
            return None
        field = field_named(name, start)
        self.at = found.end()
        self.skip()
        value_start = self.at
        value = self.value()
        if not value.strip():
            raise QueryError(
                f"There is no value after {name}:.", start, advice=f'Write {name}:value or {name}:"two words".'
            )
        return _resolved(field, value, start, value_start)

    def word(self) -> Query | None:
        """A word with what may follow it: a star, a tilde, the ending of an acronym."""
        token = self.tokens.get(self.at)
        if token is None:
            self.at += 1
            return None
        self.at = token.end
        if self.text.startswith("*", self.at):
            return self.prefix(token)
        if found := _FUZZY.match(self.text, self.at):
            return self.fuzzy(token, found)
        if token.text.isupper() and len(token.text) > 1 and (ending := _ENDING.match(self.text, self.at)):
            self.at = ending.end()
        text = token.text.lower() if token.text in operators() else token.text
        return Word(text, token.start)

    def prefix(self, token: Token) -> Query:
        """``star*``."""
        self.at += 1
        if len(token.text) < SHORTEST_PREFIX or not token.text.isalpha():
            message = f"A star stands behind a word of {SHORTEST_PREFIX} letters or more."
            raise QueryError(message, token.start, advice="Write more of the word; numbers are looked up whole.")
        return Prefix(surface(token), token.start)

    def fuzzy(self, token: Token, found: re.Match[str]) -> Query:
        """``word~`` or ``word~2``."""
        self.at = found.end()
        if found[1] not in ("", "1", "2"):
            raise QueryError("A tilde is followed by 1, 2 or nothing.", found.start(), advice=f"Write {token.text}~2.")
        if len(token.text) < 3 or not token.text.isalpha():
            raise QueryError(
                "A tilde stands behind a word of three letters or more.", token.start, advice="Leave it out."
            )
        return Fuzzy(token.text.lower(), int(found[1] or 1), token.start)


def _resolved(field: str, value: str, start: int, value_start: int) -> Field:
    try:
        found = resolve(field, value)
    except QueryError:
        raise
    except UsageError as error:
        raise QueryError(error.message, value_start, advice=error.advice) from error
    return Field(found.name, found.value, found.label, start)


def _has_places(part: Query, within: int) -> bool:
    """Whether a part stands somewhere in a passage, so that something can be near."""
    match part:
        case Or(parts):
            return all(isinstance(each, Word | Prefix | Fuzzy | Tagged) for each in parts)
        case Close():
            return part.within == within
        case _:
            return isinstance(part, Word | Prefix | Fuzzy | Tagged | Phrase)
