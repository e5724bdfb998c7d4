"""Holiday of those with regular hours: what the law gives in a leave year."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Final

from pa_manager.law.explained import Because
from pa_manager.law.pay_periods import MONTHS_A_YEAR, add_months, add_years
from pa_manager.values.days import Period, said

WEEKS: Final = Fraction(56, 10)
"""The weeks of holiday in a year. (Working Time Regulations 1998, reg. 13 and 13A.)"""
MOST_DAYS: Final = 28
"""The most days the law gives. (Working Time Regulations 1998, reg. 13A(3).)"""
_MOST_DAYS_A_WEEK: Final = 5
_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """Holiday in a leave year, in days or hours: exact, and rounded as GOV.UK's calculator shows it."""

    exact: Fraction
    rounded: Fraction
    why: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The part of a leave year that somebody is employed for.

    ``year`` is the leave year. ``started_on`` and ``left_on`` are given only where they lie within it.
    """

    year: Period
    started_on: date | None = None
    left_on: date | None = None

    def share(self) -> Fraction:
        """Return the share of the year's holiday that is due.

        Who starts counts the months left, a part of a month as a whole one; who leaves, with or without having
        started in the year, counts the days over 365, or 366 if the leave year holds 29 February.
        (Working Time Regulations 1998, reg. 13(5), 15A and 14(3), in the arithmetic of GOV.UK's calculator.)

        Example: from 14 November to 31 December, 2 months of 12; from 1 January to 1 June 2019, 152 of 365 days.
        """
        if self.left_on is not None:
            first = self.started_on or self.year.first
            return Fraction((self.left_on - first).days + 1, 366 if _holds_leap_day(self.year) else 365)
        if self.started_on is not None:
            return Fraction(self._months_left(self.started_on), MONTHS_A_YEAR)
        return Fraction(1)

    def _months_left(self, started_on: date) -> int:
        gone = 0
        while add_months(self.year.first, gone + 1) <= started_on:
            gone += 1
        return MONTHS_A_YEAR - gone


def leave_year(begins: date, *, holding: date | None = None) -> Period:
    """Return the leave year that begins on a day, or the one of that rhythm which holds another day.

    Without an agreed day it begins with the employment. (Working Time Regulations 1998, reg. 13(3).)

    Example: leave years from 1 April, the one that holds 10 May 2026: 1 April 2026 to 31 March 2027.
    """
    years = 0
    if holding is not None:
        years = holding.year - begins.year
        if add_years(begins, years) > holding:
            years -= 1
    return Period(add_years(begins, years), add_years(begins, years + 1) - timedelta(days=1))


def days_of_holiday(days_a_week: Fraction, stay: Stay | None = None) -> Entitlement:
    """Return the days of holiday of somebody who works so many days a week, or shifts, on average.

    5.6 times the week, at most 28 days, times the share of the year. Shown up to the next tenth; for who starts in
    the year, up to the next half day. (Working Time Regulations 1998, reg. 13 to 15A.)

    Example: 3 days a week from 9 February in a leave year from 1 August: 16.8 days, 6 months of 12, so 8.5.
    """
    whole = min(WEEKS * days_a_week, Fraction(MOST_DAYS))
    share = Fraction(1) if stay is None else stay.share()
    exact = whole * share
    rounded = _up(exact, 2) if _only_starts(stay) else _up(exact, 10)
    return Entitlement(
        exact=exact, rounded=rounded, why=_reasons(f"{_plain(whole)} days in a whole year", stay, rounded, "days")
    )


def hours_of_holiday(hours_a_week: Fraction, days_a_week: Fraction, stay: Stay | None = None) -> Entitlement:
    """Return the hours of holiday of somebody who works so many hours on so many days a week.

    5.6 times the week, the week counting five days at most. For who starts in the year the days, up to the next half,
    times the hours of a day. Shown up to the next tenth. (Working Time Regulations 1998, reg. 13 to 15A.)

    Example: 33 hours on 3 days, leaving on 10 July in a leave year from 1 November: 127.6 hours.
    """
    a_day = hours_a_week / days_a_week
    whole = WEEKS * min(days_a_week, Fraction(_MOST_DAYS_A_WEEK)) * a_day
    share = Fraction(1) if stay is None else stay.share()
    exact = whole * share
    shown = days_of_holiday(days_a_week, stay).rounded * a_day if _only_starts(stay) else exact
    rounded = _up(shown, 10)
    return Entitlement(
        exact=exact, rounded=rounded, why=_reasons(f"{_plain(whole)} hours in a whole year", stay, rounded, "hours")
    )


def accrued_in_first_year(year_s_holiday: Fraction, *, started_on: date, on: date) -> Fraction:
    """Return what has been earned of the first year's holiday by a day: a twelfth on the first day of each month.

    The months run from the day the work began; what comes out is rounded up to the next half.
    (Working Time Regulations 1998, reg. 15A.)

    Example: 28 days, started on 10 January: on 15 March three twelfths, 7 days.
    """
    months = 1
    while months < MONTHS_A_YEAR and add_months(started_on, months) <= on:
        months += 1
    return min(_up(year_s_holiday * months / MONTHS_A_YEAR, 2), year_s_holiday) if on >= started_on else Fraction(0)


def _only_starts(stay: Stay | None) -> bool:
    return stay is not None and stay.started_on is not None and stay.left_on is None


def _holds_leap_day(year: Period) -> bool:
    return any(isleap(number) and date(number, 2, 29) in year for number in range(year.first.year, year.last.year + 1))


def _up(exact: Fraction, parts: int) -> Fraction:
    return Fraction(ceil(exact * parts), parts)


def _plain(amount: Fraction) -> str:
    tenths = ceil(amount * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _reasons(whole: str, stay: Stay | None, rounded: Fraction, unit: str) -> tuple[Because, ...]:
    lines = [Because(f"5.6 weeks, at most {MOST_DAYS} days: {whole}", None, f"{_REGULATIONS}, reg. 13 and 13A")]
    if stay is not None and (stay.started_on or stay.left_on):
        share = stay.share()
        what = "of the months" if _only_starts(stay) else "of the days"
        lines.append(
            Because(
                f"{share.numerator}/{share.denominator} {what} of the leave year from {said(stay.year.first)}",
                None,
                f"{_REGULATIONS}, reg. 13(5) and 14(3)",
            )
        )
    lines.append(Because(f"Rounded up: {_plain(rounded)} {unit}"))
    return tuple(lines)
