"""Papers and an index that several rooms test with; and no test is left out where CI says that all must run."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from rinsearch import Library
from tests.papers import write_papers

# The reasons that count: data beside the repository that are no part of it.
BESIDE = ("beside the repository", "the seeds are not here", "seeds is not here", "the gold sample is not here")

# How fast examples are made and tried is the machine's doing, and no property of what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three papers; not to be changed."""
    return write_papers(tmp_path_factory.mktemp("work") / "papers")


@pytest.fixture(scope="session")
def index(papers: Path) -> Path:
    """An index of the three papers; not to be changed."""
    place = papers.parent / "index"
    with Library(place) as library:
        library.ingest(papers)
    return place


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a missing engine or tool is a failure and no skip."""
    report = yield
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    if os.environ.get("CI") and reason and not any(each in reason for each in BESIDE):
        report.outcome = "failed"
        report.longrepr = f"In CI nothing may be left out. {reason}"
    return report
