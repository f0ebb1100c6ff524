"""Every figure of the reports of the sample corpus can be clicked back to what it counts, and to a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from rinsearch import Library
from tests.figures import astray

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[1]
JV = "rin-sv/jugovzhodna/2017-2020"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("figures") / "index") as opened:
        opened.ingest(ROOT / "corpus")
        yield opened


@pytest.fixture(scope="module")
def report(library: Library) -> tuple[Path, str]:
    path = library.place.parent / "porocilo.html"
    library.report(JV, to=path)
    return path, path.read_text("utf-8")


def test_every_figure_of_every_report_leads_to_what_it_counts(library: Library) -> None:
    path = library.place.parent / "vsak.html"
    plans = [plan.id for plan in library.plans()]
    assert len(plans) >= 5
    for plan in plans:
        library.report(plan, to=path)
        assert astray(html.fromstring(path.read_text("utf-8")), path) == [], plan


def test_the_figures_of_the_report_are_many_and_their_pages_are_there(report: tuple[Path, str]) -> None:
    page = html.fromstring(report[1])
    links = page.xpath("//*[local-name()='a']/@href")
    assert len([link for link in links if link.startswith("#")]) > 200
    assert len({link for link in links if "#page=" in link}) > 30


@pytest.mark.parametrize(
    ("kept", "damaged", "shown"),
    [
        ('href="#took-note"', 'href="#nowhere"', "#nowhere"),
        ('<a href="#all-measures"><b>40</b>', "<a><b>40</b>", "40"),
        ('<a href="#all-measures"><b>40</b>ukrepov</a>', "<b>40</b>ukrepov", "40"),
        ("#page=14", "#page=99", "#page=99"),
        ("nacrt-2017-2020.pdf#page=14", "nacrt-2017-2030.pdf#page=14", "nacrt-2017-2030.pdf#page=14"),
        ("drugi dokazi: 4", "drugi dokazi: 7", "drugi dokazi: 7"),
        ('<a href="#undated"', '<g href="#undated"', "Brez znanega dne: 2"),
        ('<h2 id="gaps">', '<p>Skupaj: 17</p><h2 id="gaps">', "Skupaj: 17"),
        ('<tr id="g-romi-3">', '<tr id="g-romi-3"></tr><tr>', "Romi"),
    ],
)
def test_a_figure_that_leads_nowhere_is_found(report: tuple[Path, str], kept: str, damaged: str, shown: str) -> None:
    path, text = report
    assert kept in text
    found = astray(html.fromstring(text.replace(kept, damaged, 1)), path)
    assert any(shown in each for each in found), found
