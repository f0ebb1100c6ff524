"""A passage on its page: the picture of the page with the lines of the passage marked."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rinsearch.errors import ReadError, UsageError
from rinsearch.extract import CACHE, Place, ReadCache, draw, file_digest
from rinsearch.library.state import Files, FileState
from rinsearch.passages import split
from rinsearch.records import Box, Document, Source, TaggedPassage

SUFFIX = ".png"


def write_picture(index: Path, passage: TaggedPassage, target: Path) -> None:
    """Write the page on which a passage begins, its lines marked, as a PNG file.

    Raises `UsageError` where the passage has no page or the target is no .png file, `ReadError` where the paper has
    gone, has changed since it was read, or cannot be drawn.
    """
    if target.suffix.lower() != SUFFIX:
        raise UsageError("The picture is a PNG file.", place=target.name, advice=f"Give a name that ends in {SUFFIX}.")
    if passage.page is None or passage.box is None:
        raise UsageError("It has no place on a page.", place=passage.id, advice="PDF files and pictures have pages.")
    label, state, source = _found(Files.load(index), passage.id.partition(".")[0])
    path = _unchanged(Path(state.path), label, state)
    boxes = _lines(index, state, passage) or tuple(filter(None, [passage.box]))
    target.write_bytes(_drawn(path, str(source), Place(source.member, passage.page, boxes)))


def _found(files: Files, document: str) -> tuple[str, FileState, Source]:
    """The file that holds a document; of several one that is still there."""
    known = [
        (label, state, source)
        for label, state in sorted(files.states.items())
        for source in state.sources
        if source.sha256.startswith(document)
    ]
    if not known:
        raise ReadError("It is not known from which file it came.", place=document, advice="Ingest the papers again.")
    return next((each for each in known if Path(each[1].path).exists()), known[0])


def _unchanged(path: Path, label: str, state: FileState) -> Path:
    try:
        same = file_digest(path) == state.sha256
    except OSError as error:
        raise ReadError("The file is not there any more.", place=label, advice="Put it back in its place.") from error
    if not same:
        raise ReadError("The file has changed since it was read.", place=label, advice="Ingest it again.")
    return path


def _lines(index: Path, state: FileState, passage: TaggedPassage) -> tuple[Box, ...]:
    """The boxes of the passage's lines on its first page, from what was read; the index keeps only the first."""
    with closing(ReadCache(index / CACHE, mends=False)) as cache:
        documents = cache.get(state.sha256) or ()
    for document in documents:
        if isinstance(document, Document) and passage.id.startswith(f"{document.id}."):
            passages, _ = split(document)
            same = next((each for each in passages if each.id == passage.id and each.text == passage.text), None)
            spans = same.spans if same else ()
            return tuple(span.box for span in spans if span.box and span.page == passage.page)
    return ()


def _drawn(path: Path, label: str, place: Place) -> bytes:
    try:
        return draw(path, place)
    except ReadError as error:
        error.place = label
        raise
