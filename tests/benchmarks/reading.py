"""How fast are PDFs with a text layer read? Our reading beside plain pdfplumber in the same run, on one core.

    python -m tests.benchmarks.reading [pages] [seed]

The pages are made from a seed by three producers: text, and ruled tables. Ours gives blocks, tables and a box for every
line; pdfplumber's ``extract_text`` gives text alone, its pages closed one by one. Both get the same bytes, are timed in
turns, and are asked for nothing but the number of characters that they found. Processor time of this process, the best
of three rounds; trust ratios, not absolute figures. First comes the memory of the process that reads 500 pages.
"""

from __future__ import annotations

import gc
import io
import itertools
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2

from rinsearch.extract import ReadOptions
from rinsearch.extract.pdf import read_pdf
from rinsearch.extract.readers import characters_in
from tests.corpus.rendering import render
from tests.corpus.samples import PDF, Sample, samples

ROUNDS = 3
LONG = 500  # pages
# In a process of its own: what a child has taken is counted from its fork on, when it is as large as its parent.
PEAK = """
import resource, sys, time
from rinsearch.extract import read
started = time.perf_counter()
document = read(sys.argv[1])
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(document.pages, round(time.perf_counter() - started, 1), round(peak))
"""
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
    return characters_in(found.parts)


def plumber(data: bytes) -> int:
    """The characters of all pages."""
    characters = 0
    with pdfplumber.open(io.BytesIO(data)) as paper:
        for page in paper.pages:
            characters += len(page.extract_text())
            page.close()
    return characters


def seconds(works: Sequence[Callable[[bytes], int]], data: bytes) -> list[float]:
    """The best of some rounds of each work, one after the other, so that what else runs here slows all of them."""
    gc.collect()
    gc.freeze()  # what made the pages is no part of reading them
    return [min(taken) for taken in zip(*([_once(work, data) for work in works] for _ in range(ROUNDS)), strict=True)]


def _once(work: Callable[[bytes], int], data: bytes) -> float:
    started = time.process_time()
    assert work(data)
    return time.process_time() - started


def compare(pages: int, seed: int) -> None:
    """Pages a second by contents and producer."""
    made = {sample.file: sample for sample in samples(seed)}
    print(f"{'pages of':<28}{'ours/s':>9}{'plumber/s':>11}{'ratio':>8}")
    for contents, name in CONTENTS.items():
        for producer in PDF:
            data = of_pages([made[name.format(producer)]], pages)
            own, other = seconds((ours, plumber), data)
            print(f"{contents + ', ' + producer:<28}{pages / own:9.1f}{pages / other:11.1f}{other / own:8.1f}")


def memory(seed: int) -> None:
    """The most memory that the process took which read a long file, in MB; on Linux."""
    chosen = [sample for sample in samples(seed) if sample.producer in PDF and sample.form.startswith("pdf")]
    random.Random(seed).shuffle(chosen)
    with tempfile.TemporaryDirectory() as folder:
        for name, sources in (("one page of text", chosen[:1]), (f"{LONG} pages of all kinds", chosen)):
            path = Path(folder) / "long.pdf"
            path.write_bytes(of_pages(sources, 1 if sources is not chosen else LONG))
            done = subprocess.run([sys.executable, "-c", PEAK, path], check=True, capture_output=True, text=True)
            count, taken, peak = done.stdout.split()
            print(f"{name}: {count} pages in {taken} s, at most {peak} MB in the reading process")


def main(pages: int = 60, seed: int = 1) -> None:
    """Read, compare, print."""
    memory(seed)
    compare(pages, seed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
