"""What a paper is and what it names: kind, issuer, date, session, numbers, municipalities, groups, plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rinsearch.evaluate.gold import Gold, name_of, plan_id
from rinsearch.evaluate.scores import Compared, Key, values
from rinsearch.matching import file_number
from rinsearch.records import Analysis

LEFT = "left alone"  # of what looks like a name and is none


def kind(gold: Gold, analysis: Analysis) -> Compared:
    """The kind of paper."""
    found = _one(str(analysis.kind) if analysis.kind else None, gold["kind"], gold.get("kind_also_ok"))
    return Compared({each: _shown(analysis, "kind") for each in found}, values([gold["kind"]]))


def issuer(gold: Gold, analysis: Analysis) -> Compared:
    """The municipality whose paper it is."""
    found = {analysis.issuer.name: _shown(analysis, "issuer")} if analysis.issuer else {}
    return Compared(found, values([name_of(gold["issuer"])] if gold["issuer"] else []))


def _shown(analysis: Analysis, label: str) -> str:
    return next((each.quote for each in analysis.evidence.get(label, ())), "")


def document_date(gold: Gold, analysis: Analysis) -> Compared:
    """The date of the paper."""
    wanted = gold["document_date"]
    found = _one(str(analysis.date) if analysis.date else None, wanted, gold.get("document_date_also_ok"))
    free = frozenset(also(gold.get("document_date_also_ok")))
    return Compared(values(found), values([wanted] if wanted else []), free)


def session(gold: Gold, analysis: Analysis) -> Compared:
    """The number of the session."""
    wanted = gold["session"]["number"] if gold["session"] else None
    other = [each["number"] for each in also(gold.get("session_also_ok")) if each]
    found = _one(analysis.session.number if analysis.session else None, wanted, other)
    return Compared(values(found), values([wanted] if wanted else []), frozenset(other))


def _one(found: Any, wanted: Any, other: Any) -> list[Key]:
    """The one value that was found; where another is right as well, it stands for the one that is wanted."""
    if found is None:
        return []
    return [wanted if wanted and found in also(other) else found]


def also(given: Any) -> list[Any]:
    """What the gold says is right as well: one value, several, or none."""
    return list(given) if isinstance(given, list) else [] if given is None else [given]


def case_numbers(gold: Gold, analysis: Analysis) -> Compared:
    """Numbers are compared in their one form, with figures for what a scan made of them; the gold quotes the paper."""
    return Compared(values(map(_figures, analysis.case_numbers)), values(map(_figures, gold["case_numbers"])))


def _figures(number: str) -> str:
    """A number as a person reads it.

    >>> _figures("O32-OOO5 / 2O17-3")
    '032-0005/2017-3'
    """
    return file_number(number).translate(str.maketrans("OIl", "011"))


def municipalities(gold: Gold, analysis: Analysis) -> Compared:
    """The municipalities that are named."""
    free = frozenset(map(name_of, gold["municipalities_optional"]))
    return Compared(values(_names(analysis)), values(map(name_of, gold["municipalities"])), free)


def not_municipalities(gold: Gold, analysis: Analysis) -> Compared:
    """Surnames, ordinary words, hamlets, institutions: which of them were left alone."""
    return _traps(map(name_of, gold["not_municipalities"]), set(_names(analysis)))


def target_groups(gold: Gold, analysis: Analysis) -> Compared:
    """The groups of people that the paper speaks of."""
    return Compared(values(_groups(analysis)), values(gold["target_groups"]), frozenset(gold["target_groups_optional"]))


def not_target_groups(gold: Gold, analysis: Analysis) -> Compared:
    """Names of parties, committees and institutions that hold a group's name: which of them were left alone."""
    return _traps(gold["not_target_groups"], set(_groups(analysis)))


def _traps(traps: Iterable[str], found: set[str]) -> Compared:
    """What was found of them is wrong, what was not is right."""
    all_of_them = list(traps)
    left = values((LEFT, each) for each in all_of_them if each not in found)
    return Compared({**left, **values(each for each in all_of_them if each in found)}, left)


def _names(analysis: Analysis) -> Iterable[str]:
    return (each.name for each in analysis.municipalities)


def _groups(analysis: Analysis) -> Iterable[str]:
    return (each.id for each in analysis.target_groups)


def plans(gold: Gold, analysis: Analysis) -> Compared:
    """The regional plans that are named; all regions' plans together have no id."""
    expected = values(plan_id(plan) for plan in gold["plans"] if plan["region"])
    # Where the paper states no period, a period that follows from its date is neither right nor wrong.
    return Compared(values(_stated(each.id, expected) for each in analysis.plans), expected)


def _stated(plan: str, expected: Mapping[Key, str]) -> str:
    without_period = plan.rpartition("/")[0]
    return without_period if without_period in expected else plan
