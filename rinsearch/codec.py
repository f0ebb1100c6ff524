"""Records to JSON and back, by their type hints: the one form for answers, cache and index.

Keys stand in the order of the fields, every key is present, unknown is ``null``, none is ``[]``, dates are ISO, and a
box is ``[left, top, right, bottom]``. A field that cannot have its JSON name in Python says so in its metadata.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

R = TypeVar("R")

POINT_DIGITS = 1  # a tenth of a point is finer than any printed line


def to_json(value: object) -> Any:
    """Turn a record (or a tuple, mapping, date, enum of records) into plain JSON data.

    >>> from rinsearch.records import Municipality
    >>> to_json(Municipality("109", "Semič"))
    {'code': '109', 'name': 'Semič'}
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _record_to_json(value)
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    return value


def from_json(record: type[R], data: Any) -> R:
    """Build a record of this type from JSON data; unknown keys are ignored, missing ones take their default.

    >>> from rinsearch.records import Municipality
    >>> from_json(Municipality, {"code": "109", "name": "Semič"})
    Municipality(code='109', name='Semič')
    """
    return cast("R", _reader(cast("Any", record))(data))


@cache
def _names(record: Any) -> tuple[tuple[str, str], ...]:
    """Pairs of attribute name and JSON name."""
    return tuple((f.name, f.metadata.get("json", f.name)) for f in fields(record))


def _is_box(record: Any) -> bool:
    return [attribute for attribute, _ in _names(record)] == ["left", "top", "right", "bottom"]


def _record_to_json(value: Any) -> Any:
    kind: Any = type(value)
    if _is_box(kind):
        return [round(getattr(value, attribute), POINT_DIGITS) for attribute, _ in _names(kind)]
    return {name: to_json(getattr(value, attribute)) for attribute, name in _names(kind)}


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """The function that reads JSON data into a value of this type hint."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(arguments)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is not None and issubclass(origin, Mapping):
        item = _reader(arguments[1])
        return lambda data: {key: item(each) for key, each in data.items()}
    if isinstance(hint, type):
        return _class_reader(hint)
    return lambda data: data


def _class_reader(hint: type) -> Callable[[Any], Any]:
    if is_dataclass(hint):
        return _box_reader(hint) if _is_box(hint) else _record_reader(hint)
    if issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    if hint is float:
        return float
    return lambda data: data


def _box_reader(hint: Any) -> Callable[[Any], Any]:
    return lambda data: hint(*data)


def _record_reader(hint: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(hint)
    names = [(attribute, name, hints[attribute]) for attribute, name in _names(hint)]

    def read(data: Mapping[str, Any]) -> Any:
        return hint(**{a: _reader(each)(data[name]) for a, name, each in names if name in data})

    return read


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda data: tuple(item(each) for each in data)
    readers = [_reader(each) for each in arguments]
    return lambda data: tuple(read(each) for read, each in zip(readers, data, strict=True))


def _union_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    """``X | None``, or a union of records, told apart by the keys that each must have (a table has rows)."""
    known = [each for each in arguments if each is not types.NoneType]
    if len(known) == 1:
        read = _reader(known[0])
        return lambda data: None if data is None else read(data)

    def choose(data: Mapping[str, Any]) -> Any:
        for each in known:
            if {name for _, name in _names(each)} == set(data):
                return _reader(each)(data)
        raise TypeError(f"no record of {known} has exactly the keys {sorted(data)}")

    return choose
