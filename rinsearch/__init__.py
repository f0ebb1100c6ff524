"""rinsearch reads regional plans for social protection and the papers of Slovene municipal councils.

Importing it does no work: neither spaCy nor a PDF library is loaded before it is needed.
"""

__version__ = "0.1.0"
