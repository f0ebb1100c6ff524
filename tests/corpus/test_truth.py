"""Random papers come from their seed alone, and their truth is what is drawn."""

import json
from pathlib import Path

import pytest

from tests.corpus import truth
from tests.corpus.samples import ENCODINGS, samples
from tests.corpus.words import following

pytestmark = pytest.mark.once

FORMS = {
    "pdf",
    "pdf, two columns",
    "pdf, ruled tables",
    "pdf, tables without vertical rules",
    "scan",
    "docx",
    "odt",
    "html",
    "txt",
}


def test_there_is_every_form_and_every_producer() -> None:
    made = samples(1)
    assert len({sample.file for sample in made}) == len(made) >= 25
    assert {sample.form for sample in made} == FORMS
    for form in ("pdf", "pdf, two columns", "pdf, ruled tables", "pdf, tables without vertical rules"):
        assert {sample.producer for sample in made if sample.form == form} == {"typst", "reportlab", "fpdf"}
    assert len({sample.encoding for sample in made if sample.form == "html"}) == 3


def test_a_seed_gives_the_same_truth_each_time_and_another_seed_another() -> None:
    first, again, other = ([truth.truth(sample) for sample in samples(seed)] for seed in (1, 1, 2))
    assert first == again
    assert not [one["file"] for one, two in zip(first, other, strict=True) if one == two]


def test_the_words_are_of_the_sources_and_have_carons() -> None:
    words = following()
    assert len(words) > 1000
    assert len([word for word in words if set(word) & set("čšž")]) > 200


def test_long_tables_go_over_pages_and_cells_may_be_empty() -> None:
    tables = [part["table"] for sample in samples(1) for part in truth.truth(sample)["parts"] if "table" in part]
    assert len([rows for rows in tables if len(rows) > 45]) >= 9
    assert any("" in row for rows in tables for row in rows)


def test_a_merged_cell_stands_in_every_row_that_it_covers() -> None:
    [sample] = [each for each in samples(1) if each.file == "typst-ruled-merged.pdf"]
    [rows] = [part["table"] for part in truth.truth(sample)["parts"] if "table" in part]
    areas = [row[0] for row in rows[1:]]
    assert all(areas)
    assert len(set(areas)) == 4 < len(areas)


def test_only_what_is_asked_for_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert truth.main(["--seed", "5", "--to", str(tmp_path), "--only", "txt"]) == 0
    assert capsys.readouterr().out.startswith("3 files")
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"txt-{each}{end}" for each in ENCODINGS for end in (".txt", ".truth.json")}
    known = json.loads((tmp_path / "txt-cp1250.truth.json").read_text("utf-8"))
    assert known["parts"][1]["text"].split()[0] in (tmp_path / "txt-cp1250.txt").read_text("cp1250")
    assert truth.main(["--seed", "5", "--to", str(tmp_path), "--only", "nothing"]) == 1
