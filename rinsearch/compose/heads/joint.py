"""Papers of several municipalities, which are none's own: of joint sessions, common memos, gazettes."""

from __future__ import annotations

from collections.abc import Iterable

from rinsearch.compose.paper import TextLine, tags_between, tags_of
from rinsearch.records import DocumentKind, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

HEAD_LINES = 8  # a letterhead with its address, or the head of a newspaper's page
ABOVE, BELOW = 4, 3  # lines around the words of a title: letterheads, "občinskih svetov", "občin Lenart in Benedikt"
LETTERS = (DocumentKind.LETTER, DocumentKind.OTHER)  # in which the second municipality is whom the first writes to


def is_joint(passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind) -> bool:
    """Whether the head names the councils or administrations of several municipalities, whose common paper it is."""
    if _is_titled(top) or _is_common(top):
        return True
    return is_gazette_of_several(passages, top) or (kind not in LETTERS and len(_codes(_letterheads(top))) > 1)


def _is_titled(top: tuple[TextLine, ...]) -> bool:
    """Whether a title says that several councils sat together, and they are named in it or in the lines around it."""
    for number, line in enumerate(top[:HEAD_LINES]):
        if not phrase("joint-session").search(line.text):
            continue
        if len(_codes(tags_of(line.passage, "municipality"))) > 1:
            return True
        below = (each for each in top[number : number + BELOW] if phrase("names-offices").search(each.text))
        above = (each for each in top[max(0, number - ABOVE) : number] if _is_letterhead(each))
        if phrase("joint-title").match(line.text) and len(_codes(_named((*above, *below)))) > 1:
            return True
    return False


def _is_common(top: tuple[TextLine, ...]) -> bool:
    """Whether the first line is that of several: "Občini Lenart in Benedikt", "Medobčinski inšpektorat občin …"."""
    first = top[:1]
    return any(phrase("common-letterhead").match(line.text) for line in first) and len(_codes(_named(first))) > 1


def _letterheads(top: tuple[TextLine, ...]) -> list[Tag]:
    """The municipalities of letterheads side by side, or below each other, at the very top."""
    found: list[Tag] = []
    for line in top[:ABOVE]:
        if not _is_letterhead(line):
            break
        named = tags_between(line.passage, "municipality", line.start, line.end)
        found += [tag for tag in named if phrase("office-in-name").match(tag.evidence.quote)]
    return found


def is_gazette_of_several(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> bool:
    """Whether a gazette holds the acts of several municipalities, each below its name."""
    if not any(phrase("gazette-begins").match(line.text) for line in top[:2]):
        return False
    headed = filter(heads_part, passages)
    return len(_codes(tag for each in headed for tag in tags_of(each, "municipality")[:1])) > 1


def heads_part(passage: Passage) -> bool:
    """Whether a heading, or a paragraph that says nothing else, names a municipality, whose acts stand below it."""
    named = tags_of(passage, "municipality")[:1] if phrase("letterhead").match(passage.text) else ()
    alone = (tag for tag in named if tag.evidence.quote == passage.text.strip())
    return bool(named) and (passage.kind is PassageKind.HEADING or any(alone))


def _is_letterhead(line: TextLine) -> bool:
    if phrase("sentence-word").search(line.text):
        return False
    return bool(phrase("letterhead").match(line.text) or phrase("letterhead-of-council").match(line.text))


def _named(lines: Iterable[TextLine]) -> list[Tag]:
    return [tag for line in lines for tag in tags_between(line.passage, "municipality", line.start, line.end)]


def _codes(tags: Iterable[Tag]) -> set[str]:
    return {tag.value for tag in tags}
