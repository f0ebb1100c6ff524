"""Where the figures of a report lead: each that counts or states something stands in a link that can be followed."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
from lxml import html

# No figures from papers: how the report was made, and what stands in its title.
# "v tej regiji od 1. 1. 2015" is of the list of municipalities.
MADE = "self::style or self::title or self::h1 or @id='making' or @id='quality' or @id='outside' or @class='under'"
SAID = "self::q or @class='said'"  # the words of papers, with their page beside them
DATE = re.compile(r"\d{1,2}\.\s\d{1,2}\.\s\d{4}")
COUNT = re.compile(r"(?:^|: )(\d+)$|\d+ od \d+|: \d+[;,]")  # in a picture; "9. 2017" is a month of its axis


def astray(page: html.HtmlElement, path: Path) -> list[str]:
    """The figures that lead nowhere, and the links whose target is not there."""
    loose = [text for text in (*_figures(page), *_drawn(page)) if text]
    return [*loose, *_broken(page, path), *_wrong(page)]


def _figures(page: html.HtmlElement) -> Iterator[str]:
    """The figures in words and tables that stand in no link."""
    inside = f"ancestor-or-self::*[{MADE} or {SAID} or self::a[@href] or local-name()='svg']"
    for text in page.xpath(f"//body//text()[not(parent::*[{inside}])]"):
        words = str(text)
        block = next(text.getparent().iterancestors("tr", "p", "li", "details"), None)
        if _shows_page(text.getparent()) or (block is not None and _shows_page(block)):
            words = DATE.sub("", words)  # a day beside the page that shows it
        if text.getparent().tag == "summary":
            words = words.replace(str(_things(text.getparent().getparent())), "", 1)
        if re.search(r"\d", words):
            yield " ".join(words.split())


def _shows_page(block: html.HtmlElement) -> bool:
    return bool(block.xpath(".//a[not(starts-with(@href, '#'))]"))


def _things(details: html.HtmlElement) -> int:
    """How many things are unfolded, each with its page."""
    return sum(map(_shows_page, details.xpath(".//tbody/tr | ./p")))


def _drawn(page: html.HtmlElement) -> Iterator[str]:
    """The figures in pictures that stand in no link."""
    for text in page.xpath("//*[local-name()='text'][not(ancestor::*[local-name()='a'][@href])]"):
        if COUNT.search(text.text or ""):
            yield str(text.text)


def _broken(page: html.HtmlElement, path: Path) -> Iterator[str]:
    """Links to places that are not in the report, to files that are not there, to pages that a file does not have."""
    ids = set(page.xpath("//@id"))
    for link in set(page.xpath("//@href")):
        file, _, place = link.partition("#")
        if file.startswith("https://"):
            continue
        target = path.parent / unquote(file)
        if not file:
            if unquote(place) not in ids:
                yield link
        elif not target.is_file() or (place and int(place.removeprefix("page=")) > _pages(target)):
            yield link


def _pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def _wrong(page: html.HtmlElement) -> Iterator[str]:
    """Counts that lead to a place in the report where so many things do not stand."""
    for link in page.xpath("//*[local-name()='a'][starts-with(@href, '#')][not(@class='figure')]"):
        words = link.get("aria-label") or " ".join(link.text_content().split())
        count = re.search(r"(?:^|: )(\d+)$", words)
        if not count:
            continue
        (target,) = page.xpath("//*[@id=$id]", id=link.get("href")[1:])
        if listed(target) != int(count[1]):
            yield f"{words} -> {link.get('href')}: {listed(target)}"


def listed(target: html.HtmlElement) -> int:
    """How many things stand at a place: rows of a table, those of one priority, or links of a list."""
    if target.tag in ("h2", "h3"):
        below = target.xpath("following-sibling::*[1]")[0]
        return len(below.xpath(".//tbody/tr") or below.xpath(".//p[@class='quiet listed']/a"))
    if target.tag == "table":
        return len(target.xpath(".//tbody/tr"))
    if target.tag == "tr":
        own = target.xpath("string(td[3])")
        return sum(row.xpath("string(td[3])") == own for row in target.xpath("../tr"))
    links = target.xpath(".//p[@class='quiet listed']/a") or target.xpath(".//a")
    return len([link for link in links if link.get("href") != f"#{target.get('id')}"])
