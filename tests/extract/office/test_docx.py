"""Word documents: headings, lists, tables, changes, text boxes, notes, pages; made by hand and by python-docx."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.office.docx import read_docx
from rinsearch.records import Block
from tests.extract.office.word import (
    blocks,
    grid,
    packed,
    pages,
    part,
    r,
    read,
    table,
    tables,
    tc,
    texts,
    word,
)
from tests.extract.office.word import p as par

CORPUS = Path(__file__).parents[3] / "corpus"


def styles(*definitions: tuple[str, str, str]) -> str:
    """Paragraph styles: id, name, properties."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{inner}</w:style>'
        for id_, name, inner in definitions
    )


def styled(text: str, style: str) -> str:
    return par(text, props=f'<w:pStyle w:val="{style}"/>')


def levels(data: bytes) -> list[int | None]:
    return [part.level for part in read(data).parts if isinstance(part, Block)]


# --- headings ---------------------------------------------------------------------------------------------------------


def test_headings_are_told_by_style_in_english_and_slovene_and_by_outline_level() -> None:
    known = styles(
        ("Naslov1", "heading 1", ""),
        ("N2", "Naslov 2", ""),
        ("Poglavje", "Poglavje", '<w:basedOn w:val="Naslov1"/>'),
        ("Oris", "Oris", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
        ("Brez", "Brez", '<w:basedOn w:val="Naslov1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        ("Naslovnik", "Naslovnik", ""),
    )
    body = "".join(styled("Uvod v načrt", id_) for id_ in ("Naslov1", "N2", "Poglavje", "Oris", "Brez", "Naslovnik"))
    assert levels(word(body, styles=known)) == [1, 2, 1, 4, None, None]


def test_a_style_based_on_itself_does_no_harm() -> None:
    assert texts(read(word(styled("a", "X"), styles=styles(("X", "X", '<w:basedOn w:val="X"/>'))))) == ["a"]


def test_headings_are_told_by_look() -> None:
    bold, large, capitals = "<w:b/>", '<w:sz w:val="32"/>', "<w:caps/>"
    body = (
        par(r("Obrazložitev predloga", bold))
        + par(r("Načrt regije", large))
        + par(r("Predlog sklepa", capitals))
        + par(r("Zadeva", bold), " je v obravnavi na občini.")
        + par(r("Ni krepko", '<w:b w:val="0"/>'))
        + par("Občinski svet se je seznanil z načrtom, ki ga je pripravila koordinacijska skupina. " * 3) * 3
    )
    assert blocks(read(word(body)))[:5] == [
        ("heading", "Obrazložitev predloga"),
        ("heading", "Načrt regije"),
        ("heading", "Predlog sklepa"),
        ("paragraph", "Zadeva je v obravnavi na občini."),
        ("paragraph", "Ni krepko"),
    ]


def test_a_long_paragraph_in_a_heading_style_is_text() -> None:
    body = styled("Občinski svet se je seznanil z načrtom. " * 9, "Naslov1")
    assert levels(word(body, styles=styles(("Naslov1", "heading 1", "")))) == [None]


def test_the_table_of_contents_is_told_by_its_style_and_its_control() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{par('2 Ukrepi 7')}</w:sdtContent></w:sdt>"
    )
    body = styled("1 Uvod 3", "Kazalo") + control
    found = blocks(read(word(body, styles=styles(("Kazalo", "toc 1", "")))))
    assert found == [("contents", "1 Uvod 3"), ("contents", "2 Ukrepi 7")]


# --- lists ------------------------------------------------------------------------------------------------------------


def level(depth: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "–")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1.")}'
    f"{level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, number: int, depth: int = 0) -> str:
    return par(text, props=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_and_bullets_of_lists_are_text() -> None:
    body = (
        item("izboljšanje", 1)
        + item("otroci", 1, 1)
        + item("mladi", 1, 1)
        + item("dostopnost", 1)
        + item("starejši", 1, 1)
        + item("Romi", 2)
        + item("ženske", 2, 1)
        + item("nadaljevanje", 1)
        + item("od pet", 4)
        + item("brez", 0)
    )
    assert texts(read(word(body, numbering=NUMBERING))) == [
        "1. izboljšanje",
        "a) otroci",
        "b) mladi",
        "2. dostopnost",
        "a) starejši",
        "• Romi",
        "– ženske",
        "3. nadaljevanje",
        "5. od pet",
        "brez",
    ]


def test_items_are_items_and_numbers_of_levels_may_be_put_in_figures() -> None:
    body = item("uvodni del", 3) + item("prvi pododdelek je dolg.", 3, 1)
    assert texts(read(word(body, numbering=NUMBERING))) == ["I. uvodni del", "1.1 prvi pododdelek je dolg."]
    assert blocks(read(word(item("otroci", 1), numbering=NUMBERING))) == [("item", "1. otroci")]


def test_a_list_may_come_from_the_style() -> None:
    known = styles(("Alineja", "Alineja", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'))
    assert blocks(read(word(styled("otroci", "Alineja"), styles=known, numbering=NUMBERING))) == [("item", "• otroci")]


@pytest.mark.parametrize("number", ["99", "x", "-1"])
def test_a_list_that_is_not_there_gives_no_label(number: str) -> None:
    body = par("otroci", props=f'<w:numPr><w:ilvl w:val="77"/><w:numId w:val="{number}"/></w:numPr>')
    assert texts(read(word(body, numbering=NUMBERING))) == ["otroci"]


# --- text -------------------------------------------------------------------------------------------------------------


def test_changes_count_as_accepted() -> None:
    body = (
        par("Svet ", f"<w:ins>{r('potrdi')}</w:ins>", "<w:del><w:r><w:delText>zavrne</w:delText></w:r></w:del>")
        + par(f"<w:moveFrom>{r('staro')}</w:moveFrom>", f"<w:moveTo>{r('novo')}</w:moveTo>")
        + par("Prva polovica ", props="<w:rPr><w:del/></w:rPr>")
        + par("druga polovica.")
        + par("konec", props="<w:rPr><w:del/></w:rPr>")
    )
    assert texts(read(word(body))) == ["Svet potrdi", "novo", "Prva polovica druga polovica.", "konec"]


def test_deleted_rows_are_gone() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('x')}{tc('y')}</w:tr>"
    made = table([tc("Ukrep"), tc("Rok")], [tc("obroki"), tc("2018")]).replace("</w:tbl>", f"{deleted}</w:tbl>")
    assert grid(read(word(made))) == [["Ukrep", "Rok"], ["obroki", "2018"]]


def test_fields_give_their_results_and_comments_nothing() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:t>koda</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>8. 9. 2017</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    body = par("Dne ", field, ", stran ", simple, comment)
    assert texts(read(word(body, comments='<w:comment w:id="0"><w:p/></w:comment>'))) == ["Dne 8. 9. 2017, stran 7"]


def test_a_field_left_open_swallows_one_paragraph_only() -> None:
    body = par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "koda") + par("besedilo")
    assert texts(read(word(body))) == ["besedilo"]


def test_signs_breaks_links_and_hidden_text() -> None:
    body = par(
        "sez",
        "<w:r><w:softHyphen/><w:t>nanil</w:t><w:tab/><w:t>EU</w:t><w:noBreakHyphen/><w:t>sklad</w:t></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:hyperlink r:id="x"><w:r><w:t> povezava</w:t></w:r></w:hyperlink>',
        r(" skrito", "<w:vanish/>"),
        "<w:smartTag><w:r><w:t> Semič</w:t></w:r></w:smartTag>",
    )
    assert texts(read(word(body))) == ["sez\u00adnanil\tEU-sklad✓ povezava Semič"]
    assert texts(read(word(par("<w:r><w:t>Mirna</w:t><w:br/><w:t>županja</w:t></w:r>")))) == ["Mirna / županja"]


def test_content_controls_are_read_and_their_hints_are_not() -> None:
    def control(props: str, inner: str) -> str:
        return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = (
        control("", par("odstavek"))
        + par("Datum: ", control("", r("8. 9.")))
        + control("<w:showingPlcHdr/>", par("Kliknite"))
    )
    assert texts(read(word(body))) == ["odstavek", "Datum: 8. 9."]


def test_a_text_box_comes_once_before_its_paragraph() -> None:
    box = f"<w:txbxContent>{par('OBČINA MIRNA')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(word(par(drawing, "Datum je dan.")))) == ["OBČINA MIRNA", "Datum je dan."]
    reference, notes = '<w:r><w:footnoteReference w:id="2"/></w:r>', f'<w:footnote w:id="2">{par("vir")}</w:footnote>'
    both = read(word(par(drawing, "Datum je dan.", reference), footnotes=notes))
    assert texts(both) == ["OBČINA MIRNA", "Datum je dan.", "vir"]
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    assert texts(read(word(par(old)))) == ["OBČINA MIRNA"]


def test_notes_headers_and_footers_are_told_apart() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    )
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="0">{par("---")}</w:footnote><w:footnote w:id="2">{par("vir: SURS")}</w:footnote>'
    body = par("Prebivalcev je 3.800.", reference) + par("Konec", reference) + section
    found = read(word(body, header1=par("Občina Semič"), footer1=par("stran 1"), footnotes=notes))
    assert blocks(found) == [
        ("header", "Občina Semič"),
        ("paragraph", "Prebivalcev je 3.800."),
        ("footnote", "vir: SURS"),
        ("paragraph", "Konec"),
        ("footer", "stran 1"),
    ]


def test_the_header_of_the_first_page_alone_is_a_letterhead() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>{}</w:sectPr>'
    head = par("OBČINA SEMIČ")
    assert blocks(read(word(par("a") + section.format("<w:titlePg/>"), header1=head)))[0] == ("heading", "OBČINA SEMIČ")
    assert texts(read(word(par("a") + section.format(""), header1=head))) == ["a"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_merged_cells_stand_wherever_they_reach() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        [tc("Ukrep"), tc("Rok", '<w:gridSpan w:val="2"/>')],
        [tc("obroki", down), tc("2017"), tc("2018")],
        [tc("", on), tc("2019"), tc("2020")],
    )
    assert grid(read(word(body))) == [["Ukrep", "Rok", "Rok"], ["obroki", "2017", "2018"], ["obroki", "2019", "2020"]]


def test_rows_may_begin_late_and_end_early() -> None:
    short = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("b")}</w:tr>'
    made = table([tc("Ukrep"), tc("Rok"), tc("Vir")]).replace("</w:tbl>", f"{short}</w:tbl>")
    assert grid(read(word(made))) == [["Ukrep", "Rok", "Vir"], ["", "b", ""]]


def test_columns_that_only_space_are_left_out() -> None:
    two = '<w:gridSpan w:val="2"/>'
    body = table([tc("Ukrep", two), tc(""), tc("Rok")], [tc("obroki", two), tc(""), tc("2018")])
    assert grid(read(word(body))) == [["Ukrep", "Rok"], ["obroki", "2018"]]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([[tc("Ukrep"), tc("Rok"), tc("Vir")], [tc("a"), tc("b"), tc("c")]], 1),
        ([[tc("Datum:"), tc("8. 9. 2017")], [tc("Zadeva:"), tc("načrt")]], 0),
        ([[tc(par(r("Datum", "<w:b/>"))), tc("8. 9.")], [tc(par(r("Zadeva", "<w:b/>"))), tc("načrt")]], 0),
        ([[tc("Cilj 1", '<w:gridSpan w:val="3"/>')], [tc("a"), tc("b"), tc("c")]], 0),
        ([[tc("sam"), tc("vrstica")]], 0),
    ],
)
def test_header_rows_are_told_without_marks(rows: list[list[str]], header: int) -> None:
    (only,) = tables(read(word(table(*rows))))
    assert only.header_rows == header


def test_header_rows_are_told_by_their_marks() -> None:
    row = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{tc('a')}{tc('b')}{tc('c')}</w:tr>"
    (only,) = tables(read(word(f"<w:tbl>{row}{row}{row.replace('tblHeader', 'cantSplit')}</w:tbl>")))
    assert only.header_rows == 2


def test_a_frame_is_no_table() -> None:
    assert blocks(read(word(table([tc(par("SKLEP") + par("Svet potrdi načrt."))])))) == [
        ("heading", "SKLEP"),
        ("paragraph", "Svet potrdi načrt."),
    ]
    assert tables(read(word(table([tc("a")], [tc("b")])))) == []


def test_a_table_in_a_cell_gives_lines() -> None:
    inner = table([tc("za"), tc("12")], [tc("proti"), tc("0")])
    assert grid(read(word(table([tc("Točka"), tc("Izid")], [tc("1"), tc(inner + "<w:p/>")])))) == [
        ["Točka", "Izid"],
        ["1", "za | 12 / proti | 0"],
    ]


# --- pages ------------------------------------------------------------------------------------------------------------

MARK = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def test_pages_are_counted_by_the_marks_that_word_left() -> None:
    body = par("prva") + par(MARK, "druga, ", MARK, "tretja") + par(BREAK) + par(MARK, "četrta") + par(BREAK, "peta")
    found = read(word(body))
    assert pages(found) == [1, 2, 3, 4, 5]
    assert found.pages == 5
    assert texts(found)[1] == "druga, / tretja"


def test_without_marks_pages_are_unknown_unless_the_count_agrees() -> None:
    body = par("prva") + par(BREAK) + par("druga")
    assert pages(read(word(body))) == [None, None]
    assert pages(read(word(body, app="<Pages>2</Pages><Words>9</Words>"))) == [1, 2]
    many = read(word(body, app="<Pages>5</Pages><Words>9</Words>"))
    assert pages(many) == [None, None]
    assert many.pages == 5
    assert read(word(par("a"), app="<Pages>1</Pages><Words>0</Words>")).pages == 1


def test_sections_begin_new_pages_unless_they_say_otherwise() -> None:
    end = "<w:sectPr>{}</w:sectPr>"
    body = par("a", props=end.format("")) + par("b", props=end.format("")) + par("c")
    same = body + end.format('<w:type w:val="continuous"/>')
    assert pages(read(word(body + end.format(""), app="<Pages>3</Pages><Words>3</Words>"))) == [1, 2, 3]
    assert pages(read(word(same, app="<Pages>2</Pages><Words>3</Words>"))) == [1, 2, 2]


def test_cells_of_a_row_begin_on_one_page() -> None:
    body = par("a") + table(
        [tc("x"), tc("y")], [tc(par("u", MARK, " v")), tc(par("z", MARK, " w"))], [tc(par(MARK, "s")), tc("t")]
    )
    (only,) = tables(read(word(body)))
    assert [[[line.page for line in cell.lines] for cell in row] for row in only.rows] == [
        [[1], [1]],
        [[1, 2], [1, 2]],
        [[3], [3]],
    ]


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="pages"):
        read_docx(word(par(BREAK * 5)), ReadOptions(pages=3))


# --- hostile files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"word/document.xml": b"<w:document"}, "no whole XML"),
        ({"word/document.xml": b""}, "no whole XML"),
        ({"word/document.xml": b"<a/>"}, "no text part"),
        ({"a.xml": b"<a/>"}, "no text part"),
    ],
)
def test_damaged_files_say_what_is_wrong(members: dict[str, bytes], message: str) -> None:
    with pytest.raises(DamagedFile, match=message):
        read(packed(members))


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "skrivnost.txt"
    secret.write_text("SKRIVNOST", "utf-8")
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 20 if n else "x" * 99}">' for n in range(9))
    for entity in (f'<!ENTITY e SYSTEM "{secret.as_uri()}">', '<!ENTITY e "x">', bomb + '<!ENTITY e "&b8;">'):
        xml = part("document", f"<w:body>{par('prej &e; potem')}</w:body>").decode()
        xml = xml.replace("?>", f"?><!DOCTYPE d [{entity}]>", 1)
        try:
            shown = texts(read(packed({"word/document.xml": xml.encode()})))
        except DamagedFile:
            continue
        assert "SKRIVNOST" not in str(shown)
        assert len(str(shown)) < 100


def test_deep_nesting_ends_in_our_own_error_or_a_document() -> None:
    made = par("dno")
    for _ in range(75):
        made = table([tc(made), tc("a")])
    assert read(word(made)).parts
    for _ in range(40):
        made = table([tc(made)])
    with pytest.raises(DamagedFile):
        read(word(made))


def test_a_table_wider_than_any_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="columns"):
        read(word(table([tc("a", '<w:gridSpan w:val="999999"/>')] * 9)))


# --- files of others --------------------------------------------------------------------------------------------------


def test_what_python_docx_writes_is_read() -> None:
    paper = docx.Document()
    paper.add_heading("Zapisnik", 1)
    paper.add_paragraph("otroci", style="List Bullet")
    paper.add_paragraph("prvi", style="List Number")
    paper.add_paragraph("drugi", style="List Number")
    paper.add_paragraph("pred prelomom").add_run().add_break(WD_BREAK.PAGE)
    merged = paper.add_table(3, 3)
    merged.cell(0, 0).merge(merged.cell(1, 1)).text = "velika"
    merged.cell(2, 2).text = "majhna"
    merged.cell(2, 0).text = "leva"
    file = io.BytesIO()
    paper.save(file)
    found = read(file.getvalue())
    assert blocks(found) == [
        ("heading", "Zapisnik"),
        ("item", "• otroci"),
        ("item", "1. prvi"),
        ("item", "2. drugi"),
        ("paragraph", "pred prelomom"),
    ]
    assert grid(found) == [["velika", "velika", ""], ["velika", "velika", ""], ["leva", "", "majhna"]]


@pytest.mark.parametrize("name", sorted(str(path.relative_to(CORPUS)) for path in CORPUS.rglob("*.docx")))
def test_all_words_that_python_docx_finds_in_the_corpus_are_found(name: str) -> None:
    theirs = " ".join(each.text for each in docx.Document(str(CORPUS / name)).paragraphs).split()
    found = " ".join(texts(read((CORPUS / name).read_bytes()))).replace("•", " ").replace(" / ", " ")
    assert found.split()[: len(theirs)] == theirs
