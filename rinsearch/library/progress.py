"""How a run tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]  # files done, files in all, label of the last one


def quiet(done: int, total: int, name: str) -> None:
    """No progress is shown."""
