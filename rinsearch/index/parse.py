"""Text -> query tree: words, "exact words", star*, fuzzy~, #tag, field:value, AND/OR/NOT/NEAR, -word, parentheses.

The operators are Slovene too (IN, ALI, NE, BLIZU), and signs (&, |, !). ``prevoz NEAR/5 #starejsi`` asks for a word at
most five words from one that means older people. The grammar is small on purpose: every query is read in linear time
and costs less than a second to answer.
"""

from __future__ import annotations

from rinsearch.errors import QueryError
from rinsearch.index.leaves import Leaves
from rinsearch.index.query import (
    DEEPEST,
    LARGEST_DISTANCE,
    LONGEST_QUERY,
    USUAL_DISTANCE,
    Close,
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
from rinsearch.index.written import written


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


class _Reader(Leaves):
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
        """A leaf, a group or its negation; None for a sign that means nothing."""
        self.skip()
        start = self.at
        if self.operator() == "not" or self.negation():
            return self.negated(depth, start)
        return self.group(depth) if self.text[start] == "(" else self.leaf()

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


def _has_places(part: Query, within: int) -> bool:
    """Whether a part stands somewhere in a passage, so that something can be near."""
    match part:
        case Or(parts):
            return all(isinstance(each, Word | Prefix | Fuzzy | Tagged) for each in parts)
        case Close():
            return part.within == within
        case _:
            return isinstance(part, Word | Prefix | Fuzzy | Tagged | Phrase)
