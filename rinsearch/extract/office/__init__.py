"""Office files: Word (.docx, .doc), OpenDocument text, rich text.

Each format has a reader of its own that writes paragraphs and tables (``flow``, ``grid``); what these are, heading,
item or text, is decided in one place for all of them.
"""

from __future__ import annotations

from rinsearch.extract.office.doc import read_doc
from rinsearch.extract.office.docx import read_docx
from rinsearch.extract.office.odt import read_odt
from rinsearch.extract.office.rtf import read_rtf

__all__ = ["read_doc", "read_docx", "read_odt", "read_rtf"]
