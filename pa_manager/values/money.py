"""Money: pounds sterling, held as whole pence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from pa_manager.values.errors import UserError

_TYPED = re.compile(
    r"(?P<minus>[-\u2212])?\s*(?:£|GBP)?\s*(?P<minus_after>[-\u2212])?"
    r"(?P<pounds>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<pence>\d{1,2}))?",
    re.IGNORECASE,
)
MOST = 100_000_000_00
"""The largest amount that can be typed, in pence: one hundred million pounds. More is a slip of the hand."""


class NotMoney(UserError):
    """The text cannot be read as an amount of money."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole pence. There is no other currency and no fraction of a penny."""

    pence: int

    def __post_init__(self) -> None:
        """Refuse anything but an int, so that no float or bool ever becomes money."""
        if type(self.pence) is not int:
            raise TypeError(f"pence must be int, not {type(self.pence).__name__}")

    @classmethod
    def from_text(cls, text: str) -> Money:
        """Return the amount a person has typed, nil or more.

        Example: ``£1,204.50``, ``1204.50`` and ``1,204.5`` are the same amount.

        Raises:
            NotMoney: The text is not pounds, with or without pence, or is below nil.
        """
        amount = cls.signed_from_text(text)
        if amount < NIL:
            raise NotMoney("This amount is below nil. Type it without the minus sign.")
        return amount

    @classmethod
    def signed_from_text(cls, text: str) -> Money:
        """Return the amount a person has typed, which may be below nil: ``-12.50``.

        Raises:
            NotMoney: The text is not pounds, with or without pence, or is beyond all reason.
        """
        if not (found := _TYPED.fullmatch(text.strip())) or (found["minus"] and found["minus_after"]):
            raise NotMoney("This is not an amount of money. Type pounds and pence, for example 12.50.")
        pence = int(found["pounds"].replace(",", "")) * 100 + int((found["pence"] or "0").ljust(2, "0"))
        if pence > MOST:
            raise NotMoney("This amount is too large. Check the number of figures.")
        return cls(-pence if found["minus"] or found["minus_after"] else pence)

    def __add__(self, other: Money) -> Money:
        """Return the sum of two amounts."""
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        """Return the difference of two amounts."""
        return Money(self.pence - other.pence)

    def __neg__(self) -> Money:
        """Return the amount the other way round: money in becomes money out."""
        return Money(-self.pence)

    def __abs__(self) -> Money:
        """Return the amount without its sign."""
        return Money(abs(self.pence))

    def times(self, factor: Fraction | int) -> Money:
        """Multiply, rounding once, to the nearest penny, halves away from zero.

        Example: £12.21 times 121/12 (10 hours and 5 minutes) is £123.12.
        """
        exact = self.pence * Fraction(factor)
        nearest = floor(abs(exact) + Fraction(1, 2))
        return Money(nearest if exact >= 0 else -nearest)

    def plain(self) -> str:
        """Return the amount as a spreadsheet wants it, for example ``-1204.50``."""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{'-' if self.pence < 0 else ''}{pounds}.{pence:02d}"

    def __str__(self) -> str:
        """Return the amount as printed on a statement, for example ``-£1,204.50``."""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{'-' if self.pence < 0 else ''}£{pounds:,}.{pence:02d}"


NIL = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """Return the sum of amounts; nil, if there are none."""
    return Money(sum(amount.pence for amount in amounts))
