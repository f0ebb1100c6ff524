"""One text proposed to several councils: "Občinski svet Občine Ormož se je seznanil z načrtom.", and so for each.

A resolution may be worded in the past tense before it is passed. Beside a proposal the same words with the name of
another council are a proposal, too; and in a paper for a session nobody tells in equal sentences what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.when_told import is_dated
from rinsearch.compose.verbs.verbs import DECIDING, SUBSTANCE, Context
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.taxonomy.phrases import phrase

FOR_SESSIONS = frozenset({DocumentKind.MEMO, DocumentKind.AGENDA})


def with_same_texts(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts, with those as proposals that only repeat for another council what is proposed."""
    return list(acts if context.paper.kind in DECIDING else _proposed(context, acts))


def _proposed(context: Context, acts: Sequence[Act]) -> Iterator[Act]:
    before: tuple[str, bool] = ("", False)  # the text of the act before, and whether it is a proposal
    for act in acts:
        text, proposed = _text(act), act.status == EventStatus.PROPOSED
        if text and act.reported and act.status in SUBSTANCE and not is_dated(act.verb):
            proposed = before == (text, True) or _is_repeated(context, act, text)
        yield replace(act, status=EventStatus.PROPOSED) if proposed else act
        before = (text, proposed)


def _is_repeated(context: Context, act: Act, text: str) -> bool:
    """Whether a paper for sessions says the same twice in one place."""
    here = context.position(act.verb.passage)
    near = context.paper.passages[max(0, here - 1) : here + 2] if context.paper.kind in FOR_SESSIONS else ()
    return sum(" ".join(each.text.lower().split()).count(text) for each in near) > 1


def _text(act: Act) -> str:
    """What a sentence that begins with a council says of it, in small letters; empty for any other sentence."""
    passage, sentence = act.verb.passage, act.verb.sentence
    place = next(iter(act.verb.beside("municipality")), None)
    if place is None or place.evidence.end > act.verb.start:
        return ""
    if not phrase("council-of-entry").fullmatch(passage.text, sentence.start, place.evidence.start):
        return ""
    return " ".join(passage.text[place.evidence.end : sentence.end].lower().split()).strip(' .;,"»«“”')
