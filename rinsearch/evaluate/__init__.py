"""How right is it: gold annotations and what the program found in, precision, recall and F1 per label out.

``gold`` reads and checks annotations, ``labels`` says label by label what of an `Analysis` is compared with them,
``scores`` counts, ``intervals`` says how far the counts can be trusted, ``confusion`` which statuses are taken for
which, and ``report`` puts it together. ``truth`` and ``reading`` do the same for what was read of a file.
"""

from rinsearch.evaluate.gold import Gold, Row, read_gold
from rinsearch.evaluate.labels import LABELS, SHARES, evaluate
from rinsearch.evaluate.report import Evaluation, Mistake, Unread, report
from rinsearch.evaluate.scores import Score

__all__ = [
    "LABELS",
    "SHARES",
    "Evaluation",
    "Gold",
    "Mistake",
    "Row",
    "Score",
    "Unread",
    "evaluate",
    "read_gold",
    "report",
]
