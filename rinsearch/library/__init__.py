"""Library: an index of papers and everything that can be asked of it; the only room that knows all others.

The names below are looked up on first use: who only searches loads none of the rooms that read papers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rinsearch.index.values import Filters
    from rinsearch.library.analysing import Analyses, Text, analyse, analyse_all
    from rinsearch.library.checking import Check, Doctor, Verification, doctor
    from rinsearch.library.demonstrating import Demo, demo
    from rinsearch.library.evaluating import evaluate_extraction, evaluate_gold
    from rinsearch.library.library import Library
    from rinsearch.library.searching import evaluate_search
    from rinsearch.library.statistics import Statistics

_HOMES = {
    "rinsearch.index.values": ("Filters",),
    "rinsearch.library.analysing": ("Analyses", "Text", "analyse", "analyse_all"),
    "rinsearch.library.checking": ("Check", "Doctor", "Verification", "doctor"),
    "rinsearch.library.demonstrating": ("Demo", "demo"),
    "rinsearch.library.evaluating": ("evaluate_extraction", "evaluate_gold"),
    "rinsearch.library.library": ("Library",),
    "rinsearch.library.searching": ("evaluate_search",),
    "rinsearch.library.statistics": ("Statistics",),
}

__all__ = [
    "Analyses",
    "Check",
    "Demo",
    "Doctor",
    "Filters",
    "Library",
    "Statistics",
    "Text",
    "Verification",
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
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'rinsearch.library' has no attribute {name!r}")
