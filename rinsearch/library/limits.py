"""The limits of reading one file, as options have them; the readers keep them (`extract.ReadOptions`)."""

from __future__ import annotations

from rinsearch.errors import UsageError

TIME_LIMIT = 60.0  # seconds
PAGES_A_LIMIT = 12  # each page that needs OCR adds this part of the time limit
MEMORY_LIMIT = 1536  # MB, on Linux
LEAST_SECONDS = 1.0
LEAST_MB = 256  # Python with the readers takes 150


def checked(time_limit: float, memory_limit: int) -> tuple[float, int]:
    """The two limits. Raises `UsageError` where nothing could be read within them."""
    if not time_limit >= LEAST_SECONDS:
        message = f"The time limit is {time_limit:g} seconds."
        raise UsageError(message, place="time limit", advice=f"Give at least {LEAST_SECONDS:g}.")
    if memory_limit < LEAST_MB:
        message = f"The memory limit is {memory_limit} MB."
        raise UsageError(message, place="memory limit", advice=f"Give at least {LEAST_MB}.")
    return float(time_limit), int(memory_limit)
