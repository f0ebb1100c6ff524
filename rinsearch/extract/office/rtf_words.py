"""Words of rich text: which begin a story of its own, which are passed over, which are signs."""

from __future__ import annotations

from rinsearch.records import BlockKind

SYMBOL_SET = 2
DEEPEST = 2000  # groups within groups; Word's own files stay below 30
STORIES = {
    "footnote": BlockKind.FOOTNOTE,
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), BlockKind.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), BlockKind.FOOTER),
}
TARGETS = {"listtext": "label", "pntext": "label", "fonttbl": "font", "stylesheet": "styles"}
SKIPPED = frozenset(
    ("colortbl", "info", "pict", "nonshppict", "shprslt", "sp", "xe", "tc", "tcn", "rxe", "filetbl", "revtbl")
) | {"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "objdata", "objclass", "objname", "private"}
KNOWN = frozenset({"shpinst", "shptxt", "shpgrp"})  # marked as optional, and yet they hold the text of boxes
SIGNS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "~": "\u00a0",
    "_": "-",
    "-": "\u00ad",
    "emspace": " ",
    "enspace": " ",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\t": "\t",
}
