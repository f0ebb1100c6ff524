"""What a shell can complete: names of municipalities, groups, kinds, statuses, regions, and the index's plans."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rinsearch.errors import RinsearchError
from rinsearch.index.base import Everything, Scope
from rinsearch.index.fields import names_of
from rinsearch.language import fold
from rinsearch.library.library import Library
from rinsearch.library.place import DEFAULT_INDEX
from rinsearch.taxonomy import municipalities, regions, target_groups

ENVIRONMENT = "RINSEARCH_INDEX"


def completion(option: str) -> Callable[[str], list[str]] | None:
    """The function that completes an option's value, as typer takes it; none where any text will do."""
    names = _NAMES.get(option)
    if names is None:
        return None

    def complete(incomplete: str) -> list[str]:
        begun = fold(incomplete)
        # The shell keeps only what begins as was typed: without carons, the names are offered without them.
        plain = incomplete.isascii()
        found = (name for name in names() if fold(name).startswith(begun))
        return [name if name.startswith(incomplete) or not plain else fold(name) for name in found]

    return complete


def _plans() -> Iterable[str]:
    """The plans of the index; none where there is no index yet."""
    try:
        with Library(os.environ.get(ENVIRONMENT, DEFAULT_INDEX)) as library:
            facets: Mapping[str, Any] = library.engine.facets(Everything(), ["plan"], Scope.DOCUMENT)
    except RinsearchError:
        return ()
    return sorted(value for value, _ in facets["plan"])


def _labels(field: str) -> list[str]:
    return [names[0] for names in names_of(field).values()]


_NAMES: Mapping[str, Callable[[], Iterable[str]]] = {
    "municipality": lambda: [each.name for each in municipalities().values()],
    "region": lambda: list(regions()),
    "target_group": lambda: list(target_groups()),
    "kind": lambda: _labels("kind"),
    "status": lambda: _labels("status"),
    "standing": lambda: _labels("status"),
    "plan": _plans,
    "before": _plans,
    "after": _plans,
    "sort": lambda: ("relevance", "date"),
    "facets": lambda: (
        "municipality",
        "issuer",
        "region",
        "target_group",
        "kind",
        "status",
        "plan",
        "year",
        "document",
    ),
}
