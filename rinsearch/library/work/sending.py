"""Files given out to a crew: some are out at a time, and the answers come in the order of the files.

So the order in which workers end, and which of them did what, cannot change the index. What is out, and what has come
and waits for its turn, is bounded: the one who writes needs no more memory for a million papers than for a hundred.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, Self

from rinsearch.codec import from_json
from rinsearch.errors import LimitExceeded, ReadError, WorkersFailure
from rinsearch.extract import ReadCache, file_digest
from rinsearch.extract.recall import KeptPage
from rinsearch.library.corpus import PaperFile
from rinsearch.library.work.came import Answer, Came
from rinsearch.library.work.crew import Crew
from rinsearch.library.work.parcels import Form, Outcome, Setup, Task, pack_task, task_of, unpack
from rinsearch.library.work.room import Room

AHEAD = 3  # files out for each worker: enough to keep it busy
MOST_OUT = 512  # files out at once, however many workers there are: each is held by a thread here
MOST_AHEAD = 2000  # files given out behind one whose answer has not come: a long one does not hold up the others
MOST_HELD = 128 * 2**20  # bytes of answers that wait for their turn, and of files that are sent by content
LOOK_SECONDS = 1.0  # between two looks at whether the run was stopped
CHECK_SECONDS = 5.0  # between two questions whether the workers are still there
TRIES = 2  # of a file over which workers were killed: the first among others, the second alone
MOST_TURNS = 10  # in which a file is given out, at most
FORMS = 3  # in which a file is given, at most: as it was read before, by its path, by its content
SAME = "Install the same version of rinsearch, with the same programs beside it, everywhere."
AGAIN = "Run the same command again: it goes on where it stopped."


Out = tuple[PaperFile, "Future[Answer | ReadError]"]


class Sending:
    """A crew at work for one run. Use it in a ``with`` statement."""

    def __init__(self, crew: Crew, setup: Setup, cache: ReadCache) -> None:
        self.crew = crew
        self.setup = setup
        self.cache = cache
        self.by_content = crew.by_content
        self.stopped = threading.Event()
        self.alone = threading.Lock()  # held for a file over which workers were killed
        self.room = Room(MOST_HELD)
        self.out: set[Future[bytes]] = set()
        self.threads = ThreadPoolExecutor(min(AHEAD * crew.count, MOST_OUT), thread_name_prefix="sender")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take back what is out; what has come is in the cache."""
        self.stopped.set()
        self.room.open()
        self.crew.close()
        self.threads.shutdown(cancel_futures=True)

    def take(self, papers: Iterable[PaperFile]) -> Generator[tuple[PaperFile, Came], None, None]:
        """The files one after the other, each with what became of it. Raises `WorkersFailure`."""
        out: deque[Out] = deque()
        for number, paper in enumerate(papers):
            out.append((paper, self.threads.submit(self._one, number, paper)))
            if len(out) >= MOST_AHEAD:
                yield self._next(out, number - len(out) + 1)
        turn = self.room.turn
        while out:
            turn += 1
            yield self._next(out, turn)

    def _next(self, out: deque[Out], number: int) -> tuple[PaperFile, Came]:
        self.room.call(number)
        paper, future = out.popleft()
        while not wait([future], CHECK_SECONDS).done:
            if self.crew.check():
                self._again()
        answer = future.result()
        if isinstance(answer, ReadError):
            return paper, Came((answer,))
        self.room.hold(-answer.size)
        return paper, answer.opened()

    # --- one file, in a thread of its own -----------------------------------------------------------------------------

    def _one(self, number: int, paper: PaperFile) -> Answer | ReadError:
        self.room.enter(number)
        try:
            answer = self._answer(paper)
        except ReadError as error:
            return error
        self.room.hold(answer.size)
        return answer

    def _answer(self, paper: PaperFile) -> Answer:
        """What became of a file, in whichever form a worker can take it. Raises `ReadError` or `WorkersFailure`."""
        cached = True
        for _ in range(FORMS):
            form, sha256, content = self._given(paper, cached)
            task = task_of(self.setup, form, paper, sha256)
            if form is not Form.READ:
                task = replace(task, pages=self.cache.pages(sha256))
            header, answer = self._asked(task, content)
            if header["outcome"] == Outcome.DONE:
                return self._settled(header, answer, sha256)
            self._check(header, paper)
            cached = cached and form is not Form.READ
            self.by_content = self.by_content or form is Form.PATH
        raise ReadError("It changes while it is read.", place=paper.label, advice="Wait until it is whole.")

    def _given(self, paper: PaperFile, cached: bool) -> tuple[Form, str, bytes]:
        """A file as what was read of it, as its path or as its content, and its sha256."""
        sha256 = paper.state.sha256 if paper.state else ""
        gone = bool(sha256) and not paper.path.exists()
        sha256 = sha256 or self._digest(paper)
        known = self.cache.packed(sha256, by_any_reader=gone) if cached else None
        if known is not None:
            return Form.READ, sha256, known
        if paper.state:
            sha256 = self._digest(paper)
        return (Form.CONTENT, sha256, self._content(paper)) if self.by_content else (Form.PATH, sha256, b"")

    def _digest(self, paper: PaperFile) -> str:
        try:
            if paper.path.stat().st_size > self.setup.options.file_mb * 2**20:
                raise LimitExceeded(f"The file has more than {self.setup.options.file_mb} MB.", place=paper.label)
            return file_digest(paper.path)
        except OSError as error:
            raise ReadError(f"It cannot be opened ({error.strerror}).", place=paper.label) from error

    def _content(self, paper: PaperFile) -> bytes:
        try:
            return paper.path.read_bytes()
        except OSError as error:
            raise ReadError(f"It cannot be opened ({error.strerror}).", place=paper.label) from error

    def _settled(self, header: Mapping[str, Any], content: bytes, sha256: str) -> Answer:
        """The answer; what was read goes into the cache at once, so that a run which is stopped keeps it."""
        size = header["size"]
        answer = Answer(content[:size], content[size:])
        if not self.stopped.is_set():
            self._keep(header, answer.kept, sha256)
        return answer

    def _keep(self, header: Mapping[str, Any], kept: bytes, sha256: str) -> None:
        for page in header["pages"]:
            self.cache.put_page(sha256, from_json(KeptPage, page))
        if header["read"]:
            self.cache.put_packed(sha256, kept, header["wanted"], tuple(map(tuple, header["missed"])))

    def _check(self, header: Mapping[str, Any], paper: PaperFile) -> None:
        """Raises the error that an answer tells, if it tells one."""
        match header["outcome"]:
            case Outcome.REFUSED:
                raise refused(header)
            case Outcome.LOST:
                message = f"The process that read and tagged it broke down (exit code {header['code']})."
                raise ReadError(message, place=paper.label)
            case Outcome.BUG:
                raise RuntimeError(f"on {header['where']}, over {paper.label}: {header['trace']}")

    # --- and its worker -----------------------------------------------------------------------------------------------

    def _asked(self, task: Task, content: bytes) -> tuple[dict[str, Any], bytes]:
        """A worker's answer. Raises `ReadError` where worker after worker is killed over it."""
        killed = 0
        for turn in range(MOST_TURNS):
            with self.alone if killed else nullcontext():
                try:
                    return unpack(self._sent(pack_task(replace(task, turn=turn), content)))
                except self.crew.killed:
                    killed += 1
                except CancelledError as error:  # by `_again`, or by an executor that ends
                    if self.stopped.is_set():
                        raise WorkersFailure("The run was stopped.", advice=AGAIN) from error
            if killed == TRIES:
                message = "Worker after worker was killed over it, so it was left out."
                raise ReadError(message, place=task.label, advice="See what the workers' logs say of it; run it again.")
        raise WorkersFailure("The workers give the work up again and again.", advice=AGAIN)

    def _sent(self, parcel: bytes) -> bytes:
        self.room.hold(len(parcel))
        try:
            future = self.crew.executor.submit(self.crew.work, parcel)
            self.out.add(future)
            try:
                return self._waited(future)
            finally:
                self.out.discard(future)
        except CancelledError:
            raise
        except self.crew.killed:
            raise
        except BrokenExecutor as error:
            raise WorkersFailure("A process of the executor died, and the executor with it.", advice=AGAIN) from error
        except Exception as error:
            self.crew.check()
            raise failure(error) from error
        finally:
            self.room.hold(-len(parcel))

    def _waited(self, future: Future[bytes]) -> bytes:
        """The result; where the run has been stopped meanwhile, it is taken back, and nobody waits for its end."""
        while not future.done():  # a cancelled one counts as done, which `wait` hears of only from some executors
            if self.stopped.is_set():
                future.cancel()
                raise CancelledError
            wait([future], LOOK_SECONDS)
        return future.result()

    def _again(self) -> None:
        """Give out once more what is out: the executor has lost sight of it."""
        for future in list(self.out):
            future.cancel()


def refused(header: Mapping[str, Any], place: str | None = None) -> WorkersFailure:
    """The error that a worker with other rules, words or programs leads to."""
    message = f"A worker ({header['where']}) does not read and tag as this program does: {header['why']}."
    return WorkersFailure(message, place=place, advice=SAME)


def failure(error: BaseException, place: str | None = None) -> WorkersFailure:
    """The error of an executor or of its worker, before a process of ours could begin."""
    told = (str(error).splitlines() or [""])[0][:200]
    return WorkersFailure(f"A worker could not begin ({type(error).__name__}: {told}).", place=place, advice=SAME)
