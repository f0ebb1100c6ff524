"""What is published of a plan: a person's word beside the papers, days past, gaps, comparisons, snapshots."""

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from rinsearch import Library
from rinsearch.answers import correction_words
from rinsearch.cli.app import main
from rinsearch.errors import RinsearchError, UnknownName, UsageError
from rinsearch.library.corrections import NAME, add_correction, read_corrections
from rinsearch.library.csvfiles import add_row
from rinsearch.records import Correction
from rinsearch.taxonomy import members
from tests.library.read_before import library_of, read_before
from tests.papers import MINUTES, PLAN, PLAN_ID, write, write_papers

SAID = {"by": "A. Vzorec", "reason": "po zapisniku"}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_before(tmp_path_factory.mktemp("read"), write_papers)


@pytest.fixture
def library(read: Path, tmp_path: Path) -> Iterator[Library]:
    with library_of(tmp_path, write_papers, read) as made:
        yield made


def words_file(library: Library) -> Path:
    return library.place.parent / "papers" / "corrections.csv"


def standing(library: Library, name: str) -> tuple[str | None, str | None, bool]:
    row = next(each for each in library.councils().councils if each.municipality.name == name)
    return row.standing, row.basis, row.conflict


# --- a person's word --------------------------------------------------------------------------------------------------


def test_a_correction_is_written_beside_the_papers_and_seen_at_once(library: Library) -> None:
    shown = library.correct("kostel", "seznanjen", **SAID, date="12. 10. 2017", session="3. redna")
    assert [(row.municipality.name, row.standing, row.took_note) for row in shown.councils] == [
        ("Kostel", "acknowledged", True)
    ]
    assert standing(library, "Kostel") == ("acknowledged", "corrected", False)
    (written,) = csv.DictReader(words_file(library).read_text("utf-8").splitlines())
    assert written["plan"] == "rin-sv/jugovzhodna/2017-2020"
    assert (written["standing"], written["date"], written["found"]) == ("acknowledged", "2017-10-12", "")
    assert written["by"] == "A. Vzorec"


def test_a_word_needs_a_name_and_a_reason(library: Library) -> None:
    with pytest.raises(UsageError, match="--by and --reason"):
        library.confirm("Semič", by="A. Vzorec")
    with pytest.raises(UsageError, match="no row of"):
        library.correct("Ljubljana", "seznanjen", **SAID)
    with pytest.raises(UnknownName):
        library.correct("Semič", "prijazno", **SAID)
    with pytest.raises(UsageError, match="no day"):
        library.correct("Semič", "seznanjen", **SAID, date="lani")
    assert not words_file(library).exists(), "nothing half said is written"


def test_a_confirmed_row_is_flagged_when_new_papers_contradict_it(library: Library) -> None:
    library.confirm("Semič", **SAID)
    assert standing(library, "Semič") == ("acknowledged", "own", False)
    again = MINUTES.replace("21. redne", "23. redne").replace("12. 10. 2017", "14. 12. 2017")
    later = again.replace("se je seznanil z Regijskim izvedbenim načrtom", "ne sprejme Regijskega izvedbenega načrta")
    write(words_file(library).parent / "semic" / "december.txt", later)
    library.ingest(words_file(library).parent)
    assert standing(library, "Semič") == ("rejected", "own", True)


def test_what_a_person_corrected_is_confirmed_as_corrected(library: Library) -> None:
    library.correct("Kostel", "seznanjen", **SAID, date="12. 10. 2017")
    library.confirm("Kostel", by="B. Primer", reason="drugi pogled")
    assert standing(library, "Kostel") == ("acknowledged", "corrected", False)
    library.correct("Kostel", "po dokumentih", **SAID)
    assert standing(library, "Kostel") == (None, None, False), "taken back, and still in the file"
    assert len(words_file(library).read_text("utf-8").splitlines()) == 4


def test_a_word_that_was_taken_back_is_no_confirmation(library: Library) -> None:
    library.correct("Semič", "zavrnjeno", **SAID)
    library.correct("Semič", "po dokumentih", **SAID)
    [row] = [each for each in library.councils().councils if each.municipality.name == "Semič"]
    assert (row.standing, row.basis) == ("acknowledged", "own")
    assert row.correction is not None
    assert row.correction.taken_back
    assert correction_words(row.correction).startswith("preklical popravek: ")
    shown = library.councils().to_pandas().set_index("municipality").loc["Semič"]
    assert not isinstance(shown["corrected_by"], str)


@pytest.mark.parametrize(
    ("said", "row"),
    [("ni dokumenta", (None, "corrected", False)), ("razveljavljeno", ("withdrawn", "corrected", False))],
)
def test_a_person_can_say_what_a_table_says(library: Library, said: str, row: tuple[object, ...]) -> None:
    library.correct("Semič", said, **SAID)
    assert standing(library, "Semič") == row
    assert library.councils().took_note == 0
    assert len(library.councils(standing="razveljavljeno").councils) == (said == "razveljavljeno")
    with pytest.raises(UnknownName, match="razveljavljeno or ni dokumenta"):
        library.correct("Semič", "prijazno", **SAID)


def test_no_one_knows_a_day_to_come(library: Library) -> None:
    with pytest.raises(UsageError, match="still to come"):
        library.correct("Kostel", "seznanjen", **SAID, date="1. 1. 2999")


def test_words_are_kept_when_papers_are_ingested_again_and_the_index_is_rebuilt(library: Library) -> None:
    library.correct("Kostel", "zavrnjeno", **SAID)
    library.ingest(words_file(library).parent)
    library.rebuild()
    assert standing(library, "Kostel")[0] == "rejected"


def test_a_file_of_words_is_read_as_a_spreadsheet_writes_it(library: Library) -> None:
    words_file(library).write_bytes(
        "plan;municipality;standing;date;session;by;on;reason;source;found\r\n"
        "JV 2017;Kostel;seznanjen;12. 10. 2017;;B. Primer;5. 1. 2018;klic;;\r\n".encode("utf-8-sig")
    )
    assert standing(library, "Kostel")[:2] == ("acknowledged", "corrected")
    library.confirm("Semič", **SAID)
    lines = words_file(library).read_bytes().splitlines()
    assert lines[0].startswith(b"\xef\xbb\xbfplan;")
    assert lines[1].startswith(b"JV 2017;Kostel"), "what was there stays as it was"
    assert lines[2].count(b";") == 9


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("JV 2017,Kostel,seznanjen,,,,2018-01-05,klic,,", "The column by is empty"),
        ("JV 2017,Kostel,seznanjen,,,B. Primer,nekoč,klic,,", "line 2"),
        ("JV 2017,Kostell,seznanjen,,,B. Primer,2018-01-05,klic,,", "Kostel"),
        ("JV 2017,Kostel,prijazno,,,B. Primer,2018-01-05,klic,,", "line 2"),
    ],
)
def test_a_wrong_word_is_told_with_its_line(library: Library, row: str, told: str) -> None:
    words_file(library).write_text(
        f"plan,municipality,standing,date,session,by,on,reason,source,found\n{row}\n", "utf-8"
    )
    with pytest.raises(UsageError) as error:
        library.councils()
    assert told in str(error.value)


def test_where_to_write_is_asked_where_there_are_several_folders(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "more" / "a.txt", MINUTES.replace("Semič", "Metlika"))
    library.ingest(tmp_path / "more")
    with pytest.raises(UsageError, match="several folders"):
        library.confirm("Semič", **SAID)
    (tmp_path / "more" / "corrections.csv").write_text("", "utf-8")
    library.confirm("Semič", **SAID)
    assert "Semič" in (tmp_path / "more" / "corrections.csv").read_text("utf-8")


def test_words_said_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    said = [
        Correction(PLAN_ID, each, None, None, None, "A", date(2018, 1, 5), "b", None, None)
        for each in members("koroska")
    ]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(partial(add_correction, tmp_path), said))
    assert {each.municipality for each in read_corrections(tmp_path / NAME)} == set(members("koroska"))
    assert [each.name for each in tmp_path.iterdir()] == [NAME], "and nothing lies beside them"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_lock_that_is_another_user_s_can_be_taken_and_one_that_cannot_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    said = Correction(PLAN_ID, members("koroska")[0], None, None, None, "A", date(2018, 1, 5), "b", None, None)
    (tmp_path / "papers").mkdir()
    add_correction(tmp_path / "papers", said)
    (lock,) = tmp_path.glob("rinsearch-*.lock")
    assert lock.stat().st_mode & 0o777 == 0o666
    lock.unlink()
    lock.mkdir()
    with pytest.raises(UsageError, match="cannot be locked"):
        add_correction(tmp_path / "papers", said)


def test_a_column_that_is_missing_is_told_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("plan,municipality\n", "utf-8")
    with pytest.raises(UsageError, match="no column 'by'"):
        add_row(path, ("plan", "municipality", "by"), {"plan": "a", "by": "b"})
    assert path.read_text("utf-8") == "plan,municipality\n"
    assert len(list(tmp_path.iterdir())) == 1


# --- the table in other lights ----------------------------------------------------------------------------------------


def test_rows_are_limited_and_totals_are_not(library: Library) -> None:
    whole = library.councils()
    assert [row.municipality.name for row in library.councils(took_note=True).councils] == ["Semič"]
    assert [row.municipality.name for row in library.councils(standing="predlagano").councils] == ["Kočevje"]
    assert len(library.councils(pending=True).councils) == 20
    assert library.councils(conflict=True).councils == ()
    missing = library.councils(missing=True)
    assert len(missing.councils) == 19
    assert (missing.total, missing.took_note) == (whole.total, whole.took_note) == (21, 1)


def test_a_day_past_is_a_day(library: Library) -> None:
    assert library.councils(as_of="6. 10. 2017").standings == {"proposed": 1}
    assert library.councils(as_of="2017-09").standings == library.councils(as_of="2016").standings == {}
    assert library.councils(as_of="2017").took_note == 1, "at its end"
    with pytest.raises(UsageError, match="no day"):
        library.councils(as_of="včeraj")


def test_a_table_of_a_day_past_says_so(library: Library) -> None:
    past, now = library.councils(as_of="6. 10. 2017"), library.councils()
    assert (past.as_of, now.as_of) == (date(2017, 10, 6), None)
    assert "po gradivih do 6. 10. 2017" in repr(past)
    assert "po gradivih do 6. 10. 2017" in past.picture()
    assert "po gradivih" not in repr(now) + now.picture()


def test_words_said_later_do_not_count_on_a_day_past(library: Library) -> None:
    library.correct("Kostel", "seznanjen", **SAID)
    assert library.councils(as_of="2017-12-31").took_note == 1


def test_coverage_of_a_day_past_knows_no_later_session(library: Library) -> None:
    def sessions(day: str) -> int:
        rows = library.councils(coverage=True, as_of=day).councils
        return sum(len(row.coverage.sessions) for row in rows if row.coverage)

    assert (sessions("2017-10-11"), sessions("2017-10-12")) == (1, 2)  # the memo, then the minutes


def test_changes_of_a_plan_that_no_paper_speaks_of_any_more_are_told(library: Library, tmp_path: Path) -> None:
    library.snapshot(to=tmp_path / "t.json")
    shutil.rmtree(tmp_path / "papers")
    write(tmp_path / "papers" / "a.txt", "Nič.")
    library.ingest(tmp_path / "papers")
    assert len(library.plans()) == 0
    found = library.changes(tmp_path / "t.json").changes
    assert {each.why for each in found if each.municipality} == {"gone_paper"}


def test_rows_by_hand_are_exported_without_the_evidence_of_the_papers(library: Library, tmp_path: Path) -> None:
    library.correct("Semič", "zavrnjeno", **SAID, date="9. 11. 2017")
    library.export("councils", tmp_path / "a.csv", plan="JV 2017")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["municipality"]: row for row in csv.DictReader(file)}
    row = rows["Semič"]
    assert (row["standing"], row["basis"], row["corrected_by"]) == ("rejected", "corrected", "A. Vzorec")
    assert {row[name] for name in ("session_number", "vote_for", "quote", "page", "link", "case_number")} == {""}


def test_coverage_stands_beside_each_row(library: Library) -> None:
    rows = {row.municipality.name: row.coverage for row in library.councils(coverage=True).councils}
    semic = rows["Semič"]
    assert semic
    assert [each.number for each in semic.sessions] == [21]
    assert library.councils().councils[0].coverage is None


def test_pictures_are_drawn(library: Library, tmp_path: Path) -> None:
    library.councils(picture=tmp_path / "map.svg")
    library.timeline(picture=tmp_path / "time.svg")
    for name in ("map.svg", "time.svg"):
        assert "Semič" in "".join(map(str, etree.parse(tmp_path / name).getroot().itertext()))
    with pytest.raises(UsageError, match=r"\.svg"):
        library.councils(picture=tmp_path / "map.png")


def test_measures_are_asked_for_by_deadline_priority_and_provider(library: Library, tmp_path: Path) -> None:
    assert [each.number for each in library.measures(until="2018")] == ["1.1"]
    assert [each.number for each in library.measures(since="2019-01-01")] == ["1.2"]
    assert len(library.measures(year=2031)) == 0
    assert [each.number for each in library.measures(provider="csd")] == ["1.2"]
    assert len(library.measures(priority="starejšim", picture=tmp_path / "m.svg")) == 2
    assert "Romi" in "".join(map(str, etree.parse(tmp_path / "m.svg").getroot().itertext()))


def test_a_matrix_is_of_one_plan(library: Library, tmp_path: Path) -> None:
    write(words_file(library).parent / "stari.md", PLAN.replace("2017-2020", "2014-2016"))
    library.ingest(words_file(library).parent)
    with pytest.raises(UsageError, match="2 plans"):
        library.measures(picture=tmp_path / "m.svg")
    library.measures(plan="JV 2014", picture=tmp_path / "m.svg")


# --- plans ------------------------------------------------------------------------------------------------------------


def test_gaps_have_a_place(library: Library) -> None:
    papers = words_file(library).parent
    write(
        papers / "nacrt.md",
        PLAN + "\nPotrebe: v regiji je vse več brezdomcev.\n\n## Prednostno področje 2: Brezdomci\n",
    )
    library.ingest(papers)
    found = library.gaps()
    assert [each.id for each in found.target_groups] == ["brezdomci"]
    named = found.target_groups[0].named
    assert named
    assert named.quote == library.passage(named.passage).text[named.start : named.end]
    assert len(found.municipalities) == 19


def test_two_plans_are_compared(library: Library) -> None:
    papers = words_file(library).parent
    earlier = PLAN.replace("2017-2020", "2014-2016").replace("na podeželju", "na podeželju in v mestih")
    write(papers / "stari.md", earlier.replace("Učna pomoč romskim otrokom", "Varna hiša za ženske"))
    library.ingest(papers)
    found = library.compare("JV 2014", "JV 2017")
    assert [(pair.fate, bool(pair.before), bool(pair.after)) for pair in found.pairs] == [
        ("kept", True, True),
        ("dropped", True, False),
        ("new", False, True),
    ]
    with pytest.raises(UnknownName):
        library.compare("JV 2009", "JV 2017")


def test_the_timeline_is_in_order_of_days(library: Library) -> None:
    found = [(each.date.isoformat(), each.status) for each in library.timeline() if each.date]
    assert found == sorted(found)
    assert {status for _, status in found} == {"proposed", "acknowledged"}


# --- snapshots --------------------------------------------------------------------------------------------------------


def test_a_snapshot_can_be_checked_and_compared(library: Library, tmp_path: Path) -> None:
    frozen = library.snapshot(to=tmp_path / "t.json")
    assert len(frozen.checksum) == len(frozen.corpus) == 64
    assert frozen.quality["acknowledged"]["cases"] >= 2
    assert library.changes(tmp_path / "t.json").changes == ()
    shutil.rmtree(words_file(library).parent / "semic")
    library.ingest(words_file(library).parent)
    found = library.changes(tmp_path / "t.json").changes
    assert {(each.what, each.before, each.now, each.why) for each in found if each.municipality} >= {
        ("standing", "acknowledged", None, "gone_paper")
    }


def test_an_altered_snapshot_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    library.snapshot(to=path)
    data = json.loads(path.read_text("utf-8"))
    data["table"]["took_note"] = 21
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(UsageError, match="altered"):
        library.changes(path)
    for rubbish in ("", "[]", "{}", "[" * 100_000, '{"plan": 5}'):
        path.write_text(rubbish, "utf-8")
        with pytest.raises(UsageError, match="no snapshot"):
            library.changes(path)
    with pytest.raises(UsageError):
        library.changes(tmp_path / "nothing.json")


def test_a_snapshot_set_anew_is_still_the_same(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    library.snapshot(to=path)
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), sort_keys=True), "utf-8")
    assert library.changes(path).changes == ()


# --- as commands ------------------------------------------------------------------------------------------------------


def test_every_answer_prints_and_has_its_json(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--index", str(library.place)]
    frozen = str(tmp_path / "t.json")
    for command in (
        ["snapshot", "--to", frozen],
        ["correct", "Kostel", "sprejeto", "--by", "A. Vzorec", "--reason", "klic"],
        ["changes", frozen],
        ["gaps"],
        ["compare", "JV 2017", "JV 2017"],
        ["timeline"],
        ["councils", "--coverage", "--took-note"],
    ):
        assert main([*command, *place]) == 0, command
        assert capsys.readouterr().out.strip()
        assert main([*command, *place, "--json"]) == 0, command
        assert json.loads(capsys.readouterr().out)["schema"] == 1


def test_dates_of_changes_are_shown_as_users_write_them(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    path = library.place.parent / "t.json"
    library.snapshot(to=path)
    library.correct("Kostel", "sprejeto", **SAID, date="2017-10-12")
    assert main(["changes", str(path), "--index", str(library.place)]) == 0
    said = capsys.readouterr().out
    assert "12. 10. 2017" in said
    assert "ročni popravek" in said


def test_no_word_is_lost_where_the_file_cannot_be_written(library: Library) -> None:
    words_file(library).mkdir()
    with pytest.raises((RinsearchError, OSError)):
        library.confirm("Semič", **SAID)


# --- in notebooks -----------------------------------------------------------------------------------------------------


def test_answers_show_themselves_in_notebooks_and_become_frames(library: Library, tmp_path: Path) -> None:
    library.snapshot(to=tmp_path / "t.json")
    library.correct("Kostel", "seznanjen", **SAID)
    table, plan = library.councils(), "JV 2017"
    assert repr(table) == f"<council table, {table.plan}: seznanjeni 2 od 21 občin (10 %)>"
    compared, changed = library.compare(plan, plan), library.changes(tmp_path / "t.json")
    for shown in (table, library.gaps(), compared, changed, library.snapshot()):
        assert shown._repr_html_().startswith("<table><caption>")
    for drawn in (table, library.measures(), library.timeline()):
        assert etree.QName(etree.fromstring(drawn.picture()._repr_svg_().encode())).localname == "svg"
    assert list(compared.to_pandas()["fate"]) == ["kept", "kept"]
    assert changed.to_pandas().set_index("what").loc["standing", "now"] == "acknowledged"


# --- what those ask who watch over plans ------------------------------------------------------------------------------


def test_plans_say_how_they_stand(library: Library) -> None:
    (plan,) = library.plans()
    assert (plan.took_note, plan.councils, plan.measures) == (1, 21, 2)
    library.correct("Kostel", "seznanjen", **SAID)
    assert library.plans()[0].took_note == 2, "with a person's word"


def test_measures_of_the_plan_itself_and_those_that_leave_something_unsaid(library: Library) -> None:
    write(
        words_file(library).parent / "porocilo.md", f"# O načrtu\n\n{PLAN.partition('## ')[2]}\n2017-2020 RIN JV regija"
    )
    library.ingest(words_file(library).parent)
    assert {each.document.source for each in library.measures(own=True)} == {"papers/nacrt.md"}
    assert len(library.measures(without="sredstva")) == len(library.measures(without="funding")) >= 2
    assert len(library.measures(without="rok", own=True)) == 0
    with pytest.raises(UnknownName, match="provider or deadline"):
        library.measures(without="barva")


def test_names_stand_in_the_order_of_the_slovene_alphabet(library: Library) -> None:
    names = [each["name"] for each in library.municipalities("jugovzhodna")]
    assert names[0] == "Črnomelj", "and not behind Žužemberk"
    assert names == [row.municipality.name for row in library.councils().councils]
    for name in ("Šentjernej", "Trebnje"):
        paper = MINUTES.replace("SEMIČ", name.upper()).replace("Semič", name)
        write(words_file(library).parent / f"{name}.txt", paper)
    library.ingest(words_file(library).parent)
    assert list(library.stats().issuers) == ["Kočevje", "Semič", "Šentjernej", "Trebnje"]
    assert list(library.stats().years) == ["2017"]


def test_the_groups_below_a_target_group_are_asked_for_or_not(library: Library) -> None:
    plan = PLAN.replace("| Učna pomoč romskim otrokom | Romi |", "| Klub spomina | osebe z demenco |")
    write(library.place.parent / "papers" / "nacrt.md", plan)
    library.ingest(library.place.parent / "papers")
    assert len(library.measures(target_group="starejsi")) == 2
    assert [each.number for each in library.measures(target_group="starejsi", children=False)] == ["1.1"]
    assert len(library.measures(children=False)) == 2
    with pytest.raises(UsageError):
        library.measures(children="da")  # type: ignore[arg-type]


def test_a_day_long_before_the_plan_is_a_slip_of_the_pen(library: Library) -> None:
    with pytest.raises(UsageError, match="long before"):
        library.correct("Kostel", "seznanjen", by="A. Vzorec", reason="po zapisniku", date="12. 10. 1917")
    library.correct("Kostel", "seznanjen", by="A. Vzorec", reason="po zapisniku", date="12. 10. 2016")
    assert library.councils().took_note
