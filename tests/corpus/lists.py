"""SOURCES.md, metadata.csv and corrections.csv."""

import csv
import io
import tomllib
from collections.abc import Iterable
from pathlib import PurePosixPath

import pypdfium2

from rinsearch.library.corrections import COLUMNS as OF_CORRECTIONS
from tests.corpus.source import SOURCES, Bundle, Source

COLUMNS = ("file", "url", "retrieved", "title", "date", "issuer", "kind")
HEAD = """# The sample corpus

{documents} invented documents in {files} files, made by `python -m tests.corpus` from `tests/corpus/sources/`, and
so is this list. Every one says on its face that it is a sample (*vzorec*). Municipalities are real; people, numbers and
decisions are invented. So are the two persons who have a word on rows of the council tables in `corrections.csv`.

| file | form | producer | pages | what it is there for |
|---|---|---|---|---|
"""


def overview(made: Iterable[tuple[Source | Bundle, bytes]]) -> str:
    rows = [row for source, data in made for row in _rows(source, data)]
    files = len({file.split("!")[0] for file, *_ in rows})
    documents = sum(form != "ZIP" for _, form, *_ in rows)
    text = HEAD.format(documents=documents, files=files)
    return text + "".join(f"| `{row[0]}` | {' | '.join(map(_shown, row[1:]))} |\n" for row in rows)


def _shown(text: str) -> str:
    return text.replace("|", "\\|")


def _rows(source: Source | Bundle, data: bytes) -> list[tuple[str, ...]]:
    if isinstance(source, Bundle):
        members = [(f"{source.file}!/{it.file}", _form(it), it.producer, "", it.purpose) for it in source.members]
        return [(source.file, "ZIP", "zip", "", source.purpose), *members]
    return [(source.file, _form(source), source.producer, _pages(source, data), source.purpose)]


def _form(source: Source) -> str:
    form = PurePosixPath(source.file).suffix[1:].upper()
    if source.producer == "scan":
        return "PDF, image only"
    return form if source.encoding == "utf-8" else f"{form}, {source.encoding}"


def _pages(source: Source, data: bytes) -> str:
    if not source.file.endswith(".pdf"):
        return ""
    with pypdfium2.PdfDocument(data) as document:
        return str(len(document))


def metadata(sources: Iterable[Source | Bundle]) -> str:
    """Only the files of which more is known than they say."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for source in _single(sources):
        values = [getattr(source, column) for column in COLUMNS[1:]]
        if any(values):
            table.writerow([source.file, *values])
    return out.getvalue()


def corrections() -> str:
    """What persons say about rows, as `rinsearch correct` and `confirm` write it."""
    out = io.StringIO()
    table = csv.DictWriter(out, OF_CORRECTIONS, lineterminator="\n")
    table.writeheader()
    table.writerows(tomllib.loads((SOURCES / "corrections.toml").read_text(encoding="utf-8"))["word"])
    return out.getvalue()


def _single(sources: Iterable[Source | Bundle]) -> list[Source]:
    return [source for source in sources if isinstance(source, Source)]
