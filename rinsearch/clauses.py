"""Slovene sentences and clauses by their punctuation, for text without a parser.

Positions are code points of the text that was given. A sentence may begin behind a lead-in that ends with a colon
("Predlog sklepa: Občinski svet se seznani …"); the lead-in is a sentence of its own, so that a quote holds the decision
and not its announcement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import abbreviations

KEPT = 512  # passages of the paper at hand: each is asked for its sentences by several rules


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a text.

    ``lead`` is the lead-in before it that ended with a colon, if there is one; ``holes`` are relative clauses inside.
    """

    start: int
    end: int
    lead: str = ""
    holes: tuple[tuple[int, int], ...] = ()

    def holds(self, position: int) -> bool:
        """Whether a position lies in the part, and in none of its holes."""
        inside = self.start <= position < self.end
        return inside and not any(start <= position < end for start, end in self.holes)

    def meets(self, other: Slice) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def words(self, text: str) -> str:
        """Its words, with blanks in place of the holes."""
        for start, end in self.holes:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text[self.start : self.end]


# A stop (or a colon) with white space behind it, and what follows; the colon only before a word in Title case or before
# a preposition ("Direktorica: V Metliki …"), the council ("Sklep: OS se seznani") or a clause of the plan ("Sklep: RIN
# se potrdi"), since "ZA: 12", "rok: 31. 12." and "Sprejeto: RIN Gorenjske" go on.
# The sign itself comes first and is told apart behind it, so that the search leaps from one such sign to the next.
_STOP = re.compile(
    r"[.!?…:;(\[](?:"
    r"(?:(?<=[.!?])|(?<=\S…))[\"»«“”’)\]]*(?=\s+[\"»„“(\[]?[A-ZČŠŽĆĐ0-9\-–•])"
    r"|(?<=[:;])(?=\s+[\"»„“(]?(?:[A-ZČŠŽĆĐ][a-zčšžćđ]|[VZSKO]\s[^\W\d_]|[OM]S\s[a-zčšž]|RIN\s[^.!?:;\n]{1,60}\sse\s))"
    # Counts in brackets behind a sentence are its own: "Imenuje se Ana Zajc. (27 za) Razreši se Ivo Kos. (9 za)".
    r"|(?<=[.!?]\s[(\[])[^()\[\]]{0,30}\b(?:za|ZA|PROTI|proti|soglasno)\b[^()\[\]]{0,60}[)\]](?=\s+[A-ZČŠŽĆĐ])"
    # So are "(13/3)" and "[12 : 0 : 1]".
    r"|(?<=[.!?]\s[(\[])\d{1,2}\s?[/:]\s?\d{1,2}(?:\s?[/:]\s?\d{1,2})?[)\]](?=\s+[A-ZČŠŽĆĐ])"
    r")"
)
_WORD_BEFORE = re.compile(r"([\w-]+)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT_AFTER = re.compile(r"\W*\d")


def sentences(text: str) -> tuple[Slice, ...]:
    """The sentences of a text.

    >>> [text[s.start : s.end] for text in ["Dne 12. 10. 2017 je bila 21. seja. Sklep: Svet se seznani."] for s in
    ...  sentences(text)]
    ['Dne 12. 10. 2017 je bila 21. seja.', 'Sklep:', 'Svet se seznani.']
    """
    return _kept_sentences(text)


@lru_cache(maxsize=KEPT)
def _kept_sentences(text: str) -> tuple[Slice, ...]:
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Slice]:
    start, lead = 0, ""
    for match in _STOP.finditer(text):
        if not _ends_sentence(text, start, match):
            continue
        part = _trimmed(text, start, match.end(), lead)
        if part.end > part.start:
            yield part
            lead = text[part.start : part.end] if text[match.start()] == ":" else ""
        start = match.end()
    part = _trimmed(text, start, len(text), lead)
    if part.end > part.start:
        yield part


def _trimmed(text: str, start: int, end: int, lead: str) -> Slice:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Slice(start, end, lead)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    word = before.group(1) if before else ""
    last = word.rpartition("-")[2]  # "4.-6. 12. 2017", "2014-2016. Nato …"
    if last.isdigit():
        return bool(_YEAR.fullmatch(last)) or not (
            _DIGIT_AFTER.match(text, match.end()) or phrase("enumerator").fullmatch(text[start : match.start()])
        )
    if phrase("enumerator").fullmatch(text[start : match.start()]) and len(word) <= 2:
        return False
    return word.lower() not in abbreviations()


def clauses(text: str, start: int, end: int) -> tuple[Slice, ...]:
    """The clauses of the sentence from ``start`` to ``end``: split at commas where both sides have a finite verb.

    >>> text = "Svet se je z načrtom že seznanil, v Kopru je bila točka preložena."
    >>> [text[c.start : c.end] for c in clauses(text, 0, len(text))]
    ['Svet se je z načrtom že seznanil,', 'v Kopru je bila točka preložena.']
    >>> text = "Svet se je, ob dveh vzdržanih, seznanil z načrtom."
    >>> len(clauses(text, 0, len(text)))
    1
    >>> text = "Člani so načrt, ki velja za regijo, soglasno vzeli na znanje."
    >>> [c.words(text).split() for c in clauses(text, 0, len(text))][0]
    ['Člani', 'so', 'načrt,', 'soglasno', 'vzeli', 'na', 'znanje.']
    """
    if greeting := phrase("greeting").match(text, start, end):
        return _trimmed(text, start, greeting.end(), ""), *clauses(text, greeting.end(), end)
    breaks = list(phrase("clause-break").finditer(text, start, end))
    # Each piece between two commas is looked at once, so that a list of 10,000 names takes no hundred million steps.
    pieces = zip([start, *(each.end() for each in breaks)], [*(each.start() for each in breaks), end], strict=True)
    finite = [(phrase("finite-verb").search(text, *piece), piece) for piece in pieces]
    parts: list[Slice] = []
    begin, has_verb = start, bool(finite[0][0])
    for match, (follows, piece) in zip(breaks, finite[1:], strict=True):
        own = follows and (has_verb or text[match.start()] == ";") and not _goes_with_main(text, follows, piece)
        opens = match.group("opens") or match.group("again") or own or (has_verb and _is_contrast(text, begin, match))
        if opens and not match.group("opens") and _is_awaited(text, begin, match):
            continue  # "Svet je na 19. seji, 19. oktobra, sprejel informacijo in se seznanil …"
        if opens or _goes_on(text, parts, begin, match):
            parts.append(_trimmed(text, begin, match.end(), ""))
            begin, has_verb = match.end(), False
        has_verb = has_verb or bool(follows)
    parts.append(_trimmed(text, begin, end, ""))
    return _joined(text, parts)


def _is_contrast(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether another place is set against a clause that is complete: "… je bil sprejet, v Osilnici pa zavrnjen"."""
    contrast = phrase("contrast").match(text, match.end())
    return bool(contrast) and not _waits(text, Slice(begin, match.start()))


def _goes_on(text: str, parts: Sequence[Slice], begin: int, match: re.Match[str]) -> bool:
    """Whether the main clause goes on behind another: "Člani so načrt, ki velja za regijo, vzeli na znanje"."""
    if not parts or not phrase("inserted-clause").match(text, begin):
        return False
    if _is_verbless(text, parts[-1]) and phrase("auxiliary-first").match(text, match.end()):
        return True  # "Z načrtom, ki velja do leta 2020, se je svet seznanil."
    return _waits(text, parts[-1]) and bool(phrase("participle-next").match(text, match.end()))


def _is_verbless(text: str, main: Slice) -> bool:
    return not phrase("finite-verb").search(text, main.start, main.end)


def _goes_with_main(text: str, verb: re.Match[str], piece: tuple[int, int]) -> bool:
    """Whether a piece only says when, and goes on with the main clause: "…, 19. seji 25. 10. in se z njim seznanil"."""
    joined = phrase("joined-verb").search(text, *piece)
    first = joined is not None and verb.start() >= joined.end()
    return first and joined is not None and not phrase("past-participle").search(text, piece[0], joined.start())


def _is_awaited(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether behind the comma stands the participle for which the clause waits, without an auxiliary of its own."""
    if text[match.start()] != "," or not phrase("participle-awaited").match(text, match.end()):
        return False
    return _waits(text, Slice(begin, match.start()))


def _joined(text: str, parts: Sequence[Slice]) -> tuple[Slice, ...]:
    """The parts, with a main clause that goes on behind one inserted as one part with a hole."""
    found: list[Slice] = []
    for part in parts:
        inserted = len(found) > 1 and phrase("inserted-clause").match(text, found[-1].start)
        if inserted and _is_rest(text, found[-2], part):
            main, hole = found[-2], (found[-1].start, found[-1].end)
            found[-2] = Slice(main.start, part.end, main.lead, (*main.holes, hole))
        else:
            found.append(part)
    return tuple(found)


def _is_rest(text: str, main: Slice, part: Slice) -> bool:
    """Whether behind a relative clause the main one goes on: with its participle, or with its auxiliary."""
    if _is_verbless(text, main):
        return bool(phrase("auxiliary-first").match(text, part.start))
    return not phrase("finite-verb").search(text, part.start, part.end) and _waits(text, main)


def _waits(text: str, main: Slice) -> bool:
    """Whether a clause has an auxiliary, and no participle yet."""
    words = main.words(text)
    return bool(phrase("auxiliary").search(words)) and not phrase("past-participle").search(words)


def sentences_before(text: str, at: int) -> list[Slice]:
    """The sentences that end before a place, the nearest last."""
    return [part for part in sentences(text) if part.end <= at]


def last_sentence(text: str) -> str:
    """The last sentence of a text, such as a paragraph that leads to what stands below; empty where there is none."""
    parts = sentences(text)
    return text[parts[-1].start :] if parts else ""


def enclosing(parts: tuple[Slice, ...], position: int) -> Slice:
    """The part that holds this position (the last one where none does)."""
    return next((part for part in parts if part.holds(position)), parts[-1])
