"""Letters that send a plan to municipalities and ask them to deal with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.paper import TOP_LINES, Paper, TextLine, evidence_at, lines, tags_between, tags_of
from rinsearch.compose.plans.plans import Plans
from rinsearch.records import Decision, DocumentKind, Evidence, Municipality, Object, Passage, PlanMention, Status, Tag
from rinsearch.taxonomy import members, municipalities
from rinsearch.taxonomy.phrases import phrase

MOST_IN_TEXT = 3  # municipalities in a paragraph; more are a list
ASKING = frozenset({DocumentKind.PLAN, DocumentKind.MINUTES, DocumentKind.OTHER, DocumentKind.LETTER})
ASKED = "decision.prositi-svete"
BOTH = 2  # addressees of whom each is asked by its name
LONGEST_ADDRESS = 80  # characters of a line of an address


def requests(paper: Paper, plans: Plans) -> Iterator[Decision]:
    """The request of a letter: to one municipality, to each of two, or one decision with all of its addressees."""
    known = [mention for mention in plans.ids() if mention.period]
    if paper.issuer or not known:
        return
    asked = _asked(paper, known[0]) if paper.kind == DocumentKind.LETTER else None
    asked = asked or (_of_councils(paper, known[0]) if paper.kind in ASKING else None)
    if asked and len(asked.addressees) == BOTH:  # "Od vaših dveh občin odgovora nimamo."
        yield from (replace(asked, municipality=each, addressees=()) for each in asked.addressees)
    elif asked:
        yield asked


def _asked(paper: Paper, plan: PlanMention) -> Decision | None:
    """What a letter asks of those whom it addresses."""
    found = [(passage, tag) for passage in paper.passages for tag in tags_of(passage, "decision")]
    asked = [(passage, tag) for passage, tag in found if tag.value == "requested"]
    if not asked:
        return None
    passage, tag = asked[0]
    addressees = _addressees(paper, passage, tag, plan)
    others = tuple(_sentence(other, each) for other, each in asked[1:])
    return _request(paper, plan, addressees, (_sentence(passage, tag), *others)) if addressees else None


def _of_councils(paper: Paper, plan: PlanMention) -> Decision | None:
    """What a plan or a meeting asks of councils: "Občinske svete prosimo, da ga do aprila vzamejo na znanje".

    What is only to be sent asks nobody yet: the letter will, on its own day.
    """
    for passage in paper.passages:
        found = phrase("asks-councils").search(passage.text)
        if found is None:
            continue
        part = enclosing(sentences(passage.text), found.start())
        if phrase("is-to-be-sent").search(passage.text, part.start, part.end):
            continue
        named = _unique(tags_between(passage, "municipality", found.start(), part.end))
        single = phrase("council-asked").match(passage.text, found.start())
        if addressees := named[:1] if single else members(plan.region, paper.date):
            return _request(paper, plan, addressees, (evidence_at(passage, part.start, part.end, ASKED),))
    return None


def _sentence(passage: Passage, tag: Tag) -> Evidence:
    part = enclosing(sentences(passage.text), tag.evidence.start)
    return evidence_at(passage, part.start, part.end, tag.evidence.rule)


def _addressees(paper: Paper, passage: Passage, tag: Tag, plan: PlanMention) -> tuple[Municipality, ...]:
    """The municipality asked in the sentence; those of the address; all of the region where the address says so."""
    part = enclosing(sentences(passage.text), tag.evidence.start)
    asked = _unique(tags_between(passage, "municipality", part.start, part.end))
    if asked:
        return asked
    top = [line for number, line in enumerate(lines(paper.passages)) if number < TOP_LINES]
    head = list(takewhile(_is_before_subject, top))
    addressed = _unique(tuple(tag for line in head for tag in _in_address(line)))
    if len(addressed) <= MOST_IN_TEXT and _is_to_all(head):
        return members(plan.region, paper.date)  # the one that is named is where the sender is
    addressed = addressed or _unique(tuple(tag for line in top for tag in _in_address(line)))
    if addressed:
        return addressed
    return members(plan.region, paper.date) if _is_to_all(top) else ()


def _is_to_all(top: Sequence[TextLine]) -> bool:
    """Whether a line of an address says "občinam", and names no municipality: "Občinski svet Občine Cerknica" does."""
    lines_to_all = (line for line in top if phrase("all-municipalities").search(line.text))
    return any(not tags_between(each.passage, "municipality", each.start, each.end) for each in lines_to_all)


def _is_before_subject(line: TextLine) -> bool:
    """Whether neither the subject nor the salutation of a letter stands in a line: what is above it is its address."""
    words = line.text
    return not (phrase("names-subject").match(words) or phrase("salutation-line").match(words))


def _in_address(line: TextLine) -> tuple[Tag, ...]:
    """Municipalities in a line of the address ("OBČINA HODOŠ", a list of names), not in running text."""
    passage = line.passage
    names = tags_of(passage, "municipality")
    if len(names) > MOST_IN_TEXT:  # a list of names, of which one may be broken over two lines
        return names
    found = tags_between(passage, "municipality", line.start, line.end)
    return found if len(line.text) < LONGEST_ADDRESS else ()


def _unique(tags: tuple[Tag, ...]) -> tuple[Municipality, ...]:
    return tuple(municipalities()[code].ref for code in dict.fromkeys(tag.value for tag in tags))


def _request(
    paper: Paper, plan: PlanMention, addressees: tuple[Municipality, ...], places: tuple[Evidence, ...]
) -> Decision:
    single = addressees[0] if len(addressees) == 1 else None
    return Decision(
        id="",
        municipality=single,
        addressees=() if single else addressees,
        plan=plan.id,
        object=Object.PLAN,
        inferred=False,
        about=paper.title or "",
        status=Status.REQUESTED,
        verb=places[0].quote.split(",")[0],
        reported=False,
        session=None,
        date=paper.date,
        vote=None,
        remarks=(),
        revokes=None,
        evidence=places[0],
        grounds=places[1:],
    )
