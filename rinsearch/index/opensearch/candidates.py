"""What the ranker needs of an entry, as one value of a column: it is read of hundreds of rows for each question.

What stands in a row as it was sent is kept in blocks that are taken apart whole, and as JSON; a column is not.
"""

from __future__ import annotations

import binascii
import json
import zlib

from rinsearch.index.base import Candidate, Entry
from rinsearch.index.lines import line_of
from rinsearch.index.opensearch.terms import clean, text

EFFORT = 6  # of zlib; a passage of 60 words becomes some 250 bytes

PADDING = "=="  # a cluster hands a column back without it; more than is needed does no harm


def packed(entry: Entry) -> str:
    """An entry's line, in base64."""
    words = line_of([[clean(term) for term in terms] for terms in entry.words])
    title, section = (text(" ".join(terms)) for terms in (entry.title, entry.section))
    brief = [text(each) for each in (entry.id, entry.document, entry.kind, entry.date)]
    told = json.dumps([*brief, words, title, section], ensure_ascii=False, separators=(",", ":"))
    return binascii.b2a_base64(zlib.compress(told.encode(), EFFORT), newline=False).decode()


def candidate(line: str, score: float = 0.0) -> Candidate:
    """The candidate that a line tells of.

    >>> candidate(packed(Entry("3f.1", "3f", "passage", "{}", words=(("rom", "#romi"), ())))).words
    'rom\\t#romi '
    """
    told = zlib.decompress(binascii.a2b_base64(line + PADDING))
    id, document, kind, date, words, title, section = json.loads(told)
    return Candidate(id, document, kind, date, words, title, section, score)
