"""Words of councils that a paper mistypes: "seznnail", "Regijskm", "socilanega"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rinsearch.carons import is_known
from rinsearch.language import fold
from rinsearch.normalise import Edit, Rule
from rinsearch.taxonomy import toml

SHORTEST, LONGEST = 7, 16  # letters: a slip in a short word makes another word too often
_WORD = re.compile(r"(?<![\w@./-])[A-Za-zČŠŽčšž]{7,16}(?![\w@/]|[.-][a-z])")
_LETTERS = "abcčdefghijklmnoprsštuvzž"


def misspelt(texts: Iterable[str]) -> Mapping[str, str]:
    """The mistyped words of a paper in small letters, and what is meant: one slip of the fingers away, and no word.

    >>> dict(misspelt(["Svet se je seznnail z Regijskm nacrtom; občanski predlog, razvojna vizija."]))
    {'regijskm': 'regijskim', 'seznnail': 'seznanil'}
    """
    words = set(map(str.lower, _WORD.findall("\n".join(texts))))
    found = ((word, _slips()[word]) for word in sorted(words & _slips().keys()))
    # A caron left out is no slip of the fingers; papers without carons are read by another repair.
    return {word: meant for word, meant in found if meant and fold(meant) != word and not is_known(word)}


@cache
def _slips() -> Mapping[str, str]:
    """Every word one slip away from a form of one of the words; those that two words claim are left out.

    Of two forms of one word the first of the list is taken: which case was meant does not matter to the meaning.
    """
    lists = toml("misspelt.toml")
    forms = {stem + end: stem for word in lists["word"] for stem in word["stems"] for end in word["endings"]}
    claimed: dict[str, str | None] = {}
    for form, stem in forms.items():
        for slip in set(_one_slip(form)):
            other = claimed.setdefault(slip, form)
            if other is not None and forms[other] != stem:
                claimed[slip] = None
    never = forms.keys() | set(lists["never"])
    return {slip: form for slip, form in claimed.items() if form and slip not in never and len(slip) >= SHORTEST}


def _one_slip(word: str) -> Iterator[str]:
    """A letter left out, doubled or exchanged with its neighbour, one too many, one for another; the first one stays.

    >>> {"regijskm", "regisjkim", "regijjskim", "regojskim"} <= set(_one_slip("regijskim"))
    True
    """
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
            if at + 1 < len(word):  # the last letter is the ending, which says another case
                yield word[:at] + letter + word[at + 1 :]


def corrected(words: Mapping[str, str]) -> Rule:
    """The repair of a paper with these mistyped words.

    >>> [edit.replacement for edit in corrected({"regijskm": "regijskim"})("Regijskm načrtom, REGIJSKM")]
    ['Regijskim', 'REGIJSKIM']
    """

    def repaired(text: str) -> Iterator[Edit]:
        for match in _WORD.finditer(text):
            if meant := words.get(match[0].lower()):
                yield Edit(match.start(), match.end(), _in_case(match[0], meant), "misspelt")

    return repaired


def _in_case(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
