"""Annotations that are wrong are named with their line, their key, and what is wrong."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rinsearch.errors import UsageError
from rinsearch.evaluate import gold_report, read_gold
from tests.evaluate.samples import ACT, JV, minutes, row
from tests.evaluate.test_measures import MEALS

WRONG: dict[str, Any] = {
    "kind": "nonsense",
    "issuer": "Semčič",
    "document_date": "12. 10. 2017",
    "session": {"kind": "redna"},
    "case_numbers": "122-08/2013-5",
    "municipalities": ["Gotham"],
    "target_groups": ["old people"],
    "plans": [{"region": "Dalmacija", "period": None}],
    "decisions": [{**ACT, "status": "noticed"}],
    "acknowledged": [{"plan": JV}],
    "measures": [{"target_groups": []}],
    "priorities": ["Pomoč starejšim"],
    "document_date_also_ok": ["2017-99-99"],
    "measures_optional": [{"text_contains": 5, "target_groups": []}],
    "priorities_optional": ["Pomoč mladim"],
}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_right_row_is_read_with_its_line_and_blank_lines_are_none(tmp_path: Path) -> None:
    path = written(tmp_path, "", json.dumps(row()), "", json.dumps(row(file="2.txt")))
    assert [(each.place, each.gold["file"]) for each in read_gold(path)] == [
        ("gold.jsonl, line 2", "zapisnik.txt"),
        ("gold.jsonl, line 4", "2.txt"),
    ]


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_value_is_named_with_its_line_and_its_key(key: str, tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps(row()), json.dumps(row(file="2.txt", **{key: WRONG[key]})))
    with pytest.raises(UsageError, match=repr(key)) as caught:
        read_gold(path)
    assert caught.value.place == "gold.jsonl, line 2"
    assert caught.value.advice


@pytest.mark.parametrize("key", row())
def test_a_missing_key_is_named_with_its_line(key: str, tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps({name: value for name, value in row().items() if name != key}))
    with pytest.raises(UsageError, match=f"{key!r} is missing") as caught:
        read_gold(path)
    assert caught.value.place == "gold.jsonl, line 1"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "not JSON"),
        (["[1]"], "no JSON object"),
        (["[" * 100_000], "not JSON"),
        (["", "  "], "no annotation"),
        ([json.dumps(row()), json.dumps(row())], "has a line already"),
    ],
)
def test_what_is_no_annotation_is_said(lines: list[str], message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        read_gold(written(tmp_path, *lines))


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places in an annotation at which something else could stand."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from leaves(each, (*path, key))


def replaced(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], other)
    return copy


FULL = row(
    decisions=[{**ACT, "status_also_ok": ["adopted"], "quote_clean": "svet", "minor": True, "addressees": ["Semič"]}],
    measures=[{**MEALS, "deadline_also_ok": ["2018"], "text_contains_clean": "obroki", "target_groups_optional": []}],
    measures_optional=[MEALS],
    kind_also_ok=["memo"],
    session_also_ok={"number": 3},
    priorities=[{"title_contains": "Pomoč"}],
    priorities_optional=[{"title_contains": "Obroki"}],
)


@pytest.mark.parametrize("other", [None, 5, "x", [], {}, [[]], True], ids=repr)
def test_whatever_stands_in_an_annotation_is_refused_or_measured(other: Any, tmp_path: Path) -> None:
    refused = 0
    for path in leaves(FULL):
        place = written(tmp_path, json.dumps(replaced(FULL, path, other)))
        try:
            [read] = read_gold(place)
        except UsageError:
            refused += 1
        else:
            assert gold_report("gold", [(read.gold, minutes())], errors=5).papers == 1
    assert refused > 10


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        read_gold(tmp_path / "gold.jsonl")
    with pytest.raises(UsageError, match="cannot be opened"):
        read_gold(tmp_path / "nothing.jsonl")
