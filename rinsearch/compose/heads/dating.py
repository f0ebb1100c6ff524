"""When: the session of a paper, and its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.heads.session_days import begins_with_date, day_of_session
from rinsearch.compose.paper import TextLine, lines, tags_between
from rinsearch.records import DocumentKind, Passage, PassageKind, Session, SessionKind, Tag
from rinsearch.sifted import Sifted
from rinsearch.taxonomy.phrases import phrase

HEAD_LINES = 15  # a letterhead with its reference block
FOOT_LINES = 12  # a place, a date, signatures and who gets copies
TOLD_OF = frozenset({DocumentKind.MEMO, DocumentKind.REPORT, DocumentKind.NEWS})  # tell of sessions that were before
TOLD_REACH = 120  # characters
WRITTEN_BEFORE = frozenset({DocumentKind.AGENDA, DocumentKind.MEMO})  # the session: its day is never the paper's
TO_COME = 60  # characters: "občinskemu svetu, ki se bo z njim seznanil na svoji"
MASTHEAD_LINES = 2  # "Vrhniški list, letnik 14, št. 142, 30. 10. 2017"
LAST_WORD = 8  # characters: "konca" with what stands before it; a search to the end of a whole line is slow
SHORT_LINE = 70  # characters: "Črnomelj, 12. 10. 2017" and the like; a sentence is longer


def session_of(top: tuple[TextLine, ...], kind: DocumentKind = DocumentKind.OTHER) -> Session | None:
    """The paper's own session: the first one of the title, with the first day that any line of the title gives it.

    A running header ("Občina Semič, 21. redna seja") stands above the title that has the day, and "Sklic izredne seje"
    above the line with the number.
    """
    found = list(_sessions(_above_reasons(top) if kind == DocumentKind.DECISION else top, kind))
    first = next((each for each in found if each.number and each.kind == found[0].kind), found[0] if found else None)
    if found and found[0].number:
        first = found[0]
    dated = next((each for each in found if first and each.number == first.number and each.date), first)
    return _of_its_kind(dated, found) if dated and not dated.kind else dated


def _of_its_kind(session: Session, found: Sequence[Session]) -> Session:
    """A session whose kind another line of the head tells: "sklic 15. seje", "vabim vas na 15. redno sejo"."""
    kinds = (each.kind for each in found if each.kind and session.number and each.number == session.number)
    return replace(session, kind=next(kinds, None))


def _above_reasons(top: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The lines above the reasons of a resolution, which tell of other sessions."""
    ends = (number for number, line in enumerate(top) if number and phrase("reasons-heading").fullmatch(line.text))
    return top[: next(ends, len(top))]


def _sessions(top: tuple[TextLine, ...], kind: DocumentKind) -> Iterator[Session]:
    """The sessions of the first lines that are not those of minutes on the agenda."""
    follows_up = kind == DocumentKind.REPORT and any(map(_is_follow_up, top))
    for line in top:
        for tag in tags_between(line.passage, "session", line.start, line.end + 40):
            before = line.passage.text[max(line.start, tag.evidence.start - 20) : tag.evidence.start]
            listed = phrase("agenda-entry").match(line.text) and line.start < tag.evidence.start
            others = phrase("another-sessions-minutes").search(before) and not _is_own(line, before, kind)
            if listed or ((others or _is_other_bodys(line, tag)) and not _is_title(line)):
                continue
            done = kind == DocumentKind.DECISION or (kind == DocumentKind.MINUTES and not _is_title(line))
            if (follows_up or done) and _is_another(line, tag, kind):
                continue
            if kind in TOLD_OF and (_is_past(line, tag, kind) or line.passage.columns):
                continue
            # A session by correspondence takes days; its decision is that of the last.
            which = -1 if tag.value.endswith(SessionKind.DOPISNA.value) else 0
            day = day_of_session(top, line, tag, which)
            yield parse_session(tag.value, day)


def _is_other_bodys(line: TextLine, tag: Tag) -> bool:
    """Whether running text tells of a session of a body other than the council."""
    text, start = line.passage.text, tag.evidence.start
    return bool(phrase("another-body-on-its").search(text[max(0, start - TOLD_REACH) : start]))


def _is_own(line: TextLine, before: str, kind: DocumentKind) -> bool:
    """Whether a line names the session whose minutes it extracts, or whose resolutions a paper of such has."""
    resolved = kind == DocumentKind.DECISION and bool(phrase("resolutions-of").search(before))
    return resolved or bool(phrase("extract-from").match(line.text))


def _is_follow_up(line: TextLine) -> bool:
    return (line.is_title or line.begins_title) and bool(phrase("earlier-resolutions").search(line.text))


def _is_another(line: TextLine, tag: Tag, kind: DocumentKind) -> bool:
    """Whether a paper of what was done names a session to come, or a report those whose resolutions it follows up."""
    text, start = line.passage.text, tag.evidence.start
    if kind != DocumentKind.REPORT:
        return bool(phrase("session-to-come").search(text[max(0, start - TO_COME) : start]))
    return not phrase("own-session").search(text[max(0, start - SHORT_LINE) : start])


def _is_past(line: TextLine, tag: Tag, kind: DocumentKind) -> bool:
    """Whether running text tells what was done at a session before: "Svet je na 27. seji sprejel …" in a memo."""
    start = tag.evidence.start
    told = phrase("session-told-before") if kind == DocumentKind.NEWS else phrase("session-told")
    return not _is_title(line) and bool(told.search(line.passage.text[max(0, start - TOLD_REACH) : start]))


def _is_title(line: TextLine) -> bool:
    return line.is_title or line.begins_title or bool(phrase("title-of-minutes").match(line.text))


def parse_session(value: str, held: date | None) -> Session:
    """A session from a tag's value such as ``21/redna``, with its date."""
    number, _, kind = value.partition("/")
    return Session(int(number) if number else None, SessionKind(kind) if kind else None, held)


def date_of(
    passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind, session: Session | None
) -> date | None:
    """The paper's date: behind "Datum:", in a line of place and date; that of the session; else as signed."""
    top = tuple(line for at, line in enumerate(top) if not _goes_on(top, at))
    # The last lines of a plan hold deadlines of measures, and no signature; so may those below its title.
    bottom = () if kind == DocumentKind.PLAN else _foot(tuple(lines(passages)))
    top = tuple(line for line in top if not _tells_a_deadline(line)) if kind == DocumentKind.PLAN else top
    if kind == DocumentKind.AGENDA:
        top = tuple(line for line in top[:HEAD_LINES] if not _is_time_of_session(line))
    held = session.date if session else None
    ends = (*top[:HEAD_LINES], *bottom)
    stated = (
        _dated_line(ends, phrase("place-and-date"))
        or _dated_line(top, phrase("date-label"))
        or _dateline(ends)
        or (_published(top) if kind == DocumentKind.NEWS else None)
        or _dated_line(_above_session(top), phrase("only-date"))
    )
    signed = (
        _dated_line(bottom, phrase("date-label"))
        or _dated_line(top[:HEAD_LINES], phrase("only-date"))
        or _dated_line([line for line in ends if len(line.text) < SHORT_LINE], phrase("date-of-paper"))
        or _dated_line(filter(begins_with_date, top[:HEAD_LINES]), phrase("date-begins"))
    )
    if kind in WRITTEN_BEFORE:
        return stated or next((day for day in (signed, _title_date(top)) if day and day != held), None)
    return stated or held or signed or _title_date(top)


def _is_time_of_session(line: TextLine) -> bool:
    """Whether a line of a call names a time of day beside a date: "16. 10. 2017, ob 14. uri"."""
    return bool(phrase("time-of-day").search(line.text)) and not phrase("date-label").search(line.text)


def _goes_on(some: Sequence[TextLine], at: int) -> bool:
    """Whether the date of a line ends the sentence of the line above: "vlagajo predloge do", "31. 3. 2014."."""
    return at > 0 and bool(phrase("date-goes-on").search(some[at - 1].text.rstrip()[-LAST_WORD:]))


def _foot(every: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The last lines of a paper, none of its first ones; looked at from the end, for the rest of a paper is long."""
    head = tuple(islice((at for at in range(len(every)) if not _goes_on(every, at)), HEAD_LINES))
    below = range(len(every) - 1, head[-1] if len(head) == HEAD_LINES else len(every) - 1, -1)
    last = tuple(islice((at for at in below if not _goes_on(every, at)), FOOT_LINES))
    return tuple(every[at] for at in reversed(last))


def _above_session(top: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The lines of a head above the one that names the session; none where it names none."""
    named = (n for n, line in enumerate(top) if tags_between(line.passage, "session", line.start, line.end))
    return top[: min(next(named, 0), HEAD_LINES)]


def _tells_a_deadline(line: TextLine) -> bool:
    """Whether a plan's line is a row, an item or a label of a measure, whose date is no date of the paper."""
    if line.passage.columns or line.passage.kind in (PassageKind.ITEM, PassageKind.ROW):
        return True
    labels = () if phrase("date-label").search(line.text) else labels_in(line.passage, line.start, line.end)
    return any(label.field == "deadline" for label in labels)


def _dateline(candidates: Iterable[TextLine]) -> date | None:
    """The date at the end of a line, behind a place and a comma."""
    for line in candidates:
        found = tags_between(line.passage, "date", line.start, line.end)
        place = line.before(found[-1]) if found else ""
        if (
            found
            and line.text[len(place) :].strip(" .") == found[-1].evidence.quote
            and phrase("dateline").search(place)
        ):
            return date.fromisoformat(found[-1].value)
    return None


def _published(top: tuple[TextLine, ...]) -> date | None:
    """The day in the head of a newspaper's page, or behind the place with which its text begins."""
    for number, line in enumerate(top[:HEAD_LINES]):
        found = tags_between(line.passage, "date", line.start, line.end)
        if not found:
            continue
        in_head = number < MASTHEAD_LINES and not phrase("sentence-word").search(line.text)
        if in_head or phrase("dateline").search(line.before(found[0])):
            return date.fromisoformat(found[0].value)
    return None


def _dated_line(candidates: Iterable[TextLine], sign: Sifted) -> date | None:
    for line in candidates:
        found = tags_between(line.passage, "date", line.start, line.end)
        if found and sign.search(line.text):
            return date.fromisoformat(found[0].value)
    return None


def _title_date(top: tuple[TextLine, ...]) -> date | None:
    """The date in the title, or behind the colon of the line about the session."""
    for line in top[:HEAD_LINES]:
        found = tags_between(line.passage, "date", line.start, line.end)
        if found and (line.is_title or phrase("session-title").search(line.text)):
            return date.fromisoformat(found[0].value)
    return None
