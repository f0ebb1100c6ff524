"""Figures that a scan took for letters, in words of which one knows that they are a time."""

from __future__ import annotations

import re

_MISREAD = re.compile(r"(?<![^\W_])(?=[\dOoIl]*\d)[\dOoIl]{2,4}(?![^\W_])")
FIGURES = str.maketrans("OoIl", "0011")


def with_figures(deadline: str) -> str:
    """A deadline with the letters that a scan made of figures.

    >>> with_figures("3O. 4. 2o2O"), with_figures("šolsko leto 2Ol4/15"), with_figures("do konca")
    ('30. 4. 2020', 'šolsko leto 2014/15', 'do konca')
    """
    return _MISREAD.sub(lambda match: match.group().translate(FIGURES), deadline)
