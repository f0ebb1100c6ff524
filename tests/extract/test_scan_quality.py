"""How many characters of the scanned sample papers are read wrongly: measured against the text that was printed."""

import re
from pathlib import Path

import pytest

from rinsearch.evaluate.reading import compare
from rinsearch.evaluate.truth import read_truths
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Origin
from tests.corpus.source import SOURCES, Source, read_all
from tests.corpus.truth import write
from tests.extract.scans import needs_tesseract

pytestmark = pytest.mark.once

CORPUS = SOURCES.parents[2] / "corpus"
SCANS = [each for each in read_all() if isinstance(each, Source) and each.producer == "scan"]
# Of 100 characters; measured is 0.0, where a dash of another length is no error.
MOST_ERRORS = 1.0

MARKUP = re.compile(r"^:::.*$|^#+ |\*+|\\$|^> ?|\{[^}]*\}", re.M)
DASHES = str.maketrans("–—", "--")


def printed(source: Source) -> str:
    return _plain(MARKUP.sub("", source.text) + source.running_footer)


def recognised(source: Source) -> str:
    document = read_bytes((CORPUS / source.file).read_bytes())
    parts = [part for part in document.parts if isinstance(part, Block)]
    assert {part.origin for part in parts} == {Origin.OCR}
    lines = (line.text for part in parts for line in part.lines)
    return _plain(" ".join(line for line in lines if line not in source.stamp.split("\n")))


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(DASHES)


def errors(truth: str, text: str) -> int:
    """Characters to insert, delete or replace (Levenshtein).

    >>> errors("sklep", "sklop."), errors("", "")
    (2, 0)
    """
    row = list(range(len(text) + 1))
    for number, wanted in enumerate(truth, 1):
        last, row[0] = row[0], number
        for at, found in enumerate(text, 1):
            last, row[at] = row[at], min(last + (wanted != found), row[at] + 1, row[at - 1] + 1)
    return row[-1]


@needs_tesseract
@pytest.mark.parametrize("source", SCANS, ids=lambda source: source.path.stem)
def test_the_scanned_samples_are_read_nearly_without_errors(source: Source) -> None:
    truth = printed(source)
    assert len(truth) > 500
    assert 100 * errors(truth, recognised(source)) / len(truth) <= MOST_ERRORS


@needs_tesseract
@pytest.mark.parametrize(("seed", "name"), [(4577001, "typst-scan"), (770145529, "fpdf-scan")])
def test_lines_that_the_analysis_of_a_page_passes_over_are_read(seed: int, name: str, tmp_path: Path) -> None:
    write(seed, tmp_path, name)
    (truth,) = read_truths(tmp_path)
    counts = compare(truth, read_bytes((tmp_path / truth.file).read_bytes()))
    assert counts.characters > 800
    assert 100 * counts.edits / counts.characters <= MOST_ERRORS


def test_there_are_scans_to_measure() -> None:
    assert len(SCANS) >= 3
