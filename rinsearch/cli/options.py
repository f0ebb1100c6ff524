"""Options and arguments of a command, from the parameters of its twin: so they cannot drift apart."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from inspect import Parameter
from typing import Annotated, Any

import typer

from rinsearch.cli.completing import ENVIRONMENT, completion
from rinsearch.index.values import Filters
from rinsearch.library.place import DEFAULT_INDEX

HELP = {
    "paths": "Folders and files.",
    "papers": "Folders and files of papers.",
    "gold": "Folder with gold.jsonl and the papers, or such a file.",
    "folder": "Folder of files, each with NAME.truth.json beside it.",
    "children": "With the groups below the target group, or that one alone.",
    "own": "Only what the plans' own documents say, where they are there.",
    "without": "Only measures without a provider, deadline, funding, amount, indicator, target-group or priority.",
    "pending": "Only councils that have not taken note of the plan, whatever the reason.",
    "conflict": "Only the rows whose documents contradict one another.",
    "errors": "List what is wrong and what is missed.",
    "check": "Compare the content of every file, whatever its size and time say; try again what has failed.",
    "engine": "Engine of the index: whoosh, tantivy for a national corpus, opensearch for a cluster.",
    "workers": "Processes of this machine that read and tag.",
    "dask": "Scheduler of a Dask cluster that reads and tags: tcp://host:8786.",
    "by_content": "Send the files themselves: the workers do not see the folders.",
    "time_limit": "Seconds for each file; a twelfth more for each page that needs OCR.",
    "memory_limit": "MB for each file (on Linux).",
    "query": 'Words, "exact words", word*, word~, #group, field:value, AND, OR, NOT, NEAR/5.',
    "name": "Name of the saved search.",
    "delete": "Forget the search of this name.",
    "keep": "Let it be new the next time too.",
    "news": "Say what is new for the saved searches.",
    "wide": "Find the other words for a target group too.",
    "group": "Put the passages of a document together.",
    "copies": "Show passages with the same words one by one.",
    "judged": "File of judged queries (.toml or .jsonl).",
    "taxonomy": 'File of your own terms (.toml or .csv), or "none".',
    "text": "Id of a document or passage, a file, a text, or - for standard input.",
    "id": "Id of a document, or of a passage (<document>.<number>).",
    "what": "councils, measures, decisions, documents, plans, priorities, passages, tags or all.",
    "excel": "CSV as a Slovene Excel opens it.",
    "with_contacts": "Leave telephone numbers and mail addresses as they are.",
    "limit": "How many hits (1 to 1000) or errors.",
    "offset": "How many hits to leave out before the first.",
    "sort": "relevance or date.",
    "facets": "Count hits by a field, such as municipality, kind or year; may be given again.",
    "image": "Write the passage's page there as a picture (.png), with its lines marked.",
    "passages": "Add the text with its tags.",
    "municipality": "Name or code, in any case.",
    "region": "Name or abbreviation.",
    "target_group": "Id or name.",
    "kind": "Kind of paper: zapisnik, gradivo, vabilo, sklep, načrt …",
    "status": "seznanjen, sprejeto, predlagano, zavrnjeno …",
    "plan": 'Id, or region and a year of it: "JV 2017". May be left out where there is one plan.',
    "year": "Year of the paper.",
    "since": "First day: 2017, 2017-09, 2017-09-21 or 21. 9. 2017.",
    "until": "Last day, written as for --since.",
    "case_number": "Number of the case, such as 122-08/2013-5.",
    "session": 'Number of the session, or "21. redna".',
    "document": "Id of a document.",
    "source": "Part of the file's path.",
    "standing": "Only rows of this standing: seznanjen, predlagano, razveljavljeno, ni dokumenta …",
    "took_note": "Only councils that took note of the plan, or adopted it.",
    "missing": "Only municipalities without a document about the plan.",
    "coverage": "Add the sessions of which papers were seen, and those missing between them.",
    "as_of": "As the documents stood on this day: 2017-10-12 or 12. 10. 2017; or at the end of a month or year.",
    "picture": "Draw it to this file (.svg).",
    "priority": "Number of a priority, or a part of its title.",
    "provider": "Part of the name of who carries it out.",
    "by": "Who says so.",
    "reason": "Why.",
    "date": "Day of the decision: 2017-10-12 or 12. 10. 2017.",
    "before": "The earlier plan.",
    "after": "The later plan.",
    "to": "File to write (a register: .csv, .jsonl, .xlsx, .parquet, .sqlite).",
    "file": "A file that `rinsearch snapshot --to` has written.",
    "index": "Folder of the index, or the address of one in a cluster (opensearch+https://host/name).",
    "json": "One JSON object on standard output.",
}
# What a word means in one command alone.
HELP_OF: Mapping[str, Mapping[str, str]] = {
    "measures": {
        "since": "First day of the deadline: 2017, 2017-09, 2017-09-21 or 21. 9. 2017.",
        "until": "Last day of the deadline, written as for --since.",
    },
    "correct": {
        "standing": "The right one: seznanjen, razveljavljeno, ni dokumenta …; po dokumentih takes a correction back.",
        "session": 'The session, such as "21. redna".',
        "source": "Where it can be checked.",
    },
    "confirm": {"source": "Where it can be checked."},
    "snapshot": {"to": "File to write; without it the table is only shown."},
    "report": {"to": "File to write (.html); without it report.html."},
}
OWN = frozenset({"self", "progress", "executor"})  # what no one types
OF_WORDS = frozenset({"query"})  # may be typed without quotation marks: the words are put together
OPTION = "_option"  # ends the name of an option that may be given as an argument too


def parameters(twin: Callable[..., Any]) -> list[Parameter]:
    """The parameters of a command, annotated for typer."""
    given = [each for each in inspect.signature(twin).parameters.values() if each.name not in OWN]
    found = [made for each in given for made in _made(each)]
    own = HELP_OF.get(twin.__name__, {})
    for made in found:
        (declared,) = made.annotation.__metadata__
        declared.help = own.get(made.name.removesuffix(OPTION), declared.help)
    if "index" not in {each.name for each in found}:
        found.append(_option("index", DEFAULT_INDEX, envvar=ENVIRONMENT))
    found.append(_option("json", False))
    return found


def arguments(twin: Callable[..., Any], typed: Mapping[str, Any]) -> tuple[Sequence[Any], Mapping[str, Any]]:
    """What was typed, as positional and named arguments of the twin."""
    several: Sequence[Any] = ()
    named: dict[str, Any] = {}
    for each in inspect.signature(twin).parameters.values():
        if each.kind is Parameter.VAR_POSITIONAL:
            several = typed[each.name]
        elif each.kind is Parameter.VAR_KEYWORD:
            named |= {name: typed[name] for name in Filters.__annotations__}
        elif each.name in typed:
            value = typed[each.name] or typed.get(each.name + OPTION) or typed[each.name]
            several_values = " ".join if each.name in OF_WORDS else tuple
            named[each.name] = several_values(value) if isinstance(value, (list, tuple)) else value
    return several, named


def _made(each: Parameter) -> Iterator[Parameter]:
    if each.kind is Parameter.VAR_KEYWORD:
        yield from (_option(name, None) for name in Filters.__annotations__)
    elif each.kind is Parameter.VAR_POSITIONAL or "Iterable" in str(each.annotation):
        yield _argument(each.name, list[str])
    elif each.name in OF_WORDS:  # they may all be left out where the twin has a default
        yield _argument(each.name, list[str], **({} if each.default is Parameter.empty else {"default": []}))
    elif each.default is Parameter.empty:
        yield _argument(each.name, str)
    elif each.kind is Parameter.KEYWORD_ONLY:
        yield _option(each.name, each.default, envvar=ENVIRONMENT if each.name == "index" else None)
    else:  # by place or by name, as in Python
        yield _argument(each.name, str | None, default=each.default)
        yield _option(each.name, each.default, name=each.name + OPTION)


def _argument(name: str, kind: Any, **more: Any) -> Parameter:
    hint = Annotated[kind, typer.Argument(help=HELP[name], show_default=False, autocompletion=completion(name))]
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=hint, **more)


def _option(word: str, default: Any, *, name: str = "", envvar: str | None = None) -> Parameter:
    kind = list[str] if isinstance(default, tuple) else (str | None if default is None else type(default))
    shown = default not in (None, (), False)
    shell: dict[str, Any] = {"envvar": envvar, "autocompletion": completion(word)}
    flag = "--" + word.replace("_", "-")
    names = f"{flag}/--no-{flag[2:]}" if default is True else flag
    declared = typer.Option(names, help=HELP[word], show_default=shown, **shell)
    value = list(default) if isinstance(default, tuple) else default
    return Parameter(name or word, Parameter.KEYWORD_ONLY, annotation=Annotated[kind, declared], default=value)
