"""Names of plans in a paper: found by the tagger, with the regions and periods that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.paper import Paper, evidence_at, tags_between, tags_of
from rinsearch.compose.plans.plans import Mention
from rinsearch.records import Evidence, Object, Passage, PassageKind, Tag
from rinsearch.taxonomy import regions
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import plan_periods

OBJECTS = {"plan": Object.PLAN, "summary": Object.SUMMARY, "draft": Object.DRAFT, "report": Object.REPORT}

WEAK, EARLIER = "plan.weak", "plan.earlier"
LONGEST_SPAN = 5  # years from the first to the last of a plan
SHORT_REACH = 90  # characters: "RIN za socialno varstvo savinjske regije 14–16"
SHORT = re.compile(r"(?<![\w./,–-])(?:20)?(?P<first>\d\d) ?[-–/] ?(?:20)?(?P<last>\d\d)(?![\w/–-]|[.,]\d)")
EMPTY_CELL = re.compile(r"\s*\|")
ENDS = (".", ":", ";", "!", "?", "»", "”", "“", "|")
BEFORE_REACH = 30  # characters: a period, a colon and the beginning of a name
EARLIER_REACH = 60  # characters: "prejšnjega regijskega načrta, ki je veljal v obdobju"


def mentions_of(paper: Paper) -> tuple[Mention, ...]:
    """The names of plans in a paper, in its order; weak ones only where the paper is about such plans."""
    return tuple(_strong_enough(paper, _mentions(paper)))


def _mentions(paper: Paper) -> Iterator[Mention]:
    for number, passage in enumerate(paper.passages):
        tags = tags_of(passage, "plan")
        parts = sentences(passage.text) if tags else ()
        following = paper.passages[number + 1] if number + 1 < len(paper.passages) else None
        for tag, after in zip(tags, (*tags[1:], None), strict=False):
            sentence = enclosing(parts, tag.evidence.start)
            end = min(sentence.end, after.evidence.start if after else sentence.end)
            reach = (tag.evidence.start, end)  # a name may hold both: "načrt za obdobje 2017-2020"
            periods = periods_named(_values(passage, "period", reach, None)) or _short_period(passage, reach)
            periods = periods or _period_before(passage, tag.evidence.start)
            named = _values(passage, "region", reach, None) or _adjective(passage, tag.evidence)
            named = named or _values(passage, "region", reach, sentence.start)
            if following and not (periods and named) and _goes_on(passage, end, following):
                further = (0, _end_of_title(following))
                periods = periods or periods_named(_values(following, "period", further, None))
                named = named or _values(following, "region", further, None)
            yield Mention(passage, tag, OBJECTS.get(tag.value, Object.OTHER), named, periods)
        yield from _earlier(passage)


def _goes_on(passage: Passage, end: int, following: Passage) -> bool:
    """Whether a name may go on in the next passage: below a heading, in the next row, or in the next line's words."""
    if passage.kind == PassageKind.HEADING:
        return True
    if passage.kind == PassageKind.ROW:
        return following.kind == PassageKind.ROW and bool(EMPTY_CELL.match(following.text))
    if end < len(passage.text.rstrip()) or passage.text.rstrip().endswith(ENDS) or following.kind == PassageKind.ROW:
        return False
    return following.text[:1].islower() or any(tag.evidence.start == 0 for tag in tags_of(following, "region"))


def _end_of_title(passage: Passage) -> int:
    """How far the line below a title may go on with it: up to what it says of an earlier plan, or of a second one."""
    names = tags_of(passage, "plan")
    earlier = phrase("of-the-past").search(passage.text)
    second = names[1].evidence.start if len(names) > 1 else len(passage.text)
    return min(second, earlier.start()) if earlier else second


def _period_before(passage: Passage, start: int) -> tuple[str, ...]:
    """The period right before a name: "Gorenjska 2017-2020: izvedbeni načrt"."""
    near = tags_between(passage, "period", max(0, start - BEFORE_REACH), start)[-1:]
    beside = phrase("region-beside-name")
    return periods_named(tuple(each.value for each in near if beside.fullmatch(passage.text, each.evidence.end, start)))


def _short_period(passage: Passage, reach: tuple[int, int]) -> tuple[str, ...]:
    """A period with all of its years, or a known one with short years: "za leta 2014, 2015 in 2016", "RIN 14-16"."""
    words = passage.text[reach[0] : reach[1]]
    if years := phrase("years-listed").search(words):
        return periods_named((f"20{years['first']}-20{years['last']}",))
    shape = SHORT.search(words[:SHORT_REACH])
    return known_periods((f"20{shape['first']}-20{shape['last']}",)) if shape else ()


def _adjective(passage: Passage, name: Evidence) -> tuple[str, ...]:
    """The region whose adjective stands right before a name, or begins it: "gorenjski RIN", "s koroškim načrtom"."""
    first = name.start + len(name.quote.partition(" ")[0]) + 1
    ends = (name.start, first)
    found = (phrase("region-adjective-before").search(passage.text[max(0, name.start - 30) : end]) for end in ends)
    return next((regions_called(each["stem"]) for each in found if each), ())


def regions_called(stem: str) -> tuple[str, ...]:
    """The ids of the regions whose adjective has this stem."""
    return tuple(region.id for region in regions().values() if region.label.startswith(f"{stem.lower()}a "))


def _values(passage: Passage, label: str, after: tuple[int, int], before: int | None) -> tuple[str, ...]:
    """Values behind a name, up to the next one; else (where asked for) the nearest before it in its sentence."""
    found = tags_between(passage, label, *after)
    if not found and before is not None:
        found = tags_between(passage, label, before, after[0])[-1:]
    return tuple(dict.fromkeys(tag.value for tag in found))


def known_periods(names: tuple[str, ...]) -> tuple[str, ...]:
    """The plan periods of these names ("2013-2016" is another name of 2014-2016); others are left out."""
    known = {name: each.id for each in plan_periods() for name in (each.id, *each.aliases)}
    return tuple(dict.fromkeys(known[name] for name in names if name in known))


def periods_named(names: tuple[str, ...]) -> tuple[str, ...]:
    """The periods that stand with a plan: the known ones, else other years that a plan of a region can be for."""
    return known_periods(names) or tuple(dict.fromkeys(filter(_is_span, names)))


def _is_span(name: str) -> bool:
    """Whether a period is as long as that of a regional plan; programmes of the state and of development are longer.

    >>> _is_span("2022-2026"), _is_span("2021-2027"), _is_span("2017")
    (True, False, False)
    """
    first, dash, last = name.partition("-")
    return bool(dash) and first.isdigit() and last.isdigit() and 2 <= int(last) - int(first) <= LONGEST_SPAN


def _strong_enough(paper: Paper, mentions: Iterator[Mention]) -> Iterator[Mention]:
    """ "Regijski načrt" alone counts only where the plan's name stands in full, or a region with its field of work."""
    kept = list(mentions)
    strong = any(mention.is_plan and mention.tag.evidence.rule not in (WEAK, EARLIER) for mention in kept)
    field = any(phrase("social-protection").search(passage.text) for passage in paper.passages)
    named = (each for each in kept if each.is_plan and phrase("region-in-name").search(each.tag.evidence.quote))
    counts = strong or (field and any(each.regions or each.periods for each in named))
    counts = counts or (field and any(each.is_plan and each.regions for each in kept))
    weak = (each for each in kept if counts and (strong or not _is_bare(each)))
    return weak if counts else (each for each in kept if each.tag.evidence.rule not in (WEAK, EARLIER))


def _is_bare(mention: Mention) -> bool:
    """Whether a weak name is but a region's adjective and the word for a plan, of any kind: "gorenjski načrt"."""
    quote = mention.tag.evidence.quote
    in_name = phrase("region-in-name").search(quote.lower())
    return mention.tag.evidence.rule == WEAK and quote.count(" ") == 1 and not in_name and not mention.periods


def _earlier(passage: Passage) -> Iterator[Mention]:
    """ "Prejšnjega, za obdobje 2014-2016, svet ni obravnaval": a plan that only its time names."""
    for tag in tags_of(passage, "period"):
        periods = known_periods((tag.value,))
        start = max(0, tag.evidence.start - EARLIER_REACH)
        sign = phrase("another-plan").search(passage.text[start : tag.evidence.start])
        behind = phrase("another-plan-behind").match(passage.text, tag.evidence.end)
        if periods and (sign or behind):
            first = start + sign.start() if sign else tag.evidence.start
            evidence = evidence_at(passage, first, behind.end() if behind else tag.evidence.end, EARLIER)
            if not any(evidence.start <= each.evidence.start <= evidence.end for each in tags_of(passage, "plan")):
                yield Mention(passage, Tag("plan", "plan", evidence), Object.PLAN, (), periods)
