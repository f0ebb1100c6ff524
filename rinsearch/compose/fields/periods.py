"""Times of two halves, each with a label: "Z: 1. 3. 2018, D: 31. 12. 2020", "začetek: 2018; konec: 2020"."""

from __future__ import annotations

import re
from dataclasses import replace

from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.compose.fields.told import PARTED, is_time, is_time_of_year, without_lead
from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

_REMARK = re.compile(r"\s*\([^()\d]{1,80}\)\.?$")
_AHEAD = re.compile(r"\W{0,3}\((?P<inside>[^()]{3,60})\)[\s:–-]*(?=\w)")
_PARTS = re.compile(r"[,;(\[]\s*|\.\s+(?=[A-ZČŠŽ])|\s[–—-]\s")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-ZČŠŽ]")
BEFORE_TIMES = frozenset({"target_group", "provider"})  # fields whose value a time may follow


def with_end(draft: Draft) -> Draft:
    """The draft with that half of its time which says until when; the label of a half is no part of it."""
    draft = _with_time_behind(_with_time_ahead(draft)) if "deadline" not in draft.fields else draft
    if "deadline" not in draft.fields or "deadline" in draft.said:
        return draft
    text = draft.home("deadline").text
    span = _bare(text, _without_codes(text, end_of(text, draft.fields["deadline"])))
    return replace(draft, fields={**draft.fields, "deadline": span})


def end_of(text: str, span: Span) -> Span:
    """The last half that is no beginning, or the only one; all of it where no half has a label."""
    labels = list(phrase("label-in-time").finditer(text, *span))
    if not labels or text[span[0] : labels[0].start()].strip(" ,;(|/–-"):
        return span
    ends = [*(match.start() for match in labels[1:]), span[1]]
    halves = [(match["begins"], (match.end(), end)) for match, end in zip(labels, ends, strict=True)]
    start, end = next((half for begins, half in reversed(halves) if not begins), halves[-1][1])
    return start, start + len(text[start:end].rstrip(" ,;/|–-("))


def _without_codes(text: str, span: Span) -> Span:
    """A time without what stands behind it and tells none: "31. 10. 2018; C1", "21. 9. 2018 (svetovni dan …)"."""
    remark = _REMARK.search(text, *span)
    if remark and is_time(text[span[0] : remark.start()]) and not phrase("more-of-a-time").search(remark.group()):
        return span[0], remark.start()
    at = text.find(";", *span)
    if at < 0:
        return span
    known = is_time(text[span[0] : at]) or phrase("ditto").fullmatch(text, span[0], at)
    more = phrase("deadline-told").search(text, at, span[1])
    ends = phrase("codes-alone").fullmatch(text, at, span[1]) or (known and not more)
    return (span[0], at) if ends else span


def _bare(text: str, span: Span) -> Span:
    """A time without what is done by it and without the sign of a footnote: "vzpostavitev do 1. 4. 2015 *"."""
    words = text[slice(*span)]
    span = span[0] + len(words) - len(words.lstrip()), span[0] + len(words.rstrip())
    work = phrase("work-before-time").match(text, *span)
    remarks = filter(None, (_REMARK.search(text, *span), phrase("remark-behind-time").search(text, *span)))
    ends = [*(each.start() for each in remarks if not phrase("more-of-a-time").search(each.group())), span[1]]
    starts = [work.end(), span[0]] if work else [span[0]]
    return next(((at, end) for end in ends for at in starts if is_time_of_year(text[at:end])), span)


def time_at_end(passage: Passage, start: int) -> Span | None:
    """The time that is the last part of what an item says: "… Izvaja CSD Kranj, vselitev jeseni."."""
    text = passage.text
    others = (line.start for line in passage.spans if line.start > start and _NUMBERED.match(text, line.start))
    end = len(text[: next(others, len(text))].rstrip(" .;)]\n"))
    cut = max((match.end() for match in _PARTS.finditer(text, start, end)), default=start)
    begin, _ = without_lead(text, _bare(text, (cut, end)))
    return (begin, end) if cut > start and is_time_of_year(text[begin:end]) else None


def _with_time_ahead(draft: Draft) -> Draft:
    """The draft with a time in brackets before its name: "T-1 (do 30. 6. 2023) Družabnik"."""
    match = _AHEAD.match(draft.passage.text, *draft.text)
    if match is None or not is_time(match["inside"]):
        return draft
    text, time = (match.end(), draft.text[1]), without_lead(draft.passage.text, match.span("inside"))
    return replace(draft, text=text).with_fields(draft.passage, {"deadline": time})


def _with_time_behind(draft: Draft) -> Draft:
    """The draft with a time that stands behind a semicolon in another field: "(za: mladi; trajno; C2)"."""
    for name in BEFORE_TIMES & draft.fields.keys():
        text, (start, end) = draft.home(name).text, draft.fields[name]
        parts = list(PARTED.finditer(text, start, end))
        time = next((part.span() for part in parts[1:] if is_time_of_year(part.group())), None)
        if time:
            kept = {**draft.fields, name: (start, parts[0].end()), "deadline": without_lead(text, time)}
            return replace(draft, fields=kept, passages={**draft.passages, "deadline": draft.home(name)})
    return draft
