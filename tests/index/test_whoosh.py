"""What of the default engine is its own: its files, and the garbage collector while it builds."""

import gc
from contextlib import suppress
from pathlib import Path

import pytest

from rinsearch.errors import DamagedIndex
from rinsearch.index.base import Everything, Match, Page, Scope
from rinsearch.index.engines import open_engine
from tests.index.examples import everything, memo, minutes

ALL = Everything()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = open_engine(tmp_path / "index", create=True)
    engine.replace(minutes())
    engine.replace(memo())
    engine.close()
    return tmp_path / "index"


def _ask_everything(folder: Path) -> None:
    engine = open_engine(folder)
    try:
        engine.search(Match("words", ("zdravje",)), Page(10, scope=Scope.DOCUMENT))
        engine.facets(ALL, ["kind", "municipality"])
        list(engine.words("a"))
        list(engine.read(ALL))
        engine.replace(minutes())
    finally:
        engine.close()


@pytest.mark.parametrize("suffix", [".toc", ".seg"])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_damage_and_nothing_else(folder: Path, suffix: str, share: float) -> None:
    for path in (folder / "whoosh").glob(f"*{suffix}"):
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(DamagedIndex):
        _ask_everything(folder)


# Whoosh itself drops a file that it could not read without closing it, and then tries again.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_file_with_other_bytes_is_damage_or_unnoticed(folder: Path, at: int) -> None:
    for path in (folder / "whoosh").glob("*.seg"):
        data = bytearray(path.read_bytes())
        place = len(data) * at // 100
        data[place : place + 40] = b"\xff" * len(data[place : place + 40])
        path.write_bytes(data)
    with suppress(DamagedIndex):
        _ask_everything(folder)


def test_the_garbage_collector_runs_again_after_building(folder: Path) -> None:
    engine = open_engine(folder)
    engine.replace(minutes())
    assert gc.isenabled()
    gc.disable()
    try:
        engine.replace(minutes())
        assert not gc.isenabled()
    finally:
        gc.enable()
        engine.close()


def test_many_commits_leave_few_files(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "index", create=True)
    for _ in range(20):
        engine.replace(everything())
    assert len(list((tmp_path / "index" / "whoosh").glob("*.seg"))) < 10
    assert len(list((tmp_path / "index" / "whoosh").glob("*.toc"))) == 1
    engine.close()
