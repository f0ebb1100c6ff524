"""The day of a session: behind it in its line, in the lines below, or in a line of the head that says so."""

from __future__ import annotations

from datetime import date

from rinsearch.compose.paper import TextLine, tags_between
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy.phrases import phrase

HEAD_LINES = 15  # a letterhead with its reference block


def day_of_session(top: tuple[TextLine, ...], title: TextLine, session: Tag, which: int) -> date | None:
    """The day of a session that a line names; ``which`` is 0 for the first day told, -1 for the last."""
    near = _date_near(title.passage, session.evidence.end, which)
    return near or _date_below(top, title, which) or _date_labelled(top)


def _date_labelled(top: tuple[TextLine, ...]) -> date | None:
    """The date of a line of the head that says whose it is: "Datum seje: četrtek, 19. oktober 2017"."""
    for line in top[:HEAD_LINES]:
        found = tags_between(line.passage, "date", line.start, line.end)
        if found and phrase("session-date-label").match(line.text):
            return date.fromisoformat(found[0].value)
    return None


def _date_near(passage: Passage, position: int, which: int) -> date | None:
    """The first date (``which`` is 0; the last: -1) after a position within the length of a title."""
    found = tags_between(passage, "date", position, position + 200)
    return date.fromisoformat(found[which].value) if found else None


def _date_below(top: tuple[TextLine, ...], title: TextLine, which: int) -> date | None:
    """The date in the lines below a title that say when the session was or will be."""
    at = top.index(title)
    own = _numbers(title)
    for number, line in enumerate(top[at : at + 5]):
        # "Potrdi se zapisnik 20. redne seje z dne 25. 10. 2017"; "dopisno sejo je sklical 2. 11. 2017"
        other = (own and not _numbers(line) <= own) or phrase("session-called").search(line.text)
        between = top[at + 1 : at + number]
        alone = 0 < number <= 2 and (_is_day_of(line, between) or (not between and begins_with_date(line)))
        if not number or alone or (phrase("day-of-session").search(line.text) and not other):
            found = tags_between(line.passage, "date", line.start, len(line.passage.text))
            if found:
                return date.fromisoformat(found[which].value)
    return None


def _is_day_of(line: TextLine, between: tuple[TextLine, ...]) -> bool:
    """Whether a line is but a date right below the session, or below the council whose session it was."""
    return bool(phrase("only-date").match(line.text)) and all(
        phrase("council-mentioned").search(each.text) for each in between
    )


def begins_with_date(line: TextLine) -> bool:
    """Whether a line is a date with a place or a number behind it: "12. 10. 2017, dvorana gasilskega doma"."""
    found = tags_between(line.passage, "date", line.start, line.end)
    if not found or line.before(found[0]).strip(" *#("):
        return False
    return bool(phrase("behind-date").match(line.passage.text[found[0].evidence.end : line.end]))


def _numbers(line: TextLine) -> set[str]:
    """The numbers of the sessions that a line names."""
    tags = tags_between(line.passage, "session", line.start, line.end)
    return {number for tag in tags if (number := tag.value.partition("/")[0])}
