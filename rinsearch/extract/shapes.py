"""What a line looks like: heading, item, label, end of a sentence. Shared by all readers that see only lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rinsearch.records import Line
from rinsearch.taxonomy.phrases import phrase

CAPITAL = "A-ZČŠŽĆĐÄÖÜÉÁ"
SMALL = "a-zčšžćđäöüéá"

BULLET = re.compile(
    r"\s*(?:[-–—•◦▪■●○‣*·]|[\uf0a7\uf0b7])(?:\s+(?=\S)|(?=[^\W\d_]))|\s*[»›▸►✓✔□◆◇❖]\s+(?=\S)(?![^\n]*[»›])"
)
NUMBERED = re.compile(r"\s*\(?(\d{1,3}|\d[OlI])[.)]\s+(?=[^\W_]|[»„\"(])(?!\d)")
_AS_FIGURES = str.maketrans("OlI", "011")  # what a scan makes of figures
LETTERED = re.compile(rf"\s*\(?([{SMALL}])\)\s+(?=\S)|\s*([{SMALL}])\.\s+(?=[{SMALL}])")
DEEP_NUMBER = re.compile(rf"\s*(\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\.?\s+(?=[{CAPITAL}»])")
# A title runs into its text: "2.2 Zajtrk za vse (Grosuplje). Društvo bo"; shorter words are abbreviations ("sv.").
_GOES_ON = re.compile(r"(?:[^\W\d_]{4}|[)«”“])\. [A-ZČŠŽ(„»]")
LABEL = re.compile(
    rf"\s*[{CAPITAL}][^\W\d_]*(?:[ .][^\W\d_]+){{0,3}}\s?(?:[A-ZČŠŽ]?\.?\d{{1,2}}(?:\.\d{{1,2}})?)?:(?:\s|$)"
)
SPACED = re.compile(r"\s*[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
ROMAN = re.compile(r"\s*[IVXL]{1,5}\.?\s*$")
VALUE = re.compile(LABEL.pattern[: -len(r"(?:\s|$)")] + r"\s*\d")  # "Datum: 5. 10. 2017"
_WORD = re.compile(r"[^\W\d_]{2,}")
ENDS = frozenset(".!?:;…")
CLOSING = '"»”“’)]'

_LABELLED = re.compile(r"\s*[^\W\d_][^:]{0,40}:\s")

LONGEST_ABBREVIATION = 6  # characters, with the full stop and the one before
LEADERS = frozenset(" \t.…")
DOTS = 5  # in a row are a leader, an ellipsis counting for three; a sentence trails off with three or four
LONGEST_HEADING = 160  # characters; a title runs over two lines at most
LONGEST_COLON_HEADING = 50
LONGEST_POINT = 130  # characters of an item of business with its title
BEHIND_SPACED = 40  # characters behind a letter-spaced word that still is a heading
COLON_HEADING_WORDS = 5  # "Predlog sklepa k 1. točki:"; more words are a sentence that introduces a list


@dataclass(slots=True)  # not frozen, for each line has one, and these are made in a third of the time
class Shape:
    """A line and how it stands on its page.

    ``full``: it reaches the right edge, so that the next line may go on; ``apart``: a gap or a blank line above;
    ``strong``: bold, all or most of it; ``size``: letter height against the body text (1.0 where unknown); ``indent``:
    points or columns from the left; ``ends``: whether the first and the last character are bold.
    """

    line: Line
    full: bool = False
    apart: bool = False
    strong: bool = False
    size: float = 1.0
    indent: float = 0.0
    ends: tuple[bool, bool] = (False, False)

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text


def in_capitals(text: str) -> bool:
    """Whether the words stand in capitals; initials and lone letters do not count.

    >>> in_capitals("II. DEL: UKREPI"), in_capitals("MS MONM je sprejel"), in_capitals("A. B.")
    (True, False, False)
    """
    first = _WORD.search(text)
    if first is None or not first[0].isupper():
        return False
    words = _WORD.findall(text, first.start())
    return sum(map(len, words)) >= 4 and all(word.isupper() for word in words)


def goes_on(text: str) -> bool:
    """Whether a line can only be the continuation of another: it begins with a small letter."""
    first = text.lstrip(' \t\u00a0(»„"')[:1]
    return first.islower() and not LETTERED.match(text)


def ends_sentence(text: str) -> bool:
    """Whether a sentence or clause ends with the line; a number or an abbreviation with a full stop is no end.

    >>> [ends_sentence(text) for text in ("je potrdil.", "in sicer:", "dne 15. 9.", "Uradni list RS, št.")]
    [True, True, False, False]
    """
    bare = text.rstrip()
    last = bare.rstrip(CLOSING)[-1:]
    shortened = bare.endswith(".") and phrase("abbreviation-at-the-end").search(bare[-LONGEST_ABBREVIATION:])
    return last in ENDS and not shortened


def heading_level(text: str) -> int | None:
    """The level of a heading that shows in its words: capitals, numbering, a colon. ``None`` is no heading.

    >>> heading_level("PREDLOG SKLEPA:"), heading_level("Obrazložitev:"), heading_level("1.2 Stanje v regiji")
    (1, 2, 2)
    >>> heading_level("2.2 Zajtrk za vse (Grosuplje). Društvo bo zagotovilo, da noben") is None
    True
    >>> heading_level("Glede na potrebe smo opredelili področja, in sicer:") is None
    True
    """
    bare = text.strip()
    if has_leader(bare):
        return None
    if ROMAN.match(bare):
        return 3
    if not bare or len(bare) > LONGEST_HEADING or (not _WORD.search(bare) and not SPACED.match(bare)):
        return None
    if numbered := DEEP_NUMBER.match(bare):
        told = len(bare) >= 100 or bare.endswith((".", ";", ",")) or _GOES_ON.search(bare, numbered.end())
        return None if told else numbered[1].count(".") + 1
    if _is_spaced(bare) or (in_capitals(bare) and not bare.endswith((".", ",", ";"))):
        return 1
    if phrase("article-line").match(bare) or _is_point(bare):
        return 2
    if bare.endswith(":") and len(bare) <= LONGEST_COLON_HEADING and not goes_on(bare):
        return 2 if len(bare.split()) <= COLON_HEADING_WORDS and bare.count(":") == 1 else None
    return None


def _is_point(text: str) -> bool:
    """Whether the line announces an item of business, with its title and no more.

    >>> _is_point("K 3. točki: Cena pomoči na domu"), _is_point("K 3. točki: Svetniki so odlok potrdili.")
    (True, False)
    """
    announced = phrase("point-announced").match(text)
    if announced is None or len(text) >= LONGEST_POINT or text.endswith((";", ",")):
        return False
    return not (_GOES_ON.search(text, announced.end()) or (text.endswith((".", ")")) and tells(text)))


def tells(text: str) -> bool:
    """Whether the words of a sentence stand in a line: a title has none, or is a question or a clause.

    >>> tells("Ad 3) Direktorica centra je povedala, da"), tells("Ad 3) Odlok o proračunu")
    (True, False)
    """
    return phrase("sentence-word").search(text) is not None


def has_leader(text: str) -> bool:
    """Whether the line ends in a dot leader, with the number of a page or without; no regular expression: linear.

    >>> has_leader("Uvod . . . . . . . 5"), has_leader("Ime in priimek: ........"), has_leader("In tako naprej ...")
    (True, True, False)
    """
    if text[-1:].isalpha():
        return False
    bare = text.rstrip().rstrip("0123456789")
    if bare[-1:] not in LEADERS:
        return False
    leader = bare[len(bare.rstrip(" \t.…")) :]
    return leader.count(".") + 3 * leader.count("…") >= DOTS


def _is_spaced(text: str) -> bool:
    """Whether a letter-spaced word is the line, with a number or a few words behind it.

    >>> _is_spaced("Z A P I S N I K 5. seje"), _is_spaced("S k l e p : Potrdi se zapisnik 15. redne seje sveta.")
    (True, False)
    """
    spaced = SPACED.match(text)
    return spaced is not None and len(text) - spaced.end() <= BEHIND_SPACED and not text.endswith(".")


def item_number(text: str) -> int | None:
    """The number that an enumerated line begins with.

    >>> item_number("2. izboljšanje"), item_number("28. 9. 2017"), item_number("- otroci"), item_number("1O. klop")
    (2, None, None, 10)
    """
    match = None if text[:2].isalpha() else NUMBERED.match(text)
    return int(match[1].translate(_AS_FIGURES)) if match else None


def hangs(item: str, line: str) -> bool:
    """Whether a line is indented as far as the words of the item above it, and begins with no label.

    >>> hangs("- varna soba, ki jo odpre", "  Dom Sonce"), hangs("- varna soba", "  Nosilec: Dom Sonce")
    (True, False)
    """
    begun = BULLET.match(item) or LETTERED.match(item) or NUMBERED.match(item)
    return begun is not None and 0 < _indent(line) == begun.end() and not _LABELLED.match(line)


def is_time_further_out(item: str, line: str) -> bool:
    """Whether a line stands further out than the item above it, and is a time for what stands below.

    >>> is_time_further_out("   * varna soba", " do konca leta 2019"), is_time_further_out("* soba", "do leta 2019")
    (True, False)
    """
    further = _indent(line) < _indent(item) and line.lstrip()[:1].isalpha() and not line.rstrip().endswith(".")
    return further and bool(phrase("time-heading").fullmatch(line.strip()))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def is_bullet(text: str) -> bool:
    """Whether the line begins with a bullet, a dash or a letter with a bracket."""
    return not text[:2].isalpha() and bool(BULLET.match(text) or LETTERED.match(text))  # most lines begin with a word
