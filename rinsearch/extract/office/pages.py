"""Counting pages in files that flow: only the marks that the program left when it last laid the text out are sure."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.errors import LimitExceeded


@dataclass
class Pages:
    """The page that is being read. A break set by hand and the mark for the page it began count once."""

    most: int
    number: int = 1
    still: bool = False  # in text boxes and notes, whose marks are not those of the text around them
    _begun: bool = False
    _fresh: bool = False
    _last: int = 1

    @property
    def total(self) -> int:
        """The highest page so far."""
        return max(self._last, self.number)

    def paragraph(self, *, new_page: bool) -> None:
        """A paragraph begins; on a new page where it says so, unless it is the first one."""
        if new_page and self._begun:
            self.turn()
        self._begun = self._begun or not self.still

    def written(self) -> None:
        """Text stands on the page."""
        self._fresh = self._fresh and self.still

    def turn(self) -> bool:
        """Begin a new page, as the file says. Raises :class:`LimitExceeded`."""
        if self.still:
            return False
        self.number += 1
        self._last = self.total
        self._fresh = True
        if self.number > self.most:
            raise LimitExceeded(f"The document has more than {self.most} pages.")
        return True

    def marked(self) -> bool:
        """A mark of a page's beginning, left by the program; it says nothing new where the break was set by hand."""
        if self._fresh and not self.still:
            self._fresh = False
            return False
        turned = self.turn()
        self._fresh = False
        return turned

    def back_to(self, number: int) -> None:
        """Cells of a row stand side by side: the next one begins where the row began."""
        self._last = self.total
        self.number = number
