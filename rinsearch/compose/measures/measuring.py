"""From a draft to the record of a measure, with evidence for each field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from rinsearch.compose.fields.deadlines import last_day
from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.compose.paper import evidence_at, tags_between
from rinsearch.compose.priorities.priorities import Heading
from rinsearch.normalise.figures import with_figures
from rinsearch.records import Evidence, Measure, Municipality, Passage
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase

# A number with points for thousands and a comma for cents: "12.000,00".
_AMOUNT = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?(?!\s?%)")
HINT = "target_group.situation"
OPEN = ' ,;(\n\t"–-'


def measure_of(draft: Draft, plan: str | None, above: Heading) -> Measure:
    """The record; its id is given when all measures of the paper are known."""
    start, end = _tight(draft.passage.text, *draft.text)
    own = _groups(draft, start, end)
    deadline = with_figures(draft.value("deadline") or "")
    return Measure(
        id="",
        plan=plan,
        number=draft.number,
        text=_text(draft, start, end),
        priority=above.priority,
        goal=draft.value("goal") or above.goal,
        target_groups=own,
        inherited=() if own else above.groups,
        municipalities=_municipalities(draft, start, end),
        providers=providers_of(draft.value("provider")),
        deadline=" ".join(deadline.split()) if deadline else None,
        until=_until(draft, deadline),
        funding=draft.value("funding") or _paid_by(draft),
        amount=_amount(draft),
        indicator=draft.value("indicator"),
        evidence=evidence_at(draft.passage, start, end, draft.rule),
        fields={name: _place(draft, name) for name in draft.fields if draft.value(name)},
    )


def _tight(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    begun = start + len(words) - len(words.lstrip(" \t\n:;,.|–—-"))
    return min(begun, end), max(begun, end - len(words) + len(words.rstrip(" \t\n;:,.|–—-(")))


def _text(draft: Draft, start: int, end: int) -> str:
    parts = [draft.passage.text[start:end], *(passage.text[slice(*span)] for passage, span in draft.more)]
    return " ".join(" ".join(parts).split())


def _place(draft: Draft, name: str) -> Evidence:
    passage = draft.home(name)
    start, end = _tight(passage.text, *draft.fields[name])
    return evidence_at(passage, start, end, f"{draft.rule}.{name}")


def _groups(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """The target groups of the column and of the measure's own words; where both name none, of its description.

    What only hints at people (a situation) is no group of the measure's own words where a column names some.
    """
    named = _reaches(draft, "target_group")
    own = _without_providers(draft, [(draft.passage, (start, end)), *draft.more])
    if said := _values(_without_providers(draft, named), "target_group"):
        return tuple(dict.fromkeys((*said, *_values(own, "target_group", hinted=False))))
    described = [] if named else _reaches(draft, "description")
    told = _values(_without_providers(draft, described), "target_group")
    return tuple(dict.fromkeys((*_values(own, "target_group"), *told))) or _values(named, "target_group")


def _reaches(draft: Draft, name: str) -> list[tuple[Passage, Span]]:
    return [(draft.home(name), draft.fields[name])] if name in draft.fields else []


def _values(reaches: list[tuple[Passage, Span]], label: str, hinted: bool = True) -> tuple[str, ...]:
    """What the tags there say; those of words that only hint at people may be left out."""
    tags = [tag for passage, reach in reaches for tag in tags_between(passage, label, *reach)]
    return tuple(dict.fromkeys(tag.value for tag in tags if hinted or tag.evidence.rule != HINT))


def _without_providers(draft: Draft, reaches: list[tuple[Passage, Span]]) -> list[tuple[Passage, Span]]:
    """The reaches without the name of who does it: "odpre jo Koroški dom starostnikov" is not for older people."""
    place = draft.fields.get("provider")
    if place is None:
        return reaches
    home = draft.home("provider").id
    return [
        (passage, part)
        for passage, (start, end) in reaches
        for part in (
            ((start, min(end, place[0])), (max(start, place[1]), end)) if passage.id == home else ((start, end),)
        )
    ]


def _municipalities(draft: Draft, start: int, end: int) -> tuple[Municipality, ...]:
    named = _values(_reaches(draft, "municipality"), "municipality")
    codes = named or _values([(draft.passage, (start, end))], "municipality")
    return tuple(municipalities()[code].ref for code in codes)


def providers_of(words: str | None) -> tuple[str, ...]:
    """The names of a list of organisations, each for itself.

    >>> providers_of("CSD Novo mesto, Dom starejših občanov in društva upokojencev")
    ('CSD Novo mesto', 'Dom starejših občanov', 'društva upokojencev')
    >>> providers_of("Društvo Ozara, enota Maribor"), providers_of("Zavod za izobraževanje in kulturo")
    (('Društvo Ozara, enota Maribor',), ('Zavod za izobraževanje in kulturo',))
    >>> providers_of("Društvo Tihi korak, Ljutomer"), providers_of("Društvo upokojencev Bled, Kranj")
    (('Društvo Tihi korak, Ljutomer',), ('Društvo upokojencev Bled', 'Kranj'))
    >>> providers_of("Zveza prijateljev mladine, ki pripravi tabore, in CSD Trebnje")
    ('Zveza prijateljev mladine', 'CSD Trebnje')
    """
    found: list[str] = []
    names = phrase("told-of-organisation").sub("", words or "")
    for part in (" ".join(part.split()).strip(OPEN) for part in _apart(names)):
        if found and part in _places() and _is_without_place(found[-1]):
            found[-1] += f", {part}"
        elif len(part) > 1:
            found.append(part)
    return tuple(found)


def _is_without_place(name: str) -> bool:
    """Whether a society's own name tells no place: in "Društvo Pot, Ljutomer" the town belongs to it."""
    return bool(phrase("society").match(name)) and not any(f" {place}" in name for place in _places())


@cache
def _places() -> frozenset[str]:
    return frozenset(entry.name for entry in municipalities().values())


def _apart(words: str) -> Iterator[str]:
    """The parts of a list; what stands in brackets is none, and a bracket that is left open ends a name."""
    begun = 0
    for match in phrase("apart-providers").finditer(words):
        if words.count("(", begun, match.start()) <= words.count(")", begun, match.start()):
            yield words[begun : match.start()]
            begun = match.end()
    last = words[begun:]
    yield last if last.count("(") <= last.count(")") else last[: last.rindex("(")]


def _until(draft: Draft, deadline: str) -> date | None:
    if not deadline:
        return None
    tags = tags_between(draft.home("deadline"), "date", *draft.fields["deadline"])
    until = last_day(deadline, (date.fromisoformat(tag.value) for tag in tags))
    return last_day(f"{deadline} {draft.year}") if draft.year and until is None else until


def _amount(draft: Draft) -> float | None:
    """Euros: an amount with its currency, else a bare number in the column of amounts."""
    tagged = next(_amounts(draft), None)
    if tagged is not None:
        return tagged
    match = _AMOUNT.search(draft.value("amount") or "")
    return float(re.sub(r"[. ]", "", match[1]) + "." + (match[2] or "0")) if match else None


def _paid_by(draft: Draft) -> str | None:
    """Who pays, as written, where the column of amounts tells it: "proračun občine", "občina (2.000 EUR)"."""
    words = draft.value("amount")
    if not words or "amount" in draft.said:
        return None
    left = words
    for tag in tags_between(draft.home("amount"), "amount", *draft.fields["amount"]):
        left = left.replace(tag.evidence.quote, " ")
    left = phrase("around-an-amount").sub(" ", _AMOUNT.sub(" ", left))
    return " ".join(words.split()) if any(map(str.isalpha, left)) else None


def _amounts(draft: Draft) -> Iterator[float]:
    for name in ("amount", "funding"):
        for passage, reach in _reaches(draft, name):
            yield from (float(tag.value) for tag in tags_between(passage, "amount", *reach))
