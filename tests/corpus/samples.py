"""Papers of random content: what stands in them, and which producer makes which kind of page."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.corpus.blocks import Block, Body, Cell, Heading, Item, Items, PageBreak, Paragraph, Row, Run, Runs, Table
from tests.corpus.source import Source
from tests.corpus.words import Writer

PDF = ("typst", "reportlab", "fpdf")
HEAD = ("Št.", "Ukrep", "Ciljna skupina", "Izvajalec", "Rok")
SHORT_TABLE = (11, 18)  # rows
LONG_TABLE = (45, 70)  # more than a page holds
EMPTY = 0.06  # of the cells that may be
SKEW = 1.5  # degrees
ENCODINGS = ("utf-8", "cp1250", "iso-8859-2")
HTML_STYLES = ("memo", "bare", "letterhead")

Make = Callable[[Writer], Iterator[Block]]


@dataclass(frozen=True)
class Sample(Source):
    """A source whose body is made, and the form in which it is counted."""

    form: str = ""
    made: Body = field(default_factory=Body)

    @cached_property
    def body(self) -> Body:
        return self.made


def samples(seed: int) -> list[Sample]:
    """Every kind of page by every producer, with other words for every seed."""
    return [_sample(name, seed, make, given) for name, make, given in _plan()]


def _sample(name: str, seed: int, make: Make, given: dict[str, Any]) -> Sample:
    chance = random.Random(f"{seed} {name}")
    write = Writer(chance)
    if given.pop("paged", True):
        given["running_footer"] = f"{write.place()}, stran {{page}} od {{pages}}"
    if given["form"] == "scan":
        given |= {"skew": chance.choice((-SKEW, SKEW)), "stamp": chance.choice(("PREJETO", "ARHIV", "VZOREC"))}
    return Sample(Path(name), "", name, made=Body(tuple(make(write))), **given)


def _plan() -> Iterator[tuple[str, Make, dict[str, Any]]]:
    """The name, the contents and the keys of every sample."""
    for producer in PDF:
        for name, make, given in _pages():
            yield f"{producer}-{name}.pdf", make, {"producer": producer, **given}
        scan = {"producer": "scan", "base": producer, "form": "scan", "style": "memo", "paged": False}
        yield f"{producer}-scan.pdf", letter, scan
    for ending in ("docx", "odt"):
        yield f"{ending}-text.{ending}", paper, {"producer": ending, "form": ending, "style": "memo"}
        yield f"{ending}-plan.{ending}", with_table, {"producer": ending, "form": ending, "style": "plan"}
    for encoding, style in zip(ENCODINGS, HTML_STYLES, strict=True):
        given = {"encoding": encoding, "form": "html", "style": style, "paged": False}
        yield f"html-{encoding}.html", with_table, {"producer": "html", **given}
        yield f"txt-{encoding}.txt", paper, {**given, "producer": "txt", "form": "txt"}


def _pages() -> Iterator[tuple[str, Make, dict[str, Any]]]:
    yield "text", paper, {"form": "pdf", "style": "minutes"}
    yield "columns", columns, {"form": "pdf, two columns", "style": "gazette", "columns": 2}
    yield "ruled", with_table, {"form": "pdf, ruled tables", "style": "memo"}
    yield "ruled-long", with_long_table, {"form": "pdf, ruled tables", "style": "plan"}
    yield "ruled-merged", with_merged_cells, {"form": "pdf, ruled tables", "style": "memo"}
    yield "ruled-landscape", on_turned_pages, {"form": "pdf, ruled tables", "style": "tight"}
    for rules in ("horizontal", "head"):
        given = {"form": "pdf, tables without vertical rules", "rules": rules}
        yield f"{rules}", with_table, {**given, "style": "memo"}
        yield f"{rules}-long", with_long_table, {**given, "style": "plain"}


# --- contents ---------------------------------------------------------------------------------------------------------


def paper(write: Writer) -> Iterator[Block]:
    """Headings, paragraphs, a list with bullets and one that counts; some pages."""
    yield Heading(1, _runs(write.title()))
    for _ in range(write.chance.randint(2, 4)):
        yield Heading(2, _runs(write.title()))
        yield from _paragraphs(write, 2, 4)
        yield Items(tuple(Item("-", _runs(write.sentence(4, 12))) for _ in range(write.chance.randint(2, 5))))
        yield from _paragraphs(write, 1, 2)
        yield Items(tuple(Item(f"{at}.", _runs(write.sentence(4, 24))) for at in range(1, write.chance.randint(3, 6))))


def letter(write: Writer) -> Iterator[Block]:
    """One page, with room for a stamp."""
    yield Heading(1, _runs(write.title()))
    yield from (Paragraph(_runs(write.paragraph(2, 4))) for _ in range(4))


def columns(write: Writer) -> Iterator[Block]:
    """Text for two columns, with headings."""
    yield Heading(2, _runs(write.title(2, 4)))
    for _ in range(write.chance.randint(3, 5)):
        yield from _paragraphs(write, 2, 4)
        yield Heading(3, _runs(write.title(2, 4)))
    yield from _paragraphs(write, 2, 3)


def with_table(write: Writer) -> Iterator[Block]:
    """Text, a table of measures, text."""
    yield from _around(write, SHORT_TABLE)


def with_long_table(write: Writer) -> Iterator[Block]:
    """Text, and a table over several pages."""
    yield from _around(write, LONG_TABLE)


def on_turned_pages(write: Writer) -> Iterator[Block]:
    """Upright text, then a long table on pages that are turned."""
    yield from _paragraphs(write, 1, 2)
    yield PageBreak(landscape=True)
    yield _table(write, write.chance.randint(*LONG_TABLE))


def with_merged_cells(write: Writer) -> Iterator[Block]:
    """Text, and a table whose first column has a cell for several rows."""
    yield from _paragraphs(write, 1, 2)
    rows = [row for group in range(1, 5) for row in _merged(write, group, write.chance.randint(2, 3))]
    yield Table(_row(["Prednostno področje", *HEAD]), tuple(rows))


def _merged(write: Writer, group: int, count: int) -> Iterator[Row]:
    """The rows of one priority: the first has its title, the cells below are covered."""
    area = Cell(_runs(write.title(2, 5)), rows=count)
    for at in range(count):
        yield (area if at == 0 else Cell((), covered=True), *_row(_measure(write, 10 * (group - 1) + at)))


def _around(write: Writer, rows: tuple[int, int]) -> Iterator[Block]:
    yield Heading(1, _runs(write.title()))
    yield from _paragraphs(write, 1, 3)
    yield _table(write, write.chance.randint(*rows))
    yield from _paragraphs(write, 1, 2)


def _paragraphs(write: Writer, least: int, most: int) -> Iterator[Block]:
    for _ in range(write.chance.randint(least, most)):
        yield Paragraph(_runs(write.paragraph()))


def _table(write: Writer, count: int) -> Table:
    """Measures with some of their fields, always the number and the text."""
    kept = sorted({0, 1, *write.chance.sample(range(2, len(HEAD)), 2 + write.chance.randrange(2))})
    rows = (_measure(write, at) for at in range(1, count + 1))
    return Table(_row([HEAD[at] for at in kept]), tuple(_row([cells[at] for at in kept]) for cells in rows))


def _measure(write: Writer, at: int) -> list[str]:
    groups = ", ".join({write.group(): None for _ in range(write.chance.randint(1, 3))})
    rest = [cell if write.chance.random() > EMPTY else "" for cell in (groups, write.provider(), write.day())]
    return [f"{1 + at // 10}.{1 + at % 10}", write.title(2, 14), *rest]


def _row(cells: list[str]) -> Row:
    return tuple(Cell(_runs(cell)) for cell in cells)


def _runs(text: str) -> Runs:
    return (Run(text),)
