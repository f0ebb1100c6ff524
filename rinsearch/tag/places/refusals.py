"""Why a name is no municipality: an address, a street, an institution, a firm, a person, a site's menu.

Each reason is a function of the Doc and the mention; their order in `REFUSALS` is the order in which they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rinsearch.tag.pipeline import text_of
from rinsearch.tag.places.mentions import Mention, token_before, token_behind
from rinsearch.tag.places.surnames import is_among_people, is_person_name, is_surname
from rinsearch.taxonomy import MunicipalityEntry, context
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 8  # tokens back to the head of an institution's name: "Zavod za gradbeništvo in … območna enota Novo mesto"
CLOSED_UP = "»«„“”\"'-–:"  # an institution's name goes on behind these; "centri: Dravograd, …"
SENTENCE_END = '.!?:;•·|»«„“"–-'
VILLAGES = 14  # tokens of a list of villages
BULLETS = (">", "-", "–", "•", "*", "·", "o")
LONGEST_NUMBER = 2  # digits before an entry of a list
DIVIDING = frozenset("–—-,")
DIVIDERS_OF_ENTRIES = (";", "|")
BEHIND_ENTRIES = (":", "|", "–", "-", "(")
LEADERS = ".…:|–-;"
POSTCODE = re.compile(r"[1-9]\d{3}")
HOUSE = re.compile(r"\d{1,3}[a-zA-Z]?")
DIVIDERS = re.compile(r"[|•›»·]")
MENU_DIVIDERS = 3  # a sentence has no three vertical bars


def _postal(doc: Doc, mention: Mention) -> bool:
    """ "8000 Novo mesto"; "Hodoš 52" where nothing else stands, or a post code follows."""
    before = doc[mention.start - 1] if mention.start else None
    if before is not None and POSTCODE.fullmatch(before.text) and not _is_year(doc, before):
        return True
    if _behind_a_street(doc, mention):
        return True
    house = token_behind(doc, mention)
    if house is None or not HOUSE.fullmatch(house.text):
        return False
    rest = doc[house.i + 1 : house.i + 3]
    return any(POSTCODE.fullmatch(token.text) for token in rest) or (mention.start == 0 and house.i + 1 == len(doc))


def _behind_a_street(doc: Doc, mention: Mention) -> bool:
    """ "Glavni trg 24, Novo mesto"."""
    if mention.start < 3 or doc[mention.start - 1].text != "," or not HOUSE.fullmatch(doc[mention.start - 2].text):
        return False
    return any(token.lemma_ in context("street") for token in doc[max(0, mention.start - 5) : mention.start - 2])


def _is_year(doc: Doc, token: Token) -> bool:
    """ "leta 2017 Semič" is no address."""
    return token.text[:2] in ("19", "20") and token.i > 0 and doc[token.i - 1].text not in (",", ";")


def _dateline(doc: Doc, mention: Mention) -> bool:
    """ "Novo mesto, dne 8. 9. 2017", "V Novem mestu, 8. 9. 2017"."""
    comma, follows = token_behind(doc, mention), token_behind(doc, mention, 1)
    if comma is None or follows is None or mention.start > 1:
        return False
    if mention.start == 1 and doc[0].lower_ not in ("v", "na"):
        return False
    first = follows if comma.text == "," else comma
    return first.lower_ == "dne" or (comma.text == "," and first.text[0].isdigit())


def _street(doc: Doc, mention: Mention) -> bool:
    """ "naselje Straža", "reka Mirna", "cesta Semič–Metlika"."""
    before, follows = token_before(doc, mention), token_behind(doc, mention)
    if before is not None and (before.lemma_ in context("street") or before.lower_ in context("street")):
        return True
    return _dashed(doc, before, doc[mention.start]) or _dashed(doc, follows, None)


def _dashed(doc: Doc, dash: Token | None, name: Token | None) -> bool:
    """A dash without spaces to another word: a route, or a part of a longer name."""
    if dash is None or dash.text not in ("-", "–"):
        return False
    other = dash.i - 1 if name is not None else dash.i + 1
    if not 0 <= other < len(doc) or not doc[other].is_alpha or not doc[other].is_title:
        return False
    spaced = bool(doc[dash.i - 1].whitespace_) if dash.i else True
    return not (spaced or dash.whitespace_)


def _elsewhere(doc: Doc, mention: Mention) -> bool:
    """ "Škocjan pri Turjaku" and "Dol pri Hrastniku" are villages."""
    follows, place = token_behind(doc, mention), token_behind(doc, mention, 1)
    if mention.start > 1 and doc[mention.start - 1].lower_ in context("tail") and doc[mention.start - 2].is_title:
        return True
    if mention.start and doc[mention.start - 1].lower_ == "proti" and _travels(doc, mention.start - 1):
        return True
    return follows is not None and place is not None and follows.lower_ in context("tail") and place.is_title


def listed(doc: Doc, mention: Mention) -> bool:
    """Whether the name is an entry of a list: first of its line, then a gap, dots, a stroke or what was done."""
    edges = doc.user_data.get("edges", frozenset())
    place = mention.start
    while place > 0 and _is_bullet(doc[place - 1].text) and doc[place - 1].idx + len(doc[place - 1]) not in edges:
        place -= 1
    span = doc[mention.start : mention.end]
    follows = token_behind(doc, mention)
    begins = place == 0 or doc[place].idx - 1 in edges or _begins_entry(doc, mention, place)
    if not begins or follows is None or span.end_char in edges or follows.text[0] in LEADERS:
        return begins
    ordinal = token_behind(doc, mention, 1)
    done = ordinal if follows.text in DIVIDING else follows
    if done is not None and phrase("done-by-entry").fullmatch(done.text):
        return True  # "Muta, seznanjen 9. 11."; "Muta      seznanjen": two columns of which the gap is lost
    if follows.text == "(" and ordinal is not None:
        told = phrase("done-by-entry").fullmatch(ordinal.text)
        return ordinal.text.rstrip(".").isdigit() or bool(told)  # "Muta (12. 10. 2017) – seznanjeni", "Muta (seja …)"
    return follows.text.rstrip(".").isdigit() and ("." in follows.text or (ordinal is not None and ordinal.text == "."))


def _begins_entry(doc: Doc, mention: Mention, place: int) -> bool:
    """Whether a line of the page begins here, or a name stands alone between strokes or semicolon and colon.

    As in "| Bled | svet seznanjen |" and "Odgovori: Muta: seznanjeni; Bled: preloženo".
    """
    if doc[place].idx in doc.user_data.get("lines", frozenset()):
        return True
    follows = token_behind(doc, mention)
    return follows is not None and doc[place - 1].text in DIVIDERS_OF_ENTRIES and follows.text in BEHIND_ENTRIES


def _is_bullet(word: str) -> bool:
    number = word.rstrip(".)")
    return word in BULLETS or (len(number) <= LONGEST_NUMBER and number.isdecimal()) or word in (".", ")")


def _village(doc: Doc, mention: Mention) -> bool:
    """ "v vaseh Velika Polana, Mala Polana in Brezovica": the whole list is of villages."""
    for place in range(mention.start - 1, max(-1, mention.start - 1 - VILLAGES), -1):
        token = doc[place]
        if token.lower_ in context("villages"):
            return True
        if not (token.is_title or token.lower_ in (",", "in", "ter", "pri", "ob")):
            return False
    return False


def _travels(doc: Doc, towards: int) -> bool:
    """ "Avtobus iz Mislinje proti Velenju": a direction, where something goes or runs."""
    return any(token.lemma_ in context("travel") for token in doc[max(0, towards - 8) : towards + 6])


def _company(doc: Doc, mention: Mention) -> bool:
    ahead = [token_behind(doc, mention, place) for place in (0, 1, 2, 3)]
    text = "".join(token.lower_ for token in ahead if token is not None).lstrip(",")
    return text.startswith(tuple(context("company")))


def _head(doc: Doc, mention: Mention) -> Token | None:
    """The word that begins an institution's name whose last word is the mention."""
    if doc[mention.start : mention.end].text.casefold() not in _nominatives(mention.entry):
        return _court(doc, mention)
    for place in range(mention.start - 1, max(-1, mention.start - 1 - REACH), -1):
        token = doc[place]
        if token.lemma_ in context("institution") or token.lower_ in context("institution"):
            return token
        if token.lemma_ in context("breaks") or token.lower_ in context("breaks"):
            return None
        if token.is_punct and token.text not in CLOSED_UP:
            return None
    return None


def _court(doc: Doc, mention: Mention) -> Token | None:
    """ "Okrožno sodišče v Novem mestu": only what is named so stands before a preposition."""
    if mention.start < 2 or doc[mention.start - 1].lower_ not in ("v", "na"):
        return None
    head = doc[mention.start - 2]
    if mention.start > 2 and doc[mention.start - 3].lemma_ in context("to_be_built"):
        return None  # "nov dom v Cirkulanah" is to stand there; "v Kulturnem domu v Metliki" is a place of meeting
    court = head.lemma_ in context("court")
    return head if court or head.lower_ in context("venue") or _is_venue(head) else None


def _is_venue(token: Token) -> bool:
    return token.lemma_ in context("venue")


def _nominatives(entry: MunicipalityEntry) -> tuple[str, ...]:
    return (
        entry.name.casefold(),
        entry.name.casefold().replace("-", "–"),
        *(each.casefold() for each in entry.aliases),
    )


def _institutions(doc: Doc, mention: Mention) -> bool:
    head = _head(doc, mention)
    return head is not None and head.lower_ in context("institutions")  # "centri", "šol": many, with a name each


def _institution(doc: Doc, mention: Mention) -> bool:
    return _head(doc, mention) is not None or _above(doc, mention)


def _above(doc: Doc, mention: Mention) -> bool:
    """A line that is only the name, below a line that is only an institution: a letterhead."""
    if mention.start or mention.end != len(doc):
        return False
    words = str(doc.user_data.get("before", "")).lower().split()
    named = not context("institution").isdisjoint(words) and context("municipality").isdisjoint(words)
    return 0 < len(words) <= REACH and named


def _proper(doc: Doc, mention: Mention) -> bool:
    """ "rokometaši Krke Semič": a Title-case word of the same name stands directly before, inside a sentence."""
    if mention.start < 2:
        return False
    before = doc[mention.start - 1]
    text = doc[mention.start : mention.end].text
    if text not in (mention.entry.name, *mention.entry.aliases) or text.isupper():
        return False
    inside = doc[mention.start - 2].text not in SENTENCE_END
    return inside and before.is_title and before.is_alpha and len(before) > 2 and before.lemma_ not in context("office")


def _menu(doc: Doc, mention: Mention) -> bool:
    del mention
    text = text_of(doc).lower()
    if len(DIVIDERS.findall(text)) < MENU_DIVIDERS:
        return False
    return any(word in text for word in context("menu"))


def is_in_list_of_links(doc: Doc) -> bool:
    """ "Sosednje občine: Kočevje · Loški Potok · Sodražica" on a site: *občine* makes them no subject of the paper."""
    text = text_of(doc)
    divided = len(DIVIDERS.findall(text)) >= MENU_DIVIDERS - 1
    listed = divided and phrase("links-to-neighbours").search(text) is not None
    return listed or phrase("line-of-neighbours").match(text) is not None


REFUSALS: tuple[tuple[str, Callable[[Doc, Mention], bool]], ...] = (
    ("menu", _menu),
    ("postal", _postal),
    ("dateline", _dateline),
    ("street", _street),
    ("elsewhere", _elsewhere),
    ("village", _village),
    ("company", _company),
    ("institutions", _institutions),
    ("institution", _institution),
    ("person", is_person_name),
    ("surname", is_surname),
    ("among_people", is_among_people),
    ("proper_name", _proper),
)
