"""What a paper calls itself where no known title stands: the head noun of a line near its top."""

from __future__ import annotations

from rinsearch.compose.paper import TextLine, evidence_at
from rinsearch.records import DocumentKind, Evidence, PassageKind
from rinsearch.sifted import Sifted
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.title_nouns import title_noun

NOUN_LINES = 8  # a letterhead, a reference block and the line that says what the paper is
LONGEST = 180  # characters of a title: the name of a plan with its region and years takes 110 of them
ENDS = (".", ",", ";", "?", "!")
NOUN_WEIGHT = 5
# What stands below an item of business is what the item came to or was about: "Sklep: dnevni red se potrdi".
OF_ITEMS = frozenset(
    {DocumentKind.DECISION, DocumentKind.AGENDA, DocumentKind.MINUTES, DocumentKind.PLAN, DocumentKind.REGULATION}
)


def own_noun(top: tuple[TextLine, ...]) -> tuple[int, str, Evidence] | None:
    """The first line near the top that is no sentence and whose head noun says a kind: its number, kind and place."""
    for number, line in enumerate(top[:NOUN_LINES]):
        found = title_noun(line.text) if _may_be_title(line) else None
        if found and not is_of_another(found[0], top, number):
            kind, start, end = found
            return number, kind, evidence_at(line.passage, line.start + start, line.start + end, f"kind.{kind}")
    return None


def is_of_another(kind: str, top: tuple[TextLine, ...], number: int) -> bool:
    """Whether what looks like a title is that of an item of business above it, or of a resolution that is asked for.

    So "SKLEP" below "Ad 2", and below "predlagamo, da svet sprejme naslednji".
    """
    if kind not in OF_ITEMS:
        return False
    if any(phrase("item-reached").match(line.text) for line in top[:number]):
        return True
    above = next((line for line in reversed(top[:number]) if line.text.strip()), None)
    return kind == DocumentKind.DECISION and bool(above and phrase("asks-for-resolution").search(above.text))


def _labels() -> tuple[Sifted, ...]:
    """Behind their colons stands what a letter is about, what goes with it, and what became of an item."""
    return (phrase("subject-line"), phrase("enclosure-label"), phrase("outcome-label"))


def _may_be_title(line: TextLine) -> bool:
    text = line.text.strip()
    if any(sign.match(line.text) for sign in _labels()):
        return False
    apart = line.passage.kind in (PassageKind.HEADING, PassageKind.PARAGRAPH) and not line.passage.columns
    return apart and 0 < len(text) <= LONGEST and text[-1] not in ENDS and (text[0].isupper() or not text[0].isalnum())
