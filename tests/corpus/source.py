"""A source file: its front matter (TOML) and its body."""

import tomllib
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.corpus.blocks import Body
from tests.corpus.markdown import parse

SOURCES = Path(__file__).parent / "sources"
FENCE = "+++"


class SourceError(Exception):
    """A source that cannot be rendered."""


@dataclass(frozen=True)
class Source:
    """The front matter, key by key, and the body as written."""

    path: Path
    text: str
    file: str  # below corpus/, or the name inside an archive
    producer: str
    style: str = "memo"
    encoding: str = "utf-8"
    purpose: str = ""
    running_header: str = ""
    running_footer: str = ""
    margin_note: str = ""
    url: str = ""
    retrieved: str = ""
    title: str = ""
    issuer: str = ""
    date: str = ""
    kind: str = ""
    font_size: float = 0.0  # 0: as the style has it
    columns: int = 0
    rules: str = "all"  # pdf: of tables, as in styles.py
    base: str = "typst"  # scan: the producer of the page that is scanned
    stamp: str = "VZOREC"  # scan: words of the rubber stamp
    skew: float = 0.0  # scan: degrees; 0: by chance, a little
    sender: str = ""  # eml
    recipient: str = ""  # eml
    subject: str = ""  # eml
    sent: str = ""  # eml: an RFC 5322 date
    attach: str = ""  # eml: another source, as a path below sources/
    links: list[str] = field(default_factory=list)  # html: the menu of other municipalities

    @cached_property
    def body(self) -> Body:
        return parse(self.text)


KEYS = {item.name for item in fields(Source)} - {"path", "text"}


def read(path: Path) -> Source:
    head, text = _split(path)
    if unknown := set(head) - KEYS:
        raise SourceError(f"{path}: unknown keys {sorted(unknown)}")
    return Source(path=path, text=text, **{key: _plain(value) for key, value in head.items()})


def _split(path: Path) -> tuple[dict[str, Any], str]:
    text = path.read_text(encoding="utf-8")
    if not text.startswith(FENCE):
        raise SourceError(f"{path}: no front matter")
    head, body = text[len(FENCE) :].split(f"\n{FENCE}", 1)
    return tomllib.loads(head), body.lstrip("\n")


def _plain(value: object) -> Any:
    """TOML has dates of its own; here they are text."""
    return value if isinstance(value, str | int | float | list) else str(value)


@dataclass(frozen=True)
class Bundle:
    """A folder ``x.zip/``: several sources in one archive."""

    file: str
    purpose: str
    members: tuple[Source, ...]
    producer: str = "zip"


def read_bundle(folder: Path) -> Bundle:
    head = tomllib.loads((folder / "zip.toml").read_text(encoding="utf-8"))
    members = tuple(sorted(map(read, folder.glob("*.md")), key=lambda source: source.file))
    return Bundle(head["file"], head.get("purpose", ""), members)


def read_all(folder: Path = SOURCES) -> list[Source | Bundle]:
    single = [read(path) for path in folder.rglob("*.md") if path.parent.suffix != ".zip"]
    bundles = [read_bundle(path.parent) for path in folder.rglob("zip.toml")]
    return sorted([*single, *bundles], key=lambda source: source.file)
