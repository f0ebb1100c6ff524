"""Names of municipalities in a text, and the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rinsearch.taxonomy import MunicipalityEntry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Mention(NamedTuple):
    """A name of a municipality in the text, by tokens; ``kind`` is form, alias or short."""

    start: int
    end: int
    entry: MunicipalityEntry
    kind: str


def token_before(doc: Doc, mention: Mention) -> Token | None:
    """The token before a mention, quotation marks and colons aside."""
    place = mention.start - 1
    while place >= 0 and doc[place].text in ("»", "„", '"', ":"):
        place -= 1
    return doc[place] if place >= 0 else None


def token_behind(doc: Doc, mention: Mention, ahead: int = 0) -> Token | None:
    """The token behind a mention, or one further ahead."""
    place = mention.end + ahead
    return doc[place] if place < len(doc) else None
