"""Where the reader of a query stands in it: spaces, operators, quotation marks, values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rinsearch.errors import QueryError
from rinsearch.language import Token, tokenize
from rinsearch.taxonomy import toml

OPENING, CLOSING = '"„“”»«', '"“”„«»'
SIGNS = {"&": "and", "&&": "and", "+": "and", "|": "or", "||": "or"}
_SPACE = re.compile(r"\s+")
_VALUE = re.compile(r"[^\s()\"„“”»«]+")
_SIGN = re.compile(r"(&{1,2}|\|{1,2}|\+)(?=[\s()\"„»]|$)")


class Cursor:
    """``at`` is the position of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tokens: Mapping[int, Token] = {token.start: token for token in tokenize(text)}

    def skip(self) -> None:
        """Pass over spaces."""
        if found := _SPACE.match(self.text, self.at):
            self.at = found.end()

    def ended(self) -> bool:
        """Whether the group or the text ends here."""
        self.skip()
        return self.at >= len(self.text) or self.text[self.at] == ")"

    def operator(self) -> str | None:
        """The operator that stands here, if any: and, or, not, near."""
        found = self._operator()
        return None if found is None else SIGNS.get(found[1]) or operators()[found[1]]

    def take_operator(self) -> str:
        """Pass over the operator that stands here; gives the number behind its stroke (NEAR/5), if any."""
        found = self._operator()
        self.at = found.end() if found else self.at
        return found[2] or "" if found and found.re is _words() else ""

    def _operator(self) -> re.Match[str] | None:
        self.skip()
        return _words().match(self.text, self.at) or (_SIGN.match(self.text, self.at) if self.stands_free() else None)

    def stands_free(self) -> bool:
        """Whether the sign here belongs to no word before it."""
        before = self.text[self.at - 1 : self.at]
        return not before or before.isspace() or before in "()"

    def negation(self) -> bool:
        """Whether a minus or exclamation mark stands here that belongs to what follows."""
        before, sign, after = (self.text[self.at + step : self.at + step + 1] for step in (-1, 0, 1))
        if sign == "!":
            return self.stands_free() and (after.isalnum() or after in ("(", "#", *OPENING))
        free = not before or before.isspace() or before in "(-"
        return sign == "-" and free and bool(after) and not after.isspace()

    def quoted(self) -> str:
        """What stands between quotation marks, of whichever form."""
        start = self.at
        for end in range(start + 1, len(self.text)):
            if self.text[end] in CLOSING:
                self.at = end + 1
                return self.text[start + 1 : end]
        raise QueryError("This quotation mark is not closed.", start, advice='Close it with ".')

    def value(self) -> str:
        """A value in quotation marks, or up to the next space or parenthesis."""
        if self.at < len(self.text) and self.text[self.at] in OPENING:
            return self.quoted()
        found = _VALUE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""


@cache
def operators() -> Mapping[str, str]:
    """The operators by the words for them, Slovene and English."""
    return {name: operator for operator, names in toml("labels.toml")["operators"].items() for name in names}


@cache
def _words() -> re.Pattern[str]:
    near = [name for name, operator in operators().items() if operator == "near"]
    names = "|".join(sorted(operators(), key=len, reverse=True))
    behind = "|".join(rf"(?<={name})" for name in near)
    return re.compile(rf"({names})(?:(?:{behind})/(\d{{1,4}}))?(?=[\s()\"„»]|$)")
