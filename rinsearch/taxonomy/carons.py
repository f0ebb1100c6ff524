"""Words that are written with carons, for papers that were typed without any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from rinsearch.taxonomy.municipality_table import municipalities
from rinsearch.taxonomy.tables import fold, toml

_WORD = re.compile(r"[^\W\d_]+")
WHOLE = "$"  # behind a word that must fit as a whole


@cache
def carons() -> Mapping[str, str]:
    """Stems without their carons (whole words with ``$`` behind them), and how they are written.

    >>> carons()["obcin"], carons()["semica$"]
    ('občin', 'semiča')
    """
    lists = toml("carons.toml")
    stems = {fold(stem): stem for stem in lists["stems"]}
    whole = {fold(word) + WHOLE: word for word in (*_of_names(), *lists["whole"])}
    return MappingProxyType(stems | whole)


def _of_names() -> Iterator[str]:
    """The words with carons in the names of municipalities, in all their forms."""
    for entry in municipalities().values():
        for form in (*entry.cases, *entry.adjective_forms):
            yield from (word.lower() for word in _WORD.findall(form) if fold(word) != word.lower() and len(word) > 3)
