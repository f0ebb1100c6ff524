"""Slovene names of what a reader meets in a table: kinds of passages, labels of tags and their values, counts."""

from __future__ import annotations

from collections.abc import Mapping

from rinsearch.answers.words import day_of_iso
from rinsearch.index.values import label_of
from rinsearch.taxonomy import toml

COUNTED = {
    "decisions": "step",
    "measures": "measure",
    "documents": "document",
    "plans": "plan",
    "priorities": "priority",
    "groups": "group",
    "municipalities": "municipality",
}


def name_of(section: str, value: str) -> str:
    """The one label that a section of labels.toml has for a value; the value itself where it has none.

    >>> name_of("passages", "paragraph"), name_of("tags", "vote"), name_of("tags", "barva")
    ('odstavek', 'glasovanje', 'barva')
    """
    names: Mapping[str, str] = toml("labels.toml")[section]
    return names.get(value, value)


def status_name(status: str) -> str:
    """A status of a decision or an event.

    >>> status_name("acknowledged"), status_name("discussed")
    ('seznanjen', 'obravnavano')
    """
    return name_of("events", label_of("status", status))


def rule_name(rule: str) -> str:
    """How a rule finds, in words: by its name, or by the label that it begins with.

    >>> rule_name("municipality.list"), rule_name("decision.seznaniti-se")
    ('ime v nizu občin', 'glagol ali besedna zveza odločanja')
    """
    words: Mapping[str, str] = toml("labels.toml")["rules"]
    return words.get(rule) or words.get(rule.partition(".")[0], rule)


def value_name(label: str, value: str) -> str:
    """The value of a tag for people.

    >>> value_name("municipality", "109"), value_name("decision", "adopted"), value_name("session", "21/redna")
    ('Semič', 'sprejeto', '21. redna')
    >>> value_name("vote", "for=19 against= abstained=2 present="), value_name("date", "2017-10-12")
    ('za 19, vzdržani 2', '12. 10. 2017')
    """
    match label:
        case "decision":
            return status_name(value)
        case "plan":
            return name_of("objects", value)
        case "vote":
            return _vote(value)
        case "session":
            number, _, kind = value.partition("/")
            return " ".join(filter(None, (number and f"{number}.", kind)))
        case "date":
            return day_of_iso(value)
        case _:
            return label_of(label, value)


def _vote(value: str) -> str:
    counts = [each.partition("=") for each in value.split()]
    named = [f"{name_of('votes', name)} {count}" for name, sign, count in counts if sign and count]
    return ", ".join(named) or name_of("votes", value)
