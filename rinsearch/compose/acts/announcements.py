"""Words that lead to a resolution told behind them: "Metliški svet je sprejel naslednji sklep: »… se je seznanil …«."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rinsearch.compose.acts.acts import Act
from rinsearch.records import EventStatus
from rinsearch.taxonomy.phrases import phrase

GAP = 4  # characters between two sentences: " »"


def without_announcements(acts: Sequence[Act]) -> list[Act]:
    """The acts without those that only lead to the next one of the same council."""
    pairs = zip_longest(acts, acts[1:])
    return [act for act, then in pairs if then is None or not _leads_to(act, then)]


def _leads_to(act: Act, then: Act) -> bool:
    """Whether an act of others is told in the sentence right behind, by the words of the resolution itself."""
    told = act.reported and act.verb.says == EventStatus.ADOPTED and act.municipalities == then.municipalities
    if not told or act.verb.passage.id != then.verb.passage.id:
        return False
    gap = then.verb.sentence.start - act.verb.sentence.end
    opens = act.verb.statement.rstrip(' »"„“').endswith(":")
    return opens and 0 <= gap <= GAP and bool(phrase("announces-resolution").search(act.verb.statement))
