"""Rendering gives the same bytes each time, and with the pinned versions those that are committed."""

import io
import re
import zipfile
import zlib
from email import message_from_bytes
from email.policy import SMTP
from importlib.metadata import version
from pathlib import Path

import pypdfium2
import pytest

from tests.corpus.rendering import CORPUS, render
from tests.corpus.source import Bundle, Source, read_all
from tests.corpus.with_text import lines

pytestmark = pytest.mark.once

SAMPLES_EACH = 2  # of each producer; all of them are compared by python -m tests.corpus --check
ZLIB = "1.2.13"  # the one the committed files were packed with
PINS = re.findall(r"^([\w-]+)==(\S+)$", (Path(__file__).parent / "requirements.txt").read_text(), re.MULTILINE)


def samples() -> list[Source | Bundle]:
    chosen: dict[str, list[Source | Bundle]] = {}
    for source in read_all():
        chosen.setdefault(source.producer, []).append(source)
    return [source for some in chosen.values() for source in some[:SAMPLES_EACH]]


def pinned() -> bool:
    """Deflated data differ with zlib too (1.3 and zlib-ng pack otherwise than 1.2)."""
    return zlib.ZLIB_RUNTIME_VERSION == ZLIB and all(version(name) == wanted for name, wanted in PINS)


def contents(data: bytes) -> object:
    """What is to be the same with other versions of the producers too: the words, member by member."""
    if data.startswith(b"%PDF"):
        return text_of(data)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: contents(archive.read(name)) for name in archive.namelist()}
    if b"\r\nMIME-Version: " in data:
        parts = message_from_bytes(data, policy=SMTP).walk()
        return [contents(bytes(part.get_payload(decode=True) or b"")) for part in parts]
    return data


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.mark.parametrize("source", samples(), ids=lambda source: source.file)
def test_a_second_rendering_gives_the_same_bytes(source: Source | Bundle, tmp_path: Path) -> None:
    places = [tmp_path / folder / "file" for folder in ("first", "second")]
    for place in places:
        place.parent.mkdir()
        place.write_bytes(render(source))
    assert places[0].read_bytes() == places[1].read_bytes()


@pytest.mark.parametrize("source", samples(), ids=lambda source: source.file)
def test_the_committed_file_is_what_is_rendered(source: Source | Bundle) -> None:
    stored, made = (CORPUS / source.file).read_bytes(), render(source)
    assert contents(made) == contents(stored)
    assert made == stored or not pinned()


@pytest.mark.parametrize("source", samples(), ids=lambda source: source.file)
def test_the_words_of_the_source_are_in_the_pdf(source: Source | Bundle) -> None:
    """Hyphens at line ends apart; each word counts once."""
    if isinstance(source, Bundle) or source.producer not in ("typst", "reportlab", "fpdf"):
        return
    wanted = set(re.findall(r"\w{4,}", lines(source).casefold()))
    found = re.sub(
        r"(?<=\w)[-\u00ad\ufffe\u0002]\s*(?=\w)", "", text_of((CORPUS / source.file).read_bytes())
    ).casefold()
    assert len([word for word in wanted if word not in found]) <= len(wanted) // 50
