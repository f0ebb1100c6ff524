"""What became of one paper: a document or an error, as JSON and at another path."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract.base import Result
from rinsearch.records import Document, Problem

ERRORS = {error.code: error for error in (ReadError, UnsupportedFormat, DamagedFile, LimitExceeded)}
INSIDE = "!/"  # between a file and its member, as in ``Source``


def place_of(path: str, member: str | None) -> str:
    """A paper as errors name it.

    >>> place_of("seja.zip", "vabilo.pdf"), place_of("vabilo.pdf", None)
    ('seja.zip!/vabilo.pdf', 'vabilo.pdf')
    """
    return f"{path}{INSIDE}{member}" if member else path


def result_to_json(result: Result) -> dict[str, Any]:
    """``{"document": …}`` or ``{"error": …}``."""
    if isinstance(result, Document):
        return {"document": to_json(result)}
    return {"error": to_json(result.as_problem())}


def result_from_json(data: dict[str, Any]) -> Result:
    """The document or the error. Raises `KeyError` or `TypeError` where the data are neither."""
    if "document" in data:
        return from_json(Document, data["document"])
    problem = from_json(Problem, data["error"])
    return ERRORS.get(problem.code, ReadError)(problem.message, place=problem.place, advice=problem.advice)


def moved(result: Result, old: str, new: str) -> Result:
    """The same result for the file at another path, or under the label that answers show."""
    if isinstance(result, Document):
        return replace(result, sources=(replace(result.sources[0], path=new), *result.sources[1:]))
    _, between, member = (result.place or "").removeprefix(old).partition(INSIDE)
    return type(result)(result.message, place=new + between + member, advice=result.advice)
