"""Modules that are loaded on first use, named at the top of the file as any other import.

The rooms that read and tag papers compile some hundreds of patterns when they are loaded, 0.13 s of processor time;
a search needs none of them and would take twice as long.
"""

from __future__ import annotations

import importlib.util
import sys
from typing import Any


def later(name: str) -> Any:
    """The module of this name; its code runs when something of it is first looked up.

    >>> later("this") is later("this")
    True
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
