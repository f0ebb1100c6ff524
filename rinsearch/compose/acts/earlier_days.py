"""What minutes tell of a day before: "Svet je 7. novembra 2017 s sklepom št. 171 odločil, da se je z njim seznanil"."""

from __future__ import annotations

from datetime import date

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import Paper
from rinsearch.taxonomy.phrases import phrase


def day_before(paper: Paper, act: Act) -> date | None:
    """The day before the paper's session on which an act was done, where its sentence says so in front of the verb."""
    held, verb = paper.session.date if paper.session else None, act.verb
    if held is None or not verb.is_past:
        return None
    text, start = verb.passage.text, verb.sentence.start
    told = (tag for tag in verb.beside("date") if tag.evidence.end <= verb.start)
    days = [tag.value for tag in told if phrase("day-of-deed").search(text, start, tag.evidence.start)]
    found = date.fromisoformat(days[0]) if days else None
    return found if found and found < held else None
