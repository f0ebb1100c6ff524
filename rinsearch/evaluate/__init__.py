"""How right is it: gold annotations and what the program found in, precision, recall and F1 per label out.

``gold`` reads and checks annotations, ``labels`` says label by label what of an `Analysis` is compared with them,
``scores`` counts, ``intervals`` says how far the counts can be trusted, ``confusion`` which statuses are taken for
which, and ``report`` puts it together. ``truth``, ``reading`` and ``extraction`` do so for what was read of a file.
"""

from rinsearch.evaluate.extraction import Extraction, ReadingFigures, reading_report
from rinsearch.evaluate.gold import Gold, Row, read_gold
from rinsearch.evaluate.labels import LABELS, SHARES, evaluate
from rinsearch.evaluate.report import Evaluation, Mistake, Unread, gold_report
from rinsearch.evaluate.scores import Score
from rinsearch.evaluate.truth import Truth, read_truths

__all__ = [
    "LABELS",
    "SHARES",
    "Evaluation",
    "Extraction",
    "Gold",
    "Mistake",
    "ReadingFigures",
    "Row",
    "Score",
    "Truth",
    "Unread",
    "evaluate",
    "gold_report",
    "read_gold",
    "read_truths",
    "reading_report",
]
