"""Whose paper it is: the municipality that issued it, or the organisation that wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from rinsearch.compose.heads.joint import HEAD_LINES, is_joint
from rinsearch.compose.heads.signatures import by_signature
from rinsearch.compose.paper import TextLine, evidence_at, tags_between, tags_of
from rinsearch.records import DocumentKind, Passage, Tag
from rinsearch.sifted import Sifted
from rinsearch.taxonomy import fold, municipalities
from rinsearch.taxonomy.phrases import phrase

SIGN_REACH = 60  # characters: "direktorica občinske uprave Mestne občine" and less stands before a name
MASTHEAD_LINES = 2
COMMUNITY_LINES = 4  # a local community, its council, its municipality
DOMAIN = re.compile(r"@([\w-]{1,60}(?:\.[\w-]{1,60}){1,4})")
BY_ADDRESS = "municipality.address"
BY_ADJECTIVE = "municipality.adjective"  # "ribniški občinski svet", "blejski svetniki"
COUNCILS = ("council-of", "councillors-in")


def issuer_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind) -> Tag | None:
    """The municipality whose paper it is: by its letterhead, the council in the text, or the signature."""
    if author_of(top):
        return _of_community(top)
    if is_joint(passages, top, kind):
        return None
    if kind == DocumentKind.NEWS and any(phrase("masthead").search(line.text) for line in top[:MASTHEAD_LINES]):
        return _by_newspaper(passages, top)
    behind = (tag for sign in _signs() if (tag := _told(_behind(sign, passages), kind)))
    told = _adjectival(passages) if kind == DocumentKind.NEWS else []  # elsewhere others may be told of
    placed = _by_dateline(top) if kind == DocumentKind.NEWS else _by_sender(top)
    signed = by_signature(passages) if kind == DocumentKind.LETTER else None
    return placed or _by_letterhead(top) or signed or next(behind, None) or _most_frequent(told)


def plan_issuer_of(passages: tuple[Passage, ...], top: tuple[TextLine, ...], *, local: bool) -> Tag | None:
    """The municipality with whose letterhead a plan begins; of its own programme also the only one whose council acts.

    A region's plan is no municipality's paper, whoever printed it, and names many councils.
    """
    if author_of(top):
        return None
    named = {tag.value for line in top[:1] for tag in tags_of(line.passage, "municipality")}
    first = top[:1] if len(named) == 1 else ()
    if not local:
        return _by_letterhead(first)
    return _by_letterhead(top) or _only([tag for sign in _signs() for tag in _behind(sign, passages)])


def _letterheads() -> tuple[Sifted, ...]:
    organs = (phrase("letterhead-of-council"), phrase("letterhead-of-place"), phrase("letterhead-of-organ"))
    return (phrase("letterhead"), phrase("letterhead-in-path"), *organs)


def _signs() -> tuple[Sifted, ...]:
    """What stands right before the municipality whose paper it is, the surest first."""
    names = (phrase("site-of"), phrase("council-of"), phrase("mayor-of"), phrase("councillors-in"))
    return (*names, phrase("statute-of"))


def _of_community(top: tuple[TextLine, ...]) -> Tag | None:
    """The municipality that the letterhead of one of its local communities names below it."""
    if not phrase("local-community").match(top[0].text):
        return None
    below = (line for line in top[1:COMMUNITY_LINES] if phrase("letterhead").match(line.text))
    return next(
        (tag for line in below for tag in tags_between(line.passage, "municipality", line.start, line.end)), None
    )


def _by_letterhead(top: tuple[TextLine, ...]) -> Tag | None:
    for number, line in enumerate(top[:HEAD_LINES]):
        if number and number + 1 < len(top) and phrase("addressed").match(top[number + 1].text):
            continue  # "Občina Semič, županu in občinskemu svetu" below a letterhead
        bare = tags_between(line.passage, "municipality", line.start, line.end) if not number else ()
        if bare and (_names_council(bare[0], line, top[1:2]) or _is_in_two_languages(bare)):
            return bare[0]
        begins = any(sign.match(line.text) for sign in _letterheads()) and not _tells(line)
        if begins or phrase("council-of").search(line.text) or (number and _goes_on(top[number - 1], line)):
            found = tags_between(line.passage, "municipality", line.start, line.passage.spans[-1].end)
            if found:
                return found[0]
    return None


def _is_in_two_languages(names: tuple[Tag, ...]) -> bool:
    """Whether a letterhead gives one name twice: "COMUNE DI PIRANO – OBČINA PIRAN"."""
    return len(names) > 1 and len({tag.value for tag in names}) == 1


def _by_dateline(top: tuple[TextLine, ...]) -> Tag | None:
    """The only place with which a line of news begins: "PIRAN – Torkova seja se je zavlekla"."""
    found = [
        tag
        for line in top[:HEAD_LINES]
        for tag in tags_between(line.passage, "municipality", line.start, line.end)[:1]
        if tag.evidence.start == line.start and phrase("behind-dateline").match(line.text[len(tag.evidence.quote) :])
    ]
    return found[0] if len({tag.value for tag in found}) == 1 else None


def _by_sender(top: tuple[TextLine, ...]) -> Tag | None:
    """The municipality from which an e-mail was sent: "Od: tajništvo Občine Semič"."""
    for line in top[:HEAD_LINES]:
        if phrase("sender").match(line.text):
            named = tags_between(line.passage, "municipality", line.start, line.end)
            return next(iter(named), None) or _by_address(line)
    return None


def _by_address(line: TextLine) -> Tag | None:
    """The municipality whose name is that of the place from which a letter was sent: "info@obcina-semic.example"."""
    for match in DOMAIN.finditer(line.text):
        for label in match[1].lower().split("."):
            code = _by_label().get(re.sub(r"^(?:mestna-?)?obcina-?|[^a-z0-9]", "", label))
            if code:
                start, end = line.start + match.start(1), line.start + match.end(1)
                return Tag("municipality", code, evidence_at(line.passage, start, end, BY_ADDRESS))
    return None


@cache
def _by_label() -> Mapping[str, str]:
    """Municipalities by their names as the names of places on the net are written."""
    return {re.sub(r"[^a-z0-9]", "", fold(entry.name)): entry.code for entry in municipalities().values()}


def _goes_on(above: TextLine, line: TextLine) -> bool:
    """Whether a letterhead goes on in its second line: "OBČINSKI SVET", "OBČINE SEMIČ" below it."""
    return bool(phrase("office-alone").fullmatch(above.text.strip()) and phrase("office-in-name").match(line.text))


def _names_council(name: Tag, line: TextLine, following: tuple[TextLine, ...]) -> bool:
    """Whether a line begins with a municipality, and goes on with its council there or in the next line."""
    begins, _, rest = line.text.partition(name.evidence.quote)
    below = not rest.split("  ")[0].strip() and any(phrase("council-alone").fullmatch(each.text) for each in following)
    behind = phrase("council-alone").fullmatch(rest) or phrase("council-behind-name").match(rest)
    return not begins.strip() and (below or bool(behind))


def _by_newspaper(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Tag | None:
    """The only municipality whose council a newspaper tells of; one for several places is no municipality's."""
    named = [
        tag for line in top[:MASTHEAD_LINES] for tag in tags_between(line.passage, "municipality", line.start, line.end)
    ]
    told = [tag for sign in COUNCILS for tag in _behind(phrase(sign), passages)]
    return _only([*named, *told, *_adjectival(passages)])


def _told(found: list[Tag], kind: DocumentKind) -> Tag | None:
    """The municipality that is named most often; a report tells of several, and is theirs no more than of others."""
    return _only(found) if kind == DocumentKind.REPORT else _most_frequent(found)


def _only(found: list[Tag]) -> Tag | None:
    """The first tag, where all are of one municipality."""
    return found[0] if len({tag.value for tag in found}) == 1 else None


def _behind(sign: Sifted, passages: tuple[Passage, ...]) -> list[Tag]:
    """The municipalities that follow the sign ("Občinski svet Občine …")."""
    return [tag for passage in passages for tag in tags_of(passage, "municipality") if _is_behind(sign, passage, tag)]


def _adjectival(passages: tuple[Passage, ...]) -> list[Tag]:
    """The municipalities whose councils are named by adjectives: "jeseniškega občinskega sveta"."""
    tags = (tag for passage in passages for tag in tags_of(passage, "municipality"))
    return [tag for tag in tags if tag.evidence.rule == BY_ADJECTIVE and _is_council(tag)]


def _is_council(tag: Tag) -> bool:
    return bool(phrase("council-mentioned").search(tag.evidence.quote))


def _most_frequent(found: list[Tag]) -> Tag | None:
    """The first tag of the municipality that is named most often."""
    if not found:
        return None
    most = Counter(tag.value for tag in found).most_common(1)[0][0]
    return next(tag for tag in found if tag.value == most)


def _is_behind(sign: Sifted, passage: Passage, tag: Tag) -> bool:
    """Whether the sign ends before the name, or behind its "Občine" where the tag holds that too."""
    start = max(0, tag.evidence.start - SIGN_REACH)
    office = phrase("office-in-name").match(tag.evidence.quote)
    ends = (tag.evidence.start, tag.evidence.start + office.end()) if office else (tag.evidence.start,)
    if phrase("neighbouring-council").search(passage.text, start, tag.evidence.start):
        return False  # "Sosednji občinski svet Občine Grad je točko prestavil."
    return any(sign.search(passage.text[start:end]) for end in ends)


def author_of(top: tuple[TextLine, ...]) -> str | None:
    """The organisation in the letterhead that is no municipality; its name may go on in the next line."""
    for number, line in enumerate(top[:6]):
        if phrase("letterhead").match(line.text) and (line.is_title or not number or _is_state(top[0])):
            return None  # a municipality's letter: the organisation below is its addressee
        if phrase("letterhead-of-council").match(line.text):
            return None
        other = _names_a_plan(line) or _is_of_table(line)  # "Regijski izvedbeni načrt" is no office
        if phrase("organisation-letterhead").match(line.text) and not other and not _tells(line):
            return " ".join(f"{line.text} {_continued(top, number + 1)}".split())
    return None


def _names_a_plan(line: TextLine) -> bool:
    """Whether a plan's name stands in a line, or a part of it: a title in large letters runs over several."""
    tags = (tag for tag in line.passage.tags if tag.label == "plan")
    return any(tag.evidence.start < line.end and line.start < tag.evidence.end for tag in tags)


def _is_of_table(line: TextLine) -> bool:
    """Whether a line is a row of a table with headings; a letterhead may stand in one without."""
    return any(column.heading for column in line.passage.columns)


def _tells(line: TextLine) -> bool:
    """Whether a line that begins with an organisation is a sentence: "CSD Kranj nam je poslal osnutek".

    What a letterhead goes on with behind a dash may be one; so is an announcement, whose subject is who makes it.
    """
    told = phrase("sentence-word").search(line.text.split(" – ")[0])
    return bool(told) and not line.is_title and not phrase("announces").match(line.text)


def _is_state(line: TextLine) -> bool:
    return bool(phrase("state").fullmatch(line.text.strip()))


def _continued(top: tuple[TextLine, ...], number: int) -> str:
    """The line behind an organisation's first one, where it is in capitals and no address or municipality."""
    words = top[number].text.strip() if number < len(top) else ""
    return words if words.isupper() and not phrase("letterhead").match(words) and not re.search(r"\d", words) else ""
