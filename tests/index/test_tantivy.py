"""What Tantivy leaves out, so as not to look at every row, changes no answer."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from tantivy import Index, Query, SchemaBuilder

from rinsearch.errors import DamagedIndex
from rinsearch.index.base import (
    CONTEXT,
    EXACT,
    WORDS,
    Both,
    Clause,
    Either,
    Engine,
    Entry,
    Everything,
    InOrder,
    Match,
    Page,
    Scope,
    Sort,
    Without,
)
from rinsearch.index.engines import open_engine
from rinsearch.index.tantivy import asking, best
from tests.index.examples import engine_in

FREQUENT, MIDDLE, RARE = "a", "b", "c"
PASSAGES = 600


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Passages in which one word is frequent, one less so and one rare, on few days, in several commits."""
    dice = random.Random(5)
    engine = engine_in(tmp_path_factory.mktemp("many") / "index", "tantivy")
    for commit in range(3):
        engine.replace([_passage(dice, commit * PASSAGES // 3 + number) for number in range(PASSAGES // 3)])
    engine.replace((), gone=[f"{number:016x}" for number in range(0, PASSAGES // 10, 7)])
    return engine


def _passage(dice: random.Random, number: int) -> Entry:
    document = f"{number // 10:016x}"
    words = dice.choices([FREQUENT, MIDDLE, RARE, "d"], [60, 12, 1, 30], k=dice.randint(1, 12))
    title = dice.choices([FREQUENT, MIDDLE, "e"], [1, 1, 5])
    date = ("", "2017-10-12", "2018-03-01")[number // 10 % 3]
    given = {"words": tuple((word,) for word in words), "exact": tuple(words), "title": tuple(title)}
    return Entry(f"{document}.{number}", document, Scope.PASSAGE, "{}", date=date, **given)  # type: ignore[arg-type]


def anywhere(word: str) -> Clause:
    return Either((Match(WORDS, (word,)), Match(CONTEXT, (word,))))


QUESTIONS = [
    anywhere(FREQUENT),
    Either((anywhere(FREQUENT), anywhere(RARE))),
    Either((anywhere(MIDDLE), anywhere(RARE))),
    Match(EXACT, (FREQUENT, MIDDLE, RARE)),
    Both((anywhere(FREQUENT), anywhere(MIDDLE))),
    Both((anywhere(FREQUENT), Without(anywhere(RARE)))),
    InOrder(((FREQUENT,), (FREQUENT,))),
    Both((InOrder(((FREQUENT,), (FREQUENT,))), anywhere(MIDDLE))),
    Everything(),
]
PAGES = [Page(limit, sort, scope) for limit in (1, 10, 100, 599) for sort in Sort for scope in Scope]


def answers(engine: Engine) -> list[object]:
    found = [engine.search(clause, page) for clause in QUESTIONS for page in PAGES]
    return [(each.total, [(one.id, one.score) for one in each.candidates]) for each in found]


@pytest.mark.parametrize(("module", "bound"), [(best, "WORTH"), (asking, "MANY")])
def test_an_answer_is_the_same_whether_rows_are_left_out_or_not(
    many: Engine, module: object, bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = answers(many)
    monkeypatch.setattr(module, bound, 0)
    assert answers(many) == whole


def test_rows_are_left_out_where_rarer_words_decide(many: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    left_out: list[Sequence[best.Score]] = []

    def noted(question: best.Question, scores: Sequence[best.Score]) -> Query:
        left_out.append(scores)
        return question.scored

    monkeypatch.setattr(best, "WORTH", 0)
    monkeypatch.setattr(best, "_without", noted)
    many.search(QUESTIONS[1], Page(10))
    assert len(left_out) == 1
    many.search(InOrder(((FREQUENT,), (FREQUENT,))), Page(10))
    assert len(left_out) == 1


def test_the_newest_are_the_same_where_a_day_has_more_than_one_leafs_through(
    many: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [(clause, Page(limit, Sort.DATE)) for clause in QUESTIONS for limit in (1, 10, 100)]
    whole = [many.search(*each).candidates for each in asked]
    monkeypatch.setattr(best, "DEEP", 150)
    assert [[each.id for each in many.search(*one).candidates] for one in asked] == [
        [each.id for each in found] for found in whole
    ]


def test_words_of_a_documents_own_entry_are_no_passage(tmp_path: Path) -> None:
    engine = engine_in(tmp_path / "index", "tantivy")
    own = {"words": (("eno",), ("dve",)), "exact": ("eno", "dve")}
    engine.replace([Entry("d", "d", Scope.DOCUMENT, "{}", **own), Entry("d.1", "d", Scope.PASSAGE, "{}", **own)])  # type: ignore[arg-type]
    for clause in (Match(WORDS, ("eno",)), InOrder((("eno",), ("dve",)))):
        assert [each.id for each in engine.search(clause, Page(10)).candidates] == ["d.1"]
        assert engine.search(clause, Page(0)).total == 1
        assert [each.id for each in engine.read(clause, Scope.DOCUMENT)] == ["d"]


def test_an_index_with_other_fields_is_of_another_version(tmp_path: Path) -> None:
    engine_in(tmp_path / "index", "tantivy").close()
    place = tmp_path / "index" / "tantivy"
    for path in place.iterdir():
        path.unlink()
    Index(SchemaBuilder().add_text_field("id").build(), path=str(place), reuse=False)
    with pytest.raises(DamagedIndex, match="another version"):
        open_engine(tmp_path / "index")
