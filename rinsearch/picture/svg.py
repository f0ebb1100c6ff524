"""The few SVG shapes that pictures are drawn with; every text is escaped, lengths are pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

INK, QUIET, RULE, PAPER = "#1f2328", "#57606a", "#d0d7de", "#ffffff"
MARGIN = 24
LETTER = 0.56  # of the font's height: mean width of a letter of a system's sans-serif face, bold ones too


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: height in pixels, colour, bold or not, and where the point lies: start, middle, end."""

    size: float = 13
    fill: str = INK
    bold: bool = False
    anchor: str = "start"


BODY = Style()
SMALL = Style(11, QUIET)
TITLE = Style(18, bold=True)


def text(x: float, y: float, words: str, style: Style = BODY) -> str:
    """Words in one line; ``y`` is their base line.

    >>> text(1, 2, "a < b", Style(9))
    '<text x="1" y="2" font-size="9" fill="#1f2328">a &lt; b</text>'
    """
    more = ' font-weight="600"' if style.bold else ""
    more += f' text-anchor="{style.anchor}"' if style.anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{style.size:g}" fill="{style.fill}"{more}>{escape(words)}</text>'


def rect(x: float, y: float, size: tuple[float, float], look: str) -> str:
    """A rectangle of width and height; ``look`` are attributes such as ``fill="#fff"``."""
    return f'<rect x="{x:g}" y="{y:g}" width="{size[0]:g}" height="{size[1]:g}" {look}/>'


def line(start: tuple[float, float], end: tuple[float, float], look: str = f'stroke="{RULE}"') -> str:
    """A straight line."""
    return f'<line x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}" {look}/>'


def linked(href: str, title: str, shapes: str) -> str:
    """Shapes that name what they show when pointed at, and lead to ``href`` where that is not empty."""
    titled = f"<g><title>{escape(title)}</title>{shapes}</g>"
    return f'<a href="{escape(href)}" aria-label="{escape(title)}">{titled}</a>' if href else titled


def drawing(size: tuple[float, float], title: str, shapes: Iterable[str]) -> str:
    """A whole picture, on white, so that it can be read on a dark page and in print."""
    width, height = size
    shapes = tuple(shapes)
    role = "group" if any("<a " in each for each in shapes) else "img"  # what stands in an "img" is not read out
    frame = rect(0.5, 0.5, (width - 1, height - 1), f'rx="8" fill="{PAPER}" stroke="{RULE}"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="{role}" aria-label="{escape(title)}" '
        "font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\">\n"
        + "\n".join((f"<title>{escape(title)}</title>", frame, *shapes))
        + "\n</svg>\n"
    )


def width_of(words: str, size: float) -> float:
    """How wide words come out, nearly."""
    return len(words) * LETTER * size


def wrapped(words: str, width: float, size: float) -> tuple[str, ...]:
    """Words on as many lines as the width asks for; broken at blanks, and behind a hyphen.

    >>> wrapped("Sveti Jurij v Slovenskih goricah", 90, 12)
    ('Sveti Jurij v', 'Slovenskih', 'goricah')
    """
    lines = [""]
    for word in words.replace(" - ", "-").replace("-", "- ").split():
        glue = "" if not lines[-1] or lines[-1].endswith("-") else " "
        longer = lines[-1] + glue + word
        if lines[-1] and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def cut(words: str, width: float, size: float) -> str:
    """Words that fit into a width, with an ellipsis where some do not.

    >>> cut("zapisnik 21. redne seje", 60, 11)
    'zapisnik…'
    """
    room = int(width / (LETTER * size))
    return words if len(words) <= room else words[: max(1, room - 1)].rsplit(" ", 1)[0].rstrip(" ,.;") + "…"
