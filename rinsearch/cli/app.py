"""From what was typed to an answer, a printed line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import Signature
from typing import Annotated, Any

import typer

from rinsearch import __version__
from rinsearch.cli.coercion import without_adapters
from rinsearch.cli.commands import COMMANDS, Command
from rinsearch.cli.options import arguments, parameters
from rinsearch.cli.printing import exit_code, print_answer, print_json
from rinsearch.cli.progress import progress_bar
from rinsearch.errors import RinsearchError, UsageError
from rinsearch.library.library import Library
from rinsearch.records import SCHEMA, Problem

INTERRUPTED = 130  # as shells count a program that Ctrl-C has ended
DEBUG = "RINSEARCH_DEBUG"
COMPLETING = "_RINSEARCH_COMPLETE"  # set by a shell that asks what can be completed
# Typer brings its own click since 0.26 and uses the installed one before: its public name leads to the right class.
WRONG_USE: type[Any] = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    given = _joined(list(sys.argv[1:] if arguments is None else arguments))
    _use_utf8()
    try:
        code = _run(given, "--json" in given)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return 0
    return code


def _joined(given: list[str]) -> list[str]:
    """Two words that name a command, "evaluate extraction", are one; ``./extraction`` is a folder."""
    name = " ".join(given[:2])
    return [name, *given[2:]] if name in {command.name for command in COMMANDS} else given


def _run(given: list[str], json: bool) -> int:
    try:
        done = without_adapters(typer.main.get_command(app(_asked(given))))(
            given, prog_name="rinsearch", standalone_mode=False
        )
        if isinstance(done, Answered):
            print_answer(done.answer, json=json)
            return exit_code(done.answer)
        if done != INTERRUPTED:  # help, or the version
            return int(done or 0)
    except RinsearchError as error:
        return _failed(error.as_problem(), error.exit_code, json)
    except WRONG_USE as error:
        return _wrong_use(error, json)
    except (KeyboardInterrupt, typer.Abort):
        pass
    except BrokenPipeError:
        raise
    except OSError as error:
        return _failed(_of_system(error), RinsearchError.exit_code, json)
    except Exception as error:  # a bug: the user gets a line, who asks for it the traceback
        if os.environ.get(DEBUG):
            traceback.print_exc()
        return _failed(_of_bug(error), RinsearchError.exit_code, json)
    return _failed(_interrupted(), INTERRUPTED, json)


# --- the commands -----------------------------------------------------------------------------------------------------


def _asked(given: list[str]) -> tuple[Command, ...]:
    """The command that was named, alone, also by a shell that completes it; where none was, all of them."""
    completing = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    named = completing.split()[1:-1][:1] if COMPLETING in os.environ else given[:1]
    return tuple(command for command in COMMANDS if named == [command.name]) or COMMANDS


def app(commands: Sequence[Command] = COMMANDS) -> typer.Typer:
    """These commands."""
    found = typer.Typer(
        add_completion=True, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    found.callback(invoke_without_command=True)(_root)
    for command in commands:
        found.command(command.name, help=command.summary, epilog=f"Example: {command.example}")(_function(command))
    return found


def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Which councils took note of the regional plan, which measures are there, and where is it written?"""
    if version:
        typer.echo(__version__)
        raise typer.Exit


@dataclass(frozen=True, slots=True)
class Answered:
    """What a command hands back. It is printed outside of typer, which has its own idea of what a closed pipe means."""

    answer: Any


def _function(command: Command) -> Callable[..., Answered]:
    """The function that typer calls, with the twin's parameters as its signature."""

    def run(**typed: Any) -> Answered:
        return Answered(_answer(command, typed))

    found = parameters(command.twin)
    run.__signature__ = Signature(found)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in found}
    return run


def _answer(command: Command, typed: dict[str, Any]) -> Any:
    several, named = arguments(command.twin, typed)
    with progress_bar(command.twin) as progress:
        if not command.of_library:
            return command.twin(*several, **named, **progress)
        with Library(typed["index"]) as library:
            return command.twin(library, *several, **named, **progress)


# --- what went wrong --------------------------------------------------------------------------------------------------


def _failed(problem: Problem, code: int, json: bool) -> int:
    if json:
        print_json({"schema": SCHEMA, "error": problem})
    else:
        where = f"{problem.place}: " if problem.place else ""
        print(f"{where}{problem.message} {problem.advice}".strip(), file=sys.stderr)
    return code


def _wrong_use(error: Any, json: bool) -> int:
    """Typer's own errors: a missing argument, an unknown option."""
    name = error.ctx.command_path if error.ctx else "rinsearch"
    if not error.format_message():  # no command at all: typer has printed the help
        return UsageError.exit_code
    said = error.format_message().rstrip(".")
    problem = Problem(UsageError.code, said if said.endswith("?") else f"{said}.", name, f"See `{name} --help`.")
    return _failed(problem, UsageError.exit_code, json)


def _interrupted() -> Problem:
    return Problem("interrupted", "Stopped.", None, "Run the same command again: it goes on where it stopped.")


def _of_system(error: OSError) -> Problem:
    place = os.path.basename(str(error.filename)) if error.filename else None
    return Problem("system", f"{error.strerror or type(error).__name__}.", place, "Check the place and its rights.")


def _of_bug(error: Exception) -> Problem:
    return RinsearchError(f"This should not have happened ({type(error).__name__}).").as_problem()


# --- the streams ------------------------------------------------------------------------------------------------------


def _use_utf8() -> None:
    """Also where the locale is C or a code page of Windows: č must come out as č."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """The reader of our output has gone (``| head``); Python would complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
