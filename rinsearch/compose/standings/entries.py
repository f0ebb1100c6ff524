"""Entries of lists and tables of municipalities: the line or row of each, and what it says beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.compose.paper import Paper, opens_with, tags_between, tags_of
from rinsearch.compose.standings.in_line import bracketed, lines_in
from rinsearch.compose.standings.values import status_of
from rinsearch.compose.subjects.places import refs
from rinsearch.records import Column, Municipality, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

LONGEST = 300  # characters of an entry; what is longer is a paragraph, whose sentences are judged one by one
LONGEST_TITLE = 40  # characters behind the name: " (seja 25. oktobra 2017)"
NAME_CELL = 14  # characters beside the name in its cell: "1. ", "Občina ", "(MO) "
LONGEST_SPEAKER = 40  # characters: "Predstavnica Mestne občine "
BESIDE = 3  # cells in which the name of the municipality may stand: number, region, name


@dataclass(frozen=True, slots=True)
class Entry:
    """The part of a passage that tells of one municipality, and where behind its name it does.

    The name may stand in the title above; ``cells`` are those of a row without its name, ``label`` is what stands
    before several names in a line: "Seznanjeni: Bohinj, Tržič".
    """

    passage: Passage
    start: int
    end: int
    name: Tag
    said: int
    cells: tuple[Column, ...] = ()
    label: str = ""

    @property
    def municipality(self) -> Municipality:
        """Of whom it tells."""
        return refs((self.name,))[0]

    @property
    def shown(self) -> tuple[int, int]:
        """From where to where it is shown: with the label of its line."""
        start = self.passage.text.rfind(self.label, 0, self.said) if self.label else self.start
        return start, self.start + len(self.passage.text[self.start : self.end].rstrip(" ,"))

    @property
    def value(self) -> str:
        """What stands behind the name."""
        return self.passage.text[self.said : self.end]

    @property
    def before(self) -> str:
        """What stands before the name: "[x] "."""
        named_here = self.name.evidence.passage == self.passage.id
        return self.passage.text[self.start : self.name.evidence.start] if named_here else ""

    def tags(self, label: str) -> tuple[Tag, ...]:
        """The tags of this label in the entry."""
        return tags_between(self.passage, label, self.start, self.end)


def entries_of(paper: Paper) -> tuple[Entry, ...]:
    """The entries of a paper in their order; none where it lists fewer than two municipalities."""
    found: list[Entry] = []
    lists = [(passage, tuple(entries_in(passage))) for passage in paper.passages]
    for number, (_passage, entries) in enumerate(lists):
        beside = any(each for _, each in (*lists[max(0, number - 1) : number], *lists[number + 1 : number + 2]))
        if _is_title(entries, bool(beside)):
            found += _below_title(entries[0], lists[number + 1 : number + 2])
        else:
            found += entries
    return tuple(found) if len({entry.name.value for entry in found}) > 1 else ()


def _is_title(entries: Sequence[Entry], beside: bool) -> bool:
    """Whether a line is but the name of a municipality, perhaps with a session, and stands in no list of such lines."""
    if len(entries) != 1 or entries[0].cells or entries[0].label:
        return False
    if len(entries[0].value) > LONGEST_TITLE or status_of(entries[0].value):
        return False
    kind = entries[0].passage.kind
    return kind is PassageKind.HEADING or not (beside or kind is PassageKind.ITEM)


def _below_title(title: Entry, below: Sequence[tuple[Passage, tuple[Entry, ...]]]) -> Iterator[Entry]:
    """The fields below the name of a municipality: "seja: 15. redna", "odločitev: seznanitev"."""
    for passage, _ in below:
        if len(passage.text) <= LONGEST and phrase("standing-fields").match(passage.text):
            yield Entry(passage, 0, len(passage.text), title.name, 0)


def entries_in(passage: Passage) -> Iterator[Entry]:
    """The entries of one passage: that of its row, or of each line that begins with a municipality."""
    if not tags_of(passage, "municipality"):
        return
    if passage.kind is PassageKind.ROW and passage.columns:
        yield from _of_row(passage)
        return
    labelled = [entry for line in lines_in(passage) for entry in _labelled(passage, *line)]
    if labelled:
        yield from labelled
        return
    if row := bracketed(passage):
        yield from (Entry(passage, start, end, name, name.evidence.end) for start, end, name in row)
        return
    pieces = list(_pieces(passage))
    for number, (start, name) in enumerate(pieces):
        end = next((at for at, _ in pieces[number + 1 :]), len(passage.text))
        if name is not None and end - start <= LONGEST and _is_followed(passage, name, end):
            yield Entry(passage, start, end, name, name.evidence.end)


def _labelled(passage: Passage, start: int, end: int) -> Iterator[Entry]:
    """The names in a line behind what their councils did: "Seznanjeni: Bohinj (17. 10. 2017), Tržič"."""
    label = phrase("standing-label").match(passage.text, start, end)
    names = tags_between(passage, "municipality", label.end(), end) if label else ()
    if label is None or not names:
        return
    edges = [label.end(), *(name.evidence.end for name in names)]
    between = zip(edges, [*(name.evidence.start for name in names), end], strict=True)
    if not all(phrase("standing-beside-name").fullmatch(passage.text, *part) for part in between):
        return
    for name in names:
        aside = phrase("standing-in-brackets").match(passage.text, name.evidence.end, end)
        stop = aside.end() if aside else name.evidence.end
        yield Entry(passage, start, stop, name, name.evidence.end, label=label.group())
        start = stop


def _of_row(passage: Passage) -> Iterator[Entry]:
    for number, cell in enumerate(passage.columns[:BESIDE]):
        names = tags_between(passage, "municipality", cell.start, cell.end)
        if not names:
            continue
        beside = cell.end - cell.start - sum(each.evidence.end - each.evidence.start for each in names)
        if len(names) == 1 and beside <= NAME_CELL:
            others = tuple(each for at, each in enumerate(passage.columns) if at != number)
            yield Entry(passage, 0, len(passage.text), names[0], names[0].evidence.end, others)
        return


def _pieces(passage: Passage) -> Iterator[tuple[int, Tag | None]]:
    """Where the lines of a passage begin that open an entry, each with its municipality.

    A line that opens with what may be a name is one of its own, so that what it says is nobody else's: "Straža: …".
    """
    text, names = passage.text, tags_of(passage, "municipality")
    for start, end in lines_in(passage):
        first = next((name for name in names if start <= name.evidence.start < end), None)
        if first is not None and _opens(text, start, first.evidence.start):
            yield start, first
        elif phrase("standing-may-be-name").match(text, start, end):
            yield start, None


def _opens(text: str, start: int, at: int) -> bool:
    named = phrase("council-of-entry").fullmatch(text, start, at) or phrase("standing-opening").fullmatch(
        text, start, at
    )
    spoken = phrase("standing-speaker").fullmatch(text, start, at)
    return opens_with(text, start, at) or bool(named or spoken or phrase("standing-box").fullmatch(text, start, at))


def _is_followed(passage: Passage, name: Tag, end: int) -> bool:
    """Whether behind a name stands a value, and no sentence goes on: "Kranj – seznanjeni", not "Kranj in Bled sta"."""
    text, start, at = passage.text, name.evidence.start, name.evidence.end
    spoken = phrase("standing-speaker").search(text, max(0, start - LONGEST_SPEAKER), start)
    return text[at : at + 1] == ":" if spoken else bool(phrase("standing-follows").match(text, at, end))
