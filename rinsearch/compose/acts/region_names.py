"""A plan called by its region alone, behind a plan's full name: "z zasavskim se je svet seznanil"."""

from __future__ import annotations

from rinsearch.compose.plans.plan_names import regions_called
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.taxonomy.phrases import phrase


def named_by_region(context: Context, verb: Verb) -> Mention | None:
    """The plan of the region whose adjective stands in the clause instead of a name."""
    text, clause = verb.passage.text, verb.clause
    for match in phrase("region-adjective-alone").finditer(text, clause.start, clause.end):
        if phrase("no-noun-behind").match(text, match.end(), clause.end) or text[match.end() : verb.start].isspace():
            found = regions_called(match["stem"])
            if found:
                return _of_region(context, verb, found[0])
    return None


def _of_region(context: Context, verb: Verb, region: str) -> Mention | None:
    """The last plan of this region before the verb, else the item's plan where its name gives no region."""
    here = context.position(verb.passage)
    before = [each for each in context.plans.mentions if context.position(each.passage) <= here and each.is_plan]
    own = context.topics[verb.passage.id].reference
    if own is not None and region in _regions(context, own):
        return own
    return next((each for each in reversed(before) if region in each.regions), None)


def _regions(context: Context, mention: Mention) -> tuple[str, ...]:
    return mention.regions or tuple(filter(None, (context.plans.region,)))
