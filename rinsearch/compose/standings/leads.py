"""What stands above a list of municipalities: of which plan it is, and what bare names below it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rinsearch.clauses import last_sentence
from rinsearch.compose.plans.plans import Mention, Plans
from rinsearch.compose.standings.entries import Entry
from rinsearch.compose.standings.values import asked_of, status_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import DocumentKind, Passage, PassageKind, Status
from rinsearch.taxonomy.phrases import phrase

LONGEST = 400  # characters of the end of a paragraph that leads to a list
HEAD_PASSAGES = 6  # letterhead, title and what stands below it
TITLED = (DocumentKind.REPORT, DocumentKind.PLAN)
ABOVE = 4  # paragraphs without an entry above the first one
SENTENCE_ENDS = ".!"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words above a list, the plan that it is about, and what they say of the names below."""

    words: str
    mention: Mention | None
    columns: str = ""
    is_near: bool = False  # whether the plan is named right above the list, or in its row
    is_next: bool = False  # whether the words stand right above the list

    @property
    def tells_standing(self) -> bool:
        """Whether the words say that the list tells of councils, and not of committees, of what is sent or planned."""
        told = bool(phrase("standing-of-councils").search(f"{self.words} {self.columns}"))
        return (told or self.notes) and not self.is_of_others

    @property
    def is_of_others(self) -> bool:
        """Whether the list is of somebody else or of another matter: "Odbori, ki so načrt obravnavali:"."""
        return _is_of_others(self.words)

    @property
    def notes(self) -> bool:
        """Whether the words speak of taking note at all."""
        return bool(phrase("standing-acknowledged").search(f"{self.words} {self.columns}"))

    @property
    def status(self) -> Status | None:
        """What the names below did, where they stand alone or with a day: "Občine, ki so se seznanile:"."""
        return None if self.is_of_others else status_of(self.words)

    @property
    def is_past(self) -> bool:
        """Whether the words tell of what was done, so that a bare name is enough."""
        return bool(phrase("standing-lead-past").search(self.words)) and not self.words.rstrip().endswith("?")

    @property
    def answered(self) -> Status | None:
        """What a yes to the words says: "Ali se je svet z načrtom seznanil?"."""
        if self.is_of_others:
            return None
        if phrase("standing-asks").search(self.words):
            return asked_of(self.words)
        return Status.ACKNOWLEDGED if self.notes else None


def lead_of(context: Context, entry: Entry, listed: Mapping[str, int]) -> Lead:
    """What leads to an entry; ``listed`` are the passages that hold entries, with where the first one begins."""
    columns = " ".join(cell.heading for cell in entry.passage.columns) if entry.cells else ""
    above = list(_above(context, entry, listed))
    words = entry.label or _leading([each for each, _ in above])
    ids = {entry.passage.id, *(passage.id for _, passage in above)}
    mention = _mention(context, entry, words, ids)
    is_near = mention is not None and mention.passage.id in ids
    is_next = bool(entry.label or (above and words == above[0][0]))
    return Lead(words, mention, columns, is_near, is_next)


def _above(context: Context, entry: Entry, listed: Mapping[str, int]) -> Iterator[tuple[str, Passage]]:
    """The paragraphs above an entry, or what they say before their first entry, the nearest first."""
    here = context.position(entry.passage)
    count = 0
    for passage in reversed(context.paper.passages[: here + 1]):
        words = passage.text[: listed.get(passage.id, len(passage.text))]
        if words.strip(" |•-–*"):
            count += 1
            if not _heads_another(passage, entry):
                yield words[-LONGEST:], passage
        if count == ABOVE:
            return


def _leading(above: Sequence[str]) -> str:
    """The nearest words that lead to a list; those of others do, whatever stands above them: "Predlogi sklepov"."""
    nearest = next(iter(above), "")
    return nearest if _is_of_others(nearest) else next(filter(_leads, above), nearest)


def _is_of_others(words: str) -> bool:
    return bool(phrase("standing-of-others").search(words))


def _heads_another(passage: Passage, entry: Entry) -> bool:
    """Whether a heading is that of a list before: "1. SEZNANJENI" of what stands below "2. DRUGAČE"."""
    own = (*entry.passage.section, entry.passage.text)
    return passage.kind is PassageKind.HEADING and passage.text not in own


def _leads(words: str) -> bool:
    """Whether a paragraph leads to a list: it announces it, asks, or is a title that tells of councils."""
    plain = words.rstrip(" *")
    told = phrase("standing-of-councils").search(words) or phrase("standing-acknowledged").search(words)
    return plain.endswith((":", "?", "?«", "?“")) or (bool(told) and len(words) <= LONGEST)


def _mention(context: Context, entry: Entry, words: str, ids: set[str]) -> Mention | None:
    """The plan that a list is about: named above it, else that of its item or of the whole paper."""
    plans = context.plans
    near = [each for each in plans.mentions if each.passage.id in ids]
    if near:
        return near[-1] if near[-1].is_plan else None
    last = last_sentence(words)  # "Dopis je v prilogi. Potrdilo o seznanitvi so poslale: …"
    said = last if phrase("standing-acknowledged").search(last) else words
    if phrase("another-document").search(said) or phrase("another-kind-of-plan").search(said):
        return None
    reference = context.topics[entry.passage.id].reference
    if reference is not None:
        return reference if reference.is_plan else None
    return _only_plan(plans) or _of_title(context)


def _only_plan(plans: Plans) -> Mention | None:
    """The plan of a paper that speaks of one alone."""
    named = [each for each in plans.mentions if each.is_plan]
    return named[0] if named and len(plans.ids()) == 1 else None


def _of_title(context: Context) -> Mention | None:
    """The plan that a report names in its title, or that a plan itself is, of the others that it speaks of later."""
    head = {each.id for each in context.paper.passages[:HEAD_PASSAGES]}
    named = [each for each in context.plans.mentions if each.is_plan and each.passage.id in head]
    return named[0] if context.paper.kind in TITLED and len(named) == 1 else None
