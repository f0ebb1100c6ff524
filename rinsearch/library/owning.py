"""A user's own terms: where their file is, that each entry proves itself, and which terms an index was built with.

The file is the one that is given, else ``taxonomy.toml`` (or ``.csv``) in the folder of the index, else in a folder of
papers, else what was given at an earlier run. The index keeps a copy of what it was built with, for its questions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch.errors import TaxonomyError, UsageError
from rinsearch.later import later
from rinsearch.library.state import Files
from rinsearch.taxonomy import column_field, find_municipality, group_variants, overlay
from rinsearch.taxonomy.own import MASKS, OwnTerms, Term, own_terms

if TYPE_CHECKING:
    from rinsearch import tag
else:
    tag = later("rinsearch.tag")

NAMES = ("taxonomy.toml", "taxonomy.csv")
KEPT = "own-terms.json"  # in the folder of the index: the terms that it was built with
NOTHING = "none"  # given instead of a file: without own terms
GIVEN, FOUND = "given", "found"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The terms of a run, and whether their file was given or found."""

    terms: OwnTerms | None = None
    origin: str = FOUND


def of_index(place: Path) -> OwnTerms | None:
    """The terms that an index was built with; a broken copy counts as none, and the next run tags anew."""
    return _kept(place).terms


def chosen(place: Path, taxonomy: Path | None, papers: Iterable[Path] = ()) -> Chosen:
    """The terms of a run over these papers (or, without any, over those that the index knows).

    Raises `UsageError` where the file is missing or two folders have one, `TaxonomyError` where it is wrong.
    """
    kept = _kept(place)
    if taxonomy is not None:
        return Chosen(None if str(taxonomy) == NOTHING else read_terms(taxonomy, kept.terms), GIVEN)
    known = [Path(folder) for folder in Files.load(place).folders.values()]
    for folders in ([place], [each for each in (*papers, *known) if each.is_dir()]):
        found = list(dict.fromkeys(path.resolve() for folder in folders for path in _files_in(folder)))
        if len(found) > 1:
            names = ", ".join(f"{path.parent.name}/{path.name}" for path in found)
            raise UsageError(f"There are {len(found)} files of own terms: {names}.", advice="Give one with --taxonomy.")
        if found:
            return Chosen(read_terms(found[0], kept.terms))
    return kept if kept.origin == GIVEN else Chosen()


def _files_in(folder: Path) -> Iterator[Path]:
    return (folder / name for name in NAMES if (folder / name).is_file())


def read_terms(path: Path, proved: OwnTerms | None = None) -> OwnTerms:
    """The terms of a file, each proved by its example; they hold from then on. Raises `UsageError` or `TaxonomyError`.

    Terms that were ``proved`` at an earlier run are not proved again: it takes a second or two.
    """
    found = own_terms(path.name, _text(path))
    if proved is None or proved.added.digest != found.added.digest:
        before = overlay.active()
        overlay.activate(found.added)
        try:
            group_variants()  # checks them and the groups
            for term in found.terms:
                _prove(term)
        except BaseException:
            overlay.activate(before)
            raise
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError("There is no such file.", place=path.name, advice="Check how it is written.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("It cannot be read.", place=path.name, advice="Save it as plain text, UTF-8.") from error


def hold(terms: OwnTerms | None) -> None:
    """Let these terms hold in this process, or only those of the package."""
    overlay.activate(terms.added if terms else overlay.NONE)


def start(place: Path, run: Chosen) -> None:
    """Let the terms of a run hold, and remember them in its index."""
    hold(run.terms)
    keep(place, run)


def hold_given(taxonomy: Path | None) -> None:
    """Let the terms of this file hold, or without one only those of the package."""
    hold(None if taxonomy is None or str(taxonomy) == NOTHING else read_terms(taxonomy))


# --- the copy in the index --------------------------------------------------------------------------------------------


def keep(place: Path, run: Chosen) -> None:
    """Remember in the folder of an index with which terms it is built."""
    if run.terms is None:
        (place / KEPT).unlink(missing_ok=True)
        return
    place.mkdir(parents=True, exist_ok=True)
    waiting = place / f"{KEPT}.new"
    kept = {"name": run.terms.name, "origin": run.origin, "text": run.terms.text}
    waiting.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    waiting.replace(place / KEPT)


def _kept(place: Path) -> Chosen:
    try:
        data = json.loads((place / KEPT).read_text("utf-8"))
        return Chosen(own_terms(data["name"], data["text"]), data["origin"])
    except (OSError, ValueError, KeyError, TypeError, TaxonomyError):
        return Chosen()


# --- that an entry is found -------------------------------------------------------------------------------------------


def _prove(term: Term) -> None:
    """An entry is found in its example, and is not found in its counterexample."""
    if not _is_found(term, term["example"]):
        raise term.error(f"It is not found in its example {term['example']!r}.", _ADVICE[term.kind])
    if term["counterexample"] and _is_found(term, term["counterexample"]):
        message = f"It is found in its counterexample {term['counterexample']!r}."
        raise term.error(message, "Make the words more exact, or choose another counterexample.")


def _is_found(term: Term, text: str) -> bool:
    match term.kind:
        case "heading":
            return column_field(term["heading"]) == term["field"] and term["heading"].lower() in text.lower()
        case "alias":
            return ("municipality", find_municipality(term["municipality"]).code) in _tags(text)
        case "organisation":
            return "organisation" in {label for label, _ in _tags(text)}
        case "wording":
            mask = term["kind"] in MASKS
            return (("target_group", term["group"]) in _tags(text)) != mask
        case _:
            return True  # a group has no words of its own: its wordings are proved


def _tags(text: str) -> set[tuple[str, str]]:
    return {(each.label, each.value) for each in tag.find(text)}


_ADVICE = {
    "group": "Write a sentence that names the group.",
    "wording": "The example must hold the words in any of their forms; longer wordings of the word lists come first.",
    "heading": "The example must hold the heading, and no other field may have it.",
    "organisation": "The example must hold the name in any of its forms.",
    "alias": "The example must hold the alias as it is written.",
}
