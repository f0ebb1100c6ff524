"""Fields that share a cell: "CSD Kranj, 31. 12. 2018" under "Nosilec in rok"."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.compose.fields.columns import Columns
from rinsearch.compose.fields.drafts import Draft
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.told import provider_and_time
from rinsearch.records import Column


def with_shared(draft: Draft, columns: Columns) -> Draft:
    """Fields that share a column: "CSD Kranj, 31. 12. 2018" under "Nosilec in rok"."""
    spans: list[Column] = [draft.passage.columns[at] for at in sorted(set(columns.shared.values()))]
    for column in spans:
        found = provider_and_time(draft.passage.text, column.start, column.end)
        labels = {each.field: each.value for each in labels_in(draft.passage, column.start, column.end)}
        for name, span in {**labels, **(found or {})}.items():
            if name in columns.shared or name == "provider":
                draft = replace(draft, fields={**draft.fields, name: span})
    return draft
