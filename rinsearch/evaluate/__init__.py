"""How right is it: gold annotations and what the program found in, precision, recall and F1 per label out.

``gold`` reads and checks annotations, ``labels`` says label by label what of an `Analysis` is compared with them,
``scores`` counts, ``intervals`` says how far the counts can be trusted, ``confusion`` which statuses are taken for
which, and ``report`` puts it together. ``truth``, ``reading`` and ``extraction`` do so for what was read of a file,
``judged`` and ``retrieval`` for what a search found.
"""

from rinsearch.evaluate.extraction import Extraction, ReadingFigures, reading_report
from rinsearch.evaluate.gold import Gold, Row, read_gold
from rinsearch.evaluate.judged import Judged, Relevant, read_judged
from rinsearch.evaluate.labels import LABELS, SHARES, evaluate
from rinsearch.evaluate.report import Evaluation, Mistake, Unread, gold_report
from rinsearch.evaluate.retrieval import (
    DEPTH,
    Answered,
    QueryFigures,
    QueryMistake,
    SearchEvaluation,
    search_report,
)
from rinsearch.evaluate.scores import Score
from rinsearch.evaluate.truth import Truth, read_truths

__all__ = [
    "DEPTH",
    "LABELS",
    "SHARES",
    "Answered",
    "Evaluation",
    "Extraction",
    "Gold",
    "Judged",
    "Mistake",
    "QueryFigures",
    "QueryMistake",
    "ReadingFigures",
    "Relevant",
    "Row",
    "Score",
    "SearchEvaluation",
    "Truth",
    "Unread",
    "evaluate",
    "gold_report",
    "read_gold",
    "read_judged",
    "read_truths",
    "reading_report",
    "search_report",
]
