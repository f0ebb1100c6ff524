"""Tables in plain text whose columns only blanks keep apart, under a line that names known columns."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.extract.text_blank_rows import Span, chunks_of, cut, is_page, overlap, rows_of
from rinsearch.extract.text_cells import LEAST_COLUMNS, LEAST_KNOWN, MOST_LINES, RULE, Found, known, merged, table
from rinsearch.records import Line

MOST_HEAD_LINES = 3
INDENT = 3  # blanks; further out running text begins
FITTING = 0.6  # of the chunks of a line begin with a column
LONGEST_CLOSE = 40  # characters
NEAR = 4  # lines behind the rest of a name, in which another row begins
MOST_BLANK = 1  # blank lines between two rows


def blanked(lines: Sequence[Line], start: int) -> Found | None:
    """A line that names known columns, and lines that keep to them."""
    if len(chunks_of(lines[start].text)) < LEAST_COLUMNS:
        return None
    head = _head_length(lines, start)
    if not head:
        return None
    ruled = start + head < len(lines) and bool(RULE.match(lines[start + head].text))
    spans = chunks_of(lines[start].text)
    end = _end(lines, start + head + ruled, spans[1][0] if spans[0][0] == 0 else 0)
    columns = _columns([line.text for line in lines[start:end]], lines[start + head].text if ruled else "")
    if columns is None or len(columns) < LEAST_COLUMNS:
        return None
    heading = merged([cut(line, columns) for line in lines[start : start + head]])
    heads = {" ".join(line.text.split()) for line in lines[start : start + head]}  # they come again on the next page
    below = [line for line in lines[start + head + ruled : end] if " ".join(line.text.split()) not in heads]
    rows = rows_of([line for line in below if not is_page(line.text)], columns, heading)
    left = tuple(line for line in below if is_page(line.text))
    return Found(start, end, table([heading, *rows], 1), tuple(columns), left) if rows else None


def runs_on(above: Found, lines: Sequence[Line]) -> int:
    """How many lines of the next page belong to a table that reaches the end of the page above; 0 where it ended.

    One that begins with a head is read by itself.
    """
    start = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    if start == len(lines) or not above.columns or known(_texts(lines[start])) >= LEAST_KNOWN:
        return 0
    end = start
    while end < len(lines) and (_keeps(lines[end].text, above.columns) or not lines[end].text.strip()):
        end += 1
    rows = [line for line in lines[start:end] if len(chunks_of(line.text)) > 1]
    return end if rows and lines[start] in rows else 0


def _texts(line: Line) -> list[str]:
    return [line.text[slice(*span)] for span in chunks_of(line.text)]


def _keeps(text: str, columns: Sequence[Span]) -> bool:
    """Whether the chunks of a line begin where columns do; figures may stand further in."""
    starts = [start for start, _ in chunks_of(text)]
    near = sum(any(abs(start - column) <= 1 for column, _ in columns) for start in starts)
    alone = len(starts) == 1 and starts[0] < INDENT
    return bool(starts) and not alone and near >= FITTING * len(starts)


def _head_length(lines: Sequence[Line], start: int) -> int:
    """How many lines the head has: up to a rule, or as few as make the most columns known; 0 where it is none."""
    best, length = LEAST_KNOWN - 1, 0
    spans = chunks_of(lines[start].text)
    heads = [lines[start].text[slice(*span)] for span in spans]
    for more in range(1, MOST_HEAD_LINES + 1):
        if (named := known(heads)) > best:
            best, length = named, more
        if start + more < len(lines) and RULE.match(lines[start + more].text):
            return more if length and named >= best else length
        if start + more >= len(lines):
            break
        for span in chunks_of(lines[start + more].text):
            at = max(range(len(spans)), key=lambda number: overlap(spans[number], span))
            if overlap(spans[at], span) > 0:
                heads[at] += " " + lines[start + more].text[slice(*span)]
    return length


def _end(lines: Sequence[Line], start: int, room: int) -> int:
    """Where the rows end: at a line of running text, or at two blank lines; the second column begins at ``room``."""
    end = at = start
    blank = 0
    while at < min(len(lines), start + MOST_LINES) and blank <= MOST_BLANK:
        text = lines[at].text
        blank = 0 if text.strip() else blank + 1
        short = at == end and _is_rest_of_first(lines, at, room)
        if text.strip() and not (_is_row(text, at > end) or short or is_page(text) or _is_title(lines, at)):
            break
        if text.strip():
            end = at + 1
        at += 1
    return end


def _is_row(text: str, apart: bool) -> bool:
    """Several chunks (behind a blank line as many as make a table), a rule, or an indented rest of a cell."""
    chunks = len(chunks_of(text))
    rest = not apart and (chunks > 1 or text.startswith("   ") or _closes(text))
    return bool(RULE.match(text)) or chunks >= LEAST_COLUMNS or rest


def _is_rest_of_first(lines: Sequence[Line], at: int, room: int) -> bool:
    """ "Kranj" below "Društvo Up": words in the first column alone, right below a row, with another row behind them."""
    text = lines[at].text
    if text[:1].isspace() or len(chunks_of(text)) != 1 or len(text) >= room:
        return False
    return any(len(chunks_of(each.text)) >= LEAST_COLUMNS for each in lines[at + 1 : at + 1 + NEAR])


def _closes(text: str) -> bool:
    """ "žrtev na sodišče)": a short rest of the first cell, whose bracket was opened in the line above."""
    return text[:1].islower() and len(text) <= LONGEST_CLOSE and text.count(")") > text.count("(")


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """A line over the whole width with a row of several cells behind it."""
    following = [line.text for line in lines[at + 1 : at + 3] if line.text.strip()]
    is_head = bool(following) and known([following[0][slice(*span)] for span in chunks_of(following[0])]) >= LEAST_KNOWN
    return bool(following) and len(chunks_of(following[0])) >= LEAST_COLUMNS and not is_head


def _columns(texts: Sequence[str], rule: str) -> list[Span] | None:
    """The columns: those of a rule of dashes, else what lies between positions that are blank in all lines."""
    if len(chunks_of(rule)) >= LEAST_COLUMNS:
        return _reaching([start for start, _ in chunks_of(rule)])
    wide = [text for text in texts if len(chunks_of(text)) > 1]
    width = max(map(len, wide))
    blank = [all(at >= len(text) or text[at] == " " for text in wide) for at in range(width)]
    starts = [at for at in range(width) if not blank[at] and (at == 0 or (blank[at - 1] and (at < 2 or blank[at - 2])))]
    heads = chunks_of(texts[0])
    return _reaching(starts if len(starts) >= len(heads) else [start for start, _ in heads])


def _reaching(starts: list[int]) -> list[Span]:
    return list(zip([0, *starts[1:]], [*starts[1:], 1 << 30], strict=True))
