"""Slovene words: tokens, lemma keys, folding; the same for tagging, indexing and querying.

A *key* is what two forms of one word share: "zdravja" and "zdravju" have the key "zdravje". It depends on the form
alone, never on its case, so that "RIN", "rin" and "Rin" meet. The lemmas are lemmagen3's (simplemma's where there is
no wheel of lemmagen3); the two differ, so an index records `analyser()`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import metadata

KEYS_VERSION = 1  # raise it whenever a key changes, so that old indexes are rebuilt
LONGEST_WORD = 60  # letters; lemmagen3 returns garbage from 256 bytes on, and no Slovene word is half as long
KEPT_KEYS = 1 << 17  # distinct forms whose keys are remembered: a regional corpus has some 60,000
ADVERB_ENDINGS = ("ega", "emu", "ih", "imi")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number, where it stands in its text, and its key."""

    text: str
    start: int
    end: int
    key: str


# A case number (122-08/2013-5) and a date stay whole. Repetitions of digit groups are bounded, so that a long row of
# "1-1-1-…" is scanned once from each place and not to its end from each place.
_DATE = r"(?<!\d)(?P<day>\d{1,2})\.[ \u00a0]?(?P<month>\d{1,2})\.[ \u00a0]?(?P<year>\d{4})(?![^\W_])"
_CASE = r"(?<![^\W_])\d{1,8}(?:[-\u2010-\u2015]\d{1,8}){0,3}/\d{2,4}(?:[-\u2010-\u2015/]\d{1,8}){0,3}(?![^\W_])"
_NUMBER = r"\d+(?:[.,]\d+)*(?![^\W_])"
_WORD = r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_\u0300-\u036f]*)*"
_TOKEN = re.compile(f"{_DATE}|(?P<case>{_CASE})|(?P<number>{_NUMBER})|{_WORD}")

_DASHES = str.maketrans(dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_MARKS = re.compile("[\u0300-\u036f]+")
_UNDECOMPOSED = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})
# Endings of a noun and of its genitive. None in -n, -t or -l: participles end so ("sprejet").
_GENITIVES = (
    *(("a", "e"), ("o", "a"), ("e", "a"), ("ev", "ve"), ("ost", "osti")),
    *((last, f"{last}a") for last in "bcčdghjkmprsšvzž"),
)
# Without a vowel, and without an r that makes a syllable (vrt, smrt): csd, zd, rrp. lemmagen3 makes "rrpa" of it.
_ACRONYM = re.compile(r"(?!.*[^r]r[^r])[^aeiou]+")


def tokenize(text: str) -> tuple[Token, ...]:
    """Words and numbers in reading order; offsets are code points of ``text``.

    >>> [token.text for token in tokenize("Sklep št. 122-08/2013-5 z dne 12. 10. 2017")]
    ['Sklep', 'št', '122-08/2013-5', 'z', 'dne', '12. 10. 2017']
    >>> [token.key for token in tokenize("Šmarješke Toplice, 12.10.2017; 12.000,00 EUR v l. 2017–2020")]
    ['šmarješki', 'toplica', '2017-10-12', '12.000,00', 'eura', 'v', 'l', '2017', '2020']
    >>> [token.text for token in tokenize("Miren-Kostanjevica, RIN-a")]
    ['Miren', 'Kostanjevica', 'RIN', 'a']
    """
    return tuple(Token(found[0], *found.span(), _key_of(found)) for found in _TOKEN.finditer(text))


def lemma_key(form: str) -> str:
    """The search key of a word: its lemma, and for an adverb in -o the adjective's lemma.

    With the adverb fold, keys on the test part of UD SSJ conflate with precision .974 and recall .966 (without it .986
    and .934): lemmagen3 takes the feminine accusative "statistično" for an adverb.

    >>> lemma_key("zdravju"), lemma_key("ZDRAVJA"), lemma_key("duševno"), lemma_key("duševnega")
    ('zdravje', 'zdravje', 'duševen', 'duševen')
    >>> lemma_key("EU"), lemma_key("SP"), lemma_key("csd"), lemma_key("imi"), lemma_key("2017")
    ('eu', 'sp', 'csd', 'imi', '2017')
    """
    return _key(_plain(form))


def lemma(form: str) -> str:
    """The dictionary form of a word, in lower case; a word that is none comes back as it is.

    >>> lemma("Občinskega"), lemma("svetov"), lemma("duševno"), lemma("EU")
    ('občinski', 'svet', 'duševno', 'eu')
    """
    return _lemma(_plain(form))


def is_genitive_noun(form: str) -> bool:
    """Whether a word has the form of a noun's genitive singular; what may be a participle ("sprejeta") has not.

    >>> [is_genitive_noun(word) for word in ("zapore", "ureditve", "varnosti", "ravnanja", "razvoja")]
    [True, True, True, True, True]
    >>> any(map(is_genitive_noun, ("sprejela", "predvidena", "obravnava", "soglasno", "včeraj", "je")))
    False
    """
    form, noun = _plain(form), lemma(form)
    return any(noun.endswith(last) and form == noun.removesuffix(last) + genitive for last, genitive in _GENITIVES)


def fold(text: str) -> str:
    """Lower case, without carons and accents, dashes alike, ligatures opened: for comparing, never for showing.

    >>> fold("Škofja Loka"), fold("2017–2020"), fold("oﬁcialni"), fold("GRAĐANI"), fold("Z\u030celezniki")
    ('skofja loka', '2017-2020', 'oficialni', 'gradani', 'zelezniki')
    """
    if text.isascii():
        return text.lower()
    opened = unicodedata.normalize("NFKD", text.translate(_DASHES)).casefold()
    return _MARKS.sub("", opened).translate(_UNDECOMPOSED)


@cache
def analyser() -> str:
    """Name and version of what makes the keys; two indexes with different analysers hold different keys.

    >>> analyser().split()[0] in ("lemmagen3", "simplemma")
    True
    """
    name, _ = _lemmatizer()
    return f"{name} {metadata.version(name)} keys {KEYS_VERSION}"


def _plain(form: str) -> str:
    return form.lower() if form.isascii() else unicodedata.normalize("NFC", form).lower()


def _key_of(found: re.Match[str]) -> str:
    if found["number"]:
        return found["number"][:LONGEST_WORD]
    if found["case"]:
        return found["case"].translate(_DASHES)
    if found["day"]:
        return _date_key(found)
    return lemma_key(found[0])


def _date_key(found: re.Match[str]) -> str:
    day, month = int(found["day"]), int(found["month"])
    if 1 <= day <= 31 and 1 <= month <= 12:
        return f"{found['year']}-{month:02}-{day:02}"
    return f"{day}.{month}.{found['year']}"


@lru_cache(maxsize=KEPT_KEYS)
def _key(form: str) -> str:
    found = _lemma(form)
    if found == form and form.endswith("o") and 3 < len(form) <= LONGEST_WORD:
        lemmas = {_lemma(form[:-1] + ending) for ending in ADVERB_ENDINGS}
        if len(lemmas) == 1:
            return lemmas.pop()
    return found


@lru_cache(maxsize=KEPT_KEYS)
def _lemma(form: str) -> str:
    if len(form) > LONGEST_WORD:
        return form[:LONGEST_WORD]
    # Two letters are prepositions and acronyms: lemmagen3 makes "e" of "eu" and "spa" of "sp".
    if len(form) < 3 or not form.isalpha() or _ACRONYM.fullmatch(fold(form)):
        return form
    _, lemmatize = _lemmatizer()
    found = lemmatize(form).lower()
    return found if len(found) > 1 else form


@cache
def _lemmatizer() -> tuple[str, Callable[[str], str]]:
    # Imported here because the model costs time and memory, and whoever only reads records needs none of it.
    try:
        import lemmagen3

        return "lemmagen3", lemmagen3.Lemmatizer("sl").lemmatize
    except ImportError:
        import simplemma

        return "simplemma", lambda form: simplemma.lemmatize(form, lang="sl", greedy=True)
