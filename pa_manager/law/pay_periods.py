"""Tax years, tax weeks and months, and how often somebody is paid."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from pa_manager.law.kinds import NotAFigure
from pa_manager.values.days import Period
from pa_manager.values.money import Money

WEEKS_A_YEAR: Final = 52
MONTHS_A_YEAR: Final = 12


class Frequency(Enum):
    """How often somebody is paid. The words are those that assistants keep."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"

    @property
    def weeks(self) -> int:
        """The weeks in one pay period; nil for a month, which is not made of weeks."""
        return _WEEKS[self]

    @property
    def periods_a_year(self) -> int:
        """The pay periods in a year."""
        return WEEKS_A_YEAR // self.weeks if self.weeks else MONTHS_A_YEAR


_WEEKS: Final = {Frequency.WEEKLY: 1, Frequency.FORTNIGHTLY: 2, Frequency.FOUR_WEEKLY: 4, Frequency.MONTHLY: 0}


@dataclass(frozen=True, slots=True)
class PerPeriod:
    """A threshold as the law states it for each length of pay period, and for the year."""

    week: Money
    fortnight: Money
    four_weeks: Money
    month: Money
    year: Money

    def of(self, frequency: Frequency) -> Money:
        """Return the threshold for one pay period."""
        return {
            Frequency.WEEKLY: self.week,
            Frequency.FORTNIGHTLY: self.fortnight,
            Frequency.FOUR_WEEKLY: self.four_weeks,
            Frequency.MONTHLY: self.month,
        }[frequency]


def per_period(week: int, fortnight: int, four_weeks: int, month: int, year: int) -> PerPeriod:
    """Return a threshold stated in whole pounds.

    Example: the lower earnings limit of 2026-27 is ``per_period(129, 258, 516, 559, 6708)``.
    """
    return PerPeriod(*(Money(100 * pounds) for pounds in (week, fortnight, four_weeks, month, year)))


class PerPeriodKind:
    """A threshold for each length of period: ``week 129; fortnight 258; four weeks 516; month 559; year 6708``."""

    _LABELS = ("week", "fortnight", "four weeks", "month", "year")
    _WORDS = ("a week", "a fortnight", "for four weeks", "a month", "a year")
    _ENTRY = re.compile(r"(?P<label>four weeks|fortnight|week|month|year)s?\s*:?\s*(?P<amount>\S.*)", re.IGNORECASE)

    def read(self, text: str) -> PerPeriod:
        """Return the threshold typed.

        Raises:
            NotAFigure: A length of period is missing, or is not known.
        """
        found = [self._ENTRY.fullmatch(part.strip()) for part in re.split(r"[;\n]", text) if part.strip()]
        amounts = {entry["label"].lower(): Money.from_text(entry["amount"]) for entry in found if entry}
        if len(found) != len(self._LABELS) or set(amounts) != set(self._LABELS):
            raise NotAFigure(
                "This does not give the amount for each length of pay period. Type all five, for example "
                "week 129; fortnight 258; four weeks 516; month 559; year 6708."
            )
        return PerPeriod(*(amounts[label] for label in self._LABELS))

    def said(self, value: PerPeriod) -> str:
        """Return the five amounts in one line."""
        return "; ".join(
            f"{label} {amount.plain()}" for label, amount in zip(self._LABELS, self._amounts(value), strict=True)
        )

    def words(self, value: PerPeriod) -> str:
        """Return the threshold for each length of period.

        Example: ``£129 a week, £258 a fortnight, £516 for four weeks, £559 a month, £6,708 a year``.
        """
        said = [str(amount).removesuffix(".00") for amount in self._amounts(value)]
        return ", ".join(f"{amount} {per}" for amount, per in zip(said, self._WORDS, strict=True))

    def sizes(self, value: PerPeriod) -> tuple[int, ...]:
        """Return the five amounts in pence."""
        return tuple(amount.pence for amount in self._amounts(value))

    def _amounts(self, value: PerPeriod) -> tuple[Money, ...]:
        return (value.week, value.fortnight, value.four_weeks, value.month, value.year)


PER_PERIOD: Final = PerPeriodKind()


def add_months(day: date, months: int) -> date:
    """Return the day so many months later, or the last of that month where it has no such day.

    Example: three months after 30 November 2025 is 28 February 2026.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 28 February."""
    return add_months(day, 12 * years)


def whole_years(first: date, last: date) -> int:
    """Return the complete years from a first day to a last, both counted.

    Example: from 1 March 2024 to 28 February 2026 is 2 years.
    """
    after = last + timedelta(days=1)
    return after.year - first.year - ((after.month, after.day) < (first.month, first.day))


def tax_year(day: date) -> int:
    """Return the calendar year in which the tax year of a day began.

    Example: 5 April 2026 lies in the tax year 2025-26, which is 2025.
    """
    return day.year if (day.month, day.day) >= (4, 6) else day.year - 1


def tax_year_days(year: int) -> Period:
    """Return the days of a tax year, from 6 April to 5 April."""
    return Period(date(year, 4, 6), date(year + 1, 4, 5))


def tax_year_said(year: int) -> str:
    """Return a tax year as people write it, for example ``2025-26``."""
    return f"{year}-{(year + 1) % 100:02d}"


def tax_month(day: date) -> int:
    """Return the tax month of a day: 1 runs from 6 April to 5 May.

    Example: 5 May 2026 lies in tax month 1, 6 May in tax month 2.
    """
    return (day.month - 4 - (day.day < 6)) % 12 + 1


def tax_month_days(day: date) -> Period:
    """Return the tax month a day lies in, from the 6th to the 5th."""
    first = date(day.year, day.month, 6) if day.day >= 6 else add_months(date(day.year, day.month, 6), -1)
    return Period(first, add_months(first, 1) - timedelta(days=1))


def tax_week(day: date) -> int:
    """Return the tax week of a day: 1 is the seven days from 6 April, and 53 the day or two left over.

    Example: 19 April 2026 lies in tax week 2.
    """
    return (day - date(tax_year(day), 4, 6)).days // 7 + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxPeriod:
    """Where a payment stands in the tax year.

    ``number`` counts weeks or months from 6 April to the end of the pay period, ``length`` those of the pay
    period itself, ``a_year`` is 52 or 12.
    """

    paid_on: date
    number: int
    length: int
    a_year: int

    @property
    def is_extra(self) -> bool:
        """Whether this is a 53rd week (54th, 56th), whose tax is reckoned by itself."""
        return self.number > self.a_year


def tax_period(frequency: Frequency, paid_on: date) -> TaxPeriod:
    """Return where a payment stands in the tax year.

    Pay for several weeks counts to the end of its weeks: the second fortnight is week 4 whichever of its two
    weeks holds the payday. (Income Tax (PAYE) Regulations 2003, reg. 23 and 24.)

    Example: paid four-weekly on 1 June 2026, in tax week 9, stands at week 12.
    """
    if frequency is Frequency.MONTHLY:
        return TaxPeriod(paid_on=paid_on, number=tax_month(paid_on), length=1, a_year=MONTHS_A_YEAR)
    number = -(-tax_week(paid_on) // frequency.weeks) * frequency.weeks
    return TaxPeriod(paid_on=paid_on, number=number, length=frequency.weeks, a_year=WEEKS_A_YEAR)
