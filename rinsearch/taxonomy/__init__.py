"""What is known before any paper is read: names, groups, regions and words, from data files beside this one.

The files can be edited without Python; the loader checks them and names file and line of a mistake. Everything is
loaded on first use and kept.
"""

from rinsearch.taxonomy.counting import counted, counted_of, counted_words
from rinsearch.taxonomy.groups import GroupVariant, TargetGroup, descendants, group_variants, target_groups
from rinsearch.taxonomy.headings import column_field, column_fields
from rinsearch.taxonomy.municipality_table import (
    MunicipalityEntry,
    alphabetical,
    members,
    municipalities,
    newcomers,
    region_on,
)
from rinsearch.taxonomy.names import find_group, find_municipality, find_region
from rinsearch.taxonomy.region_table import Region, regions
from rinsearch.taxonomy.situations import Situation, situations
from rinsearch.taxonomy.tables import Row, fold, rows, toml
from rinsearch.taxonomy.words import context, months, period_of, periods_in, session_kinds

__all__ = [
    "GroupVariant",
    "MunicipalityEntry",
    "Region",
    "Row",
    "Situation",
    "TargetGroup",
    "alphabetical",
    "column_field",
    "column_fields",
    "context",
    "counted",
    "counted_of",
    "counted_words",
    "descendants",
    "find_group",
    "find_municipality",
    "find_region",
    "fold",
    "group_variants",
    "members",
    "months",
    "municipalities",
    "newcomers",
    "period_of",
    "periods_in",
    "region_on",
    "regions",
    "rows",
    "session_kinds",
    "situations",
    "target_groups",
    "toml",
]
