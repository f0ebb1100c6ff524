"""Text that was decoded in the wrong code page, repaired only where the document gives evidence of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rinsearch.normalise.edits import Edit, Rule
from rinsearch.taxonomy.phrases import phrase

# ISO 8859-2 read as Latin-1; of these CP 1250 read as CP 1252 shares the first row, its š and ž come out right.
C_LETTERS = {"è": "č", "È": "Č", "æ": "ć", "Æ": "Ć", "ð": "đ", "Ð": "Đ"}
SYMBOLS = {"¹": "š", "©": "Š", "¾": "ž", "®": "Ž"}

_WORD = re.compile(r"[^\W\d_]+")
# A symbol inside a word, or © and ® stuck to the front of one, is no symbol: "dru¾in", "©entjernej".
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[¹¾](?=[^\W\d_])|[©®](?=[a-zčšžèæ¹¾])|(?<=[A-ZČÈ])[©®](?=[A-ZČÈ])")
_C_LETTER = re.compile("[" + "".join(C_LETTERS) + "]")
_SYMBOL_BEGINS = re.compile(r"(?<!\w)[¹¾](?=[a-zè]{3})")
_SYMBOL = re.compile(r"[¹¾](?=[^\W\d_])|(?<=[^\W\d_])[¹¾]|[©®](?=[^\W\d_])|(?<=[^\W\d_])[©®]")

_C_SIGNS = frozenset("èÈæÆ")
FEW = 3  # different words with è and none with č: French names come in ones and twos

SEVEN_BIT = {"~": "č", "{": "š", "`": "ž", "}": "ć", "^": "Č", "[": "Š", "@": "Ž", "]": "Ć"}
# Small signs beside a small letter (or alone, as the letter of an item); capital ones beside a capital.
_SEVEN_BIT = re.compile(
    r"(?<=[a-z])[~{`}](?=\w|\b|\W)|[~{`](?=[a-z)])|[\^\[@](?=[A-Z]{2})|(?<=[A-Z])[\^\[@\]](?=[A-Z\W])|[\^@](?=[a-z])"
)


@dataclass(frozen=True, slots=True)
class Damage:
    """What the whole document shows: which families of letters were decoded in the wrong code page, or left out."""

    c_letters: bool = False
    symbols: bool = False
    seven_bit: bool = False
    carons: Mapping[str, str] | None = None  # the words of a paper that lacks its carons
    more: tuple[Rule, ...] = ()  # repairs that only this document needs
    first: tuple[Rule, ...] = ()  # such repairs of words with figures in them, which others would read blindly
    last: tuple[Rule, ...] = ()  # such repairs of words that the others have put together

    @property
    def shows_letters(self) -> bool:
        """Whether letters stand for others, or are left out, throughout the document."""
        return bool(self.c_letters or self.symbols or self.seven_bit or self.carons or self.more)


def damage_of(texts: Iterable[str]) -> Damage:
    """Look for evidence of a wrong code page in the whole document.

    >>> damage_of(["OBÈINA ©ENTJERNEJ", "Prioriteta: starej¹i in dru¾ine v obèini"])
    Damage(c_letters=True, symbols=True, seven_bit=False, carons=None, more=(), first=(), last=())
    >>> damage_of(["Obèinski svet in ¾upan"]).symbols, damage_of(["Občinski svet¹ in ¾upan"]).symbols
    (True, False)
    >>> damage_of(["© Občina Semič 2017®", "Molière v gledališču; opomba¹"])
    Damage(c_letters=False, symbols=False, seven_bit=False, carons=None, more=(), first=(), last=())
    """
    text = "\n".join(texts)
    found = len(_SYMBOL_IN_WORD.findall(text)) if _has_any(text, SYMBOLS) else 0
    symbols = found >= 2 or (found == 1 and "è" in text)
    c_letters = _shows_c_letters(text, symbols)
    begins = c_letters and _SYMBOL_BEGINS.search(text) is not None  # "¾upan" in a text with "obèina"
    return Damage(c_letters, symbols or begins, _shows_seven_bit(text))


def _has_any(text: str, signs: Iterable[str]) -> bool:
    return any(sign in text for sign in signs)


def _shows_c_letters(text: str, symbols: bool) -> bool:
    """Whether ``è`` and its like stand for ``č``: no good ``č`` is there, but a stem or many words of the kind are."""
    if not _has_any(text, _C_SIGNS) or _has_any(text, "čČ"):
        return False
    words = {word.lower() for word in _WORD.findall(text) if not _C_SIGNS.isdisjoint(word)}
    return symbols or len(words) >= FEW or phrase("c-letter-telltale").search(text) is not None


def _shows_seven_bit(text: str) -> bool:
    """Whether signs stand for letters in several words; an @ alone is that of an address."""
    if not _has_any(text, "~^`{") and "@u" not in text.lower():
        return False
    return len({match[0].lower() for match in phrase("seven-bit-telltale").finditer(text)}) >= FEW


def c_letters(text: str) -> Iterator[Edit]:
    """``è`` back to ``č`` and its like; runs only on documents that show the damage.

    >>> [edit.replacement for edit in c_letters("Obèinski svet")]
    ['č']
    """
    for match in _C_LETTER.finditer(text):
        yield Edit(match.start(), match.end(), C_LETTERS[match[0]], "mojibake")


def symbols(text: str) -> Iterator[Edit]:
    """``¹`` back to ``š`` and its like, beside a letter; runs only on documents that show the damage.

    >>> [edit.replacement for edit in symbols("starej¹i, ®upan, © 2017")]
    ['š', 'Ž']
    """
    for match in _SYMBOL.finditer(text):
        yield Edit(match.start(), match.end(), SYMBOLS[match[0]], "mojibake")


def seven_bit(text: str) -> Iterator[Edit]:
    """The national 7-bit code, in which signs stand for č š ž; runs only on documents that show it.

    >>> [edit.replacement for edit in seven_bit("ob~ina, pode`elje, okoli{ki, ~) [18 : 1]")]
    ['č', 'ž', 'š', 'č']
    """
    for match in _SEVEN_BIT.finditer(text):
        yield Edit(match.start(), match.end(), SEVEN_BIT[match[0]], "mojibake")
