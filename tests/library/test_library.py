"""The API: one class, three questions, and errors that name the nearest right name."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import rinsearch
from rinsearch import Library, Text
from rinsearch.errors import NoIndex, ReadError, UnknownName, UsageError
from tests.papers import MEMO, MINUTES, PLAN, PLAN_ID, write, write_papers


def test_a_library_is_used_in_a_with_statement_and_can_be_opened_again(index: Path) -> None:
    with Library(index) as library:
        assert library.search("dusevno zdravje").total == 1
    assert library.search("zdravje").total == 1, "it opens again when it is asked again"
    library.close()
    library.close()


def test_answers_print_as_tables_in_a_notebook(index: Path) -> None:
    with Library(index) as library:
        lists = (library.measures(), library.documents(), library.plans(), library.priorities(), library.decisions())
        tables = [library.councils()._repr_html_(), library.search("načrt")._repr_html_()]
        for shown in (*tables, library.groups()._repr_html_(), *(each._repr_html_() for each in lists)):
            assert shown.startswith("<table>")
            assert "<td>" in shown


def test_what_papers_say_is_escaped_in_a_notebook(tmp_path: Path) -> None:
    write(tmp_path / "p" / "a.txt", MINUTES.replace("duševnem zdravju", "<script>zdravju</script>"))
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        assert "<script>" not in library.search("zdravje")._repr_html_()


def test_a_listing_is_a_sequence(index: Path) -> None:
    with Library(index) as library:
        measures = library.measures()
        assert len(measures) == 2
        assert repr(measures) == "<2 measures>"
        assert measures[0].number == "1.1"
        assert [each.number for each in measures[0:2]] == ["1.1", "1.2"]
        assert [each.text for each in library.measures(target_group="Roma")] == ["Učna pomoč romskim otrokom"]


def test_a_plan_is_meant_by_its_id_by_region_and_year_or_by_being_the_only_one(index: Path) -> None:
    with Library(index) as library:
        for plan in (None, PLAN_ID, "JV 2017", "jugovzhodna 2017-2020", "jugovzhodna Slovenija 2017"):
            assert library.councils(plan).plan == PLAN_ID


def test_a_plan_is_asked_for_when_there_are_several(tmp_path: Path) -> None:
    write_papers(tmp_path / "p")
    write(tmp_path / "p" / "stari.md", PLAN.replace("2017-2020", "2014-2016"))
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        with pytest.raises(UsageError, match="2 plans"):
            library.councils()
        assert library.councils("JV 2014").plan == "rin-sv/jugovzhodna/2014-2016"


def test_a_proposal_is_no_decision(index: Path) -> None:
    with Library(index) as library:
        rows = {row.municipality.name: row for row in library.councils().councils}
        assert (rows["Semič"].standing, rows["Semič"].took_note) == ("acknowledged", True)
        assert (rows["Kočevje"].standing, rows["Kočevje"].took_note) == ("proposed", False)
        assert len(rows) == 21


@pytest.mark.parametrize(
    ("filters", "nearest"),
    [
        ({"municipality": "Semix"}, "Semič"),
        ({"target_group": "romci"}, "romi"),
        ({"kind": "zapisnki"}, "zapisnik"),
        ({"plan": "JV 2031"}, PLAN_ID),
        ({"municipalty": "Semič"}, "municipality"),
    ],
)
def test_an_unknown_name_raises_with_the_nearest(filters: dict[str, Any], nearest: str, index: Path) -> None:
    with Library(index) as library, pytest.raises(UnknownName) as error:
        library.measures(**filters)
    assert nearest in error.value.nearest


def test_unknown_ids_and_places_raise(index: Path, tmp_path: Path) -> None:
    with Library(index) as library:
        for ask in (library.document, library.passage, library.show):
            with pytest.raises(UnknownName):
                ask("0000000000000000.1")
    with pytest.raises(NoIndex):
        Library(tmp_path / "none").stats()
    with pytest.raises(UsageError, match="no such file"):
        Library(tmp_path / "i").ingest(tmp_path / "none")


def test_every_quote_stands_where_it_says(index: Path) -> None:
    with Library(index) as library:
        for paper in library.documents():
            analysis = library.document(paper.id)
            for decision in analysis.decisions:
                place = decision.evidence
                assert library.passage(place.passage).text[place.start : place.end] == place.quote
        assert library.verify().evidence > 0
        assert library.verify().wrong == ()


def test_a_paper_is_analysed_without_an_index(papers: Path) -> None:
    found = rinsearch.analyse(papers / "semic" / "zapisnik.txt")
    assert found.issuer
    assert (found.kind, found.issuer.name, found.decisions[0].status) == ("minutes", "Semič", "acknowledged")
    given = rinsearch.analyse(Text(MEMO), passages=True)
    assert given.source == "text"
    assert given.decisions[0].status == "proposed"
    assert given.passages


def test_a_paper_that_cannot_be_read_raises_and_in_a_folder_is_an_entry(tmp_path: Path) -> None:
    bad = tmp_path / "x.bin"
    bad.write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(ReadError):
        rinsearch.analyse(bad)
    write(tmp_path / "a.txt", MEMO)
    good, worse = rinsearch.analyse_all([tmp_path]).documents
    assert good.error is None
    assert worse.error
    with pytest.raises(UsageError, match="2 papers"):
        rinsearch.analyse(tmp_path)


def test_progress_counts_files_up_to_all(papers: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with Library(tmp_path / "i") as library:
        library.ingest(papers, progress=lambda done, total, _: seen.append((done, total)))
        assert seen == [(1, 3), (2, 3), (3, 3)]
        library.ingest(papers, progress=lambda done, total, _: seen.append((done, total)))
    assert seen[3:] == [(1, 3), (2, 3), (3, 3)]


def test_an_export_is_safe_in_a_spreadsheet(tmp_path: Path) -> None:
    write(tmp_path / "p" / "nacrt.md", PLAN.replace("Topli obroki", "=cmd()"))
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        assert library.export("measures", tmp_path / "m.csv") == 2
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["text"].startswith("'=cmd()")
    assert rows[1]["source"] == "p/nacrt.md"


def test_importing_does_no_work() -> None:
    code = "import sys, rinsearch; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.startswith("rinsearch")}
    assert ours == {"rinsearch"}
    assert not {"spacy", "pdfplumber", "numpy", "whoosh"} & set(done.stdout.split())


def test_the_library_loads_neither_spacy_nor_the_readers_until_it_reads() -> None:
    code = "import sys; from rinsearch import Library, analyse, doctor; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rinsearch.library.library" in done.stdout.split()
    assert not {"spacy", "pdfplumber", "pypdfium2", "lxml"} & set(done.stdout.split())
