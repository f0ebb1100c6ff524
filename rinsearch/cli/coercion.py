"""Texts that were typed need no adapter: typer 0.26 and later load pydantic (0.1 s) to make a text of a text."""

from __future__ import annotations

from typing import Any

import typer

DIGITS = 20  # of a number that is read here
KEPT = "_runtime_param"  # where a parameter of typer keeps its adapter, once it is made


class Typed:
    """Gives texts, flags and lists of texts as they were typed; for other types typer makes its adapter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value that the command is called with."""
        wanted = param.type_descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if isinstance(value, str) and wanted in (str, str | None):
            return value
        if isinstance(value, (list, tuple)) and wanted == list[str] and all(isinstance(each, str) for each in value):
            return list(value)
        if isinstance(value, (bool, int)) and wanted is type(value):
            return value
        if isinstance(value, str) and wanted is int and value.isascii() and value.isdecimal() and len(value) < DIGITS:
            return int(value)
        setattr(param, KEPT, None)
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def without_adapters(group: Any) -> Any:
    """The commands, whose parameters take texts as they are; with a typer that has no adapters, nothing changes."""
    for command in (group, *group.commands.values()):
        for param in command.get_params(typer.Context(command)):  # with --help, which is not among its own
            if hasattr(param, KEPT) and hasattr(param, "type_descriptor"):
                setattr(param, KEPT, Typed())
    return group
