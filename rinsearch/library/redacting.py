"""Contact data of people, blotted out of what is published."""

from __future__ import annotations

import re

from rinsearch.tag.contacts import in_text

BLOT = "█"
# A text without any of these holds no contact; most cells are such, and are looked at only once.
_SUSPECT = re.compile(r"@|\d[\d /()-]{4,}\d")


def redacted(text: str) -> str:
    """The text with telephone numbers and mail addresses blotted out, one blot for each character.

    >>> redacted("Pokličite 041 000 111 ali pišite na ana@primer.si, zadeva 122-08/2013-5.")
    'Pokličite ███████████ ali pišite na █████████████, zadeva 122-08/2013-5.'
    """
    if not _SUSPECT.search(text):
        return text
    for found in in_text(text):
        text = text[: found.start] + BLOT * (found.end - found.start) + text[found.end :]
    return text
