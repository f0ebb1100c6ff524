"""An explanation in print: the text, its tags with their rules, and each verb with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rinsearch.answers.naming import name_of, status_name
from rinsearch.answers.papers import PASSAGE, PLAIN, Row
from rinsearch.answers.tables import Table
from rinsearch.answers.words import whole
from rinsearch.index.values import label_of
from rinsearch.records.explained import ActReason, Explanation, PassageReasons, TagReason
from rinsearch.taxonomy import counted


def explanation_tables(found: Explanation) -> Iterator[Table]:
    """A table for each passage that has a tag or a verb, under a line about the paper."""
    shown = [each for each in found.passages if each.tags or each.acts]
    kind = label_of("kind", found.kind) if found.kind else ""
    issuer = found.issuer.name if found.issuer else ""
    paper = ", ".join(filter(None, (found.source, kind, issuer)))
    yield Table(f"{paper}: {counted(len(shown), 'passage')}, {counted(_tags(found), 'tag')}", (), ())
    yield from (_passage(each) for each in shown)


def _tags(found: Explanation) -> int:
    return sum(len(each.tags) for each in found.passages)


def _passage(passage: PassageReasons) -> Table:
    page = f", str. {passage.page}" if passage.page else ""
    rows: list[Row] = [("oddelek", " › ".join(passage.section), "", "")] if passage.section else []
    rows += [("besedilo", whole(passage.text), "", ""), *map(_tag, passage.tags)]
    rows += [row for act in passage.acts for row in _act(act)]
    return Table(f"{passage.id}{page} ({name_of('passages', passage.kind)})", PASSAGE, tuple(rows))


def _tag(tag: TagReason) -> Row:
    value = tag.name if tag.label in PLAIN or tag.name == tag.value else f"{tag.name} ({tag.value})"
    how = f"{tag.how} ({tag.rule})"
    return name_of("tags", tag.label), f"{value}: {how}", f"{tag.start}–{tag.end}", whole(tag.quote)


def _act(act: ActReason) -> Iterator[Row]:
    status = status_name(act.status) if act.status else "nič"
    who = ", ".join(each.name for each in act.municipalities)
    says = f"glagol pravi: {status_name(act.says)}" if act.says else ""
    about = ", ".join(filter(None, (who, act.plan or "", says)))
    place = f"{act.evidence.start}–{act.evidence.end}"
    yield "odločanje", f"{status}{f' ({about})' if about else ''}", place, whole(act.evidence.quote)
    for reason in act.reasons:
        yield "  ker", reason.words, "", ""
    for reason in act.against:
        yield "  ni seznanitev, ker", reason.words, "", ""
    looked = [name_of("qualifiers", each.name) for each in act.considered if not each.holds]
    if looked:
        yield "  iskano, ne najdeno", ", ".join(looked), "", ""


@dataclass(frozen=True, slots=True)
class ShownExplanation(Explanation):
    """An explanation; prints as tables in a notebook."""

    def _repr_html_(self) -> str:
        return "".join(each.as_html() for each in explanation_tables(self))
