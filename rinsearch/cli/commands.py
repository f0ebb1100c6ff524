"""The commands: which method or function each of them is, and an example.

They are named by their place and looked up when they are asked for: a search does not load what reads papers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any

LIBRARY = "rinsearch.library.library"


@dataclass(frozen=True, slots=True)
class Command:
    """A command and the place of its twin: a method of `Library`, or a public function."""

    name: str
    place: str
    example: str

    @property
    def twin(self) -> Callable[..., Any]:
        """The method or function that does it."""
        home, _, path = self.place.partition(":")
        start: Any = import_module(home)
        found: Callable[..., Any] = reduce(getattr, path.split("."), start)
        return found

    @property
    def of_library(self) -> bool:
        """Whether it asks an index."""
        return self.place.startswith(f"{LIBRARY}:Library.")

    @property
    def summary(self) -> str:
        """The first line of the twin's docstring."""
        return (self.twin.__doc__ or "").strip().split("\n")[0]


COMMANDS = (
    Command("demo", "rinsearch.library.demonstrating:demo", "rinsearch demo"),
    Command("ingest", f"{LIBRARY}:Library.ingest", "rinsearch ingest corpus/"),
    Command("search", f"{LIBRARY}:Library.search", 'rinsearch search "duševno zdravje" --municipality Semič'),
    Command("save", f"{LIBRARY}:Library.save", 'rinsearch save prevozi "prevoz NEAR #starejsi" --since 2017'),
    Command("news", f"{LIBRARY}:Library.news", "rinsearch news"),
    Command("councils", f"{LIBRARY}:Library.councils", 'rinsearch councils "JV 2017"'),
    Command("measures", f"{LIBRARY}:Library.measures", "rinsearch measures --target-group romi"),
    Command("decisions", f"{LIBRARY}:Library.decisions", "rinsearch decisions --status seznanjen --year 2017"),
    Command("documents", f"{LIBRARY}:Library.documents", "rinsearch documents --kind zapisnik --region jugovzhodna"),
    Command("show", f"{LIBRARY}:Library.show", "rinsearch show 3f09c2d1a4b5e6f7.12"),
    Command("plans", f"{LIBRARY}:Library.plans", "rinsearch plans"),
    Command("priorities", f"{LIBRARY}:Library.priorities", 'rinsearch priorities "JV 2014"'),
    Command("groups", f"{LIBRARY}:Library.groups", "rinsearch groups"),
    Command("municipalities", f"{LIBRARY}:Library.municipalities", "rinsearch municipalities koroška"),
    Command("stats", f"{LIBRARY}:Library.stats", "rinsearch stats"),
    Command("analyse", "rinsearch.library.analysing:analyse_all", "rinsearch analyse zapisnik.pdf"),
    Command("explain", f"{LIBRARY}:Library.explain", 'rinsearch explain "Svet se bo z načrtom seznanil."'),
    Command("export", f"{LIBRARY}:Library.export", "rinsearch export measures measures.csv --target-group romi"),
    Command(
        "evaluate", "rinsearch.library.evaluating:evaluate_gold", "rinsearch evaluate tests/gold/development --errors"
    ),
    Command(
        "evaluate extraction",
        "rinsearch.library.evaluating:evaluate_extraction",
        "rinsearch evaluate extraction FOLDER",
    ),
    Command(
        "evaluate search",
        "rinsearch.library.searching:evaluate_search",
        "rinsearch evaluate search tests/gold/queries.toml",
    ),
    Command("gaps", f"{LIBRARY}:Library.gaps", 'rinsearch gaps "JV 2017"'),
    Command("compare", f"{LIBRARY}:Library.compare", 'rinsearch compare "JV 2014" "JV 2017"'),
    Command("timeline", f"{LIBRARY}:Library.timeline", 'rinsearch timeline "JV 2017" --picture timeline.svg'),
    Command(
        "confirm",
        f"{LIBRARY}:Library.confirm",
        'rinsearch confirm Semič "JV 2017" --by "A. Vzorec" --reason "po zapisniku"',
    ),
    Command(
        "correct",
        f"{LIBRARY}:Library.correct",
        'rinsearch correct Kostel seznanjen "JV 2017" --by "A. Vzorec" --reason "po telefonu"',
    ),
    Command("report", f"{LIBRARY}:Library.report", 'rinsearch report "JV 2017" --to porocilo.html'),
    Command("snapshot", f"{LIBRARY}:Library.snapshot", 'rinsearch snapshot "JV 2017" --to tabela.json'),
    Command("changes", f"{LIBRARY}:Library.changes", "rinsearch changes tabela.json"),
    Command("rebuild", f"{LIBRARY}:Library.rebuild", "rinsearch rebuild"),
    Command("verify", f"{LIBRARY}:Library.verify", "rinsearch verify"),
    Command("doctor", "rinsearch.library.checking:doctor", "rinsearch doctor"),
)
