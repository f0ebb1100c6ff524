"""Rich text: letters in code pages and by number, tables, labels, notes, damaged and hostile files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.rtf import read_rtf
from rinsearch.records import Block
from tests.extract.office.word import blocks, grid, pages, tables, texts

FONTS = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fswiss\fcharset238 Arial CE;}{\f2\ftech\fcharset2 Symbol;}}"


def read(body: str, head: str = r"\rtf1\ansi\ansicpg1252" + FONTS) -> Contents:
    return read_rtf(f"{{{head}{body}}}".encode("latin-1"), ReadOptions())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"ob\u269?ina \u352\'8aempeter", "občina Šempeter"),
        (r"\f1 ob\'e8ina \'8aempeter \'9eup\'e1n", "občina Šempeter župán"),
        (r"\uc2\u269\'c4\'8dina", "čina"),
        (r"{\uc0\u269}ina", "čina"),
        (r"\u-10180?\u-8273?", "🎯"),
        (r"\u-10179? sam", "sam"),
        (r"sez\-nanil EU\_sklad 20~%\'7d\{\}", "sez\u00adnanil EU-sklad 20~%}{}"),
        (r"2017\endash 2020 \bullet\tab konec", "2017–2020 •\tkonec"),
        (r"vidno {\v skrito} {\deleted staro}{\*\neznano x}konec", "vidno  konec"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt povezava}}{\pict 00ff}{\*\bkmkstart a}", "povezava"),
        (r"{\f2\'b7} to\f0\'e8", "• toè"),
        ("pre\r\nlom", "prelom"),
        (r"{\bin4 {}{}a}b", "ab"),
    ],
)
def test_letters_are_read(body: str, text: str) -> None:
    assert texts(read(body)) == [text]


def test_western_fonts_mean_the_code_page_of_the_file() -> None:
    assert texts(read(r"\f0 ob\'e8ina", r"\rtf1\ansi\ansicpg1250" + FONTS)) == ["občina"]
    assert texts(read(r"ob\'e8ina", r"\rtf1\ansi\ansicpg1250")) == ["občina"]
    assert texts(read("a", r"\rtf1\ansi\ansicpg99999")) == ["a"]


def test_paragraphs_lines_headings_and_items() -> None:
    sheet = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b Poglavje;}{\s2 heading 2;}{\s3 toc 1;}}"
    body = (
        r"\pard\s1 Zapisnik\par\pard\s2 Uvod\par\pard\s3 Uvod 3\par\pard\outlinelevel2 Stanje\par"
        r"\pard\plain prva\line druga\par {\b Predlog sklepa}\par"
        r"\pard{\listtext\pard\plain\f2 \'b7\tab}otroci\par{\pntext 1.\tab}prvi\par"
    )
    found = read(sheet + body)
    assert blocks(found) == [
        ("heading", "Zapisnik"),
        ("heading", "Uvod"),
        ("contents", "Uvod 3"),
        ("heading", "Stanje"),
        ("paragraph", "prva / druga"),
        ("heading", "Predlog sklepa"),
        ("item", "• otroci"),
        ("item", "1. prvi"),
    ]
    assert [part.level for part in found.parts if isinstance(part, Block)][:4] == [1, 2, None, 3]


def test_notes_headers_and_footers_are_told_apart() -> None:
    body = r"{\header Občina\par}{\headerl Občina\par}{\footer stran}Prebivalci{\footnote vir} so.\par Konec"
    assert blocks(read(body.replace("č", r"\u269?"))) == [
        ("header", "Občina"),
        ("paragraph", "Prebivalci so."),
        ("footnote", "vir"),
        ("paragraph", "Konec"),
        ("footer", "stran"),
    ]


ROW = r"\trowd\cellx1000\cellx2000\pard\intbl "


def test_rows_and_cells_are_a_table() -> None:
    body = rf"{ROW}Ukrep\cell Rok\cell\row {ROW}obroki\par za starej\u353?e\cell 2018\cell\row\pard Konec\par"
    found = read(body)
    assert grid(found) == [["Ukrep", "Rok"], ["obroki / za starejše", "2018"]]
    assert texts(found) == ["Konec"]


def test_merged_cells_stand_wherever_they_reach() -> None:
    body = (
        r"\trowd\cellx1000\cellx3000\pard\intbl Ukrep\cell Rok\cell\row"
        r"\trowd\clvmgf\cellx1010\cellx2000\cellx3000\pard\intbl obroki\cell 2017\cell 2018\cell\row"
        r"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl\cell 2019\cell\cell\row"
    )
    assert grid(read(body)) == [["Ukrep", "Rok", "Rok"], ["obroki", "2017", "2018"], ["obroki", "2019", "2019"]]


def test_header_rows_are_told_by_their_marks() -> None:
    row = r"\trowd\trhdr\cellx1\cellx900\cellx1800\pard\intbl a\cell b\cell c\cell\row"
    (only,) = tables(read(row + row + row.replace(r"\trhdr", "")))
    assert only.header_rows == 2


def test_pages_are_unknown_unless_the_count_agrees() -> None:
    body = r"prva\par\page druga\par"
    assert pages(read(body)) == [None, None]
    assert pages(read(r"{\info{\author x}\nofpages2}" + body)) == [1, 2]
    with pytest.raises(LimitExceeded):
        read_rtf(rb"{\rtf1 " + rb"\page " * 9 + b"}", ReadOptions(pages=5))


def test_cut_files_give_what_is_there() -> None:
    whole = (ROW + r"Ukrep\cell Rok\cell\row\pard Konec {\b krepko").encode()
    found = read_rtf(b"{\\rtf1 " + whole, ReadOptions())
    assert texts(found) == ["Konec krepko"]
    assert texts(read_rtf(rb"{\rtf1 a}}}} b", ReadOptions())) == ["a b"]


def test_hostile_files_end_in_our_own_errors() -> None:
    with pytest.raises(DamagedFile, match="deeply"):
        read_rtf(b"{" * 100_000, ReadOptions())
    with pytest.raises(LimitExceeded, match="columns"):
        read_rtf(rb"{\rtf1" + rb"\cellx1" * 1000, ReadOptions())
    with pytest.raises(LimitExceeded, match="columns"):
        read_rtf(rb"{\rtf1" + rb"\cell" * 1000, ReadOptions())


WORDS = r"""
{ } \cell \row \trowd \cellx900 \clvmrg \clmrg \intbl \pard \par \u269? \u-10179 \'e8 \* \bin3 \footnote \header
\ab beseda \listtext \stylesheet \s1 \fonttbl \f1 \fcharset238 \page \uc9 \shptxt \info \nofpages2 \line \deleted
\b \fs-9 \outlinelevel99
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=60))
def test_any_words_in_any_order_give_a_document_or_our_own_error(words: list[str]) -> None:
    try:
        found = read(" ".join(words))
    except ReadError:
        return
    str(found).encode()
