"""A verb of deciding where it stands, and what is known of the paper around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rinsearch.clauses import Slice, clauses, enclosing, sentences
from rinsearch.compose.paper import Paper, opens_with, opens_with_council, tags_between, tags_of
from rinsearch.compose.plans.plans import Plans
from rinsearch.compose.plans.topics import Topic, item_number, topics
from rinsearch.compose.verbs.held import as_held
from rinsearch.compose.votes import carried, is_voted_for, join_votes, outcome_in
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

DECIDING = frozenset({DocumentKind.MINUTES, DocumentKind.DECISION})
SUBSTANCE = frozenset({EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED, EventStatus.REJECTED})
PROCEDURE = frozenset({EventStatus.POSTPONED, EventStatus.WITHDRAWN})
OF_MAYORS = PROCEDURE | {EventStatus.SCHEDULED}  # what a mayor can do about an item
NOUN = "decision.samostalnik"
HEAD_PASSAGES = 4  # in which a report without a title says what it lists
LONGEST_LEAD = 400  # characters of a paragraph that announces the next one; what is longer tells something itself


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its sentence, its clause, and all clauses of the sentence."""

    passage: Passage
    sentence: Slice
    clause: Slice
    clauses: tuple[Slice, ...]
    tag: Tag

    @property
    def says(self) -> EventStatus:
        """What the words alone say; in a table "seznanitev z načrtom | sprejeto" is a taking note."""
        says = EventStatus(self.tag.value)
        noted = says == EventStatus.ADOPTED and self.passage.kind == PassageKind.ROW
        return EventStatus.ACKNOWLEDGED if noted and phrase("taking-note").search(self.passage.text) else says

    @property
    def start(self) -> int:
        """Where the verb begins in the passage."""
        return self.tag.evidence.start

    @property
    def words(self) -> str:
        """The clause."""
        return self.clause.words(self.passage.text)

    @property
    def statement(self) -> str:
        """The sentence."""
        return self.passage.text[self.sentence.start : self.sentence.end]

    @property
    def is_noun(self) -> bool:
        """Whether it is a resolution without a verb: "Seznanitev z načrtom"."""
        return self.tag.evidence.rule.startswith(NOUN)

    @property
    def is_finite(self) -> bool:
        """Whether the form is a tense by itself ("seznani"), and no participle ("seznanil", "seznanjen")."""
        return not phrase("participle").search(self.tag.evidence.quote)

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past; ", v Osilnici pa zavrnjen" does by the auxiliary of the clause before."""
        if phrase("past").search(self.words):
            return True
        before = self.passage.text[self.sentence.start : self.clause.start]
        goes_on = any(
            phrase(name).match(self.passage.text, self.clause.start) for name in ("contrast", "participle-next")
        )
        own = self.is_finite or phrase("auxiliary-of-past").search(self.words)
        return goes_on and not own and bool(phrase("past").search(before))

    @property
    def governor(self) -> str:
        """What stands in the sentence before a clause with "da" and so governs it; empty before another clause.

        So does "je sprejel sklep" a clause with "s katerim".
        """
        text, start = self.passage.text, self.clause.start
        if phrase("resolution-by-which").match(text, start):
            before = text[self.sentence.start : start]
            return before if phrase("resolution-passed").search(before) else ""
        if not phrase("that-clause").match(text, start):
            return ""
        for part in reversed([each for each in self.clauses if each.start < start]):
            if not phrase("again-that").match(text, start):
                break
            # "Potrjujejo, da so načrt prejeli in da so z njim seznanjeni": the first clause has the governor of both.
            start = part.start if phrase("that-clause").match(text, part.start) else start
        return text[self.sentence.start : start]

    @property
    def is_resolved(self) -> bool:
        """Whether the clause says what was resolved or stated: "Svet je sklenil, da se z načrtom seznani"."""
        resolved = phrase("resolved-that").search(self.governor) or is_voted_for(self.governor)
        return bool(resolved) or self._is_carried_proposal

    @property
    def was_resolved(self) -> bool:
        """Whether the clause says what had been resolved before: "Svet je na 5. seji sklenil, da se seznani"."""
        past = phrase("resolved-in-past").search(self.governor) or is_voted_for(self.governor)
        return self.is_resolved and (bool(past) or self._is_carried_proposal)

    @property
    def _is_carried_proposal(self) -> bool:
        """Whether the words before the clause say that what it proposes was carried: "Izglasovan je predlog, da …"."""
        return bool(phrase("proposal-carried").search(self.governor))

    @property
    def is_refused(self) -> bool:
        """Whether the clause is a proposal that the sentence then says was lost: "Predlog, da …, ni bil sprejet"."""
        return self._proposal_outcome == "rejected"

    @property
    def is_proposal(self) -> bool:
        """Whether the clause is a proposal of which the sentence does not say that it was accepted."""
        return self._proposal_outcome in ("open", "rejected")

    @property
    def is_accepted(self) -> bool:
        """Whether the clause is a proposal that the sentence then says was carried: "Predlog, da …, je bil sprejet"."""
        return self._proposal_outcome == "accepted"

    @property
    def _proposal_outcome(self) -> str | None:
        """What the sentence says of "Predlog, da …": accepted, rejected, open; ``None`` for another clause."""
        if not phrase("proposal-that").search(self.governor) or self._is_carried_proposal:
            return None
        if phrase("proposal-lost").search(self.governor):
            return "rejected"
        vote = join_votes(tags_between(self.passage, "vote", self.clause.end, self.sentence.end))
        counted = {True: "accepted", False: "rejected", None: "open"}[carried(vote) if vote else None]
        return outcome_in(f"Predlog {self.passage.text[self.clause.end : self.sentence.end]}") or counted

    def beside(self, label: str) -> tuple[Tag, ...]:
        """The tags of this label in the sentence."""
        return tags_between(self.passage, label, self.sentence.start, self.sentence.end)

    @property
    def is_entry(self) -> bool:
        """Whether it stands in a list of municipalities: "Dravograd   svet seznanjen   23. 11. 2017"."""
        before = any(tag.evidence.start <= self.clause.start + 2 for tag in self.beside("municipality"))  # "V Semiču …"
        return before or self._begins_with_place(self.clause)

    @property
    def begins_entry(self) -> bool:
        """Whether its sentence begins with a municipality, as a line of a list or a row of a table does."""
        return self._begins_with_place(self.sentence)

    def _begins_with_place(self, part: Slice) -> bool:
        places = tags_between(self.passage, "municipality", part.start, part.end)[:1]
        # As in "V Semiču je bil sprejet", "• Semič: sprejet" and in a row that begins with a number.
        starts = [place.evidence.start for place in places]
        if any(at <= part.start + 2 or opens_with(self.passage.text, part.start, at) for at in starts):
            return True
        return any(opens_with_council(self.passage.text, part.start, place) for place in places)

    @property
    def under(self) -> str:
        """The heading above, and the lead-in of the sentence."""
        return " ".join((*self.passage.section[-1:], self.sentence.lead))


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What judging needs besides the sentence.

    Compared as itself, so that what each act of a paper asks of the whole paper can be remembered for it.
    """

    paper: Paper
    plans: Plans
    topics: Mapping[str, Topic]
    leads: Mapping[str, str]
    list_leads: Mapping[str, str]  # of further items of the list that a lead-in announces
    positions: Mapping[str, int]
    voted: tuple[Passage, ...]  # those with a vote: few, where many acts ask for theirs

    def tells_earlier(self, passage: Passage) -> bool:
        """Whether a passage lists resolutions of earlier sessions: "Realizacija sklepov 20. seje"."""
        heading = self.topics[passage.id].heading
        above = [heading.text] if heading and self.topics[passage.id].number else []
        if self.paper.kind == DocumentKind.REPORT:
            opening = (each.text for each in self.paper.passages[:HEAD_PASSAGES] if not tags_of(each, "decision"))
            above += [self.paper.title or "", *passage.section, *opening]
        return any(phrase("earlier-resolutions").search(each) for each in above)

    def above(self, passage: Passage) -> str:
        """The lead-in of a passage, or of the list in which it stands; empty where there is none."""
        return self.leads.get(passage.id) or self.list_leads.get(passage.id, "")

    def position(self, passage: Passage) -> int:
        """The place of a passage in the order of the paper."""
        return self.positions[passage.id]


def context_of(paper: Paper, plans: Plans) -> Context:
    """A paper with the topics, lead-ins and positions of its passages."""
    voted = tuple(passage for passage in paper.passages if tags_of(passage, "vote"))
    paper = as_held(paper, voted)
    positions = {passage.id: number for number, passage in enumerate(paper.passages)}
    leads = _leads(paper.passages)
    return Context(paper, plans, topics(paper, plans), leads, _leads_of_lists(paper.passages, leads), positions, voted)


def _leads(passages: Sequence[Passage]) -> Mapping[str, str]:
    """For each passage the paragraph before it, where that one announces it: with a colon, or as "Sklep št. 7"."""
    return {passage.id: before.text for before, passage in pairwise(passages) if _announces(before.text)}


def _leads_of_lists(passages: Sequence[Passage], leads: Mapping[str, str]) -> Mapping[str, str]:
    """The lead-in of resolutions for the items behind the first one: "Predlagana sta sklepa: 1. … 2. …"."""
    found: dict[str, str] = {}
    for before, passage in pairwise(passages):
        lead = leads.get(before.id) or found.get(before.id, "")
        listed = passage.id not in leads and _is_listed(before) and _is_listed(passage)
        if listed and (phrase("resolution-begun").search(lead) or phrase("proposals-listed").search(lead)):
            found[passage.id] = lead
    return found


def _is_listed(passage: Passage) -> bool:
    """Whether a passage is one of a list: an item, or a paragraph that begins with "K 5. točki:"."""
    return passage.kind is PassageKind.ITEM or (
        passage.kind is PassageKind.PARAGRAPH and item_number(passage) is not None
    )


def _announces(text: str) -> bool:
    ends = text.rstrip(" *").endswith(":") and len(text) < LONGEST_LEAD
    return ends or bool(phrase("resolution-alone").fullmatch(text) or phrase("proposal-alone").fullmatch(text))


def verbs_of(passage: Passage) -> Iterator[tuple[Verb, ...]]:
    """The verbs of a passage, sentence by sentence."""
    parts = sentences(passage.text) if tags_of(passage, "decision") else ()
    for part in parts:
        tags = tags_between(passage, "decision", part.start, part.end)
        pieces = clauses(passage.text, part.start, part.end) if tags else ()
        yield tuple(Verb(passage, part, enclosing(pieces, tag.evidence.start), pieces, tag) for tag in tags)


def verbs_of_sentence(verb: Verb) -> tuple[Verb, ...]:
    """The verbs of the sentence in which this one stands."""
    return next(verbs for verbs in verbs_of(verb.passage) if verbs and verbs[0].sentence.start == verb.sentence.start)
