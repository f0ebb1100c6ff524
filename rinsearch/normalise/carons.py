"""Carons that a paper leaves out throughout, put back by a list of words; and letters that a scan read as digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rinsearch.normalise.edits import Edit, Rule
from rinsearch.taxonomy.phrases import part, phrase

_TELLTALES = 2  # different words that nobody writes without carons on purpose
_ACCENTED = re.compile(r"[čšžćèæ¹¾©®]|Ä|Å", re.IGNORECASE)
# A word by itself, not a part of an address of the net or the mail.
_PLAIN_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{2,40}(?![\w@/]|[.-][a-z])")
LONGEST_STEM = 16
SHORTEST_STEM = 4
# One or zero between small letters is an l or an o; before a word in small letters a zero is an O. Codes such as "B2B"
# and footnotes behind a word have other shapes.
_DIGIT_INSIDE = re.compile(r"(?<![\w@./-])[A-ZČŠŽ]?[a-zčšž]*([01])[a-zčšž]+(?![\w@])")
_DIGIT_IN_CAPITALS = re.compile(r"(?<![\w@./-])[A-ZČŠŽ]{1,12}([08])[A-ZČŠŽ]{3,12}(?!\w)")
_BESIDE_LETTER = re.compile(r"[018][A-Za-zČŠŽčšž]|[lI]\d|2O|Z0")  # stands wherever one of these four finds anything
_ZERO_FIRST = re.compile(r"(?<![\w@./,-])0(?=[bdpkžsv][a-zčšž]{3,})")
# A small l, an I or an O in a number of two or four digits: "l8.00", "l1", "2O17"; a Z in a period: "Z022–2026".
_LETTER_IN_NUMBER = re.compile(
    r"(?<![\w@/.-])[lI](?=\d(?!\w))|(?<=\b2)O(?=[01]\d\b)|(?<![\w@/.-])Z(?=0[0-3]\d ?[-–—] ?20\d\d(?!\w))"
)
_ENDING = re.compile(r"(?<=[a-zčšž]n|[a-zčšž]k|[a-zčšž]j)([ie])rn\b")


def _divided(stem: str) -> str:
    """A stem with a space somewhere in it: what its ways have in common is looked at once, which is thrice as fast.

    >>> _divided("črta")
    'č(?: rta|r(?: ta|t a))'
    """
    return f"{stem[0]}(?: {stem[1:]}|{_divided(stem[1:])})" if len(stem) > 2 else " ".join(stem)


@cache
def divided_word() -> re.Pattern[str]:
    """A space inside one of the words that every paper of a council has; not "na črti", which is a line."""
    stems, good = part("divided").split("|"), part("undivided").split("|")
    pieces = [
        piece for stem in stems for at in range(1, len(stem)) if (piece := f"{stem[:at]} {stem[at:]}") not in good
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?=[a-zčšž]|\b)", re.IGNORECASE)


@cache
def divided_sign() -> re.Pattern[str]:
    """The same in small letters: a search that minds no case is several times as fast."""
    return re.compile("|".join(map(_divided, part("divided").split("|"))))


@cache
def caronless_signs() -> tuple[str, ...]:
    """In small letters, too: one of these stands in every word that lacks its caron."""
    return tuple(part("caronlesssign").split("|"))


@cache
def caron_sign() -> re.Pattern[str]:
    """In small letters, too: one of these stands wherever a repair of this module finds anything."""
    return re.compile(
        rf"[018][a-zčšž]|[li]\d|2o|z0|(?<=[a-zčšž])1|rn\b|{'|'.join(caronless_signs())}|{divided_sign().pattern}"
    )


def lacks_carons(texts: Iterable[str]) -> bool:
    """Whether a paper was typed without carons: none stands in it, though words are there that have one.

    >>> lacks_carons(["Obcinski svet se je seznanil z nacrtom."]), lacks_carons(["Občinski svet; nacrt, obcina"])
    (True, False)
    """
    found: set[str] = set()
    for text in texts:
        if _ACCENTED.search(text):
            return False
        found |= {match[1].lower() for match in phrase("caronless-telltale").finditer(text)}
    return len(found) >= _TELLTALES


def carons_put_back(words: Mapping[str, str]) -> Rule:
    """The repair for papers that lack carons; ``words`` maps stems without carons to stems with them.

    >>> [edit.replacement for edit in carons_put_back({"obcin": "občin"})("Obcinski svet, obcinski.svet@kraj.si")]
    ['Občinski']
    """

    def put_back(text: str) -> Iterator[Edit]:
        for match in _PLAIN_WORD.finditer(text):
            stem = _stem(match[0].lower(), words)
            if stem:
                with_carons = _in_case_of(match[0], stem) + match[0][len(stem) :]
                yield Edit(match.start(), match.end(), with_carons, "no-carons")

    return put_back


def _stem(word: str, words: Mapping[str, str]) -> str | None:
    whole = words.get(f"{word}$")
    if whole:
        return whole
    lengths = range(min(len(word), LONGEST_STEM), SHORTEST_STEM - 1, -1)
    return next((words[word[:length]] for length in lengths if word[:length] in words), None)


def _in_case_of(word: str, stem: str) -> str:
    return "".join(letter.upper() if old.isupper() else letter for old, letter in zip(word, stem, strict=False))


def digits_in_words(text: str) -> Iterator[Edit]:
    """Letters that a scan read as digits, and digits that it read as letters.

    >>> [edit.replacement for edit in digits_in_words("socia1nega varstva, 0bčinski svet, 9. 11. 2O17 ob l8.00")]
    ['l', 'o', '0', '1']
    >>> [edit.replacement for edit in digits_in_words("za obdobje Z022–2026, model Z022")]
    ['2']
    >>> list(digits_in_words("A1, B2B, priloga1, CO2, 10 km, l. 2017"))
    []
    """
    if _BESIDE_LETTER.search(text):
        yield from sorted(_digits(text), key=lambda edit: edit.start)


def _digits(text: str) -> Iterator[Edit]:
    for match in _DIGIT_INSIDE.finditer(text):
        if match.end() - match.start() >= 4 and match.start(1) > match.start():
            yield Edit(match.start(1), match.end(1), {"0": "o", "1": "l"}[match[1]], "digit-in-word")
    for match in _DIGIT_IN_CAPITALS.finditer(text):
        yield Edit(match.start(1), match.end(1), {"0": "O", "8": "B"}[match[1]], "digit-in-word")
    for match in _ZERO_FIRST.finditer(text):
        yield Edit(match.start(), match.end(), "O" if _begins(text, match.start()) else "o", "digit-in-word")
    for match in _LETTER_IN_NUMBER.finditer(text):
        yield Edit(match.start(), match.end(), {"O": "0", "Z": "2"}.get(match[0], "1"), "letter-in-number")


def lone_carons(text: str) -> Iterator[Edit]:
    """Words of councils that have a caron and are no words without it: "REGIJSKI NACRT", "obcina".

    >>> [edit.replacement for edit in lone_carons("Regijski nacrt, OBCINSKI SVET, obcina@kraj.si")]
    ['č', 'Č']
    """
    lower = text.lower()
    if not any(map(lower.__contains__, caronless_signs())):
        return
    for match in phrase("caronless").finditer(text):
        at = match.start() + match[0].lower().index("c")
        yield Edit(at, at + 1, "Č" if text[at].isupper() else "č", "no-caron")


def participles(text: str) -> Iterator[Edit]:
    """A one behind a verb of deciding is an l; "rn" in an ending is an m.

    >>> [edit.replacement for edit in participles("svet je načrt potrdi1, izvedbenirn načrtom; modern, priloga1")]
    ['l', 'im']
    """
    if "1" not in text and "rn" not in text:
        return
    ones = (
        Edit(match.start(1), match.end(1), "l", "digit-in-word") for match in phrase("participle-in-one").finditer(text)
    )
    ends = (Edit(match.start(), match.end(), f"{match[1]}m", "rn-for-m") for match in _ENDING.finditer(text))
    yield from sorted((*ones, *ends), key=lambda edit: edit.start)


def split_words(text: str) -> Iterator[Edit]:
    """A space inside one of the words that every paper of a council has.

    >>> [edit.replacement for edit in split_words("Obči nski svet na področ ju; na črti, se znanimi")]
    ['Občinsk', 'področj']
    """
    if not divided_sign().search(text.lower()):
        return
    for match in divided_word().finditer(text):
        yield Edit(match.start(), match.end(), match[0].replace(" ", ""), "split-word")


def _begins(text: str, at: int) -> bool:
    return not text[:at].strip() or text[:at].rstrip()[-1] in ".:\n" or text[at - 1] == "\n"
