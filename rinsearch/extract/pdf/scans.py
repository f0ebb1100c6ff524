"""The recognised pages of one file: as sheets for the layout that all formats share, and what is to be told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rinsearch.extract.ocr.page import NEEDS_OCR, Scan, Unread
from rinsearch.extract.pdf.arrange import Sheet
from rinsearch.extract.pdf.lines import Piece
from rinsearch.records import Block, Box, Notice, Origin, Table

LOW_CONFIDENCE = 88.0  # worn pages with 91 had 91 % of their words right, with 87 82 %, with 66 half; clean have 95

MESSAGES = {
    NEEDS_OCR: "Strani brez berljivega besedila (slike): {count}. Potrebno je optično branje (OCR).",
    "ocr-failed": "Strani, ki jih optično branje (OCR) ni moglo prebrati: {count}.",
    "ocr-limit": "Strani, ki so za optično branje (OCR) prevelike ali je zanje zmanjkalo časa: {count}.",
    "no-text": "Strani s slikami, na katerih optično branje (OCR) ni našlo besedila: {count}.",
    "low-confidence": "Strani, katerih optično prebrano besedilo je nezanesljivo: {count}.",
}


@dataclass
class Scans:
    """Collects what became of the pages that have no text of their own."""

    read: dict[int, Scan] = field(default_factory=dict)
    missed: list[Unread] = field(default_factory=list)

    def add(self, outcome: Scan | Unread) -> Iterator[Sheet]:
        """Take up a page; gives its sheet where it was recognised."""
        if isinstance(outcome, Unread):
            self.missed.append(outcome)
            return
        self.read[outcome.number] = outcome
        rows = [(Piece(line.text, line.box, False, line.size),) for line in outcome.lines if not line.stamp]
        stamps = [Piece(line.text, line.box, False, line.size) for line in outcome.lines if line.stamp]
        yield Sheet(outcome.number, outcome.width, outcome.height, rows, tilted=stamps, ordered=True)

    @property
    def unread(self) -> tuple[int, ...]:
        """The pages that were not recognised."""
        return tuple(each.number for each in self.missed)

    def warnings(self) -> tuple[Notice, ...]:
        """What a person should know: pages that are missing, and pages that may be wrong."""
        wordless = [Unread(n, "no-text") for n, scan in self.read.items() if not scan.lines and not scan.blank]
        doubtful = [Unread(n, "low-confidence") for n, scan in self.read.items() if _is_doubtful(scan)]
        return tuple(_notices([*self.missed, *wordless, *doubtful]))

    def put_back(self, parts: Iterable[Block | Table]) -> Iterator[Block | Table]:
        """The same parts, with lines of scans where they stand in the file, which may lie askew or on its side."""
        places: dict[tuple[int | None, Box | None], Box | None] = {
            (n, line.box): line.place for n, scan in self.read.items() for line in scan.lines
        }
        for part in parts:
            page = part.lines[0].page if isinstance(part, Block) and part.lines else None
            yield _put_back(part, places) if isinstance(part, Block) and page in self.read else part


def _is_doubtful(scan: Scan) -> bool:
    return bool(scan.lines) and scan.confidence < LOW_CONFIDENCE


def _put_back(block: Block, places: Mapping[tuple[int | None, Box | None], Box | None]) -> Block:
    lines = (replace(line, box=places.get((line.page, line.box), line.box)) for line in block.lines)
    return replace(block, lines=tuple(lines), origin=Origin.OCR)


def _notices(pages: Iterable[Unread]) -> Iterator[Notice]:
    by_code: dict[str, list[int]] = {}
    for each in pages:
        by_code.setdefault(each.code, []).append(each.number)
    for code, numbers in by_code.items():
        yield Notice(code, len(numbers), numbers[0], MESSAGES[code].format(count=len(numbers)))
