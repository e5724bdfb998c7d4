"""Average weekly earnings, as sick pay takes them from the eight weeks before a first day of sickness."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from pa_manager.law.pay_periods import MONTHS_A_YEAR, WEEKS_A_YEAR
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

_EIGHT_WEEKS: Final = timedelta(weeks=8)


class NoPaydayBefore(UserError):
    """There was no payday before the sickness, so there are no earnings to average."""


def relevant_period(paydays: Sequence[date], *, first_sick_on: date) -> Period:
    """Return the days whose earnings are averaged.

    They end with the last normal payday before the first day of sickness, and begin on the day after the last
    normal payday at least eight weeks before that one; with no payday that early, on the earliest payday known.
    For linked spells it is the first day of the first. (Statutory Sick Pay (General) Regulations 1982, reg. 19.)

    Example: paid each Friday, sick from Monday 13 April 2026: from 14 February to 10 April 2026.

    Raises:
        NoPaydayBefore: No payday lies before the first day of sickness.
    """
    before = sorted(day for day in paydays if day < first_sick_on)
    if not before:
        raise NoPaydayBefore(
            "There is no payday before the sickness began. Work out average earnings from the contract instead."
        )
    last = before[-1]
    early = [day for day in before if day <= last - _EIGHT_WEEKS]
    return Period(early[-1] + timedelta(days=1) if early else before[0], last)


def from_weeks(earned: Money, weeks: int) -> Fraction:
    """Return weekly earnings in pence of those paid by the week, fortnight or four weeks; never rounded.

    (Statutory Sick Pay (General) Regulations 1982, reg. 19.)

    Example: £800 over 8 weeks is £100.
    """
    return Fraction(earned.pence, weeks)


def from_months(earned: Money, months: int) -> Fraction:
    """Return weekly earnings in pence of those paid by the month: a year's worth, over 52; never rounded.

    (Statutory Sick Pay (General) Regulations 1982, reg. 19.)

    Example: £2,600 over 2 months is £300.
    """
    return Fraction(earned.pence * MONTHS_A_YEAR, months * WEEKS_A_YEAR)


def from_days(earned: Money, days: int) -> Fraction:
    """Return weekly earnings in pence from a number of days: for irregular paydays, and new starters.

    Who has been paid for less than eight weeks divides what was paid by the days it covers; who has not been paid
    at all, what the contract gives by the days it is for. (Statutory Sick Pay (General) Regulations 1982, reg. 19.)

    Example: £600 for 43 days is £97.67, and a fraction that is kept.
    """
    return Fraction(earned.pence * 7, days)


def whole_months(first: date, last: date) -> int:
    """Return the months in a relevant period, a part of a month counting if it is the larger part.

    The month of the first day counts if that is the 16th or before, the month of the last if that is the 16th or
    after, and every month between. (HM Revenue and Customs, Statutory Payments Manual, SPM170400: up to 15 odd
    days do not count, 16 do; counted as GOV.UK's calculator counts.)

    Example: from 21 January to 20 March is 2 months, February and March.
    """
    between = (last.year - first.year) * 12 + last.month - first.month - 1
    if between < 0:
        return int((last - first).days + 1 >= 16)
    return between + (first.day <= 16) + (last.day >= 16)
