"""Priorities that no word calls so: titles of one form, each of which stands right above measures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rinsearch.compose.fields.inherited import time_heading
from rinsearch.compose.fields.numbering import going_on
from rinsearch.compose.fields.provider_headings import providers_below
from rinsearch.compose.paper import CELLS, Paper, tags_between
from rinsearch.compose.priorities.matches import CONTENTS, NO_PRIORITIES, Found, Match
from rinsearch.records import DocumentKind, Evidence, Measure, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

ABOVE = "priority.above-measures"
LEAST_TITLES = 2
LEAST_SHARE = 0.6  # of the measures stand below titles of one form
LONGEST = 160  # characters of a title
KINDS = frozenset({DocumentKind.PLAN, DocumentKind.MEMO, DocumentKind.OTHER, DocumentKind.LETTER})
OTHERS = tuple(name for name in NO_PRIORITIES if name != "goal-title")
TITLES = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM})
LEAST_LETTERS = 4  # of a title
COUNTED = 2  # filled cells of a title that counts in the first of them
_COUNTED = re.compile(r"[^\W\d_]{4,}(?: [^\W\d_]{4,})? (?:\d{1,2}|[IVX]{1,4}|[A-ZČŠŽ])[.:]?")
_CODE = re.compile(r"[A-ZČŠŽ]{1,2}\d{0,2}")  # "P1 | DOSTOJNO STARANJE | | |"
_DIGITS = re.compile(r"\d+")


def above_measures(paper: Paper, measures: Sequence[Measure]) -> list[Found]:
    """The titles right above the measures that were found, where most measures stand below titles of one form."""
    measures = [measure for measure in measures if measure.fields]  # a line of a list may be a title itself
    if paper.kind not in KINDS or len(measures) < LEAST_TITLES:
        return []
    above = _titles_above(paper, measures)
    forms = Counter(_form(above[measure.evidence.passage]) for measure in measures if measure.evidence.passage in above)
    form, times = forms.most_common(1)[0] if forms else (None, 0)
    titles = {each.id: each for each in above.values() if _form(each) == form}
    if len(titles) < LEAST_TITLES or times < LEAST_SHARE * len(measures):
        return []
    return list(_matched(list(titles.values())))


def _titles_above(paper: Paper, measures: Sequence[Measure]) -> Mapping[str, Passage]:
    """The nearest title above each measure, by the id of the measure's passage."""
    provided = {passage.id for passage, _ in providers_below(paper.passages).values()}
    own = {place.passage for each in measures for place in each.fields.values() if not _above(place, each.evidence)}
    texts = {each.evidence.passage for each in measures}
    own |= texts | provided | going_on(paper.passages)
    found: dict[str, Passage] = {}
    title: Passage | None = None
    for passage in paper.passages:
        if passage.id in texts and title:
            found[passage.id] = title
        if passage.id not in own and _is_title(passage):
            title = passage
    return found


def _above(place: Evidence, other: Evidence) -> bool:
    """Whether a place stands in a passage above another one: "rok za vse" in the title itself."""
    return int(place.passage.rpartition(".")[2]) < int(other.passage.rpartition(".")[2])


def _is_title(passage: Passage) -> bool:
    """A short line that is no sentence, no label with its value, no time, no line of the table of contents."""
    text = passage.text.strip()
    if passage.kind is PassageKind.ROW:
        return _is_title_row(passage)
    if passage.kind not in TITLES or not 3 < len(text) <= LONGEST or text[-1] in ".,;?!}]" or CONTENTS.search(text):
        return False
    if sum(map(str.isalpha, text)) < LEAST_LETTERS:
        return False  # the number of a measure: "III/1"
    if next(filter(str.isalpha, text)).islower() and (passage.kind is PassageKind.ITEM or not _is_numbered(text)):
        return False  # "• uredi sobo" is one of a list, "žrtev na sodišče)" the rest of a cell
    if ":" in text and not _is_numbered(text) and not phrase("label-of-area").match(text):
        return False  # a label with its value
    return time_heading(passage) is None


def _is_title_row(passage: Passage) -> bool:
    """A row of which one cell alone is filled, or a second one behind "PREDNOST 1": the title of the rows below it."""
    cells = [passage.text[column.start : column.end].strip() for column in passage.columns]
    filled = [cell for cell in cells if cell.strip("-–—/ ")]
    filled = filled[1:] if len(filled) == COUNTED and (_counts(filled[0]) or _CODE.fullmatch(filled[0])) else filled
    return len(filled) == 1 and len(cells) > LEAST_TITLES and filled[0][:1].isupper() and len(filled[0]) <= LONGEST


def _words(passage: Passage) -> tuple[int, str]:
    """Where the words of a title begin, and the words: those of the filled cell of a row."""
    if passage.kind is not PassageKind.ROW:
        return 0, passage.text
    filled = [column for column in passage.columns if passage.text[column.start : column.end].strip("-–—/ ")]
    column = filled[0]
    words = passage.text[column.start : column.end]
    if len(filled) == COUNTED:
        words = passage.text[column.start : filled[1].end].replace(CELLS, ": " + " " * (len(CELLS) - 2), 1)
    return column.start, words


def _counts(cell: str) -> bool:
    """Whether a cell is a word that counts, and nothing else: "PREDNOST 1"."""
    return bool(_COUNTED.fullmatch(cell)) and not phrase("no-series").match(cell)


def _is_numbered(text: str) -> bool:
    match = phrase("above-measures").fullmatch(text)
    return bool(match and (match["number"] or match["counted"]))


def _form(passage: Passage) -> tuple[object, ...]:
    """The form of a title: the kind of its number, its word, whether it is in capitals."""
    match = phrase("above-measures").fullmatch(_words(passage)[1].strip())
    if match is None:
        return (passage.id,)
    number = match["number"] or ""
    shape = _DIGITS.sub("0", number) if number[:1].isdigit() else "A" if number else ""
    word = (match["word"] or match["called"] or match["area"] or "").casefold()
    bare = not shape and not word
    return shape, word, bare and passage.kind, bare and passage.text.isupper(), bare and len(passage.section)


def _is_place(passage: Passage) -> bool:
    """ "OBČINA HRASTNIK" above what will be done there is no priority."""
    told = next(iter(tags_between(passage, "municipality", 0, len(passage.text))), None)
    behind = passage.text[told.evidence.end :] if told else ""
    return bool(told) and not any(map(str.isalpha, behind)) and bool(phrase("municipality-alone").match(passage.text))


def _matched(titles: Sequence[Passage]) -> Iterator[Found]:
    for passage in titles:
        at, words = _words(passage)
        match = phrase("above-measures").fullmatch(words)
        other = (
            phrase("card-title").match(words)
            or phrase("table-title").match(words)
            or any(phrase(name).search(passage.text) for name in OTHERS)
        )
        if match and not other and not _is_place(passage) and not phrase("plan-alone").match(words):
            number = match["counted"] or (match["number"] or "").rpartition(".")[2] or None
            span = match.start("title") + at, match.end("title") + at
            yield passage, Match(number, span, ABOVE)
