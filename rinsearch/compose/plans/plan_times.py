"""Which region and period hold for names of plans that give none: by subject, item, municipality and day.

A paper speaks of few plans. A name without a period stands for the only plan of the paper; of two for the one of its
item, else for the one of the paper's subject, else for the one that councils dealt with when the paper was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rinsearch.compose.paper import Paper, tags_of
from rinsearch.compose.plans.plan_names import EARLIER, WEAK, known_periods, mentions_of, periods_named
from rinsearch.compose.plans.plans import Mention, Plans, Spot
from rinsearch.compose.plans.topics import Topic, topics
from rinsearch.records import DocumentKind, PassageKind
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import plan_periods

HEAD_PASSAGES = 4  # letterhead, title and what stands below it
SUBJECT_KINDS = (DocumentKind.MEMO, DocumentKind.LETTER, DocumentKind.PLAN)  # one subject holds for all their parts


def find_plans(paper: Paper) -> Plans:
    """Collect the mentions of a paper and settle what holds for those that are not complete."""
    mentions = mentions_of(paper)
    own = [mention for mention in mentions if mention.is_plan]
    region, region_stated = _region(paper, own)
    period, period_stated = _period(paper, own)
    plans = Plans(mentions, region, region_stated, period, period_stated)
    open_ = [mention for mention in own if not mention.periods]
    return replace(plans, held=dict(_held(paper, plans, open_))) if open_ else plans


def _region(paper: Paper, mentions: Sequence[Mention]) -> tuple[str | None, bool]:
    full = [mention for mention in mentions if mention.tag.evidence.rule not in (WEAK, EARLIER)]
    first = _in_head(paper, "region")
    if len(first) == 1 and full and not any(mention.regions for mention in full):
        return first[0], True  # other regions' plans are named in passing
    named = Counter(region for mention in mentions for region in mention.regions)
    own = municipalities()[paper.issuer.code].region if paper.issuer else None
    if named:
        return (own if own in named else named.most_common(1)[0][0]), True
    anywhere = Counter(tag.value for passage in paper.passages for tag in tags_of(passage, "region"))
    if len(anywhere) == 1 or len(first) == 1:
        return next(iter(first or anywhere)), True
    return own or _of_all(paper), False


def _of_all(paper: Paper) -> str | None:
    """The region in which all municipalities lie that a paper names: a coordinator writes to several of one region."""
    codes = {tag.value for passage in paper.passages for tag in tags_of(passage, "municipality")}
    found = {municipalities()[code].region for code in codes}
    return found.pop() if len(found) == 1 else None


def _period(paper: Paper, mentions: Sequence[Mention]) -> tuple[str | None, bool]:
    """The period that holds where a mention gives none, and whether it is the only one that the paper names."""
    named = _named(mentions)
    if own := _of_own_title(paper, mentions):
        return own, len(named) < 2
    if len(named) == 1:
        return named[0], True
    if named:
        own = _of_title(paper, mentions) or _of_subject(mentions) or _own(paper, mentions)
        return own or _of_day(paper, named), False
    return (_period_at(paper.date) if paper.date else _anywhere(paper)), False


def _of_own_title(paper: Paper, mentions: Sequence[Mention]) -> str | None:
    """The one below the title of a plan, which itself gives none; others are named in passing, as the one before."""
    told = periods_named(_in_head(paper, "period")) if paper.kind == DocumentKind.PLAN else ()
    return told[0] if len(told) == 1 and not any(each.periods for each in mentions[:1]) else None


def _anywhere(paper: Paper) -> str | None:
    """The only plan's period of which a paper without a day speaks: "O načrtu, ki ga za leta 2017 do 2020 pišejo"."""
    told = known_periods(tuple(tag.value for passage in paper.passages for tag in tags_of(passage, "period")))
    return told[0] if len(set(told)) == 1 else None


def _named(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The periods of the plans that are named in full, each once."""
    full = (mention for mention in mentions if mention.tag.evidence.rule != EARLIER and not _is_earlier(mention))
    return tuple(dict.fromkeys(period for mention in full for period in mention.periods))


def _in_head(paper: Paper, label: str) -> tuple[str, ...]:
    """What the first lines name: "ZASAVSKA REGIJA", "Načrt izvajanja programa v obdobju 2014-2016"."""
    return tuple(dict.fromkeys(tag.value for each in paper.passages[:HEAD_PASSAGES] for tag in tags_of(each, label)))


def _of_title(paper: Paper, mentions: Sequence[Mention]) -> str | None:
    """Of two plans in one paper the one that its title names."""
    if not paper.title:
        return None
    years = re.sub(r"\s*[–—-]\s*", "-", paper.title)
    told = {each.id for each in plan_periods() if any(name in years for name in (each.id, *each.aliases))}
    if len(told) == 1:
        return told.pop()
    subject = " ".join(paper.title.split())[:40]
    return next((m.periods[0] for m in mentions if m.periods and subject in " ".join(m.passage.text.split())), None)


def _own(paper: Paper, mentions: Sequence[Mention]) -> str | None:
    """The one that a plan names in its head, of the others that it speaks of later."""
    first = paper.passages[:HEAD_PASSAGES] if paper.kind == DocumentKind.PLAN else ()
    head = {each.id for each in first}
    told = {each.periods for each in mentions if each.is_plan and each.periods and each.passage.id in head}
    periods = told.pop() if len(told) == 1 else ()
    return periods[0] if len(periods) == 1 else None


def _of_subject(mentions: Sequence[Mention]) -> str | None:
    """The one that a line with the subject names: "Naslov: Regijski izvedbeni načrt …"."""
    told = {each.periods for each in mentions if each.periods and phrase("names-subject").match(each.passage.text)}
    periods = told.pop() if len(told) == 1 else ()
    return periods[0] if len(periods) == 1 else None


def _of_day(paper: Paper, named: Sequence[str]) -> str | None:
    """The one of these that councils dealt with when the paper was written."""
    day = paper.date
    fitting = [period for period in named if day and is_handled(period, day)]
    return fitting[0] if len(fitting) == 1 else None


def is_handled(period: str, day: date) -> bool:
    """Whether councils dealt with the plan of a period on a day."""
    known = next((each for each in plan_periods() if each.id == period), None)
    if known:
        return known.handled_from <= day <= known.handled_until
    first, _, last = period.partition("-")
    return int(first) - 1 <= day.year <= int(last)


def _period_at(day: date) -> str | None:
    return next((each.id for each in plan_periods() if each.handled_from <= day <= each.handled_until), None)


# --- names without a period, where they stand ----------------------------------------------------------------------


def _held(paper: Paper, plans: Plans, mentions: Sequence[Mention]) -> Iterator[tuple[Spot, str | None]]:
    """The periods of names that give none, where it is not the one that holds in the whole paper."""
    several = len(_named([each for each in plans.mentions if each.is_plan])) > 1
    found = topics(paper, plans) if several and paper.kind not in SUBJECT_KINDS else {}
    for mention in mentions:
        if _is_earlier(mention):
            yield mention.place, period_before(plans)
        elif period := _of_item(found, mention):
            yield mention.place, period


def _is_earlier(mention: Mention) -> bool:
    """Whether a name is called that of a former plan: "prejšnjega regijskega načrta"."""
    return bool(phrase("former").search(mention.passage.text[: mention.start]))


def _of_item(found: Mapping[str, Topic], mention: Mention) -> str | None:
    """The one period that the heading of an item, or the line below it, gives."""
    topic = found.get(mention.passage.id)
    if topic is None or topic.heading is None:
        return None
    agenda = next((each for each in topic.mentions if each.is_plan), None)
    if agenda is None or len(agenda.periods) != 1:
        return None
    opens = agenda.passage.id == topic.heading.id or agenda.passage.kind == PassageKind.HEADING
    return agenda.periods[0] if opens or topic.number is not None else None


def period_before(plans: Plans) -> str | None:
    """The period of the plan before the one that a paper is about: named in the paper, else a known one."""
    main = plans.period
    if main is None:
        return None
    named = {period for mention in plans.mentions if mention.is_plan for period in mention.periods}
    known = {each.id for each in plan_periods()}
    earlier = [{each for each in periods if each < main} for periods in (named, known)]
    return next((max(each) for each in earlier if each), None)
