"""Municipalities: every form of their names, and the adjectives before *občina*; context decides for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.tag.finds import Find, longest
from rinsearch.tag.forms import Phrases
from rinsearch.tag.pipeline import phrases
from rinsearch.tag.places.mentions import Mention, token_before, token_behind
from rinsearch.tag.places.refusals import SENTENCE_END, listed
from rinsearch.tag.places.surroundings import Verdict, judge, office_length, together
from rinsearch.taxonomy import context, municipalities
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "municipality"
REGION = "region"
DOUBTFUL = "municipality?"  # never leaves this room: settled by the rest of the paper, or dropped
SHORT = "short-place"  # the rule of a short name that only stands where the paper names it in full, too
NEIGHBOURS = 3  # of its region, named beyond doubt
NEIGHBOURS_OF_ENTRY = 2  # where the name stands alone at the beginning of a line: "Bled: svet seznanjen 17. 10. 2017"
ENTRIES = 3  # of one region in such lines: one of them beyond doubt makes the others sure
LISTED = "listed"  # the rule of such a name
ACTS = "acts"  # the rule of a name that does what councils do: "Kostel je točko umaknil"


def find_municipalities(doc: Doc) -> Iterator[Find]:
    """Find municipalities; the value is the SURS code."""
    yield from longest([*_named(doc), *_described(doc)])


def _named(doc: Doc) -> Iterator[Find]:
    mentions = list(_mentions(doc))
    if not mentions:  # as in most passages and cells
        return
    verdicts = [judge(doc, mention) for mention in mentions]
    for back in (False, True):
        _spread(doc, mentions, verdicts, back)
    for mention, verdict in zip(mentions, verdicts, strict=True):
        span = doc[mention.start - office_length(doc, mention) : mention.end]
        if verdict.accepted:
            yield Find(LABEL, mention.entry.code, span.start_char, span.end_char, f"{LABEL}.{verdict.rule}")
        elif verdict.rule in ("ambiguous", "short") and not span.text.isupper():
            doubt = _doubt(doc, mention) if verdict.rule == "ambiguous" else _doubt_of_short(doc, mention)
            if doubt:
                yield Find(DOUBTFUL, mention.entry.code, span.start_char, span.end_char, f"{LABEL}.{doubt}")


def _doubt(doc: Doc, mention: Mention) -> str:
    """What the rest of the paper may make of an ambiguous name: an entry of a list, who acts, or one in a sentence."""
    if listed(doc, mention):
        return LISTED
    if phrase("place-acts").match(doc.text, doc[mention.end - 1].idx + len(doc[mention.end - 1])):
        return ACTS
    before = doc[mention.start - 1] if mention.start else None
    return "" if before is None or before.text in SENTENCE_END else "known"


def _doubt_of_short(doc: Doc, mention: Mention) -> str:
    """ "Na Ravnah so ga sprejeli": a short name between a preposition and a verb may be what the paper names."""
    before, follows = token_before(doc, mention), token_behind(doc, mention)
    if before is None or before.lower_ not in context("before") or follows is None:
        return ""
    return SHORT if phrase("auxiliary").fullmatch(follows.lower_) else ""


class Sure(NamedTuple):
    """The municipalities named beyond doubt, how many of each region, and how many more of it only begin lines.

    ``named`` are the regions of which the paper itself speaks.
    """

    codes: frozenset[str]
    regions: Counter[str]
    entries: Counter[str]
    named: frozenset[str]


def certain(found: Iterable[Find]) -> Sure:
    """What the finds of one whole paper say beyond doubt."""
    known = list(found)
    codes = frozenset(find.value for find in known if find.label == LABEL)
    listed = {find.value for find in known if find.label == DOUBTFUL and find.rule.endswith(LISTED)} - codes
    named = frozenset(find.value for find in known if find.label == REGION)
    return Sure(codes, _by_region(codes), _by_region(listed), named)


def _by_region(codes: Iterable[str]) -> Counter[str]:
    return Counter(municipalities()[code].region for code in codes)


def settled(found: Iterable[Find], sure: Sure) -> Iterator[Find]:
    """The finds without doubtful ones, but those that the rest of the paper makes sure.

    An ambiguous name inside a sentence or at the beginning of a line is the municipality that the paper names elsewhere
    beyond doubt (a short name behind a preposition, too), and one of a region of which the paper names several others
    ("Bloke ..... 17. redna seja", "Kostel je točko umaknil").
    """
    for find in found:
        if find.label != DOUBTFUL:
            yield find
        elif find.value in sure.codes or (not find.rule.endswith(SHORT) and _among(find, sure)):
            yield find._replace(label=LABEL)


def _among(find: Find, sure: Sure) -> bool:
    """Whether the paper names enough others of the region."""
    region = municipalities()[find.value].region
    known = sure.regions[region]
    if find.rule.endswith(ACTS):
        return known >= NEIGHBOURS_OF_ENTRY
    if not find.rule.endswith(LISTED):
        return known >= NEIGHBOURS
    enough = known >= NEIGHBOURS_OF_ENTRY or known + sure.entries[region] >= ENTRIES or region in sure.named
    return known > 0 and enough


def _spread(doc: Doc, mentions: list[Mention], verdicts: list[Verdict], back: bool) -> None:
    """A doubtful name in a list with a sure one is one too, and what follows an institution of many is its part."""
    order = list(pairwise(range(len(mentions))))
    for left, right in reversed(order) if back else order:
        known, asked = (right, left) if back else (left, right)
        if _pair(doc, (mentions[left], mentions[right]), (verdicts[left], verdicts[right])):
            verdicts[left] = verdicts[right] = Verdict(True, "pair", True)
        if verdicts[asked].spreads_to and together(doc, mentions[left], mentions[right]):
            verdicts[asked] = verdicts[known].passed_on(verdicts[asked], back)


def _pair(doc: Doc, beside: tuple[Mention, Mention], verdicts: tuple[Verdict, Verdict]) -> bool:
    """ "Žiri in Železniki": two ambiguous names of one region side by side make each other sure."""
    left, right = beside
    if any(verdict.rule != "ambiguous" for verdict in verdicts) or left.entry.region != right.entry.region:
        return False
    return not doc[left.start : right.end].text.isupper() and together(doc, left, right)


def _mentions(doc: Doc) -> Iterator[Mention]:
    """Names in the text, the longest at each place."""
    names = doc.vocab.strings
    found = [Find(names[name], "", start, end, "") for match in (_names(), _short()) for name, start, end in match(doc)]
    for find in longest(found):
        code, kind = find.label.split(" ")
        yield Mention(find.start, find.end, municipalities()[code], kind)


@cache
def _names() -> Phrases:
    named = []
    for entry in municipalities().values():
        named += [(f"{entry.code} form", each) for form in entry.cases for each in _written(form)]
        named += [(f"{entry.code} alias", each) for form in entry.aliases for each in _written(form)]
    return phrases("ORTH", named)


@cache
def _short() -> Phrases:
    """ "Zagorje" for Zagorje ob Savi."""
    entries = municipalities().values()
    named = [(f"{entry.code} short", each) for entry in entries for form in entry.short for each in _written(form)]
    return phrases("ORTH", named)


def _written(form: str) -> set[str]:
    """As it should be, in capitals, with every word in Title case, and with the other dash."""
    title = " ".join(
        word if word in context("small_words") else word[:1].upper() + word[1:] for word in form.split(" ")
    )
    plain = {form, form.upper(), title}
    return plain | {each.replace("-", "–") for each in plain}


def _described(doc: Doc) -> Iterator[Find]:
    """ "žužemberški občini", "semiška in metliška občina", "novomeški mestni svet"."""
    matches = sorted((start, end, name) for name, start, end in _adjectives()(doc))
    described = False  # whether an adjective before has its noun, which one behind may leave out
    for number, (start, end, name) in enumerate(matches):
        stop = _noun_end(doc, end)
        if stop is None and number + 1 < len(matches):
            following = matches[number + 1]
            if following[0] == end + 1 and doc[end].lower_ in context("together"):
                stop = end if _noun_end(doc, following[1]) else None
        if stop is None and described and _elided(doc, end):
            stop = end
        if stop is not None:
            described = True
            span = doc[start:stop]
            code = doc.vocab.strings[name]
            yield Find(LABEL, code, span.start_char, span.end_char, f"{LABEL}.adjective")


def _elided(doc: Doc, end: int) -> bool:
    """ "Postojnski svet se je seznanil, ilirskobistriški pa ga je zavrnil": the noun is left out."""
    return end < len(doc) and doc[end - 1].lower_.endswith(("i", "a")) and doc[end].lower_ == "pa"


def _noun_end(doc: Doc, end: int) -> int | None:
    """The end of "občina", "občinski svet", "župan" behind an adjective that ends at ``end``."""
    for place in range(end, min(end + 3, len(doc))):
        lemma = doc[place].lemma_
        acts = lemma in context("council") and (place > end or lemma in context("official"))
        if acts or lemma in context("municipality"):
            return place + 1
        if lemma not in context("municipal"):
            return None
    return None


@cache
def _adjectives() -> Phrases:
    """Adjectives that mean one municipality only: "šmarski" means two."""
    owners: dict[str, set[str]] = {}
    for entry in municipalities().values():
        for form in entry.adjective_forms:
            owners.setdefault(form, set()).add(entry.code)
    return phrases("LOWER", [(min(codes), form) for form, codes in owners.items() if len(codes) == 1])
