"""Slovene words for dates, sessions, votes, places and statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from rinsearch.index.values import label_of
from rinsearch.records import (
    Basis,
    Correction,
    CouncilRow,
    Councils,
    Decision,
    DocumentInfo,
    Event,
    EventStatus,
    Evidence,
    Outsider,
    Session,
    Vote,
    VoteForm,
)
from rinsearch.taxonomy import counted_of, counted_words, regions

NO_PAPER = "ni dokumenta"
REVOKED = "razveljavljeno"
QUOTE_LENGTH = 160  # characters of a quote in a table for the eye; where it is piped on, and in --json, it is whole

_SLOVENE = str.maketrans(",.", ".,")  # "1,234.50" as "1.234,50"
_THOUSANDS = re.compile(r"(?<=\d)[. ](?=\d{3}(?!\d))")
_IN_WORDS = re.compile(r"\d ?(?:tisoč|mio\b|mili?j)", re.IGNORECASE)

Cut = Callable[[str, int], str]  # shortens a text to so many characters, or leaves it whole


def day(value: date | None) -> str:
    """A date as it is written in Slovene.

    >>> day(date(2017, 10, 12)), day(None)
    ('12. 10. 2017', '')
    """
    return f"{value.day}. {value.month}. {value.year}" if value else ""


def day_of_iso(value: str) -> str:
    """An ISO date as it is written in Slovene; any other text as it is.

    >>> day_of_iso("2017-10-12"), day_of_iso("?")
    ('12. 10. 2017', '?')
    """
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def whole(text: str, length: int = 0) -> str:
    """The text in one line."""
    return " ".join(text.split())


def clipped(text: str, length: int = QUOTE_LENGTH) -> str:
    """The text, cut at a word where it is too long for a table."""
    words = whole(text)
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + "…"


def place(document: DocumentInfo, evidence: Evidence) -> str:
    """Where something is written: file and page."""
    return document.source + (f", str. {evidence.page}" if evidence.page else "")


def session_words(session: Session | None) -> str:
    """A session as it is spoken of: "21. redna"."""
    if session is None:
        return ""
    return " ".join(filter(None, (f"{session.number}." if session.number else "", session.kind or "")))


def vote_words(vote: Vote | None) -> str:
    """A vote: "za 25, proti 0", "soglasno", "brez glasovanja"."""
    if vote is None:
        return ""
    if vote.form == VoteForm.WITHOUT_VOTE:
        return "brez glasovanja"
    counts = (("za", vote.for_), ("proti", vote.against), ("vzdržani", vote.abstained))
    counted = ", ".join(f"{word} {count}" for word, count in counts if count is not None)
    return counted or ("soglasno" if vote.form == VoteForm.UNANIMOUS else "")


def status_words(act: Decision | Event) -> str:
    """A status; of an act that takes back an earlier one that it does."""
    if act.revokes:
        return REVOKED
    return "obravnavano" if act.status == EventStatus.DISCUSSED else label_of("status", act.status)


def act_words(act: Decision | Event) -> str:
    """A status, and whether another's paper tells of it: "seznanjen, posredno"."""
    return status_words(act) + (", posredno" if act.reported else "")


def money_words(funding: str | None, amount: float | None) -> str:
    """Who pays, as written, and the amount where those words do not say it.

    >>> money_words("proračun", 12500.0), money_words(None, 800.5), money_words("ESS; 210.000 EUR", 210000.0)
    ('proračun, 12.500 EUR', '800,50 EUR', 'ESS; 210.000 EUR')
    >>> money_words("proračun 2018", 18.0)
    'proračun 2018, 18 EUR'
    """
    figure = "" if amount is None else f"{amount:,.2f}".translate(_SLOVENE).removesuffix(",00")
    written = _THOUSANDS.sub("", funding or "")
    plain = re.escape(figure.replace(".", ""))
    said = not figure or re.search(rf"(?<![\d,]){plain}(?!\d)", written) or _IN_WORDS.search(written)
    return ", ".join(filter(None, (funding, None if said else f"{figure} EUR")))


def groups_words(ids: Sequence[str]) -> str:
    """Target groups by their labels."""
    return ", ".join(label_of("target_group", id) for id in ids)


def standing_words(row: CouncilRow) -> str:
    """A row's standing: "seznanjen", "seznanjen, posredno" (reported), "seznanjen, ročno" (by a person's word)."""
    words = REVOKED if row.revoked else label_of("status", row.standing) if row.standing else NO_PAPER
    how = {Basis.CORRECTED: ", ročno", Basis.REPORTED: ", posredno"}
    return words + (how.get(row.basis, "") if row.basis else "")


def contrary_words(row: CouncilRow) -> str:
    """What a row's conflict is with: "umaknjeno, 14. 11. 2017, zapisnik.pdf, str. 2"."""
    act = next((each for each in row.decisions if each.id == row.contrary), None)
    if act is None:
        return ""
    return ", ".join(filter(None, (act_words(act), day(act.date), place(act.document, act.evidence))))


def outsider_words(each: Outsider) -> str:
    """Why a municipality is no row: "ob začetku načrta v regiji Savinjska, v tej od 1. 1. 2015"."""
    then = f"v regiji {regions()[each.region].name}" if each.region else "brez svojega sveta"
    return f"ob začetku načrta {then}" + (f", v tej regiji od {day(each.since)}" if each.since else "")


def years(period: str) -> str:
    """A period as it is printed: with a dash, which stands for "do".

    >>> years("2017-2020"), years("2017")
    ('2017–2020', '2017')
    """
    return period.replace("-", "\N{EN DASH}")


def plan_words(plan: str) -> str:
    """Region and years of a plan, for a title; the region alone where no years are known.

    >>> plan_words("rin-sv/jugovzhodna/2017-2020"), plan_words("rin-sv/goriska")
    ('Jugovzhodna Slovenija, 2017–2020', 'Goriška')
    """
    _, region, *period = plan.split("/")
    return ", ".join((regions()[region].name, *map(years, period)))


def share_words(table: Councils) -> str:
    """How many councils of a table took note of the plan, and by what day where it is of one.

    "seznanjeni 2 od 21 občin (10 %), po gradivih do 15. 10. 2017".
    """
    took = f"{counted_words()['council'].form(table.took_note)} {table.took_note}"
    until = f", po gradivih do {day(table.as_of)}" if table.as_of else ""
    return f"{took} od {counted_of(table.total, 'municipality')} ({100 * table.share:.0f} %){until}"


def correction_words(word: Correction) -> str:
    """A person's word on a row: who, when and why; of a confirmation what it was of."""
    confirmed = f"potrdil ({label_of('status', word.found) if word.found else NO_PAPER})"
    said = "popravil" if word.standing or word.nothing else "preklical popravek" if word.taken_back else confirmed
    source = f" ({word.source})" if word.source else ""
    return f"{said}: {word.by}, {day(word.on)}, {word.reason}{source}"
