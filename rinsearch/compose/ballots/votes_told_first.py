"""The vote that is told right before a resolution, in the words that lead to it."""

from __future__ import annotations

import re

from rinsearch.clauses import sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.vote_places import Place, same_item, votes_in
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import join_votes
from rinsearch.records import Tag
from rinsearch.taxonomy.phrases import phrase

LEAD_REACH = 120  # characters from a vote to the colon behind it
OTHER_SENTENCE = re.compile(r"(?<!\bšt)[.!?;] ")  # "SKLEP št. 191:" is one lead


def votes_first(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote that is told right before a resolution, in the words that lead to it."""
    return votes_leading(act) or votes_announcing(context, act) or _votes_found(act) or _votes_numbered(act)


def _votes_found(act: Act) -> tuple[Tag, ...]:
    """The vote right before "Ugotavljam, da se svet ni seznanil.", in the words of who presides."""
    verb = act.verb
    if not phrase("finds-that").match(verb.statement):
        return ()
    before = sentences_before(verb.passage.text, verb.sentence.start)[-1:]
    return tags_between(verb.passage, "vote", before[0].start, before[0].end) if before else ()


def _votes_numbered(act: Act) -> tuple[Tag, ...]:
    """The vote before the number under which a resolution is listed: "(20/3) 302. Občinski svet jemlje …"."""
    text, start = act.verb.passage.text, act.verb.sentence.start
    before = sentences_before(text, start)[-1:]
    votes = tags_between(act.verb.passage, "vote", before[0].start, before[0].end)[:1] if before else ()
    first = bool(votes) and not any(map(str.isalnum, text[before[0].start : votes[0].evidence.start]))
    numbered = first and phrase("number-behind-vote").fullmatch(text, votes[0].evidence.end, before[0].end)
    return votes if numbered else ()


def votes_leading(act: Act) -> tuple[Tag, ...]:
    """The vote right before the resolution's colon: "Glasovalo je 15 za, proti 4: Svet se seznani z načrtom."."""
    passage, start = act.verb.passage, act.verb.sentence.start
    lead = passage.text[:start].rstrip(' \n»"')
    if not lead.endswith(":") or phrase("committee-voted").match(act.verb.sentence.lead):
        return ()
    before = tags_between(passage, "vote", max(0, start - LEAD_REACH), start)[-1:]
    apart = passage.text[before[0].evidence.end : start] if before else ""
    return before if before and not OTHER_SENTENCE.search(apart) else ()


def votes_announcing(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in the lead-in of the resolution: "ZA je glasovalo 12 članov. Sprejet je naslednji sklep:"."""
    passage = act.verb.passage
    here = context.position(passage)
    if passage.id not in context.leads or here == 0:
        return ()
    before = context.paper.passages[here - 1]
    votes = votes_in(Place(before, 0, len(before.text)), act) if same_item(context, before, passage) else ()
    vote = join_votes(votes)
    return votes if vote and vote.for_ is not None else ()
