"""Why something was found: a passage of the index, a file or a text, understood again with its reasons."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from rinsearch.answers import rule_name, value_name
from rinsearch.compose.decisions.reasons import reasons
from rinsearch.errors import ReadError, UnknownName, UsageError
from rinsearch.extract import CACHE, ReadCache, Readers, moved
from rinsearch.library.analysing import Text
from rinsearch.library.corpus import paper_files
from rinsearch.library.state import Files
from rinsearch.library.understanding import Reading, understand_document, understand_text
from rinsearch.records import Analysis, Document, Passage, Tag
from rinsearch.records.explained import ActReason, Explanation, PassageReasons, TagReason

T = TypeVar("T")
STANDARD_INPUT = "-"
ID = re.compile(r"[0-9a-f]{16}(?:\.[0-9]{1,7})?")
LONGEST_PATH = 1_000  # characters; a longer argument is a text
FILE = re.compile(r"\S{1,200}\.(?:pdf|docx?|odt|rtf|html?|txt|md|eml|msg|zip|png|jpe?g|tiff?)", re.IGNORECASE)


def is_id(given: Any) -> bool:
    """Whether what was given is the id of a document or passage."""
    return isinstance(given, str) and ID.fullmatch(given) is not None


def explain_given(given: Path | str | Text) -> Explanation:
    """A text, a file, or what comes on standard input. Raises `UsageError` or `ReadError`."""
    if isinstance(given, Text):
        return _explained(understand_text(given.text, given.name), {})
    if given == STANDARD_INPUT:
        return _explained(understand_text(sys.stdin.buffer.read().decode("utf-8", "replace"), "text"), {})
    if isinstance(given, Path) or _names_file(given):
        return _of_file(Path(given))
    return _explained(understand_text(given, "text"), {})


def _names_file(given: str) -> bool:
    if not given.strip() or len(given) > LONGEST_PATH or "\n" in given or "\0" in given:
        return False
    try:
        return bool(FILE.fullmatch(given)) or Path(given).exists()
    except OSError:  # a sentence is too long for a name
        return False


def _of_file(path: Path) -> Explanation:
    papers = tuple(paper_files([path]).papers.values())
    paper = _single(papers, path)
    with Readers() as readers:
        results = [each for _, several in readers.read_all({paper.path: paper}) for each in several]
    document = moved(_single(results, path), paper.path.as_posix(), paper.label)
    if not isinstance(document, Document):
        raise ReadError(document.message, place=document.place, advice=document.advice)
    known = paper.facts_of(document.sources[0]).known
    return _explained(understand_document(document, known), known)


def _single(found: Sequence[T], path: Path) -> T:
    if len(found) != 1:
        advice = "Give one paper, or ingest them and name a passage by its id."
        raise UsageError(f"There are {len(found)} papers.", place=path.name, advice=advice)
    return found[0]


# --- from an index ----------------------------------------------------------------------------------------------------


def explain_stored(index: Path, stored: Analysis, id: str) -> Explanation:
    """A document of an index, or one passage of it, with the whole document as its context.

    The document is taken from what was read; what metadata.csv or a person said of it holds again.
    """
    document = _read_before(index, id.partition(".")[0])
    facts = {"kind": stored.kind, "title": stored.title, "date": stored.date, "issuer": stored.issuer}
    known = {name: value for name, value in facts.items() if value is not None}
    found = _explained(understand_document(document, known), known)
    kept = tuple(each for each in found.passages if "." not in id or each.id == id)
    if not kept:
        raise UnknownName("passage", id)
    return Explanation(found.id, stored.source, found.kind, found.issuer, kept)


def _read_before(index: Path, id: str) -> Document:
    with closing(ReadCache(index / CACHE, mends=False)) as cache:
        for state in Files.load(index).states.values():
            results = cache.get(state.sha256, by_any_reader=True) if id in state.documents else None
            for each in results or ():
                if isinstance(each, Document) and each.id == id:
                    return each
    message = "What was read of it is not kept any more."
    raise ReadError(message, place=id, advice="Ingest its file again, or give the file itself.")


# --- the record -------------------------------------------------------------------------------------------------------


def _explained(reading: Reading, known: Mapping[str, Any]) -> Explanation:
    found, analysis = reasons(reading.document, reading.passages, known), reading.analysis
    passages = tuple(_passage(each, found.get(each.id, ())) for each in reading.passages)
    return Explanation(analysis.id, analysis.source, analysis.kind, analysis.issuer, passages)


def _passage(passage: Passage, acts: Iterable[ActReason]) -> PassageReasons:
    where = (passage.id, passage.page, passage.box, passage.kind, passage.section, passage.text)
    return PassageReasons(*where, tuple(_tag(each) for each in passage.tags), tuple(acts))


def _tag(tag: Tag) -> TagReason:
    place = tag.evidence
    name = value_name(tag.label, tag.value)
    return TagReason(tag.label, tag.value, name, place.start, place.end, place.quote, place.rule, rule_name(place.rule))
