"""Times of two halves, each with a label: "Z: 1. 3. 2018, D: 31. 12. 2020", "začetek: 2018; konec: 2020"."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.compose.drafts import Draft, Span
from rinsearch.taxonomy.phrases import phrase


def with_end(draft: Draft) -> Draft:
    """The draft with that half of its time which says until when; the label of a half is no part of it."""
    if "deadline" not in draft.fields or "deadline" in draft.said:
        return draft
    span = end_of(draft.home("deadline").text, draft.fields["deadline"])
    return replace(draft, fields={**draft.fields, "deadline": span})


def end_of(text: str, span: Span) -> Span:
    """The last half that is no beginning, or the only one; all of it where no half has a label."""
    labels = list(phrase("label-in-time").finditer(text, *span))
    if not labels or text[span[0] : labels[0].start()].strip(" ,;(|/–-"):
        return span
    ends = [*(match.start() for match in labels[1:]), span[1]]
    halves = [(match["begins"], (match.end(), end)) for match, end in zip(labels, ends, strict=True)]
    start, end = next((half for begins, half in reversed(halves) if not begins), halves[-1][1])
    return start, start + len(text[start:end].rstrip(" ,;/|–-("))
