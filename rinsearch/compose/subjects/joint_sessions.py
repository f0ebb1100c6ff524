"""Whose councils sat together: "skupna seja občinskih svetov Občine Lenart in Občine Benedikt"."""

from __future__ import annotations

from rinsearch.compose.paper import Paper
from rinsearch.compose.subjects.places import named_in
from rinsearch.records import Municipality
from rinsearch.taxonomy.phrases import phrase

HEAD = 4  # passages: letterheads, the title, "občin Lenart in Benedikt"


def of_joint_session(paper: Paper) -> tuple[Municipality, ...]:
    """The municipalities that the title of a joint session names; nobody for any other paper."""
    head = paper.passages[:HEAD]
    titled = next((number for number, each in enumerate(head) if phrase("joint-session").search(each.text)), None)
    if paper.issuer is not None or titled is None:
        return ()
    found = (one for each in head[: titled + 1] for one in named_in(each, 0, len(each.text)))
    several = tuple(dict.fromkeys(found))
    return several if len(several) > 1 else ()
