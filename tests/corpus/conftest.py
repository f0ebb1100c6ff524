"""Rendering needs the packages of requirements.txt; without them the committed files are still checked."""

from importlib.util import find_spec

FONTS = ("font_source_sans_pro", "font_source_serif_pro", "font_caladea")
PRODUCERS = ("typst", "reportlab", "fpdf", "docx", "PIL", *FONTS)
NEED_PRODUCERS = [
    "with_*.py",
    "fonts.py",
    "rendering.py",
    "truth.py",
    "__main__.py",
    "test_rendering.py",
    "test_truth.py",
]

collect_ignore_glob = [] if all(map(find_spec, PRODUCERS)) else NEED_PRODUCERS
