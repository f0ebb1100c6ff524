"""The papers that a gazette of several municipalities holds: below each one's name stands what its council resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from rinsearch.compose.heads.head import read_head
from rinsearch.compose.heads.joint import heads_part, is_gazette_of_several
from rinsearch.compose.paper import TOP_LINES, Paper, lines, tags_of
from rinsearch.records import DocumentKind, Passage
from rinsearch.taxonomy import municipalities

# What stands in a gazette is in force, however little its head shows of what it is.
IN_FORCE = frozenset({DocumentKind.DECISION, DocumentKind.REGULATION})


def papers_in(paper: Paper) -> tuple[Paper, ...]:
    """A paper itself; of a gazette of several municipalities what stands above the first, and one paper for each."""
    top = tuple(islice(lines(paper.passages), TOP_LINES))
    if paper.issuer is not None or not is_gazette_of_several(paper.passages, top):
        return (paper,)
    return tuple(_parts(paper))


def _parts(paper: Paper) -> Iterator[Paper]:
    heads = [number for number, passage in enumerate(paper.passages) if heads_part(passage)]
    yield replace(paper, passages=paper.passages[: heads[0]])
    for start, end in pairwise((*heads, len(paper.passages))):
        yield _part(paper, paper.passages[start:end])


def _part(paper: Paper, passages: tuple[Passage, ...]) -> Paper:
    """What stands below the name of a municipality, as a paper of its own."""
    read, name = read_head(paper.document, passages), tags_of(passages[0], "municipality")[0]
    kind = read.kind if read.kind in IN_FORCE else DocumentKind.DECISION
    return replace(read, kind=kind, issuer=municipalities()[name.value].ref)
