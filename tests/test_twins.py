"""Each command is a method of Library, or a public function, with the same name, parameters, defaults and words."""

import inspect
import typing
from collections.abc import Callable
from typing import Any

import pytest
import typer

import rinsearch
from rinsearch.cli.app import app
from rinsearch.cli.commands import COMMANDS, Command
from rinsearch.index.values import Filters

FUNCTIONS = {
    "analyse": "analyse_all",
    "doctor": "doctor",
    "demo": "demo",
    "evaluate": "evaluate_gold",
    "evaluate extraction": "evaluate_extraction",
    "evaluate search": "evaluate_search",
}
# Methods that serve other programs: of an open index there is nothing to close on the command line.
NO_COMMANDS = {"close", "document", "passage"}
OF_EVERY_COMMAND = {"help", "json", "index"}

GROUP: Any = typer.main.get_command(app())


def twin(command: Command) -> Callable[..., Any]:
    if command.name in FUNCTIONS:
        return typing.cast("Callable[..., Any]", getattr(rinsearch, FUNCTIONS[command.name]))
    return typing.cast("Callable[..., Any]", getattr(rinsearch.Library, command.name))


def expected(command: Command) -> dict[str, Any]:
    """Names and defaults of the twin's parameters, the filters one by one."""
    found: dict[str, Any] = {}
    for name, each in inspect.signature(twin(command)).parameters.items():
        if each.kind is inspect.Parameter.VAR_KEYWORD:
            found |= dict.fromkeys(Filters.__annotations__)
        elif name not in ("self", "progress", "executor"):
            found[name] = None if each.default is inspect.Parameter.empty else each.default
    return found


def shown(command: Command) -> dict[str, Any]:
    """Names and defaults as the command takes them; what may be given by place or by name counts once."""
    params = GROUP.commands[command.name].params
    return {each.name.removesuffix("_option"): each.default for each in params if each.name != "help"}


def test_every_public_method_is_a_command() -> None:
    methods = {name for name in dir(rinsearch.Library) if not name.startswith("_")} - NO_COMMANDS - {"engine"}
    assert methods | set(FUNCTIONS) == {command.name for command in COMMANDS} == set(GROUP.commands)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_the_method_of_its_name(command: Command) -> None:
    assert command.twin is twin(command)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_the_parameters_and_defaults_of_its_twin(command: Command) -> None:
    names = shown(command)
    given = expected(command)
    assert set(names) - OF_EVERY_COMMAND == set(given) - OF_EVERY_COMMAND
    assert set(names) >= {"json", "index"}
    for name, default in given.items():
        assert (names[name] or None) == (default or None), name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_of_a_command_begins_as_the_docstring_of_its_twin(command: Command) -> None:
    first = (inspect.getdoc(twin(command)) or "").splitlines()[0]
    assert first
    assert GROUP.commands[command.name].help.startswith(first)
