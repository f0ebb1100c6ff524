"""Whether there is anything on a page."""

from __future__ import annotations

from typing import Any

INK = 0.0002  # of the page: one line of text covers five times as much
OTHER = 40  # grey levels from the paper, which is black on a negative; the grain of scanned paper has 20


def has_ink(picture: Any) -> bool:
    """Whether a grey Pillow picture shows more than paper."""
    levels = picture.histogram()
    paper = max(range(256), key=levels.__getitem__)
    shown = sum(levels[: max(paper - OTHER, 0)]) + sum(levels[paper + OTHER + 1 :])
    return bool(shown > INK * sum(levels))
