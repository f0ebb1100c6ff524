"""Random Slovene text: words of the sample sources that may follow each other, names and groups of the taxonomy."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rinsearch.taxonomy import municipalities, target_groups
from tests.corpus.blocks import Heading, Items, Paragraph, plain
from tests.corpus.source import Bundle, read_all

WORD = re.compile(r"[a-zčšžćđ]{2,},?")  # inside a sentence; one letter at a line's end is a bullet to some readers
BODIES = ("Center za socialno delo", "Dom starejših občanov", "Zdravstveni dom", "Ljudska univerza", "Občina")
SIGNS = (
    "{number}",
    "{number}.000,00 EUR",
    "{number} %",
    "({word})",
    "»{group}«",
    "„{group}“",
    "2017–2020",
    "socialno-varstveni",
    "št. 122-{number}/2017-5",
    "d. o. o.",
    "npr. {word}",
    "{word} – {group} –",
)
ENDINGS = (".", ".", ".", "?", "!")


@cache
def following() -> Mapping[str, Sequence[str]]:
    """Which words follow a word in the sources, each as often as it does."""
    found: dict[str, list[str]] = {}
    for text in _texts():
        words = text.split()
        for first, second in pairwise(words):
            if WORD.fullmatch(first) and WORD.fullmatch(second):
                found.setdefault(first, []).append(second)
    return found


def _texts() -> Iterator[str]:
    for source in read_all():
        for member in source.members if isinstance(source, Bundle) else (source,):
            for block in member.body.blocks:
                if isinstance(block, Heading | Paragraph):
                    yield plain(block.runs)
                elif isinstance(block, Items):
                    yield from (plain(item.runs) for item in block.items)


class Writer:
    """Writes sentences, titles, names and cells by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def sentence(self, least: int = 6, most: int = 20) -> str:
        """A sentence of so many words, now and then with a name, a group or a number in it."""
        words = list(self._words(self.chance.randint(least, most)))
        words.insert(self.chance.randrange(2, len(words)), self._aside())
        text = " ".join(words).rstrip(",")
        return text[:1].upper() + text[1:] + self.chance.choice(ENDINGS)

    def paragraph(self, least: int = 2, most: int = 6) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def title(self, least: int = 2, most: int = 6) -> str:
        """A heading, without a full stop."""
        text = " ".join(self._words(self.chance.randint(least, most))).replace(",", "")
        return text[:1].upper() + text[1:]

    def provider(self) -> str:
        return f"{self.chance.choice(BODIES)} {self.place()}"

    def place(self) -> str:
        return self.chance.choice(_places())

    def group(self) -> str:
        return self.chance.choice(_groups())

    def day(self) -> str:
        return f"{self.chance.randint(1, 28)}. {self.chance.randint(1, 12)}. {self.chance.randint(2014, 2024)}"

    def _words(self, count: int) -> Iterator[str]:
        known, word = following(), ""
        for _ in range(count):
            word = self.chance.choice(known.get(word) or sorted(known))
            yield word

    def _aside(self) -> str:
        return self.chance.choice((self.place, self.group, self.provider, self.day, self._sign))()

    def _sign(self) -> str:
        """What is more than letters."""
        pattern = self.chance.choice(SIGNS)
        return pattern.format(word=self.title(1, 1).casefold(), number=self.chance.randint(2, 999), group=self.group())


@cache
def _places() -> Sequence[str]:
    return sorted(each.name for each in municipalities().values())


@cache
def _groups() -> Sequence[str]:
    return sorted(each.label_sl for each in target_groups().values())
