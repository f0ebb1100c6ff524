"""How fast are PDFs with a text layer read? Our reading beside plain pdfplumber in the same run, on one core.

    python -m tests.benchmarks.reading [pages] [seed]

The pages are made from a seed by three producers: text, and ruled tables. Ours gives blocks, tables and a box for every
line; pdfplumber's ``extract_text`` gives text alone, its pages closed one by one. Processor time of this process, the
better of two rounds; trust ratios, not absolute figures. Last comes the memory of the process that reads 500 pages.
"""

from __future__ import annotations

import io
import itertools
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from rinsearch.extract import ReadOptions, read
from rinsearch.extract.pdf import read_pdf
from tests.corpus.rendering import render
from tests.corpus.samples import PDF, Sample, samples

ROUNDS = 2
LONG = 500  # pages
CONTENTS = {"text": "{}-text.pdf", "ruled tables": "{}-ruled-long.pdf"}


def of_pages(sources: list[Sample], count: int) -> bytes:
    """A file of so many pages, taken from rendered sources again and again."""
    target, rendered = pypdfium2.PdfDocument.new(), itertools.cycle([render(source) for source in sources])
    while len(target) < count:
        with pypdfium2.PdfDocument(next(rendered)) as made:
            target.import_pages(made, list(range(min(len(made), count - len(target)))))
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


def ours(data: bytes) -> int:
    """The characters of all lines."""
    found = read_pdf(data, ReadOptions())
    assert not found.unread
    return len(str(found.parts))


def plumber(data: bytes) -> int:
    """The characters of all pages."""
    characters = 0
    with pdfplumber.open(io.BytesIO(data)) as paper:
        for page in paper.pages:
            characters += len(page.extract_text())
            page.close()
    return characters


def seconds(work: Callable[[bytes], int], data: bytes) -> float:
    """The better of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        assert work(data)
        taken.append(time.process_time() - started)
    return min(taken)


def compare(pages: int, seed: int) -> None:
    """Pages a second by contents and producer."""
    made = {sample.file: sample for sample in samples(seed)}
    print(f"{'pages of':<28}{'ours/s':>9}{'plumber/s':>11}{'ratio':>8}")
    for contents, name in CONTENTS.items():
        for producer in PDF:
            data = of_pages([made[name.format(producer)]], pages)
            own, other = seconds(ours, data), seconds(plumber, data)
            print(f"{contents + ', ' + producer:<28}{pages / own:9.1f}{pages / other:11.1f}{other / own:8.1f}")


def memory(seed: int) -> None:
    """The most memory that the process took which read a long file, in MB; on Linux."""
    chosen = [sample for sample in samples(seed) if sample.producer in PDF and sample.form.startswith("pdf")]
    random.Random(seed).shuffle(chosen)
    with tempfile.TemporaryDirectory() as folder:
        for name, sources in (("one page of text", chosen[:1]), (f"{LONG} pages of all kinds", chosen)):
            path = Path(folder) / "long.pdf"
            path.write_bytes(of_pages(sources, 1 if sources is not chosen else LONG))
            started = time.perf_counter()
            document = read(path)
            taken = time.perf_counter() - started
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{name}: {document.pages} pages in {taken:.1f} s, at most {peak:.0f} MB in the reading process")


def main(pages: int = 60, seed: int = 1) -> None:
    """Read, compare, print."""
    memory(seed)
    compare(pages, seed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
