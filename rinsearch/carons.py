"""What a word typed without carons means: "obcina" is občina, "vas" stays vas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from rinsearch.language import lemma_key
from rinsearch.taxonomy.carons import WHOLE, carons
from rinsearch.taxonomy.vocabulary import written_words

CHOICES = {"c": "cč", "s": "sš", "z": "zž"}
MOST_PLACES = 6  # letters of one word that may bear a caron: 64 readings
SHORTEST, LONGEST = 3, 24  # letters
KEPT = 1 << 15


@lru_cache(maxsize=KEPT)
def reading(word: str) -> str | None:
    """The word in small letters as the taxonomy writes it, of the same length; ``None`` where it knows no such word.

    >>> reading("obcina"), reading("zenske"), reading("vas"), reading("lipicanec")
    ('občina', 'ženske', 'vas', None)
    """
    places = sum(map(word.count, CHOICES))
    if not (SHORTEST <= len(word) <= LONGEST and places <= MOST_PLACES) or any(each in word for each in "čšž"):
        return None
    forms, lemmas = _known()
    if word in forms:
        return word
    readings = ["".join(each) for each in product(*(CHOICES.get(letter, letter) for letter in word))]
    exact = [each for each in readings if each in forms]
    if exact:
        return exact[0]
    return next((each for each in readings if lemma_key(each) in lemmas), None)


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """All words of the taxonomy's files, and their lemmas; of the lemmas of two letters none."""
    forms = frozenset(word.lower() for word in written_words())
    return forms, frozenset(lemma for lemma in map(lemma_key, forms) if len(lemma) > 2)


def is_known(word: str) -> bool:
    """Whether a word in small letters is one of the taxonomy's, in any form.

    >>> is_known("načrtom"), is_known("naqrtom")
    (True, False)
    """
    forms, lemmas = _known()
    return word in forms or (len(word) > 3 and lemma_key(word) in lemmas)


def is_name(word: str) -> bool:
    """Whether the taxonomy writes a word with a capital letter only: "šentjur" is Šentjur.

    >>> is_name("šentjur"), is_name("župan")
    (True, False)
    """
    written = written_words()
    return word.capitalize() in written and word not in written


class Words(Mapping[str, str]):
    """The list of words for the repair of papers without carons: whole words first, then stems of the short list."""

    def __getitem__(self, key: str) -> str:
        """What a whole word (with ``$`` behind it) or a stem is with its carons."""
        whole = reading(key[: -len(WHOLE)]) if key.endswith(WHOLE) else None
        return whole if whole is not None else carons()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(carons())

    def __len__(self) -> int:
        return len(carons())
