"""Which producer makes which source; everything below ``corpus/`` as bytes."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.corpus import (
    with_docx,
    with_fpdf,
    with_html,
    with_mail,
    with_odt,
    with_reportlab,
    with_scan,
    with_text,
    with_typst,
)
from tests.corpus.archive import pack
from tests.corpus.lists import corrections, metadata, overview
from tests.corpus.source import Bundle, Source, SourceError, read_all

CORPUS = Path(__file__).parents[2] / "corpus"
PRODUCERS: dict[str, Callable[[Source], bytes]] = {
    "typst": with_typst.render,
    "reportlab": with_reportlab.render,
    "fpdf": with_fpdf.render,
    "docx": with_docx.render,
    "odt": with_odt.render,
    "html": with_html.render,
    "txt": with_text.render,
    "md": with_text.render_markdown,
    "scan": with_scan.render,
    "eml": lambda source: with_mail.render(source, render),
}


def render(source: Source | Bundle) -> bytes:
    if isinstance(source, Bundle):
        return pack([(member.file, render(member)) for member in source.members])
    if source.producer not in PRODUCERS:
        raise SourceError(f"{source.path}: no producer {source.producer!r}; there are {', '.join(PRODUCERS)}")
    return PRODUCERS[source.producer](source)


def render_all() -> Iterator[tuple[str, bytes]]:
    """Path below ``corpus/`` and bytes, the three lists last."""
    made: list[tuple[Source | Bundle, bytes]] = []
    for source in read_all():
        made.append((source, render(source)))
        yield source.file, made[-1][1]
    yield "SOURCES.md", overview(made).encode()
    yield "metadata.csv", metadata([source for source, _ in made]).encode()
    yield "corrections.csv", corrections().encode()
