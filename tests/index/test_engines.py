"""The contract of the seam, on every engine; one that cannot be started is an error."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.index.base import (
    CONTEXT,
    EXACT,
    LAST,
    WORDS,
    Between,
    Both,
    Clause,
    Either,
    Engine,
    Entry,
    Everything,
    InOrder,
    Match,
    Near,
    Page,
    Scope,
    Sort,
    Without,
    tie,
)
from rinsearch.index.bounds import FACET_VALUES
from rinsearch.index.engines import open_engine
from rinsearch.index.expand import expand
from rinsearch.index.parse import parse
from tests.index.examples import (
    AGENDA,
    EMBEDDED,
    MEMO,
    MINUTES,
    agenda,
    engine_in,
    everything,
    memo,
    minutes,
    on_every_engine,
)

ALL = Everything()
PASSAGES = {f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10", f"{MEMO}.1", f"{MEMO}.2", f"{AGENDA}.1", f"{AGENDA}.2"}
HEALTH = Match(WORDS, ("zdravje",))


def ids(engine: Engine, clause: Clause, page: Page | None = None) -> list[str]:
    return [each.id for each in engine.search(clause, page or Page(100)).candidates]


def test_every_passage_is_found_and_no_document(engine: Engine) -> None:
    assert set(ids(engine, ALL)) == PASSAGES
    assert engine.search(ALL, Page(100)).total == len(PASSAGES)
    assert engine.search(ALL, Page(1)).passages == len(PASSAGES)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (HEALTH, {f"{MINUTES}.1", f"{MEMO}.1"}),
        (Match(WORDS, ("zdravje", "vodovod")), {f"{MINUTES}.1", f"{MEMO}.1", f"{MINUTES}.10"}),
        (Match(WORDS, ("nič",)), set()),
        (Match(WORDS, ()), set()),
        (Match(WORDS, ("2017",)), {f"{MINUTES}.2"}),
        (Match(WORDS, ("2017-10-12",)), {f"{MINUTES}.2"}),
        (Match(WORDS, ("#romi",)), {f"{MEMO}.2"}),
        (Match(CONTEXT, ("sklep",)), {f"{MINUTES}.1"}),
        (Match(CONTEXT, ("semič",)), {f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"}),
        (Match(EXACT, ("zdravje",)), {f"{MINUTES}.1", f"{MEMO}.1"}),
        (Match(EXACT, ("zdravja",)), set()),
        (Match("kind", ("minutes",)), {f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"}),
        (Match("kind", ("min",)), set()),
        (Match("municipality", ("073",)), {f"{MINUTES}.1", f"{MEMO}.1", f"{MEMO}.2"}),
        (Match("issuer", ("073",)), {f"{MEMO}.1", f"{MEMO}.2"}),
        (Match("target_group", ("romi", "otroci")), {f"{MEMO}.1", f"{MEMO}.2"}),
        (Match("page", ("3",)), {f"{MINUTES}.10"}),
        (Match("document", (AGENDA,)), {f"{AGENDA}.1", f"{AGENDA}.2"}),
        (Match("no_such_field", ("1",)), set()),
        (Between("date", "2017-01-01", "2017-12-31"), {f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"}),
        (Between("date", "2018-03-01", "2018-03-01"), {f"{MEMO}.1", f"{MEMO}.2"}),
        (Between("date", "2018-03-02", "9999-12-31"), set()),
        (Between("date", "2018-01-01", "2017-01-01"), set()),
        (Between("plan", "rin-sv/jugovzhodna/2014", "rin-sv/jugovzhodna/2014" + LAST), {f"{MEMO}.1", f"{MEMO}.2"}),
        (InOrder((("duševno",), ("zdravje",))), {f"{MINUTES}.1"}),
        (InOrder((("zdravje",), ("duševno",))), set()),
        (InOrder((("nič", "duševno"), ("zdravje",))), {f"{MINUTES}.1"}),
        (InOrder((("dom",), ("starejših",), ("občanov",))), {f"{MINUTES}.10"}),
        (InOrder((("dom",), ("občanov",))), set()),
        (InOrder((("om",), ("starejših",))), set()),
        (Near((("zdravje",), ("mlad",)), 3), {f"{MEMO}.1"}),
        (Near((("mlad",), ("zdravje",)), 2), set()),
        (Near((("stanovanje",), ("#romi",)), 2), {f"{MEMO}.2"}),
        (Near((("nič", "zdravje"), ("otrok",), ("mlad",)), 3), {f"{MEMO}.1"}),
        (Near((("zdravje",), ("vodovod",)), 99), set()),
        (Both((HEALTH, Match("kind", ("memo",)))), {f"{MEMO}.1"}),
        (Both((HEALTH, Match(WORDS, ("vodovod",)))), set()),
        (Either((Match(WORDS, ("vodovod",)), Match(WORDS, ("rom",)))), {f"{MINUTES}.10", f"{MEMO}.2"}),
        (Without(HEALTH), PASSAGES - {f"{MINUTES}.1", f"{MEMO}.1"}),
        (Without(Without(HEALTH)), {f"{MINUTES}.1", f"{MEMO}.1"}),
        (Both((ALL, Without(ALL))), set()),
    ],
)  # fmt: skip
def test_a_clause_finds_exactly_its_passages(engine: Engine, clause: Clause, expected: set[str]) -> None:
    assert set(ids(engine, clause)) == expected
    assert engine.search(clause, Page(0)).total == len(expected)


@pytest.mark.parametrize(
    ("clause", "documents"),
    [
        (Both((HEALTH, Match(WORDS, ("vodovod",)))), {MINUTES}),
        (Both((HEALTH, Match(WORDS, ("stanovanje",)))), {MEMO}),
        (Both((HEALTH, Without(Match(WORDS, ("vodovod",))))), {MEMO}),
        (Both((Match(WORDS, ("svetnik",)), HEALTH)), set()),
        (Both((HEALTH, Match("status", ("acknowledged",)))), {MINUTES}),
        (InOrder((("vodovoda",), ("in",))), {MINUTES}),
    ],
)
def test_in_the_scope_of_documents_words_may_stand_in_any_passage(
    engine: Engine, clause: Clause, documents: set[str]
) -> None:
    found = engine.search(clause, Page(100, scope=Scope.DOCUMENT))
    assert found.total == len(documents)
    assert {each.id for each in engine.read(clause, Scope.DOCUMENT)} == documents
    assert {each.document for each in found.candidates} <= documents


def test_candidates_of_documents_are_their_passages_with_a_word(engine: Engine) -> None:
    clause = Both((HEALTH, Match(WORDS, ("vodovod",))))
    assert set(ids(engine, clause, Page(10, scope=Scope.DOCUMENT))) == {f"{MINUTES}.1", f"{MINUTES}.10"}


def test_a_page_holds_at_most_what_was_asked_for(engine: Engine) -> None:
    assert len(ids(engine, ALL, Page(3))) == 3
    assert ids(engine, ALL, Page(0)) == []


def test_a_larger_page_begins_like_a_smaller_one(engine: Engine) -> None:
    assert ids(engine, ALL, Page(7))[:3] == ids(engine, ALL, Page(3))


def test_the_newest_comes_first_by_date_and_the_dateless_last(engine: Engine) -> None:
    documents = [id.partition(".")[0] for id in ids(engine, ALL, Page(100, Sort.DATE))]
    assert documents == [MEMO] * 2 + [MINUTES] * 3 + [AGENDA] * 2


def test_by_date_a_document_with_many_passages_leaves_room_for_the_others(empty: Engine) -> None:
    days = {"new": "2018-03-01", "old": "2017-10-12"}
    for document, day in days.items():
        passages = [lone(f"{document}.{number}", document, "zdravje", date=day) for number in range(9)]
        empty.replace((Entry(document, document, Scope.DOCUMENT, "{}", date=day), *passages))
    found = empty.search(HEALTH, Page(5, Sort.DATE, Scope.DOCUMENT)).candidates
    assert [each.document for each in found] == ["new"] * 3 + ["old"] * 2


def test_passages_of_one_document_stand_in_the_order_of_their_numbers(engine: Engine) -> None:
    found = ids(engine, Match("document", (MINUTES,)), Page(100, Sort.DATE))
    assert found == [f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"]


def test_a_candidate_has_what_the_ranker_needs(engine: Engine) -> None:
    (found,) = engine.search(Match(WORDS, ("#romi",)), Page(10)).candidates
    assert (found.document, found.kind, found.date) == (MEMO, "memo", "2018-03-01")
    assert "rom\t#romi" in found.words.split(" ")
    assert "metlika" in found.title.split()
    assert found.section == ""


def test_frequencies_count_entries_that_have_a_term(engine: Engine) -> None:
    found = engine.search(Match(WORDS, ("zdravje", "nič")), Page(1))
    assert found.frequencies == {"zdravje": 2, "nič": 0}


def test_a_word_in_the_passage_counts_more_than_in_its_context(engine: Engine) -> None:
    clause = Either((Match(WORDS, ("metlika",)), Match(CONTEXT, ("metlika",))))
    assert ids(engine, clause)[0] == f"{MINUTES}.1"


def test_facets_count_all_that_was_found_most_frequent_first(engine: Engine) -> None:
    found = engine.facets(ALL, ["kind", "municipality", "year"])
    assert found["kind"] == (("minutes", 3), ("agenda", 2), ("memo", 2))
    assert found["municipality"] == (("073", 3), ("109", 3), ("085", 2))
    assert found["year"] == (("2017", 3), ("2018", 2))


def test_facets_follow_the_query(engine: Engine) -> None:
    assert engine.facets(HEALTH, ["kind"]) == {"kind": (("memo", 1), ("minutes", 1))}
    assert engine.facets(Match(WORDS, ("nič",)), ["kind"]) == {"kind": ()}


def test_facets_of_documents_count_documents(engine: Engine) -> None:
    assert engine.facets(ALL, ["kind"], Scope.DOCUMENT)["kind"] == (("agenda", 1), ("memo", 1), ("minutes", 1))


def test_entries_are_read_by_id_in_the_order_asked_without_missing_ones(engine: Engine) -> None:
    wanted = [f"{MEMO}.2", MINUTES, "eeee", f"{MINUTES}.99", f"{MINUTES}.10"]
    assert [each.id for each in engine.read(wanted)] == [f"{MEMO}.2", MINUTES, f"{MINUTES}.10"]


def test_data_comes_back_untouched(engine: Engine) -> None:
    given = {entry.id: entry for entry in everything()}
    for stored in engine.read(list(given)):
        assert (stored.data, stored.scope, stored.document) == (
            given[stored.id].data,
            given[stored.id].scope,
            given[stored.id].document,
        )
    assert len(list(engine.read(list(given)))) == len(given)


def test_documents_are_read_by_query_in_the_order_of_their_ids(engine: Engine) -> None:
    assert [each.id for each in engine.read(ALL)] == [MINUTES, MEMO, AGENDA]
    assert [each.id for each in engine.read(Match("kind", ("memo",)))] == [MEMO]
    assert [each.id for each in engine.read(HEALTH, Scope.PASSAGE)] == [f"{MINUTES}.1", f"{MEMO}.1"]


def test_known_forms_are_found_by_their_folded_beginning(engine: Engine) -> None:
    assert [(each.form, each.key) for each in engine.words("dusev")] == [("duševen", "duševen"), ("duševno", "duševen")]
    assert {each.form for each in engine.words("zdravj")} == {"zdravje"}
    assert list(engine.words("x")) == []


def test_a_whole_form_is_no_beginning(engine: Engine) -> None:
    assert [each.form for each in engine.words("dusevno", whole=True)] == ["duševno"]
    assert list(engine.words("dusevn", whole=True)) == []


def test_an_empty_index_answers(empty: Engine) -> None:
    assert empty.search(ALL, Page(10)).total == 0
    assert empty.search(HEALTH, Page(10, scope=Scope.DOCUMENT)).total == 0
    assert empty.facets(ALL, ["kind"]) == {"kind": ()}
    assert [*empty.read(ALL), *empty.words("a"), *empty.read(["a.1"])] == []


def test_every_commit_raises_the_generation(empty: Engine) -> None:
    before = empty.generation
    first = empty.replace(minutes())
    second = empty.replace(memo())
    assert before < first < second == empty.generation


def test_a_document_is_replaced_whole(engine: Engine) -> None:
    document, first, *_ = minutes()
    engine.replace((document, replace(first, filters={**first.filters, "kind": ("plan",)})))
    assert set(ids(engine, Match("document", (MINUTES,)))) == {f"{MINUTES}.1"}
    assert ids(engine, Match("kind", ("minutes",))) == []
    assert engine.search(ALL, Page(100)).total == len(PASSAGES) - 2


def test_replacing_again_and_again_leaves_one_copy(engine: Engine) -> None:
    for _ in range(12):
        engine.replace(minutes())
    assert sorted(ids(engine, ALL)) == sorted(PASSAGES)
    assert len(list(engine.read(ALL))) == 3


def test_documents_go_in_the_commit_that_brings_others(engine: Engine) -> None:
    engine.replace(agenda(), gone=[MINUTES, "not there"])
    assert [each.id for each in engine.read(ALL)] == [MEMO, AGENDA]
    assert ids(engine, InOrder((("duševno",), ("zdravje",)))) == []


def test_everything_may_go(engine: Engine) -> None:
    engine.replace((), gone=[MINUTES, MEMO, AGENDA])
    assert engine.search(ALL, Page(10)).total == 0
    engine.replace(everything())
    assert set(ids(engine, ALL)) == PASSAGES


def test_one_id_twice_in_a_batch_is_refused_and_nothing_is_changed(engine: Engine) -> None:
    before = engine.generation
    with pytest.raises(ValueError, match="twice"):
        engine.replace(memo() + memo())
    assert engine.generation == before
    assert set(ids(engine, ALL)) == PASSAGES


def test_a_failing_entry_changes_nothing_and_leaves_no_lock(engine: Engine) -> None:
    broken = Entry("x", "x", Scope.DOCUMENT, "{}", filters={"kind": (1, None)})  # type: ignore[dict-item]
    wrong = Entry("y", "y", Scope.PASSAGE, None)  # type: ignore[arg-type]
    with pytest.raises((TypeError, AttributeError)):
        engine.replace((broken, wrong), gone=[MINUTES])
    assert set(ids(engine, ALL)) == PASSAGES
    engine.replace(agenda())


@on_every_engine
def test_what_one_reader_writes_another_sees(tmp_path: Path, engine_name: str) -> None:
    writer = engine_in(tmp_path / "index", engine_name)
    reader = open_engine(tmp_path / "index")
    assert reader.search(ALL, Page(10)).total == 0
    writer.replace(minutes())
    assert reader.search(ALL, Page(10)).total == 3
    writer.replace((), gone=[MINUTES])
    assert reader.search(ALL, Page(10)).total == 0
    assert reader.generation == writer.generation
    reader.close()
    writer.close()


@on_every_engine
def test_an_index_opens_again_as_it_was(tmp_path: Path, engine_name: str) -> None:
    first = engine_in(tmp_path / "index", engine_name)
    generation = first.replace(everything())
    first.close()
    first.close()
    again = open_engine(tmp_path / "index", create=True, fingerprint="other rules")
    assert again.generation == generation
    assert again.fingerprint == "rules-1"
    assert set(ids(again, ALL)) == PASSAGES
    again.close()


@pytest.mark.parametrize("place", ["nothing", "file/below"])
def test_where_there_is_no_index_none_is_opened(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoIndex):
        open_engine(tmp_path / place)


def test_an_index_of_another_engine_is_refused(tmp_path: Path) -> None:
    engine_in(tmp_path / "index", EMBEDDED[0]).close()
    path = tmp_path / "index" / "index.json"
    path.write_text(path.read_text("utf-8").replace(EMBEDDED[0], "elsewhere"), "utf-8")
    with pytest.raises(DamagedIndex, match="elsewhere"):
        open_engine(tmp_path / "index")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "š" * 5000, "\x1f", "=", "a b", ""])
def test_odd_data_is_kept_or_mended_but_never_breaks_the_index(engine: Engine, text: str) -> None:
    engine.replace((Entry("z", "z", Scope.DOCUMENT, text), Entry("z.1", "z", Scope.PASSAGE, text)))
    assert len(list(engine.read(["z", "z.1"]))) == 2
    assert engine.search(ALL, Page(100)).total == len(PASSAGES) + 1


# --- updates ----------------------------------------------------------------------------------------------------------


def lone(id: str, document: str, *words: str, **more: Any) -> Entry:
    """A passage with these words and nothing else."""
    given = {"words": tuple((word,) for word in words), "exact": words, **more}
    return Entry(id, document, Scope.PASSAGE, "{}", **given)


def test_a_document_that_comes_again_leaves_nothing_of_what_it_was(engine: Engine) -> None:
    engine.replace((Entry(MEMO, MEMO, Scope.DOCUMENT, "new"), lone(f"{MEMO}.7", MEMO, "novo", kind="news")))
    assert [each.data for each in engine.read([MEMO, f"{MEMO}.1", f"{MEMO}.2", f"{MEMO}.7"])] == ["new", "{}"]
    assert ids(engine, Match(WORDS, ("#romi",))) == []
    assert ids(engine, Match(WORDS, ("novo",))) == [f"{MEMO}.7"]
    assert engine.facets(ALL, ["target_group"])["target_group"] == (("dusevno-zdravje", 1),)
    assert engine.search(HEALTH, Page(1)).frequencies == {"zdravje": 1}
    assert engine.search(HEALTH, Page(0)).passages == len(PASSAGES) - 1


def test_frequencies_do_not_count_what_was_deleted(engine: Engine) -> None:
    for _ in range(5):
        engine.replace(everything())
    assert engine.search(HEALTH, Page(1)).frequencies == {"zdravje": 2}
    engine.replace((), gone=[MEMO])
    found = engine.search(HEALTH, Page(1))
    assert (found.frequencies, found.passages) == ({"zdravje": 1}, 5)


def test_a_batch_may_hold_a_document_that_goes_and_comes(engine: Engine) -> None:
    engine.replace(memo(), gone=[MEMO])
    assert {each.id for each in engine.read(ALL)} == {MINUTES, MEMO, AGENDA}


def test_an_empty_commit_is_one_too(engine: Engine) -> None:
    before = engine.generation
    assert engine.replace(()) > before
    assert set(ids(engine, ALL)) == PASSAGES


def test_passages_without_the_entry_of_their_document_count_as_a_document(empty: Engine) -> None:
    empty.replace((lone("q.1", "q", "ena"), lone("q.2", "q", "dve")))
    both = Both((Match(WORDS, ("ena",)), Match(WORDS, ("dve",))))
    assert empty.search(both, Page(10)).total == 0
    found = empty.search(both, Page(10, scope=Scope.DOCUMENT))
    assert found.total == 1
    assert {each.id for each in found.candidates} == {"q.1", "q.2"}


# --- values of every kind ---------------------------------------------------------------------------------------------

WORDS_OF_EVERY_KIND = (
    "čšž",
    "ČŠŽ",
    "ć",
    "zdravje\u0301",
    "a b",
    "=",
    "field=value",
    "😀",
    "\U0010ffff",
    "x" * 500,
    "#",
    "\\",
    "*",
)


@pytest.mark.parametrize("word", WORDS_OF_EVERY_KIND)
def test_a_term_is_itself_whatever_it_looks_like(engine: Engine, word: str) -> None:
    filters = {"kind": (word,), "document": ("z",)}
    engine.replace((lone("z.1", "z", word, "konec", filters=filters, forms=frozenset({(word, word)})),))
    assert ids(engine, Match(WORDS, (word,))) == ["z.1"]
    assert ids(engine, Match(EXACT, (word,))) == ["z.1"]
    assert ids(engine, Match("kind", (word,))) == ["z.1"]
    assert ids(engine, Between("kind", word, word)) == ["z.1"]
    assert (word, 1) in engine.facets(ALL, ["kind"])["kind"]
    assert word in {each.form for each in engine.words("")}


def test_large_data_and_many_words_come_back(empty: Engine) -> None:
    data = "š" * 3_000_000
    empty.replace(
        (lone("z.1", "z", *(f"b{number}" for number in range(20_000))), Entry("z", "z", Scope.DOCUMENT, data))
    )
    assert [each.data for each in empty.read(["z"])] == [data]
    assert ids(empty, InOrder((("b19998",), ("b19999",)))) == ["z.1"]


@pytest.mark.parametrize("field", [WORDS, CONTEXT, EXACT, "kind", "no_such_field"])
def test_many_values_are_asked_for_at_once(engine: Engine, field: str) -> None:
    many = tuple(f"nič{number}" for number in range(5000))
    assert ids(engine, Match(field, many)) == []
    known = {WORDS: "zdravje", CONTEXT: "semič", EXACT: "zdravje", "kind": "memo"}.get(field)
    if known:
        assert set(ids(engine, Match(field, (*many, known)))) == set(ids(engine, Match(field, (known,))))


def test_a_phrase_with_very_many_forms_is_answered(engine: Engine) -> None:
    forms = ("duševno", *(f"nič{number}" for number in range(100)))
    assert ids(engine, InOrder((forms, ("zdravje",)))) == [f"{MINUTES}.1"]
    assert ids(engine, Near((forms, ("zdravje",)), 3)) == []
    keys = ("duševen", *(f"nič{number}" for number in range(100)))
    assert ids(engine, Near((keys, ("zdravje",)), 3)) == [f"{MINUTES}.1"]


@pytest.mark.parametrize("clause", [InOrder(()), InOrder(((), ("zdravje",))), Near((), 3), Near(((), ("zdravje",)), 3)])
@pytest.mark.parametrize("scope", Scope)
def test_a_clause_without_words_finds_nothing(engine: Engine, clause: Clause, scope: Scope) -> None:
    assert engine.search(clause, Page(10, scope=scope)).total == 0


@pytest.mark.parametrize(("clause", "total"), [(Both(()), 7), (Either(()), 0), (Without(Either(())), 7)])
def test_nothing_asked_is_everything_and_no_choice_is_nothing(engine: Engine, clause: Clause, total: int) -> None:
    assert engine.search(clause, Page(10)).total == total


def test_clauses_are_nested_deep(engine: Engine) -> None:
    clause: Clause = HEALTH
    for _ in range(60):
        clause = Without(Both((Either((clause, Match(WORDS, ("nič",)))), ALL)))
    assert set(ids(engine, clause)) == {f"{MINUTES}.1", f"{MEMO}.1"}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_near_and_phrases_hold_within_one_passage_of_a_document(engine: Engine, count: int) -> None:
    places = (("duševno",), ("zdravje",), ("v",))[:count]
    assert {each.id for each in engine.read(InOrder(places), Scope.DOCUMENT)} >= {MINUTES}
    far = Near((("zdravje",), ("vodovod",)), 1000)
    assert list(engine.read(far, Scope.DOCUMENT)) == []
    assert [each.id for each in engine.read(Near((("zdravje",), ("mlad",), ("otrok",)), 3), Scope.DOCUMENT)] == [MEMO]


# --- ties and pages ---------------------------------------------------------------------------------------------------


@pytest.fixture
def alike(empty: Engine) -> Engine:
    """Two hundred passages that answer equally well, in several commits."""
    made: list[list[Entry]] = [[] for _ in range(4)]
    for number in range(20):
        document = f"{number * 7919 % 20:02x}" * 8
        kind, date = ("memo", "minutes")[number % 2], f"2017-10-{number % 5 + 1:02}"
        made[number % 4] += (lone(f"{document}.{n}", document, "enako", kind=kind, date=date) for n in range(1, 11))
    for commit in made:
        empty.replace(commit)
    return empty


@pytest.mark.parametrize("clause", [Match(WORDS, ("enako",)), ALL])
@pytest.mark.parametrize("sort", Sort)
def test_ties_go_by_kind_date_document_and_number(alike: Engine, clause: Clause, sort: Sort) -> None:
    found = alike.search(clause, Page(200, sort)).candidates
    ties = [tie(each.kind, each.date, each.document, each.id) for each in found]
    assert ties == sorted(ties, key=lambda each: (each[1], each) if sort is Sort.DATE else each)
    assert len(ties) == 200


@pytest.mark.parametrize("limit", [1, 9, 10, 11, 50, 199])
@pytest.mark.parametrize("sort", Sort)
def test_every_page_begins_like_the_longest(alike: Engine, sort: Sort, limit: int) -> None:
    clause = Match(WORDS, ("enako",))
    assert ids(alike, clause, Page(limit, sort)) == ids(alike, clause, Page(200, sort))[:limit]


def test_an_order_is_the_same_after_deletes_and_in_another_process_of_commits(alike: Engine) -> None:
    before = ids(alike, ALL, Page(200))
    alike.replace([lone("ffff.1", "ffff", "enako")])
    alike.replace((), gone=["ffff"])
    assert ids(alike, ALL, Page(200)) == before


def test_facets_under_filters_count_what_is_left(alike: Engine) -> None:
    left = Both((Match(WORDS, ("enako",)), Without(Match("document", ("00" * 8,)))))
    documents = sorted(f"{number:02x}" * 8 for number in range(1, 20))
    counts = {"document": tuple((document, 10) for document in documents), "nothing": ()}
    assert alike.facets(left, ["document", "nothing"]) == counts
    assert alike.search(left, Page(0)).total == 190


def test_facets_hold_the_most_frequent_of_very_many_values(empty: Engine) -> None:
    filters = [{"case_number": (f"{number:04}", "vsi")} for number in range(FACET_VALUES + 100)]
    empty.replace([lone(f"d.{n}", "d", "x", filters=each) for n, each in enumerate(filters)])
    counts = empty.facets(ALL, ["case_number"])["case_number"]
    assert counts[0] == ("vsi", FACET_VALUES + 100)
    assert counts[1:] == tuple((f"{number:04}", 1) for number in range(FACET_VALUES - 1))


def test_a_paper_is_found_by_its_file_among_many(empty: Engine) -> None:
    names = [f"papers/{number:04}.txt" for number in range(300)]
    empty.replace([lone(f"{n:016}.1", f"{n:016}", "seja", filters={"source": (name,)}) for n, name in enumerate(names)])
    query = parse("seja datoteka:0299")
    assert query
    clause, _ = expand(query, empty)
    assert empty.search(clause, Page(5)).total == 1
