"""Where a sentence places what happens: "v sosednjem Trebnjem", "Dravograd: …", "v Toplicah, kjer je svet …"."""

from __future__ import annotations

from collections.abc import Iterable

from rinsearch.clauses import Slice, sentences, sentences_before
from rinsearch.compose.paper import opens_with, opens_with_council, tags_between, tags_of
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import Municipality, Passage, Tag
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

DASH = 3  # characters: " – "
ORDINALS = ("prv", "dru", "tre", "čet", "pet")  # first letters of "prva", "druga", "tretja"
EXCEPTED = 120  # characters from "razen" to the last name of those left out
BEGINNING = 30  # characters in which a sentence says where: "V sosednjem Trebnjem"


def refs(tags: Iterable[Tag]) -> tuple[Municipality, ...]:
    """The municipalities that tags stand for, in their order."""
    return tuple(municipalities()[tag.value].ref for tag in tags)


def situated(passage: Passage, clause: Slice) -> tuple[Municipality, ...]:
    """The municipalities in which a clause places what happens: "V sosednjem Trebnjem …", "v Vojniku in Štorah …"."""
    found: list[Municipality] = []
    end = clause.start
    elsewhere = phrase("not-there").search(passage.text, clause.start, clause.end)
    last = elsewhere.start() if elsewhere else clause.end
    apart = phrase("place-set-apart").search(passage.text, clause.start, last)
    last = apart.start() if apart else last
    for tag in tags_between(passage, "municipality", clause.start, last):
        if not clause.holds(tag.evidence.start) or _is_aside(passage.text, clause.start, tag.evidence.start):
            continue
        if _is_excepted(passage.text, clause.start, tag.evidence.start) or _is_term(
            passage.text[clause.start : tag.evidence.start]
        ):
            continue
        # As in: "Dravograd: svet seznanjen", "1. Dravograd – seznanjen", "ilirskobistriški pa ga je …".
        entry = opens_with(passage.text, clause.start, tag.evidence.start)
        placed = entry or phrase("in-place").search(passage.text, clause.start, tag.evidence.start)
        listed = found and phrase("listed-place").fullmatch(passage.text, end, tag.evidence.start)
        between = passage.text[end : tag.evidence.start]
        if found and _acts_apart(passage.text, between, tag.evidence.end):
            break
        if listed and is_closed(passage.text[clause.start : end], between):
            found = []  # "manjkata Škofja Loka in Žiri, Železniki so se seznanili": another clause begins
        if placed or listed:
            found.append(municipalities()[tag.value].ref)
            end = tag.evidence.end
    return tuple(found)


def in_turn(verb: Verb) -> tuple[Municipality, ...] | None:
    """Which of several it was: "Majšperk, Hajdina in Starše so ravnale različno: prva je načrt potrdila, druga …".

    ``None`` where the clause says nothing of the kind; nobody where no such row stands before it.
    """
    found = phrase("one-of-several").search(verb.passage.text[verb.clause.start : verb.start])
    if found is None:
        return None
    begin = verb.clause.start + found.start()
    if tags_between(verb.passage, "municipality", begin, verb.clause.end):
        return None  # "Prvi se je z načrtom seznanil Občinski svet Občine Semič": the clause says who
    before = [part for part in sentences(verb.passage.text) if part.start <= begin]
    rows = (named_in(verb.passage, part.start, min(part.end, begin)) for part in reversed(before))
    row = next((row for row in rows if len(row) > 1), ())
    place = ORDINALS.index(found["which"][:3].lower())
    return row[place : place + 1]


def all_of_row(verb: Verb) -> tuple[Municipality, ...] | None:
    """All of a row named before: "Izpise imamo iz Vojnika, Dobrne in Zreč; v vseh treh se je svet z načrtom seznanil".

    ``None`` where the sentence says nothing of the kind; nobody where no row before it has as many.
    """
    passage, start = verb.passage, verb.sentence.start
    found = phrase("all-of-several").search(passage.text, start, verb.start)
    if found is None or tags_between(passage, "municipality", found.start(), verb.sentence.end):
        return None  # "oba sveta, kočevski in metliški": the sentence says which
    count = number_of(found["of"] or found["all"] or "dva")
    before = [Slice(part.start, min(part.end, found.start())) for part in sentences(passage.text)]
    parts = (part for part in reversed(before) if part.start < part.end)
    last = next((part for part in parts if named_in(passage, part.start, part.end)), None)
    row = named_in(passage, last.start, last.end) if last else ()
    people = last and phrase("people-of-places").search(passage.text, last.start, last.end)
    return row if len(row) == count and not people else ()  # "Za Kranj je navzoča ga. Zajc, …": these are no councils


def of_entry(verb: Verb) -> tuple[Municipality, ...]:
    """Of whom the paragraph tells in which a verb stands behind its first sentence, or behind its title and a clause.

    As in "Občinski svet Občine Benedikt: o tem se ni glasovalo, točka se prenese na naslednjo sejo.".
    """
    if verb.sentence.start:
        return entry_of(verb.passage)
    first = tags_of(verb.passage, "municipality")[:1]
    titled = first and verb.passage.text[first[0].evidence.end :].lstrip().startswith(":")
    return entry_of(verb.passage) if titled and first[0].evidence.end < verb.clause.start else ()


def entry_of(passage: Passage) -> tuple[Municipality, ...]:
    """Of whom a whole paragraph tells: "Občinski svet Občine Zavrč: za seznanitev dva, proti trije. Ni sprejeto."."""
    text, tags = passage.text, tags_of(passage, "municipality")[:1]
    for tag in tags:
        start, end = tag.evidence.start, tag.evidence.end
        named = opens_with(text, 0, start) and text[end:].lstrip().startswith(":")
        if named or opens_with_council(text, 0, tag):
            return refs(tags)
    return ()


def is_closed(before: str, between: str) -> bool:
    """Whether a row of names is at its end: behind its "in" no further one follows a comma ("Kranj in Žiri, Bled")."""
    last = phrase("row-joined").search(before)
    return bool(last) and between.strip() == ","


def _is_excepted(text: str, start: int, place: int) -> bool:
    """Whether a place is one of those left out: "Razen Gorij in Jezerskega so se seznanili vsi sveti"."""
    left_out = [found.end() for found in phrase("names-left-out").finditer(text, max(start, place - EXCEPTED), place)]
    return bool(left_out) and not phrase("auxiliary").search(text, left_out[-1], place)


def _is_aside(text: str, start: int, place: int) -> bool:
    """Whether a place stands in brackets: "(podatki o naseljih v Semiču so stari)"."""
    return text.rfind("(", start, place) > text.rfind(")", start, place)


def _acts_apart(text: str, between: str, end: int) -> bool:
    """Whether behind a verb and a comma another place goes on with its own: "…, v Osilnici pride na vrsto julija"."""
    told = phrase("comma-in").search(between) and phrase("finite-verb").search(between)
    return bool(told) and not phrase("place-ends").match(text, end)


def _is_term(before: str) -> bool:
    """Whether something else happens there, until which one waits: "Z načrtom počakamo do ogleda v Šentjurju"."""
    return bool(phrase("term-elsewhere").search(before))


def at_beginning(passage: Passage, sentence: Slice, clause: Slice) -> tuple[Municipality, ...]:
    """A place with which the sentence begins holds for its later clauses, too: "Na Blokah je …, točke pa niso …"."""
    text = passage.text
    if phrase("subordinate-clause").match(text, clause.start) or phrase("elsewhere").match(text, clause.start):
        return ()
    found = situated(passage, Slice(sentence.start, clause.start))
    first = tags_between(passage, "municipality", sentence.start, sentence.start + BEGINNING)
    dated = any(phrase("place-of-news").fullmatch(text, sentence.start, tag.evidence.end + DASH) for tag in first)
    return found if first and not dated else ()


def of_bracket(verb: Verb) -> tuple[Municipality, ...]:
    """What stands in brackets right behind a municipality is said of it: "v Semiču (umaknjeno)"."""
    text = verb.passage.text
    if verb.start == 0 or text[verb.start - 1] != "(":
        return ()
    end = len(text[: verb.start - 1].rstrip())
    tags = tags_between(verb.passage, "municipality", verb.sentence.start, end)
    return refs(tag for tag in tags[-1:] if tag.evidence.end == end)


def where(passage: Passage, sentence: Slice, clause: Slice) -> tuple[Municipality, ...]:
    """The place right before a clause with "kjer": "v Dolenjskih Toplicah, kjer je občinski svet …"."""
    if not phrase("where-clause").match(passage.text, clause.start):
        return ()
    tags = tags_between(passage, "municipality", sentence.start, clause.start)
    near = [tag for tag in tags if clause.start - tag.evidence.end <= 2]
    return refs(near[-1:])


def place_before(verb: Verb) -> tuple[Municipality, ...]:
    """Where the sentence before the verb's, or its lead-in, is placed: "V Ribnici se je zapletlo: svetniki …"."""
    before = sentences_before(verb.passage.text, verb.sentence.start)
    if not before or tags_between(verb.passage, "municipality", verb.sentence.start, verb.clause.start):
        return ()  # "Iz Štor ni nič. V Rogaški Slatini pravijo, da se bodo z njim seznanili": of another place
    place = Slice(before[-1].start, before[-1].end)
    return situated(verb.passage, place) or _of_council(verb.passage, place)


def _of_council(passage: Passage, place: Slice) -> tuple[Municipality, ...]:
    """The municipalities whose councils a sentence names: "Na mestnem svetu v Slovenj Gradcu", "svet Občine Muta"."""
    tags = tags_between(passage, "municipality", place.start, place.end)
    near = (tag for tag in tags if _ends_with_council(passage.text[place.start : tag.evidence.start]))
    return tuple(dict.fromkeys(refs(near)))


def _ends_with_council(before: str) -> bool:
    return bool(phrase("council-of").search(before) or phrase("councillors-in").search(before))


def named_in(passage: Passage, start: int, end: int) -> tuple[Municipality, ...]:
    """The municipalities named between two positions, each once, but those that are left out of a number."""
    tags = tags_between(passage, "municipality", start, end)
    return tuple(dict.fromkeys(refs(tag for tag in tags if not _is_excepted(passage.text, start, tag.evidence.start))))
