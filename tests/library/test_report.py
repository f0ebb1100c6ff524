"""The report on a plan: one file, no network, every figure and every claim with a way to a page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from rinsearch import Library
from rinsearch.answers import name_of
from rinsearch.errors import UsageError
from rinsearch.evaluate.labels import LABELS
from tests.figures import astray
from tests.library.read_before import library_of, read_before
from tests.papers import MINUTES, PLAN, write, write_papers


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_before(tmp_path_factory.mktemp("read"), write_four)


@pytest.fixture
def library(read: Path, tmp_path: Path) -> Iterator[Library]:
    with library_of(tmp_path, write_four, read) as made:
        yield made


def write_four(papers: Path) -> Path:
    """The papers of most tests, and one that would like to be HTML."""
    kostel = MINUTES.replace("Semič", "Kostel").replace("mladih", "mladih <script>alert(1)</script>")
    write(write_papers(papers) / "zli <b>.txt", kostel)
    return papers


def written(library: Library, name: str = "porocilo.html") -> tuple[Path, html.HtmlElement]:
    path = library.place.parent / name
    assert library.report(to=path).bytes == path.stat().st_size
    return path, html.fromstring(path.read_text("utf-8"))


def test_every_municipality_is_a_row_with_its_evidence(library: Library) -> None:
    _, page = written(library)
    rows = {row.get("id"): row.text_content() for row in page.xpath("//tbody[starts-with(@id, 'm')]")}
    assert len(rows) == 21
    assert "seznanjen" in rows["m109"]
    assert "Občinski svet Občine Semič se je seznanil" in rows["m109"]
    assert "za\N{NO-BREAK SPACE}11, proti\N{NO-BREAK SPACE}0" in rows["m109"]
    assert "med dokumenti ni nobenega" in rows["m157"]


def test_links_lead_to_the_papers_from_where_the_report_stands(library: Library) -> None:
    (library.place.parent / "objava").mkdir()
    for name in ("porocilo.html", "objava/porocilo.html"):
        path, page = written(library, name)
        links = [link for link in page.xpath("//a/@href") if not link.startswith("#")]
        assert links
        for link in links:
            assert (path.parent / unquote(link.partition("#")[0])).is_file(), link


def test_every_figure_leads_to_what_it_counts(library: Library) -> None:
    _, page = written(library)
    ids = set(page.xpath("//@id"))
    anchors = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert {"councils", "measures", "sources", "m109", "g-romi"} <= set(anchors)
    assert set(anchors) <= ids


def test_priorities_are_listed_with_their_page_and_how_many_measures_they_have(library: Library) -> None:
    _, page = written(library)
    (item,) = page.xpath("//li[@id='f-1']")
    assert item.text_content().startswith("1 Pomoč starejšim (2 ukrepa)")
    assert item.xpath(".//a/@href")


def test_a_measure_tells_who_pays(tmp_path: Path) -> None:
    plan = PLAN.replace("Rok |", "Rok | Finančna sredstva |").replace("|---|\n", "|---|---|\n")
    plan = plan.replace("2018 |", "2018 | 12.500 EUR |").replace("2019 |", "2019 | občina Metlika |")
    with Library(tmp_path / "index") as library:
        library.ingest(write(tmp_path / "papers" / "nacrt.md", plan).parent)
        _, page = written(library)
    for group, money in (("starejsi", "12.500 EUR"), ("romi", "občina Metlika")):
        (cell,) = page.xpath(f"//h3[@id='g-{group}']/following-sibling::div[1]//tbody/tr/td[6]")
        assert cell.text_content() == money


def test_measures_stand_under_their_groups(library: Library) -> None:
    _, page = written(library)
    (table,) = page.xpath("//h3[@id='g-romi']/following-sibling::div[1]/table")
    assert "Učna pomoč romskim otrokom" in table.text_content()
    assert "CSD Metlika" in table.text_content()


def test_it_needs_no_network_and_runs_nothing(library: Library) -> None:
    path, page = written(library)
    text = path.read_text("utf-8")
    assert not page.xpath("//script | //link | //img | //iframe | //@src")
    assert "<script" not in text
    assert "url(http" not in text
    assert "<b>.txt" not in text, "a file's name is no markup"


def test_a_persons_word_is_shown_as_such(library: Library) -> None:
    library.correct("Metlika", "sprejeto", by="A. Vzorec", reason="po <i>klicu</i>")
    path, page = written(library)
    (row,) = page.xpath("//tbody[@id='m073']")
    assert "sprejeto, ročno" in row.text_content()
    assert "A. Vzorec" in row.text_content()
    assert "<i>" not in path.read_text("utf-8")


def test_quality_and_how_it_was_made_are_told(library: Library) -> None:
    _, page = written(library)
    (made,) = page.xpath("//h2[@id='made']/following-sibling::table")
    assert "seznanitev" in made.text_content()


def test_a_report_is_html_in_a_folder_that_is_there(library: Library) -> None:
    with pytest.raises(UsageError, match=r"\.html"):
        library.report(to=library.place.parent / "a.pdf")
    with pytest.raises(UsageError, match="folder"):
        library.report(to=library.place.parent / "nowhere" / "a.html")


def test_papers_that_have_gone_are_named_without_a_link(library: Library) -> None:
    for path in (library.place.parent / "papers").rglob("*.txt"):
        path.unlink()
    _, page = written(library)
    (row,) = page.xpath("//tbody[@id='m109']")
    assert "papers/semic/zapisnik.txt" in row.text_content()
    assert row.xpath(".//a/@href") == ["#p109"]


def test_a_plan_without_its_own_text_says_so(tmp_path: Path) -> None:
    write(tmp_path / "p" / "a.txt", MINUTES)
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        library.report(to=tmp_path / "a.html")
    assert "Med dokumenti ni besedila z ukrepi" in (tmp_path / "a.html").read_text("utf-8")


def test_who_is_no_row_and_what_a_conflict_is_with_are_told(tmp_path: Path) -> None:
    old = MINUTES.replace("jugovzhodno", "zasavsko").replace("2017-2020", "2014-2016")
    old = old.replace("Semič", "Trbovlje").replace("SEMIČ", "TRBOVLJE")
    write(tmp_path / "p" / "a.txt", old)
    no = "ne sprejme Regijskega izvedbenega načrta"
    write(tmp_path / "p" / "b.txt", old.replace("se je seznanil z Regijskim izvedbenim načrtom", no))
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        library.report(to=tmp_path / "a.html")
    text = html.fromstring((tmp_path / "a.html").read_bytes()).text_content()
    assert "Litija (ob začetku načrta v regiji Osrednjeslovenska, v tej regiji od 1. 1. 2015)" in text
    assert "dokumenti si nasprotujejo: zavrnjeno, 12. 10. 2017: " in text


def test_the_case_number_stands_in_the_row(library: Library) -> None:
    numbered = (
        MINUTES.replace("Semič", "Mirna Peč")
        .replace("SEMIČ", "MIRNA PEČ")
        .replace("OBČINA", "Številka: 032-5/2017-9\n\nOBČINA", 1)
    )
    write(library.place.parent / "papers" / "mirna-pec.txt", numbered)
    library.ingest(library.place.parent / "papers")
    _, page = written(library)
    [row] = [each for each in page.xpath("//tbody[@id]") if "Mirna Peč" in each.text_content()]
    assert "032-5/2017-9" in row.text_content()


def test_a_standing_leads_to_its_rows_and_a_number_of_papers_to_these(library: Library) -> None:
    _, page = written(library)
    [took, standing] = [each for each in page.xpath("//ul[@class='standings']/li") if "#m109" in each.xpath("a/@href")]
    assert took.text_content().startswith("z načrtom seznanjeni: ")
    assert standing.text_content().startswith("seznanjen: ")
    (count,) = page.xpath("//tbody[@id='m109']//a[@href='#p109']")
    papers = page.xpath("//li[@id='p109']//a")
    assert len(papers) == int(count.text_content()) > 0


def test_marks_of_the_timeline_lead_to_papers_and_all_acts_are_listed(library: Library) -> None:
    path, page = written(library)
    marks = page.xpath(
        "//*[local-name()='svg'][@aria-label='Pot načrta po občinskih svetih']//*[local-name()='a']/@href"
    )
    assert marks
    for link in marks:
        assert link == "#undated" or (path.parent / unquote(link.partition("#")[0])).is_file(), link
    rows = page.xpath("//h2[@id='timeline']/following-sibling::details[1]//tbody/tr")
    assert len(rows) == len(library.timeline())


def test_what_is_measured_has_slovene_names() -> None:
    assert {label for label in LABELS if name_of("measured", label) == label} == set()


def test_the_plan_stands_first_among_the_sources(library: Library) -> None:
    _, page = written(library)
    sources = page.xpath("//h2[@id='sources']/following-sibling::div[1]//tbody/tr")
    assert sources[0].text_content().split()[0] == "načrt", "though it has no day"
    assert len(sources) == 4


def test_sessions_that_were_seen_lead_to_their_papers_and_those_between_them_to_what_was_looked_at(
    tmp_path: Path,
) -> None:
    for number, day in (("21", "12. 10. 2017"), ("24", "8. 2. 2018")):
        text = MINUTES.replace("21. redne", f"{number}. redne").replace("12. 10. 2017", day)
        write(tmp_path / "p" / f"{number}.txt", text)
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "p")
        _, page = written(library)
    (seen,) = page.xpath("//tbody[@id='m109']//p[starts-with(., 'Pregledane seje')]")
    assert (
        seen.text_content()
        == "Pregledane seje od prošnje dalje: 21. redna, 24. redna; ni gradiv za redne seje: 22., 23."
    )
    assert seen.xpath("a/@href") == ["p/21.txt", "p/24.txt", "#p109"]


def test_a_measure_without_priority_and_group_is_listed_all_the_same(tmp_path: Path) -> None:
    plan = PLAN.replace("## Prednostno področje 1: Pomoč starejšim\n", "").replace("| starejši |", "|  |")
    plan = plan.replace("Topli obroki za starejše na podeželju", "Obnova strehe na stavbi centra")
    with Library(tmp_path / "index") as library:
        library.ingest(write(tmp_path / "papers" / "nacrt.md", plan).parent)
        path, page = written(library)
    (area,) = page.xpath("//li[@id='f-none']")
    assert area.text_content().strip().startswith("brez področja (2 ukrepa)")
    (table,) = page.xpath("//table[@id='g-none-all']")
    assert "Obnova strehe" in table.text_content()
    assert astray(page, path) == []


def test_a_persons_word_leads_to_the_file_that_holds_it(library: Library) -> None:
    library.correct("Metlika", "sprejeto", by="A. Vzorec", reason="po klicu", date="5. 12. 2017", session="12. redna")
    path, page = written(library)
    for words in ("5. 12. 2017", "12. redna", "popravil: A. Vzorec"):
        (link,) = page.xpath("//tbody[@id='m073']//a[starts-with(., $words)]/@href", words=words)
        assert (path.parent / unquote(link)).name == "corrections.csv"
    assert astray(page, path) == []
