"""How far the name of an organisation reaches behind its noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rinsearch.taxonomy import context, municipalities
from rinsearch.taxonomy.organisations import Organisation

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 10  # tokens of a name
QUOTED = 8  # tokens between quotation marks
PURPOSE = 5  # words behind "za": "Društvo za pomoč osebam z motnjami"
OPENING, CLOSING = ("»", "„", "“", '"'), ("«", "”", "“", '"')


def tail(doc: Doc, start: int, known: Organisation) -> int:
    """The end of the name that begins at token ``start``: of capitals, of members, of a purpose, and of a unit."""
    place = start
    if known.purpose:
        place = _purpose(doc, place)
    if known.members:
        place = _members(doc, place)
    place = _named(doc, place, start)
    return _unit(doc, place) if place > start else place


def listed_names(doc: Doc, start: int) -> tuple[tuple[int, int], ...]:
    """The names of a list behind a noun in the plural: "Centri za socialno delo Črnomelj, Metlika in Trebnje"."""
    found = []
    place = start
    while place < len(doc):
        end = _named(doc, place, place)
        if end == place:
            break
        found.append((place, end))
        if end >= len(doc) or doc[end].lower_ not in (",", "in", "ter"):
            break
        place = end + 1
    return tuple(found) if len(found) > 1 else ()


def _named(doc: Doc, start: int, first: int) -> int:
    """Behind the words in capitals, the quoted name, and "pri Jelšah"."""
    place = start
    while place < len(doc) and place - first < LONGEST:
        step = _step(doc, place, place > first)
        if not step:
            break
        place += step
    return place


def _step(doc: Doc, place: int, begun: bool) -> int:
    """How many tokens of the name stand here: none ends it."""
    token = doc[place]
    if token.text in OPENING:
        return _quoted(doc, place)
    if long := _municipality(doc, place):
        return long
    if token.lower_ in context("name_titles") and _capital(doc, place + 1):
        return 1
    if begun and token.lower_ in context("name_links") and _capital(doc, place + 1):
        return 2
    if begun and token.text in ("-", "–") and _capital(doc, place + 1) and place and not doc[place - 1].whitespace_:
        return 2
    if not _capital(doc, place) or (begun and doc[place - 1].is_upper != token.is_upper and len(doc[place - 1]) > 4):
        return 0
    return 0 if token.lemma_ in context("office") or token.lemma_ in context("council") else 1


def _municipality(doc: Doc, place: int) -> int:
    """How many tokens a name of several words takes that goes on in small letters: "Novo mesto", "Trnovska vas"."""
    for length in range(4, 1, -1):
        if doc[place : place + length].text in _long_names():
            return length
    return 0


@cache
def _long_names() -> frozenset[str]:
    """Names of municipalities of several words, in all forms."""
    forms = (form for entry in municipalities().values() for form in (*entry.cases, *entry.aliases))
    return frozenset(form for form in forms if " " in form)


def _capital(doc: Doc, place: int) -> bool:
    if place >= len(doc):
        return False
    token = doc[place]
    return bool(token.is_alpha) and token.text[0].isupper() and token.lemma_ not in context("municipal")


def _quoted(doc: Doc, place: int) -> int:
    for end in range(place + 1, min(place + 1 + QUOTED, len(doc))):
        if doc[end].text in CLOSING:
            return end + 1 - place if end > place + 1 else 0
    return 0


def _purpose(doc: Doc, start: int) -> int:
    """ "za nenasilno komunikacijo", "proti raku": up to the next word that is none of the phrase."""
    if start >= len(doc) or doc[start].lower_ not in ("za", "proti"):
        return start
    place = start + 1
    while place < len(doc) and place - start <= PURPOSE and _inside(doc, place):
        place += 1
    while place > start + 1 and doc[place - 1].lower_ in ("in", "z", "s", "na", "pri"):
        place -= 1
    return place if place > start + 1 else start


def _inside(doc: Doc, place: int) -> bool:
    token = doc[place]
    if token.lower_ in ("in", "z", "s", "na"):
        return place + 1 < len(doc) and doc[place + 1].is_alpha and doc[place + 1].lower_ not in context("function")
    return bool(token.is_alpha) and token.is_lower and token.lower_ not in context("function")


def _members(doc: Doc, start: int) -> int:
    """ "upokojencev", "gluhih in naglušnih", "prijateljev mladine": those whose society it is, in the genitive."""
    place = start
    while place < len(doc) and place - start < PURPOSE:
        token = doc[place]
        joined = token.lower_ == "in" and place > start and place + 1 < len(doc)
        if joined and doc[place + 1].lemma_ in context("members"):
            place += 2
        elif token.lemma_ in context("members") and (token.is_lower or token.is_upper):
            place += 1
        else:
            break
    return place


def _unit(doc: Doc, place: int) -> int:
    """ ", enota Kočevje", ", Območno združenje Trebnje"."""
    start = place + 1 if place < len(doc) and doc[place].text == "," else place
    if start >= len(doc) or doc[start].lower_ not in context("units"):
        return place
    noun = start + 1 if doc[start].lower_ in context("regional_units") else start
    if noun >= len(doc) or doc[noun].lemma_ not in context("unit_nouns"):
        return place
    noun = _members(doc, noun + 1) - 1
    end = _named(doc, noun + 1, noun + 1)
    return end if end > noun + 1 else place
