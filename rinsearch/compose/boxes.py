"""Boxes of a form that are to be ticked: what stands beside an empty one was not resolved."""

from __future__ import annotations

import re

from rinsearch.compose.verbs import Verb

BOX = re.compile(r"\[(?P<in>\s{0,3}|[xX✓✔])\]|(?P<ticked>[☒☑✓✔⊠■])|(?P<empty>[☐□○◯❏⬜])")
BEFORE_BOX = 3  # characters of a bullet before the box with which a line begins


def is_left_empty(verb: Verb) -> bool:
    """Whether the box of a verb, before it or (where lines end with them) behind it, is an empty one."""
    text = verb.passage.text
    boxes = list(BOX.finditer(text)) if any(sign in text for sign in "[☒☑✓✔⊠■☐□○◯❏⬜") else []
    if not boxes:
        return False
    before = [box for box in boxes if box.end() <= verb.start]
    if boxes[0].start() <= BEFORE_BOX:
        return bool(before) and _is_empty(before[-1])
    behind = [box for box in boxes if box.start() >= verb.tag.evidence.end]
    return bool(behind) and _is_empty(behind[0])


def _is_empty(box: re.Match[str]) -> bool:
    inside = box.group("in")
    return bool(box.group("empty")) or (inside is not None and not inside.strip())
