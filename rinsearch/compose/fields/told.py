"""Who does a measure, and until when, where running text tells it: "Odpre jo Mladinski svet, in sicer do 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.taxonomy.phrases import phrase

Span = tuple[int, int]
PARTED = re.compile(r"[^\s;](?:[^;]*[^\s;])?")  # what stands between semicolons, without the blanks around it
LONGEST_NAME = 120  # characters of an organisation
NEAR = 12  # characters before a name that are looked at


def told_fields(text: str, start: int = 0, end: int | None = None) -> dict[str, Span]:
    """The provider and the deadline that the text between two positions tells."""
    end = len(text) if end is None else end
    fields = {"provider": provider_told(text, start, end), "deadline": deadline_told(text, start, end)}
    return {name: span for name, span in fields.items() if span}


def provider_told(text: str, start: int, end: int) -> Span | None:
    """The organisation behind a verb of doing, else one before a verb, else one that stands for itself."""
    names = _names(text, start, end)
    will = next((name for name in names if _is_to_act(text, name, start)), None)
    if will:
        return will
    for match in phrase("provider-told").finditer(text, start, end):
        return name_at(text, match.end(), end)
    behind = phrase("provider-behind").search(text, start, end)
    if behind and not any(_acts(text, name, start, behind.end()) for name in names if name[0] < behind.end()):
        return name_at(text, behind.end(), end)
    acting = next((name for name in names if _acts(text, name, start, end)), None)
    return acting or next((name for name in names if _stands_alone(text, name, start)), None)


def before_provider(text: str, span: Span) -> Span:
    """The words before those that tell who: "Klub staršev, izvaja Društvo Pot" without what is behind the comma."""
    for match in phrase("provider-told").finditer(text, *span):
        before = text[span[0] : match.start()].rstrip()
        if before[-1:] in tuple(",;–-(") and len(before) > 1:
            return span[0], span[0] + len(before.rstrip(" ,;–-("))
    return span


def _names(text: str, start: int, end: int) -> list[Span]:
    return [name_at(text, match.start(), end) for match in phrase("organisation").finditer(text, start, end)]


def _acts(text: str, name: Span, start: int, end: int) -> bool:
    """Whether a verb stands behind the name (a place in brackets or a time may be between), or "bo" right before it."""
    at = name[1]
    between = _IN_BRACKETS.match(text, at, end) or phrase("deadline-told").match(text, min(at + 1, end), end)
    if between:
        at = between.end()
    relative = phrase("told-of-who").match(text, at, end)
    at = relative.end() if relative else at
    return bool(phrase("doing").match(text, at, end)) or _is_to_act(text, name, start)


def does_likewise(text: str, start: int, end: int) -> bool | None:
    """Whether the name at ``start`` does what the verb before it says: "Rdeči križ pa …".

    ``False`` where it has a verb of its own, ``None`` where it does nothing.
    """
    name = name_at(text, start, end)
    if _acts(text, name, start, end):
        return False
    return True if phrase("likewise").match(text, name[1], end) else None


def _is_to_act(text: str, name: Span, start: int) -> bool:
    """ "bo" right before the name."""
    return bool(phrase("will").search(text, max(start, name[0] - NEAR), name[0]))


def _stands_alone(text: str, name: Span, start: int) -> bool:
    """ "… Za učence. CSD Mozirje; od septembra 2014.": a name that is a part of its own."""
    before = text[max(start, name[0] - NEAR) : name[0]].rstrip()
    return (not before or before[-1] in ".;") and text[name[1] : name[1] + 1] in ".;,"


def provider_before_colon(text: str, start: int, end: int) -> Span | None:
    """ "Društvo Mozaik: varna soba …": the organisation that the text begins with, up to its colon."""
    colon = text.find(":", start, min(end, start + LONGEST_NAME))
    return (start, colon) if colon > start and phrase("organisation").match(text, start, colon) else None


def name_at(text: str, start: int, end: int) -> Span:
    """A name runs up to a comma or to what cannot belong to it."""
    last = min(end, start + LONGEST_NAME)
    several = phrase("municipalities-listed").match(text, start, last)
    if several:
        return several.span()
    stop = phrase("organisation-ends").search(text, start, last)
    unit = phrase("branch").match(text, stop.start(), last) if stop else None
    stop = phrase("organisation-ends").search(text, unit.end(), last) if unit else stop
    purpose = text.find(" za ", start, stop.start() if stop else last)
    if purpose > 0 and phrase("without-purpose").match(text, start):
        return start, purpose
    return start, start + len(text[start : stop.start() if stop else last].rstrip())


def deadline_told(text: str, start: int, end: int) -> Span | None:
    """The time that the text names as the end or the beginning; without its preposition.

    How long it lasts ("ves čas veljavnosti načrta") says more than how often ("enkrat na teden").
    """
    found = list(_times(text, start, end))
    led = [span for span, strong in found if strong]
    dated = [span for span, _ in found if _DATED.search(text, *span)]
    lasting = [span for span, _ in found if phrase("lasting-time").match(text, *span)]
    return next(iter(led or dated or lasting), next((span for span, _ in found), None))


def _times(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Times with what they are led by: "do 2018" says more than "2018"."""
    for match in phrase("deadline-told").finditer(text, start, end):
        begin = without_lead(text, match.span())[0]
        led = match["lead"] or begin > match.start()
        yield (begin, match.end()), bool(led or phrase("time-that-begins").match(match.group()))


def is_time(words: str) -> bool:
    """Whether the words are a time and nothing else: "do 31. 12. 2018", "stalno"."""
    words = words.strip()
    words = f"{words}." if _DAY_ENDS.search(words) else words
    return bool(phrase("deadline-told").fullmatch(words) or phrase("time-alone").fullmatch(words))


def is_dated(text: str, span: Span) -> bool:
    """Whether a time names a year or a day, and not only how often: "dvakrat na mesec"."""
    return _DATED.search(text, *span) is not None


def is_time_of_year(words: str) -> bool:
    """Whether the words are a time, though its year may be left out: "do 31. 12. 2018", "jeseni", "marec in april"."""
    return is_time(words) or bool(phrase("time-of-year").fullmatch(words.strip()))


def without_lead(text: str, span: Span) -> Span:
    """A time without "do", "najkasneje", as running text and brackets have it; "od …" says another thing."""
    words = text[span[0] : span[1]]
    begin = span[0] + len(words) - len(words.lstrip())
    lead = phrase("deadline-lead").match(text, begin, span[1])
    return (lead.end() if lead else begin), span[1]


_DAY_ENDS = re.compile(r"\d\. \d{1,2}$")  # "do 30. 6", from the end of whose part the stop was taken
_DATED = re.compile(r"20\d\d|\d\.\s?\d")
_IN_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
_PARTS = re.compile(r",\s+(?=[^,]*$)")


def provider_and_time(text: str, start: int, end: int) -> dict[str, Span] | None:
    """ "Društvo Kralji ulice, enota Maribor, do 31. 12. 2018": the words behind the last comma are a time."""
    end = start + len(text[start:end].rstrip(" \t\n.,;"))
    match = _PARTS.search(text, start, end)
    if not match or not is_time(text[match.end() : end]):
        return None
    name = text[start : match.start()].strip()
    if not (name[:1].isupper() or phrase("organisation").match(name)):
        return None
    return {"provider": (start, match.start()), "deadline": without_lead(text, (match.end(), end))}
