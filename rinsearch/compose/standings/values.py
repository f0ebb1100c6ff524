"""What the words beside a municipality say became of the plan there: "seznanjeni 8. 11.", "DA", "P", "kot zgoraj"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rinsearch.compose.paper import Paper
from rinsearch.records import Status
from rinsearch.taxonomy.phrases import phrase

PARTS = re.compile(
    r"\s?(?:[;|(]|,(?! (?:da|naj)\b))\s|\s?[;|()]|\s[–—]\s|\.\s(?=[A-ZČŠŽ])"
    r"|\b(?:in|ter|vendar|a|pa) (?=še\b|ni\b|nato\b|odbor)"
)
PROCEDURE = (Status.POSTPONED, Status.WITHDRAWN)
TO_COME = (Status.SCHEDULED, Status.PROPOSED, Status.REQUESTED)  # what is nearest to a decision counts
SUBSTANCE = (Status.ACKNOWLEDGED, Status.ADOPTED, Status.REJECTED)

# --- one part ---------------------------------------------------------------------------------------------------------


def _rejected(part: str) -> Status | None:
    return Status.REJECTED if phrase("standing-rejected").search(part) else None


def _procedure(part: str) -> Status | None:
    if phrase("standing-denied").search(part):
        return None
    if phrase("standing-withdrawn").search(part):
        return Status.WITHDRAWN
    return Status.POSTPONED if phrase("standing-postponed").search(part) else None


def _to_come(part: str) -> Status | None:
    known = phrase("standing-to-come").search(part) and not phrase("standing-denied").search(part)
    return Status.SCHEDULED if known else None


def _noted(part: str) -> Status | None:
    return Status.ACKNOWLEDGED if _is_done(part) and phrase("standing-acknowledged").search(part) else None


def _adopted(part: str) -> Status | None:
    said = phrase("standing-adopted").search(part) or phrase("standing-agreed").search(part)
    return Status.ADOPTED if said and _is_done(part) else None


def _is_done(part: str) -> bool:
    """Whether nothing in a part says that it was not done yet, or that a paper is only on its way."""
    waiting = phrase("standing-denied").search(part) or phrase("standing-on-its-way").search(part)
    return not (waiting or phrase("standing-to-come").search(part))


def _on_its_way(part: str) -> Status | None:
    """What was laid before the council, or only sent to the municipality: "predlog sklepa", "gradivo poslano"."""
    if phrase("standing-denied").search(part):
        return None
    if phrase("standing-proposed").search(part):
        return Status.PROPOSED
    return Status.REQUESTED if phrase("standing-requested").search(part) else None


JUDGES: tuple[Callable[[str], Status | None], ...] = (_rejected, _procedure, _noted, _to_come, _adopted, _on_its_way)


def status_of(words: str) -> Status | None:
    """What words say, part by part; what was decided last counts, and before what is to come.

    >>> status_of("točka preložena; svet seznanjen 12. 10."), status_of("svet še ni seznanjen")
    (<Status.ACKNOWLEDGED: 'acknowledged'>, None)
    """
    plain = phrase("standing-question-affirmed").sub(lambda match: match["asked"], words)
    plain = phrase("standing-aside").sub(" ", plain)
    others = bool(phrase("standing-of-other").search(plain))
    return settled(_status_of_part(part, others) for part in PARTS.split(plain))


def asked_of(words: str) -> Status | None:
    """What a yes says to words that ask, or that tell what was done.

    >>> asked_of("Ali se je svet z načrtom seznanil?"), asked_of("Ali se bo svet z načrtom seznanil?")
    (<Status.ACKNOWLEDGED: 'acknowledged'>, <Status.SCHEDULED: 'scheduled'>)
    """
    asks = phrase("standing-asks").search(words)
    return status_of(asks["asked"] if asks else words.rstrip("?"))


def _status_of_part(part: str, others: bool) -> Status | None:
    """What a part says; where ``others`` are spoken of beside it, only what it says of the council was noted."""
    status = next((status for judge in JUDGES if (status := judge(part))), None)
    doubtful = others and status in (Status.ACKNOWLEDGED, Status.ADOPTED)
    return None if doubtful and not _is_councils(part) else status


def _is_councils(part: str) -> bool:
    return bool(phrase("standing-by-council").search(part)) and not phrase("standing-of-other").search(part)


def settled(statuses: Iterable[Status | None]) -> Status | None:
    """What holds of several: the last thing that was done, else what is to come, nearest first."""
    known = [status for status in statuses if status]
    done = [status for status in known if status in SUBSTANCE or status in PROCEDURE]
    return next(iter(done[::-1] or sorted(known, key=TO_COME.index)), None)


# --- signs ------------------------------------------------------------------------------------------------------------


def legend_of(paper: Paper) -> Mapping[str, Status | None]:
    """The codes that a paper explains, with what they say: "S = svet seznanjen, P = preloženo"."""
    found: dict[str, Status | None] = {}
    for passage in paper.passages:
        codes = list(phrase("standing-legend").finditer(passage.text))
        if len(codes) > 1:
            found |= {code["code"]: status_of(code["words"]) for code in codes}
    return found if any(found.values()) else {}


def code_in(legend: Mapping[str, Status | None], words: str) -> str | None:
    """The code of a legend that a value is, or begins with: "– S (28. seja)"."""
    return next((token for token in _tokens(words) if token in legend), None)


def _tokens(words: str) -> Iterator[str]:
    """The first sign of a value, and the first one that is a letter."""
    tokens = words.split()
    yield from tokens[:1]
    yield from (token for token in tokens[1:2] if not any(map(str.isalnum, tokens[0])))
