"""Long lines of what measures are made of are read in linear time."""

import time

import pytest

import rinsearch
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.told import provider_and_time, told_fields
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LENGTH = 20_000  # characters: a passage has at most 3,000, a cell of a table may have more
MOST_SECONDS = 4.0  # on a slow machine; what takes quadratic time takes minutes
PARTS = (
    "nosilec ",
    "Rok za izvedbo ",
    "do ",
    "31. 12. ",
    "vsako leto ",
    "Društvo ",
    "Mestna Nova Stara ",
    "(",
    ", ",
    "a b: ",
    "leta 2018 ",
    "vodi ga ",
    "Prioriteta ",
    "ukrep: ",
    "; ",
    "1.1 ",
    "ki ",
    "bo ",
    "šolsko leto ",
    "A",
    "ne ",
    "1.",
)
LINES = ("series-title", "priority-title", "goal-title", "named-measure")
ANYWHERE = ("priorities-named", "measures-follow", "section-of-the-past", "section-of-facts", "planned")


@pytest.mark.parametrize("part", PARTS)
def test_a_long_line_is_read_in_linear_time(part: str) -> None:
    text = part * (LENGTH // len(part))
    start = time.perf_counter()
    labels_in(Passage("x.1", "x", PassageKind.PARAGRAPH, (), text))
    told_fields(text)
    provider_and_time(text, 0, len(text))
    for name in LINES:
        phrase(name).match(text)
    for name in ANYWHERE:
        phrase(name).search(text)
    assert time.perf_counter() - start < MOST_SECONDS


def test_many_tables_with_one_head_are_read_in_linear_time() -> None:
    head = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
    rows = "| Topel obrok {0} | Dom Sonce | 2018 |\n| Prevozi {0} | Karitas | 2019 |\n\nOdstavek besedila.\n\n"
    table = "| Ukrep | Nosilec | Rok |\n|---|---|---|\n" + rows
    start = time.process_time()
    found = rinsearch.analyse(rinsearch.Text(head + "".join(map(table.format, range(500))))).measures
    assert time.process_time() - start < MOST_SECONDS
    assert {each.deadline for each in found} == {"2018", "2019"}
