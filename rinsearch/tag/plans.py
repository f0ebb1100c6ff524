"""Names of regional plans, and of the papers that only look like one.

The value says what stands there: ``plan``, ``summary``, ``draft``, ``report``, ``national``, ``rrp`` or ``other``.
Which plan it is (region, period) is settled by the compose room, which sees the whole paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.sieve import Sieve
from rinsearch.tag.finds import Find, earliest
from rinsearch.tag.pipeline import text_of
from rinsearch.tag.plan_owners import is_anothers_plan
from rinsearch.taxonomy.wordings import PlanName, plan_names

if TYPE_CHECKING:
    from spacy.tokens import Doc


def plans(doc: Doc) -> Iterator[Find]:
    """Find names of plans; of several at one place look-alikes win, then strong names, then the longest."""
    yield from earliest(sorted(_all(text_of(doc)), key=_rank))


def _rank(find: Find) -> tuple[bool, bool, int]:
    return find.value == "plan", find.rule == "plan.weak", find.start - find.end


def _all(text: str) -> Iterator[Find]:
    names = _sieve().kept(text)
    lower = text.lower() if names else text
    if len(lower) != len(text):  # "İ" becomes two characters: offsets would no longer fit
        lower = text
    for name in names:
        for match in name.pattern.finditer(lower):
            if _right_case(name, text[match.start() : match.end()]):
                yield _find(name, text, *match.span())


def _find(name: PlanName, text: str, start: int, end: int) -> Find:
    if name.is_ == "plan" and is_anothers_plan(text, start, end):
        return Find("plan", "other", start, end, "plan.other")
    return Find("plan", name.is_, start, end, "plan.weak" if name.weak else f"plan.{name.is_}")


@cache
def _sieve() -> Sieve[PlanName]:
    return Sieve((name, name.pattern) for name in plan_names())


def _right_case(name: PlanName, words: str) -> bool:
    return name.cased is None or name.cased.search(words) is not None
