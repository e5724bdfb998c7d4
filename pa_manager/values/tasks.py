"""Things to do, and the places in the program where they are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, and where known the number of the record to point out on it.

    A screen is known by the name of its link. A link with several has one main screen, and the
    others have a name of their own within it: ``Place("spending", screen="import")``.
    """

    link: str
    number: int | None = None
    screen: str = ""

    @property
    def name(self) -> str:
        """The name the window knows the screen by: ``spending`` or ``spending/import``."""
        return f"{self.link}/{self.screen}" if self.screen else self.link


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that needs doing: what, by which day if there is one, and where."""

    text: str
    place: Place
    due: date | None = None

    def is_late(self, today: date) -> bool:
        """Return whether the day it was due has passed."""
        return self.due is not None and self.due < today


GoTo = Callable[[Place], None]
"""Brings a place before the user. The window does it; whoever asks need not know which screen that is."""
