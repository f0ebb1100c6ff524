"""Measures that a report adds to its plan; all others of a report are told of what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rinsearch.compose.fields.drafts import Draft
from rinsearch.compose.fields.sections import is_title
from rinsearch.compose.paper import Paper
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy import fold
from rinsearch.taxonomy.phrases import phrase

TITLES = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM})
TITLE_LENGTH = 110  # characters
TOP = 8  # passages in which a report says on which year it is
NEVER = 9999
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
OTHER_CHAPTERS = ("section-of-the-past", "section-about-the-plan", "section-of-facts")
_NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,2}|[A-ZČŠŽ]|[IVX]{1,4})(?:[.)]|(?<=\d)(?=\s))\s*(?=[^\W\d_])")
_DIGITS = re.compile(r"\d+")


def with_new_measures(paper: Paper) -> Paper:
    """A report with nothing but what it adds to its plan ("v načrt se uvrstita nova ukrepa: …"); other papers whole."""
    if paper.kind is not DocumentKind.REPORT:
        return paper
    places = _places(paper.passages)
    # Its headings speak of what was done, and would close what is below them.
    return replace(paper, passages=tuple(replace(each, section=()) for each in paper.passages if each.id in places))


def new_ones(drafts: Iterable[Draft], paper: Paper) -> Iterator[Draft]:
    """The drafts that stand where new measures are announced; of other papers all."""
    places = _places(paper.passages) if paper.kind is DocumentKind.REPORT else {}
    return (draft for draft in drafts if draft.text[0] >= places.get(draft.passage.id, 0))


def _places(passages: Sequence[Passage]) -> Mapping[str, int]:
    """The passages in which new measures stand, and from which character on."""
    found: dict[str, int] = dict.fromkeys(_to_come(passages), 0)
    listing = False
    for passage in passages:
        told = phrase("new-measures-follow").search(passage.text)
        if told and not _is_no_decision(passage.text, told.start(), told.end()):
            found[passage.id] = told.end()
            listing = not passage.text[told.end() :].strip()
        elif listing and passage.kind is PassageKind.ITEM:
            found[passage.id] = 0
        else:
            listing = False
    return found


def _to_come(passages: Sequence[Passage]) -> Iterator[str]:
    """The passages of chapters on what is to be done later: "3. Naloge za leto 2019" in a report on 2018."""
    reported = _reported(passages)
    opened: Passage | None = None
    last = 0  # the number of the last item below a title without one
    for passage in passages:
        title = passage.kind in TITLES and not passage.columns and len(passage.text) <= TITLE_LENGTH
        of_plan = title and phrase("section-about-the-plan").search(passage.text)  # "Načrt za leto 2019: spremljanje"
        told = phrase("tasks-to-come").match(passage.text) if title and not of_plan else None
        if told and (told["coming"] or any(int(year) > reported for year in YEAR.findall(passage.text))):
            opened, last = passage, 0
        elif opened and not _form(opened.text) and _counted(passage) == last + 1:
            last += 1
        elif opened and title and _ends(opened, passage):
            opened = None
        if opened:
            yield passage.id


def _counted(passage: Passage) -> int | None:
    """The number of an item: "2) Klop" -> 2."""
    match = _NUMBERED.match(passage.text) if passage.kind is PassageKind.ITEM else None
    return int(match[1]) if match and match[1].isdigit() else None


def _reported(passages: Sequence[Passage]) -> int:
    """The year on which a report says first that it is; what no year comes after, where none is said."""
    above = (each.text for each in passages[:TOP] if not phrase("tasks-to-come").match(each.text))
    told = (match for text in above if (match := phrase("reported-year").search(text)))
    return next((int(YEAR.findall(match.group())[-1]) for match in told), NEVER)


def _ends(opened: Passage, passage: Passage) -> bool:
    """Whether a title ends the chapter: one of the same form of number, else one on the past, on facts or on the plan.

    One without a number ends also with a heading beside it.
    """
    form, other = _form(opened.text), _form(passage.text)
    if form and other:
        return form == other
    closes = phrase("closing-chapter").match(passage.text)
    told = closes or any(phrase(name).search(passage.text) for name in OTHER_CHAPTERS)
    beside = passage.kind is PassageKind.HEADING and len(passage.section) < len(opened.section)
    return beside or bool(is_title(passage) and told) or (not form and bool(other) and opened.kind is not passage.kind)


def _form(title: str) -> str:
    """The form of the number before a title: "1." for "3. Naloge", "1.1" for "3.1 Novo", "I" for "II. Ukrepi".

    That of "Drugi del: naloge" and of "Del B: naloge" is the word.
    """
    part = phrase("part-of-paper").match(title)
    if part:
        return fold(part["part"] or part["named"])
    match = _NUMBERED.match(title)
    return "" if match is None else _DIGITS.sub("1", match[1]) if match[1][0].isdigit() else "I"


def _is_no_decision(text: str, start: int, end: int) -> bool:
    """Whether the sentence only proposes or refuses them, or tells what was done."""
    begins = max(text.rfind(sign, 0, start + 1) for sign in ".!?;\n") + 1
    return bool(phrase("no-new-measures").search(text, begins, end))
