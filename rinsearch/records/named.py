"""Whom a document names, and how often: municipalities, organisations, target groups."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.records.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its official SURS code (text: "001") and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class MunicipalityCount(Municipality):
    """A municipality, how often a document names it, and whether it is the issuer, an addressee, or only mentioned."""

    count: int
    role: Role = Role.MENTIONED


@dataclass(frozen=True, slots=True)
class OrganisationCount:
    """An organisation by its name in the basic form: author, addressee, provider of a measure, or only mentioned."""

    name: str
    count: int
    role: Role = Role.MENTIONED


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A target group and how often a document names it."""

    id: str
    count: int
