"""Entries hold what was understood, and give it back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.index.base import Scope, Stored
from rinsearch.index.entries import entries_of, stored_document, stored_passage, surface
from rinsearch.language import tokenize
from rinsearch.records import Analysis, DocumentInfo, DocumentKind, Status
from tests.index.examples import METLIKA, MINUTES, PLAN, SEMIC, decision, minutes, passage

INFO = DocumentInfo("e" * 16, "mapa/Č-1.pdf", DocumentKind.MINUTES, None, None, None, None)


def analysis_with(**changes: object) -> Analysis:
    return replace(Analysis(INFO.id, INFO.source), **changes)  # type: ignore[arg-type]


def test_a_document_has_one_entry_and_one_for_each_passage() -> None:
    document, *passages = minutes()
    assert (document.scope, document.id) == (Scope.DOCUMENT, MINUTES)
    assert [each.id for each in passages] == [f"{MINUTES}.1", f"{MINUTES}.2", f"{MINUTES}.10"]
    assert {each.scope for each in passages} == {Scope.PASSAGE}


def test_what_was_understood_comes_back() -> None:
    document, first, *_ = minutes()
    stored = stored_document(Stored(document.id, document.document, document.scope, document.data))
    assert stored.info.issuer == SEMIC
    assert stored.analysis.decisions[0].status is Status.ACKNOWLEDGED
    assert stored.analysis.passages == ()
    assert stored.sources[0].path == "semic/zapisnik-21.pdf"
    again = stored_passage(Stored(first.id, first.document, first.scope, first.data))
    assert again.document == stored.info
    assert again.passage.text.startswith("Občinski svet")
    assert [tag.label for tag in again.passage.tags] == ["municipality", "target_group"]


def test_tags_stand_at_the_position_where_they_begin() -> None:
    _, first, *_ = minutes()
    assert ("duševen", "#dusevno-zdravje") in first.words
    assert ("metlika", "#073") in first.words or any("#073" in terms for terms in first.words)
    assert len(first.words) == len(first.exact)


def test_a_passage_has_its_own_names_and_those_of_its_paper() -> None:
    _, first, second, _ = minutes()
    assert first.filters["municipality"] == ("109", "073")
    assert second.filters["municipality"] == ("109",)
    assert "target_group" not in second.filters
    assert second.filters["page"] == ("2",)


def test_a_document_has_the_names_of_all_its_passages() -> None:
    document = minutes()[0]
    assert document.filters["municipality"] == ("109", "073")
    assert document.filters["target_group"] == ("dusevno-zdravje",)
    assert "page" not in document.filters


def test_what_is_only_reported_or_about_no_plan_gives_no_status() -> None:
    own = decision(INFO.id, METLIKA, Status.ADOPTED, "svet")
    analysis = analysis_with(decisions=(replace(own, reported=True), replace(own, plan=None)))
    assert "status" not in entries_of(INFO, analysis, ())[0].filters
    assert entries_of(INFO, analysis_with(decisions=(own,)), ())[0].filters["status"] == ("adopted",)


def test_unknown_values_are_left_out() -> None:
    (entry,) = entries_of(INFO, analysis_with(), ())
    assert set(entry.filters) == {"kind", "document", "source"}
    assert entry.date == ""


def test_a_file_is_found_by_path_and_by_name() -> None:
    (entry,) = entries_of(INFO, analysis_with(plans=(PLAN,)), ())
    assert entry.filters["source"] == ("mapa/c-1.pdf", "c-1.pdf")
    (member,) = entries_of(replace(INFO, source="a/b.zip!/c/D.docx"), analysis_with(), ())
    assert member.filters["source"] == ("a/b.zip!/c/d.docx", "d.docx")


@pytest.mark.parametrize(
    ("text", "form"),
    [("05.09.2017", "5.9.2017"), ("5. 9. 2017", "5.9.2017"), ("EU", "eu")],
)
def test_a_form_does_not_depend_on_spaces(text: str, form: str) -> None:
    assert surface(tokenize(text)[0]) == form


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_gives_terms_without_the_signs_that_part_them(text: str, title: str) -> None:
    made = entries_of(replace(INFO, title=title), analysis_with(), [passage(f"{INFO.id}.1", text, section=(title,))])
    for entry in made:
        terms = [term for terms in entry.words for term in terms] + [*entry.exact, *entry.title, *entry.section]
        assert all(term and not set(" \t\n\x1f") & set(term) for term in terms)
        assert all(len(term.encode("utf-8", "replace")) < 1000 for term in terms)
        assert len(entry.words) == len(entry.exact)
