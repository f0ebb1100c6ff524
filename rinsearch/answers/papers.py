"""One paper and one passage in print: what was found, on which page, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.answers.naming import name_of, value_name
from rinsearch.answers.tables import Table
from rinsearch.answers.words import QUOTE_LENGTH as QUOTE
from rinsearch.answers.words import Cut, day, groups_words, money_words, session_words, status_words, vote_words, whole
from rinsearch.index.values import label_of
from rinsearch.records import (
    UNDECIDED,
    Analysis,
    Decision,
    Event,
    Evidence,
    Measure,
    Municipality,
    TaggedPassage,
    TagInfo,
)

Row = tuple[str, ...]
PAPER = ("kaj", "vrednost", "stran", "navedek")
PLAIN = ("vote", "session", "date", "decision", "plan")  # whose values are no ids that a filter takes
PASSAGE = ("kaj", "vrednost", "kje", "navedek")


def paper_table(paper: Analysis, cut: Cut) -> Table:
    """What was understood of a paper; of one that cannot be read the reason."""
    if paper.error:
        return Table(f"{paper.source}: {paper.error.message} {paper.error.advice}", (), ())
    summary = f"{paper.source} ({paper.id})" if paper.id else paper.source
    return Table(summary, PAPER, tuple((*row[:3], cut(row[3], QUOTE)) for row in _paper(paper)))


def _paper(paper: Analysis) -> Iterator[Row]:
    yield from _head(paper)
    acts: tuple[Decision | Event, ...] = (*paper.decisions, *paper.events)
    for act in acts:
        yield _act(act)
    for point in paper.priorities:
        yield _found("prednostno področje", f"{point.number or ''} {point.title}".strip(), point.evidence)
    for goal in paper.goals:
        yield _found("cilj", f"{goal.number or ''} {goal.title}".strip(), goal.evidence)
    for measure in paper.measures:
        yield _found("ukrep", _measure(measure), measure.evidence)
    for passage in paper.passages:
        yield name_of("passages", passage.kind), passage.id, str(passage.page or ""), passage.text
    for notice in paper.warnings:
        yield "opozorilo", notice.message, str(notice.page or ""), ""


def _head(paper: Analysis) -> Iterator[Row]:
    why = paper.evidence
    if paper.kind:
        yield _found("vrsta", label_of("kind", paper.kind), *why.get("kind", ())[:1])
    if paper.issuer:
        yield _found("občina", paper.issuer.name, *why.get("issuer", ())[:1])
    values = {
        "naslov": paper.title or "",
        "datum": day(paper.date),
        "pripravil": paper.author or "",
        "seja": " ".join(filter(None, (session_words(paper.session), day(paper.session.date))))
        if paper.session
        else "",
        "številke zadev": ", ".join(paper.case_numbers),
        "načrti": ", ".join(plan.id for plan in paper.plans),
        "omenjene občine": ", ".join(f"{each.name} ({each.count})" for each in paper.municipalities),
        "ciljne skupine": ", ".join(f"{groups_words([each.id])} ({each.count})" for each in paper.target_groups),
    }
    yield from ((name, value, "", "") for name, value in values.items() if value)


def _found(name: str, value: str, evidence: Evidence | None = None) -> Row:
    return name, value, _page(evidence), evidence.quote if evidence else ""


def _page(evidence: Evidence | None) -> str:
    return str(evidence.page) if evidence and evidence.page else ""


def _act(act: Decision | Event) -> Row:
    name = "dogodek" if isinstance(act, Event) else "korak" if act.status in UNDECIDED else "odločitev"
    body = act.body if isinstance(act, Event) else None
    known = (
        body or "",
        _names(act.municipality, act.addressees),
        status_words(act) + (" (posredno)" if act.reported else ""),
        act.plan or "",
        day(act.date),
        vote_words(act.vote),
        *act.remarks,
    )
    return _found(name, ", ".join(filter(None, known)), act.evidence)


def _names(owner: Municipality | None, addressees: tuple[Municipality, ...]) -> str:
    return owner.name if owner else ", ".join(each.name for each in addressees)


def _measure(measure: Measure) -> str:
    groups = groups_words(measure.target_groups)
    money = money_words(measure.funding, measure.amount)
    known = (measure.text, groups, ", ".join(measure.providers), measure.deadline, money)
    return f"{measure.number or ''} {' | '.join(filter(None, known))}".strip()


def passage_table(passage: TaggedPassage) -> Table:
    """A passage with its page, headings, text, and everything that was found in it."""
    page = f", str. {passage.page}" if passage.page else ""
    rows: list[Row] = [("besedilo", whole(passage.text), "", "")]
    rows[:0] = [("oddelek", " › ".join(passage.section), "", "")] if passage.section else []
    rows += [_tag(tag, passage.text) for tag in passage.tags]
    return Table(f"{passage.id}{page} ({name_of('passages', passage.kind)})", PASSAGE, tuple(rows))


def _tag(tag: TagInfo, text: str) -> Row:
    words = value_name(tag.label, tag.value)
    value = words if tag.label in PLAIN or words == tag.value else f"{words} ({tag.value})"
    return (
        f"{name_of('tags', tag.label)}, {tag.rule}",
        value,
        f"{tag.start}–{tag.end}",
        whole(text[tag.start : tag.end]),
    )
