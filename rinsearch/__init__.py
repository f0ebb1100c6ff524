"""rinsearch reads regional plans for social protection and the papers of Slovene municipal councils.

Importing it does no work: the names below are looked up on first use, so that a worker that only reads files, and a
program that only wants the version, load nothing else.

    import rinsearch

    found = rinsearch.analyse("memo.pdf")
    with rinsearch.Library("indexes/default") as library:
        library.ingest("corpus/")
        library.councils("JV 2017")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rinsearch.errors import RinsearchError
    from rinsearch.library import (
        Analyses,
        Demo,
        Filters,
        Library,
        Text,
        analyse,
        analyse_all,
        demo,
        doctor,
        evaluate_extraction,
        evaluate_gold,
        evaluate_search,
    )

__version__ = "0.1.0"

__all__ = [
    "Analyses",
    "Demo",
    "Filters",
    "Library",
    "RinsearchError",
    "Text",
    "__version__",
    "analyse",
    "analyse_all",
    "demo",
    "doctor",
    "evaluate_extraction",
    "evaluate_gold",
    "evaluate_search",
]


def __getattr__(name: str) -> Any:
    """Look up a public name (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'rinsearch' has no attribute {name!r}")
    home = "rinsearch.errors" if name == "RinsearchError" else "rinsearch.library"
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
