"""Names as people type them: any form, with or without carons, an id or a code; unknown ones name the nearest."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from rinsearch.errors import UnknownName
from rinsearch.records import Municipality
from rinsearch.taxonomy.groups import group_variants, target_groups
from rinsearch.taxonomy.municipality_table import MunicipalityEntry, municipalities
from rinsearch.taxonomy.region_table import endings, nouns, regions
from rinsearch.taxonomy.tables import fold

NEAREST = 3  # names that an error suggests
CLOSE_ENOUGH = 0.6  # difflib's own default; a slip of two letters in "Žužemberk" is .78
# What may stand before a municipality's name, folded: občina, občino, mestne občine, MO …
OFFICE = re.compile(r"^(?:(?:mestn\w{1,3} )?obcin\w{0,3}|mo) (?=\S)")
REGION_WORDS = re.compile(r"^(?:(?:statisticn\w|razvojn\w) )*regij\w ")


def find_municipality(text: str) -> Municipality:
    """The municipality with this name in any form, or with this code; raises `UnknownName` with the nearest names.

    >>> find_municipality("obcini Zuzemberk").code, find_municipality("Semiča").code, find_municipality("109").name
    ('193', '109', 'Semič')
    """
    key = OFFICE.sub("", fold(text).strip(" .,;:"))
    found = _municipality_keys().get(key.zfill(3) if key.isdecimal() else key)
    if found is None:
        names = {fold(entry.name): entry.name for entry in municipalities().values()}
        raise UnknownName("municipality", text, _nearest(key, names))
    return municipalities()[found].ref


def find_region(text: str) -> str:
    """The id of the region with this name, id, code or abbreviation; raises `UnknownName`.

    >>> find_region("JV regija"), find_region("na Goriškem"), find_region("SI037"), find_region("Zasavje")
    ('jugovzhodna', 'goriska', 'jugovzhodna', 'zasavska')
    """
    key = re.sub(r"^(?:v|na|za|iz) ", "", fold(text).strip(" .,;:"))
    found = _region_keys().get(key) or _region_keys().get(REGION_WORDS.sub("", key))
    if found is None:
        raise UnknownName("region", text, _nearest(key, {region.id: region.id for region in regions().values()}))
    return found


def find_group(text: str) -> str:
    """The id of the target group with this id, label or wording; raises `UnknownName`.

    >>> find_group("Starejši občani"), find_group("duševno zdravje"), find_group("Roma")
    ('starejsi', 'dusevno-zdravje', 'romi')
    """
    key = fold(text).strip(" .,;:")
    found = _group_keys().get(key) or _group_keys().get(key.replace(" ", "-"))
    if found is None:
        raise UnknownName("target group", text, _nearest(key, {group: group for group in target_groups()}))
    return found


def _nearest(key: str, names: Mapping[str, str]) -> tuple[str, ...]:
    begins = [name for name in names if key and name.startswith(key)]
    close = difflib.get_close_matches(key, list(names), NEAREST, CLOSE_ENOUGH)
    return tuple(names[name] for name in dict.fromkeys([*begins, *close]))[:NEAREST]


@cache
def _municipality_keys() -> Mapping[str, str]:
    """Folded form to code; a basic name is never hidden by another's inflected form, and no key means two."""
    entries = municipalities().values()
    keys = {entry.code: entry.code for entry in entries} | {fold(entry.name): entry.code for entry in entries}
    for forms in (_inflected, _remote):
        keys = _unique((fold(form), entry.code) for entry in entries for form in forms(entry)) | keys
    return MappingProxyType(keys)


def _inflected(entry: MunicipalityEntry) -> tuple[str, ...]:
    return (*entry.cases, *entry.aliases)


def _remote(entry: MunicipalityEntry) -> tuple[str, ...]:
    spoken = tuple(f"{form} občin{ending}" for form in entry.adjective_forms for ending in endings())
    return (*entry.short, *entry.adjective_forms, *spoken)


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: min(values) for key, values in found.items() if len(values) == 1}


@cache
def _region_keys() -> Mapping[str, str]:
    pairs = []
    for region in regions().values():
        tails = [noun for ending in endings() for noun in nouns(ending)]
        short = [f"{each} {tail}" for each in region.abbreviations for tail in (*tails, "Slovenija")]
        forms = (region.id, region.code, region.name, *region.forms, *region.names, *region.abbreviations, *short)
        pairs += [(fold(form), region.id) for form in forms]
    return MappingProxyType(_unique(pairs))


@cache
def _group_keys() -> Mapping[str, str]:
    groups = target_groups().values()
    keys = _unique((fold(each.text), each.group) for each in group_variants() if each.counts)
    for labels in ([group.label_en for group in groups], [group.label_sl for group in groups]):
        keys |= {fold(label): group.id for label, group in zip(labels, groups, strict=True)}
    keys |= {"dusevno zdravje": "dusevno-zdravje", "roma": "romi"}
    return MappingProxyType(keys | {group.id: group.id for group in groups})
