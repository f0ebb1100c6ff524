"""Files of random content are read as well as is promised, each producer and form; the bounds are the targets.

The words come from a seed that nobody looked at while a reader was written; ``python -m tests.corpus.truth`` has
others.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rinsearch import evaluate_extraction
from rinsearch.evaluate import ReadingFigures
from tests.extract.scans import needs_tesseract

pytest.importorskip("typst", reason="tests/corpus/requirements.txt is not installed")
pytest.importorskip("fpdf", reason="tests/corpus/requirements.txt is not installed")
pytest.importorskip("reportlab", reason="tests/corpus/requirements.txt is not installed")

from tests.corpus import truth

pytestmark = pytest.mark.once

SEED = 314
OPEN = "pdf, tables without vertical rules"
# form -> least word F1, reading order
WORDS = {
    "pdf": (0.97, 0.95),
    "pdf, two columns": (0.97, 0.95),
    "pdf, ruled tables": (0.97, 0.95),
    "docx": (0.99, 0.99),
    "odt": (0.99, 0.99),
    "html": (0.99, 0.99),
    "txt": (0.99, 0.99),
}
RULED = {"pdf, ruled tables": 1.0, "docx": 1.0, "odt": 1.0, "html": 1.0}
OPEN_ROWS = 0.9
SCAN_ERRORS = 0.02  # of the characters

Forms = Mapping[str, ReadingFigures]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("truth")
    names = truth.write(SEED, place)
    assert len(names) >= 25
    for scan in place.glob("*scan*"):
        (place / "scans").mkdir(exist_ok=True)
        scan.rename(place / "scans" / scan.name)
    return place


@pytest.fixture(scope="module")
def forms(folder: Path) -> Forms:
    found = evaluate_extraction(folder)
    assert not found.unread
    return {each.name: each for each in found.forms}


def test_every_form_is_there(forms: Forms) -> None:
    assert set(forms) == {*WORDS, OPEN}


@pytest.mark.parametrize("form", WORDS)
def test_words_are_read_and_in_order(form: str, forms: Forms) -> None:
    least_words, least_order = WORDS[form]
    assert forms[form].words > 300, "too few words for a figure"
    assert (forms[form].word_f1 or 0) >= least_words
    assert (forms[form].reading_order or 0) >= least_order


@pytest.mark.parametrize("form", RULED)
def test_rows_of_ruled_tables_are_read_exactly(form: str, forms: Forms) -> None:
    assert forms[form].ruled_rows > 10
    assert forms[form].ruled_rows_right == RULED[form]
    assert forms[form].rows_read == forms[form].ruled_rows, "headings that stand again on the next page are no rows"


def test_rows_of_tables_without_vertical_rules_are_read_exactly(forms: Forms) -> None:
    assert forms[OPEN].open_rows > 100
    assert (forms[OPEN].open_rows_right or 0) >= OPEN_ROWS


@needs_tesseract
def test_scans_are_recognised(folder: Path) -> None:
    [form] = evaluate_extraction(folder / "scans").forms
    print(f"scans: character error rate {form.character_errors}")
    assert form.name == "scan"
    assert form.words > 300
    assert form.character_errors is not None
    assert form.character_errors <= SCAN_ERRORS
