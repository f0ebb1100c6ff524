"""Frames around tables and cards in plain text: lines drawn with signs, and what stands between them."""

from __future__ import annotations

import re

# Each sign of a drawn frame as the one that typewriters have for it, so that each line is as long as before.
_DRAWN = str.maketrans(
    {
        **dict.fromkeys("│┃║╎╏┆┇┊┋", "|"),
        **dict.fromkeys("─━╌╍┄┅┈┉", "-"),
        **dict.fromkeys("═", "="),
        **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛┠┨┯┷┿┝┥┰┸╂╭╮╯╰", "+"),
    }
)
_SIGNS = re.compile(r"[│┃║╎╏┆┇┊┋┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛┠┨┯┷┿┝┥┰┸╂╭╮╯╰]")
_EDGE = re.compile(r"\s*(?=[+|])(?=[^-=_]{0,3}[-=_]{3})[-=_+|: ]+[+|]\s*$")
_ALONE = re.compile(r"(?P<indent>\s*)\|\s+(?P<words>[^\s|][^|]*?)\s*\|\s*$")


def with_bars(lines: list[str]) -> list[str]:
    """The lines with bars and dashes where a frame is drawn with signs of its own.

    >>> with_bars(["┌──────┬─────┐", "│ Rok  │ maj │", "└──────┴─────┘", "2017─2020"])
    ['+------+-----+', '| Rok  | maj |', '+------+-----+', '2017─2020']
    """
    return [line.translate(_DRAWN) if _SIGNS.search(line) else line for line in lines]


def is_edge(text: str) -> bool:
    """Whether a line is a part of a frame and holds no word: "+-----+-----+", "|-----|"; a rule alone is none.

    >>> is_edge("+------+-----+"), is_edge("|----|---|"), is_edge("---------"), is_edge("+--+ Klub +--+")
    (True, True, False, False)
    """
    return bool(_EDGE.match(text))


def unframed(text: str) -> str:
    """The words of a line that a frame holds and no table: "| UKREP 1: Klub          |".

    >>> unframed("| UKREP 1: Klub          |"), unframed("| Rok | maj |")
    ('UKREP 1: Klub', '| Rok | maj |')
    """
    match = _ALONE.match(text)
    return match["indent"] + match["words"] if match else text
