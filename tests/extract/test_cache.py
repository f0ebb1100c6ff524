"""The cache of what was read: by content, by version, and never trusted."""

from pathlib import Path

import pytest

from rinsearch.extract import ReadCache, cache
from rinsearch.extract.readers import read_bytes


def kept(folder: Path) -> tuple[ReadCache, str, Path]:
    store = ReadCache(folder)
    document = read_bytes(b"PREDLOG SKLEPA:\nObcinski svet se je seznanil.", "a.txt")
    store.put(document)
    sha256 = document.sources[0].sha256
    return store, sha256, store.path_of(sha256)


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    store, sha256, path = kept(tmp_path)
    assert store.get(sha256) == read_bytes(b"PREDLOG SKLEPA:\nObcinski svet se je seznanil.", "a.txt")
    assert path.parent.name == sha256[:2]
    assert [each.suffix for each in path.parent.iterdir()] == [".json"]


def test_the_unknown_is_none(tmp_path: Path) -> None:
    assert ReadCache(tmp_path / "none").get("0" * 64) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"reader": "1"}', '{"reader": "1", "document": 3}', "\x00"])
def test_a_damaged_file_is_read_anew(tmp_path: Path, damage: str) -> None:
    store, sha256, path = kept(tmp_path)
    path.write_text(damage, "utf-8")
    assert store.get(sha256) is None


def test_a_file_under_another_name_is_not_believed(tmp_path: Path) -> None:
    store, _, path = kept(tmp_path)
    other = store.path_of("f" * 64)
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    assert store.get("f" * 64) is None


def test_another_version_of_the_readers_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, sha256, _ = kept(tmp_path)
    monkeypatch.setattr(cache, "READER_VERSION", "other")
    assert store.get(sha256) is None
