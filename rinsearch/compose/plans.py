"""Which plan a paper speaks of: names found by the tagger are led to a plan's id, or stay open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.paper import Paper, evidence_at, tags_between, tags_of
from rinsearch.records import DocumentKind, Object, Passage, PassageKind, PlanMention, Tag
from rinsearch.taxonomy import municipalities, regions
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import plan_periods

OBJECTS = {"plan": Object.PLAN, "summary": Object.SUMMARY, "draft": Object.DRAFT, "report": Object.REPORT}

WEAK, EARLIER = "plan.weak", "plan.earlier"
LONGEST_SPAN = 5  # years from the first to the last of a plan
HEAD_PASSAGES = 4  # letterhead, title and what stands below it
SHORT_REACH = 90  # characters: "RIN za socialno varstvo savinjske regije 14–16"
SHORT_PERIODS = (
    re.compile(r"(?<![\w./,–-])(?:20)?(?P<first>\d\d) ?[-–/] ?(?:20)?(?P<last>\d\d)(?![\w/–-]|[.,]\d)"),
    re.compile(r"\b20(?P<first>\d\d)(?:, 20\d\d){1,2} (?:in|ter) 20(?P<last>\d\d)\b"),
)
ADJECTIVE = re.compile(
    r"(?<![^\W_-])(?P<stem>[^\W\d_]{4,20}(?:-[^\W\d_]{4,12})?[sš]k|jugovzhodn)(?:i|ega|emu|em|im) $", re.IGNORECASE
)
EARLIER_REACH = 60  # characters: "prejšnjega regijskega načrta, ki je veljal v obdobju"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a plan in a passage; ``regions`` and ``periods`` are those that its own words give."""

    passage: Passage
    tag: Tag
    object: Object
    regions: tuple[str, ...]
    periods: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the name begins in the passage."""
        return self.tag.evidence.start

    @property
    def is_plan(self) -> bool:
        """Whether the words name a regional plan (or its summary or draft), not a report or a look-alike."""
        return self.object in (Object.PLAN, Object.SUMMARY, Object.DRAFT)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention led to a plan; ``inferred`` where region or period came from elsewhere in the paper."""

    plan: str | None
    object: Object
    inferred: bool


@dataclass(frozen=True, slots=True)
class Plans:
    """All mentions of a paper, and the region and periods that hold where a mention gives none."""

    mentions: tuple[Mention, ...]
    region: str | None
    region_stated: bool
    period: str | None
    period_stated: bool

    def resolve(self, mention: Mention) -> tuple[Resolved, ...]:
        """The plans of a mention: one for each period that it names."""
        if not mention.is_plan:
            return (Resolved(None, mention.object, False),)
        region = mention.regions[0] if mention.regions else self.region
        periods: tuple[str | None, ...] = mention.periods or (self.period,)
        inferred = not mention.regions or not mention.periods
        return tuple(Resolved(plan_id(region, period), mention.object, inferred) for period in periods)

    def ids(self) -> tuple[PlanMention, ...]:
        """Every plan that the paper speaks of, the most frequent first."""
        found: Counter[tuple[str, str | None]] = Counter()
        for mention in self.mentions:
            region = mention.regions[0] if mention.regions else self.region
            if (mention.is_plan or mention.object == Object.REPORT) and region:
                for period in mention.periods or (self.period,):
                    found[region, period] += 1
        stated = {region for region, period in found if period}
        found = Counter({each: times for each, times in found.items() if each[1] or each[0] not in stated})
        return tuple(
            PlanMention(plan_id(region, period) or "", region, period) for (region, period), _ in found.most_common()
        )


def plan_id(region: str | None, period: str | None) -> str | None:
    """The id of a plan; without a period it is that of the region's plans, and the mention stays open.

    >>> plan_id("jugovzhodna", "2017-2020"), plan_id("goriska", None), plan_id(None, "2017-2020")
    ('rin-sv/jugovzhodna/2017-2020', 'rin-sv/goriska', None)
    """
    if not region:
        return None
    return f"rin-sv/{region}/{period}" if period else f"rin-sv/{region}"


def find_plans(paper: Paper) -> Plans:
    """Collect the mentions of a paper and settle what holds for those that are not complete."""
    mentions = tuple(_strong_enough(paper, _mentions(paper)))
    own = [mention for mention in mentions if mention.is_plan]
    region, region_stated = _region(paper, own)
    period, period_stated = _period(paper, own)
    return Plans(mentions, region, region_stated, period, period_stated)


def _mentions(paper: Paper) -> Iterator[Mention]:
    for number, passage in enumerate(paper.passages):
        tags = tags_of(passage, "plan")
        parts = sentences(passage.text) if tags else ()
        following = paper.passages[number + 1] if number + 1 < len(paper.passages) else None
        for tag, after in zip(tags, (*tags[1:], None), strict=False):
            sentence = enclosing(parts, tag.evidence.start)
            end = min(sentence.end, after.evidence.start if after else sentence.end)
            reach = (tag.evidence.start, end)  # a name may hold both: "načrt za obdobje 2017-2020"
            periods = _periods_named(_values(passage, "period", reach, None)) or _short_period(passage, reach)
            named = _values(passage, "region", reach, None) or _adjective(passage, tag.evidence.start)
            named = named or _values(passage, "region", reach, sentence.start)
            if following and passage.kind == PassageKind.HEADING and not (periods and named):
                goes_on = (0, _end_of_title(following))
                periods = periods or _periods_named(_values(following, "period", goes_on, None))
                named = named or _values(following, "region", goes_on, None)
            yield Mention(passage, tag, OBJECTS.get(tag.value, Object.OTHER), named, periods)
        yield from _earlier(passage)


def _end_of_title(passage: Passage) -> int:
    """How far the line below a title may go on with it: up to what it says of an earlier plan, or of a second one."""
    names = tags_of(passage, "plan")
    earlier = phrase("of-the-past").search(passage.text)
    second = names[1].evidence.start if len(names) > 1 else len(passage.text)
    return min(second, earlier.start()) if earlier else second


def _short_period(passage: Passage, reach: tuple[int, int]) -> tuple[str, ...]:
    """A known period with short years, or with all of them: "RIN 14-16", "za leta 2014, 2015 in 2016"."""
    words = passage.text[reach[0] : min(reach[1], reach[0] + SHORT_REACH)]
    shape = next((found for pattern in SHORT_PERIODS if (found := pattern.search(words))), None)
    return _known_periods((f"20{shape['first']}-20{shape['last']}",)) if shape else ()


def _adjective(passage: Passage, start: int) -> tuple[str, ...]:
    """The region whose adjective stands right before a name: "gorenjski RIN", "s koroškim regijskim načrtom"."""
    before = ADJECTIVE.search(passage.text[max(0, start - 30) : start])
    stem = before["stem"].lower() if before else ""
    return tuple(region.id for region in regions().values() if stem and region.label.startswith(f"{stem}a "))


def _values(passage: Passage, label: str, after: tuple[int, int], before: int | None) -> tuple[str, ...]:
    """Values behind a name, up to the next one; else (where asked for) the nearest before it in its sentence."""
    found = tags_between(passage, label, *after)
    if not found and before is not None:
        found = tags_between(passage, label, before, after[0])[-1:]
    return tuple(dict.fromkeys(tag.value for tag in found))


def _known_periods(names: tuple[str, ...]) -> tuple[str, ...]:
    """The plan periods of these names ("2013-2016" is another name of 2014-2016); others are left out."""
    known = {name: each.id for each in plan_periods() for name in (each.id, *each.aliases)}
    return tuple(dict.fromkeys(known[name] for name in names if name in known))


def _periods_named(names: tuple[str, ...]) -> tuple[str, ...]:
    """The periods that stand with a plan: the known ones, else other years that a plan of a region can be for."""
    return _known_periods(names) or tuple(dict.fromkeys(filter(_is_span, names)))


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
    named = (each for each in kept if each.is_plan and "regij" in each.tag.evidence.quote.lower())
    counts = strong or (field and any(each.regions or each.periods for each in named))
    counts = counts or (field and any(each.is_plan and each.regions for each in kept))
    return (mention for mention in kept if counts or mention.tag.evidence.rule not in (WEAK, EARLIER))


def _earlier(passage: Passage) -> Iterator[Mention]:
    """ "Prejšnjega, za obdobje 2014-2016, svet ni obravnaval": a plan that only its time names."""
    for tag in tags_of(passage, "period"):
        periods = _known_periods((tag.value,))
        start = max(0, tag.evidence.start - EARLIER_REACH)
        sign = phrase("another-plan").search(passage.text[start : tag.evidence.start])
        if periods and sign:
            evidence = evidence_at(passage, start + sign.start(), tag.evidence.end, EARLIER)
            if not any(evidence.start <= each.evidence.start <= evidence.end for each in tags_of(passage, "plan")):
                yield Mention(passage, Tag("plan", "plan", evidence), Object.PLAN, (), periods)


def _region(paper: Paper, mentions: list[Mention]) -> tuple[str | None, bool]:
    named = Counter(region for mention in mentions for region in mention.regions)
    if named:
        return named.most_common(1)[0][0], True
    anywhere = Counter(tag.value for passage in paper.passages for tag in tags_of(passage, "region"))
    first = _in_head(paper, "region")
    if len(anywhere) == 1 or len(first) == 1:
        return next(iter(first or anywhere)), True
    if paper.issuer:
        return municipalities()[paper.issuer.code].region, False
    return None, False


def _period(paper: Paper, mentions: list[Mention]) -> tuple[str | None, bool]:
    full = [mention for mention in mentions if mention.tag.evidence.rule != EARLIER]
    named = Counter(period for mention in full for period in mention.periods)
    if len(named) == 1:
        return next(iter(named)), True
    if named:
        return _of_title(paper, mentions), False
    if paper.kind == DocumentKind.PLAN and len(told := _periods_named(_in_head(paper, "period"))) == 1:
        return told[0], True
    return (_period_at(paper.date), False) if paper.date else (None, False)


def _in_head(paper: Paper, label: str) -> tuple[str, ...]:
    """What the first lines name: "ZASAVSKA REGIJA", "Načrt izvajanja programa v obdobju 2014-2016"."""
    return tuple(dict.fromkeys(tag.value for each in paper.passages[:HEAD_PASSAGES] for tag in tags_of(each, label)))


def _of_title(paper: Paper, mentions: list[Mention]) -> str | None:
    """Of two plans in one paper the one that its subject names; else a name without a period stays open."""
    if not paper.title:
        return None
    years = re.sub(r"\s*[–—-]\s*", "-", paper.title)
    told = {each.id for each in plan_periods() if any(name in years for name in (each.id, *each.aliases))}
    if len(told) == 1:
        return told.pop()
    subject = " ".join(paper.title.split())[:40]
    return next((m.periods[0] for m in mentions if m.periods and subject in " ".join(m.passage.text.split())), None)


def _period_at(day: date) -> str | None:
    return next((each.id for each in plan_periods() if each.handled_from <= day <= each.handled_until), None)
