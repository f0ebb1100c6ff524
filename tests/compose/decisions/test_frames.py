"""Whether a council took note is told by what stands around the words, whatever the words are."""

import tomllib
from pathlib import Path

import pytest

import rinsearch

FRAMES = tomllib.loads((Path(__file__).parent / "frames.toml").read_text(encoding="utf-8"))
PLAN = "rin-sv/gorenjska/2017-2020"
WORDS = (
    "Občinski svet Občine Bled se seznani z Regijskim izvedbenim načrtom za gorenjsko regijo 2017–2020.",
    "Občinski svet se je seznanil z Izvedbenim načrtom socialnega varstva gorenjske regije za obdobje 2017-2020.",
    "OS je seznanjen z RIN Gorenjske 2017-2020.",
    "Svet jemlje na znanje Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020.",
    "OS je vzel na znanje RIN Gorenjske 2017-2020.",
    "Blejski občinski svet sprejme na znanje RIN Gorenjske 2017-2020.",
    "Svetnice in svetniki so se seznanili z RIN Gorenjske 2017-2020.",
    "Z RIN Gorenjske 2017-2020 se občinski svet seznani.",
    "Na znanje se vzame RIN Gorenjske 2017-2020.",
)
# Other outcomes, with and without a subject; what is put off or withdrawn names its plan, as not every frame does.
OTHERS = (
    ("adopted", "Sprejme se RIN Gorenjske 2017-2020."),
    ("adopted", "Regijski izvedbeni načrt za gorenjsko regijo 2017–2020 se potrdi."),
    ("adopted", "Občinski svet daje soglasje k RIN Gorenjske 2017-2020."),
    ("rejected", "Občinski svet RIN Gorenjske 2017-2020 zavrne in ga vrne pripravljavcu."),
    ("postponed", "Obravnava RIN Gorenjske 2017-2020 se odloži na naslednjo sejo."),
    ("withdrawn", "RIN Gorenjske 2017-2020 se umakne z dnevnega reda."),
)


def named(outcome: str) -> list[object]:
    """The texts of the papers with this outcome, each a parameter by its name."""
    return [pytest.param(frame["text"], id=frame["name"]) for frame in FRAMES[outcome]]


def statuses(frame: str, words: str) -> set[str]:
    """What the council decided on the plan, in a paper with these words."""
    found = rinsearch.analyse(rinsearch.Text(frame.format(words=words))).decisions
    return {each.status.value for each in found if each.plan == PLAN}


def took_note(frame: str, words: str) -> bool:
    return "acknowledged" in statuses(frame, words)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("frame", named("resolved"))
def test_what_was_resolved_is_a_taking_note(frame: str, words: str) -> None:
    assert took_note(frame, words)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("frame", named("not_resolved"))
def test_what_was_only_laid_before_is_none(frame: str, words: str) -> None:
    assert not took_note(frame, words)


@pytest.mark.parametrize(("status", "words"), OTHERS)
@pytest.mark.parametrize("frame", named("resolved"))
def test_what_was_resolved_has_the_status_of_its_words(frame: str, status: str, words: str) -> None:
    assert statuses(frame, words) == {status}
