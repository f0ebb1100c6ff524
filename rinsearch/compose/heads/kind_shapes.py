"""The shape of a paper that bears no title: how it is built tells what kind it is, as a reader sees it from afar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rinsearch.compose.heads.kind_lists import list_of_councils, list_of_measures, list_of_outcomes
from rinsearch.compose.paper import TextLine, evidence_at, lines, tags_between, tags_of
from rinsearch.records import DocumentKind, Evidence, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

NEWS_PARAGRAPH = 120  # characters
SHORT_LETTER = 2  # weight of a greeting; a paper with one is a letter, whatever it tells
ITEMS, RESULTS = 2, 2  # items of business, and votes on them, that only minutes have
NO_LETTER = frozenset({DocumentKind.NEWS, DocumentKind.OTHER})  # what these shapes tell, a letter may tell, too
SPEAKERS = 3  # a form has one or two lines such as "Župan: …"
FILES, FILES_SHARE = 2, 4  # names of files, and in which part of the lines
LABELS, ARTICLES = 3, 2  # of a form for minutes, of a text in articles
FIRST_LINES = 2
HEAD_LINES = 8  # a letterhead, and the line of the session

Find = Callable[[tuple[Passage, ...], tuple[TextLine, ...]], TextLine | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """How papers of a kind are built, and what that weighs beside the wording."""

    kind: DocumentKind
    weight: int
    find: Find
    beside_title: bool = False  # whether it counts where a title tells a kind, too


def shapes(
    passages: tuple[Passage, ...], top: tuple[TextLine, ...], weights: Mapping[str, int], *, titled: bool
) -> Iterator[tuple[Shape, Evidence]]:
    """The shapes that a paper has, each with the line that shows it; where a title tells a kind, few count."""
    for shape in SHAPES:
        if titled and not shape.beside_title:
            continue
        if shape.kind in NO_LETTER and weights[DocumentKind.LETTER] >= SHORT_LETTER:
            continue
        line = shape.find(passages, top)
        if line:
            yield shape, evidence_at(line.passage, line.start, line.end, f"kind.{shape.kind}")


def votes_taken(passages: tuple[Passage, ...]) -> int:
    """How many votes a paper tells of."""
    return sum(len(tags_of(passage, "vote")) for passage in passages)


def _told_in_news(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first line of a paper without letterhead and reference block that tells of a council in paragraphs."""
    long = (each for each in passages if len(each.text) >= NEWS_PARAGRAPH and each.kind == PassageKind.PARAGRAPH)
    headed = any(phrase("letterhead").match(line.text) or phrase("reference-label").match(line.text) for line in top)
    return (
        top[0]
        if not (headed or _is_torn(top)) and any(phrase("council-mentioned").search(each.text) for each in long)
        else None
    )


def _is_torn(top: tuple[TextLine, ...]) -> bool:
    """Whether a paper begins amid a sentence, below the number of its page at most: the first page is lost."""
    first = next((line for line in top[:FIRST_LINES] if not phrase("number-of-page").fullmatch(line.text)), None)
    return bool(first and phrase("goes-on-in-words").match(first.text))


def _held_session(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line of a session at the head of a paper in which items of business follow, with votes on them."""
    named = (line for line in top[:HEAD_LINES] if tags_between(line.passage, "session", line.start, line.end))
    title = next(named, None)
    if title is None or phrase("session-to-be-held").search(title.text) or votes_taken(passages) < RESULTS:
        return None
    items = sum(bool(phrase("item-of-business").match(line.text)) for line in lines(passages))
    return title if items >= ITEMS else None


def _resolved_at(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line of a session that was held, below the name of a council or municipality, where results are told."""
    head = top[:HEAD_LINES]
    if not any(phrase("letterhead").match(line.text) or phrase("council-mentioned").search(line.text) for line in head):
        return None
    title = next(filter(_begins_with_session, head), None)
    if title is None or phrase("session-to-be-held").search(title.text):
        return None
    resolved = votes_taken(passages) + sum(len(tags_of(passage, "decision")) for passage in passages)
    return title if resolved >= RESULTS else None


def _begins_with_session(line: TextLine) -> bool:
    """Whether a line names a session at its beginning, or behind a letterhead; no blank of a form, and no sentence."""
    named = tags_between(line.passage, "session", line.start, line.end)
    before = line.before(named[0]).strip() if named else ""
    is_blank = ":" in line.text  # "5. SEJA (številka, datum):" is a form's
    return bool(named) and not is_blank and (not before or bool(phrase("letterhead").match(before)))


def _spoken(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first of several lines that tell who speaks, and what: the words of a session, as they were said."""
    spoken = [line for line in lines(passages) if phrase("speaks-in-session").match(line.text)]
    return spoken[0] if len(spoken) >= SPEAKERS else None


def _discussed(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first label of a form for minutes: who reported, who discussed, what was decided of each item."""
    labels = [line for line in lines(passages) if phrase("discussed-label").match(line.text)]
    discussed = any(phrase("discussion-label").match(line.text) for line in labels)
    return labels[0] if discussed and len(labels) >= LABELS else None


def _submitted(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line that sends a paper to the council, whatever it is called, where it proposes a resolution below."""
    sent = next((line for line in top if phrase("to-the-council").match(line.text)), None)
    return sent if sent and any(phrase("proposed-resolution").match(line.text) for line in lines(passages)) else None


def _written_to(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line of whom a paper is written to, where it greets them below, whatever the table in it tells.

    Where the name of the plan stands above, that is the title of a report, which may be sent to somebody, too.
    """
    to = next((number for number, line in enumerate(top) if _is_addressee(line)), None)
    if to is None or any(tags_between(line.passage, "plan", line.start, line.end) for line in top[:to]):
        return None
    greeted = any(phrase("salutation-line").match(line.text) for line in top[to + 1 : to + 1 + HEAD_LINES])
    return top[to] if greeted else None


def _addressed(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line of whom a paper is written to, at its beginning or below the letterhead of whom it is from.

    It speaks to them; a report with the name of its plan above does not.
    """
    to = next((number for number, line in enumerate(top[:HEAD_LINES]) if _is_addressee(line)), None)
    if to is None or any(tags_between(line.passage, "plan", line.start, line.end) for line in top[:to]):
        return None
    return top[to] if any(phrase("speaks-to-somebody").search(each.text) for each in passages) else None


def _from_municipality(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line of whom a municipality writes to, below its letterhead: "CSD Maribor"; it speaks to them."""
    head = top[:HEAD_LINES]
    if not head or not phrase("letterhead").match(head[0].text):
        return None
    to = next((line for line in head[1:] if phrase("named-addressee").fullmatch(line.text.strip())), None)
    return to if to and any(phrase("speaks-to-somebody").search(each.text) for each in passages) else None


def _is_addressee(line: TextLine) -> bool:
    return bool(phrase("to-somebody").fullmatch(line.text.strip()))


def _of_parties(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The line that says that two parties agree upon something."""
    return next((line for line in top[:HEAD_LINES] if phrase("of-two-parties").search(line.text)), None)


def _of_files(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first of the names of files that fill a page, as where the papers of a session can be had."""
    every = list(lines(passages))
    files = [line for line in every if phrase("names-file").search(line.text)]
    return files[0] if len(files) >= FILES and FILES_SHARE * len(files) >= len(every) else None


def _came_of_it(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    return list_of_outcomes(passages)


def _of_articles(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first article of a text that lays down rules; a resolution in articles speaks of the plan.

    What two parties agree upon is no rule.
    """
    if _of_parties(passages, top):
        return None
    articles = [line for line in lines(passages) if phrase("article").match(line.text)]
    return articles[0] if len(articles) >= ARTICLES and not any(tags_of(each, "plan") for each in passages) else None


def _of_councils(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    return list_of_councils(passages)


def _of_measures(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    return list_of_measures(passages)


def _own_plan(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> TextLine | None:
    """The first line where it is the name of a plan: "Notranjska in Brkini - RIN socialnega varstva".

    So is the second one below the name of the region: "Zasavska regija", "RIN 2017-2020, drugi del".
    """
    for line in top[: FIRST_LINES if _is_region(top) else 1]:
        names = tags_between(line.passage, "plan", line.start, line.end)
        named = names and names[0].value in ("plan", "summary", "draft")
        own = named and phrase("before-own-name").fullmatch(line.before(names[0]))
        if own and not phrase("no-own-title").search(line.text) and not line.text.rstrip().endswith((".", ",")):
            return line
    return None


def _is_region(top: tuple[TextLine, ...]) -> bool:
    """Whether the first line is the name of a region and nothing else."""
    names = tags_between(top[0].passage, "region", top[0].start, top[0].end) if top else ()
    return any(top[0].text.strip() == tag.evidence.quote.strip() for tag in names)


SHAPES = (
    Shape(DocumentKind.MINUTES, 4, _spoken),
    Shape(DocumentKind.MINUTES, 4, _held_session),
    Shape(DocumentKind.MINUTES, 2, _resolved_at),
    Shape(DocumentKind.MINUTES, 4, _discussed),
    Shape(DocumentKind.PLAN, 4, _own_plan),
    Shape(DocumentKind.PLAN, 4, _of_measures),
    Shape(DocumentKind.OTHER, 5, _of_councils),
    Shape(DocumentKind.MEMO, 4, _submitted, beside_title=True),
    Shape(DocumentKind.LETTER, 14, _written_to, beside_title=True),
    Shape(DocumentKind.LETTER, 6, _addressed, beside_title=True),
    Shape(DocumentKind.LETTER, 6, _from_municipality, beside_title=True),
    Shape(DocumentKind.REPORT, 5, _came_of_it),
    Shape(DocumentKind.OTHER, 5, _of_parties, beside_title=True),
    Shape(DocumentKind.OTHER, 6, _of_files, beside_title=True),
    Shape(DocumentKind.REGULATION, 8, _of_articles, beside_title=True),
    Shape(DocumentKind.NEWS, 4, _told_in_news),
)
