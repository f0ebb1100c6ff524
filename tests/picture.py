"""The picture of the README: the council table of the sample corpus, as SVG."""

from html import escape

from rinsearch.answers import clipped, day, place, status_words
from rinsearch.records import CouncilRow, Councils

PICTURE = ".github/councils.svg"
WIDTH, ROW, TOP = 980, 26, 92  # pixels
COLUMNS = {"občina": 24, "stanje": 190, "datum": 370, "dokaz": 480}
EVIDENCE = 82  # characters of the evidence's place that fit
# One colour for each kind of standing: taken note, in procedure, on its way, refused, nothing found.
COLOURS = {
    "acknowledged": "#1a7f37",
    "adopted": "#1a7f37",
    "proposed": "#9a6700",
    "scheduled": "#9a6700",
    "requested": "#57606a",
    "postponed": "#8250df",
    "withdrawn": "#8250df",
    "rejected": "#cf222e",
}
NONE = "#8c959f"


def drawn(table: Councils) -> str:
    """The table; light, and readable on a dark page too."""
    height = TOP + ROW * len(table.councils) + 20
    title = f"Seznanitev občinskih svetov z načrtom {table.plan}"
    share = f"{table.took_note} od {table.total} svetov, vsak s stranjo, na kateri to piše (vzorčni dokumenti)"
    heads = "".join(_text(x, TOP - 14, name, "h") for name, x in COLUMNS.items())
    rows = "".join(_row(row, TOP + ROW * number) for number, row in enumerate(table.councils))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">\n'
        "<style>text{font:13px system-ui,'Segoe UI',sans-serif;fill:#1f2328}.t{font-size:18px;font-weight:600}"
        ".h,.e{fill:#57606a}.h{font-size:12px}.s{font-weight:600;fill:#fff;font-size:12px}</style>\n"
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#fff" stroke="#d0d7de"/>\n'
        f"{_text(24, 34, title, 't')}{_text(24, 56, share, 'e')}{heads}{rows}</svg>\n"
    )


def _row(row: CouncilRow, top: int) -> str:
    line = f'<line x1="24" x2="{WIDTH - 24}" y1="{top}" y2="{top}" stroke="#eaeef2"/>\n'
    middle = top + 17
    evidence = place(row.decisions[0].document, row.decisions[0].evidence).partition("/")[2] if row.decisions else ""
    return (
        line
        + _text(COLUMNS["občina"], middle, row.municipality.name)
        + _pill(COLUMNS["stanje"], top + 4, *_standing(row))
        + _text(COLUMNS["datum"], middle, day(row.date))
        + _text(COLUMNS["dokaz"], middle, clipped(evidence, EVIDENCE), "e")
    )


def _standing(row: CouncilRow) -> tuple[str, str]:
    if row.standing is None or not row.decisions:
        return "ni dokumenta", NONE
    best = row.decisions[0]
    reported = ", posredno" if row.basis == "reported" else ""
    return status_words(best) + reported, COLOURS["rejected" if best.revokes else row.standing]


def _pill(x: int, y: int, label: str, colour: str) -> str:
    width = 22 + 8 * len(label)  # wide enough for the fonts that systems put in for system-ui
    shape = f'<rect x="{x - 8}" y="{y}" width="{width}" height="18" rx="9" fill="{colour}"/>'
    return shape + _text(x, y + 13, label, "s")


def _text(x: int, y: int, words: str, kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{style}>{escape(words)}</text>\n' if words else ""
