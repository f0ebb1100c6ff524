"""Names that hold a group and mean none: "Odbor za mladino in šport", "Ulica mladih borcev", »Mladi za Ormož«."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.forms import names_one
from rinsearch.tag.groups.group_wordings import Match
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import context

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING, CLOSING = ("»", "„", "“"), ("«", "”")  # plain marks open and close alike, so they show nothing
NAME_WORDS = 5  # words of a name before the one that names a group
PART = 3  # words of each part of a body's name: "Odbor za zdravstvo, socialno varstvo in starejše občane"
PARTS = 5
MEMBERS = ("ih", "ev", "ov")
SHORTEST = 3  # letters
JOINS = (",", "in", "ter")


def bodies(doc: Doc) -> Iterator[Match]:
    """Masks over the names of bodies and offices, whose field may be a group."""
    known = context("body")
    if not names_one(doc, "body") or " za " not in text_of(doc).lower():
        return
    for token in doc[:-2]:
        if token.lemma_ in known and token.nbor().lower_ == "za":
            end = _end(doc, token.i + 2)
            yield Match(token.i, end, (), "body", token.i)


def societies(doc: Doc) -> Iterator[Match]:
    """Masks over societies and parties named after their members: "Kulturno društvo umetnikov invalidov"."""
    for token in doc[:-1] if names_one(doc, "society") else ():
        if token.lemma_ in context("society") and (token.lemma_ != "skupina" or _of_a_council(doc, token.i)):
            end = token.i + 1
            while end < min(len(doc), token.i + NAME_WORDS) and _of_members(doc[end]):
                end += 1
            if end > token.i + 1:
                start = token.i - (token.lemma_ == "skupina")
                yield Match(start, end, (), "body", start)


def _of_a_council(doc: Doc, place: int) -> bool:
    return place > 0 and doc[place - 1].lemma_ in ("svetniški", "poslanski")


def _of_members(token: Token) -> bool:
    """Whose society it is: the genitive of many ("invalidov", "upokojenk", "starih")."""
    text = token.lower_
    return bool(token.is_alpha) and len(text) > SHORTEST and (text.endswith(MEMBERS) or text[-1] not in "aeioumh")


def _end(doc: Doc, start: int) -> int:
    """The end of "šolstvo, otroško varstvo in mladino": a comma counts only where a conjunction closes the list."""
    ends = []
    place = start
    for _ in range(PARTS):
        end = _part(doc, place)
        if end == place:
            break
        ends.append(end)
        if end >= len(doc) or doc[end].lower_ not in JOINS or (len(ends) > 1 and doc[place - 1].lower_ != ","):
            break
        place = end + 1
    closed = [end for end in ends[1:] if doc[_start_of(doc, end) - 1].lower_ in ("in", "ter")]
    return closed[-1] if closed else (ends[0] if ends else start)


def _start_of(doc: Doc, end: int) -> int:
    """Where the part that ends at ``end`` begins."""
    place = end
    while place > 0 and doc[place - 1].lower_ not in JOINS and end - place < PART:
        place -= 1
    return place


def _part(doc: Doc, start: int) -> int:
    place = start
    while place < len(doc) and place - start < PART:
        token = doc[place]
        if not token.is_alpha or token.is_title or token.lower_ in context("function"):
            break
        place += 1
    return place


def in_a_name(doc: Doc, match: Match) -> bool:
    """Whether quotation marks behind an institution hold the words, or a list, a street or a person is named so.

    So is a house ("Center za starejše Tisje"), and an entry of a site's menu ("Za mlade  Za družine  Turizem").
    """
    return any(
        named(doc, match)
        for named in (_quoted, _street, _surname, _list, _house, _entry, _firm, _place, _household, _municipality)
    )


def _firm(doc: Doc, match: Match) -> bool:
    """ "klub Družina", "podjetje Družina Vrhunc", "festival Otrok Evrope": a capital behind what has names."""
    if not match.start or not doc[match.start].is_title or "romi" in match.groups:
        return False
    return not _breaks(doc, match.start) and doc[match.start - 1].lemma_ in context("titled")


def _place(doc: Doc, match: Match) -> bool:
    """ "Gluhi Vrh", "Mladi Rog": one adjective and another capital right behind it."""
    if match.kind != "people" or match.end - match.start > 1 or match.end >= len(doc):
        return False
    behind = doc[match.end]
    return bool(doc[match.start].is_title and behind.is_title and behind.is_alpha) and not _breaks(doc, match.end)


def _municipality(doc: Doc, match: Match) -> bool:
    """ "Občina Starše", "Hajdina in Starše": parents have no capital inside a sentence."""
    if match.end - match.start > 1 or "druzine" not in match.groups or not match.start:
        return False
    token, before = doc[match.start], doc[match.start - 1]
    return (not token.is_lower and before.lemma_ == "občina") or (bool(token.is_title) and _inside(doc, match.start))


def _household(doc: Doc, match: Match) -> bool:
    """ "družina Novak", "vdova Kos"."""
    if match.end - match.start > 1 or match.end >= len(doc) or doc[match.start].lemma_ not in context("households"):
        return False
    behind = doc[match.end]
    return bool(behind.is_title and behind.is_alpha) and not _breaks(doc, match.end)


def _list(doc: Doc, match: Match) -> bool:
    """ "svetniška skupina Mladi za Tržič": a word with a capital inside a sentence, and behind "za" a name."""
    if match.end - match.start > 1 or not _inside(doc, match.start) or not doc[match.start].is_title:
        return False
    rest = doc[match.end : match.end + 2]
    return len(rest) == 2 and rest[0].lower_ == "za" and bool(rest[1].is_title)


def _house(doc: Doc, match: Match) -> bool:
    """ "Center za starejše Tisje": "za" behind an institution's capital, and a name of its own behind the group."""
    head, own = match.start - 2, match.end
    if head < 0 or own >= len(doc) or doc[match.start - 1].lower_ != "za" or not doc[head].is_title:
        return False
    named = bool(doc[own].is_title) and bool(doc[own].is_alpha) and doc[own].lower_ not in context("function")
    return doc[head].lemma_ in context("institution") and named and not _breaks(doc, own)


def _breaks(doc: Doc, place: int) -> bool:
    """Whether a line ends right before a token, so that the next one begins something else."""
    return doc[place].idx - 1 in doc.user_data.get("edges", frozenset())


def _entry(doc: Doc, match: Match) -> bool:
    """ "Za mlade  Za družine  Za starejše": one of several that begin with a capital and no stop between them."""
    if not match.start or doc[match.start - 1].text != "Za":
        return False
    follows = match.end < len(doc) and doc[match.end].text == "Za"
    return follows or (match.start > 2 and doc[match.start - 3].text == "Za")


def _inside(doc: Doc, place: int) -> bool:
    """Whether a token stands inside a sentence: behind a word or a comma, on the same line."""
    return place > 0 and not _breaks(doc, place) and (bool(doc[place - 1].is_alpha) or doc[place - 1].text == ",")


def is_name(doc: Doc, place: int) -> bool:
    """Whether a word bears a capital as a name does: inside a sentence, or before another capital ("Gluhi Vrh")."""
    if not doc[place].is_title or _breaks(doc, place):
        return False
    behind = place + 1 < len(doc) and bool(doc[place + 1].is_title) and not _breaks(doc, place + 1)
    return behind or _inside(doc, place)


def _surname(doc: Doc, match: Match) -> bool:
    """ "Sestavil: D. Starše": one word with a capital behind another name or an initial."""
    if match.end - match.start > 1 or not match.start or ("romi" in match.groups and doc[match.start].text != "Rom"):
        return False
    before, word = doc[match.start - 1], doc[match.start]
    initial = len(before) <= 2 and before.text[0].isupper()
    return bool(word.is_title) and (initial or (bool(before.is_title) and bool(before.is_alpha)))


def _quoted(doc: Doc, match: Match) -> bool:
    """ "društva »Mladi za Ormož«"."""
    for place in range(match.start - 1, max(0, match.start - NAME_WORDS), -1):
        if doc[place].text in CLOSING:
            return False
        if doc[place].text in OPENING:
            return doc[place - 1].lemma_ in context("institution")
    return False


def _street(doc: Doc, match: Match) -> bool:
    """ "Cesta pohorskih študentov", "Ulica mladih"."""
    for place in (match.start - 1, match.start - 2):
        if place < 0 or not doc[place].is_alpha or doc[place].lower_ in context("function"):
            return False
        if doc[place].is_title and doc[place].lemma_ in context("street") and doc[place].lemma_ != "grad":
            return True
    return False
