"""Documents to passages: order, sections, joins, splits, and the way back to the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch.passages import split
from rinsearch.passages.pieces import LONGEST
from rinsearch.places import box_of, page_of
from rinsearch.records import Block, BlockKind, Box, Cell, Document, Line, Origin, Passage, PassageKind, Table


def document(*parts: Block | Table) -> Document:
    return Document("0123456789abcdef", (), "text/plain", 1, parts)


def block(kind: str, *texts: str, page: int = 1, level: int | None = None) -> Block:
    lines = tuple(Line(text, page, Box(10, 20 * n, 100, 20 * n + 12)) for n, text in enumerate(texts, 1))
    return Block(BlockKind(kind), lines, Origin.TEXT_LAYER, level)


def passages(*parts: Block | Table) -> tuple[Passage, ...]:
    return split(document(*parts))[0]


def texts(*parts: Block | Table) -> list[str]:
    return [passage.text for passage in passages(*parts)]


def test_passages_are_counted_from_one_in_reading_order() -> None:
    found = passages(block("heading", "ZAPISNIK", level=1), block("paragraph", "Sejo je vodil župan."))
    assert [passage.id for passage in found] == ["0123456789abcdef.1", "0123456789abcdef.2"]
    assert [passage.kind for passage in found] == [PassageKind.HEADING, PassageKind.PARAGRAPH]


def test_the_section_is_the_path_of_headings_above() -> None:
    found = passages(
        block("heading", "ZAPISNIK", level=1),
        block("heading", "Ad 1", level=2),
        block("paragraph", "Prva."),
        block("heading", "PREDLOG", "SKLEPA:", level=2),
        block("paragraph", "Svet se seznani."),
        block("heading", "PRILOGA", level=1),
    )
    assert [passage.section for passage in found] == [
        (),
        ("ZAPISNIK",),
        ("ZAPISNIK", "Ad 1"),
        ("ZAPISNIK",),
        ("ZAPISNIK", "PREDLOG SKLEPA:"),
        (),
    ]


def test_the_counts_of_one_vote_in_lines_of_their_own_are_one_passage() -> None:
    lines = ("Glasovalo: 13", "ZA: 12", "PROTI: 1", "Vzdržani: /", "Sklep je sprejet.")
    found = texts(*(block("paragraph", each) for each in lines))
    assert found == ["Glasovalo: 13", "ZA: 12 PROTI: 1 Vzdržani: /", "Sklep je sprejet."]
    apart = ("Za: občine", "Proti: 1", "ZA: 12 občin", "PROTI: 1")
    assert texts(*(block("paragraph", each) for each in apart)) == list(apart)


@pytest.mark.parametrize(
    "lines",
    [
        ("12 ZA", "1 PROTI", "2 VZDRŽANA"),
        ("Glasovanje: 12 ZA", "1 PROTI", "2 VZDRŽANA"),
        ("| ZA | 12 |", "| PROTI | 1 |", "| VZDRŽANI | / |"),
        ("[X] ZA   vrnjenih: 6", "[ ] PROTI   vrnjenih: 0"),
        ("Navzočih 15", "Za 12", "Proti nihče", "Vzdržanih 3"),
        ("Število glasov ZA: 12", "Število glasov PROTI: 1"),
        ("- za: 12 članov", "- proti: 1 član"),
        ("ZA – 12", "PROTI – 1", "NI GLASOVAL – 1"),
        ("| prisotni   | 19      |", "| ZA         | 18      |", "| PROTI      | 1       |"),
        ("PRISOTNIH: 16", "ZA:        9", "PROTI:     7"),
        ("ZA – FAVOREVOLI: 12", "PROTI – CONTRARI: 1", "VZDRŽANI – ASTENUTI: 0"),
        ("ZA: 12", "PROTI: 3 (20 %)"),
    ],
)
def test_however_counts_stand_in_their_lines_they_are_one_paragraph(lines: tuple[str, ...]) -> None:
    found = passages(*(block("heading", each) for each in lines))
    behind = texts(block("paragraph", f"Sklep: Svet se seznani. {lines[0]}"), block("paragraph", lines[1]))
    assert len(behind) == 1
    assert [(passage.kind, len(passage.spans)) for passage in found] == [("paragraph", len(lines))]


@pytest.mark.parametrize(
    "lines",
    [
        ("ZA: 12", "ZA: 13"),
        ("1. ZA", "2. PROTI"),
        ("Za 3 dni", "Proti 5 dni"),
        ("12 ZA", "1 PROTEST"),
        ("ZA: 12", "Navzočih 15"),
        ("Za mlade", "Proti nasilju"),
    ],
)
def test_lines_that_are_no_counts_or_of_two_votes_stay_apart(lines: tuple[str, ...]) -> None:
    assert texts(*(block("paragraph", each) for each in lines)) == list(lines)


def test_figures_below_the_names_of_counts_are_one_paragraph_with_them() -> None:
    found = passages(block("heading", "ZA      PROTI    NI GLASOVAL"), block("paragraph", "8        2           2"))
    assert [(passage.kind, passage.text) for passage in found] == [("paragraph", "ZA PROTI NI GLASOVAL 8 2 2")]
    apart = ("ZA STAREJŠE", "8 2 2")
    assert texts(*(block("heading", each) for each in apart)) == list(apart)


@pytest.mark.parametrize(
    ("lists", "together"),
    [
        (("ZA: Golob, Kralj, mag. Ana Bevk (3)", "PROTI: Lah (1)", "VZDRŽAN: Kos, Vidic (2)"), True),
        (("Za so glasovali: Golob, Kralj", "Proti: nihče"), True),
        (("Za: Ana Golob", "V vednost: Jan Lah"), False),
        (("Za: prevoze starejših", "Proti: Lah"), False),
    ],
)
def test_names_of_those_who_gave_each_answer_are_one_paragraph(lists: tuple[str, ...], together: bool) -> None:
    assert len(texts(*(block("paragraph", each) for each in lists))) == (1 if together else len(lists))


def test_a_paragraph_cut_by_a_footer_is_joined() -> None:
    found = passages(
        block("paragraph", "Občinski svet se je z vsebino načrta sez-"),
        block("footer", "Stran 1"),
        block("header", "Zapisnik", page=2),
        block("paragraph", "nanil brez razprave.", page=2),
    )
    assert [passage.text for passage in found] == ["Občinski svet se je z vsebino načrta seznanil brez razprave."]
    assert page_of(found[0], found[0].text.index("nanil") + 1) == 2


def test_a_sentence_goes_on_over_a_blank_line() -> None:
    assert texts(
        block("item", "1. zmanjševanje tveganja revščine in povečevanje vključenosti ogroženih in"),
        block("paragraph", "ranljivih skupin prebivalstva;"),
        block("item", "2. boljši dostop."),
    ) == [
        "1. zmanjševanje tveganja revščine in povečevanje vključenosti ogroženih in ranljivih skupin prebivalstva;",
        "2. boljši dostop.",
    ]


def test_a_period_goes_on_overleaf() -> None:
    before = "Obravnava Regijskega izvedbenega načrta na področju socialnega varstva za obdobje"
    first, second = block("paragraph", before), block("paragraph", "2017–2020 se preloži.", page=2)
    assert texts(first, second) == [f"{before} 2017-2020 se preloži."]


def test_finished_sentences_and_headings_are_not_joined() -> None:
    assert (
        len(texts(block("paragraph", "Svet je o načrtu razpravljal in ga potrdil."), block("paragraph", "nato"))) == 2
    )
    assert len(texts(block("heading", "Naslov, ki je dolg in nima konca", level=1), block("paragraph", "beseda"))) == 2
    assert len(texts(block("paragraph", "Spoštovani,"), block("paragraph", "septembra lani smo vam pisali."))) == 2
    assert len(texts(block("paragraph", "Na seji so sprejeli več različnih stvari"), block("item", "- to"))) == 2


def test_headers_footers_and_footnotes_give_no_passages() -> None:
    assert texts(block("header", "a"), block("footer", "b"), block("footnote", "1 c"), block("paragraph", " ")) == []


def test_long_paragraphs_are_cut_at_sentence_ends() -> None:
    sentence = "Svet se je 12. oktobra seznanil z načrtom, ki ga je dr. Novak predstavil na seji. "
    found = passages(block("paragraph", *[sentence] * 40))
    assert len(found) > 1
    assert all(len(passage.text) <= LONGEST for passage in found)
    assert all(passage.text.endswith("seji.") for passage in found)
    assert " ".join(passage.text for passage in found) == (sentence * 40).strip()


def test_text_without_sentences_is_cut_at_spaces() -> None:
    names = " ".join(f"Ime{number}" for number in range(3000))
    found = texts(block("paragraph", names))
    assert all(len(text) <= 3000 for text in found)
    assert " ".join(found) == names
    assert max(map(len, texts(block("paragraph", "a" * 10_000)))) == 3000


def test_damage_is_repaired_and_told_with_its_page() -> None:
    mixed = block("paragraph", "Priprava na\u010drta sov\u043f\u0430\u0434\u0430 s programom.", page=3)
    found, notices = split(document(block("paragraph", "Prva stran."), mixed))
    assert found[1].text == "Priprava načrta sovpada s programom."
    assert [(notice.code, notice.count, notice.page) for notice in notices] == [("mixed-script", 1, 3)]


def test_evidence_for_mojibake_comes_from_the_whole_document() -> None:
    found, notices = split(document(block("paragraph", "V obèini je naèrt."), block("paragraph", "Veè je boljše.")))
    assert [passage.text for passage in found] == ["V občini je načrt.", "Več je boljše."]
    assert notices[0].code == "mojibake"


def test_a_slice_leads_to_its_line() -> None:
    (passage,) = passages(block("paragraph", "Prva vrstica gre", "v drugo vrstico."))
    start = passage.text.index("drugo")
    assert box_of(passage, start, start + 5) == Box(10, 40, 100, 52)
    assert box_of(passage, 0, len(passage.text)) == Box(10, 20, 100, 52)
    assert page_of(passage, start) == 1


LINES = st.text(st.sampled_from("abčš ABČ-–.,;:12\u00ad\u200b"), max_size=30).map(lambda text: Line(text, 1))
BLOCKS = st.builds(
    lambda kind, lines, level: Block(kind, tuple(lines), Origin.TEXT_LAYER, level),
    st.sampled_from(BlockKind),
    st.lists(LINES, min_size=1, max_size=4),
    st.none() | st.integers(1, 4),
)
CELLS = st.lists(LINES, max_size=2).map(lambda lines: Cell(tuple(lines)))


@st.composite
def grids(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4))
    return Table(tuple(rows), Origin.TEXT_LAYER, draw(st.integers(0, 2)))


@given(st.lists(BLOCKS | grids(), max_size=6))
@settings(max_examples=150, deadline=None)
def test_spans_lie_inside_the_text_and_are_ordered(parts: list[Block | Table]) -> None:
    for number, passage in enumerate(split(document(*parts))[0], 1):
        assert passage.id.endswith(f".{number}")
        assert passage.text
        ends = [0]
        for span in passage.spans:
            assert ends[-1] <= span.start < span.end <= len(passage.text)
            ends.append(span.end)
        for column in passage.columns:
            assert 0 <= column.start <= column.end <= len(passage.text)


@pytest.mark.parametrize("end", ["2017–", "2017 -", "2017 – "])
def test_a_period_that_a_title_divides_over_two_lines_is_whole(end: str) -> None:
    (passage,) = passages(block("heading", f"NAČRT ZA OBDOBJE {end}", level=1), block("heading", "2020", level=1))
    assert passage.text.endswith("2020")
    assert "NAČRT ZA OBDOBJE 2017" in passage.text


@pytest.mark.parametrize(
    ("end", "next_line"), [("2017–2020", "2021"), ("12017–", "2020"), ("2017–", "Uvod"), ("2017", "2020")]
)
def test_headings_without_an_open_period_stay_apart(end: str, next_line: str) -> None:
    assert len(passages(block("heading", f"NAČRT ZA {end}", level=1), block("heading", next_line, level=1))) == 2
