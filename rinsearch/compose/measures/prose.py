"""Measures in running text: sentences that tell who does it and until when, and names in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.sections import Place, is_title
from rinsearch.compose.fields.told import (
    LONGEST_NAME,
    does_likewise,
    is_dated,
    name_at,
    provider_before_colon,
    told_fields,
)
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.block_lines import told_in
from rinsearch.compose.measures.plan_spoken import is_of_place, speaks_of_plan
from rinsearch.compose.paper import tags_between
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

SHORTEST_REST = 8  # characters of a measure beside who does it and until when
NEAR = 20  # characters from the beginning of a sentence to its verb
AT_START = 2  # characters before a label that begins a sentence
LIKEWISE = "likewise"  # the lead of a part whose verb is that of the part before it


def from_sentences(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "V letu 2018 bomo vzpostavili dnevni center. Izvajal ga bo Dom …", where measures stand; an item anywhere."""
    told: set[tuple[str, ...]] = set()  # the section in which paragraphs by municipalities tell of the plan
    for at, unit in enumerate(units):
        heading = unit.passage.kind is PassageKind.HEADING
        if unit.place is Place.MEASURES and not heading:
            yield from _assigned(unit) or _item(unit) or _whole(unit) or _planned(unit)
        elif unit.place is Place.OPEN and not heading:
            spoken = speaks_of_plan(units, at) or (is_of_place(unit) and told & {unit.passage.section})
            found = _item(unit) or (list(_foretold(unit)) if spoken else [])
            told = {unit.passage.section} if is_of_place(unit) and (found or spoken) else set()
            yield from found


def _foretold(unit: Unit) -> Iterator[Draft]:
    """What sentences outside of a chapter of measures say will be done, by whom and until when."""
    for draft in _planned(unit):
        if phrase("will-be").search(unit.passage.text, *draft.text):
            yield draft


def _item(unit: Unit) -> list[Draft]:
    """ "6  Mobilna psihologinja. Obiskuje šole v dolini. CSD Mozirje; od septembra 2014.": a title and what is told."""
    text = unit.passage.text
    first = next((part for part in sentences(text) if part.end > unit.body), None)
    if not unit.is_item or first is None or first.end >= unit.end - 1 or phrase("done-before").search(unit.text):
        return []
    start = unit.body
    labels = {label.field: label.value for label in unit.labels(unit.body)}
    fields = {"description": (first.end, unit.end), **told_fields(text, first.end, unit.end), **labels}
    if not set(fields) >= STRONG or first.end <= start:
        return []
    return [Draft(unit.passage, (start, first.end), fields, unit.number, "measure.item")]


def _assigned(unit: Unit) -> list[Draft]:
    """ "Društvo Mozaik: varna soba za ženske, odprta od 1. marca 2019", an item that begins with who does it."""
    provider = provider_before_colon(unit.passage.text, unit.body, unit.end) if unit.is_item else None
    if provider is None or any(label.start < provider[1] <= label.value[0] for label in unit.labels()):
        return []
    start = provider[1] + 1
    fields = {**told_fields(unit.passage.text, start, unit.end), "provider": provider}
    return [Draft(unit.passage, (start, unit.end), fields, unit.number, "measure.assigned")]


def _planned(unit: Unit) -> Iterator[Draft]:
    text = unit.passage.text
    if is_title(unit.passage) and tags_between(unit.passage, "plan", unit.start, unit.end):
        return  # "RIN Podravje 2022-2026 – kdo bo kaj delal"
    whole = _with_leads(text, [part for part in sentences(text) if unit.start <= part.start and part.end <= unit.end])
    parts = [each for part in whole if not _announces(text, part) for each in _by_doers(text, part)]
    begun: Slice | None = None
    for number, part in enumerate(parts):
        opens = _opens(unit.passage, part)
        if opens and begun is None and number and _tells_of_it(unit.passage, part):
            begun = parts[number - 1]  # "Telefonska veriga za starejše. Vodi jo Društvo upokojencev …"
        if opens and begun is not None and _begins_before(unit.passage, begun, parts[number - 1], part):
            yield from _told(unit.passage, begun, parts[number - 1].start)
            begun = parts[number - 1]
        planned = opens and not (begun and (_tells_of_it(unit.passage, part) or _completes(unit.passage, begun, part)))
        if begun is not None and planned:
            yield from _told(unit.passage, begun, part.start)
        begun = part if planned else begun
        if begun is not None and number == len(parts) - 1:
            yield from _told(unit.passage, begun, unit.end)


def _with_leads(text: str, parts: Sequence[Slice]) -> list[Slice]:
    """ "Drugi korak je program Ključ v roki:" names what the sentence behind it tells of: both are one.

    So are "Nato je tu pobuda upokojencev: skupna kuha." and "Zanjo bo skrbelo Društvo upokojencev.".
    """
    joined: list[Slice] = []
    for part in parts:
        named = bool(joined) and phrase("name-before-colon").fullmatch(text, joined[-1].start, joined[-1].end)
        back = bool(joined) and phrase("refers-back").match(text, part.start, part.end)
        named = named or (back and phrase("measure-spoken-of").search(text, joined[-1].start, joined[-1].end))
        joined.append(
            replace(part, start=_name_in(text, joined.pop()) if back else joined.pop().start) if named else part
        )
    return joined


def _name_in(text: str, sentence: Slice) -> int:
    """Where a sentence that speaks of a measure names it: behind its colon, else at its beginning."""
    return max(sentence.start, text.find(":", sentence.start, sentence.end) + 1)


def _opens(passage: Passage, part: Slice) -> bool:
    """Whether a part plans something; behind another one's doer the verb need not be said again."""
    again = part.lead == LIKEWISE and not phrase("told-in-the-past").search(passage.text, part.start, part.end)
    return again or _is_planned(passage.text[part.start : part.end]) or _tells_all(passage, part)


def _by_doers(text: str, sentence: Slice) -> Iterator[Slice]:
    """The parts of a sentence in which several do several things: "…, Rdeči križ pa leta 2019 spremstvo"."""
    begin, lead = sentence.start, sentence.lead
    about = any(phrase(name).search(text, sentence.start, sentence.end) for name in ("shares-paid", "about-the-plan"))
    for cut in () if about else phrase("next-doer").finditer(text, sentence.start + 1, sentence.end):
        likewise = does_likewise(text, cut.end(), sentence.end)
        if likewise is None or "provider" not in told_fields(text, begin, cut.start()):
            continue
        if not _is_planned(text[begin : cut.start()]) and lead != LIKEWISE:
            continue
        yield Slice(begin, cut.start(), lead)
        begin, lead = cut.end(), LIKEWISE if likewise else ""
    yield Slice(begin, sentence.end, lead, sentence.holes if begin == sentence.start else ())


def _whole(unit: Unit) -> list[Draft]:
    """An item of one sentence that tells both who does it and until when."""
    if not unit.is_item or phrase("about-the-plan").search(unit.text) or phrase("done-before").search(unit.text):
        return []
    fields = told_fields(unit.passage.text, unit.body, unit.end)
    span = (unit.body, unit.end)
    said = sum(len(unit.passage.text[slice(*each)]) for each in fields.values())
    if span[1] - span[0] - said < SHORTEST_REST:
        return []  # "Ljudska univerza Kranj, 2017"
    return [Draft(unit.passage, span, fields, unit.number, "measure.item")] if set(fields) >= STRONG else []


def _is_planned(sentence: str) -> bool:
    return (
        not (sentence.rstrip().endswith(":") and sentence.count("(") <= sentence.count(")"))
        and bool(phrase("planned").search(sentence))
        and not phrase("about-the-plan").search(sentence)
        and not phrase("forecast").search(sentence)
        and not phrase("shares-paid").search(sentence)
    )


def _announces(text: str, part: Slice) -> bool:
    """ "K temu bomo prispevali s štirimi ukrepi.": a sentence that counts measures, or tells of all of them."""
    if any(phrase(name).search(text, part.start, part.end) for name in ("provider-for-all", "deadline-for-all")):
        return True
    counts = phrase("measures-counted").search(text, part.start, part.end)
    return bool(counts) and "provider" not in told_fields(text, part.start, part.end)


def _begins_before(passage: Passage, begun: Slice, above: Slice, part: Slice) -> bool:
    """Whether a part tells of the sentence before it, and not of the measure begun earlier, of which all is told.

    "Klub vodi CSD Kranj do 2019. V Žireh nastaja zadruga mladih. Pripravlja jo Dom Sonce in jo bo odprl leta 2020."
    """
    if above.start <= begun.start or not _tells_of_it(passage, part):
        return False
    told = set(told_fields(passage.text, begun.start, above.start))
    own = set(told_fields(passage.text, above.start, above.end)) - {"deadline"}
    return told >= STRONG and not own and bool(phrase("planned").search(passage.text, above.start, above.end))


def _completes(passage: Passage, begun: Slice, part: Slice) -> bool:
    """ "Krožek začne delovati 1. septembra": without a name it tells what is missing, or how long it will last."""
    before = set(told_fields(passage.text, begun.start, part.start))
    told = told_fields(passage.text, part.start, part.end)
    begins = "provider" in told and told["provider"][0] <= part.start + AT_START  # "Društvo Žarek pa bo …"
    if "provider" in before and phrase("lasting-time").match(passage.text, *told.get("deadline", (0, 0))):
        return set(told) == {"deadline"}
    if before >= STRONG and set(told) == {"deadline"}:  # "… dvakrat na mesec. Začeli bodo 1. 10. 2014."
        often = told_fields(passage.text, begun.start, part.start)["deadline"]
        return is_dated(passage.text, told["deadline"]) and not is_dated(passage.text, often)
    return not before >= STRONG and set(told) == STRONG - before and not begins


def _tells_all(passage: Passage, sentence: Slice) -> bool:
    """ "Topli obrok deli Rdeči križ, stalno": a sentence that tells who does it and until when, and of nothing past."""
    text = passage.text
    if phrase("told-in-the-past").search(text, sentence.start, sentence.end):
        return False
    labels = {label.field for label in labels_in(passage, sentence.start, sentence.end)}
    told = phrase("provider-told").search(text, sentence.start, sentence.end)
    fields = labels | (set(told_fields(text, sentence.start, sentence.end)) if told else set())
    others = (phrase(name).search(text, sentence.start, sentence.end) for name in ("about-the-plan", "shares-paid"))
    return fields >= STRONG and not any(others)


def _tells_of_it(passage: Passage, sentence: Slice) -> bool:
    """ "Izvajal ga bo Dom …", "Nosilka bo Ljudska univerza …": a sentence about the measure before it."""
    match = phrase("provider-told").search(passage.text, sentence.start, sentence.end)
    if match and match.start() <= sentence.start + NEAR:
        return True
    labels = labels_in(passage, sentence.start, sentence.end)
    return bool(labels) and labels[0].field == "provider" and labels[0].start <= sentence.start + AT_START


def _told(passage: Passage, sentence: Slice, end: int) -> Iterator[Draft]:
    fields = told_fields(passage.text, sentence.start, end)
    for label in labels_in(passage, sentence.start, end):
        fields |= told_in(passage.text, label) if label.field != "measure" else {}
    if "provider" not in fields and (doer := _doer(passage.text, sentence)):
        fields["provider"] = doer
    if sentence.lead == LIKEWISE:
        fields["provider"] = name_at(passage.text, sentence.start, end)
    created = phrase("we-will-create").search(passage.text, sentence.start, sentence.end)
    if set(fields) >= STRONG or (created and "deadline" in fields):
        yield Draft(passage, (sentence.start, sentence.end), fields, None, "measure.sentence")


def _doer(text: str, sentence: Slice) -> Span | None:
    """Who does it where it has no name, or stands far from its verb: "bo društvo slepih …", "Društvo Vrtnica iz …"."""
    verb = phrase("planned").search(text, sentence.start, sentence.end)
    if verb is None or phrase("told-in-the-past").search(text, sentence.start, sentence.end):
        return None
    if phrase("organisation").match(text, sentence.start) and verb.start() - sentence.start <= LONGEST_NAME:
        words = text[sentence.start : verb.start()]
        return None if set(words) & set(",;:(") else (sentence.start, sentence.start + len(words.rstrip()))
    unnamed = phrase("doer-without-name").search(text, sentence.start, sentence.end)
    return unnamed.span("who") if unnamed else None
