"""Saved searches: a query under a name, and what is new for it since it was last looked at.

They are kept in ``saved.json`` in the folder of the index, where no rebuild touches them. A passage that was seen is
known by its paper and its words, so that new rules, which may number passages otherwise, make nothing new.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Unpack

from rinsearch.codec import from_json, to_json
from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.base import Engine
from rinsearch.index.search import FURTHEST, LARGEST_PAGE, Options, search
from rinsearch.index.values import Filters, given
from rinsearch.library import arguments
from rinsearch.library import place as places
from rinsearch.records import Hit, SavedNews

NAME = "saved.json"
VERSION = 1
LONGEST_NAME = 100  # characters
MOST_SAVED = 200  # searches; each is asked again at every look
DIGEST = 6  # bytes for a passage that was seen; of 10,000, two are the same once in ten million


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name; ``seen`` are the passages that were shown, ``looked`` is the day of the last look."""

    name: str
    query: str
    filters: dict[str, str]
    wide: bool
    looked: datetime.date
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new for each saved search, by name; of one that was just forgotten, its name and those that are left."""

    searches: tuple[SavedNews, ...]
    forgotten: str | None = None
    left: tuple[str, ...] = ()


class Saving:
    """The part of `Library` that keeps searches."""

    place: Path

    @property
    def engine(self) -> Engine:
        """The engine of the index."""
        raise NotImplementedError

    def save(
        self, name: str, query: str = "", *, wide: bool = False, delete: bool = False, **filters: Unpack[Filters]
    ) -> News:
        """Keep a search under a name; what it finds now counts as seen. ``delete`` forgets it.

        A name that is taken is given to the new search. Raises `UsageError`, `QueryError` and `UnknownName`.
        """
        known = load(self.place)
        title = _title(name)
        if arguments.flag("delete", delete):
            if title not in known:
                raise UnknownName("saved search", title, tuple(known)[:3])
            del known[title]
            _store(self.place, known)
            return News((), title, tuple(sorted(known)))
        if len(known) >= MOST_SAVED and title not in known:
            raise UsageError(f"{MOST_SAVED} searches are saved.", advice="Delete one: rinsearch save NAME --delete.")
        asked = SavedSearch(
            title, arguments.query(query), given(filters), arguments.flag("wide", wide), datetime.date.today(), ()
        )
        found, passages = _news(self.engine, asked, 0)
        _store(self.place, known | {title: replace(asked, seen=passages)})
        return News((replace(found, new=0),))

    def news(self, *, limit: int = 10, keep: bool = False) -> News:
        """What is new for each saved search since the last look, the newest papers first.

        ``limit`` is of the hits shown for each; ``keep`` leaves them new for the next look.
        """
        if not 0 <= arguments.number("limit", limit) <= LARGEST_PAGE:
            raise UsageError(f"The limit is {limit}.", place="limit", advice=f"Ask for 0 to {LARGEST_PAGE} hits.")
        return fresh(self.engine, self.place, limit, keep=arguments.flag("keep", keep))


def fresh(engine: Engine, place: Path, limit: int, *, keep: bool = False) -> News:
    """What is new for the saved searches of an index; from now on it counts as seen, unless ``keep``."""
    known = load(place)
    looked = {name: _news(engine, each, limit) for name, each in known.items()}
    if known and not keep:
        today = datetime.date.today()
        seen = {name: replace(each, looked=today, seen=looked[name][1]) for name, each in known.items()}
        _store(place, seen)
    return News(tuple(found for found, _ in looked.values()))


def load(place: Path) -> dict[str, SavedSearch]:
    """The saved searches of an index by name. Raises `UsageError` where the file is broken: they are a user's own."""
    try:
        data = json.loads((place / NAME).read_text("utf-8"))
        if data["version"] != VERSION:
            raise ValueError("another version")
        return {each["name"]: from_json(SavedSearch, each) for each in data["searches"]}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("The saved searches cannot be read.", place=NAME, advice="Mend or delete the file.") from error


def _store(place: Path, searches: dict[str, SavedSearch]) -> None:
    """Write the file whole or not at all."""
    with places.writing(place):
        waiting = place / f"{NAME}.new"
        ordered = [to_json(searches[name]) for name in sorted(searches)]
        waiting.write_text(json.dumps({"version": VERSION, "searches": ordered}, ensure_ascii=False), "utf-8")
        waiting.replace(place / NAME)


def _title(name: str) -> str:
    title = " ".join(arguments.text("name", name, "prevozi").split())
    if not title or len(title) > LONGEST_NAME:
        advice = f"Write 1 to {LONGEST_NAME} characters."
        raise UsageError("This is no name for a search.", place="name", advice=advice)
    return title


# --- what is new ------------------------------------------------------------------------------------------------------


def _news(engine: Engine, asked: SavedSearch, limit: int) -> tuple[SavedNews, tuple[str, ...]]:
    """What is new, and all that was found, as it is remembered; what is no longer found is forgotten."""
    seen, new, passages = frozenset(asked.seen), list[Hit](), dict[str, None]()
    for hit in _every(engine, asked):
        passage = _passage(hit)
        if passage not in seen and passage not in passages:
            new.append(hit)
        passages[passage] = None
    shown = SavedNews(asked.name, asked.query, asked.filters, asked.looked, len(passages), len(new), tuple(new[:limit]))
    return shown, tuple(passages)


def _every(engine: Engine, asked: SavedSearch) -> Iterator[Hit]:
    """All hits, the newest first, as far as one can leaf; words that only stand in one document are no hit here."""
    filters = Filters(**asked.filters)  # type: ignore[typeddict-item]
    for offset in range(0, FURTHEST, LARGEST_PAGE):
        options = Options(LARGEST_PAGE, offset, "date", wide=asked.wide, copies=True)
        found = search(engine, asked.query, filters, options)
        if found.relaxed:
            return
        yield from found.hits
        if offset + LARGEST_PAGE >= found.total:
            return


def _passage(hit: Hit) -> str:
    """A passage by its paper and its words."""
    words = f"{hit.document.id} {hit.passage.text}".encode("utf-8", "replace")
    return blake2b(words, digest_size=DIGEST).hexdigest()
