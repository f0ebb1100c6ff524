"""The commands: which method or function each of them is, and an example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rinsearch.library.analysing import analyse_all
from rinsearch.library.checking import doctor
from rinsearch.library.demonstrating import demo
from rinsearch.library.evaluating import evaluate_extraction, evaluate_gold
from rinsearch.library.library import Library
from rinsearch.library.searching import evaluate_search


@dataclass(frozen=True, slots=True)
class Command:
    """A command and its twin: a method of `Library`, or a public function."""

    name: str
    twin: Callable[..., Any]
    example: str

    @property
    def of_library(self) -> bool:
        """Whether it asks an index."""
        return getattr(Library, self.name, None) is self.twin

    @property
    def summary(self) -> str:
        """The first line of the twin's docstring."""
        return (self.twin.__doc__ or "").strip().split("\n")[0]


COMMANDS = (
    Command("demo", demo, "rinsearch demo"),
    Command("ingest", Library.ingest, "rinsearch ingest corpus/"),
    Command("search", Library.search, 'rinsearch search "duševno zdravje" --municipality Semič'),
    Command("councils", Library.councils, 'rinsearch councils "JV 2017"'),
    Command("measures", Library.measures, "rinsearch measures --target-group romi"),
    Command("decisions", Library.decisions, "rinsearch decisions --status seznanjen --year 2017"),
    Command("documents", Library.documents, "rinsearch documents --kind zapisnik --region jugovzhodna"),
    Command("show", Library.show, "rinsearch show 3f09c2d1a4b5e6f7.12"),
    Command("plans", Library.plans, "rinsearch plans"),
    Command("priorities", Library.priorities, 'rinsearch priorities "JV 2014"'),
    Command("groups", Library.groups, "rinsearch groups"),
    Command("municipalities", Library.municipalities, "rinsearch municipalities koroška"),
    Command("stats", Library.stats, "rinsearch stats"),
    Command("analyse", analyse_all, "rinsearch analyse zapisnik.pdf"),
    Command("explain", Library.explain, 'rinsearch explain "Svet se bo z načrtom seznanil."'),
    Command("export", Library.export, "rinsearch export measures measures.csv --target-group romi"),
    Command("evaluate", evaluate_gold, "rinsearch evaluate tests/gold/development --errors"),
    Command("evaluate extraction", evaluate_extraction, "rinsearch evaluate extraction FOLDER"),
    Command("evaluate search", evaluate_search, "rinsearch evaluate search tests/gold/queries.toml"),
    Command("gaps", Library.gaps, 'rinsearch gaps "JV 2017"'),
    Command("compare", Library.compare, 'rinsearch compare "JV 2014" "JV 2017"'),
    Command("timeline", Library.timeline, 'rinsearch timeline "JV 2017" --picture timeline.svg'),
    Command("confirm", Library.confirm, 'rinsearch confirm Semič "JV 2017" --by "A. Vzorec" --reason "po zapisniku"'),
    Command(
        "correct",
        Library.correct,
        'rinsearch correct Kostel seznanjen "JV 2017" --by "A. Vzorec" --reason "po telefonu"',
    ),
    Command("report", Library.report, 'rinsearch report "JV 2017" --to porocilo.html'),
    Command("snapshot", Library.snapshot, 'rinsearch snapshot "JV 2017" --to tabela.json'),
    Command("changes", Library.changes, "rinsearch changes tabela.json"),
    Command("rebuild", Library.rebuild, "rinsearch rebuild"),
    Command("verify", Library.verify, "rinsearch verify"),
    Command("doctor", doctor, "rinsearch doctor"),
)
