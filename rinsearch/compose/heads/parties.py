"""Who a paper is from, whom it is addressed to, and who is only named in it: municipalities and organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from rinsearch.compose.paper import TOP_LINES, Paper, lines, tags_between, tags_of
from rinsearch.records import Decision, DocumentKind, MunicipalityCount, OrganisationCount, Role, Status
from rinsearch.taxonomy import municipalities

PROVIDER_RULE = "organisation.provider"
MOST_OF_A_LINE = 0.8  # of its characters: an address has an organisation on a line of its own


def count(paper: Paper, label: str) -> list[tuple[str, int]]:
    """Values of a label, the most frequent first, equal ones by value."""
    found = Counter(tag.value for passage in paper.passages for tag in tags_of(passage, label))
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def municipalities_of(paper: Paper, decisions: Iterable[Decision]) -> tuple[MunicipalityCount, ...]:
    """The municipalities that a paper names; the addressees are those whom it asks for something."""
    known = municipalities()
    asked = {code for each in decisions if each.status == Status.REQUESTED for code in _asked(each)}
    issuer = paper.issuer.code if paper.issuer else None
    found = []
    for code, number in count(paper, "municipality"):
        role = Role.ISSUER if code == issuer else Role.ADDRESSEE if code in asked else Role.MENTIONED
        found.append(MunicipalityCount(code, known[code].name, number, role))
    return tuple(found)


def organisations_of(paper: Paper) -> tuple[OrganisationCount, ...]:
    """The organisations that a paper names: its author, its addressees, providers of measures, others."""
    providers = {
        tag.value
        for passage in paper.passages
        for tag in tags_of(passage, "organisation")
        if tag.evidence.rule == PROVIDER_RULE
    }
    addressed = _addressed(paper)
    found = []
    for name, number in count(paper, "organisation"):
        others = Role.PROVIDER if name in providers else Role.ADDRESSEE if name in addressed else Role.MENTIONED
        found.append(OrganisationCount(name, number, Role.AUTHOR if _wrote(paper, name) else others))
    return tuple(found)


def _asked(decision: Decision) -> list[str]:
    single = [decision.municipality] if decision.municipality else []
    return [each.code for each in (*single, *decision.addressees)]


def _wrote(paper: Paper, name: str) -> bool:
    return bool(paper.author) and (paper.author or "").casefold().startswith(name.casefold())


def _addressed(paper: Paper) -> frozenset[str]:
    """Organisations on lines of their own at the top of a letter."""
    if paper.kind != DocumentKind.LETTER:
        return frozenset()
    found = set()
    for line in islice(lines(paper.passages), TOP_LINES):
        for tag in tags_between(line.passage, "organisation", line.start, line.end):
            if len(tag.evidence.quote) >= MOST_OF_A_LINE * len(line.text.strip()):
                found.add(tag.value)
    return frozenset(found)
