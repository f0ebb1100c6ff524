"""A report on a plan as one HTML file: the council table with its map, the measures, the gaps, and every source."""

from rinsearch.report.made import Making, Material, report

__all__ = ["Making", "Material", "report"]
