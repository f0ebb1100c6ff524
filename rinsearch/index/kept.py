"""What was read once and is kept within a bound, the least used going first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sized
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Sized)


class Kept(Generic[K, V]):
    """Collections by name, together of at most ``room`` members (or the one used last, however large).

    >>> kept = Kept(room=4)
    >>> kept.put("a", "123"), kept.put("b", "12"), kept.get("a"), kept.get("b")
    ('123', '12', None, '12')
    >>> kept.put("b", "21"), kept.put("c", ""), kept.get("b")
    ('21', '', '21')
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._all: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """What is kept under this name."""
        found = self._all.get(key)
        if found is not None:
            self._all.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> V:
        """Keep it, and return it; what had this name before makes room."""
        if (before := self._all.pop(key, None)) is not None:
            self._room += len(before) + 1
        self._all[key] = value
        self._room -= len(value) + 1
        while self._room < 0 and len(self._all) > 1:
            _, dropped = self._all.popitem(last=False)
            self._room += len(dropped) + 1
        return value
