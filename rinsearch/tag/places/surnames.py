"""Why a name is a person: a title, a given name, another surname or a list of people stands beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rinsearch.tag.places.mentions import Mention, token_before, token_behind
from rinsearch.taxonomy import context, municipalities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ROLL = 25  # tokens back to the word that opens a list of people


def is_person_name(doc: Doc, mention: Mention) -> bool:
    """ "svetnik Grad", "Janez Grad"; but "župan Semiča" is the mayor of Semič."""
    before, follows = token_before(doc, mention), token_behind(doc, mention)
    text = doc[mention.start : mention.end].text
    if mention.end - mention.start > 1 or (mention.kind == "alias" and text.isupper()):
        return False
    if follows is not None and _is_given(follows) and not _governed(before):
        return True
    if before is None:
        return False
    if _is_given(before):
        return before.i + 1 == mention.start
    titled = before.lemma_ in context("person") or before.lower_ in context("person")
    of_place = text == mention.entry.genitive and text != mention.entry.name and before.lemma_ in context("council")
    return titled and before.i + 1 == mention.start and not of_place


def _is_given(token: Token) -> bool:
    """By the form too: some given names have the lemma of another word ("Jože")."""
    return bool(token.is_title) and (token.lemma_ in context("given_names") or token.lower_ in context("given_names"))


def _governed(before: Token | None) -> bool:
    """ "V Semiču Ana …": behind a preposition a name is a place, whatever follows."""
    return before is not None and before.lower_ in context("before")


def is_surname(doc: Doc, mention: Mention) -> bool:
    """ "opravičila Sežana Egon": a name in the nominative goes on with a Title word of no other name."""
    follows, before = token_behind(doc, mention), token_before(doc, mention)
    if follows is None or mention.kind == "alias" or _governed(before):
        return False
    text = doc[mention.start : mention.end].text
    if text != mention.entry.name or " " in text or not (follows.is_title and follows.is_alpha and len(follows) > 2):
        return False
    known = context("institution") | context("office") | context("council") | context("begins")
    return not (follows.lemma_ in known or follows.lower_ in known or follows.text in _capitalised())


def is_among_people(doc: Doc, mention: Mention) -> bool:
    """ "Imenuje se komisija: Zajc, Moravče, Pirnat": a name between the commas of a list of people."""
    if mention.end - mention.start > 1 or doc[mention.start].text != mention.entry.name:
        return False
    pairs = ((mention.start - 1, mention.start - 2), (mention.end, mention.end + 1))
    joined = [doc[other] for joint, other in pairs if 0 <= other < len(doc) and doc[joint].text in (",", "in")]
    if not any(_is_other_name(token) for token in joined):
        return False
    for token in reversed(doc[max(0, mention.start - ROLL) : mention.start]):
        if token.text in (".", "!", "?") or token.lower_ in context("listed_municipalities"):
            return False  # "svetniki občin Divača, Piran in Izola"
        if token.lemma_ in context("roll"):
            return True
    return False


def _is_other_name(token: Token) -> bool:
    """Whether it is a name of no municipality; of several words the last may stand there: "ob Sotli, Brežice"."""
    return bool(token.is_title) and bool(token.is_alpha) and token.text not in _words_of_names()


@cache
def _words_of_names() -> frozenset[str]:
    forms = (form for entry in municipalities().values() for form in (*entry.cases, *entry.aliases))
    return frozenset(word for form in forms for word in form.split())


@cache
def _capitalised() -> frozenset[str]:
    """The first words of the names of all municipalities, in all forms."""
    return frozenset(form.split()[0] for entry in municipalities().values() for form in (*entry.cases, *entry.aliases))
