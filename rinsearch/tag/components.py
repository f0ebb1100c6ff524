"""The finders as components of anybody's spaCy pipeline: ``spacy.blank("sl").add_pipe("rinsearch_municipalities")``.

spaCy finds them by the entry points of this package. Each writes spans to ``doc.spans["rinsearch"]``: ``label_`` is the
label, ``kb_id_`` the value (a SURS code, a group's id, an ISO date), ``id_`` the rule. The pipeline may have any
tokenizer: the finders read the text with their own, and a span covers the tokens that it touches. Nothing is set on
spaCy's classes, and a pipeline with these components can be saved, loaded, pickled and run in several processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # Cython without hints
from spacy.tokens import Doc, Span

from rinsearch.tag import find
from rinsearch.tag.pipeline import tokenizer_of

SPANS_KEY = "rinsearch"
LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "municipalities": ("municipality",),
        "regions": ("region",),
        "target_groups": ("target_group",),
        "plans": ("plan",),
        "organisations": ("organisation",),
        "contacts": ("contact",),
        "case_numbers": ("case_number",),
        "legal_references": ("legal_reference",),
        "dates": ("date", "period"),
        "amounts": ("amount",),
        "sessions": ("session",),
        "votes": ("vote",),
        "decisions": ("decision",),
    }
)


class Finder:
    """A component that adds the spans of some labels; of all of them where ``labels`` is empty."""

    def __init__(self, labels: tuple[str, ...], spans_key: str) -> None:
        self.labels = labels
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc; spans that other components wrote under the key stay."""
        kept = list(doc.spans[self.spans_key]) if self.spans_key in doc.spans else []
        doc.spans[self.spans_key] = [*kept, *self._spans(doc)]
        return doc

    def _spans(self, doc: Doc) -> list[Span]:
        found = []
        for each in find(doc.text):
            if self.labels and each.label not in self.labels:
                continue
            span = doc.char_span(each.start, each.end, label=each.label, kb_id=each.value, alignment_mode="expand")
            if span is not None:
                span.id_ = each.rule
                found.append(span)
        return found


def _factory(name: str, labels: tuple[str, ...]) -> Callable[..., Finder]:
    @Language.factory(name, default_config={"spans_key": SPANS_KEY}, assigns=["doc.spans"])
    def create(nlp: Language, name: str, spans_key: str) -> Finder:
        return Finder(labels, spans_key)

    return cast("Callable[..., Finder]", create)


def tokenizer() -> Callable[[Language], Tokenizer]:
    """Our tokenizer, for a pipeline whose tokens shall be those of the finders: ``rinsearch.Tokenizer.v1``."""
    return tokenizer_of


everything = _factory("rinsearch", ())
municipalities = _factory("rinsearch_municipalities", LABELS["municipalities"])
regions = _factory("rinsearch_regions", LABELS["regions"])
target_groups = _factory("rinsearch_target_groups", LABELS["target_groups"])
plans = _factory("rinsearch_plans", LABELS["plans"])
organisations = _factory("rinsearch_organisations", LABELS["organisations"])
contacts = _factory("rinsearch_contacts", LABELS["contacts"])
case_numbers = _factory("rinsearch_case_numbers", LABELS["case_numbers"])
legal_references = _factory("rinsearch_legal_references", LABELS["legal_references"])
dates = _factory("rinsearch_dates", LABELS["dates"])
amounts = _factory("rinsearch_amounts", LABELS["amounts"])
sessions = _factory("rinsearch_sessions", LABELS["sessions"])
votes = _factory("rinsearch_votes", LABELS["votes"])
decisions = _factory("rinsearch_decisions", LABELS["decisions"])
