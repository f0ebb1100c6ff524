"""Lines that tesseract passed over: told from rules, pictures and stamps by their ink alone."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from PIL import Image, ImageDraw

from rinsearch.extract.ocr.lines import Tilt
from rinsearch.extract.ocr.missed import with_missed
from rinsearch.extract.ocr.words import Word

SIZE, LEADING, LEFT, WIDTH = 45, 60, 200, 1600  # pixels: 11 points at 300 dpi
WORD, BLANK = 140, 15


def page(lines: Iterable[tuple[int, int]], slope: float = 0.0) -> Image.Image:
    """A page with words of strokes: each line has its height and how many words it has."""
    made = Image.new("L", (2000, 1600), 245)
    for top, count in lines:
        for word in places(top, count, slope):
            for stroke in range(word.left, word.right, 8):
                ImageDraw.Draw(made).rectangle((stroke, word.top, stroke + 4, word.bottom), fill=20)
    return made


def places(top: int, count: int = 10, slope: float = 0.0, name: str = "") -> list[Word]:
    """The words of a line."""
    found = []
    for number in range(count):
        left = LEFT + number * (WORD + BLANK)
        down = top + round(slope * (left + WORD / 2 - 1000))
        found.append(Word(f"{name}{number}", left, down, left + WORD, down + 30, 96.0, ("1", "1", name or str(top))))
    return found


class Reader:
    """Reads what it is told to, and keeps what it was given."""

    def __init__(self, words: Sequence[Word] = ()) -> None:
        self.words = list(words)
        self.given: list[Any] = []

    def __call__(self, block: Any) -> list[Word]:
        self.given.append(block)
        return self.words


def texts(words: Iterable[Word]) -> list[str]:
    """The lines by their first words."""
    return [word.text for word in words if word.text.endswith("0")]


@pytest.mark.parametrize("slope", [0.0, 0.026, -0.026])
def test_a_line_that_was_passed_over_comes_between_its_neighbours(slope: float) -> None:
    picture = page([(300, 10), (360, 10), (420, 1), (480, 10)], slope)
    words = [*places(300, slope=slope, name="a"), *places(480, slope=slope, name="d")]
    first, second = (
        [Word(f"{name}{n}", 30 + n * 155, top, 170 + n * 155, top + 30, 96.0, ("1", "1", name)) for n in range(count)]
        for name, top, count in (("b", 27, 10), ("c", 87, 1))
    )
    reader = Reader([*first, *second])
    found = with_missed(picture, words, Tilt(slope, 1000, SIZE), reader)
    assert texts(found) == ["a0", "b0", "c0", "d0"]
    (block,) = reader.given
    assert block.width == pytest.approx(WIDTH, abs=120)
    assert block.height == pytest.approx(150, abs=40)
    for word in found:
        if word.text.startswith("b"):
            (true,) = [each for each in places(360, slope=slope, name="b") if each.text == word.text]
            assert abs(word.left - true.left) < 12
            assert abs(word.top - true.top) < 12


def test_what_is_no_line_is_not_looked_at_again() -> None:
    picture, reader = page([(300, 10)]), Reader()
    pen = ImageDraw.Draw(picture)
    for across in range(200, 1800, 200):
        pen.line((across, 500, across, 1500), fill=0, width=4)
    pen.line((200, 700, 1800, 700), fill=0, width=8)
    pen.rectangle((300, 800, 900, 1200), fill=90)
    assert with_missed(picture, places(300), Tilt(0.0, 1000, SIZE), reader) == places(300)
    assert reader.given == []


@pytest.mark.parametrize(
    ("count", "confidence"), [(1, 96.0), (5, 40.0)], ids=["one word of a stamp", "a signature, hardly recognised"]
)
def test_what_may_be_no_line_is_left_out(count: int, confidence: float) -> None:
    picture = page([(300, 10), (700, 4)])
    words = [Word("x", n * 155, 27, n * 155 + 140, 57, confidence, ("1", "1", "1")) for n in range(count)]
    reader = Reader(words)
    assert with_missed(picture, places(300), Tilt(0.0, 1000, SIZE), reader) == places(300)
    assert len(reader.given) == 1


def test_words_that_are_there_do_not_come_twice() -> None:
    picture = page([(300, 10), (360, 10)])
    words = [Word("x", 30 + n * 155, -33, 170 + n * 155, -3, 96.0, ("1", "1", "1")) for n in range(10)]
    assert with_missed(picture, places(300), Tilt(0.0, 1000, SIZE), Reader(words)) == places(300)


def test_a_page_full_of_other_things_is_left_as_it_was_read() -> None:
    picture, reader = page([(300 + 150 * n, 10) for n in range(9)]), Reader()
    assert with_missed(picture, places(300), Tilt(0.0, 1000, SIZE), reader) == places(300)
    assert reader.given == []
