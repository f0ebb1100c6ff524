"""Tables without standing rules: columns are the white strips below the gaps between the words of a header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.headers import Head, Header, Row, header_at, is_header, may_begin
from rinsearch.extract.pdf.lines import Piece, joined, parted, rows_of
from rinsearch.extract.pdf.rowstarts import Lines, Printed, is_number, starts_of
from rinsearch.extract.pdf.tables import PageTable
from rinsearch.extract.shapes import ends_sentence, goes_on
from rinsearch.records import Box, Cell, Line
from rinsearch.taxonomy import column_field

NARROWEST = 1.5  # points of a strip between columns
SPACE = 0.36  # of the size: the space of usual fonts has 0.22 to 0.32
FLUSH = 1.0  # points: words at the left edge of a column begin at one place
FARTHEST = 5.0  # times the size from row to row: what stands further below is no part of the table
OTHER_SIZE = 0.08  # of the size: what is set larger or smaller is no row
TITLE_LINES = 2  # of a title over the whole width between rows
SAME_HEAD = 6.0  # points: the headings of one table stand at the same place on each page
FULL_ROWS = 0.5  # of the rows have two cells and more
RUNNING_ROWS = 0.34  # of the rows begin with a small letter in columns of text, hardly any in tables
LONGEST_ROW = 8  # lines of a row of a table with two columns
FORM_ROWS = 0.5  # of the first cells name fields: then it is a form, not a table

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of a table: their headings, and the strips between them that are still white.

    ``again``: the headings stand on the page before too.
    """

    header: Header
    strips: tuple[tuple[Strip, ...], ...]
    again: bool = False

    @property
    def bounds(self) -> tuple[float, ...]:
        """Where one column ends and the next begins, in points: just before the next heading, if that is white."""
        return tuple(_bound(strips, head.left) for strips, head in zip(self.strips, self.header.heads[1:], strict=True))

    def narrowed(self, row: Row) -> Frame | None:
        """What is still white below this row; ``None`` where it runs over a whole strip."""
        lefts = [head.left for head in self.header.heads[1:]]
        words = list(_runs(row, lefts))
        strips = tuple(tuple(_white(each, words)) for each in self.strips)
        return replace(self, strips=strips) if all(strips) else None


def frame_of(header: Header) -> Frame:
    """The columns as the header alone shows them."""
    heads = header.heads
    return Frame(header, tuple(((a.right, b.left),) for a, b in pairwise(heads)))


def _bound(strips: Sequence[Strip], head: float) -> float:
    widest = max(strips, key=lambda strip: strip[1] - strip[0])
    beside = next((each for each in strips if head - each[1] < 1.5), widest)
    chosen = beside if beside[1] - beside[0] >= 0.5 * (widest[1] - widest[0]) or beside[1] - beside[0] > 8 else widest
    return chosen[1] - min(2.0, (chosen[1] - chosen[0]) / 2)


def _runs(row: Row, lefts: Sequence[float]) -> Iterator[Strip]:
    """From where to where words stand as near as in prose; not those where the words of a column begin."""
    start = end = float("-inf")
    for piece in row:
        for left, right in zip(*piece.edges, strict=True):
            apart = left - end > SPACE * piece.size or any(abs(left - each) < FLUSH for each in lefts)
            if apart and end > start:
                yield start, end
            start, end = (left if apart else start), right
    yield start, end


def _white(strips: Iterable[Strip], words: Iterable[Strip]) -> list[Strip]:
    """What words leave of strips."""
    rest = list(strips)
    for left, right in words:
        if any(left < end and right > start for start, end in rest):
            cut = {part for start, end in rest for part in ((start, min(end, left)), (max(start, right), end))}
            rest = sorted(part for part in cut if part[1] - part[0] >= NARROWEST)
    return rest


@dataclass
class Found:
    """The tables of a page, and the rows that stand in none of them."""

    tables: list[PageTable] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """A page as this room sees it: its rows from the top down, its lying rules, its width in points.

    ``is_note`` tells rows that may belong to footnotes.
    """

    number: int
    width: float
    rows: Sequence[Row]
    rules: Sequence[Stroke]
    is_note: Callable[[Row], bool] = lambda row: False

    def ends_at(self, at: int) -> bool:
        """Whether nothing but footnotes stands below the row before this one."""
        return all(map(self.is_note, self.rows[at:]))


def unruled(pages: Iterable[Body]) -> list[Found]:
    """The tables without standing rules of all pages; a table that reaches the end of a page may go on overleaf."""
    found: list[Found] = []
    last: Frame | None = None
    for page in pages:
        made, last = _of_page(page, last)
        found.append(made)
    return found


def _of_page(page: Body, last: Frame | None) -> tuple[Found, Frame | None]:
    found = Found()
    at, opened = 0, None
    if last is not None and page.rows and header_at(page.rows, 0) is None:
        at, opened = _take(page, (0, 0), last, found)
    while at < len(page.rows):
        header = header_at(page.rows, at) if may_begin(page.rows, at) else None
        if header is None:
            found.rest.append(page.rows[at])
            at += 1
            continue
        end, opened = _take(page, (at, header.height), _like(frame_of(header), last), found)
        if end == at:
            found.rest.append(page.rows[at])
        at = max(end, at + 1)
    return found, opened


def _like(frame: Frame, last: Frame | None) -> Frame:
    """The frame; with the columns of the page before, where it has the same header at the same place."""
    if last is None or len(last.header.heads) != len(frame.header.heads):
        return frame
    pairs = list(zip(frame.header.heads, last.header.heads, strict=True))
    same = all(a.text == b.text and abs(a.left - b.left) <= SAME_HEAD for a, b in pairs)
    return replace(frame, strips=last.strips, again=True) if same else frame


def _take(page: Body, place: tuple[int, int], frame: Frame, found: Found) -> tuple[int, Frame | None]:
    """Read the table that begins at a place (its row, the height of its header); gives where it ends.

    Its frame comes back where it reaches the end of the page.
    """
    start, height = place
    end, whole, titles = _extent(page, start + height, frame)
    body = _printed(page, (start + height, end), whole, titles)
    groups = _groups(body, whole)
    rest = _is_rest(groups, frame, height)
    while not rest and groups and _is_stray(groups[-1], whole, page.ends_at(end)):
        end -= len(groups.pop())
    if not rest and not _is_table(groups, whole, height):
        return start, None
    head = _head_row(page, start, whole) if height else ()
    rows = [*([head] if head else []), *(_row(group, page.number) for group in groups)]
    found.tables.append(_page_table(page, rows, (start, end), whole))
    return end, whole if page.ends_at(end) else None


def _is_rest(groups: Sequence[Sequence[Printed]], frame: Frame, height: int) -> bool:
    """Whether the rest of the last row of the page before stands alone below headings that stand there too."""
    if len(groups) != 1 or not height or not frame.again or groups[0][0].title:
        return False
    first = groups[0][0]
    return all(goes_on(first.text(column)) for column, cell in enumerate(first.cells) if cell)


def _extent(page: Body, start: int, frame: Frame) -> tuple[int, Frame, set[int]]:
    """How far the rows keep to the columns, the columns that are left, and which rows are titles between them."""
    titles: set[int] = set()
    at = start
    while at < len(page.rows):
        row = page.rows[at]
        if _is_below(page.rows, at, start) or (at > start and _is_another(page.rows, at, frame)):
            break
        closer = frame.narrowed(row)
        if closer is None:
            lines = _title_lines(page, at, frame)
            if not lines:
                break
            titles |= set(range(at, at + lines))
            at += lines
            continue
        frame = closer
        at += 1
    return at, frame, titles


def _is_below(rows: Sequence[Row], at: int, start: int) -> bool:
    """Whether a row stands too far below the table, or is set in letters of another size."""
    size = rows[at][0].size
    other = abs(size - rows[start][0].size) > OTHER_SIZE * size
    return other or (at > 0 and _step(rows, at) > FARTHEST * size)


def _is_another(rows: Sequence[Row], at: int, frame: Frame) -> bool:
    """Whether a new header begins; cells of the table may be names of columns too."""
    found = header_at(rows, at) if may_begin(rows, at) else None
    if found is None:
        return False
    same = [head.text for head in found.heads] == [head.text for head in frame.header.heads]
    return same or found.known == len(found.heads)


def _step(rows: Sequence[Row], at: int) -> float:
    return max(piece.box.bottom for piece in rows[at]) - max(piece.box.bottom for piece in rows[at - 1])


def _title_lines(page: Body, at: int, frame: Frame) -> int:
    """How many lines a title between the rows takes; 0 where the table has ended."""
    for lines in range(1, TITLE_LINES + 1):
        if not all(_may_be_title(row) for row in page.rows[at : at + lines]) or at + lines >= len(page.rows):
            return 0
        below = page.rows[at + lines]
        if _step(page.rows, at + lines) > FARTHEST * below[0].size:
            return 0
        if frame.narrowed(below) is not None:
            return lines if len(_by_columns(below, frame.bounds)) > 1 and not is_header(page.rows, at + lines) else 0
    return 0


def _may_be_title(row: Row) -> bool:
    """Whether a row over several columns is a title: bold, or short and no sentence."""
    line = joined(row)
    return line.bold or (len(line.text) <= 90 and not ends_sentence(line.text) and not line.text[:1].islower())


def _by_columns(row: Row, bounds: Sequence[float]) -> dict[int, list[Piece]]:
    cells: dict[int, list[Piece]] = {}
    for piece in row:
        for part in parted(piece, bounds):
            middle = (part.box.left + part.box.right) / 2
            cells.setdefault(sum(bound <= middle for bound in bounds), []).append(part)
    return cells


def _printed(page: Body, span: tuple[int, int], frame: Frame, titles: set[int]) -> list[Printed]:
    bounds = frame.bounds
    made = []
    for at in range(*span):
        row = page.rows[at]
        ruled = at > 0 and _is_ruled(page, at)
        if at in titles:
            made.append(Printed((tuple(row),) * (len(bounds) + 1), ruled, title=True))
            continue
        cells = _by_columns(row, bounds)
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


def _head_row(page: Body, start: int, frame: Frame) -> tuple[Cell, ...]:
    return tuple(_head_cell(head, page.number) for head in frame.header.heads)


def _head_cell(head: Head, number: int) -> Cell:
    return Cell(
        tuple(
            Line(part.text, number, Box(part.left, part.piece.box.top, part.right, part.piece.box.bottom))
            for part in head.parts
        )
    )


def _row(group: Sequence[Printed], number: int) -> tuple[Cell, ...]:
    if group[0].title:
        lines = tuple(_line(line.cells[0], number) for line in group)
        return (Cell(lines),) * len(group[0].cells)
    columns = range(len(group[0].cells))
    return tuple(Cell(tuple(_line(line.cells[c], number) for line in group if line.cells[c])) for c in columns)


def _line(pieces: Sequence[Piece], number: int) -> Line:
    whole = joined(rows_of(pieces)[0]) if len(pieces) > 1 else pieces[0]
    return Line(whole.text, number, whole.box)


def _page_table(page: Body, rows: Sequence[tuple[Cell, ...]], span: tuple[int, int], frame: Frame) -> PageTable:
    pieces = [piece for row in page.rows[slice(*span)] for piece in row]
    box = Box(
        min(piece.box.left for piece in pieces),
        min(piece.box.top for piece in pieces),
        max(piece.box.right for piece in pieces),
        max(piece.box.bottom for piece in pieces),
    )
    return PageTable(
        page.number,
        box,
        (0.0, *frame.bounds, page.width),
        tuple(rows),
        (False,) * len(rows),
        label_bold=False,
        merged_down=(False,) * len(frame.header.heads),
        header=1,
    )
