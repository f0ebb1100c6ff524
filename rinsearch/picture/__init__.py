"""Answers as pictures: SVG for the screen, print and a report; readable without colour.

``map_of`` draws a council table as tiles in the region's rough geography, ``matrix_of`` counts measures by target group
and priority, ``timeline_of`` sets the decisions about a plan along the days. Every figure has its words beside it.
"""

from rinsearch.picture.councils import map_of
from rinsearch.picture.matrix import matrix_of
from rinsearch.picture.timeline import timeline_of

__all__ = ["map_of", "matrix_of", "timeline_of"]
