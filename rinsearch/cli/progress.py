"""A bar on standard error, on a terminal only."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rinsearch.library.progress import Progress


@contextmanager
def progress_bar(twin: Callable[..., Any]) -> Iterator[Mapping[str, Progress]]:
    """The argument ``progress`` for a twin that takes it; nothing where no one would see it."""
    if "progress" not in inspect.signature(twin).parameters or not sys.stderr.isatty():
        yield {}
        return
    # rich takes 0.1 s to load, and only those who look at a terminal need it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield {"progress": lambda done, total, name: bar.update(task, completed=done, total=total, description=name)}
