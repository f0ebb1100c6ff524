"""Office files of any contents give a document or our own error: elements in any order, bytes spoiled anywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch.codec import to_json
from rinsearch.errors import ReadError
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office import read_docx, read_odt
from rinsearch.extract.readers import read_bytes
from rinsearch.passages import split
from rinsearch.records import Table
from tests.extract.office.opened import opened
from tests.extract.office.word import word

CORPUS = Path(__file__).parents[3] / "corpus"
WORD = """
w:p w:r w:t w:tbl w:tr w:tc w:tcPr w:trPr w:pPr w:rPr w:sdt w:sdtContent w:ins w:del w:sectPr w:br w:fldChar w:drawing
w:lastRenderedPageBreak w:txbxContent mc:AlternateContent mc:Choice w:gridSpan w:vMerge w:numPr w:numId
w:footnoteReference w:hMerge
"""
OPENED = """
text:p text:h text:span text:list text:list-item text:note text:note-body text:s text:tab text:soft-page-break
draw:frame table:table table:table-row table:table-cell table:covered-table-cell table:table-header-rows
draw:text-box text:section
"""
NUMBERS = st.sampled_from(["", "0", "-3", "2", "7", "999999999999", "x", "continue"])


def trees(names: str, attribute: str) -> st.SearchStrategy[str]:
    """Elements of these names within one another, with text, each with an attribute."""

    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        parts = st.tuples(st.sampled_from(names.split()), NUMBERS, st.lists(inner, max_size=4))
        return parts.map(lambda got: f'<{got[0]} {attribute}="{got[1]}">{"".join(got[2])}</{got[0]}>')

    return st.recursive(st.sampled_from(["", "svet", " sklep "]), element, max_leaves=40)


def check(read: Callable[[bytes, ReadOptions], Contents], data: bytes) -> None:
    try:
        found = read(data, ReadOptions())
    except ReadError:
        return
    assert to_json(found)
    for part in found.parts:
        if isinstance(part, Table):
            assert len({len(row) for row in part.rows}) == 1
            assert 0 <= part.header_rows <= len(part.rows)
        else:
            assert part.lines


@settings(max_examples=150, deadline=None)
@given(trees(WORD, "w:val"))
def test_any_elements_of_word(body: str) -> None:
    check(read_docx, word(body))


@settings(max_examples=150, deadline=None)
@given(trees(OPENED, "table:number-columns-repeated") | trees(OPENED, "table:number-rows-spanned"))
def test_any_elements_of_opendocument(body: str) -> None:
    check(read_odt, opened(body))


SAMPLES = sorted([*CORPUS.rglob("*.docx"), *CORPUS.rglob("*.odt")])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SAMPLES), st.floats(0, 1), st.binary(max_size=20))
def test_bytes_spoiled_anywhere(path: Path, where: float, spoil: bytes) -> None:
    data = bytearray(path.read_bytes())
    at = int(where * len(data))
    data[at : at + len(spoil)] = spoil
    check(read_odt if path.suffix == ".odt" else read_docx, bytes(data))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_papers_of_the_corpus_become_passages(path: Path) -> None:
    passages, _ = split(read_bytes(path.read_bytes()))
    assert len(passages) > 5
