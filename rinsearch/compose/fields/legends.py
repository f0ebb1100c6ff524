"""What stands in brackets behind each measure, where a line says so: "(v oklepaju: kdo dela / do kdaj / kdo plača)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rinsearch.compose.fields.drafts import STRONG, Span
from rinsearch.compose.fields.units import Unit
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

LEAST_FIELDS = 2
_SIGNS = (re.compile(r"\s/\s"), re.compile(r";\s"), re.compile(r",\s"))  # the surest first


def legend_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """The fields in their order; none where no line names at least two, among them who or until when."""
    for unit in units:
        match = phrase("legend-of-brackets").search(unit.text) if "oklepaj" in unit.text else None
        parts = phrase("legend-parts").split(match["parts"].strip()) if match else []
        fields = tuple(field for part in parts if (field := column_field(part.strip())))
        if len(fields) == len(parts) >= LEAST_FIELDS and STRONG & set(fields):
            return fields
    return ()


def by_legend(text: str, reach: Span, legend: tuple[str, ...]) -> dict[str, Span]:
    """The parts of a bracket by the legend's order; none where they are not as many."""
    for sign in _SIGNS if legend else ():
        cuts = list(sign.finditer(text, *reach))
        if len(cuts) == len(legend) - 1:
            spans = zip(
                [reach[0], *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), reach[1]], strict=True
            )
            return {field: span for field, span in zip(legend, spans, strict=True) if _says(text[slice(*span)])}
    return {}


def _says(words: str) -> bool:
    """Whether a part is more than a sign for what is not known: "?"."""
    return any(map(str.isalnum, words))
