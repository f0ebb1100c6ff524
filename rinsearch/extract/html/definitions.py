"""Lists of terms on web pages that are forms: labels that tables have as headings, each with one value."""

from __future__ import annotations

from collections.abc import Collection

from rinsearch.extract.html.page import Element, name_of
from rinsearch.taxonomy import column_field

KNOWN = 2  # labels; a glossary has none
KNOWN_SHARE = 0.5  # of the labels


def definitions(element: Element, left_out: Collection[Element]) -> list[tuple[Element, Element]]:
    """The labels of a list with their values; nothing where it is no form, or a label has not just one value."""
    cells = [cell for cell in element.iter("dt", "dd") if cell not in left_out]
    labels, values = cells[::2], cells[1::2]
    paired = all(name_of(each) == "dt" for each in labels) and all(name_of(each) == "dd" for each in values)
    known = sum(column_field("".join(label.itertext()).strip(" :\n\t")) is not None for label in labels)
    if len(labels) != len(values) or not paired or known < max(KNOWN, KNOWN_SHARE * len(labels)):
        return []
    return list(zip(labels, values, strict=True))
