"""The fonts: from PyPI packages, so that every machine has the same."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

# name -> package and the file names of regular, bold, italic, bold italic; all have the Slovene letters
FAMILIES = {
    "sans": ("font_source_sans_pro", "SourceSansPro-{}.ttf", ("Regular", "Bold", "It", "BoldIt")),
    "serif": ("font_source_serif_pro", "SourceSerifPro-{}.ttf", ("Regular", "Bold", "It", "BoldIt")),
    "caladea": ("font_caladea", "Caladea-{}.ttf", ("Regular", "Bold", "Italic", "BoldItalic")),
}
FACES = ("", "B", "I", "BI")


@cache
def folder(name: str) -> Path:
    package = FAMILIES[name][0]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is missing: pip install -r tests/corpus/requirements.txt")
    return Path(spec.origin).parent / "files"


def files(name: str) -> dict[str, Path]:
    """The four faces of a family: "", "B", "I", "BI" -> file."""
    _, pattern, endings = FAMILIES[name]
    return {face: folder(name) / pattern.format(ending) for face, ending in zip(FACES, endings, strict=True)}
