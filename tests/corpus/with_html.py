"""Sources -> a page of a municipality's web site, menu and cookie banner and all, in the encoding it declares."""

from html import escape

from tests.corpus.blocks import Block, Cell, Contents, Heading, Items, PageBreak, Paragraph, Run, Runs, Table, plain
from tests.corpus.source import Source

LINKS = ("Občina Žužemberk", "Občina Sodražica", "Občina Kostel")  # of the menu, where the source has none
MENU = ("Domov", "Občina", "Občinski svet", "Seje in gradiva", "Predpisi", "Razpisi", "E-vloge", "Kontakt")
CHARSETS = {"utf-8-sig": "utf-8", "cp1250": "windows-1250"}
HEAD = """<!DOCTYPE html>
<html lang="sl">
<head>
<meta charset="{charset}">
<title>{title}</title>
<style>body {{ font-family: {font}; max-width: 60em; margin: auto }} table {{ border-collapse: collapse }}
td, th {{ border: 1px solid #888; padding: 4px; vertical-align: top }} .center {{ text-align: center }}
.right {{ text-align: right }}</style>
<script>window.dataLayer = window.dataLayer || [];</script>
</head>
<body>
"""
BEFORE = """<div id="cookies" role="dialog">
<p>Spletno mesto uporablja piškotke. Z nadaljnjo uporabo se z njimi strinjate.</p>
<button>Strinjam se</button> <a href="/piskotki">Več o piškotkih</a></div>
<header><a href="#vsebina">Preskoči na vsebino</a>
<nav aria-label="Glavni meni"><ul>
{menu}
</ul></nav>
<nav class="sosede" aria-label="Sosednje občine"><ul>
{links}
</ul></nav></header>
<p class="drobtine"><a href="/">Domov</a> &raquo; <a href="/seje">Seje in gradiva</a></p>
<main id="vsebina">
"""
AFTER = """
<p class="orodja"><a href="#">Natisni</a> | <a href="#">Pošlji prijatelju</a></p>
</main>
<aside><h4>Aktualno</h4><ul><li><a href="/n/1">Zapora ceste zaradi prireditve</a></li>
<li><a href="/n/2">Razpis za podjetništvo in turizem</a></li>
<li><a href="/n/3">Urnik odvoza odpadkov</a></li></ul></aside>
<footer><p>{footer}</p>
<p>&copy; Vse pravice pridržane. Izdelava: Splet d. o. o. |
<a href="/izjava">Izjava o dostopnosti</a></p></footer>
"""


def render(source: Source) -> bytes:
    """Any style is a whole page; "bare" is one, saved without menu and footer."""
    bare = source.style == "bare"
    charset = CHARSETS.get(source.encoding, source.encoding)
    font = "Georgia, serif" if source.style in ("letterhead", "gazette") else "Arial, sans-serif"
    page = HEAD.format(charset=charset, title=escape(source.title or _title(source)), font=font)
    page += ("" if bare else _before(source)) + "\n".join(map(_markup, source.body.blocks))
    footer = escape(source.running_footer.format(page=1, pages=1), quote=False)
    page += (f"\n<p>{footer}</p>" if bare else AFTER.format(footer=footer)) + "\n</body>\n</html>\n"
    return page.encode(source.encoding, "xmlcharrefreplace")


def _title(source: Source) -> str:
    headings = (plain(block.runs) for block in source.body.blocks if isinstance(block, Heading))
    return next(headings, "Gradivo")


def _before(source: Source) -> str:
    return BEFORE.format(menu=_entries(MENU), links=_entries(tuple(source.links) or LINKS))


def _entries(names: tuple[str, ...]) -> str:
    return "\n".join(f'<li><a href="/p/{number}">{escape(name)}</a></li>' for number, name in enumerate(names))


def _markup(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_inline(block.runs)}</h{block.level}>"
        case Paragraph():
            mark = "" if block.align == "left" else f' class="{block.align}"'
            return f"<p{mark}>{_inline(block.runs)}</p>"
        case Items():
            return _items(block)
        case Table():
            return _table(block)
        case PageBreak():
            return "<hr>"
        case Contents():
            return ""


def _items(block: Items) -> str:
    first = block.items[0].marker
    tag, start = ("ul", "") if first == "-" else ("ol", f' start="{first[:-1]}"')
    entries = "\n".join(f"<li>{_inline(item.runs)}</li>" for item in block.items)
    return f"<{tag}{start}>\n{entries}\n</{tag}>"


def _table(block: Table) -> str:
    rows = "\n".join(_row(row, "td") for row in block.rows)
    return f"<table>\n<thead>{_row(block.head, 'th')}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(row: tuple[Cell, ...], tag: str) -> str:
    return "<tr>" + "".join(_cell(cell, tag) for cell in row if not cell.covered) + "</tr>"


def _cell(cell: Cell, tag: str) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f"<{tag}{spans}>{_inline(cell.runs)}</{tag}>"


def _inline(runs: Runs) -> str:
    return "".join(map(_face, runs))


def _face(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>\n")
    text = f"<strong>{text}</strong>" if run.bold else text
    return f"<em>{text}</em>" if run.italic else text
