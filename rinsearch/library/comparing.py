"""Which files need not be read again: the index holds what they say, and nothing more could be read of them now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from rinsearch.extract import ReadCache, file_digest
from rinsearch.index.base import Everything, Scope
from rinsearch.library.corpus import PaperFile
from rinsearch.library.state import Files, FileState
from rinsearch.library.target import Target

STAY_FAILED = frozenset({"damaged", "unsupported", "limit"})  # the same bytes read by the same means fail again


@dataclass
class Comparison:
    """Files now and at their last reading; ``means`` is by what files are read now (`extract.means`).

    ``check``: by content, whatever size and time say; what has failed is worth another try.
    """

    target: Target
    cache: ReadCache
    means: str
    check: bool

    @property
    def files(self) -> Files:
        """The record of files of the index."""
        return self.target.files

    def unchanged(self, paper: PaperFile) -> FileState | None:
        """The state of a file that need not be read, as it lies now; ``None`` where it is to be read."""
        state = self.files.states.get(paper.label)
        if state is None or state.facts != paper.digest or self._is_worth_a_try(state):
            return None
        if not self._is_same(paper, state):
            return None
        return replace(state, path=str(paper.path), size=paper.size, mtime_ns=paper.mtime_ns, folder=paper.folder)

    def _is_worth_a_try(self, state: FileState) -> bool:
        """Whether the index lacks it, or a program, a version or a limit is there now that may read more of it."""
        if not self.lost.isdisjoint(state.documents):
            return True
        if state.sources:
            unsettled = bool(state.incomplete) and self.cache.settled(state.sha256) is None
            return unsettled or (self.check and bool(state.problems))
        codes = {problem.code for problem in state.problems}
        return self.check or state.means != self.means or not codes <= STAY_FAILED

    def _is_same(self, paper: PaperFile, state: FileState) -> bool:
        """By size and time; by content where these differ, or everything is checked."""
        if paper.state is not None:  # known from an earlier run alone
            return state.sha256 == paper.state.sha256
        if not self.check and (state.size, state.mtime_ns) == (paper.size, paper.mtime_ns):
            return True
        try:
            return state.size == paper.size and bool(state.sha256) and file_digest(paper.path) == state.sha256
        except OSError:
            return False  # reading it tells why

    # --- where the index and its record of files do not fit: a run was stopped between the two ------------------------

    @cached_property
    def _stored(self) -> frozenset[str] | None:
        """The documents of the index; ``None`` where the record fits."""
        if self.files.generation == self.target.engine.generation:
            return None
        return frozenset(each.id for each in self.target.engine.read(Everything(), Scope.DOCUMENT))

    @cached_property
    def lost(self) -> frozenset[str]:
        """The documents that the index should hold and does not."""
        return frozenset() if self._stored is None else self.files.held() - self._stored

    @property
    def strange(self) -> frozenset[str]:
        """The documents that the index held at the beginning and no file holds now."""
        return frozenset() if self._stored is None else self._stored - self.files.held()
