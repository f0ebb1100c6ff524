"""Every command, with and without --json."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rinsearch.cli import main
from rinsearch.cli.commands import COMMANDS
from rinsearch.cli.printing import print_answer
from rinsearch.records import PassageKind, TaggedPassage
from tests.cli.running import COMMAND, ask, run, surroundings
from tests.papers import PLAN_ID

QUESTIONS = {
    "search": ["dusevno zdravje"],
    "councils": [],
    "measures": ["--target-group", "romi"],
    "decisions": ["--status", "seznanjen"],
    "documents": ["--kind", "zapisnik"],
    "plans": [],
    "priorities": [],
    "groups": [],
    "municipalities": ["koroška"],
    "stats": [],
    "gaps": [],
    "compare": [PLAN_ID, PLAN_ID],
    "timeline": [],
    "verify": [],
    "doctor": [],
}
BUILDING = {"ingest", "rebuild", "export", "analyse", "show", "explain", "demo", "evaluate", "evaluate extraction"} | {
    "evaluate search",
    "save",
    "news",
}
PUBLISHING = {"confirm", "correct", "report", "snapshot", "changes"}  # in tests/library/test_publishing.py


def test_every_command_is_tested_here_or_below() -> None:
    assert set(QUESTIONS) | BUILDING | PUBLISHING == {command.name for command in COMMANDS}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_is_one_object_with_json_and_lines_with_tabs_without(name: str, index: Path) -> None:
    answer = ask(name, *QUESTIONS[name], "--index", index)
    assert str(index.parent) not in json.dumps(answer), "no path of this machine is shown"
    done = run(name, *QUESTIONS[name], "--index", index)
    assert done.returncode == 0
    assert done.stdout.strip()
    assert not done.stderr
    assert "\x1b" not in done.stdout
    assert not set("─│┌┃━") & set(done.stdout)


def test_search_finds_what_was_typed_without_carons(index: Path) -> None:
    [hit] = ask("search", "dusevno zdravje", "--index", index)["hits"]
    start, end = hit["highlights"][0]
    assert hit["passage"]["text"][start:end] == "duševnem"
    assert hit["document"]["source"] == "papers/semic/zapisnik.txt"
    assert hit["document"]["issuer"] == {"code": "109", "name": "Semič"}


def test_the_words_of_a_query_may_be_typed_without_quotation_marks(index: Path) -> None:
    typed = ask("search", "duševno", "zdravje", "načrt:2017-2020", "--index", index)
    assert typed == ask("search", "duševno zdravje načrt:2017-2020", "--index", index)
    assert typed["total"] > 0


def test_search_is_limited_by_filters_and_counts_facets(index: Path) -> None:
    answer = ask("search", "načrt", "--municipality", "Kočevju", "--facets", "kind", "--limit", "1", "--index", index)
    assert {hit["document"]["issuer"]["name"] for hit in answer["hits"]} == {"Kočevje"}
    assert answer["facets"]["kind"][0]["value"] == "memo"


def test_the_council_table_has_a_row_for_every_municipality(index: Path) -> None:
    for plan in ([], [PLAN_ID], ["JV 2017"], ["--plan", "JV 2017"]):
        answer = ask("councils", *plan, "--index", index)
        assert (answer["plan"], answer["total"], answer["took_note"]) == (PLAN_ID, 21, 1)
    rows = {row["municipality"]["name"]: row for row in answer["councils"]}
    assert rows["Semič"]["standing"] == "acknowledged"
    assert rows["Kočevje"]["standing"] == "proposed"
    assert rows["Metlika"]["standing"] is None


def test_texts_in_plain_lines_are_whole(index: Path) -> None:
    lines = run("councils", "--index", index).stdout.splitlines()
    [row] = [line for line in lines if line.startswith("Semič\t")]
    assert row.endswith("za jugovzhodno regijo za obdobje 2017-2020.")


def test_show_prints_a_passage_with_its_page_and_tags_and_a_paper_with_its_reasons(index: Path) -> None:
    [hit] = ask("search", '"romskim otrokom"', "--index", index)["hits"]
    passage = ask("show", hit["passage"]["id"], "--index", index)
    assert passage["text"] == hit["passage"]["text"]
    assert {"target_group"} <= {tag["label"] for tag in passage["tags"]}
    assert "romskim" in run("show", hit["passage"]["id"], "--index", index).stdout
    paper = ask("show", hit["document"]["id"], "--index", index)
    assert paper["kind"] == "plan"
    lines = run("show", hit["document"]["id"], "--index", index).stdout.splitlines()
    assert any(line.startswith("vrsta\tnačrt\t1\tRegijski izvedbeni načrt") for line in lines)
    assert any(line.startswith("ukrep\t1.1 Topli obroki") for line in lines)


def test_analyse_needs_no_index(papers: Path, tmp_path: Path) -> None:
    answer = ask("analyse", papers / "semic", papers / "nacrt.md", cwd=tmp_path)
    assert [paper["source"] for paper in answer["documents"]] == ["papers/nacrt.md", "semic/zapisnik.txt"]
    assert answer["documents"][1]["decisions"][0]["status"] == "acknowledged"
    assert answer["documents"][1]["passages"] == []
    assert not list(tmp_path.iterdir())
    shown = run("analyse", papers / "semic", "--passages", cwd=tmp_path)
    assert shown.returncode == 0
    assert "Občinski svet Občine Semič se je seznanil" in shown.stdout


def test_analyse_lists_a_file_that_cannot_be_read_and_returns_1(papers: Path, tmp_path: Path) -> None:
    (tmp_path / "slika.bin").write_bytes(b"\x00\x01\x02" * 100)
    answer = ask("analyse", papers / "nacrt.md", tmp_path / "slika.bin", code=1)
    bad = next(paper for paper in answer["documents"] if paper["error"])
    assert bad["source"].endswith("slika.bin")
    assert bad["id"] is None
    assert bad["error"]["code"] == "unsupported"
    assert str(tmp_path) not in json.dumps(answer)


def test_export_writes_a_table(index: Path, tmp_path: Path) -> None:
    answer = ask("export", "measures", tmp_path / "m.csv", "--target-group", "romi", "--index", index)
    assert answer == {"schema": 1, "rows": 1}
    assert "Učna pomoč romskim otrokom" in (tmp_path / "m.csv").read_text("utf-8-sig")
    assert run("export", "councils", tmp_path / "c.jsonl", "--index", index).returncode == 0
    assert len((tmp_path / "c.jsonl").read_text("utf-8").splitlines()) == 21


def test_the_index_is_taken_from_the_environment(index: Path) -> None:
    done = run("stats", "--json", env={"RINSEARCH_INDEX": str(index)})
    assert json.loads(done.stdout)["documents"] == 3


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_help_says_what_a_command_does_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Example: rinsearch {name}" in shown
    assert "--json" in shown


def test_the_version_is_printed() -> None:
    assert run("--version").stdout.strip()
    assert run("--help").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="the locales of POSIX")
@pytest.mark.parametrize("surrounding", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1250"}, {"PYTHONUTF8": "0"}])
def test_output_is_utf8_in_every_locale(surrounding: dict[str, str], index: Path) -> None:
    done = run("groups", "--index", index, env=surrounding)
    assert done.returncode == 0
    assert "starejši" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_goes_away_ends_the_output_quietly(index: Path) -> None:
    words = [*COMMAND, "municipalities", "--index", str(index)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings({"PYTHONUNBUFFERED": "1"})
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_what_would_steer_a_terminal_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    passage = TaggedPassage("1.1", 1, None, PassageKind.PARAGRAPH, (), "a\x1b[31mb\x07c\u009bd\te\nf", ())
    print_answer(passage, json=False)
    assert capsys.readouterr().out.splitlines()[2] == "besedilo\ta[31mbcd e f\t\t"


@pytest.mark.parametrize("command", [["search", "zdravje"], ["--help"], ["councils", "JV 2017"]])
def test_asking_loads_neither_the_readers_nor_spacy(command: list[str], index: Path) -> None:
    code = (
        "import sys; from rinsearch.cli import main; main(sys.argv[1:]); "
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    words = [sys.executable, "-c", code, *command, *(["--index", str(index)] if "--help" not in command else [])]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=surroundings({}), check=True)
    loaded = set(done.stderr.split())
    assert "rinsearch" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "pdfplumber", "pypdfium2", "pdfminer", "lxml", "rich"}


def test_groups_below_are_a_flag_and_its_contrary(index: Path) -> None:
    for flag in ([], ["--children"], ["--no-children"]):
        assert ask("measures", "--target-group", "romi", *flag, "--index", index)["total"] == 1


def test_the_help_says_what_a_word_means_in_its_command() -> None:
    def told(command: str) -> str:
        return " ".join(run(command, "--help").stdout.split())

    assert "Last day of the deadline" in told("measures")
    assert "Last day of the deadline" not in told("decisions")
    assert "Where it can be checked" in told("confirm")
    assert ".html" in told("report")
