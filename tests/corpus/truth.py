"""Files of random content with what they say beside them, for ``rinsearch evaluate extraction``.

``python -m tests.corpus.truth --seed N --to FOLDER [--only PART OF A FORM OR NAME]`` writes them. The form of the truth
is told in ``rinsearch/evaluate/truth.py``.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from tests.corpus.blocks import Block, Heading, Items, Paragraph, Table, drawn, plain
from tests.corpus.rendering import render
from tests.corpus.samples import Sample, samples
from tests.corpus.with_text import poorer


def truth(sample: Sample) -> dict[str, Any]:
    """What a sample says."""
    parts = [part for block in sample.body.blocks for part in _parts(block, sample)]
    return {"schema": 1, "file": sample.file, "form": sample.form, "parts": parts}


def _parts(block: Block, sample: Sample) -> Iterator[dict[str, Any]]:
    poor = sample.producer == "txt" and sample.encoding == "iso-8859-2"
    shown = poorer if poor else str
    match block:
        case Heading() if sample.producer == "txt" and block.level == 1:
            yield {"text": shown(plain(block.runs).upper())}
        case Heading() | Paragraph():
            yield {"text": shown(plain(block.runs))}
        case Items():
            yield from ({"text": shown(f"{item.marker} {plain(item.runs)}")} for item in block.items)
        case Table():
            yield {"table": _repeated(block), "ruled": sample.rules == "all"}


def _repeated(table: Table) -> list[list[str]]:
    """The texts of the cells; that of a merged one stands in every row and column which it covers."""
    rows = [[plain(cell.runs) for cell in row] for row in drawn(table)]
    for at, row in enumerate(drawn(table)):
        for column, cell in enumerate(row):
            for down, right in product(range(cell.rows), range(cell.columns)):
                if not cell.covered:
                    rows[at + down][column + right] = plain(cell.runs)
    return rows


def write(seed: int, folder: Path, only: str = "") -> list[str]:
    """Write the samples of a seed, those whose form or name holds ``only``; returns their names."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [sample for sample in samples(seed) if only in sample.form or only in sample.file]
    for sample in chosen:
        (folder / sample.file).write_bytes(render(sample))
        text = json.dumps(truth(sample), ensure_ascii=False, indent=1) + "\n"
        (folder / sample.file).with_suffix(".truth.json").write_text(text, "utf-8")
    return [sample.file for sample in chosen]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m tests.corpus.truth", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, required=True, help="any number; another one gives other words")
    parser.add_argument("--to", type=Path, required=True, help="folder")
    parser.add_argument("--only", default="", help="part of a form or of a name")
    options = parser.parse_args(arguments)
    names = write(options.seed, options.to, options.only)
    print(f"{len(names)} files in {options.to}")
    return int(not names)


if __name__ == "__main__":
    sys.exit(main())
