"""Votes by meaning: what the wordings in cases/compose/votes.toml say, each of them read alone."""

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from rinsearch import tag
from rinsearch.compose.votes import join_votes
from rinsearch.records import VoteForm

MEANINGS = tomllib.loads((Path(__file__).parents[2] / "cases/compose/votes.toml").read_text("utf-8"))["meaning"]
CASES = [(each["vote"], wording) for each in MEANINGS for wording in each["wordings"]]


def meaning_of(wording: str) -> str:
    """ "for/against/abstained/present" of the vote in a text, or its form; empty where there is none."""
    tags = tuple(SimpleNamespace(value=each.value) for each in tag.find(wording) if each.label == "vote")
    vote = join_votes(cast("Any", tags))
    if vote is None or vote.form != VoteForm.COUNTED:
        return vote.form.value if vote else ""
    return "/".join(
        "-" if each is None else str(each) for each in (vote.for_, vote.against, vote.abstained, vote.present)
    )


@pytest.mark.parametrize(("vote", "wording"), CASES, ids=[wording for _, wording in CASES])
def test_every_wording_of_a_vote_means_what_its_table_says(vote: str, wording: str) -> None:
    assert meaning_of(wording) == vote


def test_the_table_holds_many_wordings_and_what_is_no_vote() -> None:
    assert len({wording for _, wording in CASES}) >= 200
    assert sum(not vote for vote, _ in CASES) >= 30
