"""Words with a space inside ("na črtom", "seznan jen"), and words that lost theirs ("seseznani", "Občinskisvet")."""

from __future__ import annotations

from functools import cache, lru_cache

from rinsearch.carons import is_known
from rinsearch.misread.words import forms, good, is_word, listed

KEPT = 1 << 16  # distinct words of a regional corpus
SHORTEST = 6  # letters of a word that is put together
LONG = 7  # letters of a word to which any other may stick
LONGEST = 40  # letters of two words
SHORTEST_GLUED = 5  # letters of a word to which a small one sticks
SHORTEST_SECOND = 4  # letters of the second of two
SHORTEST_PIECE = 3  # letters of what shows by itself that a word is divided: every paper has single letters
SMALL = ("small_before", "small_behind", "before", "behind")


@cache
def heads() -> frozenset[str]:
    """How words of the list begin."""
    return frozenset(form[:at] for form in forms() if len(form) >= SHORTEST for at in range(1, len(form)))


@cache
def tails() -> frozenset[str]:
    """How words of the list end."""
    return frozenset(form[at:] for form in forms() if len(form) >= SHORTEST for at in range(1, len(form)))


@lru_cache(maxsize=KEPT)
def joined(left: str, right: str) -> str | None:
    """Two words in small letters as one, if that is one of the list and they do not stand there by themselves.

    >>> joined("na", "črtom"), joined("seznan", "jen"), joined("na", "črti"), joined("red", "ni"), joined("se", "je")
    ('načrtom', 'seznanjen', None, None, None)
    """
    whole = left + right
    if whole not in forms() or len(whole) < SHORTEST:
        return None
    if right in listed("small_behind") and (is_word(left) or left in listed("before")):
        return None
    if left in listed("small_before") and (is_word(right) or right in listed("behind")):
        return None
    return whole


def is_piece(word: str) -> bool:
    """Whether a word in small letters is none by itself, but may be a part of one of the list.

    >>> is_piece("jen"), is_piece("svet")
    (True, False)
    """
    if len(word) < SHORTEST_PIECE or not (word in heads() or word in tails()):
        return False
    return not (is_word(word) or any(word in listed(name) for name in SMALL))


@lru_cache(maxsize=KEPT)
def parted(word: str) -> tuple[str, str] | None:
    """A word in small letters that is none as the two that it is made of.

    >>> parted("občinskisvet"), parted("seseznani"), parted("sporočilo"), parted("nesprejetje")
    (('občinski', 'svet'), ('se', 'seznani'), None, None)
    """
    if not SHORTEST < len(word) <= LONGEST or word in good() or word in listed("whole") or is_word(word):
        return None
    found = [(word[:at], word[at:]) for at in range(1, len(word)) if _are_two(word[:at], word[at:])]
    return found[0] if len(found) == 1 else None


def _are_two(left: str, right: str) -> bool:
    if left in listed("glued_before"):
        return (right in forms() and len(right) >= SHORTEST_GLUED) or (left == "se" and parted(right) is not None)
    if right in forms() and len(right) >= LONG and len(left) >= SHORTEST_SECOND and is_known(left):
        return not left.endswith(("o", "e")) and left not in listed("whole_before")  # "vsakodnevni"
    if left not in forms() or len(left) < SHORTEST_GLUED:
        return False
    if right in forms():
        one = left in listed("whole_before") or right in listed("whole_behind")
        return len(right) >= SHORTEST_SECOND and not one
    # "načrtomna" is none, but "sprejemna" is a word, and so are "svetuje" and "dnevnik".
    return right in listed("glued_behind") or (left.endswith(("om", "im")) and right in listed("glued_behind_m"))
