"""The measured quality of this version, which goes with every table that is published."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "measured.json"  # written by the checks of the project, on papers that did not serve to write rules


@cache
def measured() -> Mapping[str, Mapping[str, float]]:
    """Precision and recall by label, with the number of cases they rest on.

    >>> sorted(measured()["acknowledged"])
    ['cases', 'precision', 'recall']
    """
    found: Mapping[str, Any] = json.loads(files("rinsearch.evaluate").joinpath(FILE).read_text("utf-8"))
    return {label: dict(figures) for label, figures in found["labels"].items()}
