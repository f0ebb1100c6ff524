"""Rules of tables, from paths of every form that programs draw them in."""

import pypdfium2
import pytest

from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.strokes import drawn_on, strokes_of
from rinsearch.extract.pdf.turn import Turn
from tests.extract.pdfs import Sheet, pdf


def strokes(*operators: str) -> set[tuple[int, int, int, int]]:
    page = pypdfium2.PdfDocument(pdf(Sheet(list(operators))))[0]
    found: list[Stroke] = strokes_of(drawn_on(page), Turn.of(page.get_bbox(), page.get_rotation()))
    return {(round(each.left), round(each.top), round(each.right), round(each.bottom)) for each in found}


FRAME = {(10, 642, 110, 642), (10, 742, 110, 742), (10, 642, 10, 742), (110, 642, 110, 742)}


@pytest.mark.parametrize(
    "drawing",
    [
        "10 100 100 100 re S",
        "10 100 m 110 100 l 110 200 l 10 200 l h S",
        "10 100 m 110 100 l 110 200 l 10 200 l s",
        "10 100 m 110 100 l 110 200 l 10 200 l 10 100 l f",
        "10 100 m 110 100 l S 110 100 m 110 200 l S 110 200 m 10 200 l S 10 200 m 10 100 l S",
        "q .5 0 0 .5 10 100 cm 0 0 200 200 re S Q",
        "10 100 100 100 re S 10 100 100 100 re f",
    ],
)
def test_a_frame_has_four_edges_however_it_is_drawn(drawing: str) -> None:
    assert strokes(drawing) == FRAME


def test_several_paths_keep_to_their_own_segments() -> None:
    assert strokes("10 100 100 100 re S", "300 100 m 350 120 l S", "400 50 m 400 90 l S") == {
        *FRAME,
        (400, 752, 400, 792),
    }


@pytest.mark.parametrize(
    "drawing", ["10 100 100 100 re n", "10 100 m 60 200 110 200 160 100 c S", "10 100 2 2 re S", ""]
)
def test_paths_that_are_not_drawn_bent_or_tiny_are_no_rules(drawing: str) -> None:
    assert strokes(drawing) == set()


def test_a_path_around_the_whole_page_is_no_rule() -> None:
    assert strokes("0 0 595 842 re S") == set()
