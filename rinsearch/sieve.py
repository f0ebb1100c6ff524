"""Which of many patterns may be found in a text: told by its words, so that most patterns need not be searched for.

What signs a word bears is remembered word by word, and a text has few words that are new; what a text bears, for as
long as rules ask for it. All patterns share the one look at the words. Nothing is left out that would be found; what
is kept may not be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_
from threading import Lock
from typing import Generic, TypeVar

from rinsearch.known_signs import signs
from rinsearch.signs import Strings, Written, with_edges

LONGEST_WORD = 60  # letters; a longer word may bear any sign
KEPT_WORDS = 1 << 16  # distinct words of a regional corpus
KEPT_TEXTS = 1 << 12  # passages and sentences of the papers at hand: each is looked at by a hundred rules
KEPT_CHARACTERS = 1 << 21  # of these texts together; a block of text may have any length
KEPT_CHOICES = 1 << 13  # of things that one sieve kept for a text; a corpus has some hundreds
# Letters that a pattern which minds no case takes for others, when they are made small.
ODD = frozenset("ſıς\u0307")
ALL = -1  # every bit is set
T = TypeVar("T")


class _Letter:
    """A place in the tree of all signs: what ends here, and the letters that some sign goes on with."""

    __slots__ = ("bits", "next")

    def __init__(self) -> None:
        self.bits = 0
        self.next: dict[str, _Letter] = {}


class Signs:
    """The signs of all patterns so far, one bit for each set of signs."""

    def __init__(self) -> None:
        """Begin without a sign."""
        self._lock = Lock()
        self._bits: dict[Strings, int] = {}
        self._root = _Letter()  # the signs, letter by letter
        self.borne = self._unknown()

    def bit(self, signs: Strings) -> int:
        """The bit of a set of signs; what was known of words is forgotten when it is a new one."""
        with self._lock:
            bit = self._bits.get(signs)
            if bit is None:
                bit = self._bits[signs] = 1 << len(self._bits)
                for sign in signs:
                    self._learn(sign, bit)
                self.borne = self._unknown()
            return bit

    def _learn(self, sign: str, bit: int) -> None:
        place = self._root
        for letter in sign:
            place = place.next.setdefault(letter, _Letter())
        place.bits |= bit

    def _unknown(self) -> Mapping[str, int]:
        """The bits that a text bears, as nothing is known of words yet.

        It is made anew for new signs, so that what another thread is about to remember is forgotten, too.
        """
        return _Texts(_Words(self.of_word))

    def of_word(self, word: str) -> int:
        """The bits of the signs that a word in small letters bears."""
        if len(word) > LONGEST_WORD or not ODD.isdisjoint(word):
            return ALL
        edged, bits = with_edges(word), 0
        for begin in range(len(edged)):  # loops, since every new word of a corpus comes here
            place = self._root.next.get(edged[begin])
            at = begin + 1
            while place is not None:
                bits |= place.bits
                place = place.next.get(edged[at]) if at < len(edged) else None
                at += 1
        return bits


class _Words(dict[str, int]):
    """Words with the bits they bear."""

    def __init__(self, of_word: Callable[[str], int]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, word: str) -> int:
        if len(self) >= KEPT_WORDS:  # of a corpus that goes on and on; those of its papers at hand come back at once
            self.clear()
        bits = self[word] = self._of_word(word)
        return bits


class _Texts(dict[str, int]):
    """Texts with the bits they bear; all are forgotten when they are too many, for those of a paper come together."""

    def __init__(self, words: Mapping[str, int]) -> None:
        super().__init__()
        self._words = words
        self._characters = 0

    def __missing__(self, text: str) -> int:
        self._characters += len(text)
        if len(self) >= KEPT_TEXTS or self._characters > KEPT_CHARACTERS:
            self.clear()
            self._characters = len(text)
        bits = self[text] = reduce(or_, filter(None, map(self._words.__getitem__, text.lower().split())), 0)
        return bits


SIGNS = Signs()


def bit_of(pattern: Written) -> int:
    """The bit of the signs of a pattern; every bit where it has none."""
    borne = signs(pattern)
    return SIGNS.bit(borne) if borne else ALL


class Sieve(Generic[T]):
    """Keeps of many things, each with its pattern, those whose pattern may be found."""

    def __init__(self, named: Iterable[tuple[T, Written]]) -> None:
        """Take the things in their order."""
        self._things = tuple((thing, bit_of(pattern)) for thing, pattern in named)
        self._bits = reduce(or_, (bit for _, bit in self._things if bit != ALL), 0)
        self._kept: dict[int, tuple[T, ...]] = {}

    def kept(self, text: str) -> tuple[T, ...]:
        """Those that may be found in a text, or in the same text in small letters, in their order."""
        bits = SIGNS.borne[text] & self._bits
        found = self._kept.get(bits)
        if found is None:
            found = tuple(thing for thing, bit in self._things if bit == ALL or bits & bit)
            if len(self._kept) < KEPT_CHOICES:
                self._kept[bits] = found
        return found
