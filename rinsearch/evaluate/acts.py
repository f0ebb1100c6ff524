"""Decisions about plans: whose, on which plan, with which status, by which vote, and in which words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from rinsearch.evaluate.gold import Gold, name_of, plan_id
from rinsearch.evaluate.quotes import overlap
from rinsearch.evaluate.scores import Compared, Key
from rinsearch.records import Analysis, Decision

TAKEN = ("acknowledged", "adopted")
Act = tuple[str, str, str]  # municipality (empty: to many), plan, status
Wanted = Mapping[str, Any]


def decisions(gold: Gold, analysis: Analysis) -> Compared:
    """Decisions about plans, by municipality, plan and status."""
    wanted = list(_wanted(gold))
    expected = {act_of(each): each["quote"] for each in wanted if not each.get("minor")}
    right = {act_of(each) for each in wanted} | {act for each in wanted for act in _other(each)}
    found = {_settled(stated(act_found(each), right), wanted): each.evidence.quote for each in _decided(analysis)}
    return Compared(found, expected, frozenset(right) - expected.keys())


def _settled(act: Act, wanted: list[Wanted]) -> Act:
    """The act that is wanted, where another status is right as well."""
    if any(act == act_of(each) for each in wanted):
        return act
    return next((act_of(each) for each in wanted if act in _other(each)), act)


def acknowledged(gold: Gold, analysis: Analysis) -> Compared:
    """The net list, and what the paper itself decides: the label in which a false alarm weighs most."""
    expected = {(name_of(each["municipality"]), plan_id(each["plan"])): "" for each in gold["acknowledged"]}
    decided = {act[:2] for act in map(act_of, _wanted(gold)) if act[2] in TAKEN}
    found = {}
    for each in _decided(analysis):
        if each.status in TAKEN:
            found[stated(act_found(each)[:2], expected | dict.fromkeys(decided, ""))] = each.evidence.quote
    # Without the subtraction what is expected would count as open, and could never be missed.
    return Compared(found, expected, frozenset(decided) - expected.keys())


def quotes(gold: Gold, analysis: Analysis) -> Compared:
    """Of the decisions that are right, those whose quote overlaps one that the gold gives."""
    given: dict[Act, list[str]] = {}
    for each in _wanted(gold):
        for act in (act_of(each), *_other(each)):
            given.setdefault(act, []).extend(filter(None, (each["quote"], each.get("quote_clean"))))
    found: dict[Key, str] = {}
    right: dict[Key, str] = {}
    for number, decision in enumerate(_decided(analysis)):
        act, quote = stated(act_found(decision), given), decision.evidence.quote
        if given.get(act):
            found[(*act, f"{number + 1}.")] = quote
            right |= {(*act, f"{number + 1}."): quote} if any(overlap(quote, each) for each in given[act]) else {}
    return Compared(found, right)


def votes(gold: Gold, analysis: Analysis) -> Compared:
    """Counted votes of the decisions about plans; as there, some need not be found, and another status may be right."""
    wanted = [each for each in _wanted(gold) if votes_for(each)]
    expected = {_voted(each): each["quote"] for each in wanted if not each.get("minor")}
    right = {(*act, votes_for(each)): _voted(each) for each in wanted for act in (*_other(each), act_of(each))}
    found = {}
    for each in _decided(analysis):
        if each.vote and each.vote.for_ is not None:
            key = stated((*act_found(each), f"za {each.vote.for_}"), right)
            found[right.get(key, key)] = each.evidence.quote
    return Compared(found, expected, frozenset(right.values()) - expected.keys())


def _voted(wanted: Wanted) -> tuple[str, ...]:
    return (*act_of(wanted), votes_for(wanted))


def votes_for(wanted: Wanted) -> str:
    """The votes for it as the gold has them, empty where they are not stated."""
    count = (wanted["vote"] or {}).get("for")
    return "" if count is None else f"za {count}"


def act_of(wanted: Wanted) -> Act:
    """A decision of the gold."""
    owner = name_of(wanted["municipality"]) if wanted["municipality"] else ""
    return owner, plan_id(wanted["plan"]), wanted["status"]


def act_found(decision: Decision) -> Act:
    """A decision that was found."""
    owner = decision.municipality.name if decision.municipality else ""
    return owner, decision.plan or "", str(decision.status)


def _other(wanted: Wanted) -> list[Act]:
    owner, plan, _ = act_of(wanted)
    return [(owner, plan, status) for status in wanted.get("status_also_ok", ())]


def _wanted(gold: Gold) -> Iterator[Wanted]:
    return (each for each in gold["decisions"] if each["plan"])


def _decided(analysis: Analysis) -> Iterator[Decision]:
    return (each for each in analysis.decisions if each.plan)


def stated(key: Any, expected: Container[Any]) -> Any:
    """A key, but without what the paper does not state where the key without it is expected.

    A paper that names no period (or no region) leaves it open; that the program infers it is neither right nor wrong.

    >>> stated(("Semič", "rin-sv/jugovzhodna/2017-2020", "proposed"), {("Semič", "rin-sv/jugovzhodna", "proposed")})
    ('Semič', 'rin-sv/jugovzhodna', 'proposed')
    """
    owner, plan, *rest = key
    shorter = ((owner, each, *rest) for each in (plan, plan.rpartition("/")[0], ""))
    return next((each for each in shorter if each in expected), key)
