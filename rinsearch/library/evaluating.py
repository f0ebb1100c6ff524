"""How right is the program: on annotated papers, and on files of which is known what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch.errors import UsageError
from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.analysing import analyse_files
from rinsearch.library.corpus import paper_files
from rinsearch.records import Analysis, Document

if TYPE_CHECKING:
    from rinsearch import evaluate, extract
else:
    evaluate = later("rinsearch.evaluate")  # takes 20 ms to load, which only these commands are worth
    extract = later("rinsearch.extract")

GOLD = "gold.jsonl"
TEXTS = "texts"  # the papers of a gold set, where they do not lie beside it
MEMBER = "!/"


def evaluate_gold(
    gold: Path | str, *, papers: Path | str | None = None, errors: bool = False, limit: int = 50
) -> evaluate.Evaluation:
    """How right tags, decisions and measures are on annotated papers: precision, recall and F1 by label and kind.

    ``gold`` is a folder with gold.jsonl, or such a file; ``papers`` is the folder of its papers, if it is neither the
    same nor "texts" in it. ``errors`` lists what is wrong and what is missed, at most ``limit``. Raises `UsageError`
    where an annotation is wrong or a paper is missing, with the line.
    """
    arguments.flag("errors", errors)
    if arguments.number("limit", limit) < 1:
        raise UsageError("The limit must be 1 or more.", place="limit")
    path = _gold_file(arguments.path("gold", gold))
    rows = evaluate.read_gold(path)
    analyses = _analyses(rows, _folder(path, arguments.path_or_none("papers", papers)))
    read = [(row.gold, analyses[row.gold["file"]]) for row in rows]
    pairs = [pair for pair in read if not pair[1].error]
    unread = [evaluate.Unread(gold["file"], each.error) for gold, each in read if each.error]
    return evaluate.gold_report(_name(path), pairs, errors=limit if errors else 0, unread=unread)


def _gold_file(given: Path) -> Path:
    path = given / GOLD if given.is_dir() else given
    if not path.is_file():
        advice = f"Name a folder with {GOLD} in it, or such a file."
        raise UsageError("There are no annotations.", place=path.name, advice=advice)
    return path


def _name(path: Path) -> str:
    """A gold set as reports name it: nothing of this machine above it."""
    return path.absolute().parent.name if path.name == GOLD else path.name


def _folder(path: Path, papers: Path | None) -> Path:
    beside = path.absolute().parent
    folder = papers or (beside / TEXTS if (beside / TEXTS).is_dir() else beside)
    if not folder.is_dir():
        raise UsageError("There is no such folder.", place=folder.name, advice="Name the folder of the papers.")
    return folder.absolute()


def _analyses(rows: Sequence[evaluate.Row], folder: Path) -> dict[str, Analysis]:
    """What was understood of the papers of the folder, by their names in the gold."""
    for row in rows:
        if not (folder / row.gold["file"].partition(MEMBER)[0]).is_file():
            advice = "Name the folder of the papers with --papers."
            raise UsageError(f"The paper {row.gold['file']!r} is not there.", place=row.place, advice=advice)
    wanted = {row.gold["file"].partition(MEMBER)[0] for row in rows}
    papers = (each for each in paper_files([folder]).papers.values() if _inside(each.label) in wanted)
    found = {_inside(each.source): each for each in analyse_files(papers)}
    for row in rows:
        if row.gold["file"] not in found:
            message = f"No paper {row.gold['file']!r} was found."
            raise UsageError(message, place=row.place, advice="Write it as `rinsearch analyse` names it.")
    return found


def _inside(label: str) -> str:
    """A paper's path below its folder."""
    return label.partition("/")[2]


def evaluate_extraction(folder: Path | str) -> evaluate.Extraction:
    """How right files are read: words, reading order, rows of tables and characters, by form and by file.

    Beside every file in ``folder``, such as plan.pdf, plan.truth.json says what it holds. Raises `UsageError` where a
    truth is wrong or there is none.
    """
    place = arguments.path("folder", folder).absolute()
    truths = {truth.file: truth for truth in evaluate.read_truths(place)}
    pairs = []
    unread = []
    for name, result in _documents(place, sorted(truths)):
        if isinstance(result, Document):
            pairs.append((truths[name], result))
        else:
            unread.append(evaluate.Unread(name, result.as_problem()))
    return evaluate.reading_report(place.name, pairs, unread)


def _documents(folder: Path, names: Sequence[str]) -> Iterator[tuple[str, extract.Result]]:
    """Each file's own paper; what comes with a mail is left out."""
    with extract.Readers() as readers:
        for path, results in readers.read_all([folder / name for name in names]):
            yield path.name, extract.moved(results[0], path.as_posix(), path.name)
