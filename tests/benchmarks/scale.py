"""How does an embedded engine grow? From ten thousand passages to a million, as a table and a picture.

    nice python -m tests.benchmarks.scale [engine] [passages,passages …] [kept.json]
    python -m tests.benchmarks.scale picture kept.json .github/scale.svg

Passages and questions are those of `tests.benchmarks.engines`; each size is built and asked in processes of their own.
Times are of the processor. The figures go to standard output as a table in Markdown, and into a file from which the
picture is drawn. For a cluster see `tests.benchmarks.cluster`.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.engines import _apart

SIZES = (10_000, 100_000, 1_000_000)
HEADS = {"rate": "passages/s", "bytes": "bytes a passage", "building": "MB while building", "asking": "MB while asked"}
FONT = 'font-family="sans-serif" font-size="12"'
LEAST, MOST = 1.0, 200.0  # milliseconds that the picture shows
WIDTH, HEIGHT, LEFT, TOP, BELOW, RIGHT = 760, 420, 64, 34, 46, 150
COLOURS = ("#1b6ca8", "#d1495b", "#3c8d53", "#8e5ea2", "#c77d0a", "#4d4d4d", "#17a2b8", "#9c6644", "#e377c2", "#7f7f7f")


def measured(name: str, passages: int) -> Mapping[str, Any]:
    """Build and ask one size."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "index"
        place.mkdir()
        made, told = _apart("build", place, name, passages), _apart("ask", place, name, passages)
    return {
        "passages": passages,
        "rate": made["rate"],
        "bytes": made["bytes"],
        "building": made["memory"],
        "asking": told["memory"],
        "kinds": told["kinds"],
    }


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Figures by size, then milliseconds p50 / p95 by kind of query."""
    sizes = " | ".join(_thousands(each["passages"]) for each in found)
    lines = [f"| | {sizes} |", "|---|" + "---:|" * len(found)]
    for key, head in HEADS.items():
        lines.append(f"| {head} | " + " | ".join(_thousands(each[key]) for each in found) + " |")
    for kind in found[0]["kinds"]:
        cells = (f"{each['kinds'][kind][0]:.1f} / {each['kinds'][kind][1]:.1f}" for each in found)
        lines.append(f"| {kind}, ms p50 / p95 | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _thousands(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")


# --- a picture --------------------------------------------------------------------------------------------------------


def picture(name: str, found: Sequence[Mapping[str, Any]]) -> str:
    """The p95 of each kind of query by the number of passages, both logarithmic."""
    kinds = list(found[0]["kinds"])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {FONT}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{name}: ms of processor time of a query (p95) by passages</text>',
        *(_grid(found)),
    ]
    ends = sorted((_at_height(found[-1]["kinds"][kind][1]), kind) for kind in kinds)
    places = _apart_from(ends)
    for kind, colour in zip(kinds, COLOURS, strict=False):
        points = " ".join(
            f"{_at(each['passages'], found):.1f},{_at_height(each['kinds'][kind][1]):.1f}" for each in found
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        last = found[-1]["kinds"][kind][1]
        label = f"{kind} {last:.1f}"
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{places[kind] + 4:.1f}" fill="{colour}">{label}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _grid(found: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = []
    for value in (1, 10, 50, 100):
        y, colour = _at_height(value), "#ddd"
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g} ms</text>')
    for each in found:
        x = _at(each["passages"], found)
        label = _thousands(each["passages"])
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - BELOW + 22}" text-anchor="middle">{label}</text>')
    return lines


def _at(passages: float, found: Sequence[Mapping[str, Any]]) -> float:
    first, last = found[0]["passages"], found[-1]["passages"]
    return (
        LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * (_log(passages) - _log(first)) / max(_log(last) - _log(first), 1e-9)
    )


def _at_height(milliseconds: float) -> float:
    share = (_log(max(milliseconds, LEAST)) - _log(LEAST)) / (_log(MOST) - _log(LEAST))
    return HEIGHT - BELOW - share * (HEIGHT - TOP - BELOW)


def _log(value: float) -> float:
    return math.log10(value)


def _apart_from(ends: Sequence[tuple[float, str]], least: float = 14) -> Mapping[str, float]:
    """Heights of labels that do not cover one another."""
    places: dict[str, float] = {}
    before = float("-inf")
    for height, kind in ends:
        before = places[kind] = max(height, before + least)
    return places


def main(given: Sequence[str]) -> None:
    """Measure, or draw what was measured."""
    if given[:1] == ["picture"]:
        kept = json.loads(Path(given[1]).read_text("utf-8"))
        Path(given[2]).write_text(picture(kept["engine"], kept["found"]), "utf-8")
        return
    name = given[0] if given else "tantivy"
    sizes = [int(each) for each in given[1].split(",")] if len(given) > 1 else SIZES
    found = []
    for passages in sizes:
        found.append(measured(name, passages))
        print(f"{name}: {passages} passages measured", file=sys.stderr, flush=True)
        if len(given) > 2:
            Path(given[2]).write_text(json.dumps({"engine": name, "found": found}), "utf-8")
    print(table(found))


if __name__ == "__main__":
    main(sys.argv[1:])
