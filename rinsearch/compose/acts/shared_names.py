"""Councils named by an adjective that two municipalities share: "ribniški svet" is that of the plan's region."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.subjects.together import sharing
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.taxonomy.phrases import phrase


def of_region(context: Context, verb: Verb, subject: Subject) -> Subject:
    """The subject with the one municipality of the region that has the adjective before it; else it is another's.

    In the paper of one of those that share the adjective the council is its own.
    """
    if subject.kind != "council" or subject.municipalities or not subject.words:
        return subject
    text, sentence = verb.passage.text, verb.sentence
    at = text.find(subject.words, sentence.start, sentence.end)
    adjective = phrase("adjective-before").search(text, sentence.start, at) if at >= 0 else None
    named = sharing(adjective["last"]) if adjective else ()
    issuer = context.paper.issuer
    if not named or (issuer and any(each.code == issuer.code for each in named)):
        return subject
    near = tuple(each.ref for each in named if each.region == context.plans.region)
    return replace(subject, municipalities=near) if len(near) == 1 else Subject("other", subject.words, ())
