"""Web pages: their text without menus, banners and footers, headings, lists and tables from the markup."""

from rinsearch.extract.html.read import read_html

__all__ = ["read_html"]
