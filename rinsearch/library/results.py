"""What came of reading a file, as the record of files keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rinsearch.errors import ReadError
from rinsearch.extract import Result, file_digest
from rinsearch.library.corpus import PaperFile
from rinsearch.library.state import FileState
from rinsearch.records import Document, Source


def documents_in(results: Sequence[Result]) -> tuple[Document, ...]:
    """The papers that could be read."""
    return tuple(each for each in results if isinstance(each, Document))


def state_of(paper: PaperFile, results: Sequence[Result], means: str) -> FileState:
    """A file as it was read now."""
    documents = documents_in(results)
    sources = tuple(_with_facts(document.sources[0], paper) for document in documents)
    return FileState(
        folder=paper.folder,
        path=str(paper.path),
        size=paper.size,
        mtime_ns=paper.mtime_ns,
        facts=paper.digest,
        sha256=_sha256(paper, sources),
        sources=sources,
        incomplete=tuple(str(document.sources[0]) for document in documents if document.unread),
        problems=tuple(each.as_problem() for each in results if isinstance(each, ReadError)),
        means=means,
    )


def _with_facts(source: Source, paper: PaperFile) -> Source:
    facts = paper.facts_of(source)
    return replace(source, url=facts.url, retrieved=facts.retrieved)


def _sha256(paper: PaperFile, sources: Sequence[Source]) -> str:
    """By what the cache knows the file; of an archive only the members have sources."""
    own = next((source.sha256 for source in sources if source.member is None), None)
    if own:
        return own
    try:
        return paper.state.sha256 if paper.state else file_digest(paper.path)
    except OSError:
        return ""  # it has gone meanwhile; the next run says so


def outcome_of(state: FileState, before: FileState | None) -> str:
    """What the report says of a file that was read."""
    if state.incomplete:
        return "incomplete"
    return "updated" if before is not None and before.sources else "added"
