"""How right is it: gold annotations and analyses in, precision, recall and F1 per label out.

The gold form is that of ``tests/gold``: one JSON object for a document, with what an expert reader takes from it; keys
that end with ``_optional`` and ``_also_ok`` are neither right nor wrong. Counts are over documents (micro average).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rinsearch.records import Analysis, Decision, Measure
from rinsearch.taxonomy import find_municipality, find_region

Gold = Mapping[str, Any]
Pair = tuple[set[Any], set[Any], set[Any]]  # found, expected, neither right nor wrong


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a label: right, wrong (found and not expected), missed; ``wrong_at`` and ``missed_at`` say where."""

    label: str
    right: int
    wrong: int
    missed: int
    wrong_at: tuple[str, ...] = ()
    missed_at: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found; 1 where nothing was expected."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        counts = f"{self.right:4d} right {self.wrong:3d} wrong {self.missed:3d} missed"
        return f"{self.label:16s} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  {counts}"


def evaluate(pairs: Sequence[tuple[Gold, Analysis]]) -> tuple[Score, ...]:
    """The score of every label over pairs of gold and analysis."""
    return tuple(_score(label, compare, pairs) for label, compare in LABELS)


def _score(label: str, compare: Callable[[Gold, Analysis], Pair], pairs: Iterable[tuple[Gold, Analysis]]) -> Score:
    right = 0
    wrong: list[str] = []
    missed: list[str] = []
    for gold, analysis in pairs:
        found, expected, optional = compare(gold, analysis)
        right += len(found & expected)
        wrong += [f"{gold['file']}: {each}" for each in sorted(map(str, found - expected - optional))]
        missed += [f"{gold['file']}: {each}" for each in sorted(map(str, expected - found - optional))]
    return Score(label, right, len(wrong), len(missed), tuple(wrong), tuple(missed))


# --- labels of a whole document ---------------------------------------------------------------------------------------


def _kind(gold: Gold, analysis: Analysis) -> Pair:
    return {str(analysis.kind)}, {gold["kind"]}, _ok(gold, "kind")


def _issuer(gold: Gold, analysis: Analysis) -> Pair:
    found = {analysis.issuer.code} if analysis.issuer else set()
    return found, {_code(gold["issuer"])} if gold["issuer"] else set(), set()


def _date(gold: Gold, analysis: Analysis) -> Pair:
    found = {str(analysis.date)} if analysis.date else set()
    return found, {gold["document_date"]} - {None}, _ok(gold, "document_date")


def _session(gold: Gold, analysis: Analysis) -> Pair:
    found = analysis.session
    wanted = [each for each in (gold["session"], gold.get("session_also_ok")) if each]
    number = {found.number} if found and found.number else set()
    numbers = [each["number"] for each in wanted]
    return number, {gold["session"]["number"]} if gold["session"] else set(), set(numbers)


def _ok(gold: Gold, key: str) -> set[Any]:
    given = gold.get(f"{key}_also_ok") or []
    return set(given) if isinstance(given, list) else {given}


def _code(name: str) -> str:
    return find_municipality(name).code


# --- labels of which there are many -----------------------------------------------------------------------------------


def _municipalities(gold: Gold, analysis: Analysis) -> Pair:
    found = {each.code for each in analysis.municipalities}
    return found, set(map(_code, gold["municipalities"])), set(map(_code, gold["municipalities_optional"]))


def _groups(gold: Gold, analysis: Analysis) -> Pair:
    found = {each.id for each in analysis.target_groups}
    return found, set(gold["target_groups"]), set(gold["target_groups_optional"])


def _case_numbers(gold: Gold, analysis: Analysis) -> Pair:
    """Canonical numbers have no spaces; the gold quotes them as the paper has them."""
    return set(analysis.case_numbers), {each.replace(" ", "") for each in gold["case_numbers"]}, set()


def _plans(gold: Gold, analysis: Analysis) -> Pair:
    expected = {_plan(plan) for plan in gold["plans"] if plan["region"]}
    found = {each.id for each in analysis.plans}
    # Where the paper states no period, a period that follows from its date is neither right nor wrong.
    optional = {each for each in found if each.rpartition("/")[0] in expected}
    return found - optional | {each.rpartition("/")[0] for each in optional}, expected, set()


def _plan(plan: Mapping[str, Any]) -> str:
    """The id of a plan; all regions' plans together ("povzetki regijskih načrtov") have none."""
    if not plan["region"]:
        return ""
    region = find_region(plan["region"])
    return f"rin-sv/{region}/{plan['period']}" if plan["period"] else f"rin-sv/{region}"


# --- decisions --------------------------------------------------------------------------------------------------------


def _acknowledged(gold: Gold, analysis: Analysis) -> Pair:
    """The net list, and what the paper itself decides: the label in which a false alarm weighs most."""
    taken = ("acknowledged", "adopted")
    found = {key[:2] for key in _found(analysis) if key[2] in taken}
    expected = {(_code(each["municipality"]), _plan(each["plan"])) for each in gold["acknowledged"]}
    decided = {key[:2] for each in gold["decisions"] for key in _expected(each) if key[2] in taken}
    return _without_period(found, expected), expected, decided


def _decisions(gold: Gold, analysis: Analysis) -> Pair:
    """Decisions about plans, by municipality, plan and status."""
    expected: set[Any] = set()
    optional: set[Any] = set()
    for decision in gold["decisions"]:
        for key in _expected(decision):
            (optional if decision.get("minor") else expected).add(key)
            optional |= {(*key[:2], status) for status in decision.get("status_also_ok", ())}
    return _without_period(_found(analysis), expected | optional), expected, optional


def _expected(decision: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if not decision["plan"]:
        return
    if decision["municipality"]:
        yield _code(decision["municipality"]), _plan(decision["plan"]), decision["status"]
    else:
        yield "", _plan(decision["plan"]), decision["status"]


def _found(analysis: Analysis) -> set[tuple[str, ...]]:
    return {(_owner(each), each.plan, str(each.status)) for each in analysis.decisions if each.plan}


def _owner(decision: Decision) -> str:
    return decision.municipality.code if decision.municipality else ""


def _without_period(found: set[Any], expected: set[Any]) -> set[Any]:
    """Found keys, but without what the paper does not state where the key without it is expected.

    A paper that names no period (or no region) leaves it open; that the program infers it is neither right nor wrong.
    """

    def stated(key: Any) -> Any:
        shorter = ((key[0], plan, *key[2:]) for plan in (key[1], key[1].rpartition("/")[0], ""))
        return next((each for each in shorter if each in expected), key)

    return {stated(key) for key in found}


def _votes(gold: Gold, analysis: Analysis) -> Pair:
    """Counted votes of the decisions about plans."""
    expected = {
        (*key, each["vote"]["for"])
        for each in gold["decisions"]
        for key in _expected(each)
        if each["vote"] and each["vote"].get("for") is not None
    }
    found = {
        (_owner(each), each.plan, str(each.status), each.vote.for_)
        for each in analysis.decisions
        if each.plan and each.vote and each.vote.for_ is not None
    }
    return _without_period(found, expected), expected, set()


# --- measures and priorities ------------------------------------------------------------------------------------------


def _measures(gold: Gold, analysis: Analysis) -> Pair:
    return _needles(gold["measures"], gold.get("measures_optional", ()), [each.text for each in analysis.measures])


def _priorities(gold: Gold, analysis: Analysis) -> Pair:
    titles = [{"text_contains": each["title_contains"]} for each in gold["priorities"]]
    return _needles(titles, (), [each.title for each in analysis.priorities])


def _needles(wanted: Sequence[Gold], optional: Sequence[Gold], texts: Sequence[str]) -> Pair:
    """Texts that contain what is wanted; a text that contains nothing wanted stands for itself."""
    needles = {_needle(each) for each in wanted}
    free = {_needle(each) for each in optional}
    found = {next((n for n in sorted(needles | free) if n in _plain(text)), _plain(text)) for text in texts}
    return found, needles, free


def _needle(each: Gold) -> str:
    return _plain(each.get("text_contains_clean") or each["text_contains"])


def _plain(text: str) -> str:
    """Without case, white space and kinds of dashes: needles are raw text, and repaired text is compared with them."""
    return " ".join(text.casefold().replace("–", "-").split())


def _measure_fields(gold: Gold, analysis: Analysis) -> Pair:
    """Target groups, provider and deadline of the measures that were found."""
    found: set[Any] = set()
    expected: set[Any] = set()
    optional: set[Any] = set()
    for wanted in gold["measures"]:
        measure = next((each for each in analysis.measures if _needle(wanted) in _plain(each.text)), None)
        if measure:
            needle = _needle(wanted)
            found |= {(needle, each) for each in _fields(measure, wanted)}
            expected |= {(needle, each) for each in _wanted_fields(wanted)}
            optional |= {(needle, each) for each in wanted.get("target_groups_optional", ())}
    return found, expected, optional


def _fields(measure: Measure, wanted: Gold) -> set[str]:
    provider = _plain(wanted.get("provider_contains_clean") or wanted.get("provider_contains") or "")
    named = {provider} if provider and provider in _plain(", ".join(measure.providers)) else set()
    deadline = {_plain(measure.deadline)} if measure.deadline else set()
    return {*(measure.target_groups or measure.inherited), *named, *deadline}


def _wanted_fields(wanted: Gold) -> set[str]:
    provider = wanted.get("provider_contains_clean") or wanted.get("provider_contains")
    deadline = wanted.get("deadline")
    return {*wanted["target_groups"], *map(_plain, filter(None, (provider, deadline)))}


LABELS: tuple[tuple[str, Callable[[Gold, Analysis], Pair]], ...] = (
    ("kind", _kind),
    ("issuer", _issuer),
    ("document_date", _date),
    ("session", _session),
    ("case_number", _case_numbers),
    ("municipality", _municipalities),
    ("target_group", _groups),
    ("plan", _plans),
    ("decision", _decisions),
    ("acknowledged", _acknowledged),
    ("vote", _votes),
    ("measure", _measures),
    ("measure_field", _measure_fields),
    ("priority", _priorities),
)
