"""The committed corpus is complete, lists itself, and holds samples only."""

import csv
import re
from pathlib import Path

import pytest

from tests.corpus.source import Bundle, Source, read_all

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
SEEDS = ROOT.parent / "shared" / "seeds"
LISTS = {"SOURCES.md", "metadata.csv", "corrections.csv"}
FEWEST_DOCUMENTS = 40
SENTENCE_WORDS = 12  # so many words in a row from a seed are a copied sentence; names of bodies have up to ten

SOURCES = read_all()
SINGLE = [one for source in SOURCES for one in (source.members if isinstance(source, Bundle) else (source,))]


def committed() -> set[str]:
    return {path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*") if path.is_file()} - LISTS


def test_there_are_documents_enough() -> None:
    assert len(SINGLE) >= FEWEST_DOCUMENTS


def test_every_source_has_its_file_and_every_file_its_source() -> None:
    assert committed() == {source.file for source in SOURCES}


@pytest.mark.parametrize("source", SINGLE, ids=lambda source: source.file)
def test_a_sample_says_on_its_face_that_it_is_one(source: Source) -> None:
    seen = (source.text, source.running_header, source.running_footer, source.margin_note)
    assert "vzorec" in " ".join(seen).casefold()


@pytest.mark.parametrize("source", SINGLE, ids=lambda source: source.file)
def test_a_sample_has_a_purpose(source: Source) -> None:
    assert source.purpose


def test_the_overview_lists_exactly_the_files() -> None:
    text = (CORPUS / "SOURCES.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`!]+)` \|", text, re.MULTILINE)) == committed()


def test_the_metadata_are_of_files_that_exist() -> None:
    with (CORPUS / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    assert {row["file"] for row in rows} <= committed()


def test_no_sentence_of_the_seeds_was_copied() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not here")
    known = {run for seed in SEEDS.glob("0*.txt") for run in word_runs(seed.read_text(encoding="utf-8"))}
    assert known
    assert not {run: source.file for source in SINGLE for run in word_runs(source.text) if run in known}


def word_runs(text: str) -> set[str]:
    """All runs of SENTENCE_WORDS words, but for the plan's own long name."""
    bare = re.sub(
        r"regijsk\w+ izvedben\w+ načrt\w*( na področju socialnega varstva)?", "RIN", text, flags=re.IGNORECASE
    )
    bare = re.sub(r"(?i)(za )?obdobje|resolucij\w+ o nacionalnem programu socialnega varstva", " ", bare)
    words = re.findall(r"\w+", bare.casefold())
    return {" ".join(words[at : at + SENTENCE_WORDS]) for at in range(len(words) - SENTENCE_WORDS + 1)}
