"""Boxes of a form that are to be ticked: what stands beside an empty one was not resolved."""

from __future__ import annotations

import re

from rinsearch.compose.paper import tags_of
from rinsearch.compose.verbs.verbs import Context, Verb

SIGNS = "[☒☑✓✔⊠■☐□○◯❏⬜"
BULLETS = frozenset("□○◯❏")  # which begin the items of a list, too
BOX = re.compile(r"\[(?P<in>\s{0,3}|[xX✓✔])\]|(?P<ticked>[☒☑✓✔⊠■])|(?P<empty>[☐□○◯❏⬜])")
BEFORE_BOX = 3  # characters of a bullet before the box with which a line begins
REACH = 6  # passages around one in which the other boxes of a form stand


def is_left_empty(context: Context, verb: Verb) -> bool:
    """Whether the box of a verb, before it or (where lines end with them) behind it, is an empty one."""
    boxes = _boxes(verb.passage.text)
    if not boxes:
        return False
    if boxes[0].start() <= BEFORE_BOX:
        before = [box for box in boxes if box.end() <= verb.start]
        return bool(before) and _is_empty(before[-1]) and (before[-1][0] not in BULLETS or _is_form(context, verb))
    behind = [box for box in boxes if box.start() >= verb.tag.evidence.end]
    return bool(behind) and _is_empty(behind[0])


def _is_form(context: Context, verb: Verb) -> bool:
    """Whether one can choose here: a box nearby is ticked, or beside another one something else is resolved."""
    here = context.position(verb.passage)
    near = context.paper.passages[max(0, here - REACH) : here + REACH + 1]
    lines = [(each, boxes) for each in near if (boxes := _boxes(each.text))]
    ticked = any(not _is_empty(box) and box[0] != "■" for _, boxes in lines for box in boxes)
    return ticked or sum(len(tags_of(each, "decision")) for each, _ in lines) > 1


def _boxes(text: str) -> list[re.Match[str]]:
    return list(BOX.finditer(text)) if any(sign in text for sign in SIGNS) else []


def _is_empty(box: re.Match[str]) -> bool:
    inside = box.group("in")
    return bool(box.group("empty")) or (inside is not None and not inside.strip())
