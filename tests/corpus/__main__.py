"""``python -m tests.corpus [--check] [PART OF A FILE NAME]``."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from tests.corpus.rendering import CORPUS, render_all


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m tests.corpus", description="Render the sample corpus.")
    parser.add_argument("--check", action="store_true", help="only compare with the files in corpus/")
    options = parser.parse_args(arguments)
    differing = 0
    for file, data in render_all():
        place = CORPUS / file
        if place.exists() and place.read_bytes() == data:
            continue
        differing += 1
        print(f"{'differs' if options.check else 'written'}: {file}", file=sys.stderr)
        if not options.check:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return int(options.check and differing > 0)


if __name__ == "__main__":
    sys.exit(main())
