"""Minutes put together from fragments (cases/compose/whole_minutes.toml): what was resolved decides."""

import tomllib
from itertools import islice
from pathlib import Path

import pytest

import rinsearch
from tests.compose.decisions.test_contexts import NAME, WITH

PARTS = tomllib.loads((Path(__file__).parents[2] / "cases/compose/whole_minutes.toml").read_text("utf-8"))
CASES = [(text, group["shows"]) for group in PARTS["group"] for text in group["resolutions"]]
FRAMES = 4  # of each resolution; the numbers of fragments have no common part, so that all meet one another
FORMS = {
    "name": NAME,
    "with": WITH,
    "of": NAME.replace("Regijski izvedbeni načrt", "Regijskega izvedbenega načrta"),
    "about": NAME.replace("Regijski izvedbeni načrt", "Regijskem izvedbenem načrtu"),
}
PLAN = {**FORMS, **{word.upper(): name.upper() for word, name in FORMS.items()}}


def minutes(number: int, resolution: str) -> str:
    """A paper with this resolution; the number chooses what stands around it."""
    opening, before, heading, discussion, after, closing = (
        parts[number * step % len(parts)]
        for step, parts in enumerate(
            (PARTS[name] for name in ("openings", "before", "headings", "discussions", "after", "closings")), start=1
        )
    )
    text = f"{opening}\n{before}\n{heading}\n\n{discussion}\n\n{resolution}\n\n{after}\n{closing}"
    return text.format(**PLAN)


def shown(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    counted = (each for each in found if each.plan and each.status not in ("scheduled", "proposed"))
    return sorted({each.status.value for each in counted if not each.reported})


@pytest.mark.parametrize(("number", "case"), list(enumerate(CASES)), ids=[text for text, _ in CASES])
def test_a_resolution_decides_whatever_stands_around_it(number: int, case: tuple[str, list[str]]) -> None:
    resolution, shows = case
    for frame in islice(range(number, 10_000, 7), FRAMES):
        assert shown(minutes(frame, resolution)) == shows, minutes(frame, resolution)


def test_there_are_resolutions_of_every_kind_and_such_that_decide_nothing() -> None:
    kinds = {tuple(shows) for _, shows in CASES}
    assert {(), ("acknowledged",), ("adopted",), ("rejected",), ("postponed",), ("withdrawn",)} <= kinds
