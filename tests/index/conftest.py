"""An engine with the examples, of every kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch.index.base import Engine
from tests.index.examples import ENGINE_NAMES, engine_in, everything


@pytest.fixture(params=ENGINE_NAMES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    engine = engine_in(tmp_path / "index", request.param)
    yield engine
    engine.close()


@pytest.fixture
def engine(empty: Engine) -> Engine:
    empty.replace(everything())
    return empty
