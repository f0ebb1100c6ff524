"""Decisions of several councils that a list or table tells, one for each of its municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rinsearch.compose.heads.dating import parse_session
from rinsearch.compose.paper import evidence_at, tags_between
from rinsearch.compose.plans.plan_names import known_periods
from rinsearch.compose.standings.days import day_of_entry, day_written
from rinsearch.compose.standings.entries import Entry, entries_of
from rinsearch.compose.standings.leads import Lead, lead_of
from rinsearch.compose.standings.values import asked_of, code_in, legend_of, settled, status_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import carried, join_votes
from rinsearch.records import Column, Decision, DocumentKind, Session, Status
from rinsearch.taxonomy import fold, session_kinds
from rinsearch.taxonomy.phrases import phrase

LISTED = "decision.standing-in-list"
DONE = (Status.ACKNOWLEDGED, Status.ADOPTED)
ABOUT = 120  # characters
BULLETS = ("•", "●")
BESIDE = " :–—-|.,;()…="  # signs beside a value


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with what it shows and when; ``status`` is none where it says that nothing was decided."""

    entry: Entry
    lead: Lead
    status: Status | None
    day: date | None

    @property
    def is_of_others(self) -> bool:
        """Whether the words right above tell of somebody else or of another matter, and so the sentence beside does."""
        return self.lead.is_next and self.lead.is_of_others


def standings_of(context: Context) -> tuple[Standing, ...]:
    """The entries of the lists that tell what councils did about a plan, each with what it shows."""
    entries = entries_of(context.paper)
    listed = {entry.passage.id: entry.start for entry in reversed(entries)}
    written = day_written(context.paper, frozenset(listed))
    legend = legend_of(context.paper) if entries else {}
    noted = any(status_of(entry.value) is Status.ACKNOWLEDGED for entry in entries)
    found: list[Standing] = []
    for entry in entries:
        lead = lead_of(context, entry, listed)
        told = _tells(entry, lead, noted=noted or bool(legend)) or _is_of_plan(context, entry, lead, noted=noted)
        if not (told or (lead.is_next and lead.is_of_others)):
            continue
        above = found[-1].status if found else None
        status = None if lead.is_of_others else _status(entry, lead, _Signs(legend, above))
        found.append(_timed(Standing(entry, lead, status, day_of_entry(entry, written)), written))
    return tuple(found) if len({each.entry.name.value for each in found}) > 1 else ()


def _tells(entry: Entry, lead: Lead, *, noted: bool) -> bool:
    """Whether an entry tells what a council did about a plan: by the words above it, or by those of the list.

    ``noted`` says that an entry of the list speaks of taking note, or that the paper explains its signs.
    """
    if lead.mention is None or lead.is_of_others:
        return False
    return lead.tells_standing or (lead.is_near and (bool(entry.label) or noted))


def _is_of_plan(context: Context, entry: Entry, lead: Lead, *, noted: bool) -> bool:
    """Whether a region's plan lists below any heading what councils did: "Občina Brda, občinski svet seznanjen"."""
    own = context.paper.kind is DocumentKind.PLAN and context.paper.issuer is None and noted
    told = own and lead.mention is not None and not lead.is_of_others
    return told and bool(phrase("standing-by-council").search(entry.value))


def decisions_of(context: Context, standing: Standing) -> Iterator[Decision]:
    """The decisions of an entry: one for each plan of the list."""
    entry, mention, status = standing.entry, standing.lead.mention, standing.status
    if mention is None or status is None:
        return
    vote = join_votes(entry.tags("vote")) if status is not Status.SCHEDULED else None
    if status in DONE and vote and carried(vote) is False:
        status = Status.REJECTED  # "za seznanitev 2, proti 3"
    shown = evidence_at(entry.passage, *entry.shown, LISTED)
    other = known_periods(tuple(tag.value for tag in entry.tags("period")))  # "Imamo le za 2014–2016: seznanjeni."
    for resolved in context.plans.resolve(replace(mention, periods=other) if other else mention):
        yield Decision(
            id="",
            municipality=entry.municipality,
            addressees=(),
            plan=resolved.plan,
            object=resolved.object,
            inferred=resolved.inferred,
            about=" ".join(standing.lead.words.split())[-ABOUT:].strip(" :"),
            status=status,
            verb=entry.value.strip(BESIDE)[:ABOUT],
            reported=True,
            session=_session(entry, standing.day),
            date=standing.day,
            vote=vote,
            remarks=(),
            revokes=None,
            evidence=shown,
            grounds=(),
        )


# --- the status -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Signs:
    """What signs in an entry stand for: the codes of the paper's legend, and the value of the entry above."""

    legend: Mapping[str, Status | None]
    above: Status | None


def _status(entry: Entry, lead: Lead, signs: _Signs) -> Status | None:
    if entry.cells:
        return settled(_of_cell(entry, cell, lead, signs) for cell in entry.cells)
    value = entry.value
    if phrase("standing-ditto").fullmatch(_without_tags(entry, entry.said, entry.end).strip(BESIDE)):
        return signs.above
    if (code := code_in(signs.legend, value)) is not None:
        return signs.legend[code]
    if ticked := _ticked(entry):
        return lead.answered if ticked == "yes" else status_of(value.partition(",")[2])
    status = status_of(value)
    if status is None and not any(map(str.isalpha, _without_tags(entry, entry.said, entry.end))):
        return _of_bare(entry, lead)
    return _as_noted(status, value) if lead.notes else status


def _of_bare(entry: Entry, lead: Lead) -> Status | None:
    """What a name alone, or with a day or a session, shows below the words of the list."""
    dated = bool(entry.label or entry.tags("date") or entry.tags("session") or phrase("day-alone").search(entry.value))
    empty = phrase("standing-no").fullmatch(entry.value.strip(" :|"))
    return None if empty or not (lead.is_past or dated) else lead.status


def _ticked(entry: Entry) -> str | None:
    """Whether a sign before or behind the name says yes or no."""
    value, before = entry.value.lstrip(BESIDE), entry.before.strip()
    if before in BULLETS and any(map(str.isalpha, value)):
        before = ""  # "• Bled – na seji bo decembra": the sign ticks nothing
    if phrase("standing-yes").match(before) or phrase("standing-yes").match(value):
        return "yes"
    no = any(phrase("standing-no").fullmatch(each) for each in (before, value[:2].strip(" ,")))
    return "no" if no and before not in ("-", "–", ".") else None


def _of_cell(entry: Entry, cell: Column, lead: Lead, signs: _Signs) -> Status | None:
    """What a cell shows, by its own words or below the heading of its column."""
    words = entry.passage.text[cell.start : cell.end].strip()
    if not words or phrase("standing-of-others-column").search(cell.heading):
        return None
    if words in signs.legend:
        return signs.legend[words]
    if phrase("standing-ditto").fullmatch(words):
        return signs.above
    headed = asked_of(cell.heading)
    if phrase("standing-yes").match(words):
        return headed or status_of(words)  # "Da. 20. redna seja, le seznanitev."
    if phrase("standing-no").fullmatch(words):
        return None
    own = status_of(words)
    if own is None and headed and not any(map(str.isalpha, _without_tags(entry, cell.start, cell.end))):
        return headed
    return _as_noted(own, words) if lead.notes else own


def _as_noted(status: Status | None, words: str) -> Status | None:
    """Below "Seznanitev občinskih svetov" what was adopted is a taking note; who agrees does more than that."""
    agreed = phrase("standing-agreed").search(words)
    return Status.ACKNOWLEDGED if status is Status.ADOPTED and not agreed else status


def _without_tags(entry: Entry, start: int, end: int) -> str:
    """The words between two positions without days, sessions and votes, and without the words for them."""
    words = entry.passage.text[start:end]
    for label in ("date", "session", "vote"):
        for tag in tags_between(entry.passage, label, start, end):
            at, stop = tag.evidence.start - start, tag.evidence.end - start
            words = f"{words[:at]}{' ' * (stop - at)}{words[stop:]}"
    words = phrase("standing-remark").sub(" ", phrase("day-alone").sub(" ", words))
    return " " if phrase("standing-nothing-said").fullmatch(words) else words


# --- when -------------------------------------------------------------------------------------------------------------


def _timed(standing: Standing, written: date | None) -> Standing:
    """What a list tells of a day behind the paper's own is still to come."""
    later = written is not None and standing.day is not None and standing.day > written
    if standing.status is None:  # "Bled: na seji 21. 12. 2017"
        later = later and bool(phrase("standing-session-alone").fullmatch(standing.entry.value))
    elif standing.status not in DONE:
        later = False
    return replace(standing, status=Status.SCHEDULED) if later else standing


def _session(entry: Entry, day: date | None) -> Session | None:
    """The session that an entry names, or the number in the column of sessions."""
    tags = entry.tags("session")
    if tags:
        return parse_session(tags[0].value, day)
    for cell in entry.cells:
        words = entry.passage.text[cell.start : cell.end]
        number = phrase("standing-session-cell").match(words)
        if number and phrase("standing-session-column").match(cell.heading):
            kind = session_kinds().get(fold(number["kind"]), "") if number["kind"] else ""
            return parse_session(f"{number['number']}/{kind}", day)
    return None
