"""Text -> query tree: words, "exact words", star*, fuzzy~, field:value, AND/OR/NOT (IN/ALI/NE), -word, parentheses.

The grammar is small on purpose: every query is read in linear time and costs less than a second to answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from rinsearch.errors import QueryError, UsageError
from rinsearch.index.entries import surface
from rinsearch.index.query import (
    DEEPEST,
    LONGEST_QUERY,
    Field,
    Fuzzy,
    Not,
    Phrase,
    Prefix,
    Query,
    Word,
    both,
    check_size,
    either,
)
from rinsearch.index.values import field_named, is_field, resolve
from rinsearch.language import Token, tokenize
from rinsearch.taxonomy import toml

SHORTEST_PREFIX = 2  # letters; one letter would match a tenth of all words
OPENING, CLOSING = '"„“”»«', '"“”„«»'
_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"([^\W\d_]+(?:_[^\W\d_]+)?):(?!//)")
_VALUE = re.compile(r"[^\s()\"„“”»«]+")
_FUZZY = re.compile(r"~(\d*)")
# The ending of an acronym (RIN-a, CSD-ju) says nothing about what is looked for.
_ENDING = re.compile(r"-[a-zčšž]{1,3}(?![^\W_])")


def parse(text: str) -> Query | None:
    """Read a query; None where it holds no word at all. Raises `QueryError` with position and advice.

    >>> parse('"Dom starejših" -romi')
    And(parts=(Phrase(forms=('dom', 'starejših'), start=0), Not(part=Word(text='romi', start=17))))
    """
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST_QUERY:
        message = f"The query has {len(text)} characters; at most {LONGEST_QUERY} are read."
        raise QueryError(message, LONGEST_QUERY, advice="Shorten it.")
    reader = _Reader(text)
    query = reader.either(depth=0)
    reader.skip()
    if reader.at < len(text):
        raise QueryError("This parenthesis closes nothing.", reader.at, advice="Leave it out.")
    if query is not None:
        check_size(query)
    return query


@cache
def _operators() -> Mapping[str, str]:
    return {name: operator for operator, names in toml("labels.toml")["operators"].items() for name in names}


@cache
def _operator() -> re.Pattern[str]:
    names = sorted(_operators(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(names)})(?=[\s()\"„»]|$)")


class _Reader:
    """Recursive descent; ``at`` is the position of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tokens: Mapping[int, Token] = {token.start: token for token in tokenize(text)}

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
            elif (part := self.one(depth)) is not None:
                parts.append(part)

    def one(self, depth: int) -> Query | None:
        """A word, phrase, filter, group or its negation; None for a sign that means nothing."""
        self.skip()
        start, sign = self.at, self.text[self.at]
        if self.operator() == "not" or self.minus():
            return self.negated(depth, start)
        if sign == "(":
            return self.group(depth)
        if (found := _FIELD.match(self.text, self.at)) and (part := self.filter(found)) is not None:
            return part
        if sign in OPENING:
            return self.phrase()
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

    def quoted(self) -> str:
        """What stands between quotation marks, of whichever form."""
        start = self.at
        for end in range(start + 1, len(self.text)):
            if self.text[end] in CLOSING:
                self.at = end + 1
                return self.text[start + 1 : end]
        raise QueryError("This quotation mark is not closed.", start, advice='Close it with ".')

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

    def value(self) -> str:
        """A value in quotation marks, or up to the next space or parenthesis."""
        if self.at < len(self.text) and self.text[self.at] in OPENING:
            return self.quoted()
        found = _VALUE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""

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
        text = token.text.lower() if token.text in _operators() else token.text
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

    # --- where we are -------------------------------------------------------------------------------------------------

    def skip(self) -> None:
        """Pass over spaces."""
        if found := _SPACE.match(self.text, self.at):
            self.at = found.end()

    def ended(self) -> bool:
        """Whether the group or the text ends here."""
        self.skip()
        return self.at >= len(self.text) or self.text[self.at] == ")"

    def operator(self) -> str | None:
        """The operator that stands here, if any."""
        self.skip()
        found = _operator().match(self.text, self.at)
        return _operators()[found[1]] if found else None

    def take_operator(self) -> None:
        """Pass over the operator that stands here."""
        found = _operator().match(self.text, self.at)
        self.at = found.end() if found else self.at

    def minus(self) -> bool:
        """Whether a minus stands here that belongs to what follows, not to the word before."""
        before, after = self.text[self.at - 1 : self.at], self.text[self.at + 1 : self.at + 2]
        return (
            self.text[self.at] == "-"
            and (not before or before.isspace() or before in "(-")
            and bool(after)
            and not after.isspace()
        )


def _resolved(field: str, value: str, start: int, value_start: int) -> Field:
    try:
        found = resolve(field, value)
    except QueryError:
        raise
    except UsageError as error:
        raise QueryError(error.message, value_start, advice=error.advice) from error
    return Field(found.name, found.value, found.label, start)
