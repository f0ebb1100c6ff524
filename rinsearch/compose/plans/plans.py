"""The plans of a paper: names with the regions and periods that they give, and what holds where they give none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rinsearch.clauses import Slice
from rinsearch.records import Object, Passage, PlanMention, Tag

Spot = tuple[str, int]  # the id of a passage, and a position in it


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a plan in a passage; ``regions`` and ``periods`` are those that its own words give."""

    passage: Passage
    tag: Tag
    object: Object
    regions: tuple[str, ...]
    periods: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the name begins in the passage."""
        return self.tag.evidence.start

    @property
    def place(self) -> Spot:
        """Where the name stands in the paper."""
        return self.passage.id, self.start

    @property
    def is_plan(self) -> bool:
        """Whether the words name a regional plan (or its summary or draft), not a report or a look-alike."""
        return self.object in (Object.PLAN, Object.SUMMARY, Object.DRAFT)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention led to a plan; ``inferred`` where region or period came from elsewhere in the paper."""

    plan: str | None
    object: Object
    inferred: bool


@dataclass(frozen=True, slots=True)
class Plans:
    """All mentions of a paper, and the region and periods that hold where a mention gives none."""

    mentions: tuple[Mention, ...]
    region: str | None
    region_stated: bool
    period: str | None
    period_stated: bool
    held: Mapping[Spot, str | None] = field(default_factory=dict)  # the period of a name that gives none, by its place

    def periods_of(self, mention: Mention) -> tuple[str | None, ...]:
        """The periods of a mention: its own, else the one that holds where it stands."""
        return mention.periods or (self.held.get(mention.place, self.period),)

    def resolve(self, mention: Mention) -> tuple[Resolved, ...]:
        """The plans of a mention: one for each period that it names."""
        if not mention.is_plan:
            return (Resolved(None, mention.object, False),)
        region = mention.regions[0] if mention.regions else self.region
        periods = self.periods_of(mention)
        inferred = not mention.regions or not mention.periods
        return tuple(Resolved(plan_id(region, period), mention.object, inferred) for period in periods)

    def names_plan(self, passage: Passage, part: Slice) -> bool:
        """Whether a plan is named in a part of a passage."""
        return any(each.is_plan and each.passage.id == passage.id and part.holds(each.start) for each in self.mentions)

    def ids(self) -> tuple[PlanMention, ...]:
        """Every plan that the paper speaks of, the most frequent first."""
        found: Counter[tuple[str, str | None]] = Counter()
        for mention in self.mentions:
            region = mention.regions[0] if mention.regions else self.region
            if (mention.is_plan or mention.object == Object.REPORT) and region:
                for period in self.periods_of(mention):
                    found[region, period] += 1
        stated = {region for region, period in found if period}
        found = Counter({each: times for each, times in found.items() if each[1] or each[0] not in stated})
        return tuple(
            PlanMention(plan_id(region, period) or "", region, period) for (region, period), _ in found.most_common()
        )


def plan_id(region: str | None, period: str | None) -> str | None:
    """The id of a plan; without a period it is that of the region's plans, and the mention stays open.

    >>> plan_id("jugovzhodna", "2017-2020"), plan_id("goriska", None), plan_id(None, "2017-2020")
    ('rin-sv/jugovzhodna/2017-2020', 'rin-sv/goriska', None)
    """
    if not region:
        return None
    return f"rin-sv/{region}/{period}" if period else f"rin-sv/{region}"
