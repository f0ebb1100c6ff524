"""How each standing looks: a colour that colour-blind readers can tell, a pattern for print, and its words.

Colours after Okabe and Ito, "Color Universal Design" (2008), darkened where white words stand on them, so that the
contrast is at least 4.5 (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rinsearch.picture.svg import INK, QUIET
from rinsearch.records import Basis, CouncilRow, Status

TEXTURES = (
    '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fdf0d5"/><rect width="1.2" height="6" fill="#f3c562"/></pattern>'
    '<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" fill="#f9eaf3"/>'
    '<circle cx="2" cy="2" r="0.9" fill="#cf9abb"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and border of a tile, and the colour of the words on it."""

    fill: str
    ink: str
    border: str = 'stroke="none"'

    @property
    def attributes(self) -> str:
        """As SVG attributes."""
        return f'fill="{self.fill}" {self.border}'


_PROCEDURE = Look("url(#dotted)", INK, 'stroke="#b0598f"')
_WAITING = Look("url(#hatched)", INK, 'stroke="#e69f00"')
AGAINST = Look("#a33e00", "#ffffff", 'stroke="#1f2328" stroke-width="2.5"')
LOOKS = {
    Status.ACKNOWLEDGED: Look("#00609c", "#ffffff"),
    Status.ADOPTED: Look("#00563f", "#ffffff"),
    Status.PROPOSED: _WAITING,
    Status.SCHEDULED: _WAITING,
    Status.REQUESTED: Look("#f0f2f4", INK, 'stroke="#57606a"'),
    Status.POSTPONED: _PROCEDURE,
    Status.WITHDRAWN: _PROCEDURE,
    Status.REJECTED: AGAINST,
}
# Not the council's own papers: what others tell, and what a person says.
BORDERS = {
    Basis.REPORTED: 'stroke="#1f2328" stroke-width="2.5" stroke-dasharray="7 4"',
    Basis.CORRECTED: 'stroke="#e69f00" stroke-width="3.5"',
}
NOTHING = Look("#ffffff", QUIET, 'stroke="#8c959f" stroke-dasharray="3 3"')


def look_of(row: CouncilRow) -> Look:
    """The look of a row's standing; what was taken back looks as what was rejected.

    A border says that it is not the council's own papers that tell it.
    """
    look = AGAINST if row.revoked else LOOKS[row.standing] if row.standing else NOTHING
    return replace(look, border=BORDERS.get(row.basis, look.border)) if row.basis else look
