"""The table of the signs that the taxonomy's patterns bear, ``rinsearch/signs.json``.

    python -m tests.signs [--fix]

Without ``--fix`` it says whether the table is the one of now. All patterns are made without it, so that each is
compiled and proved.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import rinsearch
from rinsearch import known_signs
from rinsearch.taxonomy import wordings
from rinsearch.taxonomy.phrases import phrase, phrase_names

PAPERS = Path(__file__).parent / "gold" / "development"
EACH = 40  # of so many papers one is read: together they ask for all that is made when it is first needed
TABLE = Path(rinsearch.__file__).parent / known_signs.FILE
LISTS = (
    wordings.wordings,
    wordings.bodies,
    wordings.qualifiers,
    wordings.outcomes,
    wordings.meanings,
    wordings.plan_names,
    wordings.kind_cues,
)


def told() -> dict[str, list[str]]:
    """The signs of every pattern, told anew, by the digest of the pattern."""
    known_signs.FILE = ""  # no table
    known_signs.known.cache_clear()
    for name in phrase_names():
        phrase(name)
    for load in LISTS:
        load()
    for path in sorted(PAPERS.glob("*.txt"))[::EACH]:
        rinsearch.analyse(rinsearch.Text(path.read_text("utf-8")))
    return {digest: sorted(signs) for digest, signs in sorted(known_signs.told().items())}


def written(table: dict[str, list[str]]) -> str:
    """A table with a pattern in each line, so that changes of two people meet seldom."""
    return "{\n" + ",\n".join(_lines(table)) + "\n}\n"


def _lines(table: dict[str, list[str]]) -> Iterator[str]:
    for digest, signs in table.items():
        yield f"{json.dumps(digest)}: {json.dumps(signs, ensure_ascii=False)}"


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.signs", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fix", action="store_true", help="write the table of now")
    fix = parser.parse_args().fix
    table = written(told())
    if fix:
        TABLE.write_text(table, "utf-8")
    elif table != TABLE.read_text("utf-8"):
        print("The table of signs is not the one of now: python -m tests.signs --fix", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
