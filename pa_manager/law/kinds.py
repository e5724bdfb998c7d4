"""The sorts of legal figure, as a person types them when adding next year's."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

_PERCENT = re.compile(r"(?P<whole>\d{1,3})(?:\.(?P<part>\d{1,4}))?\s*%?")


class NotAFigure(UserError):
    """The text is not a figure of the sort that is wanted."""


def percent_from_text(text: str) -> Fraction:
    """Return the share a person has typed.

    Example: ``12.07%`` and ``12.07`` are both 1207 ten-thousandths.

    Raises:
        NotAFigure: The text is no percentage.
    """
    found = _PERCENT.fullmatch(text.strip())
    if not found:
        raise NotAFigure("This is not a percentage. Type it in figures, for example 13.8%.")
    part = found["part"] or ""
    return Fraction(int(found["whole"] + part), 100 * 10 ** len(part))


def percent_said(share: Fraction) -> str:
    """Return a share as people say it, for example ``12.07%``."""
    whole, rest = divmod(share * 100, 1)
    digits = ""
    while rest and len(digits) < 6:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{whole}.{digits}%" if digits else f"{whole}%"


class MoneyKind:
    """An amount of money: ``12.71``."""

    def read(self, text: str) -> Money:
        """Return the amount typed."""
        return Money.from_text(text)

    def said(self, value: Money) -> str:
        """Return the amount with its pound sign."""
        return str(value)

    def words(self, value: Money) -> str:
        """Return the amount with its pound sign."""
        return str(value)

    def sizes(self, value: Money) -> tuple[int, ...]:
        """Return the amount in pence."""
        return (value.pence,)


class PercentKind:
    """A share: ``13.8%``."""

    def read(self, text: str) -> Fraction:
        """Return the share typed."""
        return percent_from_text(text)

    def said(self, value: Fraction) -> str:
        """Return the share with its sign."""
        return percent_said(value)

    def words(self, value: Fraction) -> str:
        """Return the share with its sign."""
        return percent_said(value)

    def sizes(self, value: Fraction) -> tuple[int, ...]:
        """Return the share in ten-thousandths."""
        return (int(value * 10_000),)


MONEY: Final = MoneyKind()
PERCENT: Final = PercentKind()
