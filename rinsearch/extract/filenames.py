"""Names of files inside archives and mails, made fit to be shown; nothing is ever written under them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

LONGEST_NAME = 200  # characters: names that people give are shorter, and a longer one fills the line of a report
UNNAMED = "brez imena"

# In code page 852 (Windows in Slovene), 437 (what the format prescribes) and 1250 (older programs).
_PAGES = ("cp852", "cp437", "cp1250")
_SLOVENE = re.compile("[čšžČŠŽćđĆĐ]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_HIDDEN = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})  # and all that begins with a dot
_LOCK = "~$"  # Word leaves such files beside those that are open


def shown_name(name: str) -> str:
    """A path inside an archive, without what could lead out of it or spoil a line.

    >>> shown_name("..\\\\..\\\\Gradivo\\\\C:\\\\5. točka.pdf"), shown_name("/etc/passwd"), shown_name("a\\n!/b.txt")
    ('Gradivo/5. točka.pdf', 'etc/passwd', 'a/b.txt')
    """
    text = unicodedata.normalize("NFC", name[: 10 * LONGEST_NAME]).replace("\\", "/")
    parts = (_DRIVE.sub("", _printable(part)).strip().rstrip("!") for part in text.split("/"))
    kept = "/".join(part for part in parts if part not in ("", ".", ".."))
    if len(kept) <= LONGEST_NAME:
        return kept or UNNAMED
    suffix = PurePosixPath(kept).suffix[:10]
    return f"{kept[: LONGEST_NAME - len(suffix) - 1]}…{suffix}"


def _printable(text: str) -> str:
    """Without control characters and those that turn the direction of writing."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))


def stored_name(name: str) -> str:
    """A name as ``zipfile`` gives it, which takes code page 437 where the archive does not speak of UTF-8.

    >>> stored_name("toƒka.pdf"), stored_name("to\\u2500\\u00ecka.pdf"), stored_name("točka.pdf")
    ('točka.pdf', 'točka.pdf', 'točka.pdf')
    """
    try:
        data = name.encode("cp437")
    except UnicodeEncodeError:
        return name  # it holds letters that only UTF-8 can have given
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return max((data.decode(page, "replace") for page in _PAGES), key=lambda text: len(_SLOVENE.findall(text)))


def is_rubbish(name: str) -> bool:
    """Whether a system has put the file there, and no person.

    >>> is_rubbish("__MACOSX/._a.pdf"), is_rubbish("seja/.DS_Store"), is_rubbish("seja/vabilo.pdf")
    (True, True, False)
    """
    return any(part in _HIDDEN or part.startswith((".", _LOCK)) for part in name.split("/"))


def each_once(names: Iterable[str]) -> Iterator[str]:
    """The names, with a number behind those that came before.

    >>> list(each_once(["a.pdf", "a.pdf", "b.pdf"]))
    ['a.pdf', 'a (2).pdf', 'b.pdf']
    """
    seen: set[str] = set()
    counts: Counter[str] = Counter()
    for name in names:
        path, free = PurePosixPath(name), name
        while free in seen:
            counts[name] += 1
            free = str(path.with_name(f"{path.stem} ({counts[name] + 1}){path.suffix}"))
        seen.add(free)
        yield free
