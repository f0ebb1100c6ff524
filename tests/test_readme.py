"""The README's examples give what it says, its picture is up to date, and what it links to is there."""

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.readme import FENCED, FIGURES, PICTURE, README, ROOT, build, picture, renewed

pytestmark = pytest.mark.once

ADVICE = "run `python -m tests --fix`, and look at what has changed"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("readme"))


def changed(before: str, now: str) -> list[str]:
    return [line for line in unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0) if line[0] in "+-"]


@pytest.mark.skipif(os.name != "posix", reason="the examples are written for a POSIX shell")
def test_the_examples_give_what_is_printed_below_them(home: Path) -> None:
    text = README.read_text("utf-8")
    assert {found[1] for found in FENCED.finditer(text)} == {"console", "pycon"}
    assert len(FIGURES.findall(text)) == 1
    assert not changed(text, renewed(text, home)), ADVICE


def test_the_picture_shows_what_is_found_now(home: Path) -> None:
    assert not changed((ROOT / PICTURE).read_text("utf-8"), picture(home)), ADVICE


def test_what_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text("utf-8"))
    assert PICTURE in links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_every_command_is_named() -> None:
    from rinsearch.cli.commands import COMMANDS

    text = README.read_text("utf-8")
    assert not [command.name for command in COMMANDS if f"`{command.name}`" not in text]
