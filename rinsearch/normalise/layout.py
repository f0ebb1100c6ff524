"""Repairs of what a page does to words: line breaks, hyphenation, spaces, letter-spacing, periods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.normalise.edits import Edit
from rinsearch.taxonomy.phrases import phrase

_LETTER = r"[^\W\d_]"
_CAPITAL = "[A-ZČŠŽĆĐ]"  # and what a scan makes of one: "Z A P I S N l K"
_SPACED = re.compile(
    rf"(?<![\w.])(?:{_CAPITAL}(?: {_CAPITAL}| [l|](?= {_CAPITAL})){{3,}}|{_LETTER}(?: [a-zčšžćđ]){{3,}})(?![\w.)])"
)
_AS_CAPITAL = str.maketrans("l|", "II")
# Letter-spaced words with wider gaps between them; bounded, so that a long run of letters is looked at once.
_SPACED_LETTERS = rf"{_LETTER}(?: {_LETTER}){{0,40}}"
_SPACED_WORDS = re.compile(
    rf"(?<![\w.])(?<!\b{_LETTER} ){_SPACED_LETTERS}(?:[ \u00a0]{{2,8}}{_SPACED_LETTERS}){{1,40}}(?![\w.)])"
)
_SPACED_WORD = re.compile(rf"{_LETTER}(?: {_LETTER})+")
# The figures of a number that stands in front of such words: "2 5 .   R E D N E   S E J E".
_SPACED_FIGURES = re.compile(
    rf"(?<![\w.,] )(?<![\w.,])\d(?: \d){{0,2}} ?\.(?=[ \u00a0]{{1,8}}{_LETTER} {_LETTER} {_LETTER}(?!\w))"
)
_BEFORE_SPACED = re.compile(rf"\d ?\.[ \u00a0]{{1,8}}{_LETTER} {_LETTER} {_LETTER}(?!\w)")  # the end of it
# Two single letters on end stand in every spaced word of four letters, and in every phrase of such words.
_SPACED_SIGN = re.compile(rf" {_LETTER}[ \u00a0]{{1,8}}{_LETTER}(?!\w)|\u00a0{_LETTER} {_LETTER}(?!\w)")
_VOWELS = frozenset("aeiourAEIOUR")  # r carries a syllable in Slovene
# The pieces are bounded, so that a long run of letters is not looked at again and again.
_BROKEN_WORD = re.compile(
    rf"(?<![^\W_])({_LETTER}{{1,40}}|\d{{1,6}})-[ \t]*\n[ \t]*(?=(\w))|({_LETTER}/)[ \t]*\n[ \t]*(?={_LETTER})"
)
_DIVIDED = re.compile(r"[-/][ \t]*\n")  # in every one of them
_BREAK = re.compile(r"[ \t\u00a0]*\n\s*")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNEVEN = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|  |^ | \Z")
_LEADER = re.compile(r"(?: ?\.){5,} ?")
_YEAR = r"(?:19|20)\d\d"
# A dash, or what a wrong code page left of it.
_BETWEEN_YEARS = r"[ \u00a0\n]{0,3}[-–—−‒\u2010\u2011][ \u00a0\n]{0,3}|\?| \? "
_PERIOD = re.compile(rf"(?<![\w/.,–-])({_YEAR})({_BETWEEN_YEARS})({_YEAR})(?![\w/–-])")
_PERIOD_SIGN = re.compile(r"[-–—−‒\u2010\u2011][ \u00a0\n]{0,3}(?:19|20)|\d ?\? ?(?:19|20)")
_SIGNS = (_SPACED_SIGN, _UNEVEN, _PERIOD_SIGN)
# One of these stands wherever a repair of this module finds anything: a line break, dots, or what it looks for itself.
LAYOUT_SIGN = re.compile("|".join([r"\n|\. ?\.", *(each.pattern for each in _SIGNS)]))


def spaced_figures(text: str) -> Iterator[Edit]:
    """Close up the figures of an ordinal number in front of letter-spaced words.

    >>> [edit.replacement for edit in spaced_figures("Z A P I S N I K   2 5 .   R E D N E   S E J E")]
    ['25.']
    >>> list(spaced_figures("1 2. seja, Z A 1 2   P R O T I 0"))
    []
    """
    for match in _SPACED_FIGURES.finditer(text) if _BEFORE_SPACED.search(text) else ():
        yield Edit(match.start(), match.end(), match[0].replace(" ", ""), "letter-spaced")


def spaced_not(text: str) -> Iterator[Edit]:
    """Close up a letter-spaced "ne" before a verb of deciding: it is short, but turns what was decided round.

    >>> [edit.replacement for edit in spaced_not("se z načrtom n e seznani; skupini n e in d")]
    ['ne']
    """
    for match in phrase("spaced-not").finditer(text) if " n e " in text else ():
        yield Edit(match.start(), match.end(), "ne", "letter-spaced")


def letter_spaced(text: str) -> Iterator[Edit]:
    """Close up letter-spaced words of four letters and more.

    >>> [edit.replacement for edit in letter_spaced("Z A P I S N I K 5. seje, s k l e p")]
    ['ZAPISNIK', 'sklep']
    >>> [edit.replacement for edit in letter_spaced("P R E D L O G S K L E P A")]
    ['PREDLOG SKLEPA']
    >>> [edit.replacement for edit in letter_spaced("Z A P I S N l K 5. seje")]
    ['ZAPISNIK']
    >>> list(letter_spaced("skupine A B C D, A. B. C. D., s o v, A B   C D"))
    []

    Words with wider gaps between them stay apart, and short ones are closed up with the others.

    >>> [edit.replacement for edit in letter_spaced("s e   j e   s e z n a n i l")]
    ['se', 'je', 'seznanil']
    """
    if not _SPACED_SIGN.search(text):
        return
    taken = 0
    for group in _SPACED_WORDS.finditer(text):
        yield from _single(text, taken, group.start())
        yield from _several(group)
        taken = group.end()
    yield from _single(text, taken, len(text))


def _several(group: re.Match[str]) -> Iterator[Edit]:
    """The words of a letter-spaced group, each closed up."""
    if _alphabetical("".join(group[0].split())):
        return
    for word in _SPACED_WORD.finditer(group[0]):
        start = group.start() + word.start()
        yield Edit(start, start + len(word[0]), word[0].replace(" ", ""), "letter-spaced")


def _single(text: str, start: int, end: int) -> Iterator[Edit]:
    """The letter-spaced words between two places."""
    for match in _SPACED.finditer(text, start, end):
        letters = match[0].replace(" ", "")
        letters = letters.translate(_AS_CAPITAL) if letters[-1].isupper() else letters
        if _VOWELS.isdisjoint(letters) or _alphabetical(letters):
            continue
        yield Edit(match.start(), match.end(), _cut(letters), "letter-spaced")


def _alphabetical(letters: str) -> bool:
    return list(letters.lower()) == sorted(set(letters.lower()))


def _cut(letters: str) -> str:
    """Set spaces between words that the list knows.

    >>> _cut("SKLEPO"), _cut("ZAPISNIK"), _cut("NOVOMESTO"), _cut("potrdiv"), _cut("seznanil")
    ('SKLEP O', 'ZAPISNIK', 'NOVOMESTO', 'potrdi v', 'seznanil')
    """
    upper = letters.upper()
    words: list[str] = []
    at = 0
    while (word := phrase("spaced-word").match(upper, at)) and _goes_on(upper, word.end()):
        words.append(letters[at : word.end()])
        at = word.end()
    last = letters[at:]
    if phrase("spaced-verb").fullmatch(last):
        last = f"{last[:-1]} {last[-1]}"
    return " ".join([*words, last])


def _goes_on(letters: str, at: int) -> bool:
    """Whether a known word begins there."""
    return (at == len(letters) - 1 and letters[at] == "O") or phrase("spaced-word").match(letters, at) is not None


def hyphenation(text: str) -> Iterator[Edit]:
    """Join a word that was divided at the end of a line.

    >>> [text[:e.start] + e.replacement + text[e.end:] for text in ["sez-\\nnanil"] for e in hyphenation(text)]
    ['seznanil']

    The hyphen stays where it belongs to the word: before a capital letter, after an abbreviation or a number.

    >>> [e.replacement for e in hyphenation("Koper-\\nCapodistria, EU-\\nskladov, 2017-\\n2020, članom/\\nčlanicam")]
    ['-', '-', '-', '']
    """
    if not _DIVIDED.search(text):
        return
    for match in _BROKEN_WORD.finditer(text):
        if match[3]:
            yield Edit(match.end(3), match.end(), "", "line-break")
            continue
        divided = match[1][-1].islower() and match[2].islower()
        yield Edit(match.end(1), match.end(), "" if divided else "-", "hyphenation" if divided else "line-break")


def line_breaks(text: str) -> Iterator[Edit]:
    """A line break in running text is a space.

    >>> [edit.replacement for edit in line_breaks("se je \\n seznanil")]
    [' ']
    """
    if "\n" not in text:
        return
    for match in _BREAK.finditer(text):
        yield Edit(match.start(), match.end(), " ", "line-break")


def spaces(text: str) -> Iterator[Edit]:
    """One plain space between words, none at the ends.

    >>> [edit.replacement for edit in spaces(" da  se\u00a0je ")]
    ['', ' ', ' ', '']
    """
    if not _UNEVEN.search(text):
        return
    for match in _SPACES.finditer(text):
        inside = match.start() > 0 and match.end() < len(text)
        if match[0] != (" " if inside else ""):
            yield Edit(match.start(), match.end(), " " if inside else "", "space")


def leaders(text: str) -> Iterator[Edit]:
    """The dots of a table of contents.

    >>> [edit.replacement for edit in leaders("1.2 Stanje . . . . . . . . 7")]
    [' … ']
    """
    if ".." not in text and ". ." not in text:
        return
    for match in _LEADER.finditer(text):
        yield Edit(match.start(), match.end(), " … ", "leader")


def periods(text: str) -> Iterator[Edit]:
    """A period of years is written with a hyphen and without spaces; a lost dash is a question mark.

    >>> [edit.replacement for edit in periods("2017 – 2020, 2017 -2020, 2014–2016, 2017?2020, 2014 ? 2016")]
    ['-', '-', '-', '-', '-']
    >>> list(periods("1. 9. 2017 – 2. 10. 2017, 122-2017 - 2018, v letu 2017 – 13 občin, leta 2017? 2018"))
    []
    """
    if not _PERIOD_SIGN.search(text):
        return
    for match in _PERIOD.finditer(text):
        if match[2] != "-":
            yield Edit(match.start(2), match.end(2), "-", "period")
