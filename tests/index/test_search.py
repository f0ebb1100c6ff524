"""Searching the examples as people do."""

import subprocess
import sys
from pathlib import Path

import pytest

from rinsearch.errors import QueryError, UnknownName, UsageError
from rinsearch.index.base import Engine, Entry
from rinsearch.index.entries import entries_of
from rinsearch.index.search import Options, search
from rinsearch.index.values import Filters
from rinsearch.records import Analysis, DocumentInfo, DocumentKind, Facet, Results, Status
from tests.index.examples import AGENDA, MEMO, MINUTES, PLAN, SEMIC, decision, passage


def found(results: Results) -> list[str]:
    return [hit.passage.id for hit in results.hits]


def quotes(results: Results) -> list[str]:
    hit = results.hits[0]
    return [hit.passage.text[start:end] for start, end in hit.highlights]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("duševnega zdravja", {f"{MINUTES}.1"}),
        ("DUŠEVNO ZDRAVJE", {f"{MINUTES}.1"}),
        ("dusevno zdravje semic", {f"{MINUTES}.1"}),
        ("dusevnega zdravja", {f"{MINUTES}.1"}),
        ("zupana", {f"{MINUTES}.10"}),
        ("Romom", {f"{MEMO}.1", f"{MEMO}.2"}),
        ("stanovanje Rom", {f"{MEMO}.2"}),
        ('"duševno zdravje"', {f"{MINUTES}.1"}),
        ('"dusevno zdravje"', {f"{MINUTES}.1"}),
        ('"duševnega zdravja"', set()),
        ('"za Rome"', {f"{MEMO}.2"}),
        ('"vodovoda"', {f"{MINUTES}.10"}),
        ("vodovod", {f"{MINUTES}.10"}),
        ("vodov*", {f"{MINUTES}.10"}),
        ("dus*", {f"{MINUTES}.1"}),
        ("vodovot~", {f"{MINUTES}.10"}),
        ("vodvot~2", {f"{MINUTES}.10"}),
        ("romski svetnik", {f"{AGENDA}.2"}),
        ("vodovod OR stanovanje", {f"{MINUTES}.10", f"{MEMO}.2"}),
        ("zdravje -otrok", {f"{MINUTES}.1"}),
        ("zdravje NE duševno", {f"{MEMO}.1"}),
        ("12.10.2017", {f"{MINUTES}.2"}),
        ("začetek 2017", set()),
        ("seja 2017", {f"{MINUTES}.2"}),
        ("zdravje v občini na Metlika", {f"{MINUTES}.1", f"{MEMO}.1"}),
        ("EU", {f"{AGENDA}.1"}),
        ("eu sredstvo", {f"{AGENDA}.1"}),
        ("sklepi", {f"{MINUTES}.1"}),
        ("občina:Semič", {f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"}),
        ("občina:Metlika -izdajatelj:Metlika", {f"{MINUTES}.1"}),
        ("skupina:romi", {f"{MEMO}.2"}),
        ("skupina:starejsi", {f"{MEMO}.2"}),
        ("vrsta:zapisnik zdravje", {f"{MINUTES}.1"}),
        ("status:seznanjen zdravje", {f"{MINUTES}.1"}),
        ("leto:2018", {f"{MEMO}.1", f"{MEMO}.2"}),
        ("datum:2017-09..2018-01 zdravje", {f"{MINUTES}.1"}),
        ('načrt:"JV 2017" zdravje', {f"{MINUTES}.1"}),
        ("načrt:2017-2020 zdravje", {f"{MINUTES}.1"}),
        ("načrt:2014 zdravje", {f"{MEMO}.1"}),
        ("načrt:JV zdravje", {f"{MINUTES}.1", f"{MEMO}.1"}),
        ("številka:122-08/2013-5 zdravje", {f"{MINUTES}.1"}),
        ("številka:122-08/2013 zdravje", {f"{MINUTES}.1", f"{MEMO}.1"}),
        ("seja:21 zdravje", {f"{MINUTES}.1"}),
        ("seja:redna zdravje", {f"{MINUTES}.1"}),
        ("seja:2 zdravje", set()),
        ("seja:4", {f"{AGENDA}.1", f"{AGENDA}.2"}),
        ("stran:2", {f"{MINUTES}.2"}),
        ("datoteka:gradivo.docx zdravje", {f"{MEMO}.1"}),
        ("datoteka:semic/zapisnik-21.pdf zdravje", {f"{MINUTES}.1"}),
        ("regija:JV vodovod", {f"{MINUTES}.10"}),
        ("z d r a v j e", {f"{MINUTES}.1", f"{MEMO}.1"}),
        ("#romi", {f"{MEMO}.2"}),
        ("#starejsi", {f"{MEMO}.2"}),
        ("#Metlika zdravje", {f"{MINUTES}.1"}),
        ("stanovanje NEAR #romi", {f"{MEMO}.2"}),
        ("stanovanje BLIZU/1 #demenca", set()),
        ("gradnja NEAR (vodovod OR cesta)", {f"{MINUTES}.10"}),
        ('svet NEAR/9 "duševno zdravje"', {f"{MINUTES}.1"}),
        ('svet NEAR/8 "duševno zdravje"', set()),
        ("starejši NEAR demenca -vodovod", {f"{MEMO}.2"}),
    ],
)
def test_a_query_finds_these_passages(engine: Engine, text: str, expected: set[str]) -> None:
    results = search(engine, text)
    assert results.relaxed or set(found(results)) == expected
    assert not (results.relaxed and expected), "found only in whole documents"


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ({"municipality": "Semiča"}, 3),
        ({"municipality": "semic", "target_group": "duševno zdravje"}, 1),
        ({"kind": "dopis"}, 2),
        ({"kind": "dopis/gradivo"}, 2),
        ({"since": "2018"}, 2),
        ({"since": "2017-10-12", "until": "2017-10-12"}, 3),
        ({"year": 2017}, 3),
        ({"plan": PLAN.id}, 3),
        ({"status": "acknowledged"}, 3),
        ({"session": 21}, 3),
        ({"document": AGENDA, "kind": None}, 2),
        ({"source": "vabilo.html"}, 2),
        ({"case_number": "122-08/2013-51"}, 2),
        ({"region": "jugovzhodna"}, 5),
    ],
)
def test_filters_alone_list_passages(engine: Engine, filters: Filters, total: int) -> None:
    assert search(engine, "", filters).total == total


def test_filters_and_words_hold_together(engine: Engine) -> None:
    results = search(engine, "zdravje", {"municipality": "Metlika", "kind": "zapisnik"})
    assert found(results) == [f"{MINUTES}.1"]
    assert results.read == "zdravje municipality:Metlika kind:zapisnik"


def test_an_unknown_name_or_filter_is_refused_with_the_nearest(engine: Engine) -> None:
    with pytest.raises(UnknownName) as caught:
        search(engine, "zdravje", {"municipality": "Semiš"})
    assert "Semič" in caught.value.nearest
    with pytest.raises(UnknownName, match="municipality"):
        search(engine, "zdravje", {"muncipality": "Semič"})  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="kind"):
        search(engine, "zdravje", options=Options(facets=("kinds",)))


@pytest.mark.parametrize("text", ["", "  ", "!?", "()"])
def test_a_query_without_a_word_is_refused_with_advice(engine: Engine, text: str) -> None:
    with pytest.raises(QueryError, match="Write a word"):
        search(engine, text)


@pytest.mark.parametrize(
    "options", [Options(limit=0), Options(limit=1001), Options(offset=-1), Options(offset=9999), Options(sort="size")]
)
def test_wrong_options_are_refused(engine: Engine, options: Options) -> None:
    with pytest.raises(UsageError):
        search(engine, "zdravje", options=options)


def test_words_of_one_document_are_found_when_no_passage_has_them_all(engine: Engine) -> None:
    results = search(engine, "zdravje vodovod")
    assert results.relaxed
    assert results.total == 1
    assert [hit.document.id for hit in results.hits] == [MINUTES]
    assert results.hits[0].highlights


def test_words_of_two_documents_are_not_found(engine: Engine) -> None:
    results = search(engine, "vodovod stanovanje")
    assert (results.total, results.relaxed, results.hits) == (0, False, ())


def test_a_word_of_the_title_helps_a_passage(engine: Engine) -> None:
    assert search(engine, "zapisnik vodovod").relaxed is False


def test_highlights_are_the_words_that_matched(engine: Engine) -> None:
    assert quotes(search(engine, "načrti duševnega zdravja")) == ["načrtom", "duševno", "zdravje"]
    assert quotes(search(engine, '"Dom starejših" vodovod')) == ["vodovoda", "Dom starejših"]
    assert quotes(search(engine, "vodov*")) == ["vodovoda"]
    assert quotes(search(engine, "2017 seja")) == ["Seja", "12. 10. 2017"]
    assert quotes(search(engine, "zdravje -otrok")) == ["zdravje"]


def test_a_hit_says_where_it_stands(engine: Engine) -> None:
    (hit,) = search(engine, "vodovod").hits
    assert hit.passage.page == 3
    assert hit.document.source == "semic/zapisnik-21.pdf"
    assert hit.document.issuer == SEMIC
    (tagged,) = search(engine, '"duševno zdravje"').hits
    assert [(tag.label, tag.value) for tag in tagged.tags] == [
        ("municipality", "073"),
        ("target_group", "dusevno-zdravje"),
    ]
    for tag in tagged.tags:
        assert tagged.passage.text[tag.start : tag.end] in ("Metlika", "duševno zdravje")


def test_facets_have_labels(engine: Engine) -> None:
    facets = search(engine, "zdravje", options=Options(facets=("municipality", "vrsta", "status", "skupina"))).facets
    assert facets["municipality"] == (Facet("073", "Metlika", 2), Facet("109", "Semič", 1))
    assert facets["kind"] == (Facet("memo", "gradivo", 1), Facet("minutes", "zapisnik", 1))
    assert facets["status"] == (Facet("acknowledged", "seznanjen", 1),)
    assert Facet("otroci", "otroci", 1) in facets["target_group"]


def test_without_facets_there_are_none(engine: Engine) -> None:
    assert search(engine, "zdravje").facets == {}


def test_pages_follow_one_another(engine: Engine) -> None:
    whole = found(search(engine, "", {"since": "2017"}))
    parts = [found(search(engine, "", {"since": "2017"}, Options(limit=2, offset=at))) for at in range(0, 6, 2)]
    assert [id for part in parts for id in part] == whole
    assert len(whole) == 5


@pytest.mark.parametrize(("status", "first"), [(Status.POSTPONED, 1), (Status.PROPOSED, 0)])
def test_where_no_word_tells_passages_apart_a_decision_about_a_plan_comes_first(
    empty: Engine, status: Status, first: int
) -> None:
    id = "e" * 16
    info = DocumentInfo(id, "zapisnik.txt", DocumentKind.MINUTES, None, None, SEMIC, None)
    analysis = Analysis(id, info.source, decisions=(decision(id, SEMIC, status, "Svet"),))
    empty.replace(entries_of(info, analysis, [passage(f"{id}.{number}", "Svet občine") for number in (0, 1)]))
    assert found(search(empty, "občina:Semič", options=Options(copies=True)))[0] == f"{id}.{first}"


def test_the_newest_first(engine: Engine) -> None:
    results = search(engine, "zdravje", options=Options(sort="date"))
    assert found(results) == [f"{MEMO}.1", f"{MINUTES}.1"]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("zdarvje", "zdravje"),
        ("zdrvje", "zdravje"),
        ("vodovdoa", "vodovoda"),
        ("dusveno zdravje", "duševno zdravje"),
        ("xqxqxq", None),
        ("zdravje", None),
        ("vodovod", None),
        ('zdarvje "v občini"', 'zdravje "v občini"'),
        ('"duševno zdarvje"', '"duševno zdravje"'),
        ('"dusevno zdravje"', None),
        ('"zdravje duševno"', "zdravje duševno"),  # nowhere side by side: the words alone
        ('"zdravje duševno" -"vodovod xqxq"', 'zdravje duševno -"vodovod xqxq"'),
        ('"zdravje xqxq"', None),
    ],
)
def test_did_you_mean(engine: Engine, text: str, suggestion: str | None) -> None:
    assert search(engine, text).suggestion == suggestion


def test_a_suggestion_finds_something_under_the_same_filters(engine: Engine) -> None:
    assert search(engine, "zdarvje", {"municipality": "Novo mesto"}).suggestion is None


def _paper(id: str, *texts: str) -> tuple[Entry, ...]:
    info = DocumentInfo(id, f"{id}.txt", DocumentKind.OTHER, None, None, None, None)
    return entries_of(info, Analysis(id, info.source), [passage(f"{id}.{n}", text) for n, text in enumerate(texts)])


def test_words_that_stand_together_come_before_words_apart(empty: Engine) -> None:
    apart = "Zdravje je vrednota, o kateri je govoril župan, ko je opisal gradnjo ceste in duševno stisko."
    together = "Župan je govoril o gradnji ceste, o vrednotah, opisal je stisko in duševno zdravje."
    empty.replace(_paper("e" * 16, apart, together))
    assert found(search(empty, "duševno zdravje")) == [f"{'e' * 16}.1", f"{'e' * 16}.0"]


def test_a_rare_word_counts_more_than_a_frequent_one(empty: Engine) -> None:
    texts = ["seja"] * 9 + ["seja občine", "vodovod občine"]
    empty.replace(_paper("e" * 16, *texts))
    assert found(search(empty, "seja OR vodovod"))[0] == f"{'e' * 16}.10"


def test_more_hits_than_the_ranker_looks_at_are_paged_without_gap_or_double(empty: Engine) -> None:
    empty.replace(_paper("e" * 16, *(f"seja {'občina ' * (n % 7)}" for n in range(1200))))
    pages = [
        found(search(empty, "seja", options=Options(limit=300, offset=at, copies=True))) for at in range(0, 1200, 300)
    ]
    assert len({id for page in pages for id in page}) == 1200


def test_passages_with_the_same_words_are_folded_into_the_best_of_them(empty: Engine) -> None:
    boilerplate = [f"Seja je javna. {'Občina.' if n == 3 else ''}" for n in range(5)]
    empty.replace(_paper("e" * 16, *boilerplate) + _paper("f" * 16, "Seja je javna."))
    results = search(empty, "javna seja")
    assert found(results) == [f"{'e' * 16}.0", f"{'e' * 16}.3"]
    assert results.hits[0].copies == (f"{'e' * 16}.1", f"{'e' * 16}.2", f"{'e' * 16}.4", f"{'f' * 16}.0")
    assert (results.total, results.folded) == (6, 4)
    assert len(found(search(empty, "javna seja", options=Options(copies=True)))) == 6


def test_folded_hits_are_paged_without_gap_or_double(empty: Engine) -> None:
    empty.replace(_paper("e" * 16, *(f"seja {n // 30} {n // 30}" for n in range(1500))))
    pages = [found(search(empty, "seja", options=Options(limit=10, offset=at))) for at in range(0, 60, 10)]
    assert [len(page) for page in pages] == [10, 10, 10, 10, 10, 0]
    assert len({id for page in pages for id in page}) == 50


@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_passages_of_one_document_are_put_together_on_request(engine: Engine, sort: str) -> None:
    results = search(engine, "", {"since": "2017"}, Options(group=True, sort=sort))
    assert [hit.document.id for hit in results.hits] in ([MINUTES, MEMO], [MEMO, MINUTES])
    assert results.total == 2
    minutes = next(hit for hit in results.hits if hit.document.id == MINUTES)
    assert minutes.more == 2
    assert len({minutes.passage.id, *(each.id for each in minutes.others)}) == 3


def test_pages_of_documents_follow_one_another(engine: Engine) -> None:
    whole = found(search(engine, "", {"region": "JV"}, Options(group=True)))
    parts = [found(search(engine, "", {"region": "JV"}, Options(limit=1, offset=at, group=True))) for at in range(3)]
    assert [id for part in parts for id in part] == whole


def test_searching_loads_no_heavy_library() -> None:
    code = (
        "import sys, rinsearch.index.search, rinsearch.index.engines\n"
        "heavy = {'spacy', 'pdfplumber', 'pypdfium2', 'numpy', 'lxml', 'thinc'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parent)
    assert run.returncode == 0, run.stderr
