"""Closed vocabularies: statuses, kinds, forms; each value is what stands in JSON."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a paper shows about a council and a plan, in the order in which a paper travels."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    ACKNOWLEDGED = "acknowledged"
    ADOPTED = "adopted"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


# Steps on the way of a paper that are no decision yet.
UNDECIDED = frozenset({Status.REQUESTED, Status.SCHEDULED, Status.PROPOSED})


class EventStatus(StrEnum):
    """What happened where no council decided: the statuses, and a discussion without a conclusion."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    ACKNOWLEDGED = "acknowledged"
    ADOPTED = "adopted"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    DISCUSSED = "discussed"


class DocumentKind(StrEnum):
    """The kinds of papers that are told apart."""

    PLAN = "plan"
    MEMO = "memo"
    AGENDA = "agenda"
    MINUTES = "minutes"
    DECISION = "decision"
    LETTER = "letter"
    REPORT = "report"
    REGULATION = "regulation"
    NEWS = "news"
    OTHER = "other"


class Object(StrEnum):
    """What exactly a decision is about."""

    PLAN = "plan"
    SUMMARY = "summary"
    DRAFT = "draft"
    REPORT = "report"
    OTHER = "other"


class SessionKind(StrEnum):
    """Kinds of council sessions (*korespondenčna* is ``dopisna``)."""

    REDNA = "redna"
    IZREDNA = "izredna"
    DOPISNA = "dopisna"
    KONSTITUTIVNA = "konstitutivna"
    SLAVNOSTNA = "slavnostna"
    ZALNA = "žalna"


class Role(StrEnum):
    """What a municipality or an organisation is to a paper that names it."""

    ISSUER = "issuer"
    AUTHOR = "author"
    ADDRESSEE = "addressee"
    PROVIDER = "provider"
    MENTIONED = "mentioned"


class VoteForm(StrEnum):
    """How a vote was taken; ``without_vote`` is said by the paper, not concluded from silence."""

    COUNTED = "counted"
    UNANIMOUS = "unanimous"
    WITHOUT_VOTE = "without_vote"


class BlockKind(StrEnum):
    """What a block is on its page; headers, footers, footnotes and the table of contents give no passages."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"


class PassageKind(StrEnum):
    """What a passage is; a row is one row of a table."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Origin(StrEnum):
    """Where a block's characters come from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    MARKUP = "markup"


class Basis(StrEnum):
    """What the standing of a row rests on."""

    OWN = "own"
    REPORTED = "reported"
    CORRECTED = "corrected"
