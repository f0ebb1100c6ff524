"""doctor says what holds on this system, and tries out the limit that not every system keeps."""

import sys

import pytest

from rinsearch.library import checking


def test_the_limits_of_reading_are_told() -> None:
    found = {check.name: check for check in checking.doctor().checks}
    assert "60 s" in found["time limit"].detail
    assert "5 s more" in found["time limit"].detail
    assert found["memory limit"].found == sys.platform.startswith("linux")


def test_a_memory_limit_that_does_not_hold_is_told_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "TRIAL", "print('no limit')")
    [limit] = [check for check in checking.doctor().checks if check.name == "memory limit"]
    assert not limit.found
    assert not limit.required
    assert limit.advice
