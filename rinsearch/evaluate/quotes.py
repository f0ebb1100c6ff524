"""Words of a paper, compared although one side is damaged and the other repaired."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

HYPHENATED = re.compile(r"(?<=\w)[-\u00ad]\s+(?=[a-zčšžćđ])")
SHARED = 0.5  # of the shorter quote's words, in one run


def plain(text: str) -> str:
    """Without case, white space and kinds of dashes: needles are raw text, and repaired text is compared with them.

    >>> plain("Dom  starejših\\nSemič 2017–2020")
    'dom starejših semič 2017-2020'
    """
    return " ".join(text.casefold().replace("–", "-").split())


def overlap(first: str, second: str) -> bool:
    """Whether two quotes are of the same place: half of the words of the shorter one stand in the other in one run.

    >>> overlap("Svet se je seznanil z načrtom.", "SKLEP 4: Svet se je sez-\\nnanil z načrtom")
    True
    >>> overlap("Svet se je seznanil z načrtom.", "Svet je potrdil zapisnik.")
    False
    """
    some, others = _words(first), _words(second)
    run = SequenceMatcher(None, some, others, autojunk=False).find_longest_match()
    return bool(run.size) and run.size >= SHARED * min(len(some), len(others))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", HYPHENATED.sub("", text).casefold())
