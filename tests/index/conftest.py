"""An engine with the examples, of every kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch.index.base import Engine
from rinsearch.index.engines import REMOTE
from tests.index.examples import ENGINE_NAMES, clear_up, emptied, engine_in, everything


@pytest.fixture(scope="session", autouse=True)
def tidy() -> Iterator[None]:
    """A cluster that is not ours alone is left as it was."""
    yield
    clear_up()


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One index in the cluster for the tests of a module, which each find it empty."""
    engine = engine_in(tmp_path_factory.mktemp("remote") / "index", REMOTE)
    yield engine
    engine.close()


@pytest.fixture(params=ENGINE_NAMES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == REMOTE:
        yield emptied(request.getfixturevalue("remote"))
        return
    engine = engine_in(tmp_path / "index", request.param)
    yield engine
    engine.close()


@pytest.fixture
def engine(empty: Engine) -> Engine:
    empty.replace(everything())
    return empty
