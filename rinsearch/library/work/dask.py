"""Workers of a Dask cluster, by the address of its scheduler; what it may lack is told before the work begins.

Dask itself sends functions and their arguments as pickles between its processes, so a cluster is for people who trust
each other, behind a firewall or with its own TLS. Of ours it carries the name of one function, and bytes.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from rinsearch.errors import MissingPart, UsageError, WorkersFailure
from rinsearch.library.work import hosting
from rinsearch.library.work.crew import Crew
from rinsearch.library.work.parcels import Form, Outcome, Setup, Task, pack_task, unpack
from rinsearch.library.work.sending import AGAIN, failure, refused

SCHEMES = ("tcp", "tls", "ws", "wss", "ucx")
REACH_SECONDS = 10.0  # for the scheduler to answer, and for the first worker to be there
GONE_SECONDS = 60.0  # without any worker, while files are out: they may be on their way back
# Workers idle though tasks of ours wait: a scheduler may lose sight of one whose result went with a worker that died.
STALLED_SECONDS = 12.0
SAME_DASK = ("distributed", "msgpack", "tornado")  # packages that Dask wants in the same version everywhere
START = "Start one with `dask scheduler`, and workers with `dask worker ADDRESS`."
LARGE = "distributed.admin.large-graph-warning-threshold"


@contextmanager
def of_dask(address: str, setup: Setup, by_content: bool) -> Iterator[Crew]:
    """The workers of the scheduler at an address, asked whether they do as this program does.

    Raises `MissingPart`, `UsageError`, or `WorkersFailure` where there is no scheduler or worker, or one does not fit.
    """
    checked_address(address)
    distributed: Any = import_module("distributed")  # takes half a second to load, and brings its configuration
    with _quietly():
        client = _connected(distributed, address)
        try:
            _check_versions(client, address)
            _check_workers(client, pack_task(Task(setup, Form.PATH)), address)
            watch = _Watch(client, address)
            threads = sum(client.nthreads().values())
            yield Crew(client.get_executor(pure=False), hosting.work, threads, by_content, watch.check)
        finally:
            with suppress(Exception):  # where it has gone there is nothing to take leave of
                client.close(timeout=2)


@contextmanager
def _quietly() -> Iterator[None]:
    """What goes wrong in Dask we tell ourselves, in a line; and files sent by content are what we mean to send."""
    config: Any = import_module("dask.config")
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with config.set({LARGE: "1 GiB"}):
            yield
    finally:
        logger.setLevel(level)


def checked_address(address: str) -> str:
    """The address of a scheduler. Raises `UsageError`, or `MissingPart` where Dask is not installed."""
    scheme, between, rest = address.partition("://")
    if scheme not in SCHEMES or not between or not rest.rpartition(":")[2].isdecimal():
        raise UsageError(f"{address!r:.60} is no address of a scheduler.", advice="Write it like tcp://scheduler:8786.")
    if find_spec("distributed") is None:
        raise MissingPart("Dask is not installed.", advice='Install it with `pip install "rinsearch[dask]"`.')
    return address


def _connected(distributed: Any, address: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
            return distributed.Client(address, timeout=REACH_SECONDS, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise WorkersFailure("No scheduler of Dask answers.", place=address, advice=START) from error
    except Exception as error:  # whatever speaks there, in whatever version
        message = f"What answers is no scheduler of Dask {distributed.__version__} ({type(error).__name__})."
        raise WorkersFailure(message, place=address, advice=START) from error


def _check_versions(client: Any, address: str) -> None:
    """The scheduler and all workers must have the Dask and the Python of this program."""
    found = client.get_versions()
    mine = _versions(found["client"])
    for place, each in ((address, found["scheduler"]), *found["workers"].items()):
        wrong = [f"{name} {its} there, {mine[name]} here" for name, its in _versions(each).items() if its != mine[name]]
        if wrong:
            advice = "Install the same versions on all machines."
            raise WorkersFailure(f"Other versions run there: {', '.join(wrong)}.", place=place, advice=advice)


def _versions(told: Mapping[str, Any]) -> dict[str, str]:
    python = ".".join(str(told["host"]["python"]).split(".")[:2])
    return {"Python": python, **{name: str(told["packages"].get(name)) for name in SAME_DASK}}


def _check_workers(client: Any, question: bytes, address: str) -> None:
    """Some worker must be there, and each must read and tag as this program does."""
    try:
        client.wait_for_workers(1, timeout=REACH_SECONDS)
    except TimeoutError as error:
        raise WorkersFailure("The scheduler has no workers.", place=address, advice=START) from error
    try:
        answers = client.run(hosting.work, question, on_error="return")
    except Exception as error:  # one that cannot even tell what is wrong with it
        raise failure(error, address) from error
    for place, answer in answers.items():
        if not isinstance(answer, bytes):
            raise failure(answer, place)
        header, _ = unpack(answer)
        if header["outcome"] == Outcome.REFUSED:
            raise refused(header, place)
        if header["outcome"] != Outcome.DONE:
            raise WorkersFailure("Its process does not start.", place=place, advice="Look at the worker's log.")


@dataclass
class _Watch:
    """Whether the scheduler and some worker are still there, and do something for us."""

    client: Any
    address: str
    seen: float = 0.0  # when there was a worker
    busy: float = 0.0  # when one worked for us

    def check(self) -> bool:
        """Whether what is out was lost. Raises `WorkersFailure`."""
        now = time.monotonic()
        try:
            processing = self.client.processing() if self.client.status == "running" else None
        except Exception as error:
            raise self._gone() from error
        if processing is None:
            raise self._gone()
        if processing or not self.seen:
            self.seen = now
        elif now - self.seen > GONE_SECONDS:
            message = f"The scheduler has had no worker for {GONE_SECONDS:g} seconds."
            raise WorkersFailure(message, place=self.address, advice=AGAIN)
        if not self.busy or not set(self.client.futures).isdisjoint(
            key for each in processing.values() for key in each
        ):
            self.busy = now
        lost = bool(processing) and now - self.busy > STALLED_SECONDS
        if lost:
            self.busy = now
        return lost

    def _gone(self) -> WorkersFailure:
        return WorkersFailure("The scheduler has gone.", place=self.address, advice=AGAIN)
