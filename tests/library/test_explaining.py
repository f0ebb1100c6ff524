"""Why is it an acknowledgement, and why not? Texts of varied wording, each with the reason that a reader would give."""

import json
from pathlib import Path

import pytest

from rinsearch import Library, Text
from rinsearch.answers import as_json
from rinsearch.errors import ReadError, UnknownName, UsageError
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.records.explained import ActReason, Explanation
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.wordings import qualifiers
from tests.cli.running import ask, run
from tests.papers import MEMO, MINUTES, write

pytestmark = pytest.mark.once

PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva za JV regijo 2017-2020"
MINUTES_OF = (
    "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 21. redne seje Občinskega sveta Občine Semič, 12. 10. 2017\n\n{}\n"
)
MEMO_OF = "OBČINA SEMIČ\n\nGRADIVO za 21. redno sejo občinskega sveta\n\n{}\n"
LETTER_OF = (
    "Center za socialno delo\n\nOBČINA SEMIČ\n\nZadeva: Seznanitev z načrtom\n\nSpoštovani,\n\n{}\n\nLep pozdrav"
)
COMMITTEE_OF = "OBČINA SEMIČ\nOdbor za družbene dejavnosti\n\nZAPISNIK 5. seje Odbora za družbene dejavnosti\n\n{}\n"

# What a paper says, the status that it shows there, and the code of a reason against an acknowledgement.
TEXTS: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{}", f"Občinski svet Občine Semič se je seznanil z {PLAN}.", "acknowledged", None),
    (MINUTES_OF, f"SKLEP: Občinski svet se seznani z {PLAN}.", "acknowledged", None),
    (MINUTES_OF, f"Sklep št. 4: Svet je bil seznanjen z {PLAN}.", "acknowledged", None),
    (MEMO_OF, f"Predlog sklepa: Občinski svet se seznani z {PLAN}.", "proposed", "proposed"),
    (MEMO_OF, f"Predlog sklepa: Občinski svet se je seznanil z {PLAN}.", "proposed", "paper-memo"),
    (MEMO_OF, f"Občinskemu svetu predlagam, da se seznani z {PLAN}.", "proposed", "recommended"),
    (MEMO_OF, f"Svet naj se seznani z {PLAN}.", "proposed", "recommended"),
    (MEMO_OF, f"Občinski svet Občine Semič se bo z {PLAN} seznanil na novembrski seji.", None, "future"),
    (MINUTES_OF, f"Občinski svet se z {PLAN} ni seznanil.", None, "excluded"),
    (MINUTES_OF, f"Občinski svet se z {PLAN} še ni seznanil.", None, "excluded"),
    (MINUTES_OF, f"Če se svet seznani z {PLAN}, bo občina lahko kandidirala.", None, "conditional"),
    (MINUTES_OF, f"Svet bi se z {PLAN} seznanil na naslednji seji.", None, "conditional"),
    (MINUTES_OF, f"Odbor za družbene dejavnosti se je seznanil z {PLAN}.", "acknowledged", "other-body"),
    (MINUTES_OF, f"Župan se je seznanil z {PLAN}.", "acknowledged", "other-body"),
    (MINUTES_OF, f"Svet zavoda se je seznanil z {PLAN}.", None, "other-body"),
    (COMMITTEE_OF, f"Odbor se je seznanil z {PLAN}.", None, "other-body"),
    (MINUTES_OF, "Občinski svet se je seznanil s poročilom o delu knjižnice.", "acknowledged", "no-plan"),
    (
        MINUTES_OF,
        "Občinski svet se je seznanil z Regionalnim razvojnim programom Jugovzhodna Slovenija 2014-2020.",
        "acknowledged",
        "other-document",
    ),
    (
        MINUTES_OF,
        f"Občinski svet se je seznanil s poročilom o izvajanju {PLAN.replace('Regijskim', 'Regijskega')}.",
        None,
        "report",
    ),
    (
        MINUTES_OF,
        "Občinski svet se je seznanil z osnutkom Regijskega izvedbenega načrta na področju socialnega varstva za JV "
        "regijo 2017-2020.",
        "acknowledged",
        "draft",
    ),
    (MINUTES_OF, f"Občinski svet je obravnaval gradivo v zvezi z {PLAN}.", "discussed", "says-discussed"),
    (MINUTES_OF, f"Točka o seznanitvi z {PLAN} se umakne z dnevnega reda.", "withdrawn", "says-withdrawn"),
    (MINUTES_OF, f"Točka v zvezi z {PLAN} se preloži na naslednjo sejo.", "postponed", "says-postponed"),
    (MINUTES_OF, f"Sklep o seznanitvi z {PLAN} se razveljavi.", None, None),
    (
        MINUTES_OF,
        f"Občinski svet se je seznanil z {PLAN} in ga zavrača.",
        "rejected",
        "another-verb",
    ),
    (MINUTES_OF, f"V Kostelu so se menda seznanili z {PLAN}.", None, "hearsay"),
    (LETTER_OF, f"Prosimo vas, da se občinski svet seznani z {PLAN}.", None, "recommended"),
    (LETTER_OF, f"Občinski svet je bil pozvan, da se seznani z {PLAN}.", None, "requested"),
    (MINUTES_OF, f"Župan je svet seznanil z vsebino, ki jo ima {PLAN}.", None, "incomplete"),
    (MINUTES_OF, f"Župan se zadolži, da poskrbi, da se svet seznani z {PLAN}.", None, "imposed"),
    (MINUTES_OF, f"Svetnik je povedal, da se sosednja občina ne bo seznanila z {PLAN}.", None, "future"),
    (
        MINUTES_OF,
        f"Predlog sklepa: Občinski svet se seznani z {PLAN}.\n\nZa je glasovalo 12 članov, proti 0. Sklep je sprejet.",
        "acknowledged",
        None,
    ),
    (
        MINUTES_OF,
        f"Predlog sklepa: Občinski svet se seznani z {PLAN}.\n\nZa je glasovalo 5 članov, proti 12. Sklep ni sprejet.",
        "rejected",
        "lost",
    ),
)


def acts_in(frame: str, words: str) -> tuple[Explanation, tuple[ActReason, ...]]:
    """The verbs of the sentences of a text, not those of the paper around it."""
    with Library("none") as library:
        found = library.explain(Text(frame.format(words)))
    acts = tuple(act for passage in found.passages for act in passage.acts)
    return found, tuple(act for act in acts if act.evidence.quote[:20] in words or "Predlog" in words)


def test_the_texts_are_many_and_of_many_kinds() -> None:
    assert len(TEXTS) >= 25
    assert len({code for *_, code in TEXTS}) >= 15


@pytest.mark.parametrize(("frame", "words", "status", "code"), TEXTS, ids=[words[:60] for _, words, *_ in TEXTS])
def test_a_verb_has_its_status_and_the_reason_for_it(
    frame: str, words: str, status: str | None, code: str | None
) -> None:
    _, acts = acts_in(frame, words)
    assert acts
    if status is not None:
        assert status in {act.status for act in acts}
    taken = [act for act in acts if act.status in ("acknowledged", "adopted") and not act.against]
    if code is None and status == "acknowledged":
        assert taken
    else:
        assert not taken, "it seems an acknowledgement"
        assert code is None or code in {each.code for act in acts for each in act.against}


@pytest.mark.parametrize(("frame", "words"), [text[:2] for text in TEXTS], ids=[words[:60] for _, words, *_ in TEXTS])
def test_what_is_no_acknowledgement_has_a_reason_and_every_reason_its_words(frame: str, words: str) -> None:
    found, acts = acts_in(frame, words)
    text = frame.format(words).lower()
    for act in acts:
        assert act.against or act.status in ("acknowledged", "adopted")
        assert {each.name for each in act.considered} in ({each.name for each in qualifiers()}, set())
        for each in act.considered:
            assert each.holds or not each.quote
        for reason in (*act.reasons, *act.against):
            assert reason.words
            assert "«»" not in reason.words
            assert all(part.lower() in text for part in reason.quote.split())
    for passage in found.passages:
        for tag in passage.tags:
            assert passage.text[tag.start : tag.end] == tag.quote
            assert tag.rule.startswith(tag.label)
            assert tag.how
            assert tag.name


def test_every_qualifier_has_its_words_in_slovene() -> None:
    labels = toml("labels.toml")
    for each in qualifiers():
        assert each.name in labels["reasons"], f"labels.toml, [reasons], lacks {each.name!r}"
        assert each.name in labels["qualifiers"], f"labels.toml, [qualifiers], lacks {each.name!r}"


def test_every_kind_of_paper_and_every_status_has_its_reason() -> None:
    known = toml("labels.toml")["reasons"]
    for kind in set(DocumentKind) - {DocumentKind.MINUTES, DocumentKind.DECISION, DocumentKind.PLAN}:
        assert f"paper-{kind.value}" in known
    for status in set(EventStatus) - {EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED}:
        assert f"says-{status.value}" in known


def test_the_words_of_a_qualifier_that_matched_are_shown() -> None:
    _, acts = acts_in(MEMO_OF, f"Občinskemu svetu predlagam, da se seznani z {PLAN}.")
    quotes = {each.name: each.quote for act in acts for each in act.considered if each.holds}
    assert quotes["recommended"].lower() == "predlagam"


def test_a_passage_of_an_index_is_explained_with_its_whole_document(index: Path) -> None:
    with Library(index) as library:
        decision = library.decisions(status="seznanjen")[0]
        found = library.explain(decision.evidence.passage)
        [passage] = found.passages
        assert (found.kind, found.issuer) == ("minutes", decision.municipality)
        assert passage.id == decision.evidence.passage
        assert passage.text == library.passage(passage.id).text
        [act] = [act for act in passage.acts if act.entry == decision.id]
        assert (act.status, act.against) == ("acknowledged", ())
        assert {"council", "deciding-paper"} <= {each.code for each in act.reasons}
        whole = library.explain(decision.document.id)
        assert len(whole.passages) > 1
        assert passage in whole.passages
        proposed = library.decisions(status="predlagano")[0]
        [passage] = library.explain(proposed.evidence.passage).passages
        assert "paper-memo" in {each.code for act in passage.acts for each in act.against}
        assert not found._repr_html_().count("<script")


def test_every_decision_of_an_index_is_explained(index: Path) -> None:
    with Library(index) as library:
        for paper in library.documents():
            entries = {act.entry for passage in library.explain(paper.id).passages for act in passage.acts}
            assert {each.id for each in library.document(paper.id).decisions} <= entries


def test_a_file_is_explained_without_an_index(papers: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "none") as library:
        for given in (papers / "semic" / "zapisnik.txt", str(papers / "semic" / "zapisnik.txt")):
            found = library.explain(given)
            assert (found.kind, found.source) == ("minutes", "semic/zapisnik.txt")
        with pytest.raises(UsageError, match="no such file"):
            library.explain("ni-ga.pdf")
        write(tmp_path / "p" / "a.txt", MEMO)
        write(tmp_path / "p" / "b.txt", MINUTES)
        with pytest.raises(UsageError, match="2 papers"):
            library.explain(tmp_path / "p")
        (tmp_path / "slab.pdf").write_bytes(b"%PDF-1.4\nto ni nic\n")
        with pytest.raises(ReadError):
            library.explain(tmp_path / "slab.pdf")
    assert not (tmp_path / "none").exists()


def test_a_long_text_is_no_path_and_a_folder_no_text(papers: Path, tmp_path: Path) -> None:
    with Library("none") as library:
        long = f"Občinski svet Občine Semič se je po razpravi, {'v kateri so sodelovali, ' * 20} seznanil z {PLAN}."
        assert 300 < len(long) < 1_000
        assert library.explain(long).passages[0].acts
        with pytest.raises(UsageError, match="3 papers"):
            library.explain(str(papers))
        with pytest.raises(UsageError, match="0 papers"):
            library.explain(tmp_path)
        assert library.explain("").passages == ()


def test_unknown_ids_are_told(index: Path) -> None:
    with Library(index) as library:
        known = library.documents()[0].id
        for id in ("0" * 16, f"{'0' * 16}.1", f"{known}.9999"):
            with pytest.raises(UnknownName):
                library.explain(id)


def test_the_command_explains_an_argument_standard_input_and_an_id(index: Path, papers: Path) -> None:
    words = f"Odbor se je seznanil z {PLAN}."
    answer = ask("explain", words, "--index", index)
    assert set(answer) == {"schema", "id", "source", "kind", "issuer", "passages"}
    [passage] = answer["passages"]
    assert "other-body" in {each["code"] for each in passage["acts"][0]["against"]}
    done = run("explain", words)
    assert "ni seznanitev, ker\tto ni občinski svet, ampak drug organ »Odbor«" in done.stdout
    assert done.returncode == 0
    assert ask("explain", papers / "nacrt.md")["kind"] == "plan"
    with Library(index) as library:
        place = library.decisions()[0].evidence.passage
        assert json.loads(json.dumps(as_json(library.explain(place)))) == ask("explain", place, "--index", index)


def test_what_comes_on_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        class buffer:  # noqa: N801  (as Python names it)
            @staticmethod
            def read() -> bytes:
                return MEMO.encode()

    monkeypatch.setattr("sys.stdin", Standard)
    found = Library("none").explain("-")
    assert found.kind == "memo"
