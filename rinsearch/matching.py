"""When a value of a paper is the one that a filter wants: the one place where search and registers decide it.

Values are in the form in which an index holds them: folded paths, ``21/redna``, ``122-08/2013-5``, plan ids.
"""

from __future__ import annotations

import fnmatch
import re
from datetime import date

from rinsearch.language import fold
from rinsearch.records import Analysis, Session

ANY_REGION = "*"  # in place of a region in the id of a plan: of whichever region
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_BESIDE = re.compile(r" ?([-/]) ?")
_BRACKET = re.compile(r"(?<=\w)[ -]?\(")
_PATTERN = re.compile(r"[*?]")


def file_number(text: str) -> str:
    """A file number in the form in which it is held: plain hyphens, also before what offices write behind it.

    So "900-11/2017" is the beginning of each of them.

    >>> file_number("032 – 5 / 2017"), file_number("900-11/2017 40/07"), file_number("032-0002/2014 (7)")
    ('032-5/2017', '900-11/2017-40/07', '032-0002/2014-(7)')
    """
    words = " ".join(text.translate(_DASHES).split())
    joined = _BESIDE.sub(r"\1", words)
    return _BRACKET.sub("-(", joined).replace(" ", "-")


def holds(path: str, part: str) -> bool:
    """Whether a path holds a part, whatever its case and carons; with a star, whether it or its name matches it.

    >>> holds("corpus/Semič/zapisnik.pdf", "semic"), holds("corpus/Semič/zapisnik.pdf", "*.docx")
    (True, False)
    """
    folded, wanted = fold(path), fold(part)
    if _PATTERN.search(wanted):
        return any(fnmatch.fnmatchcase(each, wanted) for each in (folded, folded.rpartition("/")[2]))
    return wanted in folded


def fits(field: str, value: str, wanted: str) -> bool:
    """Whether a value is the wanted one, or a part of it.

    >>> fits("case_number", "122-08/2013-5", "122-08/2013"), fits("case_number", "122-08/2013-51", "122-08/2013-5")
    (True, False)
    >>> fits("plan", "rin-sv/koroska/2017-2020", "rin-sv/*/2017")
    True
    """
    if field == "plan" and ANY_REGION in wanted:
        wanted = wanted.replace(ANY_REGION, (*value.split("/"), "", "")[1])
    begins = beginning(field, wanted)
    return value == wanted or (begins is not None and value.startswith(begins))


def beginning(field: str, wanted: str) -> str | None:
    """What a longer value of this field begins with that is wanted, too; nothing where only the same one is.

    >>> beginning("plan", "rin-sv/goriska"), beginning("plan", "rin-sv/goriska/2017"), beginning("kind", "plan")
    ('rin-sv/goriska/', 'rin-sv/goriska/2017-', None)
    """
    if field == "plan":
        return wanted + ("-" if wanted[-1:].isdigit() else "/")
    if field == "case_number":
        return wanted + "-"
    return wanted if field == "session" and wanted.endswith("/") else None


def session_values(session: Session | None) -> tuple[str, ...]:
    """A session as filters name it: with its number, and by its kind alone.

    >>> from rinsearch.records import SessionKind
    >>> session_values(Session(21, SessionKind.REDNA, None)), session_values(Session(3, None, None))
    (('21/redna', '/redna'), ('3/',))
    """
    if session is None:
        return ()
    kind = session.kind.value if session.kind else ""
    numbered = f"{'' if session.number is None else session.number}/{kind}"
    return tuple(dict.fromkeys((numbered, f"/{kind}"))) if kind else (numbered,)


def statuses(analysis: Analysis) -> tuple[str, ...]:
    """The statuses that a paper shows by itself: of plans, not of other business, and not what it only reports."""
    return tuple(each.status.value for each in analysis.decisions if each.plan and not each.reported)


def within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day lies in a time, both ends included; an unknown one only where any will do."""
    return (since or date.min) <= (day or date.min) and (day or date.max) <= (until or date.max)
