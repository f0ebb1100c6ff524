"""Measures told of in a sentence: "Dom prevzame ukrep 3.2 (oddih za svojce, do 2019)", "Ukrep »Prevozi« bo …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import deadline_told, is_time_of_year, told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.taxonomy.phrases import phrase

LEAST_LETTERS = 4  # of a name
LEAST_LEADING = 2  # names that begin sentences; one alone may be a motto
_LEADING = re.compile(r"(?:\A|(?<=[.!?][ \n]))[»„“](?P<name>[^»«„“”]{3,80})[«“”]\s?[–—:-]\s")
_QUOTED = re.compile(r"[»„“](?P<name>[^»«„“”]{3,80})[«“”]")
NAME_ENDS = ",;–—"  # signs before what is told in brackets behind the name


def from_explained(units: Sequence[Unit]) -> Iterator[Draft]:
    """Sentences that say who takes over which measure until when."""
    for unit in units:
        if unit.place is Place.CLOSED:
            continue
        for match in phrase("measure-explained").finditer(unit.passage.text, unit.start, unit.end):
            yield from _draft(unit, match, _name(unit, match), match.span("inside"))


def from_quoted(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "Ukrep »Prevoz za vsakogar«, ki ga vodi Društvo upokojencev, bo pri nas stekel 1. 3. 2018."."""
    for unit in units:
        quoted = unit.place is not Place.CLOSED and any(sign in unit.text for sign in '»„"')
        for match in phrase("measure-quoted").finditer(unit.passage.text, unit.start, unit.end) if quoted else ():
            yield from _draft(unit, match, match.span("name"), (match.end(), match.end()))


def from_names(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "Občini sta namenjena dva ukrepa. Prvi je »Od vrat do vrat«, s katerim bo Karitas do …"."""
    for unit in units:
        yield from _leading(unit)
        announced = unit.place is not Place.CLOSED and phrase("measures-named").search(unit.text)
        if not announced:
            continue
        text = unit.passage.text
        names = list(_QUOTED.finditer(text, unit.start + announced.end(), unit.end))
        for name in names:
            sentence = enclosing(sentences(text), name.start())
            fields = told_fields(text, name.end(), sentence.end)
            if fields:
                fields["description"] = (name.end(), sentence.end)
                yield Draft(unit.passage, name.span("name"), fields, None, "measure.name")


def _leading(unit: Unit) -> Iterator[Draft]:
    """ "»Druga polica« – izmenjevalnica. Izvaja Karitas, do 2019. »Slišim te« – …": names that begin what is told."""
    quoted = unit.place is Place.MEASURES and any(sign in unit.text for sign in "»„“")
    names = list(_LEADING.finditer(unit.passage.text, unit.start, unit.end)) if quoted else []
    if len(names) < LEAST_LEADING:
        return
    for name, end in zip(names, [*(each.start() for each in names[1:]), unit.end], strict=True):
        text = unit.passage.text
        fields = told_fields(text, name.end(), end)
        if "deadline" not in fields and (time := _last_part(text, name.end(), end)):
            fields["deadline"] = time
        past = phrase("told-in-the-past").search(text, name.end(), end)
        if "provider" in fields and not past:
            told = {**fields, "description": (name.end(), end)}
            around = ((unit.passage, (name.start(), end)),)
            yield Draft(unit.passage, name.span("name"), told, unit.number, "measure.name", around=around)


def _last_part(text: str, start: int, end: int) -> Span | None:
    """The last part where it is a time that leaves out its year: "Izvaja Občina Litija, II. polletje."."""
    stop = start + len(text[start:end].rstrip(" .;"))
    begin = text.rfind(", ", start, stop) + len(", ")
    return (begin, stop) if begin > start and is_time_of_year(text[begin:stop]) else None


def _draft(unit: Unit, match: Match[str], name: Span, inside: Span) -> Iterator[Draft]:
    text = unit.passage.text
    sentence = enclosing(sentences(text), match.start())
    begin, end = max(sentence.start, unit.start), min(sentence.end, unit.end)
    if any(phrase(name).search(text, begin, end) for name in ("told-in-the-past", "no-item-of-measures")):
        return
    labels = {each.field: each.value for each in labels_in(unit.passage, *inside)}
    fields = {**told_fields(text, unit.body if unit.body < match.start() else begin, end), **labels}
    behind = labels_in(unit.passage, end, unit.end)[:1]  # "Namenjen je krajanom, ki ne morejo voziti."
    fields |= {each.field: each.value for each in behind if each.field == "target_group" and each.start <= end + 1}
    if set(fields) >= STRONG and sum(map(str.isalpha, text[slice(*name)])) >= LEAST_LETTERS:
        around = ((unit.passage, (begin, end)),)
        yield Draft(unit.passage, name, fields, match.groupdict().get("number"), "measure.explained", around=around)


def _name(unit: Unit, match: Match[str]) -> Span:
    """What stands in brackets, up to the sign before the first label or time."""
    text, (start, end) = unit.passage.text, match.span("inside")
    told = [each.start for each in labels_in(unit.passage, start, end)]
    time = deadline_told(text, start, end)
    first = min([*told, *([time[0]] if time else []), end])
    cuts = [at for at in range(start, first) if text[at] in NAME_ENDS]
    return start, cuts[-1] if cuts and first < end else first
