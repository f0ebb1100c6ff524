"""Times as a person compares them: what is said before and behind a deadline, and how it is spaced, tells nothing."""

from __future__ import annotations

import re

from rinsearch.evaluate.quotes import plain
from rinsearch.normalise.figures import with_figures
from rinsearch.taxonomy.phrases import phrase

_DASH = re.compile(r" ?[-–] ?")
_DAY = re.compile(r"(?<=\d)\. (?=\d)")
# "S 1. 1. 2024" is a beginning, "do 1. 1. 2024" an end; "s šolskim letom" says so without its preposition, too.
_LEAD = re.compile(
    r"(?:(?:najkasneje|najpozneje|predvidoma) )*"
    r"(?:(?:do|v|za) |[sz] (?=[^\W\d_]{1,20}im ))?(?:let(?:o|a|u|ih|i) (?=20\d\d))?"
)
_END = re.compile(r"kon(?:ca|cu|ec) (?:leta )?(?=20\d\d)")
_BEGINS = re.compile(r"\d{1,2}\.")
_ONWARDS = re.compile(r"(?P<since>od .*?\d),? (?:(?:in|ter) )?(?:naprej|dalje)")


def same_time(deadline: str) -> str:
    """A deadline in the form in which two are compared; empty where the words say that there is none.

    >>> same_time("najkasneje do konca leta 2018") == same_time("konec leta 2018")
    True
    >>> same_time("v letu 2015"), same_time("2017 – 2020"), same_time("od marca 2014 naprej"), same_time("ni določen")
    ('2015', '2017-2020', 'od marca 2014', '')
    >>> same_time("vzpostavitev do 30. 4. 2018"), same_time("2016, če bo zemljišče"), same_time("začetek 1. 3. 2018")
    ('30.4.2018', '2016', 'začetek 1.3.2018')
    >>> same_time("od leta 2018") == same_time("do leta 2018")
    False
    """
    words = plain(with_figures(deadline)).strip(" .;,")
    if phrase("no-value").fullmatch(words):
        return ""
    words = _without_work(words)
    words = _DAY.sub(".", _DASH.sub("-", words))
    words = _END.sub("konec ", words[_LEAD.match(words).end() :])  # type: ignore[union-attr]  # it matches nothing, too
    onwards = _ONWARDS.fullmatch(words)
    return onwards["since"] if onwards else words


def _without_work(words: str) -> str:
    """Without what is done by the time and on what condition: one paper's gold has it, and another's does not."""
    work = phrase("work-before-time").match(words)
    words = words[work.end() :] if work else words
    remark = phrase("remark-behind-time").search(words)
    return words[: remark.start()] if remark else words


def is_since(deadline: str, day: str) -> bool:
    """Whether a paper's "od 1. 2. 2018" is the day of the gold, which leaves "od" out; of a year it is another time.

    Both in the form in which two are compared.

    >>> is_since("od 1.2.2018", "1.2.2018"), is_since("od 2018", "2018")
    (True, False)
    """
    return _BEGINS.match(day) is not None and deadline == f"od {day}"
