"""XML of office files: parsed without entities, without the network, within the limits of libxml2."""

from __future__ import annotations

from lxml import etree

from rinsearch.errors import DamagedFile


def parsed(data: bytes, part: str) -> etree._Element:
    """The root of a part. Raises :class:`DamagedFile` where it is no XML, or too deep (256 levels)."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"The part {part} is no whole XML ({error}).") from error
    if root is None:
        raise DamagedFile(f"The part {part} is empty.")
    return root
