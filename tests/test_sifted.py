"""Patterns are compiled and proved late, or at once where they are new; the table of signs is the one of now."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rinsearch import known_signs
from rinsearch.known_signs import digest_of, is_known, known
from rinsearch.sifted import METHODS, Sifted
from rinsearch.signs import signs_of
from rinsearch.taxonomy import kind_traits, wordings
from rinsearch.taxonomy.phrases import phrase, phrase_names

ROOT = Path(__file__).parents[1]
KNOWN = phrase("relative-clause")
LISTED = [
    *(each.pattern for each in wordings.wordings()),
    *(each.pattern for each in wordings.bodies()),
    *(each.pattern for each in wordings.qualifiers()),
    *(each.pattern for each in wordings.outcomes()),
    *(each.pattern for each in wordings.meanings()),
    *(each.pattern for each in wordings.plan_names()),
    *(each.pattern for each in wordings.kind_cues()),
    *(each.pattern for each in kind_traits.kind_traits()),
]


class Unproved(Exception):
    """The pattern did not prove itself."""


def unproved(_: re.Pattern[str]) -> None:
    raise Unproved


def test_the_table_is_the_one_of_now() -> None:
    """Written anew without it, with every pattern compiled and proved."""
    ran = subprocess.run([sys.executable, "-m", "tests.signs"], cwd=ROOT, timeout=300, check=False)
    assert ran.returncode == 0


def test_the_table_tells_the_signs_of_all_phrases_and_lists() -> None:
    made = [*map(phrase, phrase_names()), *LISTED]
    assert len(made) > 900
    for each in made:
        assert known()[digest_of(each)] == signs_of(each.compiled()), each.pattern


def test_a_new_pattern_is_proved_at_once_and_a_known_one_before_it_is_looked_for() -> None:
    with pytest.raises(Unproved):
        Sifted("a pattern that no list holds", prove=unproved)
    late = Sifted(KNOWN.pattern, KNOWN.flags, unproved)
    assert late.search("none of its signs") is None
    for name in METHODS:
        with pytest.raises(Unproved):
            getattr(late, name)(*(["", "načrt, ki je"] if name == "sub" else ["načrt, ki je"]))


def test_a_new_pattern_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(re.error):
        Sifted("(never closed")


def test_what_is_no_method_of_a_pattern_is_none_of_a_late_one() -> None:
    with pytest.raises(AttributeError, match="groupindex"):
        KNOWN.groupindex  # noqa: B018


def test_other_flags_make_another_pattern() -> None:
    assert is_known(KNOWN)
    assert is_known(re.compile(KNOWN.pattern, KNOWN.flags))
    assert not is_known(re.compile(KNOWN.pattern, KNOWN.flags | re.DOTALL))


def test_without_the_table_signs_are_told_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told = known_signs.signs(KNOWN)
    monkeypatch.setattr(known_signs, "FILE", "no such file")
    monkeypatch.setattr(known_signs, "known", known.__wrapped__)
    assert not is_known(KNOWN)
    assert known_signs.signs(KNOWN) == told
