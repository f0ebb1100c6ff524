"""Web pages: the text and its structure, not the site around it, whatever the markup and the encoding."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract import detect
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Document
from tests.extract.shown import blocks, cells, read, tables

CORPUS = Path(__file__).parents[2] / "corpus"
SENTENCE = "Občinski svet se je seznanil z načrtom na področju socialnega varstva za vso regijo."


def page(body: str, encoding: str = "utf-8") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode(encoding))


def texts(document: Document) -> list[str]:
    return [text for _, text in blocks(document)]


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.html")), ids=lambda path: path.stem)
def test_the_sample_pages_give_their_content_only(path: Path) -> None:
    shown = " ".join(texts(read_bytes(path.read_bytes())))
    assert "VZOREC" in shown or "Nacionalni izvedbeni načrt" in shown
    foreign = ("piškotke", "Domov", "Predpisi", "Natisni", "Aktualno", "Zapora ceste", "pridržane", "dataLayer")
    assert not [word for word in foreign if word in shown]


def test_headings_items_and_lines_keep_their_kinds() -> None:
    document = page(
        "<h1>Vabilo</h1><p>Številka: 1<br>Datum: 5. 10. 2017</p><h3>Dnevni red</h3>"
        "<ol start=3><li>Zapisnik<li>Načrt<ul><li>priloga</ul><li>Razno</ol>"
    )
    assert blocks(document) == [
        ("heading", "Vabilo"),
        ("paragraph", "Številka: 1"),
        ("paragraph", "Datum: 5. 10. 2017"),
        ("heading", "Dnevni red"),
        ("item", "3. Zapisnik"),
        ("item", "4. Načrt"),
        ("item", "• priloga"),
        ("item", "5. Razno"),
    ]


def test_two_breaks_end_a_paragraph_and_source_lines_do_not() -> None:
    assert texts(page(f"{SENTENCE}\n  {SENTENCE}<br>\n<br>{SENTENCE}")) == [f"{SENTENCE} {SENTENCE}", SENTENCE]


def test_merged_cells_stand_wherever_they_reach() -> None:
    document = page(
        "<table><tr><th>Št.</th><th>Ukrep</th><th colspan=2>Nosilec</th></tr>"
        "<tr><td rowspan=2>1</td><td>a</td><td>CSD</td><td>ZD</td></tr>"
        "<tr><td>b</td><td colspan=2>Dom</td></tr></table>"
    )
    (table,) = tables(document)
    assert table.header_rows == 1
    assert cells(table) == [
        ["Št.", "Ukrep", "Nosilec", "Nosilec"],
        ["1", "a", "CSD", "ZD"],
        ["1", "b", "Dom", "Dom"],
    ]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    document = page(f"<table><tr><td><h2>Sklep</h2>{SENTENCE}</td><td>Stran</td></tr><tr><td>Dno</td></tr></table>")
    assert not tables(document)
    assert texts(document) == ["Sklep", SENTENCE, "Stran", "Dno"]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><ul><li>Občina Bloke</li></ul></nav>",
        "<header><h1>Občina Bloke</h1></header>",
        "<aside>Občina Bloke</aside>",
        "<footer>Občina Bloke</footer>",
        "<form><label>Občina Bloke</label><input></form>",
        "<div id='cookieBar'>Občina Bloke</div>",
        "<div class='left main-nav'>Občina Bloke</div>",
        "<div role=navigation>Občina Bloke</div>",
        "<div style='display: none'>Občina Bloke</div>",
        "<ul><li><a href=/1>Občina Bloke</a></li><li><a href=/2>Občina Muta</a></li></ul>",
        "<p><a href=/1>Občina Bloke</a> | <a href=/2>Natisni</a></p>",
        "<script>Občina Bloke</script>",
    ],
)
def test_what_stands_on_every_page_is_left_out(furniture: str) -> None:
    assert texts(page(f"{furniture}<p>{SENTENCE}</p><p>{SENTENCE}</p>")) == [SENTENCE, SENTENCE]


@pytest.mark.parametrize(
    "content",
    [
        "<article><header><h1>Občina Bloke</h1></header></article>",
        "<div class='page-nav'><h1>Občina Bloke</h1></div>",
        "<div class=socialno>Občina Bloke</div>",
        "<ol><li><a href=/1>Občina Bloke</a></li><li><a href=/2>Razno</a></li></ol>",
        "<ul><li><a href=/1.pdf>Občina Bloke</a></li><li><a href=/2.pdf>Vabilo</a></li></ul>",
        f"<ul><li><a href=/1>Občina Bloke: {SENTENCE}</a></li><li><a href=/2>{SENTENCE}</a></li></ul>",
        "<p><a href=/1>Občina Bloke</a></p>",
    ],
)
def test_what_only_looks_like_a_menu_stays(content: str) -> None:
    assert "Občina Bloke" in " ".join(texts(page(f"{content}<p>{SENTENCE}</p>")))


@pytest.mark.parametrize("tag", ["form", "div class=sidebar", "nav", "aside"])
def test_a_frame_around_the_whole_page_is_no_furniture(tag: str) -> None:
    assert texts(page(f"<{tag}><p>{SENTENCE}</p></{tag.split()[0]}><p>Konec.</p>")) == [SENTENCE, "Konec."]


def test_the_main_part_is_taken_where_the_page_names_one() -> None:
    assert texts(page(f"<p>Vreme danes</p><main><p>{SENTENCE}</p><p>{SENTENCE}</p></main>")) == [SENTENCE, SENTENCE]
    assert texts(page(f"<p>{SENTENCE}</p><main></main>")) == [SENTENCE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1250", "iso-8859-1"])
def test_the_encoding_is_told_by_evidence_before_what_is_declared(encoding: str, declared: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    data = f"<html><head>{meta}</head><body><p>Žužemberk, občina, šola, težave</p></body></html>".encode(encoding)
    assert texts(read_bytes(data)) == ["Žužemberk, občina, šola, težave"]


def test_entities_and_old_numbers_become_letters() -> None:
    assert texts(page("<p>Ob&#269;ina &#352;kocjan, &#154;ola &amp; vrtec&hellip; &nbsp;konec</p>", "ascii")) == [
        "Občina Škocjan, šola & vrtec… \xa0konec"
    ]


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert texts(page(f"<div><p>{SENTENCE}<p><b>Sklep<table><tr><td>a<td>b</i></div></span")) == [
        SENTENCE,
        "Sklep",
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ("<p>Občina <b>Semič</b></p>\n<table><tr><td>x</td></tr></table>".encode("cp1250"), "text/html"),
        ("\ufeff  <!-- shranjeno -->\n<HTML>".encode(), "text/html"),
        ("<html><body>šola".encode("utf-16"), "text/html"),
        (b"<meta charset=utf-8><title>Sklep</title></head>", "text/html"),
        (b"<sklep>1</sklep>", "text/plain"),
        (b"< 5 let, <p> je znak", "text/plain"),
    ],
)
def test_pages_are_known_without_a_declaration(data: bytes, media_type: str) -> None:
    assert detect(data) == media_type


START = b"<!DOCTYPE html><html><body>"
HOSTILE = {
    "nested": START + b"<div>" * 100_000 + b"Zapisnik",
    "nested tables": START + b"<table><tr><td>" * 100_000,
    "nested lists": START + b"<ul><li>a" * 100_000,
    "fairly nested": START + b"<font>a" * 1500,
    "attributes": START + b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">x</p>",
    "a giant attribute": START + b"<p class='" + b"nav " * 10**6 + b"'>x</p>",
    "a giant style": START + b"<p style='" + b"display : " * 10**6 + b"'>x</p>",
    "entities": b"<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><html>&b;" + b"&amp;" * 10**6,
    "a file of the system": b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body>&a;",
    "wide cells": START + b"<table>" + b"<tr><th>a</th><td colspan=99999 rowspan=99999>a</td></tr>" * 3000,
    "headers": START + b"<div class=nav>" * 500 + b"<header class=nav>x</header>" * 20_000,
    "signs": START + b"<" * 10**6,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_end_in_a_document_or_our_own_error(name: str) -> None:
    start = time.monotonic()
    with suppress(DamagedFile, LimitExceeded):
        assert "root:" not in " ".join(texts(read_bytes(HOSTILE[name])))
    assert time.monotonic() - start < 20


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        read_bytes(START + b"a" * (17 * 2**20))


TAGS = ("p", "div", "table", "tr", "td", "th", "ul", "ol", "li", "br", "h1", "nav", "a", "b", "pre", "form", "main")
MARKUP = st.lists(st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["svet ", "&#154;"]))


@given(MARKUP)
def test_any_markup_gives_a_document(parts: list[str]) -> None:
    with suppress(ReadError):
        assert read_bytes(("<html>" + "".join(parts)).encode()).pages == 1


def test_items_keep_their_numbers_where_their_text_is_in_paragraphs() -> None:
    items = "".join(f"<li><div></div><p>Točka {n}</p><p>Več o njej.</p></li>" for n in "ab")
    found = [text for _, text in blocks(page(f"<ol>{items}</ol><p>Konec.</p>"))]
    assert found == ["1. Točka a", "Več o njej.", "2. Točka b", "Več o njej.", "Konec."]


@pytest.mark.parametrize(("rows", "found"), [(2, [2]), (6, [7])], ids=["a page laid out by a table", "a table"])
def test_a_table_with_one_in_a_cell_is_data_where_it_has_many_rows(rows: int, found: list[int]) -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    outer = "".join(f"<tr><td>{n}<td>Ukrep {n}" for n in range(rows))
    document = page(f"<table>{outer}<tr><td>x<td>{inner}</table>")
    assert [len(table.rows) for table in tables(document)] == found


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("<dt>Nosilec:<dd>CSD Kranj<dt>Rok<dd>2018", [["Nosilec:", "CSD Kranj"], ["Rok", "2018"]]),
        ("<div><dt>Nosilec<dd>CSD</div><div><dt>Rok<dd>2018</div>", [["Nosilec", "CSD"], ["Rok", "2018"]]),
        ("<dt>CSD<dd>center za socialno delo<dt>RIN<dd>načrt", []),  # a glossary
        ("<dt>Nosilec<dd>CSD Kranj<dd>Karitas<dt>Rok<dd>2018", []),  # two values
        ("<dt>Rok<dd>2018", []),
    ],
)
def test_a_list_of_terms_is_a_form_where_they_are_labels(terms: str, found: list[list[str]]) -> None:
    document = read(f"<!doctype html><meta charset=utf-8><h1>Načrt</h1><p>Za vse.</p><dl>{terms}</dl>")
    assert [row for table in tables(document) for row in cells(table)] == found
