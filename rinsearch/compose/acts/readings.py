"""What is known of a verb when its status is judged."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.verbs import Verb

ADVISED = frozenset({"proposed", "recommended"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A verb with its qualifiers and its subject.

    It is ``reported`` of another council, ``earlier`` of another session, or ``quoted`` as what the council resolved.
    """

    verb: Verb
    marks: frozenset[str]
    subject: Subject
    reported: bool
    earlier: bool
    quoted: bool = False
