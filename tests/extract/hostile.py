"""Hostile and broken files for the readers: made anew each time, for what they hold belongs into no repository.

    python -m tests.extract.hostile --to FOLDER

Every format is cut off at several places and comes under a wrong name; the other cases are in ``hostile_pdfs``,
``hostile_archives`` and ``hostile_texts``. Some files have names that no person would give, and some are none.
"""

import argparse
import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, suppress
from pathlib import Path

from tests.extract.hostile_archives import ARCHIVES, TEXT, docx, odt, packed, paragraph
from tests.extract.hostile_pdfs import PDFS, good
from tests.extract.hostile_texts import HEAD, TEXTS, attached, one_word, page, picture

WORD_MB = 100
SHARES = (0.15, 0.5, 0.9)  # of a file that is left of it

WHOLE: Mapping[str, Callable[[], bytes]] = {
    "a.pdf": good,
    "a.docx": lambda: docx(paragraph(TEXT) * 50),
    "a.odt": lambda: odt(f"<text:p>{TEXT}</text:p>" * 50),
    "a.rtf": lambda: ("{\\rtf1\\ansi " + f"{TEXT}\\par " * 20 + "}").encode(),
    "a.html": lambda: page(f"<h1>Zapisnik</h1><table><tr><td>{TEXT}</table>"),
    "a.eml": lambda: attached("a.txt"),
    "a.zip": lambda: packed(("a.txt", TEXT * 50), ("b.txt", f"{TEXT} In drugi.")),
    "a.png": lambda: picture("PNG"),
    "a.tif": lambda: picture("TIFF"),
    "a.jpg": lambda: picture("JPEG"),
}
MISNAMED = {"a.pdf": "docx", "a.docx": "pdf", "a.png": "txt", "a.html": "doc", "a.zip": "eml", "a.rtf": "png"}


def contents() -> Iterator[tuple[str, bytes]]:
    """Name and content of every file but the largest."""
    for name, make in {**PDFS, **ARCHIVES, **TEXTS}.items():
        yield name, make()
    for name, make in WHOLE.items():
        data, ending = make(), name.rpartition(".")[2]
        yield from ((f"cut-{share}.{ending}", data[: int(share * len(data))]) for share in SHARES)
        yield f"nothing.{ending}", b""
        if name in MISNAMED:
            yield f"misnamed-{ending}.{MISNAMED[name]}", data


def write(folder: Path, word_mb: int = WORD_MB) -> list[str]:
    """Write all of them; gives the names of what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents():
        (folder / name).write_bytes(data)
    (folder / "one-word.txt").write_bytes(one_word(word_mb))
    if os.name == "posix":
        write_odd_names(folder)
        write_what_is_no_file(folder)
    return sorted(os.listdir(folder))


def write_odd_names(folder: Path) -> None:
    """Names with a line break, of any bytes, as long as they may be, that lead a terminal astray."""
    names = (b"a\nb.txt", b"\x1b[2J.txt", b"to\xe8ka\xff.txt", b"x" * 251 + b".txt", b"-rf.txt", b"*.txt", b"'; x.txt")
    for number, name in enumerate(names):
        with suppress(OSError):  # macOS takes UTF-8 alone
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(f"{TEXT} {HEAD} {number}", "utf-8")


def write_what_is_no_file(folder: Path) -> None:
    """Pipes, sockets, devices, links that lead around, away and nowhere, folders deep in one another."""
    os.mkfifo(folder / "pipe.pdf")
    with chdir(folder), socket.socket(socket.AF_UNIX) as made:  # a short name: sockets take 100 bytes
        made.bind("socket.pdf")
    with suppress(OSError):  # for the superuser alone
        os.mknod(folder / "zero.txt", 0o644 | 0o020000, os.makedev(1, 5))
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "around").symlink_to(".")
    (folder / "away.txt").symlink_to("/etc/passwd")
    (folder / "nowhere.txt").symlink_to("none.txt")
    deep = folder.joinpath("deep", *["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(f"{TEXT} Globoko.", "utf-8")


def main(arguments: list[str]) -> int:
    """Write the files into the folder of ``--to``."""
    parser = argparse.ArgumentParser(prog="python -m tests.extract.hostile", description=__doc__)
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="an empty or a new folder")
    parser.add_argument("--word-mb", type=int, default=WORD_MB, help="size of the file of one word, in MB")
    given = parser.parse_args(arguments)
    print(f"{len(write(given.to, given.word_mb))} files in {given.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
