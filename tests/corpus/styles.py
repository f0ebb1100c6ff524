"""House styles of the PDF producers: what a municipality's or an institution's paper looks like."""

from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from tests.corpus.source import Source, SourceError

Rules = Literal["all", "horizontal", "head"]  # of tables: a grid, a line below each row, one below the head


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points, margins in millimetres."""

    font: str
    size: float = 11.0
    leading: float = 1.3  # times the size
    justify: bool = False
    hyphenate: bool = False
    crest: Literal["", "left", "center"] = ""
    rule: bool = False  # a line below the head of the first page
    shaded: bool = True  # table heads on grey
    margins: tuple[float, float, float, float] = (25, 22, 22, 25)  # top, right, bottom, left
    columns: int = 1
    heading: Literal["left", "center"] = "left"
    colour: str = "#000000"
    table_size: float = 0.85  # times the size
    rules: Rules = "all"
    lead: float = 0  # millimetres above the first line, of a title page


TYPST = {
    "plain": Style("New Computer Modern", 11),
    "letterhead": Style("Libertinus Serif", 11.5, crest="center", justify=True, rule=True),
    "memo": Style("Source Sans Pro", 10.5, justify=True, hyphenate=True),
    "minutes": Style("Libertinus Serif", 11, justify=True, hyphenate=True, heading="center"),
    "gazette": Style("New Computer Modern", 9.5, justify=True, hyphenate=True, columns=2, heading="center"),
    "tight": Style("Source Sans Pro", 9, leading=1.15, margins=(18, 15, 18, 15)),
    "plan": Style(
        "Source Sans Pro", 10.5, 1.45, True, True, margins=(28, 25, 26, 28), colour="#1f4e79", table_size=0.9, lead=45
    ),
}
REPORTLAB = {
    "plain": Style("serif", 11, shaded=False),
    "letterhead": Style("serif", 11, crest="left", rule=True),
    "memo": Style("sans", 11, justify=True),
    "minutes": Style("caladea", 11, justify=True, heading="center"),
    "gazette": Style("serif", 9, justify=True, columns=2, heading="center"),
    "tight": Style("sans", 9, leading=1.15, margins=(16, 14, 18, 14)),
    "plan": Style("caladea", 11, justify=True, colour="#2e5d34"),
}
FPDF = {
    "plain": Style("sans", 11, shaded=False),
    "letterhead": Style("caladea", 11, crest="center"),
    "memo": Style("serif", 11),
    "minutes": Style("sans", 11, justify=True),
    "gazette": Style("sans", 9.5, justify=True, heading="center", rule=True),
    "tight": Style("caladea", 9.5, leading=1.2, shaded=False, margins=(15, 15, 20, 15)),
    "plan": Style("serif", 10.5, colour="#7a1f1f"),
}


def choose(styles: dict[str, Style], source: Source) -> Style:
    """The source's style, with its own size and columns."""
    if source.style not in styles:
        raise SourceError(f"{source.path}: no style {source.style!r}; there are {', '.join(styles)}")
    style = styles[source.style]
    size, columns = source.font_size or style.size, source.columns or style.columns
    return replace(style, size=size, columns=columns, rules=_rules(source))


def _rules(source: Source) -> Rules:
    if source.rules not in get_args(Rules):
        raise SourceError(f"{source.path}: no rules {source.rules!r}; there are {', '.join(get_args(Rules))}")
    return cast("Rules", source.rules)


def running(text: str, page: object, pages: object) -> str:
    return text.replace("{page}", str(page)).replace("{pages}", str(pages))
