"""One tree of errors; each says what happened, where, and what to do.

::

    RinsearchError                exit code   code
    ├── UsageError                    2       usage            a wrong call, option or value
    │   ├── UnknownName               2       unknown-name     no such municipality, group, plan … (with the nearest)
    │   ├── WrongType                 2       wrong-type       an argument that is no text, number, path …
    │   └── QueryError                2       query            a query that cannot be read (with the position)
    ├── ReadError                     3       read             a file that cannot be read
    │   ├── UnsupportedFormat         3       unsupported      a format that is not read (yet)
    │   ├── DamagedFile               3       damaged          a file that is broken or hostile
    │   └── LimitExceeded             3       limit            a file that took too much time or memory
    ├── IndexFailure                  4       index            an index that cannot be used
    │   ├── NoIndex                   4       no-index         there is none at this place
    │   ├── DamagedIndex              4       damaged-index    it is broken; rebuild it
    │   ├── IndexLocked               4       locked           another process is writing
    │   ├── ClusterAway               4       cluster-away     the cluster that holds it is not reached or not whole
    │   ├── AccessRefused             4       refused          the cluster does not let this user in
    │   └── IndexReadOnly             4       read-only        the cluster is full, or the index may not be changed
    ├── TaxonomyError                 5       taxonomy         a word list that contradicts itself
    ├── MissingPart                   6       missing-part     an optional part is not installed
    └── WorkersFailure                7       workers          workers that are away or do not fit this program
"""

from __future__ import annotations

from typing import Any, ClassVar

from rinsearch.records import Problem

SHOWN = 60  # characters of a wrong value in an error
# Where the names are that a name was looked for in.
LISTED = {
    "municipality": "`rinsearch municipalities` lists them all.",
    "region": "`rinsearch municipalities` names the region of each.",
    "target group": "`rinsearch groups` lists them all.",
    "plan": "`rinsearch plans` lists them all.",
    "document": "`rinsearch documents` lists them all.",
    "passage": "`rinsearch search` gives the ids of passages.",
}
LARGEST = 10**9  # of a number in an argument; Python refuses to print much larger ones


class RinsearchError(Exception):
    """The root: ``message`` says what, ``place`` where, ``advice`` what to do."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    default_advice: ClassVar[str] = "Please report this with the command and the file that led to it."

    def __init__(self, message: str, *, place: str | None = None, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.advice = advice or self.default_advice

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message} {self.advice}"

    def as_problem(self) -> Problem:
        """The error as data, for reports and ``--json``."""
        return Problem(self.code, self.message, self.place, self.advice)


class UsageError(RinsearchError):
    """A wrong call, option or value."""

    code = "usage"
    exit_code = 2
    default_advice = "See `rinsearch --help`."


class UnknownName(UsageError):
    """A name that is in no list; ``nearest`` are the names that come closest."""

    code = "unknown-name"

    def __init__(self, what: str, name: str, nearest: tuple[str, ...] = ()) -> None:
        advice = f"Did you mean {' or '.join(nearest)}?" if nearest else LISTED.get(what, "Check how it is written.")
        short = name if len(name) <= SHOWN else name[: SHOWN - 1] + "…"
        super().__init__(f"There is no {what} {short!r}.", place=short, advice=advice)
        self.nearest = nearest


class WrongType(UsageError):
    """An argument of a type that it cannot have: ``kind`` says what it takes, ``example`` how it is written."""

    code = "wrong-type"

    def __init__(self, name: str, value: Any, kind: str, example: str) -> None:
        super().__init__(f"{name} takes {kind}, not {shown(value)}.", place=name, advice=f"Write it like {example}.")


class QueryError(UsageError):
    """A query that cannot be read; ``position`` counts characters from 0."""

    code = "query"
    default_advice = 'Words, "exact words", field:value, AND, OR, NOT and parentheses are understood.'

    def __init__(self, message: str, position: int, *, advice: str | None = None) -> None:
        super().__init__(message, place=f"character {position + 1} of the query", advice=advice)
        self.position = position


class ReadError(RinsearchError):
    """A file that cannot be read."""

    code = "read"
    exit_code = 3
    default_advice = "Open the file by hand and check that it is whole."


class UnsupportedFormat(ReadError):
    """A format that is not read."""

    code = "unsupported"
    default_advice = "Convert the file to PDF or plain text and ingest it again."


class DamagedFile(ReadError):
    """A file that is broken or hostile."""

    code = "damaged"
    default_advice = "Get the file again from where it came from."


class LimitExceeded(ReadError):
    """A file that took more time, memory or pages than allowed."""

    code = "limit"
    default_advice = "Split the file, or raise the limit if you trust it."


class IndexFailure(RinsearchError):
    """An index that cannot be used."""

    code = "index"
    exit_code = 4
    default_advice = "Build it again with `rinsearch rebuild`."


class NoIndex(IndexFailure):
    """There is no index at this place."""

    code = "no-index"
    default_advice = "Build one with `rinsearch ingest FOLDER`."


class DamagedIndex(IndexFailure):
    """The index is broken; what was read is kept beside it."""

    code = "damaged-index"


class IndexLocked(IndexFailure):
    """Another process is writing to the index."""

    code = "locked"
    default_advice = "Wait until the other run has ended and try again."


class ClusterAway(IndexFailure):
    """The cluster that holds the index is not reached, or parts of it are missing."""

    code = "cluster-away"
    default_advice = "Look whether the cluster runs and whether host and port are right; then try again."


class AccessRefused(IndexFailure):
    """The cluster does not let this user in, or not do this."""

    code = "refused"
    default_advice = "Set RINSEARCH_OPENSEARCH_PASSWORD, or write the user and password into a netrc file."


class IndexReadOnly(IndexFailure):
    """Nothing can be written: the cluster is full, or the index is read-only."""

    code = "read-only"
    default_advice = "Lift the block on the index (`index.blocks`); then run it again."


class TaxonomyError(RinsearchError):
    """A word list that contradicts itself."""

    code = "taxonomy"
    exit_code = 5
    default_advice = "Mend the line that is named."


class MissingPart(RinsearchError):
    """An optional part of the program is not installed."""

    code = "missing-part"
    exit_code = 6
    default_advice = "See `rinsearch doctor`."


class WorkersFailure(RinsearchError):
    """Those who should read and tag cannot be reached, or would do it in another way."""

    code = "workers"
    exit_code = 7
    default_advice = "Look at the workers' logs."


def shown(value: Any) -> str:
    """A wrong value as an error shows it: simple ones as Python writes them, cut; of all others the type.

    >>> shown(None), shown([1, 2]), len(shown("a" * 999))
    ('None', 'list', 60)
    """
    simple = isinstance(value, (str, bytes, float, bool, type(None)))
    if simple or (isinstance(value, int) and abs(value) <= LARGEST):
        return f"{value!r:.{SHOWN}}"
    return type(value).__name__


def plain_text(name: str, value: str) -> str:
    """The text; `UsageError` where it holds half characters, as broken input of a terminal does."""
    if value.isascii() or not any("\ud800" <= each <= "\udfff" for each in value):
        return value
    raise UsageError(f"{name} holds characters that are no text.", place=name, advice="Write it in UTF-8.")
