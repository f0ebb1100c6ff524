"""Words of a page of a PDF: where each begins and ends, and which of them go on with a line."""

import re

import pypdfium2
from hypothesis import given
from hypothesis import strategies as some

from rinsearch.extract.pdf.asking import AT_ONCE, argument_of, boxes_of, rights_of, text_of
from rinsearch.extract.pdf.glyphs import HYPHEN_MARKS
from rinsearch.extract.pdf.turn import Turn
from rinsearch.extract.pdf.words import _told_apart, is_plain
from tests.extract.pdfs import Sheet, pdf

WORD = re.compile("[^\\s\u0002\ufffe]*[\u0002\ufffe]|[^\\s\u0002\ufffe]+")
SIGNS = "ač7.-\u0002\ufffe\u00ad \u00a0\t\u2028\x1f"


@given(some.lists(some.text(SIGNS, max_size=12), max_size=8), some.sampled_from(["\r\n", "\n", " \r\n"]))
def test_words_end_at_white_space_of_any_kind_and_behind_hyphens_at_the_ends_of_lines(
    lines: list[str], end: str
) -> None:
    text = end.join(lines)
    texts, firsts, lasts, _ = _told_apart(text)
    found = list(WORD.finditer(text))
    assert [each[0].translate(HYPHEN_MARKS) for each in found] == texts
    assert [each.start() for each in found] == firsts
    assert [each.end() - 1 for each in found] == lasts


@given(some.lists(some.text("ač- ", max_size=6), max_size=8))
def test_the_first_word_after_each_end_of_a_line_begins_one(lines: list[str]) -> None:
    text = "\r\n".join(lines)
    texts, _, _, fresh = _told_apart(text)
    begun = [line.split()[0] for line in lines if line.split()]
    assert [texts[at] for at in fresh] == begun
    assert fresh == sorted(set(fresh))


def test_no_line_begins_behind_a_hyphen_that_stands_at_the_end_of_one() -> None:
    assert _told_apart("pre\u0002dlog\r\nje")[3] == [0, 2]


@given(some.text("abeč .", max_size=30))
def test_three_doubled_letters_are_seen_beside_a_vowel(text: str) -> None:
    assert not is_plain(text + " SSeejjaa " + text)


def test_letters_that_stand_double_in_words_leave_a_page_plain() -> None:
    assert is_plain("Kooperacija vseeno, oddaja. ...... ------ ____ v zoo in vvoz")


def test_more_characters_than_there_is_room_for_have_the_boxes_that_each_has_alone() -> None:
    lines = ["Odsek za nacrt sveta. " * 9 for _ in range(20)]
    with pypdfium2.PdfDocument(pdf(Sheet().lines(20, 800, lines, size=4))) as document:
        page = document[0]
        text = page.get_textpage()
        turn, asked = Turn.of(page.get_bbox(), page.get_rotation()), argument_of(text)
        places = range(2 * AT_ONCE + 7)
        assert len(text_of(asked) or "") > len(places)
        whole = list(zip(*boxes_of(asked, places, turn), strict=True))
        alone = [tuple(side[0] for side in boxes_of(asked, [place], turn)) for place in places]
        assert whole == alone
        assert [box[2] for box in whole] == rights_of(asked, places, turn)
        text.close()
        page.close()
