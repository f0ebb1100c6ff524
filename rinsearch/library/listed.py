"""The registers of an index as lists: measures, decisions, documents, plans, priorities, groups, municipalities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from rinsearch import registers
from rinsearch.answers import Listing
from rinsearch.index.base import Everything, Scope
from rinsearch.index.values import Filters, resolve
from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.names import find_plan, unsaid, wanted
from rinsearch.library.tabling import Tabling
from rinsearch.records import CitedDecision, CitedMeasure, CitedPlan, CitedPriority, DocumentInfo
from rinsearch.registers import Wanted
from rinsearch.taxonomy import alphabetical, municipalities, target_groups

if TYPE_CHECKING:
    from rinsearch.library import drawing
    from rinsearch.library.drawing import DrawnMeasures
else:
    drawing = later("rinsearch.library.drawing")


class Listed(Tabling):
    """The part of `Library` that lists what papers hold."""

    def measures(
        self,
        *,
        children: bool = True,
        priority: str | None = None,
        provider: str | None = None,
        own: bool = False,
        without: str | None = None,
        picture: Path | str | None = None,
        **filters: Unpack[Filters],
    ) -> DrawnMeasures:
        """Which measures are there, for a target group (with the groups below it), of a plan, in a municipality?

        ``since`` and ``until`` are of the measures' deadlines; those without a day are then left out. ``children``
        false leaves out the groups below. ``priority`` is the number of one or a part of its title, ``provider`` a part
        of a name. ``own`` leaves out what papers about a plan name, where its own text is there. ``without``: only
        those that name no provider, deadline, funding, amount, indicator, target-group or priority. ``picture``: draw
        target groups by priorities, as a matrix of counts of one plan, to this SVG file.
        """
        days = wanted("measures", Filters(since=filters.pop("since", None), until=filters.pop("until", None)), ())
        limits = self._wanted("measures", filters)
        alone = not arguments.flag("children", children)
        found = registers.measures(self._understood(), _alone(limits, filters) if alone else limits)
        titles = registers.priorities(self._understood())
        own_texts = self._own_texts() if arguments.flag("own", own) else {}
        asked = _asked(priority=priority, provider=provider, without=without)
        narrowing = registers.Narrowing(days.since, days.until, *asked, own_texts)
        kept = registers.narrowed(found, titles, narrowing)
        if picture is not None:
            drawing.write(drawing.matrix(kept, titles), picture)
        return drawing.DrawnMeasures(kept, titles)

    def decisions(self, **filters: Unpack[Filters]) -> Listing[CitedDecision]:
        """The decisions that papers show, by date."""
        return Listing("decisions", registers.decisions(self._understood(), self._wanted("decisions", filters)))

    def documents(self, **filters: Unpack[Filters]) -> Listing[DocumentInfo]:
        """The papers, by date."""
        return Listing("documents", registers.documents(self._understood(), self._wanted("documents", filters)))

    def plans(self) -> Listing[CitedPlan]:
        """The regional plans that papers speak of: how many councils took note, how many measures, its own document."""
        measures = registers.measures(self._understood())
        return Listing("plans", [self._overview(each, measures) for each in registers.plans(self._understood())])

    def _overview(self, plan: CitedPlan, measures: Sequence[CitedMeasure]) -> CitedPlan:
        table, own = self._table_of(plan.id), registers.of_plan(measures, plan.id)
        return replace(plan, took_note=table.took_note, councils=table.total, measures=len(own))

    def priorities(self, plan: str | None = None) -> Listing[CitedPriority]:
        """The priorities of the plans, from the plans' own documents and from papers about them."""
        asked = arguments.text_or_none("plan", plan, "JV 2017")
        found = registers.priorities(self._understood())
        id = find_plan(asked, registers.plans(self._understood())) if asked else None
        return Listing("priorities", [each for each in found if id in (None, each.plan)])

    def groups(self) -> Listing[Mapping[str, Any]]:
        """The target groups, with the number of papers that speak of each."""
        counts = dict(self.engine.facets(Everything(), ["target_group"], Scope.DOCUMENT)["target_group"])
        rows = [
            {
                "id": g.id,
                "parent": g.parent,
                "label_sl": g.label_sl,
                "label_en": g.label_en,
                "documents": counts.get(g.id, 0),
            }
            for g in target_groups().values()
        ]
        return Listing("groups", rows)

    def municipalities(self, region: str | None = None) -> Listing[Mapping[str, Any]]:
        """The municipalities, all or of a region, with the number of papers that each has issued."""
        counts = Counter(paper.info.issuer.code for paper in self._understood() if paper.info.issuer)
        asked = arguments.text_or_none("region", region, "jugovzhodna")
        wanted = resolve("region", asked).value if asked is not None else None
        rows = [
            {"code": m.code, "name": m.name, "region": m.region, "documents": counts[m.code]}
            for m in sorted(municipalities().values(), key=lambda each: alphabetical(each.name))
            if wanted in (None, m.region)
        ]
        return Listing("municipalities", rows)

    def _own_texts(self) -> Mapping[str, str]:
        """The document that is the plan itself, by plan."""
        return {each.id: each.document.id for each in registers.plans(self._understood()) if each.document}

    def _wanted(self, answer: str, filters: Filters) -> Wanted:
        return wanted(answer, filters, self._plan_ids())

    def _plan_ids(self) -> Sequence[str]:
        """Every plan that a paper speaks of, also those whose period stays open."""
        return tuple(value for value, _ in self.engine.facets(Everything(), ["plan"], Scope.DOCUMENT)["plan"])


def _alone(limits: Wanted, filters: Filters) -> Wanted:
    """The same limits with the target group that is named, and none of those below it."""
    named = filters.get("target_group")
    groups = frozenset({resolve("target_group", named).value}) if named else limits.target_groups
    return replace(limits, target_groups=groups)


def _asked(
    *, priority: str | None, provider: str | None, without: str | None
) -> tuple[str | None, str | None, str | None]:
    """What measures are narrowed by, checked: whose priority, by whom, and the field that they leave open."""
    return (
        arguments.text_or_none("priority", priority, "2"),
        arguments.text_or_none("provider", provider, "CSD"),
        unsaid(arguments.text_or_none("without", without, "deadline")),
    )
