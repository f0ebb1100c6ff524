"""Who reads and tags: processes of this machine, or whatever an executor runs its tasks on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from rinsearch.errors import UsageError, WrongType
from rinsearch.library.work import hosting

MOST_HERE = 4  # processes of this machine, unless more are asked for: each may take the memory limit of a file
MOST_WORKERS = 10_000


def nothing() -> None:
    """There is nothing to close."""


def all_well() -> bool:
    """Nothing was lost: no one has to be asked."""
    return False


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor, the function that it runs, and how many tasks it does at once.

    ``check`` is asked now and then while nothing comes back: it raises where no worker can do anything any more, and
    says whether what is out was lost and is to be given out again.
    ``by_content``: the workers do not see the files.
    """

    executor: Executor
    work: Callable[[bytes], bytes]
    count: int
    by_content: bool = False
    check: Callable[[], bool] = all_well
    close: Callable[[], None] = nothing

    @property
    def killed(self) -> tuple[type[BaseException], ...]:
        """What an executor raises where a task has killed worker after worker, and the others go on."""
        distributed: Any = sys.modules.get("distributed")  # who has no Dask gets no error of it
        return (distributed.KilledWorker,) if distributed else ()


@contextmanager
def here(count: int | None) -> Iterator[Crew]:
    """So many processes of this machine (for none given, one for each processor, at most four)."""
    host = hosting.Host()
    workers = count or min(os.cpu_count() or 1, MOST_HERE)
    with ThreadPoolExecutor(workers, thread_name_prefix="helper") as threads:
        try:
            yield Crew(threads, host.work, workers, close=host.close)
        finally:
            host.close()


@contextmanager
def of_executor(executor: Executor, count: int | None, by_content: bool) -> Iterator[Crew]:
    """The workers of an executor, which stays open; it tells how many they are, or the caller does."""
    told = getattr(executor, "_max_workers", None)  # of the executors of the standard library
    workers = count or (told if isinstance(told, int) else os.cpu_count()) or 1
    yield Crew(executor, hosting.work, workers, by_content)


def checked_executor(value: Any) -> Executor | None:
    """An executor, or none. Raises `WrongType`."""
    if value is None or (callable(getattr(value, "submit", None)) and not isinstance(value, type)):
        found: Executor | None = value
        return found
    raise WrongType("executor", value, "an executor of concurrent.futures", "ProcessPoolExecutor(4)")


def checked_count(value: Any) -> int | None:
    """A number of workers, or none. Raises `UsageError`."""
    if value is None:
        return None
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        value = int(value[:9])
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("workers", value, "a number", "4")
    if not 1 <= value <= MOST_WORKERS:
        raise UsageError(f"There cannot be {value} workers.", place="workers", advice=f"Give 1 to {MOST_WORKERS}.")
    return value
