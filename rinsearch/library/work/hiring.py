"""Whom a run asks to read and tag, and how they are found."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from rinsearch.errors import UsageError
from rinsearch.extract import ReadOptions
from rinsearch.library.work.crew import Crew, checked_count, checked_executor, here, of_executor
from rinsearch.library.work.dask import checked_address, of_dask
from rinsearch.library.work.parcels import Setup, Terms, outfit
from rinsearch.taxonomy.own import OwnTerms

FEW = 100  # files that this process tags by itself, while others read: helpers take two seconds to begin


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; without anything, this machine does it."""

    workers: int | None = None
    executor: Executor | None = None
    dask: str | None = None
    by_content: bool = False

    @classmethod
    def checked(cls, workers: Any, executor: Any, dask: str | None, by_content: bool) -> Wish:
        """The wish. Raises `UsageError` where it cannot be fulfilled, `MissingPart` where Dask is not installed."""
        if executor is not None and dask is not None:
            raise UsageError("There are an executor and a scheduler.", place="dask", advice="Give one of the two.")
        found = cls(checked_count(workers), checked_executor(executor), dask, by_content)
        if dask is not None:
            checked_address(dask)
        return found

    def crew(self, setup: Setup, files: int) -> AbstractContextManager[Crew | None]:
        """Those who read and tag so many files; none where this process does it. Raises `WorkersFailure`."""
        if self.dask is not None and files:
            return of_dask(self.dask, setup, self.by_content)
        if self.executor is not None:
            return of_executor(self.executor, self.workers, self.by_content)
        if not files or (self.workers is None and files <= FEW):
            return nullcontext()
        return here(self.workers)


def setup_of(options: ReadOptions, terms: OwnTerms | None) -> Setup:
    """What holds for every file of a run of this process, whose terms hold already."""
    return Setup(outfit(options), options, Terms(terms.name, terms.text) if terms else None)
