"""The leaves of a query: words with a star or a tilde, "exact words", tags and filters."""

from __future__ import annotations

import re

from rinsearch.errors import QueryError, UsageError
from rinsearch.index.base import TAG
from rinsearch.index.cursor import OPENING, Cursor, operators
from rinsearch.index.entries import surface
from rinsearch.index.query import Field, Fuzzy, Phrase, Prefix, Query, Tagged, Word
from rinsearch.index.values import field_named, is_field, resolve, resolve_tag
from rinsearch.language import Token, tokenize

SHORTEST_PREFIX = 2  # letters; one letter would match a tenth of all words
_FIELD = re.compile(r"([^\W\d_]+(?:_[^\W\d_]+)?):(?!//)")
_FUZZY = re.compile(r"~(\d*)")
# The ending of an acronym (RIN-a, CSD-ju) says nothing about what is looked for.
_ENDING = re.compile(r"-[a-zčšž]{1,3}(?![^\W_])")


class Leaves(Cursor):
    """The reader of one leaf, from where the cursor stands."""

    def leaf(self) -> Query | None:
        """A word, phrase, tag or filter; None for a sign that means nothing."""
        start, sign = self.at, self.text[self.at]
        if (found := _FIELD.match(self.text, start)) and (part := self.filter(found)) is not None:
            return part
        if sign in OPENING:
            return self.phrase()
        if sign == TAG and start + 1 < len(self.text) and not self.text[start + 1].isspace():
            return self.tag()
        if sign in "*~":
            raise QueryError(
                f"A {sign} stands at the end of a word.", start, advice="Write at least two letters before."
            )
        return self.word()

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
