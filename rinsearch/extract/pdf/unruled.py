"""Tables without standing rules: columns are the white strips below the gaps between the words of a header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rinsearch.extract.pdf.extents import Body, extent
from rinsearch.extract.pdf.frames import Frame, by_columns, frame_of, like
from rinsearch.extract.pdf.headers import Header, Row, header_at, may_begin
from rinsearch.extract.pdf.rowstarts import Lines, Printed, is_number, starts_of
from rinsearch.extract.pdf.tables import PageTable
from rinsearch.extract.pdf.unruled_cells import head_row, page_table, row_of
from rinsearch.extract.pdf.unruled_forms import Edges, form_at
from rinsearch.extract.shapes import ends_sentence, goes_on
from rinsearch.taxonomy import column_field

FULL_ROWS = 0.5  # of the rows have two cells and more
RUNNING_ROWS = 0.34  # of the rows begin with a small letter in columns of text, hardly any in tables
LONGEST_ROW = 8  # lines of a row of a table with two columns
FORM_ROWS = 0.5  # of the first cells name fields: then it is a form, not a table


@dataclass
class Found:
    """The tables of a page, and the rows that stand in none of them."""

    tables: list[PageTable] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)


def unruled(pages: Iterable[Body]) -> list[Found]:
    """The tables without standing rules of all pages; a table that reaches the end of a page may go on overleaf."""
    found: list[Found] = []
    last: Frame | Edges | None = None
    for page in pages:
        made, last = _of_page(page, last)
        found.append(made)
    return found


def _of_page(page: Body, last: Frame | Edges | None) -> tuple[Found, Frame | Edges | None]:
    found = Found()
    at, opened = _gone_on(page, last, found)
    frame = last if isinstance(last, Frame) else None
    while at < len(page.rows):
        header = header_at(page.rows, at) if may_begin(page.rows, at) else None
        form = form_at(page, at) if header is None else None
        if form:
            found.tables.append(form.table)
            at, opened = form.end, form.open_at
            continue
        if header is None:
            found.rest.append(page.rows[at])
            at += 1
            continue
        end, opened = _take(page, (at, header.height), like(frame_of(header), frame), found)
        if end == at:
            found.rest.append(page.rows[at])
        at = max(end, at + 1)
    return found, opened


def _gone_on(page: Body, last: Frame | Edges | None, found: Found) -> tuple[int, Frame | Edges | None]:
    """Read what goes on from the page before; gives where it ends."""
    if last is None or not page.rows or header_at(page.rows, 0) is not None:
        return 0, None
    if isinstance(last, Frame):
        return _take(page, (0, 0), last, found)
    form = form_at(page, 0, last)
    if form:
        found.tables.append(form.table)
    return (form.end, form.open_at) if form else (0, None)


def _take(page: Body, place: tuple[int, int], frame: Frame, found: Found) -> tuple[int, Frame | None]:
    """Read the table that begins at a place (its row, the height of its header); gives where it ends.

    Its frame comes back where it reaches the end of the page.
    """
    start, height = place
    end, whole, titles = extent(page, start + height, frame)
    body = _printed(page, (start + height, end), whole, titles)
    groups = _groups(body, whole)
    rest = _is_rest(groups, frame, height)
    while not rest and groups and _is_stray(groups[-1], whole, page.ends_at(end)):
        end -= len(groups.pop())
    if not rest and not _is_table(groups, whole, height):
        return start, None
    head = head_row(page, whole) if height else ()
    rows = [*([head] if head else []), *(row_of(group, page.number) for group in groups)]
    found.tables.append(page_table(page, rows, (start, end), whole))
    return end, whole if page.ends_at(end) else None


def _is_rest(groups: Sequence[Sequence[Printed]], frame: Frame, height: int) -> bool:
    """Whether the rest of the last row of the page before stands alone below headings that stand there too."""
    if len(groups) != 1 or not height or not frame.again or groups[0][0].title:
        return False
    first = groups[0][0]
    return all(goes_on(first.text(column)) for column, cell in enumerate(first.cells) if cell)


def _printed(page: Body, span: tuple[int, int], frame: Frame, titles: set[int]) -> list[Printed]:
    bounds = frame.bounds
    made = []
    for at in range(*span):
        row = page.rows[at]
        ruled = at > 0 and _is_ruled(page, at)
        if at in titles:
            made.append(Printed((tuple(row),) * (len(bounds) + 1), ruled, title=True))
            continue
        cells = by_columns(row, bounds)
        made.append(Printed(tuple(tuple(cells.get(column, ())) for column in range(len(bounds) + 1)), ruled))
    return made


def _is_ruled(page: Body, at: int) -> bool:
    """Whether a rule lies between a row and the one above, under most of it."""
    above, below = page.rows[at - 1], page.rows[at]
    top = max((piece.box.top + piece.box.bottom) / 2 for piece in above)
    bottom = min((piece.box.top + piece.box.bottom) / 2 for piece in below)
    between = [rule for rule in page.rules if top < rule.top < bottom]
    width = max(piece.box.right for piece in below) - min(piece.box.left for piece in below)
    return sum(rule.right - rule.left for rule in between) >= 0.5 * width


def _groups(body: Sequence[Printed], frame: Frame) -> list[list[Printed]]:
    """The printed lines of each row."""
    if not body:
        return []
    groups: list[list[Printed]] = []
    for start, line in zip(starts_of(Lines(tuple(body), _leading(frame.header), frame.bounds)), body, strict=True):
        if start or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _leading(header: Header) -> tuple[int, ...]:
    """The columns with which a row begins: that of numbers, the first one, that of measures."""
    fields = [head.field for head in header.heads]
    numbers = [at for at, each in enumerate(fields) if each == "number"]
    measures = [at for at, each in enumerate(fields) if each == "measure"]
    return tuple(dict.fromkeys([*numbers, 0, *measures[:1]]))


def _filled(group: Sequence[Printed]) -> int:
    return len({column for line in group for column, cell in enumerate(line.cells) if cell})


def _is_stray(group: Sequence[Printed], frame: Frame, open_end: bool) -> bool:
    """Whether a row at the end is a line below the table: a title with nothing under it, or one cell alone.

    At the end of a page it may go on overleaf; not a whole sentence.
    """
    alone = _filled(group) == 1 and (len(frame.header.heads) > 2 or bool(group[0].cells[0]))
    if not open_end:
        return group[0].title or alone
    text = group[-1].text(0)
    return alone and ends_sentence(text) and not is_number(text)


def _is_table(groups: Sequence[Sequence[Printed]], frame: Frame, height: int) -> bool:
    rows = [group for group in groups if not group[0].title]
    if len(frame.header.heads) == 2 and any(len(group) > LONGEST_ROW for group in rows):
        return False  # two columns of text below two names
    if not rows or sum(_filled(group) > 1 for group in rows) < FULL_ROWS * len(rows):
        return False
    firsts = [group[0].text(0) for group in rows if group[0].cells[0]]
    if sum(map(goes_on, firsts)) > RUNNING_ROWS * len(rows):
        return False  # lines of text side by side
    if not height:
        return _filled(groups[0]) > 1 or len(rows) > 1
    labels = [" ".join(line.text(0) for line in group if line.cells[0]) for group in rows]
    return sum(column_field(label) is not None for label in labels) < FORM_ROWS * len(labels)
