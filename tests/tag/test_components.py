"""The finders in other people's spaCy pipelines."""

import pickle
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rinsearch import tag
from rinsearch.tag.components import LABELS

TEXT = "Občinski svet Občine Semič, 12. 10. 2017: starejši v JV regiji, CSD Trebnje, 07 000 10 00, 14 za, 122-8/2017-5."
EXAMPLES: Mapping[str, str] = {
    "municipalities": "109",
    "regions": "jugovzhodna",
    "target_groups": "starejsi",
    "organisations": "Center za socialno delo Trebnje",
    "contacts": "070001000",
    "case_numbers": "122-8/2017-5",
    "dates": "2017-10-12",
}


def pipeline(*names: str, **config: Any) -> Language:
    nlp = spacy.blank("sl", **config)
    for name in names:
        nlp.add_pipe(name)
    return nlp


def found(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.label_, span.kb_id_, span.id_) for span in doc.spans["rinsearch"]]


def test_the_components_are_known_to_spacy_by_their_entry_points() -> None:
    known = {each.name for each in entry_points(group="spacy_factories")}
    assert {"rinsearch", *(f"rinsearch_{name}" for name in LABELS)} <= known


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_component_finds_its_labels_and_no_others(name: str) -> None:
    doc = pipeline(f"rinsearch_{name}")(TEXT)
    assert EXAMPLES[name] in {value for _, value, _ in found(doc)}
    assert {label for label, _, _ in found(doc)} <= set(LABELS[name])


def test_one_component_finds_what_all_find() -> None:
    whole = found(pipeline("rinsearch")(TEXT))
    parts = found(pipeline(*(f"rinsearch_{name}" for name in LABELS))(TEXT))
    assert sorted(whole) == sorted(parts) == sorted((each.label, each.value, each.rule) for each in tag.find(TEXT))


def test_a_span_covers_the_tokens_of_another_tokenizer() -> None:
    doc = pipeline("rinsearch_case_numbers")(TEXT)
    (span,) = doc.spans["rinsearch"]
    assert "122-8/2017-5" in span.text


def test_our_tokenizer_is_taken_by_name() -> None:
    ours = {"nlp": {"tokenizer": {"@tokenizers": "rinsearch.Tokenizer.v1"}}}
    theirs, own = pipeline()("Sprejel ga je svet."), pipeline(config=ours)("Sprejel ga je svet.")
    assert [token.text for token in theirs][-1] == "svet."
    assert [token.text for token in own][-2:] == ["svet", "."]


def test_a_pipeline_is_saved_loaded_and_pickled(tmp_path: Path) -> None:
    nlp = pipeline("rinsearch_municipalities", "rinsearch_target_groups")
    nlp.to_disk(tmp_path / "pipeline")
    for again in (spacy.load(tmp_path / "pipeline"), pickle.loads(pickle.dumps(nlp))):
        doc = again(TEXT)
        assert found(doc) == found(nlp(TEXT))
        assert found(Doc(doc.vocab).from_bytes(doc.to_bytes())) == found(doc)


def test_nothing_is_set_on_the_classes_of_spacy() -> None:
    before = dict(Doc.__dict__)
    pipeline("rinsearch")(TEXT)
    assert dict(Doc.__dict__) == before
    assert not Doc.has_extension("rinsearch")


def test_spans_of_others_under_the_key_are_kept() -> None:
    nlp = spacy.blank("sl")
    nlp.add_pipe("rinsearch_regions", config={"spans_key": "named"})
    nlp.add_pipe("rinsearch_municipalities", config={"spans_key": "named"})
    doc = nlp(TEXT)
    assert {span.label_ for span in doc.spans["named"]} == {"region", "municipality"}
