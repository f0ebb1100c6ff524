"""A file is written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from rinsearch.errors import UsageError
from rinsearch.whole import replacing, write_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, links and pipes")


def test_a_text_is_written_and_half_characters_do_not_stop_it(tmp_path: Path) -> None:
    assert write_text(tmp_path / "a.txt", "čaj \udce8") == 6
    assert (tmp_path / "a.txt").read_text("utf-8") == "čaj ?"


def _stopped_half_way(path: Path) -> None:
    with replacing(path) as waiting:
        waiting.write_text("half of the n")
        raise KeyboardInterrupt


def test_an_error_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        _stopped_half_way(path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


@posix
def test_a_file_keeps_its_rights_and_a_new_one_can_be_read_by_others(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    path.chmod(0o600)
    write_text(path, "newer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "through")
        assert os.read(reader, 20) == b"through"
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reader)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder for the file is not there"):
        write_text(tmp_path / "no" / "a.txt", "text")
    with pytest.raises(UsageError, match="cannot be written"):
        write_text(tmp_path, "text")
