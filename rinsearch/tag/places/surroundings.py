"""What stands around a name decides whether it is a municipality; reasons against it are in `refusals`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.tag.places.mentions import Mention, token_before, token_behind
from rinsearch.tag.places.refusals import REFUSALS, is_in_list_of_links
from rinsearch.taxonomy import context, municipalities

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Verdict(NamedTuple):
    """Whether a mention counts, by which rule, and whether a neighbour in a list may change that."""

    accepted: bool
    rule: str
    spreads_to: bool = False

    def passed_on(self, other: Verdict, back: bool) -> Verdict:
        """What the neighbour's verdict becomes through this one."""
        if self.accepted and not other.accepted:
            return Verdict(True, "list", True)
        if self.rule == "institutions" and not back:
            return Verdict(False, "institutions", True)
        return other


def judge(doc: Doc, mention: Mention) -> Verdict:
    """The verdict on one mention by itself."""
    if is_in_list_of_links(doc):
        return Verdict(False, "menu")
    if _office(doc, mention):
        return Verdict(True, "office")
    if mention.kind == "short":
        return Verdict(False, "short", True)
    for name, refuses in REFUSALS:
        if refuses(doc, mention):
            return Verdict(False, name, name == "institutions")
    if not mention.entry.ambiguous or mention.kind == "alias":
        return Verdict(True, mention.kind, True)
    return Verdict(True, "place") if _placed(doc, mention) else Verdict(False, "ambiguous", True)


def together(doc: Doc, left: Mention, right: Mention) -> bool:
    """Whether only commas and conjunctions (and *občina*) stand between two mentions."""
    between = doc[left.end : right.start]
    if not 0 < len(between) <= 3:
        return False
    return all(token.lower_ in context("together") or token.lemma_ in context("municipality") for token in between)


def _office(doc: Doc, mention: Mention) -> bool:
    """ "Občine Straža", "MO Kranj", "občinski svet Mirna"; and a table's column that holds municipalities."""
    if doc.user_data.get("field") == "municipality":
        return True
    before = token_before(doc, mention)
    if before is None:
        return False
    if before.lemma_ in context("office") or office_length(doc, mention):
        return True
    further = doc[before.i - 1].lemma_ if before.i else ""
    return before.lemma_ in context("council") and further in context("municipal")


def office_length(doc: Doc, mention: Mention) -> int:
    """How many tokens directly before the name are the office's: "Občine" 1, "Mestne občine" and "Obč." 2."""
    start = mention.start
    if start > 1 and doc[start - 1].text == "." and doc[start - 2].lower_ in context("office-short"):
        return 2
    if not start or doc[start - 1].lemma_ not in context("office"):
        return 0
    return 2 if start > 1 and doc[start - 2].lemma_ in context("urban") else 1


def _placed(doc: Doc, mention: Mention) -> bool:
    """An ambiguous name in Title case behind a preposition, or in the genitive behind a council or its people."""
    span = doc[mention.start : mention.end]
    before = token_before(doc, mention)
    if before is None or span.text.isupper() or _tail_of_name(doc, mention) or _among_villages(doc, mention):
        return False
    if before.lower_ in context("before"):
        return True
    return before.lemma_ in context("council") and span.text == mention.entry.genitive


def _tail_of_name(doc: Doc, mention: Mention) -> bool:
    """ "Grad Podsreda": a name goes on behind an ambiguous one."""
    follows = token_behind(doc, mention)
    return follows is not None and follows.is_title and follows.is_alpha


def _among_villages(doc: Doc, mention: Mention) -> bool:
    """ "iz Škocjana in Vremskega Britofa": beside a place that is no municipality an ambiguous name is a village."""
    joint, other = token_behind(doc, mention), token_behind(doc, mention, 1)
    if joint is None or other is None or joint.lower_ not in ("in", "ter") or not other.is_title:
        return False
    further = token_behind(doc, mention, 2)
    two_words = further is not None and further.is_title and further.is_alpha
    return two_words and other.lower_ not in _first_words() and other.lemma_ not in context("institution")


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names of municipalities in all cases, and of "občina"."""
    forms = (form for entry in municipalities().values() for form in (*entry.cases, *entry.aliases))
    return frozenset(form.split(" ")[0].lower() for form in forms) | {"občina", "občini", "občine", "mestna", "mestni"}
