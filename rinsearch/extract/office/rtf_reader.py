"""The reader of rich text: what holds in each group, and where its letters go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rinsearch.errors import DamagedFile
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.office.flow import Part
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.rtf_story import Story
from rinsearch.extract.office.rtf_tokens import CHARSETS, DEFAULT, SYMBOL, Token, codec_of, decoded
from rinsearch.extract.office.rtf_words import DEEPEST, KNOWN, SIGNS, SKIPPED, STORIES, SYMBOL_SET, TARGETS
from rinsearch.extract.office.runs import SYMBOLS
from rinsearch.extract.office.styles import Look, named_look
from rinsearch.records import BlockKind


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside a group until it ends. ``target``: where letters go (text, label, font, style, nowhere …)."""

    story: Story
    target: str = "text"
    codec: str = DEFAULT
    bold: bool = False
    size: float = 12.0
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    fallback: int = 1  # characters behind \u for programs that do not know it
    style: int = 0
    level: int | None = None
    in_table: bool = False
    font: int = 0


class Reader:
    """Goes through the tokens once; ``actions`` is what each word does."""

    def __init__(self, options: ReadOptions, actions: Mapping[str, Action]) -> None:
        self.actions = actions
        self.pages = Pages(options.pages)
        self.body = Story()
        self.state = State(self.body)
        self.stack: list[State] = []
        self.codecs: dict[int, str] = {}
        self.looks: dict[int, Look] = {}
        self.headers: dict[Part, None] = {}
        self.footers: dict[Part, None] = {}
        self.page_codec = DEFAULT
        self.declared = 0
        self._name: list[str] = []  # of the style that is being read
        self._outline: int | None = None  # its level
        self._high = ""  # the first half of a character written as two
        self._skip = 0  # characters still to be passed over behind \u
        self._optional = False

    def finished(self) -> list[Part]:
        """Everything in reading order: headers, body, footers."""
        while self.stack:
            self._close()
        self.end_paragraph()
        self.body.end_table()
        return [*self.headers, *self.body.parts, *self.footers]

    def take(self, token: Token) -> None:
        """The next token. Raises :class:`DamagedFile`."""
        if token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "text":
            self._letters(token.data)
        elif token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.text == "*":
            self._optional = True
        elif token.text in "\r\n":
            self.end_paragraph()
        else:
            self._word(token.text, token.number)

    # --- groups -------------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._skip = 0
        self.stack.append(self.state)
        if len(self.stack) > DEEPEST:
            raise DamagedFile("It is nested too deeply.")

    def _close(self) -> None:
        self._optional, self._skip = False, 0
        if not self.stack:
            return
        ended, self.state = self.state, self.stack.pop()
        if ended.target == "style" != self.state.target:
            self._end_style(ended.style)
        if ended.story is not self.state.story:
            self._end_story(ended)

    def _end_story(self, ended: State) -> None:
        story = ended.story
        story.end_paragraph(None, in_table=ended.in_table)
        story.end_table()
        if story.kind == BlockKind.HEADER:
            self.headers.update(dict.fromkeys(story.parts))
        elif story.kind == BlockKind.FOOTER:
            self.footers.update(dict.fromkeys(story.parts))
        else:
            self.state.story.aside += story.parts

    def _end_style(self, number: int) -> None:
        """A style is named by the text in its group, up to the semicolon."""
        called = named_look("".join(self._name).partition(";")[0].strip())
        outline = self._outline
        self.looks[number] = Look(level=None if outline is None else _level(outline)).over(called)
        self._name, self._outline = [], None

    def _enters(self, word: str) -> bool:
        """Whether the word says what the group is for, or stands in a group that is passed over."""
        optional, self._optional = self._optional, False
        if self.state.target == "nowhere":
            return word != "nofpages"
        if word in TARGETS:
            self.set(target=TARGETS[word])
        elif word in STORIES or word == "shptxt":
            self.state = State(Story(STORIES.get(word)), codec=self.state.codec, fallback=self.state.fallback)
        elif word in SKIPPED or (optional and word not in KNOWN):
            self.set(target="nowhere")
        else:
            return False
        return True

    # --- words --------------------------------------------------------------------------------------------------------

    def set(self, **changes: Any) -> None:
        """Let something else hold from here to the end of the group."""
        self.state = replace(self.state, **changes)

    def _word(self, word: str, number: int | None) -> None:
        if self._enters(word):
            return
        action = self.actions.get(word)
        if action is not None:
            action(self, 1 if number is None else number)
        elif word in SIGNS and self._skip:
            self._skip -= 1
        elif word in SIGNS:
            self._write(SIGNS[word])

    def unicode(self, number: int) -> None:
        """A character by its number; those beyond 16 bits come in two halves."""
        self._skip = self.state.fallback
        code = number % 0x10000
        high, self._high = self._high, chr(code) if 0xD800 <= code < 0xDC00 else ""
        if not self._high:
            pair = (high + chr(code)).encode("utf-16-le", "surrogatepass")
            self._write(pair.decode("utf-16-le", "replace"))

    def _letters(self, data: bytes) -> None:
        passed = min(self._skip, len(data))
        self._skip -= passed
        if passed < len(data):
            text = decoded(data[passed:], self.state.codec)
            is_symbol = self.state.codec == SYMBOL
            self._write("".join(SYMBOLS.get(f"{ord(char):04X}", char) for char in text) if is_symbol else text)

    def _write(self, text: str) -> None:
        state = self.state
        if state.target == "label":
            state.story.label.append(text)
        elif state.target == "style":
            self._name.append(text)
        elif state.target == "text" and not state.hidden and not state.deleted:
            state.story.ink.put(text, self.pages.number, (state.bold, state.size, state.capitals))

    def end_paragraph(self) -> None:
        """The paragraph ends, in a cell or in the text."""
        level, contents = self._level_and_contents()
        self.state.story.end_paragraph(level, in_table=self.state.in_table, contents=contents)

    def end_cell(self) -> None:
        """The cell ends, and with it the paragraph."""
        self.state.story.end_cell(self._level_and_contents()[0])

    def _level_and_contents(self) -> tuple[int | None, bool]:
        look = self.looks.get(self.state.style, Look())
        level = look.level if self.state.level is None else self.state.level
        return level or None, bool(look.contents)

    def turn_page(self) -> None:
        """A page break set by hand."""
        self.state.story.ink.end_line()
        if self.state.story is self.body:
            self.pages.turn()

    def font(self, number: int) -> None:
        """The font, which says what bytes mean; in the table of fonts, the one that is described next."""
        self.set(font=number, codec=self.codecs.get(number, self.page_codec))

    def charset(self, number: int) -> None:
        """The character set of the font that is described."""
        codec = SYMBOL if number == SYMBOL_SET else CHARSETS.get(number)
        if codec is not None:
            self.codecs[self.state.font] = codec

    def code_page(self, number: int) -> None:
        """The code page of the whole file."""
        self.page_codec = codec_of(number)
        self.set(codec=self.page_codec)

    def in_style(self, number: int) -> None:
        """The style of the paragraph; in the table of styles, the one that is described."""
        self.set(style=number, target="style" if self.state.target == "styles" else self.state.target)

    def outline(self, number: int) -> None:
        """The level of the paragraph or of the style that is described."""
        if self.state.target == "style":
            self._outline = number
        else:
            self.set(level=_level(number))

    def count_pages(self, number: int) -> None:
        """How many pages the program counted."""
        self.declared = max(0, number)


def _level(outline: int) -> int:
    """The level of a heading from 1; 0 is body text."""
    return outline + 1 if 0 <= outline < 9 else 0


Action = Callable[[Reader, int], None]  # a word with its number; 1 where none is written
