"""The command line: one command is one method of `Library` and a print."""

from __future__ import annotations

import warnings

# Python warns of some lines in Whoosh 2.7.4 when it is first compiled; users can do nothing about it.
warnings.filterwarnings("ignore", category=SyntaxWarning, module=".*-packages.whoosh.*")

from rinsearch.cli.app import main  # noqa: E402  (the filter must stand before Whoosh is loaded)

__all__ = ["main"]
