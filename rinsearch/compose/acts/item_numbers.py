"""Items of an agenda that words refer to by numbers: "7. točka se umakne", "Točki 3 in 4 nista bili obravnavani"."""

from __future__ import annotations

import re

from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.plans.topics import Topic, agenda_topic
from rinsearch.compose.verbs.verbs import PROCEDURE, Context, Verb
from rinsearch.taxonomy.phrases import phrase

NUMBER_REACH = 60  # characters before a name in which its item's number stands: "5. točka dnevnega reda z naslovom "


def of_several(context: Context, verb: Verb, points: str) -> Mention | None:
    """The plan among several points of the agenda: "Točki 3 in 4 nista bili obravnavani"; "3–6" are all between.

    Minutes without an agenda may say so in the first of them: "5. Regijski načrt … Točke 5, 6 in 7 odpadejo.".
    """
    numbers = [int(each) for each in re.findall(r"\d{1,2}", points)]
    if re.search(r"[–-]|\bdo\b", points):
        numbers = list(range(numbers[0], numbers[-1] + 1))
    here = context.topics[verb.passage.id] if verb.says in PROCEDURE else None
    meant = (here if here and here.number == str(each) else agenda_topic(context.topics, str(each)) for each in numbers)
    return next((topic.reference for topic in meant if topic and topic.reference), None)


def item_of(context: Context, verb: Verb, number: str) -> Topic | None:
    """The item with this number: of the agenda, else the last one above."""
    here = context.position(verb.passage)
    above = [
        topic
        for passage in context.paper.passages[:here]
        if (topic := context.topics[passage.id]).number == number and topic.mentions
    ]
    return agenda_topic(context.topics, number) or next(reversed(above), None)


def is_part(context: Context, letter: str) -> bool:
    """Whether a letter is that of a matter of its own: "Svet se seznani z gradivom pod a)", below "a) Poročilo"."""
    single = len(letter) == 1 and letter.isalpha()
    return single and any(topic.number == letter for topic in context.topics.values())


def named_under(topic: Topic, number: str) -> Mention | None:
    """The plan of an item, but none that stands there under another letter: "a) Poročilo … b) Regijski načrt …"."""
    return next((each for each in topic.mentions if not _is_under_another(_number_of(each), number)), None)


def _is_under_another(own: str | None, letter: str) -> bool:
    return own is not None and own.isalpha() and letter.isalpha() and len(letter) == 1 and own != letter


def called_by_number(context: Context, number: str) -> Mention | None:
    """The plan whose name stands with this number in running text: "5. točka (Regijski izvedbeni načrt …)"."""
    return next((each for each in context.plans.mentions if each.is_plan and number == _number_of(each)), None)


def _number_of(mention: Mention) -> str | None:
    text, start = mention.passage.text, mention.start
    near = text[max(0, start - NUMBER_REACH) : start]
    found = phrase("number-of-name").search(near) or phrase("letter-of-name").search(near)
    return next(group for group in found.groups() if group).lower() if found else None
