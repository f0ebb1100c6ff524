"""The grammar: what a query means, what is refused and where; any text gives a tree or our own error."""

import time
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rinsearch.errors import QueryError
from rinsearch.index.parse import parse
from rinsearch.index.query import (
    And,
    Close,
    Field,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Tagged,
    Word,
    leaves,
    printed,
)
from rinsearch.taxonomy import municipalities

A, B, C = Word("a1"), Word("b1"), Word("c1")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a1", A),
        ("  a1  ", A),
        ("a1 b1 c1", And((A, B, C))),
        ("a1 AND b1", And((A, B))),
        ("a1 IN b1", And((A, B))),
        ("a1 and b1", And((A, Word("and"), B))),
        ("a1 OR b1", Or((A, B))),
        ("a1 ALI b1 ALI c1", Or((A, B, C))),
        ("a1 b1 OR c1", Or((And((A, B)), C))),
        ("a1 (b1 OR c1)", And((A, Or((B, C))))),
        ("-a1", Not(A)),
        ("NE a1", Not(A)),
        ("NOT (a1 b1)", Not(And((A, B)))),
        ("a1 -b1", And((A, Not(B)))),
        ("a1-b1", And((A, B))),
        ("a1 - b1", And((A, B))),
        ("(((a1)))", A),
        ("() a1", A),
        ("a1, b1!", And((A, B))),
        ('"Dom starejših"', Phrase(("dom", "starejših"))),
        ("„Dom starejših“", Phrase(("dom", "starejših"))),
        ("»dom«", Phrase(("dom",))),
        ('"a1" b1', And((Phrase(("a1",)), B))),
        ("star*", Prefix("star")),
        ("zdravje~", Fuzzy("zdravje", 1)),
        ("Zdravje~2", Fuzzy("zdravje", 2)),
        ("RIN-a", Word("RIN")),
        ("RIN-om Semič", And((Word("RIN"), Word("Semič")))),
        ("Hoče-Slivnica", And((Word("Hoče"), Word("Slivnica")))),
        ("2017-2020", And((Word("2017"), Word("2020")))),
        ("12. 10. 2017", Word("12. 10. 2017")),
        ("122-08/2013-5", Word("122-08/2013-5")),
        ("obc\u030cina:semic", Field("municipality", "109")),
        ("http://x1", And((Word("http"), Word("x1")))),
        ("Opomba: a1", And((Word("Opomba"), A))),
        ("", None),
        ("  ...  ", None),
        ("()", None),
        ("a1 a1 a1", A),
        ("a1 OR a1", A),
        ("a1 & b1 && c1", And((A, B, C))),
        ("a1 | b1 || c1", Or((A, B, C))),
        ("R&D", And((Word("R"), Word("D")))),
        ("!a1", Not(A)),
        ("a1 !(b1 c1)", And((A, Not(And((B, C)))))),
        ("#starejsi", Tagged("starejsi")),
        ('#"duševno zdravje"', Tagged("dusevno-zdravje")),
        ("#Semiču", Tagged("109")),
        ("#rin-sv/koroska/2017-2020", Tagged("rin-sv/koroska/2017-2020")),
        ("a1 # b1", And((A, B))),
        ("a1 NEAR b1", Close((A, B), 10)),
        ("a1 BLIZU/3 #romi c1", And((Close((A, Tagged("romi")), 3), C))),
        ("a1 NEAR b1 NEAR c1", Close((A, B, C), 10)),
        ("a1 NEAR/2 (b1 OR c1)", Close((A, Or((B, C))), 2)),
        ('"a1 b1" NEAR/2 (c1 NEAR/2 dom*)', Close((Phrase(("a1", "b1")), C, Prefix("dom")), 2)),
        ("a1 near b1", And((A, Word("near"), B))),
        ("Z A P I S N I K seje", And((Word("ZAPISNIK"), Word("seje")))),
        ("s k l e p", Word("sklep")),
        ("ﬁnančni", Word("finančni")),
        ("na\u00adčrt", Word("načrt")),
    ],
)
def test_a_query_reads_as_a_tree(text: str, tree: Query | None) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("občina:Semič", "municipality", "109"),
        ("obcina:semič", "municipality", "109"),
        ("OBČINA:Semiča", "municipality", "109"),
        ('municipality:"Novo mesto"', "municipality", "085"),
        ("občina: Semič", "municipality", "109"),
        ("izdajatelj:109", "issuer", "109"),
        ("skupina:romi", "target_group", "romi"),
        ("group:Roma", "target_group", "romi"),
        ("target_group:romi", "target_group", "romi"),
        ("vrsta:zapisnik", "kind", "minutes"),
        ("kind:minutes", "kind", "minutes"),
        ('vrsta:"dnevni red"', "kind", "agenda"),
        ("vrsta:nacrt", "kind", "plan"),
        ("status:seznanjen", "status", "acknowledged"),
        ('status:"na dnevnem redu"', "status", "scheduled"),
        ("status:na-dnevnem-redu", "status", "scheduled"),
        ("status:poslano", "status", "requested"),
        ("regija:jugovzhodna", "region", "jugovzhodna"),
        ("leto:2017", "year", "2017"),
        ("datum:2017", "date", "2017-01-01..2017-12-31"),
        ("date:2017-02", "date", "2017-02-01..2017-02-28"),
        ("date:2017-09..2018-03", "date", "2017-09-01..2018-03-31"),
        ("date:2017-09..", "date", "2017-09-01..9999-12-31"),
        ("date:..2017-09-05", "date", "0001-01-01..2017-09-05"),
        ('datum:"5. 9. 2017"', "date", "2017-09-05..2017-09-05"),
        ('datum:"9. 2017"', "date", "2017-09-01..2017-09-30"),
        ("načrt:rin-sv/jugovzhodna/2017-2020", "plan", "rin-sv/jugovzhodna/2017-2020"),
        ('načrt:"JV 2017"', "plan", "rin-sv/jugovzhodna/2017"),
        ("plan:JV", "plan", "rin-sv/jugovzhodna"),
        ("načrt:2017–2020", "plan", "rin-sv/*/2017-2020"),
        ("načrt:2017", "plan", "rin-sv/*/2017"),
        ("številka:122-08/2013–5", "case_number", "122-08/2013-5"),
        ("seja:21", "session", "21/"),
        ("seja:21/redna", "session", "21/redna"),
        ('seja:"21. redna"', "session", "21/redna"),
        ("seja:dopisna", "session", "/dopisna"),
        ("seja:zalna", "session", "/žalna"),
        ("stran:03", "page", "3"),
        ("datoteka:Zapisnik.PDF", "source", "zapisnik.pdf"),
        ("dokument:3f09c2d1a4b5e6f7", "document", "3f09c2d1a4b5e6f7"),
    ],
)
def test_filters_have_names_and_values_in_slovene_and_english(text: str, field: str, value: str) -> None:
    assert parse(text) == Field(field, value)


@pytest.mark.parametrize(
    ("text", "position", "advice"),
    [
        ("a (b", 2, "Close it"),
        ("a) b", 1, "Leave it out"),
        ('x "abc', 2, "Close it"),
        ('x ""', 2, "Leave them out"),
        ("OR a", 0, "lower case"),
        ("a OR", 2, "lower case"),
        ("AND a", 0, "lower case"),
        ("a IN", 2, "lower case"),
        ("a NE", 2, "behind"),
        ("NOT", 0, "behind"),
        ("*", 0, "two letters"),
        ("a1 ~", 3, "two letters"),
        ("a*", 0, "more of the word"),
        ("2017*", 0, "whole"),
        ("ab~", 0, "Leave it out"),
        ("zdravje~3", 7, "zdravje~2"),
        ("zdravje~99", 7, "zdravje~2"),
        ("obcine:Semič", 0, "občina"),
        ("xyzw:1", 0, "quotation marks"),
        ("občina:", 0, "občina:value"),
        ("a občina: ", 2, "občina:value"),
        ("občina:Semiš", 7, "Semič"),
        ("leto:17", 5, "four digits"),
        ("datum:2017-13", 6, "2017-09"),
        ("datum:2018..2017", 6, "earlier"),
        ("status:seznanen", 7, "seznanjen"),
        ("seja:xyz", 5, "21/redna"),
        ("stran:x", 6, "from 1"),
        ("NEAR a1", 0, "both sides"),
        ("a1 NEAR", 3, "both sides"),
        ("a1 NEAR -b1", 3, "both sides"),
        ("a1 BLIZU leto:2017", 3, "both sides"),
        ("a1 NEAR (b1 c1)", 3, "both sides"),
        ("(a1 NEAR/2 b1) NEAR/3 c1", 15, "one distance"),
        ("a1 NEAR/0 b1", 3, "NEAR/1 to NEAR/100"),
        ("a1 NEAR/101 b1", 3, "NEAR/1 to NEAR/100"),
        ("a1 #strejsi", 4, "starejsi"),
        ('a1 #""', 3, "#starejsi"),
        ("Z A P I S N I K (a1", 16, "Close it"),
        ("ﬁnančni (a1", 8, "Close it"),
        ("obc\u030cina:semič (a1", 14, "Close it"),
        ("skupina:nihče", 8, "rinsearch groups"),
    ],
)
def test_a_mistake_is_named_with_its_position_and_advice(text: str, position: int, advice: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1001,
        " ".join(f"w{n}" for n in range(51)),
        "ab* " * 3 + "cd* ef* gh* ij* kl~1 mno~",
        "(" * 22 + "a" + ")" * 22,
        "-" * 25 + "a",
        "NE " * 25 + "a",
    ],
    ids=["length", "terms", "stars", "parentheses", "minuses", "negations"],
)
def test_what_is_too_much_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text)


@pytest.mark.parametrize("text", ["a" * 1000, "aa " * 50, "(" * 20 + "a" + ")" * 20])
def test_what_is_just_not_too_much_is_read(text: str) -> None:
    assert parse(text) is not None


def test_every_municipality_is_read_back_from_its_printed_form() -> None:
    for code, entry in municipalities().items():
        tree = parse(f'občina:"{entry.name}"')
        assert tree == Field("municipality", code)
        assert parse(printed(tree)) == tree


@pytest.mark.parametrize("text", ["(", ")", "-", '"', "a OR ", "a:", "a*", "a~", "NE ", "„", "a-", "1-"])
def test_long_rows_of_signs_are_read_quickly(text: str) -> None:
    started = time.process_time()
    for _ in range(3):
        with suppress(QueryError):
            parse((text * 1000)[:1000])
    assert time.process_time() - started < 1.0


PIECES = st.sampled_from(
    [
        *(
            '"',
            "(",
            ")",
            "-",
            " ",
            " ",
            " AND ",
            " ALI ",
            " NE ",
            "*",
            "~",
            "~2",
            ":",
            "„",
            "»",
            "IN",
            "/",
            "//",
            "0",
            "in",
        ),
        *("občina:", "leto:2017", "datum:", "2017..2018", "file:", "seja:", "načrt:", "dokument:", "številka:"),
        *("Semič", "RIN-a", "zdravje", "dom", "EU", "č\u030c", "12. 10. 2017", "122-08/2013-5"),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)))
@example("file:＂x＂")
@example("IN-a AND-b")
@example("12.10 2017")
@example("--a -(b c) -(b OR c)")
@example("(a OR b) OR (c d)")
def test_any_text_gives_a_tree_whose_printed_form_reads_alike_or_our_error(text: str) -> None:
    try:
        tree = parse(text)
    except QueryError:
        return
    if tree is not None:
        assert leaves(tree)
        assert parse(printed(tree)) == tree
