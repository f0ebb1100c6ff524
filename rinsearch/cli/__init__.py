"""The command line: one command is one method of `Library` and a print."""

from __future__ import annotations

from rinsearch.cli.app import main

__all__ = ["main"]
