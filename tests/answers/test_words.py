"""Slovene words in tables: forms behind numbers, names of fields and values, nothing in English."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import rinsearch
from rinsearch import Library, Text
from rinsearch.answers import (
    CouncilTable,
    Listing,
    PaperAnalysis,
    dressed,
    name_of,
    outside_table,
    paper_table,
    published_tables,
    rule_name,
    table,
    value_name,
    whole,
)
from rinsearch.answers.naming import COUNTED
from rinsearch.cli.tables import tables
from rinsearch.records import (
    Comparison,
    Councils,
    DocumentKind,
    EventStatus,
    Object,
    Outsider,
    PassageKind,
    Results,
    Status,
)
from rinsearch.registers import totals
from rinsearch.taxonomy import counted, counted_words, members, municipalities
from tests.made import PLAN as PLAN_ID
from tests.made import decision, measure, row
from tests.papers import MEMO, MINUTES, PLAN

# Names of fields, kinds and labels in the code: none of them may stand in a table that people read.
ENGLISH = re.compile(
    r"\b(?:municipality|issuer|region|target_group|kind|status|year|source|document|passage|heading|paragraph|item|row|"
    r"date|session|vote|decision|amount|period|acknowledged|adopted|proposed|scheduled|discussed|minutes|memo|agenda|"
    r"unanimous|for|against|hits|results)\b"
)
RULE = re.compile(r"\b[a-z_]+\.[a-z_-]+\b")  # the name of a rule, or of a file


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 dokumentov"),
        (1, "1 dokument"),
        (2, "2 dokumenta"),
        (3, "3 dokumenti"),
        (4, "4 dokumenti"),
        (5, "5 dokumentov"),
        (11, "11 dokumentov"),
        (12, "12 dokumentov"),
        (101, "101 dokument"),
        (102, "102 dokumenta"),
        (104, "104 dokumenti"),
        (1000, "1000 dokumentov"),
    ],
)
def test_a_word_has_the_form_of_its_number(count: int, words: str) -> None:
    assert counted(count, "document") == words


def test_every_list_has_its_word() -> None:
    assert set(COUNTED.values()) <= set(counted_words())
    for name in COUNTED:
        assert table(Listing(name, ())).summary == counted(0, COUNTED[name])


def test_what_is_only_scheduled_is_a_step_and_no_decision() -> None:
    steps = Listing("decisions", [decision(each) for each in (Status.SCHEDULED, Status.PROPOSED, Status.ADOPTED)])
    assert table(steps).summary == "3 koraki, od tega 1 odločitev"
    assert table(Listing("decisions", steps[:1])).summary == "1 korak, od tega 0 odločitev"
    paper = rinsearch.analyse(Text(MEMO))
    assert "korak" in {row[0] for row in table_of(paper)}
    assert "odločitev" not in {row[0] for row in table_of(paper)}


def test_measures_of_papers_about_a_plan_are_told_apart() -> None:
    named = measure(("romi",), "1")
    own = replace(named, document=replace(named.document, kind=DocumentKind.PLAN))
    assert table(Listing("measures", [own, named])).summary == "2 ukrepa, od tega 1 iz besedil načrtov"
    assert table(Listing("measures", [own])).summary == "1 ukrep"


def table_of(paper: PaperAnalysis) -> tuple[tuple[str, ...], ...]:
    return paper_table(paper, whole).rows


@pytest.mark.parametrize(
    ("took", "total", "words"),
    [
        (0, 21, "seznanjenih 0 od 21 občin (0 %)"),
        (1, 1, "seznanjena 1 od 1 občine (100 %)"),
        (2, 4, "seznanjeni 2 od 4 občin (50 %)"),
        (3, 4, "seznanjene 3 od 4 občin (75 %)"),
    ],
)
def test_the_line_above_a_council_table_agrees_with_its_numbers(took: int, total: int, words: str) -> None:
    found = CouncilTable("rin-sv/zasavska/2017-2020", "zasavska", total, {}, took, took / total, ())
    assert table(found).summary.partition("; ")[0] == f"rin-sv/zasavska/2017-2020: {words}"


def test_a_resolution_that_was_taken_back_is_told_beside_those_withdrawn() -> None:
    rows = tuple(
        replace(row(each, Status.WITHDRAWN), revoked=revoked, conflict=revoked, contrary="3f09c2d1a4b5e6f7.d1")
        for each, revoked in zip(members("zasavska", date(2017, 1, 1)), (False, True, False), strict=False)
    )
    found = dressed(totals("rin-sv/zasavska/2017-2020", "zasavska", rows), CouncilTable)
    counts = f"umaknjeno {len(rows)} (od tega razveljavljeno 1); vrstic z nasprotjem: 1"
    assert table(found).summary.endswith(counts)
    assert [each[1] for each in table(found).rows][:2] == ["umaknjeno", "razveljavljeno, nasprotje"]
    assert table(found).rows[1][-1].startswith("nasprotuje: umaknjeno, 12. 10. 2017, "), "with what, and where"
    chosen = table(replace(found, councils=rows[:1])).summary
    assert chosen.endswith(f"{counts}; izbrane vrstice: 1"), "totals are of all rows"


def test_municipalities_without_a_document_are_counted_too() -> None:
    rows = tuple(row(each, None) for each in members("zasavska", date(2017, 1, 1)))
    found = dressed(totals("rin-sv/zasavska/2017-2020", "zasavska", rows), CouncilTable)
    assert table(found).summary.endswith("(0 %); ni dokumenta 4")


def test_a_measure_shows_its_priority_and_which_groups_only_that_names() -> None:
    shown = table(Listing("measures", [measure(("romi",), "3", ("mladi",)), measure((), None, ("mladi",))]))
    cells = [dict(zip(shown.headings, each, strict=True)) for each in shown.rows]
    assert [(each["področje"], each["ciljne skupine"]) for each in cells] == [("3", "Romi (mladi)"), ("", "(mladi)")]


def test_who_is_no_row_is_told_with_the_reason() -> None:
    ankaran, litija = municipalities()["213"].ref, municipalities()["060"].ref
    since = date(2015, 1, 1)
    outside = (
        Outsider(ankaran, None, since, ()),
        Outsider(litija, "osrednjeslovenska", None, (decision(Status.ADOPTED),)),
    )
    rows = outside_table(replace(totals(PLAN_ID, "jugovzhodna", ()), outside=outside)).rows
    assert rows[0][:3] == ("Ankaran", "ob začetku načrta brez svojega sveta, v tej regiji od 1. 1. 2015", "")
    assert rows[1][:3] == ("Litija", "ob začetku načrta v regiji Osrednjeslovenska", "sprejeto")


@pytest.mark.parametrize(("counts", "words"), [((1, 2, 3, 5), "ohranjen 1, spremenjena 2, novi 3, opuščenih 5")])
def test_the_fates_of_measures_agree_with_their_numbers(counts: tuple[int, int, int, int], words: str) -> None:
    kept, changed, new, dropped = counts
    found = Comparison(PLAN_ID, PLAN_ID, kept, changed, new, dropped, ())
    assert next(published_tables(found)).summary.endswith(f": {words}")


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("dom municipality:Semič", "dom občina:Semič"),
        ("-kind:zapisnik (target_group:romi OR year:2017)", "-vrsta:zapisnik (skupina:romi OR leto:2017)"),
        ('"kind:ness year:2017" dom', '"kind:ness year:2017" dom'),
        ('source:"a kind:b"', 'datoteka:"a kind:b"'),
        ("barva:modra", "barva:modra"),
    ],
)
def test_the_fields_of_a_query_are_shown_in_slovene(read: str, shown: str) -> None:
    found = Results("", read, 2, 0, False, (), {}, None)
    assert table(found).summary == f"2 zadetka za {shown}"


def test_everything_that_is_shown_has_a_slovene_name() -> None:
    for kind in PassageKind:
        assert name_of("passages", kind) != kind.value
    for status in (*Status, *EventStatus):
        assert value_name("decision", status) != status.value
    for each in Object:
        assert name_of("objects", each) != each.value


def test_every_tag_and_its_rule_has_a_slovene_name() -> None:
    text = (
        "Občinski svet Občine Semič se je na 21. redni seji 12. 10. 2017 soglasno seznanil z Regijskim izvedbenim "
        "načrtom na področju socialnega varstva za JV regijo 2017-2020 (številka 032-1/2017-5, 12. člen, 500 EUR): "
        "CSD Trebnje, oseba@obcina.example, 07 555 55 55, pomoč ljudem brez doma."
    )
    found = {tag.label: tag.rule for each in rinsearch.analyse(Text(text), passages=True).passages for tag in each.tags}
    assert len(found) >= 11
    for label, rule in found.items():
        assert name_of("tags", label) != label
        assert rule_name(rule) != rule


def test_no_table_holds_english_words(index: Path) -> None:
    papers = [rinsearch.analyse(Text(text), passages=True) for text in (MINUTES, MEMO, PLAN)]
    with Library(index) as library:
        answers = [
            library.councils(),
            library.measures(),
            library.decisions(),
            library.documents(),
            library.plans(),
            library.priorities(),
            library.municipalities("JV"),
            library.search("načrt", municipality="Semič", facets=("kind", "year")),
            library.stats(),
        ]
        answers += [library.passage(f"{each.id}.{number}") for each in library.documents() for number in (1, 2, 3)]
    shown = [each for answer in (*answers, *papers) for each in tables(answer, lambda text, _: text)]
    assert len(shown) > 12
    for each in shown:
        words = (each.summary, *each.headings, *(cell for row in each.rows for cell in row))
        for text in words:
            bare = RULE.sub(" ", text).replace("rin-sv", "").replace("document.", "")
            assert not ENGLISH.search(bare), text


class Cells(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def test_answers_are_escaped_tables_in_a_notebook(index: Path) -> None:
    evil = MINUTES.replace("Gradivo", "<script>alert(1)</script> <img src=x onerror=y> Gradivo")
    paper = rinsearch.analyse(Text(evil, "<b>.txt"), passages=True)
    shown = paper._repr_html_()
    with Library(index) as library:
        first = library.documents()[0].id
        pages = [shown, library.document(first)._repr_html_(), library.passage(f"{first}.1")._repr_html_()]
    for page in pages:
        reader = Cells()
        reader.feed(page)
        assert set(reader.found) <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert "tr" in reader.found
    assert "&lt;script&gt;" in shown
    assert "&lt;b&gt;" in shown


def test_a_paper_that_cannot_be_read_shows_its_reason_in_a_notebook(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02" * 100)
    assert "a.bin" in rinsearch.analyse_all([tmp_path])._repr_html_()


def test_an_analysis_stays_the_same_record() -> None:
    paper = rinsearch.analyse(Text(MEMO))
    assert isinstance(paper, PaperAnalysis)
    assert replace(paper, title="x").title == "x"
    assert dressed(paper, PaperAnalysis) == paper
    assert isinstance(dressed(Councils("p", "r", 0, {}, 0, 0.0, ()), CouncilTable), Councils)


def test_a_row_by_a_persons_word_alone_tells_the_session_too(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "nacrt.md").write_text(PLAN, "utf-8")
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "papers")
        said = library.correct("Kostel", "seznanjen", by="A. Vzorec", reason="po telefonu", session="20. redna")
    found = table(said)
    assert found.rows[0][found.headings.index("seja")] == "20. redna"
