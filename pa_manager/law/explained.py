"""Why a figure is what it is: the lines that a result gives when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pa_manager.law.dated import Found
from pa_manager.values.money import Money

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Because:
    """One line of a reason: what was reckoned, the amount where there is one, and on whose authority.

    ``own`` marks a line that rests on a figure which a person added.
    """

    words: str
    amount: Money | None = None
    authority: str = ""
    own: bool = False

    def __str__(self) -> str:
        """Return the line as it is shown and printed."""
        said = self.words if self.amount is None else f"{self.words}: {self.amount}"
        return f"{said} ({self.authority})." if self.authority else f"{said}."


def because(found: Found[T], words: str, amount: Money | None = None) -> Because:
    """Return the line that cites a dated figure, and says so where it is a person's own."""
    return Because(words, amount, found.authority, found.own)
