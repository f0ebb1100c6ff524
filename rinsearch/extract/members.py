"""Which papers a file holds: itself, or what is packed in it, however deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract import media
from rinsearch.extract.archive import open_archive
from rinsearch.extract.base import Member, Opener, ReadOptions
from rinsearch.extract.mail import open_mail
from rinsearch.extract.results import INSIDE

OPENERS: Mapping[str, Opener] = MappingProxyType({media.ZIP: open_archive, media.EMAIL: open_mail})


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to read by itself, or why it cannot be read; ``member`` is its path inside the file around it."""

    member: str | None
    content: bytes | ReadError
    media_type: str


@dataclass
class _Budget:
    """What may still be unpacked of one file, whatever is nested in what."""

    members: int
    size: int

    def spend(self, member: Member) -> None:
        self.members -= 1
        self.size -= len(member.content) if isinstance(member.content, bytes) else 0
        if self.members < 0:
            raise LimitExceeded("There are too many files in it.")
        if self.size < 0:
            raise LimitExceeded("Unpacked it grows too large.")


def papers(data: bytes, options: ReadOptions) -> Iterator[Paper]:
    """The papers in a file, in order; one after the other, so that only one of them lies in memory.

    An archive is no paper, a mail is one; each may hold more. What is wrong with an archive takes its place.
    """
    return _walk(Paper(None, data, media.detect(data)), options, _Budget(options.members, options.unpacked_mb * 2**20))


def _walk(paper: Paper, options: ReadOptions, budget: _Budget) -> Iterator[Paper]:
    if paper.media_type != media.ZIP:
        yield paper
    opener = OPENERS.get(paper.media_type)
    if opener is None or isinstance(paper.content, ReadError):
        return
    try:
        yield from _inside(paper, opener(paper.content, options), options, budget)
    except ReadError as error:
        yield replace(paper, content=error)


def _inside(paper: Paper, members: Iterator[Member], options: ReadOptions, budget: _Budget) -> Iterator[Paper]:
    found = False
    for member in members:
        found = True
        if options.depth <= 0:
            raise LimitExceeded("Archives are nested too deeply in one another.")
        budget.spend(member)
        name = f"{paper.member}{INSIDE}{member.name}" if paper.member else member.name
        kind = media.UNKNOWN if isinstance(member.content, ReadError) else media.detect(member.content)
        inner = Paper(name, member.content, member.media_type or kind)
        yield from _walk(inner, replace(options, depth=options.depth - 1), budget)
    if not found and paper.media_type == media.ZIP:
        raise DamagedFile("The archive holds no file.", advice="Check that it is the right one.")
