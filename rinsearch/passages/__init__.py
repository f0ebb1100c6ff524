"""Document to passages: joins over line and page breaks, repairs, splits, one passage for each row of a table.

Every passage leads back: its spans say which characters come from which line, on which page and in which box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rinsearch.carons import Words
from rinsearch.letters import changed_letters, put_back
from rinsearch.misread import misread
from rinsearch.misspelt import corrected, misspelt
from rinsearch.normalise import Change, Damage, damage_of, lacks_carons, notices_of
from rinsearch.passages.announced import announced
from rinsearch.passages.join import running_text
from rinsearch.passages.pieces import Piece, cut, piece_of
from rinsearch.passages.rows import RowPiece, rows_of
from rinsearch.records import Block, BlockKind, Column, Document, Notice, Passage, PassageKind, Table

KINDS = {
    BlockKind.HEADING: PassageKind.HEADING,
    BlockKind.PARAGRAPH: PassageKind.PARAGRAPH,
    BlockKind.ITEM: PassageKind.ITEM,
}
POINT = 2  # the level of an item of business, as where its title has a line of its own
DEEPEST = 9  # the level of a heading inside a table, below every heading outside


def split(document: Document) -> tuple[tuple[Passage, ...], tuple[Notice, ...]]:
    """The passages of a document in reading order, counted from 1, and what was repaired.

    A heading is a passage whose section is the path above it. Headers, footers, footnotes and tables of
    contents give none.
    """
    splitter = _Splitter(document.id, _damage(document))
    passages = tuple(splitter.passages(document))
    return passages, notices_of(splitter.changes)


def _damage(document: Document) -> Damage:
    """What the whole document shows; the list of words is read only where carons are left out."""
    texts = tuple(_texts(document))
    damage = damage_of(texts)
    if signs := changed_letters(texts):
        damage = replace(damage, more=(*damage.more, put_back(signs)))
    if words := misspelt(texts):
        damage = replace(damage, more=(*damage.more, corrected(words)))
    if found := misread(texts):
        damage = replace(damage, first=found.first, last=found.last)
    return replace(damage, carons=Words()) if lacks_carons(texts) else damage


def _texts(document: Document) -> Iterator[str]:
    """Every line, for evidence of damage."""
    for part in document.parts:
        if isinstance(part, Block):
            yield from (line.text for line in part.lines)
        else:
            yield from (line.text for row in part.rows for cell in row for line in cell.lines)


@dataclass
class _Splitter:
    """Goes through one document; keeps the path of headings, the numbers, and the repairs."""

    document: str
    damage: Damage
    path: list[tuple[int, str]] = field(default_factory=list)
    changes: list[tuple[Change, int | None]] = field(default_factory=list)
    number: int = 0
    tables: int = 0

    def passages(self, document: Document) -> Iterator[Passage]:
        before: Block | Table | None = None
        for part in running_text(document):
            if isinstance(part, Table):
                yield from self._table(part)
            elif part.kind is BlockKind.CONTENTS:
                self._leave(before)
            else:
                yield from self._block(part)
            before = part

    def _leave(self, before: Block | Table | None) -> None:
        """What follows a table of contents does not stand under its heading."""
        if self.path and isinstance(before, Block) and before.kind is BlockKind.HEADING:
            self.path.pop()

    def _block(self, block: Block) -> Iterator[Passage]:
        piece = piece_of(block.lines, self.damage)
        self.changes += piece.changes
        if not piece.text:
            return
        if block.kind is BlockKind.HEADING:
            yield self._heading(piece, block.level or 1)
            return
        kind = KINDS[block.kind]
        if parts := announced(piece):
            yield self._heading(parts[0], POINT)
            piece, kind = parts[1], PassageKind.PARAGRAPH
        for part in cut(piece):
            yield self._passage(kind, part)

    def _heading(self, piece: Piece, level: int, table: int | None = None) -> Passage:
        """A heading closes those of its own level and below, and stands in the path of what follows."""
        while self.path and self.path[-1][0] >= level:
            self.path.pop()
        passage = self._passage(PassageKind.HEADING, piece, table=table)
        self.path.append((level, piece.text))
        return passage

    def _table(self, table: Table) -> Iterator[Passage]:
        number = self.tables
        self.tables += 1
        for row in rows_of(table, self.damage):
            self.changes += row.piece.changes
            if row.piece.text:
                yield self._row(row, number)
        self.path = [each for each in self.path if each[0] < DEEPEST]

    def _row(self, row: RowPiece, table: int) -> Passage:
        if row.title:
            return self._heading(row.piece, DEEPEST, table)
        return self._passage(PassageKind.ROW, row.piece, row.columns, table)

    def _passage(
        self, kind: PassageKind, piece: Piece, columns: tuple[Column, ...] = (), table: int | None = None
    ) -> Passage:
        self.number += 1
        section = tuple(text for _, text in self.path)
        name = f"{self.document}.{self.number}"
        return Passage(name, self.document, kind, section, piece.text, piece.spans, columns, table=table)


__all__ = ["split"]
