"""The word lists of decisions: wordings, bodies, qualifiers, results, names of plans, kinds of papers.

Each entry of the TOML files beside this module proves itself before it is first looked for: its pattern must be found
in its example and must not be found in its counterexample. Patterns are Python regular expressions without nested
repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from rinsearch.errors import TaxonomyError
from rinsearch.sifted import Pattern, Sifted
from rinsearch.taxonomy.tables import toml

# The endings of finite forms and participles: the present tense in -em, -im, -am; what follows a participle's stem.
# Who is spoken to ("ne potrjujete ga") decides nothing by it.
ENDINGS = {
    "past": "l[aoie]?",
    "passive": "[aoie]?",
    "e": "(?:em|emo|eta|ejo|e)",
    "i": "(?:im|imo|ita|ijo|i)",
    "a": "(?:am|amo|ata|ajo|a)",
}
_PLACE = re.compile(r"\{([a-z]+)\}")  # a name in braces; {1,2} holds digits
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """A verb (with what must and must not stand in its clause) and the status that the words alone say.

    A ``noun`` ("Seznanitev z načrtom") decides only where the paper presents it as a resolution.
    """

    name: str
    status: str
    pattern: Sifted
    needs: Sifted | None
    without: Sifted | None
    in_sentence: bool
    noun: bool = False

    def fits(self, clause: str) -> bool:
        """Whether the lower-cased clause (or sentence) has what the wording needs and lacks what it excludes."""
        return _fits(clause, self.needs, self.without)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that acts: council, councils (dual, plural), municipality or other."""

    kind: str
    pattern: Sifted


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that change what a verb shows, looked for in a heading, before the verb, in its clause or its own words."""

    name: str
    where: str
    pattern: Sifted


@dataclass(frozen=True, slots=True)
class Outcome:
    """How minutes say what became of a proposal."""

    outcome: str
    pattern: Sifted


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the main verb of a resolution on other business says."""

    status: str
    pattern: Sifted


@dataclass(frozen=True, slots=True)
class PlanName:
    """A name of a plan or of a look-alike; ``cased`` must also stand there in this case, ``weak`` needs context."""

    is_: str
    pattern: Sifted
    cased: Sifted | None
    weak: bool


@dataclass(frozen=True, slots=True)
class KindCue:
    """A sign for the kind of a paper."""

    kind: str
    where: str
    weight: int
    pattern: Sifted


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A period of regional plans and the days between which councils dealt with these plans."""

    id: str
    aliases: tuple[str, ...]
    handled_from: date
    handled_until: date


@cache
def wordings() -> tuple[Wording, ...]:
    """The wordings of decisions, in the order in which they are tried."""
    return _load("decision_wordings.toml", "wording", _wording)


@cache
def _parts() -> Mapping[str, str]:
    """Each verb's finite forms (sprejel, sprejmejo, sprejema, sprejeta), and what several wordings share."""
    table = toml("decision_wordings.toml")
    verbs = {
        name: "|".join(f"(?:{'|'.join(stems)}){ENDINGS[kind]}" for kind, stems in kinds.items())
        for name, kinds in table["verbs"].items()
    }
    return verbs | {name: _filled(text, verbs) for name, text in table["parts"].items()}


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """A pattern with its parts in place of their names; ``KeyError`` where there is no such part."""
    return _PLACE.sub(lambda match: parts[match[1]], text)


@cache
def bodies() -> tuple[Body, ...]:
    """The bodies that act, the particular before the general."""
    return _load("bodies.toml", "body", _body)


@cache
def qualifiers() -> tuple[Qualifier, ...]:
    """The qualifiers of a verb."""
    return _load("qualifiers.toml", "qualifier", _qualifier)


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Results of proposals."""
    return _load("results.toml", "result", _outcome)


@cache
def meanings() -> tuple[Meaning, ...]:
    """What resolutions on other business say, where it is not that something was adopted."""
    return _load("business.toml", "meaning", _meaning)


@cache
def plan_names() -> tuple[PlanName, ...]:
    """Names of plans and of look-alikes."""
    return _load("plan_names.toml", "name", _plan_name)


@cache
def kind_cues() -> tuple[KindCue, ...]:
    """Signs for the kind of a paper."""
    return _load("document_kinds.toml", "cue", _kind_cue)


@cache
def plan_periods() -> tuple[PlanPeriod, ...]:
    """The known periods of regional plans."""
    return _load("plan_periods.toml", "period", _plan_period)


@cache
def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence, in lower case and without the stop."""
    return frozenset(toml("abbreviations.toml")["open"])


def _wording(entry: Mapping[str, Any]) -> Wording:
    parts = _parts()
    needs, without = (Sifted(_filled(entry[name], parts)) if name in entry else None for name in ("needs", "without"))

    def found(pattern: Pattern, text: str) -> bool:
        return bool(pattern.search(text.lower())) and _fits(text.lower(), needs, without)

    return Wording(
        name=entry["name"],
        status=entry["status"],
        pattern=_proving(entry, _filled(entry["pattern"], parts), found),
        needs=needs,
        without=without,
        in_sentence=entry.get("in_sentence", False),
        noun=entry.get("noun", False),
    )


def _fits(clause: str, needs: Pattern | None, without: Pattern | None) -> bool:
    if needs and not needs.search(clause):
        return False
    return not (without and without.search(clause))


def _body(entry: Mapping[str, Any]) -> Body:
    return Body(entry["kind"], _proving(entry, entry["pattern"], lambda pattern, text: bool(pattern.search(text))))


def _outcome(entry: Mapping[str, Any]) -> Outcome:
    return Outcome(entry["outcome"], _proving(entry, entry["pattern"]))


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    return Meaning(entry["status"], _proving(entry, entry["pattern"]))


def _qualifier(entry: Mapping[str, Any]) -> Qualifier:
    where = next(
        name for name in ("heading", "before", "sentence", "opening", "after", "denied", "clause") if name in entry
    )
    return Qualifier(entry["name"], where, _proving(entry, entry[where]))


def _plan_name(entry: Mapping[str, Any]) -> PlanName:
    cased = Sifted(entry["cased"]) if "cased" in entry else None

    def found(pattern: Pattern, text: str) -> bool:
        return bool(pattern.search(text.lower())) and bool(not cased or cased.search(text))

    return PlanName(entry["is"], _proving(entry, entry["pattern"], found), cased, entry.get("weak", False))


def _plan_period(entry: Mapping[str, Any]) -> PlanPeriod:
    return PlanPeriod(entry["id"], tuple(entry["aliases"]), entry["handled_from"], entry["handled_until"])


def _kind_cue(entry: Mapping[str, Any]) -> KindCue:
    pattern = _proving(entry, entry["pattern"], flags=re.MULTILINE)
    return KindCue(entry["kind"], entry["where"], entry["weight"], pattern)


def _in_small_letters(pattern: Pattern, text: str) -> bool:
    return bool(pattern.search(text.lower()))


def _proving(
    entry: Mapping[str, Any],
    pattern: str,
    found: Callable[[Pattern, str], bool] = _in_small_letters,
    flags: int = 0,
) -> Sifted:
    """The pattern of an entry, which must find its example and must leave its counterexample alone."""

    def prove(made: re.Pattern[str]) -> None:
        if not found(made, entry["example"]):
            raise TaxonomyError(f"The pattern does not find its own example {entry['example']!r}.", place=str(entry))
        if found(made, entry["counterexample"]):
            raise TaxonomyError(f"The pattern finds its counterexample {entry['counterexample']!r}.", place=str(entry))

    return Sifted(pattern, flags, prove)


def _load(name: str, table: str, build: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    try:
        return tuple(build(entry) for entry in toml(name)[table])
    except (re.error, KeyError) as error:
        raise TaxonomyError(f"{name}: {error}", place=name) from error
