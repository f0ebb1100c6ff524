"""OpenDocument texts: headings, lists, tables, spaces, notes, pages; made by hand and by odfpy."""

import io
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentText
from odf.text import H, P

from rinsearch.errors import DamagedFile, LimitExceeded, UnsupportedFormat
from rinsearch.records import Block
from tests.extract.office.opened import COVERED, listed, opened, read, root, style, table, tc
from tests.extract.office.opened import p as par
from tests.extract.office.word import blocks, grid, packed, pages, tables, texts

CORPUS = Path(__file__).parents[3] / "corpus"


def heading(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


# --- headings and text ------------------------------------------------------------------------------------------------


def test_headings_are_told_by_their_level_their_style_and_their_look() -> None:
    automatic = style("T1", '<style:text-properties fo:font-weight="bold"/>', "text") + style(
        "P1", '<style:text-properties fo:font-size="150%"/>', more='style:parent-style-name="Standard"'
    )
    styles = style("Standard", '<style:text-properties fo:font-size="11pt"/>') + style("Naslov_20_2")
    text = (
        heading("Uvod", 3)
        + par("Ukrepi in cilji", "Naslov_20_2")
        + par('<text:span text:style-name="T1">Predlog</text:span>')
        + par("Načrt regije", "P1")
        + par("Besedilo predloga stoji tukaj. " * 20)
    )
    found = read(opened(text, automatic, styles))
    levels = [part.level for part in found.parts if isinstance(part, Block)]
    assert levels == [3, 2, 3, 1, None]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    text = heading("Uvod") + heading("Stanje", 2) + heading("Cilji", 2) + heading("Ukrepi") + heading("Prvi", 2)
    assert texts(read(opened(text, styles=outline))) == [
        "I. Uvod",
        "I.1 Stanje",
        "I.2 Cilji",
        "II. Ukrepi",
        "II.1 Prvi",
    ]


def test_spaces_tabs_and_breaks() -> None:
    text = par('  prva \n vrsta<text:s text:c="2"/>tu<text:tab/>tam<text:line-break/>druga <text:a>vrsta</text:a>.')
    assert texts(read(opened(text))) == ["prva vrsta  tu\ttam / druga vrsta."]


def test_deleted_text_annotations_and_hidden_text_are_left_out() -> None:
    tracked = f"<text:tracked-changes><text:changed-region>{par('staro')}</text:changed-region></text:tracked-changes>"
    hidden = style("T9", '<style:text-properties text:display="none"/>', "text")
    text = tracked + par(
        'Svet <text:change text:change-id="c1"/>potrdi<office:annotation>'
        f'{par("opomba")}</office:annotation><text:span text:style-name="T9"> skrito</text:span>.'
    )
    assert texts(read(opened(text, hidden))) == ["Svet potrdi."]


def test_notes_and_text_boxes_stand_apart() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    box = f"<draw:frame><draw:text-box>{par('OBČINA MIRNA')}</draw:text-box></draw:frame>"
    found = read(opened(par(f"{box}Prebivalcev je{note.format(par('vir: SURS'))} 2.600.")))
    assert blocks(found) == [
        ("heading", "OBČINA MIRNA"),
        ("paragraph", "Prebivalcev je 2.600."),
        ("footnote", "vir: SURS"),
    ]


def test_the_table_of_contents_is_told_apart() -> None:
    inner = f"<text:index-title>{par('Kazalo')}</text:index-title>{par('Uvod 3')}"
    text = f"<text:table-of-content><text:index-body>{inner}</text:index-body></text:table-of-content>"
    assert blocks(read(opened(text + par("Besedilo")))) == [
        ("contents", "Kazalo"),
        ("contents", "Uvod 3"),
        ("paragraph", "Besedilo"),
    ]


def test_headers_and_footers_come_once_and_a_letterhead_is_text() -> None:
    def master(name: str, inner: str, more: str = "") -> str:
        return f'<style:master-page style:name="{name}" {more}>{inner}</style:master-page>'

    header = "<style:header>{}</style:header><style:footer>{}</style:footer>"
    styles = (
        master("Standard", header.format(par("Zapisnik"), par("stran 1")))
        + master("Druga", header.format(par("Zapisnik"), par("stran 1")))
        + master(
            "First_20_Page", f"<style:header>{par('OBČINA MIRNA')}</style:header>", 'style:next-style-name="Standard"'
        )
        + master("Skrita", f'<style:header style:display="false">{par("skrita")}</style:header>')
    )
    automatic = style("P1", more='style:master-page-name="First_20_Page"')
    found = read(opened(par("Vsebina je tu.", "P1"), automatic, styles))
    assert blocks(found) == [
        ("header", "Zapisnik"),
        ("heading", "OBČINA MIRNA"),
        ("paragraph", "Vsebina je tu."),
        ("footer", "stran 1"),
    ]


# --- lists ------------------------------------------------------------------------------------------------------------

LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    "</text:list-style>"
)


def test_items_have_their_numbers_and_bullets() -> None:
    text = (
        listed(par("izboljšanje"), par("dostopnost") + listed(par("otroci"), par("mladi")), par("konec") + par("še"))
        + listed(par("Romi"), name="L2")
        + listed(par("nova"))
        + listed(par("naprej"), more='text:continue-numbering="true"')
        + listed(par("brez sloga"), name="")
    )
    assert blocks(read(opened(text, LIST))) == [
        ("item", "1. izboljšanje"),
        ("item", "2. dostopnost"),
        ("item", "a) otroci"),
        ("item", "b) mladi"),
        ("item", "3. konec"),
        ("paragraph", "še"),
        ("item", "– Romi"),
        ("item", "1. nova"),
        ("item", "2. naprej"),
        ("item", "• brez sloga"),
    ]


def test_an_item_may_say_its_number() -> None:
    text = listed(par("prva")).replace("<text:list-item>", '<text:list-item text:start-value="7">')
    assert texts(read(opened(text, LIST))) == ["7. prva"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_merged_cells_stand_wherever_they_reach() -> None:
    wide, deep = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
    text = table(
        tc("Ukrep") + tc("Rok", wide) + COVERED,
        tc("obroki", deep) + tc("2017") + tc("2018"),
        COVERED + tc("2019") + tc("2020"),
    )
    assert grid(read(opened(text))) == [["Ukrep", "Rok", "Rok"], ["obroki", "2017", "2018"], ["obroki", "2019", "2020"]]


def test_header_rows_are_told_by_their_place() -> None:
    row = f"<table:table-row>{tc('a')}{tc('b')}{tc('c')}</table:table-row>"
    made = f"<table:table><table:table-header-rows>{row}{row}</table:table-header-rows>{row}</table:table>"
    (only,) = tables(read(opened(made)))
    assert only.header_rows == 2


def test_repeated_cells_and_rows_stay_within_reason() -> None:
    text = table(tc("Ukrep") + tc("Rok") + tc("", 'table:number-columns-repeated="16000"'), tc("a") + tc("b"))
    text = text.replace("</table:table>", '<table:table-row table:number-rows-repeated="900000"><table:table-cell/>')
    assert grid(read(opened(text + "</table:table-row></table:table>"))) == [["Ukrep", "Rok"], ["a", "b"], ["", ""]]
    with pytest.raises(LimitExceeded, match="columns"):
        read(opened(table(tc("a", 'table:number-columns-repeated="16000"'))))


def test_a_table_in_a_cell_gives_lines() -> None:
    inner = table(tc("za") + tc("12"), tc("proti") + tc("0"))
    assert grid(read(opened(table(tc("Točka") + tc("Izid"), tc("1") + tc(inner))))) == [
        ["Točka", "Izid"],
        ["1", "za | 12 / proti | 0"],
    ]


# --- pages ------------------------------------------------------------------------------------------------------------

SOFT = "<text:soft-page-break/>"
BEFORE = style("Nova", '<style:paragraph-properties fo:break-before="page"/>')


def test_pages_are_counted_by_the_breaks_of_the_last_layout() -> None:
    text = par("prva", "Nova") + par(f"druga {SOFT}tretja") + par(f"{SOFT}četrta", "Nova") + SOFT + par("peta")
    found = read(opened(text, BEFORE))
    assert pages(found) == [1, 1, 2, 3, 4]
    assert found.pages == 4


def test_without_them_pages_are_unknown_unless_the_count_agrees() -> None:
    text = par("prva") + par("druga", "Nova")
    assert pages(read(opened(text, BEFORE))) == [None, None]
    assert pages(read(opened(text, BEFORE, pages=2))) == [1, 2]
    assert pages(read(opened(text, BEFORE, pages=7))) == [None, None]
    assert read(opened(text, BEFORE, pages=7)).pages == 7


# --- hostile files and those of others --------------------------------------------------------------------------------


def test_damaged_and_locked_files_say_so() -> None:
    with pytest.raises(DamagedFile, match=r"content\.xml is missing"):
        read(packed({"mimetype": b"x"}))
    with pytest.raises(DamagedFile, match="no text"):
        read(packed({"content.xml": root("document-content", "")}))
    with pytest.raises(UnsupportedFormat, match="password"):
        read(packed({"META-INF/manifest.xml": b"<manifest:encryption-data/>", "content.xml": b"\x00\x01"}))
    with pytest.raises(UnsupportedFormat, match="password"):
        read(packed({"encrypted-package": b"\x00"}))


def test_deep_nesting_ends_in_our_own_error_or_a_document() -> None:
    made = par("dno")
    for _ in range(78):
        made = table(tc(made) + tc("a"))
    assert read(opened(made)).parts
    with pytest.raises(DamagedFile):
        read(opened("<text:section>" * 300 + "</text:section>" * 300))
    deep = "<text:span>" * 240 + "dno" + "</text:span>" * 240
    assert texts(read(opened(par(deep)))) == ["dno"]


def test_what_odfpy_writes_is_read() -> None:
    paper = OpenDocumentText()
    paper.text.addElement(H(outlinelevel=2, text="Zapisnik"))
    paper.text.addElement(P(text="Svet se je seznanil."))
    file = io.BytesIO()
    paper.save(file)
    assert blocks(read(file.getvalue())) == [("heading", "Zapisnik"), ("paragraph", "Svet se je seznanil.")]


def test_the_papers_of_the_corpus_are_read() -> None:
    papers = sorted(CORPUS.rglob("*.odt"))
    assert papers
    for paper in papers:
        found = read(paper.read_bytes())
        assert sum(len(text) for text in texts(found)) > 800, paper
        assert any(kind == "heading" for kind, _ in blocks(found)), paper
