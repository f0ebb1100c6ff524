"""spaCy's part of the work: from a text to a Doc with lemmas, and back from its characters to the text's.

spaCy is imported in one cached function, since importing it takes over a second and some 100 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rinsearch import language
from rinsearch.tag.carons import restore
from rinsearch.tag.forms import FORMS, Form, Forms, Phrases
from rinsearch.taxonomy import toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # Cython without hints
    from spacy.tokens import Doc, Token

LONGEST_RUN = 400  # characters without a space; spaCy's tokenizer is quadratic in them (40,000 brackets: 160 s)
WIDE = re.compile(r"[^\S\n]*\n\s*|\s\s+")
# A figure between small letters of a word, and a nought before three of them.
SCANNED = re.compile(r"(?<=[a-zčšž]{2})[01](?=[a-zčšž])|(?<![^\W_])0(?=[bčpdtkrsz][a-zčšž]{2})")
FIGURE_BEFORE_LETTER = re.compile("[01][a-zčšž]")  # in every one of them
SCANNER = {"0": "O", "1": "l"}
# A letter between figures, or before the full stop of an ordinal number: "2O17", "900-l2/2017", "2l. redne".
MISREAD = re.compile(
    r"(?<=\d)[lIO](?=\d|[./-] ?\d|\. (?:re|izre|dopi)\w)|(?<=\d[./-])l(?=\d)|(?<=\d\. )[lI](?=\d\. ?\d)"
)
LETTER_BY_FIGURE = re.compile(r"\d[./-]? ?[lIO]")
FIGURE_OF = {"l": "1", "I": "1", "O": "0"}
RUNS = re.compile(rf"\S{{1,{LONGEST_RUN}}}|\s+")
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212\u00ad", "-") | {"\u2014": "–"})
ODD_DASH = re.compile("[\u00ad\u2010-\u2012\u2014\u2212]")
LETTER = "A-Za-zČčŠšŽžĆćĐđ"
# What is asked of a word; half of the time that spaCy takes for a new one goes into whether it is like an address, a
# number, a sign of money, and so on.
TOLD = ("LOWER", "NORM", "IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_PUNCT", "IS_SPACE", "IS_TITLE", "IS_UPPER")
KEPT_LEMMAS = 1 << 17  # distinct forms; a regional corpus has some 60,000


class Reading(NamedTuple):
    """A Doc, and for each of its characters (and its end) where that stands in the text that was read."""

    doc: Doc
    places: Sequence[int]

    @property
    def is_plain(self) -> bool:
        """Whether nothing was closed up, so that each character stands in its own place."""
        return isinstance(self.places, range)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the text that the characters ``start`` to ``end`` of the Doc stand for."""
        return self.places[start], self.places[end - 1] + 1


def read(text: str, bare: bool = False, lines: Sequence[int] = ()) -> Reading:
    """Read a text: white space becomes single spaces, dashes alike, so that a line break hides nothing.

    ``bare`` says that the paper was typed without carons; then they are read into it. ``lines`` are the places at which
    lines of the page begin that were joined.

    >>> reading = read("Občina  Miren -\\nKostanjevica")
    >>> reading.doc.text, reading.span(7, 27)
    ('Občina Miren - Kostanjevica', (8, 28))
    """
    plain, places = flatten(text)
    plain = restore(mend(plain)) if bare else mend(plain)
    doc = with_lemmas(nlp().make_doc(plain))
    doc.user_data["text"] = plain
    doc.user_data["edges"] = edges(text, places)
    doc.user_data["lines"] = _begins(places, lines) if lines else frozenset()
    return Reading(doc, places)


def text_of(doc: Doc) -> str:
    """The text of a Doc that was read here: spaCy puts it together anew from all tokens each time it is asked."""
    known: str | None = doc.user_data.get("text")
    return doc.text if known is None else known


def mend(text: str) -> str:
    """Figures that a scanner put into words in the place of letters, and letters into numbers; of the same length.

    >>> mend("Sklep 0bčinskega sveta: uživa1cem alkoho1a, 10 a, K1, a1b2")
    'Sklep Občinskega sveta: uživalcem alkohola, 10 a, K1, a1b2'
    >>> mend("2l. redna seja, 5.1O.2O17, št. 900-l2/2017-O801, 5l vode")
    '21. redna seja, 5.10.2017, št. 900-12/2017-O801, 5l vode'
    """
    if LETTER_BY_FIGURE.search(text):
        text = MISREAD.sub(lambda match: FIGURE_OF[match[0]], text)
    return SCANNED.sub(lambda match: SCANNER[match[0]], text) if FIGURE_BEFORE_LETTER.search(text) else text


def edges(text: str, places: Sequence[int]) -> frozenset[int]:
    """The spaces of the flattened text that stand for the end of a line or a wide gap: what a column begins behind.

    >>> text = "Bloke   17. seja\\nPivka 2"
    >>> edges(text, flatten(text)[1])
    frozenset({5, 14})
    """
    if isinstance(places, range):  # nothing was closed up
        return frozenset()
    wide = {match.start() for match in WIDE.finditer(text)}
    return frozenset(index for index, place in enumerate(places) if place in wide) if wide else frozenset()


def _begins(places: Sequence[int], lines: Sequence[int]) -> frozenset[int]:
    """The characters of the flattened text at which lines of the page begin."""
    if isinstance(places, range):  # nothing was closed up
        return frozenset(lines)
    known = frozenset(lines)
    return frozenset(index for index, place in enumerate(places) if place in known)


def flatten(text: str) -> tuple[str, Sequence[int]]:
    """The text with single spaces, and the place of each of its characters in the text as it was.

    >>> flatten("a\\n\\n b")
    ('a b', (0, 1, 4, 5))
    """
    words = text.split()
    if " ".join(words) == text and (len(text) <= LONGEST_RUN or max(map(len, words)) <= LONGEST_RUN):
        return _with_plain_dashes(text), range(len(text) + 1)
    places: list[int] = []
    parts: list[str] = []
    for run in RUNS.finditer(text):
        word = not run[0].isspace()
        if word and parts and parts[-1] != " ":
            parts.append(" ")
            places.append(run.start())
        parts.append(run[0] if word else " ")
        places.extend(range(run.start(), run.end() if word else run.start() + 1))
    return _with_plain_dashes("".join(parts)), (*places, len(text))


def _with_plain_dashes(text: str) -> str:
    """One search, since few texts have another dash and to translate is slow."""
    return text.translate(DASHES) if ODD_DASH.search(text) else text


@cache
def nlp() -> Language:
    """spaCy's blank Slovene pipeline with our own tokenizer exceptions."""
    import spacy  # 1.2 s and 99 MB: only when something is tagged

    # spacy.blank would build a tokenizer of its own first, with all its exceptions.
    pipeline = spacy.util.get_lang_class("sl")(create_tokenizer=tokenizer_of)
    vocab: Any = pipeline.vocab  # its getters have no hints
    told = [getattr(spacy.attrs, name) for name in TOLD]
    vocab.lex_attr_getters = {each: vocab.lex_attr_getters[each] for each in told}
    return pipeline


def tokenizer_of(pipeline: Language) -> Tokenizer:
    """A tokenizer for the pipeline, with its rules for Slovene but our own exceptions and dividers."""
    import spacy  # as above
    from spacy.tokenizer import Tokenizer

    own = pipeline.Defaults
    # 217 of the built-in exceptions are ordinary words with a full stop ("svet.", "let."): keep only our own.
    glued = [form for word in toml("abbreviations.toml")["glued"] for form in (word, word.capitalize(), word.upper())]
    dividers = (rf"(?<=[{LETTER}0-9])/(?=[{LETTER}])", rf"(?<=[{LETTER}])[–-](?=[{LETTER}])")
    return Tokenizer(
        pipeline.vocab,
        rules={form: [{"ORTH": form}] for form in glued},
        prefix_search=spacy.util.compile_prefix_regex(own.prefixes or ()).search,
        suffix_search=spacy.util.compile_suffix_regex(own.suffixes or ()).search,
        infix_finditer=spacy.util.compile_infix_regex([*(own.infixes or ()), *dividers]).finditer,
        url_match=own.url_match,
        max_cache_size=KEPT_LEMMAS,  # spaCy's own 10,000 are full after some 200 papers; one word in seven came anew
    )


def with_lemmas(doc: Doc) -> Doc:
    """The same Doc with each token's search key as its lemma, and with its `Forms`."""
    known = _known_forms()
    forms: list[Form] = []
    for token in doc:
        form = known.get(token.orth) or _form(token)
        token.lemma = form[2]
        forms.append(form)
    doc.user_data[FORMS] = Forms.of(forms)
    return doc


def _form(token: Token) -> Form:
    """What a token is written as, in small letters, and its search key, as numbers of spaCy's string store."""
    form = token.orth, token.lower, token.vocab.strings.add(language.lemma_key(token.text))
    if len(_known_forms()) < KEPT_LEMMAS:
        _known_forms()[token.orth] = form
    return form


@cache
def _known_forms() -> dict[int, Form]:
    """They are looked for by what is written."""
    return {}


def tokens_of(phrase: str) -> Doc:
    """The tokens of a phrase. Words of letters alone need no tokenizer, since no prefix, suffix or divider of its rules
    stands in letters; it takes most of the time for the 9,000 phrases of the taxonomy.

    >>> [token.text for token in tokens_of("center za socialno delo")], len(tokens_of("ZZZS/NIJZ"))
    (['center', 'za', 'socialno', 'delo'], 3)
    """
    from spacy.tokens import Doc  # part of spaCy

    words = phrase.split(" ")
    return Doc(nlp().vocab, words=words) if all(map(str.isalpha, words)) else nlp().make_doc(phrase)


def phrases(attribute: str, named: Iterable[tuple[str, str]]) -> Phrases:
    """A matcher for (name, phrase) pairs; phrases of one name share it."""
    from spacy.matcher import PhraseMatcher  # part of spaCy

    matcher = PhraseMatcher(nlp().vocab, attr=attribute)
    begins = set()
    for name, phrase in named:
        doc = tokens_of(phrase)
        doc = with_lemmas(doc) if attribute == "LEMMA" else doc  # for the others they would cost as much as the words
        matcher.add(name, [doc])
        begins.add(getattr(doc[0], attribute.lower()))
    return Phrases(matcher, attribute, frozenset(begins))
