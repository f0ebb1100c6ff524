"""Library: an index of papers and everything that can be asked of it; the only room that knows all others."""

from __future__ import annotations

from rinsearch.index.values import Filters
from rinsearch.library.analysing import Analyses, Text, analyse, analyse_all
from rinsearch.library.checking import Check, Doctor, Verification, doctor
from rinsearch.library.library import Library, Statistics

__all__ = [
    "Analyses",
    "Check",
    "Doctor",
    "Filters",
    "Library",
    "Statistics",
    "Text",
    "Verification",
    "analyse",
    "analyse_all",
    "doctor",
]
