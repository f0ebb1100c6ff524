"""What is being spoken of: the item of the agenda that a passage belongs to, and the plans named in it.

Minutes name a plan once, in the heading of its item, and then say "načrt" or nothing at all. The topic of a passage is
what the heading of its item names; a heading that gives only a number ("2. točka") takes it from the agenda.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from rinsearch.compose.paper import Paper, tags_of
from rinsearch.compose.plans.plans import Mention, Plans
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

_LETTERED = re.compile(r"^\W*(?:(?P<letter>[a-zčšž])\)|(?P<capital>[A-ZČŠŽ])\.|(?P<roman>[IVX]{1,4})\.)\s+(?=\S)")
KEPT = 1 << 6  # passages near the one at hand
LONGEST_ITEM = 250  # characters; "A. Novak je povedal …" may be longer
MISREAD_ONE = "l."  # a scan's "1." in a line of its own
FIRST = ("1", "a", "i")  # the first point of a resolution speaks of the item as one without points does
LONGEST_NUMBER = 24  # characters of "4 Predlog Regijskega " before a plan's name
LONGEST_OPENING = 160  # characters of an announcement of the agenda, with its vote


@dataclass(frozen=True, slots=True)
class Topic:
    """An item: its number where it has one, its heading, and the mentions of plans that hold in it."""

    number: str | None = None
    heading: Passage | None = None
    mentions: tuple[Mention, ...] = ()
    in_agenda: bool = False
    inherited: tuple[Mention, ...] = ()  # of the item in which a numbered point of a resolution stands
    is_spoken: bool = False  # opened by a speaker: "Gremo na dvanajsto točko."
    is_listed: bool = False  # a further resolution of a list: what it does not name it is not about
    entry: Topic | None = None  # what the agenda says of an item that is taken up by its number alone
    is_announced: bool = False  # "Sprejeta sta bila sklepa:" stands right above, or another point of them

    @property
    def is_about_another(self) -> bool:
        """Whether the heading of a numbered item, or its entry in the agenda, names another document and no plan."""
        if self.number is None:
            return False  # "ZAPISNIK" is the title of the whole paper
        opening = [each for each in (self.heading, self.entry.heading if self.entry else None) if each]
        named = {
            each.passage.id for each in (*self.mentions, *(self.entry.mentions if self.entry else ())) if each.is_plan
        }
        words = " ".join(each.text for each in opening if not phrase("sentence-ended").search(each.text))
        return not named & {each.id for each in opening} and bool(phrase("business").search(words))

    @property
    def is_on_plan(self) -> bool:
        """Whether the heading of an item, or its entry in the agenda, names the plan."""
        titled = any(each.passage is self.heading and each.is_plan for each in self.mentions)
        return titled or bool(self.entry and any(each.is_plan for each in self.entry.mentions))

    @property
    def reference(self) -> Mention | None:
        """What "načrt" refers to: the name in the item's heading (or the paper's subject), which comes first."""
        return self.mentions[0] if self.mentions else None


def topics(paper: Paper, plans: Plans) -> Mapping[str, Topic]:
    """The topic of every passage, by the passage's id."""
    by_passage: dict[str, list[Mention]] = {}
    for mention in plans.mentions:
        by_passage.setdefault(mention.passage.id, []).append(mention)
    agenda: dict[str, Topic] = {}
    found: dict[str, Topic] = {}
    topic, resolutions = Topic(), 0
    for passage, following in zip_longest(paper.passages, paper.passages[1:]):
        adopted = following is not None and _is_adopted(passage, following)
        numbered = _is_numbered_resolution(paper, topic, passage)
        topic = (
            Topic(None, passage, is_listed=numbered and bool(resolutions))
            if adopted or (numbered and resolutions)
            else _next_topic(topic, passage, tuple(by_passage.get(passage.id, ())), agenda)
        )
        resolutions += numbered
        if following is not None and _lists_as_adopted(passage, following):
            agenda.clear()
        if topic.number is not None and topic.in_agenda:
            agenda[topic.number] = topic  # with what the points below it name ("4.1 Regijski načrt")
        elif topic.number is not None and _is_listed_part(passage):
            agenda.setdefault(topic.number, topic)
        found[passage.id] = topic
    return found


def _is_listed_part(passage: Passage) -> bool:
    """Whether a lettered part of the only item is listed, to be taken up later: "a) regijski načrt", then "K a) …"."""
    listed = _LETTERED.match(passage.text) and not phrase("sentence-ended").search(passage.text)
    return bool(listed) and not (tags_of(passage, "decision") or tags_of(passage, "vote"))


def _lists_as_adopted(passage: Passage, following: Passage) -> bool:
    """Whether the items are listed as they were adopted, so that those of the agenda as sent count no more."""
    numbered = item_number(following) is not None and not _is_taken_up(following)
    announced = passage.text.rstrip(" *").endswith(":") and numbered
    return announced and opens_agenda(passage) and bool(phrase("agenda-as-adopted").search(passage.text))


def _is_adopted(passage: Passage, following: Passage) -> bool:
    """Whether an agenda is only adopted here, and not listed: "Sprejem dnevnega reda", "Dnevni red se sprejme."."""
    if not phrase("adopting-agenda").match(passage.text) or following.text.rstrip(" *").endswith(":"):
        return False
    return item_number(following) is None and bool(tags_of(following, "decision") or tags_of(following, "vote"))


def _is_numbered_resolution(paper: Paper, topic: Topic, passage: Passage) -> bool:
    """Whether a line opens one of a list of resolutions, each under its number alone: "sklep 302"."""
    if paper.kind not in (DocumentKind.REPORT, DocumentKind.DECISION) or topic.number is not None:
        return False
    numbered = phrase("resolution-alone").fullmatch(passage.text) and any(map(str.isdigit, passage.text))
    return bool(numbered)


def _next_topic(topic: Topic, passage: Passage, mentions: tuple[Mention, ...], agenda: Mapping[str, Topic]) -> Topic:
    if opens_agenda(passage):
        return Topic(None, passage, mentions, in_agenda=True)
    if not topic.in_agenda and _is_row_of_items(passage):
        before = topic.inherited if topic.heading and topic.heading.kind == PassageKind.ROW else topic.mentions
        return Topic(None, passage, mentions, inherited=before)
    number = item_number(passage) or (_undotted(passage) if topic.in_agenda or _names_plan(passage, mentions) else None)
    lettered = phrase("letter-of-item").match(passage.text)
    if lettered and lettered[1].lower() in agenda:
        number = lettered[1].lower()  # "Ad 6 b)": what it is about stands below "6. Gradiva:"
    if number is not None and number == topic.number and _goes_on(topic, passage):
        return replace(topic, mentions=topic.mentions + mentions)
    if number is not None and _is_point_of_resolution(topic, passage):
        inherited = topic.mentions or topic.inherited
        held = mentions or (topic.mentions if number in FIRST else ())
        return Topic(number, passage, held, inherited=inherited, is_announced=topic.is_announced)
    if number is not None:
        listed = topic.in_agenda and number not in agenda and not phrase("item-taken-up").match(passage.text)
        listed = listed and not phrase("tells-at-length").search(passage.text)
        entry = agenda[number] if number in agenda and _is_bare(passage) else None
        return Topic(number, passage, mentions or (entry.mentions if entry else ()), listed, entry=entry)
    listed = topic.in_agenda and bool(phrase("part-of-item").match(passage.text))
    if passage.kind == PassageKind.HEADING and not _is_inner(passage) and not listed:
        return Topic(None, passage, mentions)
    if not topic.in_agenda and phrase("turns-to").match(passage.text) and (topic.number is None or _moves_on(passage)):
        return Topic(None, passage, mentions, is_spoken=_moves_on(passage))
    announced = passage.text.rstrip().endswith(":") and bool(phrase("heading-of-resolution").search(passage.text))
    if not mentions and announced == topic.is_announced:
        return topic
    return replace(topic, mentions=topic.mentions + mentions, is_announced=announced)


def _is_row_of_items(passage: Passage) -> bool:
    """Whether a row of a table is an item of its own: numbered, and no row of a list of municipalities."""
    numbered = passage.kind == PassageKind.ROW and phrase("row-number").match(passage.text)
    return bool(numbered) and not tags_of(passage, "municipality")


def _is_bare(passage: Passage) -> bool:
    """Whether a number is all that names an item ("2. točka", "Obrazložitev k 1. točki:"); the agenda says the rest."""
    return len(passage.text.split()) <= 3 or _is_taken_up(passage)


def _undotted(passage: Passage) -> str | None:
    """The number of a listed item that has no full stop: "2 Seznanitev z načrtom"."""
    match = phrase("item-undotted").match(passage.text)
    return match.group(1) if match and passage.kind != PassageKind.ROW else None


def _names_plan(passage: Passage, mentions: tuple[Mention, ...]) -> bool:
    """Whether a line is only a number and the name of a plan, and so the title of its item."""
    title = bool(mentions) and not (tags_of(passage, "decision") or phrase("sentence-ended").search(passage.text))
    return title and mentions[0].start <= LONGEST_NUMBER


def _moves_on(passage: Passage) -> bool:
    """Whether a speaker moves on to another item: "Gremo na dvanajsto točko."."""
    return bool(phrase("moves-on").search(passage.text))


def _is_taken_up(passage: Passage) -> bool:
    """Whether an item is taken up by its number ("Ad 4", "K2. Uvod:", "Obrazložitev k 1. točki:")."""
    text = passage.text
    return bool(phrase("taken-up-by-number").match(text) or phrase("about-item").match(text))


def _goes_on(topic: Topic, passage: Passage) -> bool:
    """Whether a passage names the item in which it stands: "Sklep k točki 4: …" below "4. Regijski načrt"."""
    return (
        not topic.in_agenda and passage.kind != PassageKind.HEADING and bool(phrase("about-item").match(passage.text))
    )


def _is_point_of_resolution(topic: Topic, passage: Passage) -> bool:
    """Whether a number opens a sentence with a verb of deciding, and no item: "2. Načrta svet ne podpira."."""
    if topic.in_agenda or passage.kind == PassageKind.HEADING or _is_taken_up(passage):
        return False
    says = topic.is_announced or bool(tags_of(passage, "decision"))
    return says and bool(phrase("sentence-ended").search(passage.text))


def _is_inner(passage: Passage) -> bool:
    """Whether a heading stands inside an item ("SKLEP:", "Sprejeta sta bila sklepa:", "Po tem svet sklene:")."""
    leads = passage.text.rstrip(" *").endswith(":") and phrase("announces-resolution").search(passage.text)
    told = tags_of(passage, "decision") and phrase("sentence-ended").search(passage.text)
    return bool(
        told
        or leads
        or phrase("speaker").fullmatch(passage.text)
        or phrase("heading-inside-item").match(passage.text)
        or phrase("count-line-of-heads").match(passage.text)
        or phrase("heading-of-resolution").search(passage.text)
    )


def opens_agenda(passage: Passage) -> bool:
    """Whether the passage announces the list of items ("DNEVNI RED:", "Sprejeti dnevni red (za 25, proti 0):")."""
    match = phrase("agenda").search(passage.text)
    short = len(passage.text.split()) <= 3
    announces = short or passage.kind == PassageKind.HEADING or passage.text.rstrip(" *").endswith(":")
    return bool(match) and announces and len(passage.text) < LONGEST_OPENING and item_number(passage) is None


def item_number(passage: Passage) -> str | None:
    """What the agenda item that a passage opens is called: "4", "c", "III"."""
    return None if passage.kind is PassageKind.ROW else _number_of(passage.text, passage.kind is PassageKind.HEADING)


@lru_cache(maxsize=KEPT)
def _number_of(text: str, heading: bool) -> str | None:
    """The number before a text; several rules ask for that of the passage at hand and of its neighbours."""
    match = phrase("item").match(text)
    if phrase("part-of-sentence").match(text):
        return None  # "(1) se je z njim seznanil, (2) predlaga …"
    if phrase("no-item").match(text):
        return None
    if match is None and (heading or len(text) < LONGEST_ITEM):
        match = _LETTERED.match(text)
    if match is None and text.strip() == MISREAD_ONE:
        return "1"
    return next(group for group in match.groups() if group).lower() if match else None


def agenda_topic(found: Mapping[str, Topic], number: str) -> Topic | None:
    """The item of the agenda with this number ("7. točka se umakne")."""
    return next((topic for topic in found.values() if topic.in_agenda and topic.number == number), None)
