"""The README's examples: ``console`` blocks with ``$`` lines, ``pycon`` blocks with ``>>>`` lines, and their outputs.

``python -m tests.readme --fix`` writes the outputs, the picture and the table of quality anew. The examples run in one
session, in a folder that holds ``corpus/`` and ``indexes/default`` built from it.
"""

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rinsearch import Library
from rinsearch.picture import map_of
from tests.corpus.source import Source, read_all
from tests.quality import PACKAGED, packaged, table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
FENCED = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
PICTURE = ".github/councils.svg"
PLAN = "rin-sv/jugovzhodna/2017-2020"


def build(home: Path) -> Path:
    """A folder with the sample corpus and an index of it, without the scans: the same with tesseract and without."""
    scans = {
        Path(source.file).name for source in read_all() if isinstance(source, Source) and source.producer == "scan"
    }
    shutil.copytree(ROOT / "corpus", home / "corpus", ignore=shutil.ignore_patterns(*scans))
    with inside(home), Library() as library:
        library.ingest("corpus")
    return home


@contextlib.contextmanager
def inside(home: Path) -> Iterator[None]:
    """Be in a folder for a while."""
    before = Path.cwd()
    os.chdir(home)
    try:
        yield
    finally:
        os.chdir(before)


def renewed(text: str, home: Path) -> str:
    """The README with the outputs that its examples have now, and the figures of now."""
    names: dict[str, Any] = {"print": print}
    with inside(home):
        shown = FENCED.sub(lambda found: _block(found[1], found[2], names), text)
    return FIGURES.sub(lambda _: table(), shown)


def _block(kind: str, body: str, names: dict[str, Any]) -> str:
    lines = _console(body) if kind == "console" else _session(body, names)
    return f"```{kind}\n{''.join(lines)}```"


def _console(body: str) -> Iterator[str]:
    """Commands and what they print; blank lines between them are kept."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for line in body.splitlines():
        if line.startswith("$ "):
            done = subprocess.run(
                ["bash", "-c", line[2:]], capture_output=True, encoding="utf-8", env={**os.environ, "PATH": path}
            )
            assert not done.stderr, f"{line}: {done.stderr}"
            yield f"{line}\n{done.stdout}"
        elif not line:
            yield "\n"


def _session(body: str, names: dict[str, Any]) -> Iterator[str]:
    """Python's own prompt, as doctest reads it; the names live on in the next block."""
    for example in doctest.DocTestParser().get_examples(body):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(example.source, README.name, "single"), names)
        first, *more = example.source.splitlines()
        yield "".join((f">>> {first}\n", *(f"... {line}\n" for line in more), said.getvalue()))


def picture(home: Path) -> str:
    """The council table of the sample corpus as a map."""
    with inside(home), Library() as library:
        return map_of(library.councils(PLAN))


def main() -> None:
    """Write the outputs, the picture and the figures anew."""
    if sys.argv[1:] != ["--fix"]:
        sys.exit("python -m tests.readme --fix")
    with tempfile.TemporaryDirectory() as folder:
        home = build(Path(folder))
        README.write_text(renewed(README.read_text("utf-8"), home), "utf-8")
        (ROOT / PICTURE).write_text(picture(home), "utf-8")
    PACKAGED.write_text(packaged(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
