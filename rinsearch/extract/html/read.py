"""A web page to parts."""

from __future__ import annotations

from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.html.furniture import Page
from rinsearch.extract.html.page import parsed
from rinsearch.extract.html.write import Writer
from rinsearch.extract.office.flow import parts_of


def read_html(data: bytes, options: ReadOptions) -> Contents:
    """Read a web page: the text that a person came for, without what stands on every page of the site."""
    page = Page.of(parsed(data))
    flow = Writer(page.furniture()).write(page.main())
    return Contents(1, tuple(parts_of(flow)))
